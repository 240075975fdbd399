//! Carries effects out on this machine: files, runs, the clipboard.
//!
//! Files are one thread's work, in the order asked for; runs and questions are the engine's. The
//! event loop never waits for either. A counter says how much is still on its way, for replays.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::clerk::Clerk;
use super::drive::World;
use super::measured::Written;
use crate::app::{DocumentId, Effect, Msg, Need};
use crate::files::{Clock, Homes};
use crate::jobs::gate;
use crate::live::{Answer, Engine, Report, Request, Results, answer_among, search_among};
use crate::tell;
use crate::workshop::RoomAct;

/// Progress of a search is told at most ten times a second.
const PACE: Duration = Duration::from_millis(100);

/// How long files may take when the program is left.
const PATIENCE: Duration = Duration::from_secs(5);

/// Whose run it is: the scenario, and the wildcard that is switched on.
type RunKey = (DocumentId, Option<String>);

/// What has been asked for and has not come back yet.
#[derive(Clone, Debug, Default)]
pub struct Outstanding {
    jobs: Arc<AtomicUsize>,
    runs: Arc<Mutex<Vec<RunKey>>>,
}

impl Outstanding {
    /// Is nothing on its way?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let runs = self.runs.lock().unwrap_or_else(PoisonError::into_inner);
        self.jobs.load(Ordering::SeqCst) == 0 && runs.is_empty()
    }

    /// A job that is over when it is dropped, even by a panic.
    fn begin(&self) -> Job {
        self.jobs.fetch_add(1, Ordering::SeqCst);
        Job(Arc::clone(&self.jobs))
    }

    fn run(&self, key: RunKey) {
        let mut runs = self.runs.lock().unwrap_or_else(PoisonError::into_inner);
        if !runs.contains(&key) {
            runs.push(key);
        }
    }

    fn ran(&self, key: &RunKey) {
        let mut runs = self.runs.lock().unwrap_or_else(PoisonError::into_inner);
        runs.retain(|other| other != key);
    }
}

/// Something on its way.
struct Job(Arc<AtomicUsize>);

impl Drop for Job {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// What puts a text into a clipboard.
type Clipboard = Box<dyn FnMut(&str) -> Result<(), String> + Send>;

/// Where what is asked of the workshop's room goes. Must not block long.
pub type RoomDoor = Box<dyn FnMut(RoomAct) + Send>;

/// The world of this machine.
pub struct Office {
    engine: Engine,
    /// The engine knows runs by their places here.
    keys: Arc<Mutex<Vec<RunKey>>>,
    /// Orders to the files' thread; none once the program is left.
    clerk: Option<Sender<(Effect, Job)>>,
    /// Says that the files' thread has carried out everything.
    filed: Receiver<()>,
    out: Sender<Msg>,
    outstanding: Outstanding,
    clipboard: Clipboard,
    written: Written,
    /// Searches on their way, and what stops each.
    searches: Vec<(Need, Arc<AtomicBool>)>,
    suspend: Box<dyn FnMut() -> io::Result<()> + Send>,
    room: Option<RoomDoor>,
}

impl Office {
    /// Opens the office. Messages go to `out`.
    ///
    /// # Errors
    /// If the system refuses threads.
    pub fn open(homes: Homes, clock: Clock, out: Sender<Msg>) -> io::Result<Self> {
        let outstanding = Outstanding::default();
        let keys: Arc<Mutex<Vec<RunKey>>> = Arc::default();
        let (names, tell_out, ours) = (Arc::clone(&keys), out.clone(), outstanding.clone());
        let engine = Engine::new(Arc::new(move |number, report: Report| {
            let names = names.lock().unwrap_or_else(PoisonError::into_inner);
            let place = usize::try_from(number).unwrap_or(usize::MAX);
            let Some(key) = names.get(place).cloned() else {
                return;
            };
            let over = !matches!(report, Report::Progress { .. } | Report::Preview(_));
            // Whoever left does not hear the end; that is no fault.
            let _ = tell_out.send(Msg::Live(key.0, key.1.clone(), Box::new(report)));
            if over {
                ours.ran(&key);
            }
        }));
        let (clerk, orders) = channel::<(Effect, Job)>();
        let answers = out.clone();
        let (done, filed) = channel();
        thread::Builder::new()
            .name("files".to_owned())
            .spawn(move || {
                let mut clerk = Clerk::new(homes, clock, answers);
                for (order, job) in orders {
                    // A panic is told by its hook; later orders must still be carried out.
                    let _ = catch_unwind(AssertUnwindSafe(|| clerk.carry_out(order)));
                    drop(job);
                }
                let _ = done.send(());
            })?;
        Ok(Office {
            engine,
            keys,
            clerk: Some(clerk),
            filed,
            out,
            outstanding,
            clipboard: Box::new(|_| Err(String::new())),
            written: Written::default(),
            searches: Vec::new(),
            suspend: Box::new(|| Ok(())),
            room: None,
        })
    }

    /// With a clipboard.
    #[must_use]
    pub fn with_clipboard(
        mut self,
        clipboard: impl FnMut(&str) -> Result<(), String> + Send + 'static,
    ) -> Self {
        self.clipboard = Box::new(clipboard);
        self
    }

    /// With a counter of the bytes that went to the terminal.
    #[must_use]
    pub fn with_written(mut self, written: Written) -> Self {
        self.written = written;
        self
    }

    /// In a workshop: what is asked of the room goes through this door.
    #[must_use]
    pub fn with_room(mut self, door: RoomDoor) -> Self {
        self.room = Some(door);
        self
    }

    /// With a way to the shell and back.
    #[must_use]
    pub fn with_suspend(
        mut self,
        suspend: impl FnMut() -> io::Result<()> + Send + 'static,
    ) -> Self {
        self.suspend = Box::new(suspend);
        self
    }

    /// What is still on its way.
    #[must_use]
    pub fn outstanding(&self) -> Outstanding {
        self.outstanding.clone()
    }

    fn copy(&mut self, text: &str) {
        if let Err(reason) = (self.clipboard)(text) {
            let _ = self
                .out
                .send(Msg::Trouble(tell!("copy-refused", reason = reason)));
        }
    }

    /// Waits until every journal and file is written: whoever leaves, or is ended from outside,
    /// loses nothing. A disk that hangs must not keep the program alive.
    fn close(&mut self) {
        if self.clerk.take().is_some() {
            let _ = self.filed.recv_timeout(PATIENCE);
        }
    }

    /// The number by which the engine knows a run.
    fn number(&self, key: RunKey) -> u64 {
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        let place = keys.iter().position(|known| *known == key);
        let place = place.unwrap_or_else(|| {
            keys.push(key);
            keys.len() - 1
        });
        place as u64
    }

    fn stop_searches(&mut self, which: impl Fn(&Need) -> bool) {
        self.searches.retain(|(need, stop)| {
            let stopped = which(need);
            stop.fetch_or(stopped, Ordering::SeqCst);
            // What has ended holds no end of its flag any more.
            !stopped && Arc::strong_count(stop) > 1
        });
    }

    fn think(&mut self, need: Need, results: Vec<Arc<Results>>) {
        let (out, job) = (self.out.clone(), self.outstanding.begin());
        if !need.is_search() {
            return self.engine.run(move || {
                let _over_when_dropped = job;
                if let Some(question) = need.question() {
                    let answer = Arc::new(answer_among(&results, &question));
                    let _ = out.send(Msg::Answer(need, results, answer));
                }
            });
        }
        // A search takes long: other questions must not wait for it, and a newer one of its kind
        // ends it.
        self.stop_searches(|other| other.is_of_kind(&need));
        let stop = Arc::new(AtomicBool::new(false));
        self.searches.push((need.clone(), Arc::clone(&stop)));
        let share = gate::share();
        let work = move || {
            gate::work_for(share.as_ref());
            let _over_when_dropped = job;
            let mut told = Instant::now();
            let mut progress = |share: f64| {
                if told.elapsed() >= PACE {
                    told = Instant::now();
                    let _ = out.send(Msg::Searching(need.clone(), share));
                }
                !stop.load(Ordering::SeqCst)
            };
            let found = search(&need, &results, &mut progress);
            let found = found.filter(|_| !stop.load(Ordering::SeqCst));
            let _ = out.send(match found {
                Some(answer) => Msg::Answer(need, results, Arc::new(answer)),
                None => Msg::GivenUp(need, results),
            });
        };
        // Where the system has no thread to give, there is no search either.
        let _ = thread::Builder::new().name("search".to_owned()).spawn(work);
    }
}

/// What a search finds; `None` when it is not wanted any more.
fn search(
    need: &Need,
    results: &[Arc<Results>],
    progress: &mut dyn FnMut(f64) -> bool,
) -> Option<Answer> {
    let question = need.question()?;
    let work = AssertUnwindSafe(|| search_among(results, &question, progress));
    catch_unwind(work).ok()?
}

impl World for Office {
    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Simulate {
                document,
                scenario,
                wish,
                from,
                watch,
            } => {
                let key = (document, wish.stress.clone());
                self.outstanding.run(key.clone());
                self.engine.submit(Request {
                    document: self.number(key),
                    scenario,
                    wish,
                    from,
                    watch: Some(watch),
                });
            }
            Effect::Cancel(document) => {
                let key = (document, None);
                let number = self.number(key);
                self.engine.cancel(number);
            }
            Effect::Answer { need, results } => self.think(need, results),
            Effect::GiveUp(need) => self.stop_searches(|other| *other == need),
            Effect::Copy(text) => self.copy(&text),
            Effect::Quit => self.close(),
            Effect::Room(act) => {
                if let Some(door) = &mut self.room {
                    door(act);
                }
            }
            Effect::Suspend | Effect::Redraw => {}
            order => {
                let job = self.outstanding.begin();
                if let Some(clerk) = &self.clerk {
                    let _ = clerk.send((order, job));
                }
            }
        }
    }

    fn bytes_written(&self) -> u64 {
        self.written.bytes()
    }

    fn suspend(&mut self) -> io::Result<()> {
        (self.suspend)()
    }
}
