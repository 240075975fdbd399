//! Whether the number that the room looks at has settled while the run goes on.
//!
//! Every chunk of draws has a middle and a range of its own; how far these lie apart tells how far
//! their average still is from where it is going (batches). What "enough" means stands in
//! [`crate::analysis::convergence`], for this and for every report.

use super::selection::Selection;
use super::subject::Subject;
use crate::analysis::convergence::{Enough, enough, estimates, last_digit};
use crate::analysis::cost::path_cost;
use crate::analysis::weighted::{Part, quantiles};
use crate::analysis::weights::Weights;
use crate::sim::Ensemble;

/// Chunks without which nothing is called settled.
const LEAST_CHUNKS: usize = 8;

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
        self.enough() == Enough::Yes
    }

    /// Whether twice as many draws would change any shown number by its last digit.
    #[must_use]
    pub fn enough(&self) -> Enough {
        let worse = |one: Enough, other: Enough| match (one, other) {
            (Enough::Unknown, _) | (_, Enough::Unknown) => Enough::Unknown,
            (Enough::Needs(a), Enough::Needs(b)) => Enough::Needs(a.max(b)),
            (Enough::Needs(a), _) | (_, Enough::Needs(a)) => Enough::Needs(a),
            (Enough::Yes, Enough::Yes) => Enough::Yes,
        };
        let all = self.middles.iter().map(|middle| middle.enough);
        all.reduce(worse).unwrap_or(Enough::Unknown)
    }
}

/// A middle on its way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settling {
    /// The middle so far.
    pub middle: f64,
    /// Its standard error.
    pub error: f64,
    /// Whether twice as many draws would change it, or an end of its range, by its last digit.
    pub enough: Enough,
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
            middles: self
                .chunks
                .iter()
                .map(|known| settling(known, self.draws))
                .collect(),
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

/// `draws` is the number of draws behind all chunks.
fn settling(known: &[[f64; 3]], draws: usize) -> Settling {
    let of = |place: usize| {
        let all: Vec<f64> = known.iter().map(|range| range[place]).collect();
        estimates(&all)
    };
    let all = [of(0), of(1), of(2)];
    let shown = all.map(|one| one.value);
    Settling {
        middle: all[1].value,
        error: all[1].error,
        enough: match known.len() >= LEAST_CHUNKS {
            true => enough(&all, last_digit(&shown), draws as u64),
            false => Enough::Unknown,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_that_agree_have_settled_and_few_or_different_ones_have_not() {
        let alike = vec![[0.0, 0.5, 1.0]; LEAST_CHUNKS];
        assert_eq!(settling(&alike, 2048).enough, Enough::Yes);
        assert_eq!(
            settling(&alike[1..], 1792).enough,
            Enough::Unknown,
            "too few"
        );
        let apart: Vec<[f64; 3]> = (0..20)
            .map(|i| [0.0, if i % 2 == 0 { 0.1 } else { 0.9 }, 1.0])
            .collect();
        let found = settling(&apart, 5120);
        assert!(matches!(found.enough, Enough::Needs(5120..)), "{found:?}");
        assert!((found.middle - 0.5).abs() < 1e-12);
        assert!((found.error - 0.4 / 19_f64.sqrt()).abs() < 1e-12);
    }
}
