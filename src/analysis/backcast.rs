//! From a target back to what reaches it: which paths, in what share of runs, and until when a
//! decision still helps.
//!
//! Pure arithmetic on plain arrays; who simulates delayed decisions is [`crate::live::backcast`].
//! Runs of one draw hang together, since every path sees the same draws: standard errors treat a
//! draw, not a run, as one observation.

use thiserror::Error;

use super::weighted::{Part, Weight};

/// Which side of a threshold reaches a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The threshold or more.
    AtLeast,
    /// The threshold or less.
    AtMost,
}

/// A value to be reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// In the unit of the values.
    pub threshold: f64,
    /// Which side of it counts.
    pub side: Side,
}

impl Target {
    /// Whether a value reaches the target.
    #[must_use]
    pub fn is_reached(&self, value: f64) -> bool {
        match self.side {
            Side::AtLeast => value >= self.threshold,
            Side::AtMost => value <= self.threshold,
        }
    }
}

/// A share of runs with its error.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Share {
    /// 0..1.
    pub share: f64,
    /// Standard error from the number of draws, 0..1.
    pub standard_error: f64,
    /// Sum of the weights of its runs, in the caller's unit.
    pub weight: f64,
}

/// Why no share can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BackcastFault {
    /// No run has weight.
    #[error("there are no runs")]
    Nothing,
    /// Paths do not have the same draws, or weights do not belong to the values.
    #[error("columns have {0} and {1} draws")]
    Lengths(usize, usize),
    /// A value, weight or threshold that is no number, or a weight below 0.
    #[error("a value, weight or threshold is not a number that can be counted")]
    NotANumber,
    /// No delay was tried.
    #[error("no year was tried")]
    NoYears,
}

/// Share of the runs of some paths that reach a target. All parts have the same draws, in the same
/// order.
///
/// The error is that of a ratio of sums over draws (Cochran 1977, section 6): the root of
/// `sum_d (hits_d - share weight_d)^2` over the whole weight.
///
/// ```
/// use foretree::analysis::backcast::{Side, Target, reached};
/// use foretree::analysis::weighted::{Part, Weight};
///
/// let half = Target { threshold: 0.5, side: Side::AtLeast };
/// let path = Part { values: &[0.4, 0.6, 0.7, 0.9], weights: Weight::Same(1.0) };
/// assert_eq!(reached(half, &[path]).unwrap().share, 0.75);
/// ```
///
/// # Errors
/// No weight, parts of different lengths, or numbers that are none.
pub fn reached(target: Target, paths: &[Part<'_>]) -> Result<Share, BackcastFault> {
    let sums = by_draw(target, paths)?;
    let weight: f64 = sums.iter().map(|(_, weight)| weight).sum();
    if weight <= 0.0 {
        return Err(BackcastFault::Nothing);
    }
    let share = sums.iter().map(|(hits, _)| hits).sum::<f64>() / weight;
    let off = sums
        .iter()
        .map(|(hits, weight)| (hits - share * weight).powi(2));
    Ok(Share {
        share: share.clamp(0.0, 1.0),
        standard_error: off.sum::<f64>().sqrt() / weight,
        weight,
    })
}

/// In each draw: the weight of the paths that reach the target, and of all.
///
/// # Errors
/// Parts of different lengths, or numbers that are none.
pub fn by_draw(target: Target, paths: &[Part<'_>]) -> Result<Vec<(f64, f64)>, BackcastFault> {
    let draws = paths.first().map_or(0, |part| part.values.len());
    if target.threshold.is_nan() {
        return Err(BackcastFault::NotANumber);
    }
    let mut sums = vec![(0.0, 0.0); draws];
    for part in paths {
        let weights = match part.weights {
            Weight::Same(_) => draws,
            Weight::Each(each) => each.len(),
        };
        let others = [part.values.len(), weights];
        if let Some(other) = others.into_iter().find(|other| *other != draws) {
            return Err(BackcastFault::Lengths(draws, other));
        }
        for (draw, value) in part.values.iter().enumerate() {
            let weight = match part.weights {
                Weight::Same(weight) => weight,
                Weight::Each(each) => each[draw],
            };
            if value.is_nan() || !weight.is_finite() || weight < 0.0 {
                return Err(BackcastFault::NotANumber);
            }
            let sum = &mut sums[draw];
            sum.1 += weight;
            if target.is_reached(*value) {
                sum.0 += weight;
            }
        }
    }
    Ok(sums)
}

/// An outcome of a node that some paths pass.
#[derive(Clone, Debug, PartialEq)]
pub struct Common {
    /// Id of the node.
    pub node: String,
    /// Id of the branch or option.
    pub outcome: String,
    /// Share of the runs that pass it and reach the target, among those that pass it, 0..1.
    pub with: Share,
    /// The same among the runs that pass the node with another outcome; `None` where there are
    /// none.
    pub without: Option<Share>,
    /// Among all runs that reach the target, the share that pass it, 0..1.
    pub of_those_that_reach: f64,
    /// Among all runs, the share that pass it, 0..1.
    pub of_all: f64,
}

impl Common {
    /// How many more runs reach the target with this outcome than with the others of its node,
    /// -1..1; 0 where there are no others.
    #[must_use]
    pub fn lift(&self) -> f64 {
        self.without
            .map_or(0.0, |without| self.with.share - without.share)
    }
}

/// What paths that reach the target have in common: every outcome on any path, those that make the
/// most of a difference first. `histories` has, for each path, its nodes and outcomes.
///
/// # Errors
/// As [`reached`].
pub fn common(
    target: Target,
    paths: &[Part<'_>],
    histories: &[&[(String, String)]],
) -> Result<Vec<Common>, BackcastFault> {
    if histories.len() != paths.len() {
        return Err(BackcastFault::Lengths(paths.len(), histories.len()));
    }
    let all = reached(target, paths)?;
    let mut steps: Vec<&(String, String)> = Vec::new();
    for step in histories.iter().copied().flatten() {
        if !steps.contains(&step) {
            steps.push(step);
        }
    }
    let mut found = Vec::new();
    for step in steps {
        let chosen = |passes: &dyn Fn(&(String, String)) -> bool| -> Vec<Part<'_>> {
            let pairs = paths.iter().zip(histories);
            let wanted = pairs.filter(|(_, history)| history.iter().any(passes));
            wanted.map(|(part, _)| *part).collect()
        };
        let with = reached(target, &chosen(&|other| other == step));
        let others = chosen(&|other| other.0 == step.0 && other.1 != step.1);
        let Ok(with) = with else { continue };
        found.push(Common {
            node: step.0.clone(),
            outcome: step.1.clone(),
            without: reached(target, &others).ok(),
            of_those_that_reach: share_of(with.share * with.weight, all.share * all.weight),
            of_all: with.weight / all.weight,
            with,
        });
    }
    found.sort_by(|one, other| other.lift().abs().total_cmp(&one.lift().abs()));
    Ok(found)
}

fn share_of(part: f64, whole: f64) -> f64 {
    if whole > 0.0 {
        (part / whole).clamp(0.0, 1.0)
    } else {
        0.0
    }
}

/// Runs with a decision taken in some year.
#[derive(Clone, Copy, Debug)]
pub struct Delay<'a> {
    /// The year.
    pub year: i32,
    /// Share of a draw's weight that reaches the target, one for each draw, 0..1.
    pub reached: &'a [f64],
}

/// When something still counts as a help.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Helps {
    /// Least share of runs more than when nothing is done, 0..1.
    pub least: f64,
    /// Least number of standard errors that it must lie above nothing.
    pub errors: f64,
}

impl Default for Helps {
    /// One of 100 runs, and so far above nothing that luck makes it in 1 of 40 cases only.
    fn default() -> Self {
        Helps {
            least: 0.01,
            errors: 1.96,
        }
    }
}

/// What a decision taken in some year is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DelayStep {
    /// The year.
    pub year: i32,
    /// Share of runs that reach the target, 0..1.
    pub share: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// How much more than when nothing is done, draw by draw, -1..1.
    pub gain: f64,
    /// Standard error of the gain: paired, so smaller than that of either share.
    pub gain_error: f64,
    /// Whether that is a help.
    pub helps: bool,
}

/// Until when a decision helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastYear {
    /// Not in any year that was tried.
    Never,
    /// Up to this year, and not in any later one.
    Until(i32),
    /// Still in the last year that was tried.
    Throughout(i32),
}

/// What delaying a decision does to a target.
#[derive(Clone, Debug, PartialEq)]
pub struct Delays {
    /// Year by year, in ascending order.
    pub steps: Vec<DelayStep>,
    /// Share of runs that reach the target when nothing is done, 0..1.
    pub nothing: Share,
    /// Until when the decision helps.
    pub last: LastYear,
    /// Whether it helps in every year up to the last: otherwise a later decision helps where an
    /// earlier one does not.
    pub steady: bool,
}

/// Until when a decision helps: each year's runs against those in which nothing is done, on the
/// same draws. Without `weights` every draw counts alike.
///
/// # Errors
/// No years, no weight, columns of different lengths, numbers that are none.
pub fn delays(
    tried: &[Delay<'_>],
    nothing: &[f64],
    weights: Option<&[f64]>,
    helps: Helps,
) -> Result<Delays, BackcastFault> {
    if tried.is_empty() {
        return Err(BackcastFault::NoYears);
    }
    let base = weighted_mean(nothing, weights)?;
    let mut steps = Vec::new();
    for delay in tried {
        if delay.reached.len() != nothing.len() {
            return Err(BackcastFault::Lengths(nothing.len(), delay.reached.len()));
        }
        let own = weighted_mean(delay.reached, weights)?;
        let pairs = delay.reached.iter().zip(nothing);
        let gains: Vec<f64> = pairs.map(|(with, without)| with - without).collect();
        let gain = weighted_mean(&gains, weights)?;
        steps.push(DelayStep {
            year: delay.year,
            share: own.share,
            standard_error: own.standard_error,
            gain: gain.share,
            gain_error: gain.standard_error,
            helps: gain.share >= helps.least - 1e-12
                && gain.share > helps.errors * gain.standard_error,
        });
    }
    steps.sort_by_key(|step| step.year);
    let last = steps.iter().rposition(|step| step.helps);
    Ok(Delays {
        last: match last {
            None => LastYear::Never,
            Some(place) if place + 1 == steps.len() => LastYear::Throughout(steps[place].year),
            Some(place) => LastYear::Until(steps[place].year),
        },
        steady: last.is_none_or(|place| steps[..place].iter().all(|step| step.helps)),
        nothing: base,
        steps,
    })
}

/// Mean over draws with its standard error.
fn weighted_mean(values: &[f64], weights: Option<&[f64]>) -> Result<Share, BackcastFault> {
    if let Some(weights) = weights
        && weights.len() != values.len()
    {
        return Err(BackcastFault::Lengths(values.len(), weights.len()));
    }
    let weight = |draw: usize| weights.map_or(1.0, |all| all[draw]);
    let (mut total, mut sum) = (0.0, 0.0);
    for (draw, value) in values.iter().enumerate() {
        let w = weight(draw);
        if value.is_nan() || !w.is_finite() || w < 0.0 {
            return Err(BackcastFault::NotANumber);
        }
        total += w;
        sum += w * value;
    }
    if total <= 0.0 {
        return Err(BackcastFault::Nothing);
    }
    let mean = sum / total;
    let numbered = values.iter().enumerate();
    let off = numbered.map(|(draw, value)| (weight(draw) * (value - mean)).powi(2));
    Ok(Share {
        share: mean,
        standard_error: off.sum::<f64>().sqrt() / total,
        weight: total,
    })
}
