//! Exact Sobol indices from runs on a design of their own: two independent sets of draws, A and B,
//! and for each input the set A with that input taken from B (Saltelli and others 2010, *Variance
//! based sensitivity analysis of model output*, design of table 2).

use super::resample::{bounded, multiplicities};
use super::{Estimate, Fault, LEAST_CASES, Settings};
use crate::jobs::each;

/// Outputs of the design.
#[derive(Clone, Copy, Debug)]
pub struct Design<'a> {
    /// On the draws A.
    pub a: &'a [f64],
    /// On the draws B.
    pub b: &'a [f64],
    /// For each input, on A with that input from B.
    pub mixed: &'a [Vec<f64>],
}

/// Sobol indices of one input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SobolIndex {
    /// First order: mean of `b (ab - a)` (Saltelli and others 2010, table 2 b).
    pub first: Estimate,
    /// Total: half the mean of `(a - ab)^2` (Jansen 1999). Its noise is 0: an idle input changes no
    /// output at all.
    pub total: Estimate,
}

/// Sobol indices of every input (S1 and ST), with bootstrap intervals over base draws.
///
/// ```
/// use foretree::analysis::matters::{Settings, sobol::{Design, indices}};
///
/// // f = x + 2 y, on base draws A and B; the sets with x and with y taken from B.
/// let grid = |step: f64| (0..2_000).map(|i| (f64::from(i) * step) % 1.0).collect::<Vec<f64>>();
/// let [xa, ya, xb, yb] = [0.618_034, 0.414_214, 0.732_051, 0.236_068].map(grid);
/// let f = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| x + 2.0 * y).collect::<Vec<f64>>();
/// let (a, b) = (f(&xa, &ya), f(&xb, &yb));
/// let mixed = [f(&xb, &ya), f(&xa, &yb)];
/// let found = indices(&Design { a: &a, b: &b, mixed: &mixed }, &Settings::default())?;
/// assert!((found[0].total.value - 0.2).abs() < 0.02 && (found[1].total.value - 0.8).abs() < 0.02);
/// # Ok::<(), foretree::analysis::matters::Fault>(())
/// ```
///
/// # Errors
/// Sets of different lengths, fewer than [`LEAST_CASES`] base draws, a value that is not a number or so
/// large that the variance is none, or a constant output.
#[doc(alias = "Saltelli")]
#[doc(alias = "S1")]
#[doc(alias = "ST")]
pub fn indices(design: &Design<'_>, settings: &Settings) -> Result<Vec<SobolIndex>, Fault> {
    let expected = design.a.len();
    let mixed = design.mixed.iter().map(Vec::as_slice);
    for (place, set) in [design.a, design.b].into_iter().chain(mixed).enumerate() {
        if set.len() != expected {
            let found = set.len();
            return Err(Fault::Length { found, expected });
        }
        if set.iter().any(|value| !value.is_finite()) {
            let factor = place.checked_sub(2);
            return Err(Fault::NotANumber { factor });
        }
    }
    let (cases, least) = (expected, LEAST_CASES);
    if cases < least {
        return Err(Fault::TooFew { cases, least });
    }
    let both = || design.a.iter().chain(design.b);
    let first = design.a[0];
    if both().all(|value| *value == first) {
        return Err(Fault::Constant);
    }
    let mean = both().sum::<f64>() / (2 * cases) as f64;
    if !both().map(|v| (v - mean).powi(2)).sum::<f64>().is_finite() {
        return Err(Fault::NotANumber { factor: None });
    }
    let times = multiplicities(cases, settings);
    Ok(each(design.mixed.len(), settings.threads, |place| {
        let set = Set {
            a: design.a,
            b: design.b,
            ab: &design.mixed[place],
            mean,
        };
        let (first, total) = set.indices(|_| 1.0);
        let resampled = times.iter().map(|t| set.indices(|case| f64::from(t[case])));
        let (firsts, totals): (Vec<f64>, Vec<f64>) = resampled.unzip();
        let spread = spread(&firsts);
        SobolIndex {
            first: bounded(first, firsts, 1.645 * spread, settings.level),
            total: bounded(total, totals, 0.0, settings.level),
        }
    }))
}

fn spread(values: &[f64]) -> f64 {
    let count = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / count;
    (values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / count).sqrt()
}

struct Set<'a> {
    a: &'a [f64],
    b: &'a [f64],
    ab: &'a [f64],
    mean: f64,
}

impl Set<'_> {
    /// First-order and total index with cases counted so many times. Outputs are taken around
    /// their mean, which leaves the estimate as it is and takes noise away.
    fn indices(&self, times: impl Fn(usize) -> f64) -> (f64, f64) {
        let (mut count, mut sum, mut squares) = (0.0, 0.0, 0.0);
        let (mut first, mut total) = (0.0, 0.0);
        for case in 0..self.a.len() {
            let times = times(case);
            let a = self.a[case] - self.mean;
            let b = self.b[case] - self.mean;
            let ab = self.ab[case] - self.mean;
            count += times;
            sum += times * (a + b);
            squares += times * (a * a + b * b);
            first += times * b * (ab - a);
            total += times * (a - ab) * (a - ab);
        }
        let variance = (squares - sum * sum / (2.0 * count)) / (2.0 * count);
        if variance > 0.0 {
            (first / count / variance, 0.5 * total / count / variance)
        } else {
            (0.0, 0.0)
        }
    }
}
