//! Runs in the background: one coordinator simulates, one answers questions.
//!
//! The newest request for a document replaces the one that waits and stops the one that runs.
//! Whatever happens in a worker, a panic included, reaches the caller as a report; results that
//! are already there stay as they are.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::convergence::{Convergence, Watcher};
use super::results::{Results, RunWish, Stage, preview, simulate_watched};
use super::reweigh::reweighted;
use super::subject::Subject;
use crate::jobs::gate;
use crate::scenario::Scenario;
use crate::sim::PlanError;

/// Progress is told at most ten times a second.
const PACE: Duration = Duration::from_millis(100);

/// A run that is wanted.
#[derive(Clone, Debug)]
pub struct Request {
    /// Whose numbers: chosen by the caller, the same for every run of a document.
    pub document: u64,
    /// What to simulate.
    pub scenario: Arc<Scenario>,
    /// How.
    pub wish: RunWish,
    /// Earlier results: used when new weights are enough.
    pub from: Option<Arc<Results>>,
    /// What the room looks at: its convergence is told, and its numbers are ready when the
    /// results come.
    pub watch: Option<Subject>,
}

/// News of a run.
#[derive(Clone, Debug)]
pub enum Report {
    /// How far it has come; at most ten times a second, and once more when all is done.
    Progress {
        /// Share done, 0..1.
        share: f64,
        /// Seconds to go, once that can be told.
        seconds_left: Option<f64>,
        /// Whether what the room looks at has settled.
        convergence: Convergence,
    },
    /// A first answer from few draws.
    Preview(Arc<Results>),
    /// All draws.
    Done(Arc<Results>),
    /// Stopped by [`Engine::cancel`]: the draws that were done by then.
    Partial(Arc<Results>),
    /// Stopped before anything was done: what was shown before still holds.
    Stopped,
    /// The scenario cannot be simulated.
    Failed(PlanError),
    /// A worker panicked; what it said.
    Panicked(String),
}

/// Who hears of runs: document and news.
pub type Listener = Arc<dyn Fn(u64, Report) + Send + Sync>;

/// Carries out one request.
pub type Carrier = Box<dyn Fn(Request, &Teller<'_>) + Send>;

/// Passes news of one run on and knows whether it is to go on.
pub struct Teller<'a> {
    document: u64,
    listener: &'a Listener,
    stop: &'a Stop,
}

impl Teller<'_> {
    /// Passes news on, unless something newer has taken the run's place.
    pub fn tell(&self, report: Report) {
        if !self.is_replaced() {
            (self.listener)(self.document, report);
        }
    }

    /// Nobody has stopped the run.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        !self.stop.now.load(Ordering::Relaxed)
    }

    /// Nobody wants to hear of the run any more.
    #[must_use]
    pub fn is_replaced(&self) -> bool {
        self.stop.quiet.load(Ordering::Relaxed)
    }
}

/// The coordinator. Dropping it stops what runs and waits for the workers to end.
pub struct Engine {
    desk: Arc<Desk>,
    listener: Listener,
    threads: Vec<JoinHandle<()>>,
}

/// Something else to be done in the background, such as answering a question.
type Errand = Box<dyn FnOnce() + Send>;

/// What lies on the desk between caller and coordinator.
#[derive(Default)]
struct Desk {
    work: Mutex<Work>,
    /// Somebody put something on the desk.
    news: Condvar,
}

#[derive(Default)]
struct Work {
    waiting: VecDeque<Request>,
    /// The document that is simulated now, and how to stop it.
    running: Option<(u64, Arc<Stop>)>,
    errands: VecDeque<Errand>,
    closed: bool,
}

/// How a run is stopped.
#[derive(Debug, Default)]
struct Stop {
    /// Stop soon.
    now: AtomicBool,
    /// And say nothing more: something newer has taken its place.
    quiet: AtomicBool,
}

impl Desk {
    fn work(&self) -> MutexGuard<'_, Work> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, work: MutexGuard<'a, Work>) -> MutexGuard<'a, Work> {
        self.news.wait(work).unwrap_or_else(PoisonError::into_inner)
    }
}

impl Engine {
    /// An idle engine that tells `listener` about its runs, from its own thread.
    #[must_use]
    pub fn new(listener: Listener) -> Self {
        Self::with_carrier(listener, Box::new(carry_out))
    }

    /// The same with another way to carry requests out.
    #[must_use]
    pub fn with_carrier(listener: Listener, carrier: Carrier) -> Self {
        let desk = Arc::new(Desk::default());
        let (runs, errands) = (Arc::clone(&desk), Arc::clone(&desk));
        let (pays, pays_too) = (gate::share(), gate::share());
        Engine {
            listener: Arc::clone(&listener),
            threads: vec![
                std::thread::spawn(move || {
                    gate::work_for(pays.as_ref());
                    coordinate(&runs, &listener, &carrier);
                }),
                std::thread::spawn(move || {
                    gate::work_for(pays_too.as_ref());
                    run_errands(&errands);
                }),
            ],
            desk,
        }
    }

    /// Asks for a run. It replaces an older request for the same document, waiting or running.
    pub fn submit(&self, request: Request) {
        let mut work = self.desk.work();
        work.waiting
            .retain(|other| other.document != request.document);
        stop_running(&work, request.document, true);
        work.waiting.push_back(request);
        self.desk.news.notify_all();
    }

    /// Stops the run of a document; what is done by then is told as [`Report::Partial`].
    pub fn cancel(&self, document: u64) {
        let mut work = self.desk.work();
        let waiting = work.waiting.len();
        work.waiting.retain(|other| other.document != document);
        let dropped = work.waiting.len() < waiting;
        stop_running(&work, document, false);
        drop(work);
        // What only waited has nobody else to tell of its end.
        if dropped {
            (self.listener)(document, Report::Stopped);
        }
    }

    /// Stops the run of a document that is closed: no more news of it.
    pub fn forget(&self, document: u64) {
        let mut work = self.desk.work();
        work.waiting.retain(|other| other.document != document);
        stop_running(&work, document, true);
    }

    /// Does something else in the background, in order, beside the runs: answering questions. What
    /// panics is dropped.
    pub fn run(&self, errand: impl FnOnce() + Send + 'static) {
        self.desk.work().errands.push_back(Box::new(errand));
        self.desk.news.notify_all();
    }

    /// Whether nothing runs, waits or is answered.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        let work = self.desk.work();
        work.running.is_none() && work.waiting.is_empty() && work.errands.is_empty()
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        let mut work = self.desk.work();
        work.closed = true;
        work.waiting.clear();
        work.errands.clear();
        if let Some((document, _)) = &work.running {
            stop_running(&work, *document, true);
        }
        drop(work);
        self.desk.news.notify_all();
        for thread in self.threads.drain(..) {
            // What a worker panicked with has been told already.
            let _ = thread.join();
        }
    }
}

fn stop_running(work: &Work, document: u64, quiet: bool) {
    if let Some((running, stop)) = &work.running
        && *running == document
    {
        stop.quiet.fetch_or(quiet, Ordering::Relaxed);
        stop.now.store(true, Ordering::Relaxed);
    }
}

/// Carries out requests until the engine is closed.
fn coordinate(desk: &Desk, listener: &Listener, carrier: &Carrier) {
    loop {
        let mut work = desk.work();
        let request = loop {
            if work.closed {
                return;
            }
            match work.waiting.pop_front() {
                Some(request) => break request,
                None => work = desk.wait(work),
            }
        };
        let stop = Arc::new(Stop::default());
        work.running = Some((request.document, Arc::clone(&stop)));
        drop(work);
        let teller = Teller {
            document: request.document,
            listener,
            stop: &stop,
        };
        let carried = catch_unwind(AssertUnwindSafe(|| carrier(request, &teller)));
        if let Err(reason) = carried {
            teller.tell(Report::Panicked(said(&*reason)));
        }
        desk.work().running = None;
    }
}

/// Does errands until the engine is closed.
fn run_errands(desk: &Desk) {
    loop {
        let mut work = desk.work();
        let errand = loop {
            if work.closed {
                return;
            }
            match work.errands.pop_front() {
                Some(errand) => break errand,
                None => work = desk.wait(work),
            }
        };
        drop(work);
        let _ = catch_unwind(AssertUnwindSafe(errand));
    }
}

/// What a panic said.
fn said(reason: &(dyn std::any::Any + Send)) -> String {
    let text = reason.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| reason.downcast_ref::<String>().cloned())
        .unwrap_or_default()
}

/// New weights if they are enough, else a preview and the whole run.
fn carry_out(mut request: Request, teller: &Teller<'_>) {
    // Earlier results are let go before new ones are made: both may be large.
    let whole = |from: &Arc<Results>| from.wish == request.wish && from.stage == Stage::Whole;
    let earlier = request.from.take().filter(whole);
    let found = earlier.and_then(|from| reweighted(&from, &request.scenario));
    if let Some(found) = found {
        teller.tell(Report::Done(ready(found, &request)));
        return;
    }
    if let Err(error) = simulate_in_steps(&request, teller) {
        teller.tell(Report::Failed(error));
    }
}

/// Ready to be looked at: the numbers that the screen will ask for first are gathered here, not by
/// whoever draws.
fn ready(results: Results, request: &Request) -> Arc<Results> {
    if let Some(subject) = &request.watch {
        let _ = results.values(subject);
    }
    Arc::new(results)
}

fn simulate_in_steps(request: &Request, teller: &Teller<'_>) -> Result<(), PlanError> {
    let (scenario, wish) = (&request.scenario, &request.wish);
    let subject = request.watch.as_ref();
    let first = preview(scenario, wish, subject, &mut |_| teller.goes_on())?;
    if let Some(first) = first {
        teller.tell(Report::Preview(ready(first, request)));
    }
    let mut pace = Pace::new();
    let mut watcher = subject.cloned().map(Watcher::new);
    let whole = simulate_watched(scenario, wish, subject, &mut |so_far| {
        if let (Some(watcher), Some(chunk)) = (&mut watcher, so_far.newest()) {
            watcher.take(&chunk);
        }
        if let Some(report) = pace.report(so_far.share(), watcher.as_ref()) {
            teller.tell(report);
        }
        teller.goes_on()
    })?;
    if teller.is_replaced() {
        return Ok(());
    }
    if whole.stage == Stage::Whole {
        // Whether the numbers have settled is told of all draws, not of those that were in when
        // it was last time to tell.
        teller.tell(pace.now(1.0, watcher.as_ref()));
    }
    teller.tell(match whole.stage {
        Stage::Partial if whole.draws() == 0 => Report::Stopped,
        Stage::Partial => Report::Partial(ready(whole, request)),
        Stage::Whole | Stage::Preview => Report::Done(ready(whole, request)),
    });
    Ok(())
}

/// When to tell of progress, and how long it will still take.
struct Pace {
    start: Instant,
    told: Instant,
}

impl Pace {
    fn new() -> Self {
        let now = Instant::now();
        Pace {
            start: now,
            told: now,
        }
    }

    /// What to tell now, if it is time.
    fn report(&mut self, share: f64, watcher: Option<&Watcher>) -> Option<Report> {
        if self.told.elapsed() < PACE {
            return None;
        }
        self.told = Instant::now();
        Some(self.now(share, watcher))
    }

    fn now(&self, share: f64, watcher: Option<&Watcher>) -> Report {
        let gone = self.start.elapsed().as_secs_f64();
        Report::Progress {
            share,
            seconds_left: (share > 0.0).then(|| gone * (1.0 - share) / share),
            convergence: watcher.map(Watcher::so_far).unwrap_or_default(),
        }
    }
}
