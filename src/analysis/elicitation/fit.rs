//! A distribution for a judgement: least squares on the cumulative distribution function.
//!
//! As SHELF does (R package SHELF, `fitdist`; Oakley and O'Hagan 2019): the parameters that make
//! the sum of (F(value) - level)^2 over the stated points least. With two points a family of two
//! parameters goes through both; with three or more the sum says how far it misses.

use super::ElicitationFault;
use super::distribution::{Distribution, Family};
use super::judgement::Judgement;
use crate::analysis::search::least;
use crate::model::math::probit;

/// Degrees of freedom of Student's t, as SHELF's default.
pub const STUDENT_FREEDOM: f64 = 3.0;

/// A family fitted to one judgement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// The member that comes nearest.
    pub distribution: Distribution,
    /// Sum of squared differences between fitted and stated probabilities; 0 where it goes
    /// through every point.
    pub sum_of_squares: f64,
}

impl Fit {
    /// The largest difference between a fitted and a stated probability, 0..1: what to show.
    #[must_use]
    pub fn worst_miss(&self, judgement: &Judgement) -> f64 {
        judgement
            .points()
            .iter()
            .map(|point| (self.distribution.cdf(point.value) - point.level).abs())
            .fold(0.0, f64::max)
    }
}

/// Fits one family.
///
/// # Errors
/// The family needs a limit that the judgement does not have, or no member comes near.
///
/// ```
/// use foretree::analysis::elicitation::distribution::{Distribution, Family};
/// use foretree::analysis::elicitation::{Limits, fit::fit, judgement::Judgement};
///
/// let said = Judgement::new(&[30.0, 40.0, 50.0], &[0.25, 0.5, 0.75], Limits::NONE)?;
/// let Distribution::Normal { mean, sd } = fit(&said, Family::Normal)?.distribution else {
///     unreachable!()
/// };
/// assert!((mean - 40.0).abs() < 1e-6 && (sd - 14.826).abs() < 1e-3);
/// # Ok::<(), foretree::analysis::elicitation::ElicitationFault>(())
/// ```
pub fn fit(judgement: &Judgement, family: Family) -> Result<Fit, ElicitationFault> {
    let scale = Scale::of(judgement, family)?;
    let points: Vec<(f64, f64)> = judgement
        .points()
        .iter()
        .map(|point| (scale.inward(point.value), point.level))
        .collect();
    let start = start(&points, family);
    let mut miss = |at: &[f64; 2]| squares(&standard(at, family), &points);
    // A simplex that has shrunk flat is set up afresh at the best point so far.
    let mut at = start;
    for step in [0.3, 0.03, 0.003] {
        at = least(at, [step; 2], 1e-30, 2_000, &mut miss);
    }
    let sum_of_squares = miss(&at);
    let distribution = scale.outward(standard(&at, family));
    if !sum_of_squares.is_finite() || !is_sound(&distribution) {
        return Err(ElicitationFault::NoFit);
    }
    Ok(Fit {
        distribution,
        sum_of_squares,
    })
}

/// Fits every family that the limits allow, the nearest first; ties (within 1e-12) in the order
/// of [`Family::ALL`].
#[must_use]
pub fn fits(judgement: &Judgement) -> Vec<Fit> {
    let mut all: Vec<Fit> = Family::ALL
        .into_iter()
        .filter_map(|family| fit(judgement, family).ok())
        .collect();
    all.sort_by(|a, b| rounded(a).total_cmp(&rounded(b)));
    all
}

/// The nearest family.
///
/// # Errors
/// No family comes near.
pub fn best_fit(judgement: &Judgement) -> Result<Fit, ElicitationFault> {
    fits(judgement)
        .first()
        .copied()
        .ok_or(ElicitationFault::NoFit)
}

fn rounded(fit: &Fit) -> f64 {
    (fit.sum_of_squares / 1e-12).round()
}

/// Moves and stretches values so that the search is about numbers near 1, whatever their unit.
#[derive(Clone, Copy)]
struct Scale {
    from: f64,
    unit: f64,
}

impl Scale {
    fn of(judgement: &Judgement, family: Family) -> Result<Self, ElicitationFault> {
        let limits = judgement.limits();
        let points = judgement.points();
        let (first, last) = (points[0].value, points[points.len() - 1].value);
        let scale = match family {
            Family::Normal | Family::StudentT => Self {
                from: first,
                unit: last - first,
            },
            Family::Gamma | Family::LogNormal => Self {
                from: limits.low(),
                unit: last - limits.low(),
            },
            Family::MirrorLogNormal => Self {
                from: limits.high(),
                unit: first - limits.high(),
            },
            Family::Beta => Self {
                from: limits.low(),
                unit: limits.high() - limits.low(),
            },
        };
        if scale.from.is_finite() && scale.unit.is_finite() && scale.unit != 0.0 {
            return Ok(scale);
        }
        Err(ElicitationFault::NeedsLimit)
    }

    fn inward(self, value: f64) -> f64 {
        (value - self.from) / self.unit
    }

    fn outward(self, distribution: Distribution) -> Distribution {
        let Self { from, unit } = self;
        match distribution {
            Distribution::Normal { mean, sd } => Distribution::Normal {
                mean: from + unit * mean,
                sd: unit * sd,
            },
            Distribution::StudentT {
                location,
                scale,
                freedom,
            } => Distribution::StudentT {
                location: from + unit * location,
                scale: unit * scale,
                freedom,
            },
            Distribution::Gamma { shape, rate, .. } => Distribution::Gamma {
                low: from,
                shape,
                rate: rate / unit,
            },
            Distribution::LogNormal {
                mean_log, sd_log, ..
            } => Distribution::LogNormal {
                low: from,
                mean_log: mean_log + unit.ln(),
                sd_log,
            },
            Distribution::MirrorLogNormal {
                mean_log, sd_log, ..
            } => Distribution::MirrorLogNormal {
                high: from,
                mean_log: mean_log + (-unit).ln(),
                sd_log,
            },
            Distribution::Beta { alpha, beta, .. } => Distribution::Beta {
                min: from,
                max: from + unit,
                alpha,
                beta,
            },
        }
    }
}

/// The member of a family at two free parameters, on the inner scale.
fn standard(at: &[f64; 2], family: Family) -> Distribution {
    let [a, b] = *at;
    match family {
        Family::Normal => Distribution::Normal {
            mean: a,
            sd: b.exp(),
        },
        Family::StudentT => Distribution::StudentT {
            location: a,
            scale: b.exp(),
            freedom: STUDENT_FREEDOM,
        },
        // Mean and shape: they pull less on each other than shape and rate.
        Family::Gamma => Distribution::Gamma {
            low: 0.0,
            shape: b.exp(),
            rate: (b - a).exp(),
        },
        Family::LogNormal => Distribution::LogNormal {
            low: 0.0,
            mean_log: a,
            sd_log: b.exp(),
        },
        // On the inner scale distance from the limit is positive: stated the other way round.
        Family::MirrorLogNormal => Distribution::MirrorLogNormal {
            high: 0.0,
            mean_log: a,
            sd_log: b.exp(),
        },
        Family::Beta => Distribution::Beta {
            min: 0.0,
            max: 1.0,
            alpha: a.exp(),
            beta: b.exp(),
        },
    }
}

fn squares(distribution: &Distribution, points: &[(f64, f64)]) -> f64 {
    let mirrored = distribution.family() == Family::MirrorLogNormal;
    let sum: f64 = points
        .iter()
        .map(|&(value, level)| {
            let value = if mirrored { -value } else { value };
            let miss = distribution.cdf(value) - level;
            miss * miss
        })
        .sum();
    // The search compares; a NaN would lose every comparison silently.
    if sum.is_nan() { f64::INFINITY } else { sum }
}

/// Where the search starts: the normal through the outermost points, in the family's terms.
fn start(points: &[(f64, f64)], family: Family) -> [f64; 2] {
    let (mean, sd) = rough_normal(points, |value| value);
    let on_logs = rough_normal(points, |value| value.max(1e-9).ln());
    match family {
        Family::Normal | Family::StudentT => [mean, sd.ln()],
        Family::LogNormal | Family::MirrorLogNormal => [on_logs.0, on_logs.1.ln()],
        Family::Gamma => {
            let mean = mean.max(1e-6);
            [mean.ln(), (mean / sd).powi(2).ln().clamp(-4.0, 14.0)]
        }
        Family::Beta => {
            let mean = mean.clamp(1e-6, 1.0 - 1e-6);
            let size = (mean * (1.0 - mean) / (sd * sd) - 1.0).max(0.05);
            [(mean * size).ln(), ((1.0 - mean) * size).ln()]
        }
    }
}

/// Mean and standard deviation of the normal through the first and last point.
fn rough_normal(points: &[(f64, f64)], scale: impl Fn(f64) -> f64) -> (f64, f64) {
    let at = |place: usize| {
        let (value, level) = points[place];
        (scale(value), probit(level.clamp(1e-3, 1.0 - 1e-3)))
    };
    let ((low, z_low), (high, z_high)) = (at(0), at(points.len() - 1));
    let sd = ((high - low) / (z_high - z_low)).abs().max(1e-9);
    (low + (high - low) * -z_low / (z_high - z_low), sd)
}

fn is_sound(distribution: &Distribution) -> bool {
    let median = distribution.quantile(0.5);
    let width = distribution.quantile(0.95) - distribution.quantile(0.05);
    median.is_finite() && width.is_finite() && width > 0.0
}
