//! Whether the number that the room looks at has settled while the run goes on.
//!
//! Every chunk of draws has a middle of its own; how far these lie apart tells how far their
//! average still is from where it is going (batch means).

use super::selection::Selection;
use super::subject::Subject;
use crate::analysis::cost::path_cost;
use crate::analysis::weighted::{Part, quantiles};
use crate::analysis::weights::Weights;
use crate::sim::Ensemble;

/// Chunks without which nothing is called settled.
const LEAST_CHUNKS: usize = 8;
/// Two standard errors may reach this share of half of our range.
const SMALL: f64 = 0.02;

/// Where the middle of a subject stands, by option of the next open decision.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Convergence {
    /// One for each option, or one for everything.
    pub middles: Vec<Settling>,
    /// Draws looked at.
    pub draws: usize,
}

impl Convergence {
    /// Whether no number on the answer line moves visibly any more.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        !self.middles.is_empty() && self.middles.iter().all(|middle| middle.settled)
    }
}

/// A middle on its way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settling {
    /// The middle so far.
    pub middle: f64,
    /// Its standard error.
    pub error: f64,
    /// Whether the error is small beside our range.
    pub settled: bool,
}

/// Gathers middles chunk by chunk.
pub(super) struct Watcher {
    subject: Subject,
    /// By selection, then by chunk: our range in three numbers.
    chunks: Vec<Vec<[f64; 3]>>,
    draws: usize,
}

impl Watcher {
    pub fn new(subject: Subject) -> Self {
        Watcher {
            subject,
            chunks: Vec::new(),
            draws: 0,
        }
    }

    /// Takes the next chunk of draws.
    pub fn take(&mut self, chunk: &Ensemble) {
        let selections = Selection::headline(&chunk.plan);
        self.chunks.resize(selections.len(), Vec::new());
        self.draws += chunk.draws();
        let weights = Weights::new(chunk);
        for (selection, known) in selections.iter().zip(&mut self.chunks) {
            if let Some(range) = range(chunk, &weights, &self.subject, *selection) {
                known.push(range);
            }
        }
    }

    /// Where the middles stand.
    pub fn so_far(&self) -> Convergence {
        Convergence {
            middles: self.chunks.iter().map(|known| settling(known)).collect(),
            draws: self.draws,
        }
    }
}

/// 5th, 50th and 95th of 100 of one chunk.
fn range(
    chunk: &Ensemble,
    weights: &Weights,
    subject: &Subject,
    selection: Selection,
) -> Option<[f64; 3]> {
    let paths = selection.paths(&chunk.plan);
    let value = subject.value(&chunk.plan);
    let column = |path: usize| match value {
        Some(value) => chunk.horizon(path, value),
        None if subject.is_cost() => path_cost(chunk, path),
        None => None,
    };
    let columns: Vec<(usize, Vec<f64>)> = paths
        .into_iter()
        .filter_map(|path| Some((path, column(path)?)))
        .collect();
    let parts: Vec<Part<'_>> = columns
        .iter()
        .map(|(path, values)| Part {
            values,
            weights: weights.whole[*path].as_weight(),
        })
        .collect();
    let found = quantiles(&parts, [0.05, 0.5, 0.95]);
    let [low, middle, high] = found;
    let turned = subject.is_complement();
    (!middle.is_nan()).then_some(if turned {
        [1.0 - high, 1.0 - middle, 1.0 - low]
    } else {
        found
    })
}

fn settling(known: &[[f64; 3]]) -> Settling {
    let count = known.len() as f64;
    let mean = |place: usize| known.iter().map(|range| range[place]).sum::<f64>() / count;
    let middle = mean(1);
    let squares: f64 = known.iter().map(|range| (range[1] - middle).powi(2)).sum();
    let error = (squares / (count - 1.0) / count).sqrt();
    Settling {
        middle,
        error,
        settled: known.len() >= LEAST_CHUNKS && 2.0 * error <= SMALL * (mean(2) - mean(0)) / 2.0
            || known.len() >= LEAST_CHUNKS && error == 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_that_agree_have_settled_and_few_or_different_ones_have_not() {
        let alike = vec![[0.0, 0.5, 1.0]; LEAST_CHUNKS];
        assert!(settling(&alike).settled);
        assert!(!settling(&alike[1..]).settled, "too few");
        let apart: Vec<[f64; 3]> = (0..20)
            .map(|i| [0.0, if i % 2 == 0 { 0.4 } else { 0.6 }, 1.0])
            .collect();
        let found = settling(&apart);
        assert!(!found.settled);
        assert!((found.middle - 0.5).abs() < 1e-12);
        assert!((found.error - 0.1 / 19_f64.sqrt()).abs() < 1e-12);
    }
}
