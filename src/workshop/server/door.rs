//! Who is at the door and who is inside, counted, and how a connection is ended.

use std::collections::HashMap;
use std::net::{IpAddr, Shutdown, TcpStream};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::house::House;
use super::limits::{Attempts, Bucket, Limits};
use super::log::{Log, News};
use crate::app::Msg;
use crate::jobs::Gate;

/// The socket of a connection, held a second time so that anybody can end it: both ways at once,
/// however the other side behaves.
#[derive(Clone, Debug)]
pub(super) struct Cut(Arc<TcpStream>);

impl Cut {
    pub(super) fn of(socket: TcpStream) -> Self {
        Self(Arc::new(socket))
    }

    pub(super) fn now(&self) {
        // It may be gone already.
        let _ = self.0.shutdown(Shutdown::Both);
    }
}

/// What is said to somebody whose connection ends from our side.
pub(super) type Farewell = Arc<Mutex<Option<String>>>;

/// Everything that connections share.
pub(super) struct Hall {
    pub(super) house: Arc<dyn House>,
    pub(super) limits: Limits,
    pub(super) gate: Gate,
    log: Log,
    state: Mutex<State>,
}

struct State {
    attempts: Attempts,
    strangers: HashMap<IpAddr, usize>,
    inside: usize,
    commands: usize,
    sitting: HashMap<u64, (Sender<Msg>, Farewell)>,
    next: u64,
    /// News of those who are sent away are many when somebody attacks.
    noise: Bucket,
}

/// Counts somebody as long as it is kept.
pub(super) struct Counted {
    hall: Arc<Hall>,
    what: What,
}

#[derive(Clone, Copy)]
enum What {
    Stranger(IpAddr),
    Inside,
    Command,
    Sitting(u64),
}

impl Hall {
    pub(super) fn new(house: Arc<dyn House>, limits: Limits, log: Log) -> Arc<Self> {
        let now = Instant::now();
        let state = State {
            attempts: Attempts::new(&limits, now),
            strangers: HashMap::new(),
            inside: 0,
            commands: 0,
            sitting: HashMap::new(),
            next: 0,
            noise: Bucket::new(10, 0.2, now),
        };
        Arc::new(Self {
            house,
            limits,
            gate: Gate::new(crate::jobs::processors()),
            log,
            state: Mutex::new(state),
        })
    }

    pub(super) fn log(&self, news: News) {
        (self.log)(news);
    }

    /// News that strangers can cause without end: ten, and then one in five seconds.
    pub(super) fn log_noise(&self, news: News) {
        if self.state().noise.take(1.0, Instant::now()).is_none() {
            self.log(news);
        }
    }

    /// A connection that has shown nothing yet; `None` if there are too many.
    pub(super) fn stranger(self: &Arc<Self>, address: IpAddr) -> Option<Counted> {
        let mut state = self.state();
        let in_all: usize = state.strangers.values().sum();
        let own = state.strangers.entry(address).or_default();
        if in_all >= self.limits.strangers || *own >= self.limits.strangers_per_address {
            return None;
        }
        *own += 1;
        drop(state);
        Some(self.counted(What::Stranger(address)))
    }

    /// Somebody who has shown a code or key; `None` if the workshop is full.
    pub(super) fn inside(self: &Arc<Self>) -> Option<Counted> {
        let mut state = self.state();
        if state.inside >= self.limits.clients {
            return None;
        }
        state.inside += 1;
        drop(state);
        Some(self.counted(What::Inside))
    }

    /// A command; `None` if too many run.
    pub(super) fn command(self: &Arc<Self>) -> Option<Counted> {
        let mut state = self.state();
        if state.commands >= self.limits.commands {
            return None;
        }
        state.commands += 1;
        drop(state);
        Some(self.counted(What::Command))
    }

    /// Somebody who sits at a workbench and can be told to go.
    pub(super) fn sitting(self: &Arc<Self>, inbox: Sender<Msg>, farewell: Farewell) -> Counted {
        let mut state = self.state();
        let number = state.next;
        state.next += 1;
        state.sitting.insert(number, (inbox, farewell));
        drop(state);
        self.counted(What::Sitting(number))
    }

    /// Asks everybody to go, with words. How many that is.
    pub(super) fn send_home(&self, words: &str) -> usize {
        let state = self.state();
        for (inbox, farewell) in state.sitting.values() {
            part(inbox, farewell, words);
        }
        state.sitting.len()
    }

    /// How many sit at a workbench.
    pub(super) fn sitters(&self) -> usize {
        self.state().sitting.len()
    }

    pub(super) fn may_try(&self, address: IpAddr) -> bool {
        self.state().attempts.may_try(address, Instant::now())
    }

    pub(super) fn was_right(&self, address: IpAddr) {
        self.state().attempts.was_right(address);
    }

    fn counted(self: &Arc<Self>, what: What) -> Counted {
        let hall = Arc::clone(self);
        Counted { hall, what }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        let mut state = self.hall.state();
        match self.what {
            What::Inside => state.inside -= 1,
            What::Command => state.commands -= 1,
            What::Sitting(number) => _ = state.sitting.remove(&number),
            What::Stranger(address) => {
                let left = state.strangers.get_mut(&address).map(|count| {
                    *count -= 1;
                    *count
                });
                if left == Some(0) {
                    state.strangers.remove(&address);
                }
            }
        }
    }
}

/// Asks somebody to go, with words. The first words stay.
pub(super) fn part(inbox: &Sender<Msg>, farewell: &Farewell, words: &str) {
    let mut said = farewell.lock().unwrap_or_else(PoisonError::into_inner);
    said.get_or_insert_with(|| words.to_owned());
    drop(said);
    // Whoever has gone already hears nothing.
    let _ = inbox.send(Msg::Terminate);
}
