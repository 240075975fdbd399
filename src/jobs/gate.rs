//! Fair shares of the processors, where one process works for several people.
//!
//! Before each chunk of draws a worker waits for its turn. Turns go to whoever has the fewest at
//! the moment, then to whoever has had the least time, so that a million draws of one table do
//! not hold up a small run of another. No more workers compute at once than there are processors.
//! A thread without a share, as in the program on somebody's own machine, never waits. Who computes
//! a chunk when changes no number.

use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The processors that are shared.
#[derive(Clone, Debug)]
pub struct Gate(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    /// Turns that nobody has.
    free: usize,
    accounts: Vec<Account>,
    waiting: Vec<Waiter>,
    /// Time that those who work have had at least: whoever comes later starts from here and has
    /// saved nothing up.
    floor: Duration,
}

/// What one share has had.
#[derive(Clone, Copy, Debug, Default)]
struct Account {
    used: Duration,
    turns: usize,
    waiting: usize,
    closed: bool,
}

#[derive(Debug)]
struct Waiter {
    share: usize,
    bell: Arc<Bell>,
}

#[derive(Debug, Default)]
struct Bell {
    granted: AtomicBool,
    news: Condvar,
}

/// One person's share of the processors. Copies are the same share.
#[derive(Clone, Debug)]
pub struct Share(Arc<Owner>);

#[derive(Debug)]
struct Owner {
    gate: Gate,
    place: usize,
    stopped: AtomicBool,
}

/// Leave to compute, until it is dropped.
#[must_use]
#[derive(Debug)]
pub struct Turn(Option<(Share, Instant)>);

thread_local! {
    static SHARE: RefCell<Option<Share>> = const { RefCell::new(None) };
}

impl Gate {
    /// So many workers may compute at once; at least one.
    #[must_use]
    pub fn new(turns: usize) -> Self {
        let state = State {
            free: turns.max(1),
            accounts: Vec::new(),
            waiting: Vec::new(),
            floor: Duration::ZERO,
        };
        Self(Arc::new(Inner {
            state: Mutex::new(state),
        }))
    }

    /// A share for somebody who comes.
    #[must_use]
    pub fn share(&self) -> Share {
        let mut state = self.state();
        let free = state.accounts.iter().position(|account| account.closed);
        let place = free.unwrap_or(state.accounts.len());
        match state.accounts.get_mut(place) {
            Some(account) => *account = Account::default(),
            None => state.accounts.push(Account::default()),
        }
        drop(state);
        Share(Arc::new(Owner {
            gate: self.clone(),
            place,
            stopped: AtomicBool::new(false),
        }))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn account(&self, place: usize) -> Account {
        self.accounts.get(place).copied().unwrap_or_default()
    }

    fn change(&mut self, place: usize, change: impl FnOnce(&mut Account)) {
        if let Some(account) = self.accounts.get_mut(place) {
            change(account);
        }
    }

    fn arrive(&mut self, place: usize) {
        let floor = self.floor;
        self.change(place, |account| {
            if account.turns + account.waiting == 0 {
                account.used = account.used.max(floor);
            }
            account.waiting += 1;
        });
    }

    /// Gives free turns to those who are next.
    fn grant(&mut self) {
        while self.free > 0 {
            let due = |waiter: &Waiter| {
                let account = self.account(waiter.share);
                (account.turns, account.used)
            };
            let places = 0..self.waiting.len();
            let next = places.min_by_key(|place| self.waiting.get(*place).map(due));
            let Some(next) = next else { return };
            let waiter = self.waiting.remove(next);
            self.free -= 1;
            self.floor = self.floor.max(self.account(waiter.share).used);
            self.change(waiter.share, |account| {
                account.waiting -= 1;
                account.turns += 1;
            });
            waiter.bell.granted.store(true, Ordering::SeqCst);
            waiter.bell.news.notify_one();
        }
    }
}

impl Share {
    /// Waits for a turn.
    pub fn turn(&self) -> Turn {
        let bell = Arc::new(Bell::default());
        let mut state = self.0.gate.state();
        state.arrive(self.0.place);
        state.waiting.push(Waiter {
            share: self.0.place,
            bell: Arc::clone(&bell),
        });
        state.grant();
        while !bell.granted.load(Ordering::SeqCst) {
            let waited = bell.news.wait(state);
            state = waited.unwrap_or_else(PoisonError::into_inner);
        }
        Turn(Some((self.clone(), Instant::now())))
    }

    /// Ends every run that this share pays for, now and later: nobody waits for it any more.
    pub fn stop(&self) {
        self.0.stopped.store(true, Ordering::SeqCst);
    }

    /// The calling thread, and those that it starts here, are paid from this share from now on.
    pub fn pay(&self) {
        SHARE.with(|share| *share.borrow_mut() = Some(self.clone()));
    }
}

impl Drop for Owner {
    fn drop(&mut self) {
        let change = |account: &mut Account| account.closed = true;
        self.gate.state().change(self.place, change);
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let Some((share, since)) = self.0.take() else {
            return;
        };
        let mut state = share.0.gate.state();
        state.free += 1;
        state.change(share.0.place, |account| {
            account.turns -= 1;
            account.used += since.elapsed();
        });
        state.grant();
    }
}

/// The share that pays for the calling thread.
#[must_use]
pub fn share() -> Option<Share> {
    SHARE.with(|share| share.borrow().clone())
}

/// The calling thread works in the background for `share` from now on, behind the threads that
/// answer keys. Does nothing without a share.
pub fn work_for(share: Option<&Share>) {
    if let Some(share) = share {
        share.pay();
        step_back();
    }
}

/// Waits for a turn of the share that pays for the calling thread; at once where none does.
pub fn turn() -> Turn {
    share().map_or(Turn(None), |share| share.turn())
}

/// Nobody waits any more for what the calling thread is paid for.
#[must_use]
pub fn stopped() -> bool {
    share().is_some_and(|share| share.0.stopped.load(Ordering::SeqCst))
}

/// On Linux each thread has a priority of its own, and passes it on to the threads it starts.
#[cfg(target_os = "linux")]
fn step_back() {
    let _ = rustix::process::setpriority_process(None, 10);
}

#[cfg(not(target_os = "linux"))]
fn step_back() {}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;
    use std::thread;

    use super::*;

    /// Waits until so many wait at the gate.
    fn until_waiting(gate: &Gate, count: usize) {
        while gate.state().waiting.len() < count {
            thread::yield_now();
        }
    }

    #[test]
    fn without_a_share_nobody_waits() {
        let turns: Vec<Turn> = (0..100).map(|_| turn()).collect();
        assert_eq!(turns.len(), 100);
        assert!(!stopped());
    }

    #[test]
    fn never_more_than_the_processors_compute_at_once() {
        let (gate, now, most) = (Gate::new(2), AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..4 {
                let share = gate.share();
                for _ in 0..3 {
                    let (share, now, most) = (share.clone(), &now, &most);
                    scope.spawn(move || {
                        for _ in 0..50 {
                            let _turn = share.turn();
                            most.fetch_max(
                                now.fetch_add(1, Ordering::SeqCst) + 1,
                                Ordering::SeqCst,
                            );
                            thread::yield_now();
                            now.fetch_sub(1, Ordering::SeqCst);
                        }
                    });
                }
            }
        });
        assert!((1..=2).contains(&most.into_inner()));
        assert_eq!(gate.state().free, 2);
    }

    #[test]
    fn whoever_has_had_least_is_next_however_many_wait_for_another() {
        let gate = Gate::new(1);
        let (busy, small) = (gate.share(), gate.share());
        let first = busy.turn();
        let order = Mutex::new(Vec::new());
        thread::scope(|scope| {
            for _ in 0..5 {
                scope.spawn(|| {
                    let _turn = busy.turn();
                    order.lock().unwrap().push("busy");
                });
            }
            until_waiting(&gate, 5);
            scope.spawn(|| {
                let _turn = small.turn();
                order.lock().unwrap().push("small");
            });
            until_waiting(&gate, 6);
            drop(first);
        });
        assert_eq!(order.into_inner().unwrap()[0], "small");
    }

    #[test]
    fn whoever_comes_later_has_saved_nothing_up() {
        let gate = Gate::new(1);
        let (old, new) = (gate.share(), gate.share());
        for _ in 0..3 {
            let _turn = old.turn();
            thread::sleep(Duration::from_millis(2));
        }
        drop(new.turn());
        let state = gate.state();
        assert!(state.account(1).used >= Duration::from_millis(4));
    }

    #[test]
    fn places_of_those_who_went_are_taken_again() {
        let gate = Gate::new(1);
        for _ in 0..1_000 {
            drop(gate.share().turn());
        }
        assert_eq!(gate.state().accounts.len(), 1);
    }

    fn simulated(draws: u32, share: &Share, goes_on: &AtomicBool) -> Option<usize> {
        let text = include_str!("../../scenarios/malawi-mast-or-phone.ron");
        let scenario = crate::files::parse(text, "malawi").unwrap().scenario;
        let options = crate::sim::PlanOptions {
            draws: Some(draws),
            ..Default::default()
        };
        let plan = Arc::new(crate::sim::Plan::compile(&scenario, &options).unwrap());
        share.pay();
        let finished = crate::jobs::run(&plan, &Default::default(), &mut |_| {
            goes_on.load(Ordering::SeqCst)
        });
        finished.complete.then_some(draws as usize)
    }

    #[test]
    fn a_million_draws_of_one_do_not_hold_up_a_small_run_of_another() {
        let gate = Gate::new(2);
        let (many, few) = (gate.share(), gate.share());
        let (goes_on, always) = (AtomicBool::new(true), AtomicBool::new(true));
        thread::scope(|scope| {
            let large = scope.spawn(|| simulated(1_000_000, &many, &goes_on));
            thread::sleep(Duration::from_millis(50));
            let small = scope.spawn(|| simulated(500, &few, &always));
            assert_eq!(small.join().unwrap(), Some(500));
            assert!(!large.is_finished());
            goes_on.store(false, Ordering::SeqCst);
            assert_eq!(large.join().unwrap(), None);
        });
    }

    #[test]
    fn a_run_that_nobody_waits_for_ends() {
        let gate = Gate::new(2);
        let (share, always) = (gate.share(), AtomicBool::new(true));
        share.stop();
        let work = || simulated(1_000_000, &share, &always);
        thread::scope(|scope| assert_eq!(scope.spawn(work).join().unwrap(), None));
    }

    #[test]
    fn a_thread_that_panics_gives_its_turn_back() {
        let gate = Gate::new(1);
        let share = gate.share();
        let own = share.clone();
        let died = thread::spawn(move || {
            let _turn = own.turn();
            panic!("of this test");
        });
        assert!(died.join().is_err());
        drop(share.turn());
    }
}
