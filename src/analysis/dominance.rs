//! First-order stochastic dominance: is one better whatever mark somebody sets?
//!
//! The first dominates the second if, for every mark, at least as many of its runs reach the mark
//! (Hadar and Russell 1969; Levy 2016, chapter 3). Nothing is assumed about how much somebody cares
//! for more. Pure arithmetic on weighted values; here more is better, and callers turn round what
//! counts the other way.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::weighted::{Part, Weight};

/// How two sets of runs stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The first is at least as good at every mark.
    FirstDominates,
    /// The same but for a violation no larger than the tolerance.
    FirstNearly,
    /// The second is at least as good at every mark.
    SecondDominates,
    /// The same but for a violation no larger than the tolerance.
    SecondNearly,
    /// Each is ahead for some marks: which is better depends on the mark.
    Crosses,
    /// No mark tells them apart by more than the tolerance.
    Same,
}

/// Which of two sets of runs dominates, and by how much that fails.
///
/// ```
/// use foretree::analysis::dominance::{Verdict, dominance};
/// use foretree::analysis::weighted::{Part, Weight};
///
/// let of = |values| [Part { values, weights: Weight::Same(1.0) }];
/// // The first may end lower and may end higher: it depends on the mark, which turns at 3.
/// let found = dominance(&of(&[1.0, 5.0]), &of(&[2.0, 3.0]), 0.01).unwrap();
/// assert_eq!(found.verdict, Verdict::Crosses);
/// assert_eq!(found.crossings, [3.0]);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dominance {
    /// The answer.
    pub verdict: Verdict,
    /// Greatest share of runs by which some mark speaks against the first dominating, 0..1.
    pub against_first: f64,
    /// Greatest share of runs by which some mark speaks against the second dominating, 0..1.
    pub against_second: f64,
    /// Share of the area between the two curves that speaks against the first, 0..1: the epsilon
    /// of almost stochastic dominance (Leshno and Levy 2002). 0.5 where the curves are the same.
    pub area_against_first: f64,
    /// Marks at which the lead passes from one to the other by more than the tolerance, in
    /// ascending order.
    pub crossings: Vec<f64>,
}

/// Why dominance cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DominanceFault {
    /// One of the two has no run with weight.
    #[error("one of the two has no runs")]
    Nothing,
    /// A value or weight that is no number, or a weight below 0.
    #[error("a value or weight is not a number that can be counted")]
    NotANumber,
    /// A tolerance outside 0..1.
    #[error("a tolerance is a share of runs, at least 0 and below 1")]
    Tolerance,
    /// Weights that do not belong to the values.
    #[error("there are not as many weights as values")]
    Lengths,
}

/// Smaller differences of shares are rounding of weights.
const ROUNDING: f64 = 1e-12;

/// Compares two sets of weighted runs, more being better. `tolerance` is the share of runs, 0..1,
/// below which a violation is not counted.
///
/// # Errors
/// No runs, numbers that are none, or a tolerance that is no share.
#[doc(alias = "FSD")]
#[doc(alias = "stochastic dominance")]
pub fn dominance(
    first: &[Part<'_>],
    second: &[Part<'_>],
    tolerance: f64,
) -> Result<Dominance, DominanceFault> {
    if !(0.0..1.0).contains(&tolerance) {
        return Err(DominanceFault::Tolerance);
    }
    let (first, second) = (sorted(first)?, sorted(second)?);
    let gaps = gaps(&first, &second);
    let most = |sign: f64| gaps.iter().map(|(_, gap)| sign * gap).fold(0.0, f64::max);
    // Where more runs of the first lie at or below a mark, the mark speaks against it.
    let (against_first, against_second) = (most(1.0), most(-1.0));
    // A share that is just the tolerance must not depend on how its weights were summed.
    let counted = tolerance + ROUNDING;
    Ok(Dominance {
        verdict: verdict(against_first, against_second, counted),
        against_first: rounded(against_first),
        against_second: rounded(against_second),
        area_against_first: area_against(&gaps),
        crossings: crossings(&gaps, counted),
    })
}

fn rounded(share: f64) -> f64 {
    if share <= ROUNDING {
        0.0
    } else {
        share.min(1.0)
    }
}

fn verdict(against_first: f64, against_second: f64, counted: f64) -> Verdict {
    let nothing = |share: f64| share <= ROUNDING;
    match (against_first <= counted, against_second <= counted) {
        (true, true) => Verdict::Same,
        (true, false) if nothing(against_first) => Verdict::FirstDominates,
        (true, false) => Verdict::FirstNearly,
        (false, true) if nothing(against_second) => Verdict::SecondDominates,
        (false, true) => Verdict::SecondNearly,
        (false, false) => Verdict::Crosses,
    }
}

/// Values in ascending order with their shares of the total weight.
fn sorted(parts: &[Part<'_>]) -> Result<Vec<(f64, f64)>, DominanceFault> {
    let mut all: Vec<(f64, f64)> = Vec::new();
    for part in parts {
        if matches!(part.weights, Weight::Each(each) if each.len() != part.values.len()) {
            return Err(DominanceFault::Lengths);
        }
        for (draw, value) in part.values.iter().enumerate() {
            let weight = match part.weights {
                Weight::Same(weight) => weight,
                Weight::Each(each) => each[draw],
            };
            if value.is_nan() || !weight.is_finite() || weight < 0.0 {
                return Err(DominanceFault::NotANumber);
            }
            if weight > 0.0 {
                all.push((*value, weight));
            }
        }
    }
    all.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let total: f64 = all.iter().map(|(_, weight)| weight).sum();
    if total <= 0.0 {
        return Err(DominanceFault::Nothing);
    }
    all.iter_mut().for_each(|(_, weight)| *weight /= total);
    Ok(all)
}

/// At every value of either: share of the first at or below it, minus that of the second.
fn gaps(first: &[(f64, f64)], second: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let (mut i, mut j) = (0, 0);
    let (mut below_first, mut below_second) = (0.0, 0.0);
    let mut gaps: Vec<(f64, f64)> = Vec::with_capacity(first.len() + second.len());
    while i < first.len() || j < second.len() {
        let next = |side: &[(f64, f64)], at: usize| side.get(at).map_or(f64::INFINITY, |v| v.0);
        let mark = next(first, i).min(next(second, j));
        while i < first.len() && first[i].0 <= mark {
            below_first += first[i].1;
            i += 1;
        }
        while j < second.len() && second[j].0 <= mark {
            below_second += second[j].1;
            j += 1;
        }
        gaps.push((mark, below_first - below_second));
    }
    gaps
}

/// Share of the area between the curves in which the second is ahead.
fn area_against(gaps: &[(f64, f64)]) -> f64 {
    let (mut against, mut all) = (0.0, 0.0);
    // No gap, no area, however far it is to the next mark.
    for pair in gaps.windows(2).filter(|pair| pair[0].1 != 0.0) {
        let area = pair[0].1 * (pair[1].0 - pair[0].0);
        all += area.abs();
        against += area.max(0.0);
    }
    if all > 0.0 && all.is_finite() {
        against / all
    } else {
        0.5
    }
}

/// Marks from which on the other is ahead: between two leads that count, the last mark where the
/// sign turns.
fn crossings(gaps: &[(f64, f64)], counted: f64) -> Vec<f64> {
    let mut found = Vec::new();
    let mut lead: Option<bool> = None;
    let mut turned: Option<f64> = None;
    for (mark, gap) in gaps {
        let Some(ahead) = lead else {
            if gap.abs() > counted {
                lead = Some(*gap > 0.0);
            }
            continue;
        };
        if gap.abs() <= ROUNDING {
            continue;
        }
        if (*gap > 0.0) == ahead {
            turned = None;
            continue;
        }
        let since = *turned.get_or_insert(*mark);
        if gap.abs() > counted {
            found.push(since);
            lead = Some(*gap > 0.0);
            turned = None;
        }
    }
    found
}
