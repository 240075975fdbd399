//! Total variance shares: what goes away when everything but one input is known, its work together
//! with others included. From the terms of a surrogate (Sudret 2008), which says how well it fits.

use super::against::Against;
use super::resample::{bounded, multiplicities};
use super::solve::{dot, solve};
use super::surrogate::Surrogate;
use super::terms::Term;
use super::{Estimate, Settings};

/// Below this checked fit, total shares are not to be trusted.
pub const LEAST_FIT: f64 = 0.8;
/// Strands of cases that are drawn again as one.
const STRANDS: usize = 24;
/// Most resamples: each fits the surrogate again.
const MOST_RESAMPLES: usize = 60;

/// How well the surrogate stands in for the model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// Share of the variance explained in cases that took no part in the fit, at most 1; below 0 where
    /// it is worse than the mean.
    pub checked: f64,
    /// Number of terms.
    pub terms: usize,
}

impl Fit {
    /// May total shares be trusted?
    #[must_use]
    pub fn is_trusted(&self) -> bool {
        self.checked >= LEAST_FIT
    }
}

/// Total shares of all inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Totals {
    /// By input, as shares of the whole variance; what the surrogate misses is nobody's.
    pub of: Vec<Estimate>,
    /// How well the surrogate fits.
    pub fit: Fit,
    /// Share of the variance by which sets of inputs work together: the inputs, in order, and
    /// the share.
    pub sets: Vec<(Vec<usize>, f64)>,
    /// Share of the variance that no term explains.
    pub rest: f64,
}

impl Against<'_> {
    /// Total shares, 0..1, with the fit behind them.
    #[must_use]
    #[doc(alias = "ST")]
    #[doc(alias = "total-order")]
    pub fn total(&self, settings: &Settings) -> Totals {
        let surrogate = Surrogate::new(self);
        let strands = Strands::new(&surrogate.columns, self);
        let settings = Settings {
            resamples: settings.resamples.min(MOST_RESAMPLES),
            ..*settings
        };
        let even = vec![1_u16; STRANDS];
        let squares = strands.squares(&even).map_or_else(Vec::new, |one| one.0);
        let sums = |squares: &[f64], factor: usize| -> f64 {
            let terms = surrogate.terms.iter().zip(squares);
            terms
                .filter(|(term, _)| term.has(factor))
                .map(|(_, s)| s)
                .sum()
        };
        let times = multiplicities(STRANDS, &settings);
        // Resampled shares are of the variance that was resampled with them, so that intervals know
        // how far the variance itself is uncertain.
        let again = times.iter().filter_map(|times| {
            let (squares, fitting) = strands.squares(times)?;
            Some(squares.iter().map(|share| share * fitting).collect())
        });
        let again: Vec<Vec<f64>> = again.collect();
        let share = |factor: usize| {
            let resampled = again.iter().map(|squares| sums(squares, factor));
            let value = sums(&squares, factor).clamp(0.0, 1.0);
            bounded(value, resampled.collect(), 0.0, settings.level)
        };
        Totals {
            of: (0..self.columns.len()).map(share).collect(),
            fit: Fit {
                checked: surrogate.checked,
                terms: surrogate.terms.len(),
            },
            sets: sets(&surrogate.terms, &squares),
            rest: (1.0 - squares.iter().sum::<f64>()).clamp(0.0, 1.0),
        }
    }
}

/// Shares by the set of inputs that a term belongs to.
fn sets(terms: &[Term], squares: &[f64]) -> Vec<(Vec<usize>, f64)> {
    let mut all: std::collections::BTreeMap<Vec<usize>, f64> = std::collections::BTreeMap::new();
    for (term, square) in terms.iter().zip(squares) {
        let set = term.0.iter().map(|(factor, _)| *factor).collect();
        *all.entry(set).or_default() += square;
    }
    all.into_iter().collect()
}

/// Products of the chosen terms with each other and the output, by strand of cases.
struct Strands {
    size: usize,
    cases: Vec<f64>,
    grams: Vec<Vec<f64>>,
    rights: Vec<Vec<f64>>,
    spreads: Vec<f64>,
}

impl Strands {
    fn new(columns: &[Vec<f64>], against: &Against<'_>) -> Self {
        let (size, count) = (columns.len(), against.cases());
        let mut strands = Strands {
            size,
            cases: Vec::new(),
            grams: Vec::new(),
            rights: Vec::new(),
            spreads: Vec::new(),
        };
        let output: Vec<f64> = against.values.iter().map(|v| v - against.mean).collect();
        for strand in 0..STRANDS {
            let own = strand * count / STRANDS..(strand + 1) * count / STRANDS;
            let mut gram = vec![0.0; size * size];
            for i in 0..size {
                for j in 0..=i {
                    let product = dot(&columns[i][own.clone()], &columns[j][own.clone()]);
                    gram[i * size + j] = product;
                    gram[j * size + i] = product;
                }
            }
            let right = columns
                .iter()
                .map(|c| dot(&c[own.clone()], &output[own.clone()]));
            strands.rights.push(right.collect());
            strands.grams.push(gram);
            strands
                .spreads
                .push(dot(&output[own.clone()], &output[own.clone()]));
            strands.cases.push(own.len() as f64);
        }
        strands
    }

    /// Share of the variance of each term with strands counted so many times, less what noise puts
    /// there, and the variance that fits them over that of the cases; none where the fit fails.
    fn squares(&self, times: &[u16]) -> Option<(Vec<f64>, f64)> {
        let mut gram = vec![0.0; self.size * self.size];
        let mut right = vec![0.0; self.size];
        let (mut cases, mut spread) = (0.0, 0.0);
        for (strand, times) in times.iter().enumerate() {
            let times = f64::from(*times);
            if times == 0.0 {
                continue;
            }
            let add = |to: &mut [f64], from: &[f64]| {
                to.iter_mut()
                    .zip(from)
                    .for_each(|(to, from)| *to += times * from);
            };
            add(&mut gram, &self.grams[strand]);
            add(&mut right, &self.rights[strand]);
            cases += times * self.cases[strand];
            spread += times * self.spreads[strand];
        }
        let found = solve(&gram, &right)?;
        let explained: f64 = found.iter().zip(&right).map(|(c, r)| c * r).sum();
        let free = (cases - self.size as f64).max(1.0);
        let left = (spread - explained).max(0.0) / free;
        let squares = found.iter().map(|c| (c * c - left / cases).max(0.0));
        let squares: Vec<f64> = squares.collect();
        // Terms are orthonormal over all that could be drawn, not quite over what was: their own
        // sum is the variance that fits them.
        let variance = squares.iter().sum::<f64>() + left;
        let shares = squares.iter().map(|square| square / variance).collect();
        Some((shares, variance * cases / spread))
    }
}
