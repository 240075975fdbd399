//! Total variance shares: what goes away when everything but one input is known, its work together
//! with others included. From the terms of a surrogate (Sudret 2008), which says how well it fits.

use super::against::Against;
use super::moments::{Moments, STRANDS};
use super::resample::{bounded, multiplicities};
use super::surrogate::Surrogate;
use super::terms::Term;
use super::{Estimate, Settings};

/// Below this checked fit, total shares are not to be trusted.
pub const LEAST_FIT: f64 = 0.8;
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
        let moments = &surrogate.moments;
        let settings = Settings {
            resamples: settings.resamples.min(MOST_RESAMPLES),
            ..*settings
        };
        let even = squares(moments, &[1; STRANDS]);
        let even = even.map_or_else(Vec::new, |one| one.0);
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
            let (squares, fitting) = squares(moments, times)?;
            Some(squares.iter().map(|share| share * fitting).collect())
        });
        let again: Vec<Vec<f64>> = again.collect();
        let share = |factor: usize| {
            let resampled = again.iter().map(|squares| sums(squares, factor));
            // No terms sum up to -0.
            let value = (sums(&even, factor) + 0.0).clamp(0.0, 1.0);
            bounded(value, resampled.collect(), 0.0, settings.level)
        };
        Totals {
            of: (0..self.columns.len()).map(share).collect(),
            fit: Fit {
                checked: surrogate.checked,
                terms: surrogate.terms.len(),
            },
            sets: sets(&surrogate.terms, &even),
            rest: (1.0 - even.iter().sum::<f64>()).clamp(0.0, 1.0),
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

/// Share of the variance of each term with strands counted so many times, less what noise puts
/// there, and the variance that fits them over that of the cases; none where the fit fails.
fn squares(moments: &Moments, times: &[u16]) -> Option<(Vec<f64>, f64)> {
    let fitted = moments.fit(times)?;
    let free = (fitted.cases - fitted.coefficients.len() as f64).max(1.0);
    let left = (fitted.spread - fitted.explained).max(0.0) / free;
    let square = |c: &f64| (c * c - left / fitted.cases).max(0.0);
    let squares: Vec<f64> = fitted.coefficients.iter().map(square).collect();
    // Terms are orthonormal over all that could be drawn, not quite over what was: their own sum is
    // the variance that fits them.
    let variance = squares.iter().sum::<f64>() + left;
    let shares = squares.iter().map(|square| square / variance).collect();
    Some((shares, variance * fitted.cases / fitted.spread))
}
