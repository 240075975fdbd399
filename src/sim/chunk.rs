//! Simulates one chunk of draws and packs what is kept of it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use super::dispatch::Job;
use super::ensemble::ChunkResult;
use super::kernel::{Kernel, Sink, Workspace};
use super::layout::{Layout, Value, Yearly};
use super::sheet::{Sheet, Source};
use super::sketch::{BINS, Bins};
use crate::model::indicators::Year;
use crate::model::lane::Lane;

/// Draws whose yearly values are gathered before they are counted.
const BATCH: usize = 32;

/// Counts of all yearly distributions, shared by the workers; one lock for each row of years.
pub struct Counts {
    rows: Vec<Mutex<Vec<u32>>>,
}

impl Counts {
    /// Zeros for so many rows and values.
    pub fn new(rows: usize, values: usize) -> Self {
        Counts {
            rows: (0..rows)
                .map(|_| Mutex::new(vec![0; values * BINS]))
                .collect(),
        }
    }

    /// All counts, row by row.
    pub fn into_rows(self) -> Vec<Vec<u32>> {
        let inner = |row: Mutex<Vec<u32>>| {
            row.into_inner()
                .unwrap_or_else(std::sync::PoisonError::into_inner)
        };
        self.rows.into_iter().map(inner).collect()
    }
}

/// What all chunks of a run share.
pub struct Shared<'a> {
    /// What is kept.
    pub layout: &'a Layout,
    /// Where numbers come from.
    pub source: &'a Source<'a>,
    /// Columns to keep of each draw.
    pub kept_columns: &'a [usize],
    /// Step of each row of years.
    pub steps_of_rows: &'a [usize],
    /// Bins by step and value; empty unless sketched.
    pub bins: &'a [Bins],
    /// Where sketched values are counted.
    pub counts: Option<&'a Counts>,
    /// Find ranges only, to lay bins.
    pub pilot: bool,
    /// Set to stop.
    pub cancel: &'a AtomicBool,
}

/// One chunk to be simulated.
pub struct ChunkJob<'a, const G: usize> {
    /// The compiled plan.
    pub kernel: &'a Kernel<'a, G>,
    /// What chunks share.
    pub shared: &'a Shared<'a>,
    /// The worker's own sheet.
    pub sheet: &'a mut Sheet,
    /// First draw.
    pub first: u64,
    /// Number of draws, at most one chunk's.
    pub draws: usize,
    /// Number of paths.
    pub paths: usize,
}

impl<const G: usize> Job for ChunkJob<'_, G> {
    /// `None` when it was cancelled.
    type Out = Option<ChunkResult>;

    #[inline(always)]
    fn run<L: Lane>(self, zero: L) -> Option<ChunkResult> {
        self.sheet.fill(self.shared.source, self.first, self.draws);
        let mut work = Workspace::<L, G>::new();
        let mut sink = Keeper::new(self.shared, self.draws, self.paths);
        for offset in (0..self.draws).step_by(L::WIDTH) {
            if self.shared.cancel.load(Ordering::Relaxed) {
                return None;
            }
            sink.offset = offset;
            self.kernel.walk(
                zero,
                self.sheet,
                self.shared.source,
                offset,
                &mut work,
                &mut sink,
            );
            let next = offset + L::WIDTH;
            if next % BATCH == 0 || next >= self.draws {
                sink.flush((next - 1) / BATCH * BATCH, next.min(self.draws));
            }
        }
        let mut result = sink.result;
        for column in self.shared.kept_columns {
            result
                .columns
                .extend_from_slice(&self.sheet.columns()[*column][..self.draws]);
        }
        Some(result)
    }
}

/// Collects years into a chunk's result.
struct Keeper<'a> {
    shared: &'a Shared<'a>,
    result: ChunkResult,
    /// Yearly values of a batch: `[row][value][draw]`.
    batch: Vec<f64>,
    offset: usize,
}

impl<'a> Keeper<'a> {
    fn new(shared: &'a Shared<'a>, draws: usize, paths: usize) -> Self {
        let (rows, layout) = (shared.steps_of_rows.len(), shared.layout);
        let places = rows * layout.series.len();
        let exact = layout.yearly == Yearly::Exact && !shared.pilot;
        let ranges = if shared.pilot { places } else { 0 };
        let result = ChunkResult {
            draws,
            horizon: vec![0.0; paths * layout.horizon.len() * draws],
            yearly: vec![0.0; if exact { places * draws } else { 0 }],
            sums: vec![0.0; places],
            ranges: vec![(f64::INFINITY, f64::NEG_INFINITY); ranges],
            columns: Vec::with_capacity(shared.kept_columns.len() * draws),
        };
        Keeper {
            shared,
            result,
            batch: vec![0.0; places * BATCH],
            offset: 0,
        }
    }

    /// Moves the yearly values of draws `from..to` to where they are kept.
    #[inline(always)]
    fn flush(&mut self, from: usize, to: usize) {
        let (width, draws) = (self.shared.layout.series.len(), self.result.draws);
        for (row, values) in self.batch.chunks_exact(width * BATCH).enumerate() {
            let mut counts = self.shared.counts.and_then(|c| c.rows.get(row)).map(lock);
            let bins = self.shared.steps_of_rows[row] * width;
            for (place, values) in values.chunks_exact(BATCH).enumerate() {
                let values = &values[..to - from];
                let at = row * width + place;
                self.result.sums[at] += sum(values);
                if let Some(counts) = &mut counts {
                    count(
                        values,
                        &self.shared.bins[bins + place],
                        &mut counts[place * BINS..][..BINS],
                    );
                } else if let Some(range) = self.result.ranges.get_mut(at) {
                    *range = values
                        .iter()
                        .fold(*range, |(low, high), v| (low.min(*v), high.max(*v)));
                } else if !self.result.yearly.is_empty() {
                    let to_place = at * draws + from;
                    self.result.yearly[to_place..to_place + values.len()].copy_from_slice(values);
                }
            }
        }
    }
}

/// Sum in eight strands, so that registers can add them; the same strands on every machine.
#[inline(always)]
fn sum(values: &[f64]) -> f64 {
    let mut strands = [0.0; 8];
    let (eights, rest) = values.as_chunks::<8>();
    for eight in eights {
        for (strand, value) in strands.iter_mut().zip(eight) {
            *strand += value;
        }
    }
    strands.iter().sum::<f64>() + rest.iter().sum::<f64>()
}

/// Counts values in bins; a full batch finds all its bins before it counts.
#[inline(always)]
fn count(values: &[f64], bins: &Bins, counts: &mut [u32]) {
    if let Ok(batch) = <&[f64; BATCH]>::try_from(values) {
        let mut places = [0_u32; BATCH];
        for (place, value) in places.iter_mut().zip(batch) {
            *place = bins.bin(*value);
        }
        for place in places {
            counts[place as usize] += 1;
        }
    } else {
        for value in values {
            counts[bins.bin(*value) as usize] += 1;
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // A worker that panicked leaves whole numbers behind; the run is reported as failed anyway.
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

impl<L: Lane, const G: usize> Sink<L, G> for Keeper<'_> {
    #[inline(always)]
    fn year(&mut self, row: usize, leaf: Option<usize>, year: &Year<L, G>) {
        let layout = self.shared.layout;
        let in_batch = self.offset % BATCH;
        let values = &mut self.batch[row * layout.series.len() * BATCH..];
        for (value, place) in layout.series.iter().zip(values.chunks_exact_mut(BATCH)) {
            pick(year, *value).store(&mut place[in_batch..]);
        }
        let Some(path) = leaf else { return };
        let draws = self.result.draws;
        let values = &mut self.result.horizon[path * layout.horizon.len() * draws..];
        for (value, place) in layout.horizon.iter().zip(values.chunks_exact_mut(draws)) {
            pick(year, *value).store(&mut place[self.offset..]);
        }
    }
}

/// One kind of number out of a simulated year.
#[inline(always)]
pub fn pick<L: Lane, const G: usize>(year: &Year<L, G>, value: Value) -> L {
    match value {
        Value::Indicator(i) => year.indicators[i],
        Value::Cohort(c, g) => year.cohorts[c][g],
    }
}
