//! Equity: what is spread unevenly counts less the more we mind inequality.
//!
//! Atkinson 1970, *On the measurement of inequality*: the level that, if everybody had it, would be
//! as good as what people have. At aversion 0 that is the average; at 3 nearly only the worst
//! off count.

use super::fault::ChoiceFault;

/// The largest aversion on offer.
pub const MOST_AVERSE: f64 = 3.0;

/// So near an aversion of 1 powers are so nearly 1 that what they differ by must be summed instead.
const NEARLY_LOGS: f64 = 0.01;

/// The equally distributed equivalent of what groups have, weighted by how many people they are.
///
/// `values` must be 0 or more (shares of people online, incomes relative to a run without AI);
/// `aversion` is Atkinson's epsilon, 0 or more. With an aversion of 1 or more, a group that has
/// nothing makes the whole worth nothing.
///
/// ```
/// use foretree::analysis::choices::equally_distributed;
///
/// let people = [1.0, 1.0];
/// assert_eq!(equally_distributed(&[1.0, 4.0], &people, 0.0)?, 2.5);
/// assert_eq!(equally_distributed(&[1.0, 4.0], &people, 2.0)?, 1.6);
/// # Ok::<(), foretree::analysis::choices::ChoiceFault>(())
/// ```
///
/// # Errors
/// No group; values below 0; another number of weights; no weight; an aversion below 0.
#[doc(alias = "Atkinson")]
#[doc(alias = "EDE")]
pub fn equally_distributed(
    values: &[f64],
    people: &[f64],
    aversion: f64,
) -> Result<f64, ChoiceFault> {
    if values.is_empty() {
        return Err(ChoiceFault::Empty);
    }
    let (found, wanted) = (people.len(), values.len());
    if found != wanted {
        return Err(ChoiceFault::Length { found, wanted });
    }
    if !(aversion >= 0.0 && aversion.is_finite()) {
        return Err(ChoiceFault::Level(aversion));
    }
    let all = values.iter().chain(people);
    if all.clone().any(|v| !v.is_finite()) {
        return Err(ChoiceFault::NotANumber);
    }
    if all.clone().any(|v| *v < 0.0) {
        return Err(ChoiceFault::Negative);
    }
    let total: f64 = people.iter().sum();
    if total <= 0.0 {
        return Err(ChoiceFault::NoWeight);
    }
    let counted = values.iter().zip(people).filter(|(_, w)| **w > 0.0);
    let counted = counted.map(|(v, w)| (*v, w / total));
    Ok(level(counted, aversion))
}

fn level(counted: impl Iterator<Item = (f64, f64)> + Clone, aversion: f64) -> f64 {
    if aversion == 0.0 {
        return counted.map(|(v, w)| v * w).sum();
    }
    let lowest = counted
        .clone()
        .map(|(v, _)| v)
        .fold(f64::INFINITY, f64::min);
    if aversion >= 1.0 && lowest == 0.0 {
        return 0.0;
    }
    if aversion == 1.0 {
        let logs: f64 = counted.map(|(v, w)| w * v.ln()).sum();
        return logs.exp();
    }
    let largest = counted.clone().map(|(v, _)| v).fold(0.0, f64::max);
    if largest == 0.0 {
        return 0.0;
    }
    let power = 1.0 - aversion;
    // Measured from where powers are largest, so that none overflows.
    let from = if power < 0.0 { lowest } else { largest };
    if power.abs() < NEARLY_LOGS {
        let parts = counted.map(|(v, w)| w * (power * (v / from).ln()).exp_m1());
        return from * (parts.sum::<f64>().ln_1p() / power).exp();
    }
    let sum: f64 = counted.map(|(v, w)| w * (v / from).powf(power)).sum();
    from * sum.powf(1.0 / power)
}
