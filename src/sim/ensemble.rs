//! The raw numbers of a run.

use std::sync::Arc;

use super::layout::{Layout, Value, Yearly};
use super::plan::Plan;
use super::sheet::CHUNK;
use super::sketch::{BINS, Bins};

/// What one chunk of draws left behind.
#[derive(Clone, Debug, Default)]
pub struct ChunkResult {
    /// Draws in it.
    pub draws: usize,
    /// Horizon values: `[path][value][draw]`.
    pub horizon: Vec<f64>,
    /// Yearly values, when every draw is kept: `[row][value][draw]`.
    pub yearly: Vec<f64>,
    /// Sums of yearly values over the draws: `[row][value]`.
    pub sums: Vec<f64>,
    /// Smallest and largest yearly values of a pilot: `[row][value]`.
    pub ranges: Vec<(f64, f64)>,
    /// Columns that weights and costs need: `[column][draw]`.
    pub columns: Vec<f64>,
}

/// All draws of a plan. The numbers are shared: a copy, with this plan or another that differs in
/// probabilities only, costs next to nothing.
#[derive(Clone, Debug)]
pub struct Ensemble {
    /// What was run.
    pub plan: Arc<Plan>,
    /// What was kept.
    pub layout: Arc<Layout>,
    /// Chunks in the order of draws.
    pub chunks: Vec<Arc<ChunkResult>>,
    /// Counts of each row by value, when yearly values are sketched.
    pub counts: Arc<Vec<Vec<u32>>>,
    /// Bins by step and value, when yearly values are sketched.
    pub bins: Arc<Vec<Bins>>,
    /// Columns kept of each draw.
    pub kept_columns: Vec<usize>,
}

impl Ensemble {
    /// Draws that are there; fewer than asked for after a cancelled run.
    pub fn draws(&self) -> usize {
        self.chunks.iter().map(|c| c.draws).sum()
    }

    /// Horizon values of one path, in the order of draws; `None` if they were not kept and do not
    /// follow from others that were.
    pub fn horizon(&self, path: usize, value: Value) -> Option<Vec<f64>> {
        let Some(place) = self.layout.at_horizon(value) else {
            return super::derived::horizon(self, path, value);
        };
        let width = self.layout.horizon.len();
        let mut all = Vec::with_capacity(self.draws());
        for chunk in &self.chunks {
            let from = (path * width + place) * chunk.draws;
            all.extend_from_slice(&chunk.horizon[from..from + chunk.draws]);
        }
        Some(all)
    }

    /// Every draw of a value in one row of years; `None` unless all are kept.
    pub fn yearly(&self, row: usize, place: usize) -> Option<Vec<f64>> {
        if self.layout.yearly != Yearly::Exact {
            return None;
        }
        let width = self.layout.series.len();
        let mut all = Vec::with_capacity(self.draws());
        for chunk in &self.chunks {
            let from = (row * width + place) * chunk.draws;
            all.extend_from_slice(&chunk.yearly[from..from + chunk.draws]);
        }
        Some(all)
    }

    /// Mean over draws of a value in one row of years.
    pub fn yearly_mean(&self, row: usize, place: usize) -> f64 {
        let width = self.layout.series.len();
        let sum: f64 = self
            .chunks
            .iter()
            .map(|c| c.sums[row * width + place])
            .sum();
        sum / self.draws() as f64
    }

    /// Counts of a value in one row of years, when sketched.
    pub fn row_counts(&self, row: usize, place: usize) -> Option<&[u32]> {
        self.counts.get(row)?.get(place * BINS..(place + 1) * BINS)
    }

    /// A column of inputs, in the order of draws; only those that weights and costs need.
    pub fn column(&self, column: usize) -> Option<Vec<f64>> {
        let place = self.kept_columns.iter().position(|c| *c == column)?;
        let mut all = Vec::with_capacity(self.draws());
        for chunk in &self.chunks {
            all.extend_from_slice(&chunk.columns[place * chunk.draws..(place + 1) * chunk.draws]);
        }
        Some(all)
    }
}

/// Number of chunks of a plan.
pub fn chunk_count(plan: &Plan) -> usize {
    (plan.draws as usize).div_ceil(CHUNK)
}
