//! Runs a plan on several threads, with the same bits for any number of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use super::gate;
use crate::sim::chunk::{ChunkJob, Counts, Shared};
use crate::sim::dispatch::{Job, Lanes};
use crate::sim::ensemble::{ChunkResult, Ensemble, chunk_count};
use crate::sim::kernel::Kernel;
use crate::sim::layout::{DEFAULT_BUDGET, Layout, Yearly};
use crate::sim::odds::Chance;
use crate::sim::plan::Plan;
use crate::sim::sheet::{CHUNK, Sheet, Source};
use crate::sim::sketch::{Bins, PILOT};

/// How often the caller hears of progress and may cancel.
const TICK: Duration = Duration::from_millis(20);

/// How a run is carried out; none of it changes a number.
#[derive(Clone, Debug)]
pub struct RunOptions {
    /// Worker threads; `None` = as many as the machine has processors.
    pub threads: Option<usize>,
    /// Bytes that results may take.
    pub budget: usize,
    /// Which lanes to use.
    pub lanes: Lanes,
}

impl Default for RunOptions {
    fn default() -> Self {
        RunOptions {
            threads: None,
            budget: DEFAULT_BUDGET,
            lanes: Lanes::Widest,
        }
    }
}

/// A run that came to an end.
#[derive(Clone, Debug)]
pub struct Finished {
    /// The numbers.
    pub ensemble: Ensemble,
    /// False when it was cancelled: then only the first draws are there.
    pub complete: bool,
}

/// Simulates a plan. `progress` hears the share done, 0..1, and cancels by returning false; what
/// was finished by then, without gaps, is kept.
pub fn run(
    plan: &Arc<Plan>,
    options: &RunOptions,
    progress: &mut dyn FnMut(f64) -> bool,
) -> Finished {
    run_keeping(plan, Layout::fit(plan, options.budget), options, progress)
}

/// The same, keeping just what `layout` names.
pub fn run_keeping(
    plan: &Arc<Plan>,
    layout: Layout,
    options: &RunOptions,
    progress: &mut dyn FnMut(f64) -> bool,
) -> Finished {
    run_watched(plan, layout, options, &mut |so_far| {
        progress(so_far.share())
    })
}

/// The same, looking at what is done so far whenever progress is told.
pub fn run_watched(
    plan: &Arc<Plan>,
    layout: Layout,
    options: &RunOptions,
    progress: Watch<'_>,
) -> Finished {
    if plan.country().cohorts.len() <= 4
        && plan
            .reference
            .as_ref()
            .is_none_or(|r| r.country.cohorts.len() <= 4)
    {
        run_with::<4>(plan, layout, options, progress, &|job| {
            options.lanes.run(job)
        })
    } else {
        // More than four cohorts are rare: plain numbers give the same bits without a second copy
        // of the equations for every kind of register.
        run_with::<8>(plan, layout, options, progress, &|job| job.run(0.0_f64))
    }
}

/// Hears of progress; false cancels.
pub type Watch<'a> = &'a mut dyn FnMut(&SoFar<'_>) -> bool;

/// A run on its way.
pub struct SoFar<'a> {
    plan: &'a Arc<Plan>,
    layout: &'a Arc<Layout>,
    kept_columns: &'a [usize],
    places: Vec<Option<Arc<ChunkResult>>>,
    finished: usize,
    /// Chunks in front without gaps: what is kept if the run is cancelled now.
    front: usize,
    newest: Option<usize>,
}

impl SoFar<'_> {
    /// Share of the draws that are done, 0..1.
    pub fn share(&self) -> f64 {
        self.finished as f64 / self.places.len().max(1) as f64
    }

    /// Draws that are kept if the run is cancelled now.
    pub fn kept(&self) -> usize {
        (self.front * CHUNK).min(self.plan.draws as usize)
    }

    /// The chunk of draws that came in last, as an ensemble of its own without yearly bins; `None`
    /// when only time has passed since the last call.
    pub fn newest(&self) -> Option<Ensemble> {
        let chunk = self.places.get(self.newest?)?.clone()?;
        Some(Ensemble {
            plan: Arc::clone(self.plan),
            layout: Arc::clone(self.layout),
            chunks: vec![chunk],
            counts: Arc::default(),
            bins: Arc::default(),
            kept_columns: self.kept_columns.to_vec(),
        })
    }

    /// Puts what workers send in the order of draws until all is there or somebody cancels.
    fn gather(
        &mut self,
        results: &mpsc::Receiver<(usize, ChunkResult)>,
        cancel: &AtomicBool,
        progress: Watch<'_>,
    ) {
        while self.finished < self.places.len() && !cancel.load(Ordering::Relaxed) {
            self.newest = match results.recv_timeout(TICK) {
                Ok((chunk, result)) => {
                    self.places[chunk] = Some(Arc::new(result));
                    self.finished += 1;
                    while self.places.get(self.front).is_some_and(Option::is_some) {
                        self.front += 1;
                    }
                    Some(chunk)
                }
                Err(mpsc::RecvTimeoutError::Timeout) => None,
                Err(mpsc::RecvTimeoutError::Disconnected) => break,
            };
            if !progress(self) || gate::stopped() {
                cancel.store(true, Ordering::Relaxed);
            }
        }
    }
}

/// Stops the others when a worker panics; without it they would wait for its chunk forever.
struct Alarm<'a>(&'a AtomicBool);

impl Drop for Alarm<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.store(true, Ordering::Relaxed);
        }
    }
}

/// Does a chunk on some lanes.
type CarryOut<'a, const G: usize> = &'a (dyn Fn(ChunkJob<'_, G>) -> Option<ChunkResult> + Sync);

fn run_with<const G: usize>(
    plan: &Arc<Plan>,
    layout: Layout,
    options: &RunOptions,
    progress: Watch<'_>,
    carry_out: CarryOut<'_, G>,
) -> Finished {
    let layout = Arc::new(layout);
    let kernel = Kernel::<G>::new(plan);
    let source = Source::new(plan);
    let steps_of_rows = steps_of_rows(plan);
    let sketched = layout.yearly == Yearly::Sketch;
    let kept_columns = kept_columns(plan);
    let cancel = AtomicBool::new(false);
    let mut shared = Shared {
        layout: &layout,
        source: &source,
        kept_columns: &kept_columns,
        steps_of_rows: &steps_of_rows,
        bins: &[],
        counts: None,
        pilot: false,
        cancel: &cancel,
    };
    let bins = if sketched {
        pilot(plan, &kernel, &shared, carry_out)
    } else {
        Vec::new()
    };
    let counts = sketched.then(|| Counts::new(plan.rows, layout.series.len()));
    (shared.bins, shared.counts) = (&bins, counts.as_ref());
    let (chunks, complete) = work(
        plan, &kernel, &layout, &shared, options, progress, carry_out,
    );
    let counts = counts.map(Counts::into_rows).unwrap_or_default();
    let ensemble = Ensemble {
        plan: Arc::clone(plan),
        layout,
        chunks,
        counts: Arc::new(counts),
        bins: Arc::new(bins),
        kept_columns,
    };
    Finished { ensemble, complete }
}

/// Hands chunks to workers and puts the results in order.
fn work<const G: usize>(
    plan: &Arc<Plan>,
    kernel: &Kernel<'_, G>,
    layout: &Arc<Layout>,
    shared: &Shared<'_>,
    options: &RunOptions,
    progress: Watch<'_>,
    carry_out: CarryOut<'_, G>,
) -> (Vec<Arc<ChunkResult>>, bool) {
    let total = chunk_count(plan);
    let next = AtomicUsize::new(0);
    let (done, results) = mpsc::channel();
    let mut so_far = SoFar {
        plan,
        layout,
        kept_columns: shared.kept_columns,
        places: vec![None; total],
        finished: 0,
        front: 0,
        newest: None,
    };
    let share = gate::share();
    let worker = || {
        gate::work_for(share.as_ref());
        let done = done.clone();
        let _alarm = Alarm(shared.cancel);
        let mut sheet = Sheet::new(plan);
        loop {
            let turn = gate::turn();
            let chunk = next.fetch_add(1, Ordering::Relaxed);
            if chunk >= total || shared.cancel.load(Ordering::Relaxed) {
                return;
            }
            let job = ChunkJob {
                kernel,
                shared,
                sheet: &mut sheet,
                first: (chunk * CHUNK) as u64,
                draws: Layout::chunk_draws(plan, chunk),
                paths: plan.paths.len(),
            };
            let Some(result) = carry_out(job) else { return };
            drop(turn);
            if done.send((chunk, result)).is_err() {
                return;
            }
        }
    };
    let threads = options
        .threads
        .unwrap_or_else(processors)
        .clamp(1, total.max(1));
    std::thread::scope(|scope| {
        // Whoever hears of progress may panic too.
        let _alarm = Alarm(shared.cancel);
        for _ in 0..threads {
            scope.spawn(worker);
        }
        so_far.gather(&results, shared.cancel, progress);
    });
    let chunks: Vec<Arc<ChunkResult>> =
        so_far.places.into_iter().map_while(|place| place).collect();
    let complete = chunks.len() == total;
    (chunks, complete)
}

/// Processors that this machine offers.
pub fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// The step that each row of years stands for.
fn steps_of_rows(plan: &Plan) -> Vec<usize> {
    plan.segments
        .iter()
        .flat_map(|segment| segment.from..segment.to)
        .collect()
}

/// Columns that weights and costs are computed from after the run.
fn kept_columns(plan: &Plan) -> Vec<usize> {
    let odds = plan
        .splits
        .iter()
        .flat_map(|split| &split.branches)
        .filter_map(|chance| match chance {
            Chance::Column(column) => Some(*column),
            Chance::Fixed(_) => None,
        });
    let costs = plan
        .paths
        .iter()
        .flat_map(|path| &path.costs)
        .map(|(column, _)| *column);
    let mut columns: Vec<usize> = odds.chain(costs).collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// Bins for every value at every step, over the range of the first few draws.
fn pilot<const G: usize>(
    plan: &Plan,
    kernel: &Kernel<'_, G>,
    shared: &Shared<'_>,
    carry_out: CarryOut<'_, G>,
) -> Vec<Bins> {
    let draws = PILOT.min(plan.draws as usize);
    let mut sheet = Sheet::new(plan);
    let shared = Shared {
        pilot: true,
        ..*shared
    };
    let job = ChunkJob {
        kernel,
        shared: &shared,
        sheet: &mut sheet,
        first: 0,
        draws,
        paths: plan.paths.len(),
    };
    let _turn = gate::turn();
    let ranges = carry_out(job).unwrap_or_default().ranges;
    let width = shared.layout.series.len();
    let mut by_step = vec![(f64::INFINITY, f64::NEG_INFINITY); (plan.steps + 1) * width];
    for (at, (low, high)) in ranges.iter().enumerate() {
        let range = &mut by_step[shared.steps_of_rows[at / width] * width + at % width];
        *range = (range.0.min(*low), range.1.max(*high));
    }
    by_step
        .iter()
        .map(|(low, high)| Bins::over(*low, *high))
        .collect()
}
