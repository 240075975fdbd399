//! A pooled judgement as a quantity that a scenario file can hold.

use super::ElicitationFault;
use super::distribution::Distribution;
use crate::scenario::{LEAST_SHAPE, Quantity, Scale};
use crate::sim::sample::Sampler;

/// A quantity that stands for a pool, and how far it is from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Expressed {
    /// For the scenario file.
    pub quantity: Quantity,
    /// The largest difference between the pool's probability below a value and the quantity's,
    /// over the quantity's percentiles, 0..1. Above some 0.05 the pool has a shape (two humps) that
    /// the quantity does not keep: show it.
    pub miss: f64,
}

/// The pool's own 5th, 50th and 95th percentiles as `Quantiles`, joined by a two-piece normal on
/// the scale of the place of use. `quantile` and `cdf` are the pool's.
///
/// # Errors
/// Percentiles that are not finite or have no place on the scale (0 on a logarithm).
///
/// ```
/// use foretree::analysis::elicitation::{distribution::Distribution, express::expressed};
/// use foretree::scenario::{Quantity, Scale};
///
/// let pool = Distribution::Normal { mean: 10.0, sd: 2.0 };
/// let told = expressed(|p| pool.quantile(p), |x| pool.cdf(x), Scale::Linear)?;
/// assert!(matches!(told.quantity, Quantity::Quantiles { p50, .. } if (p50 - 10.0).abs() < 1e-9));
/// assert!(told.miss < 1e-9);
/// # Ok::<(), foretree::analysis::elicitation::ElicitationFault>(())
/// ```
pub fn expressed(
    quantile: impl Fn(f64) -> f64,
    cdf: impl Fn(f64) -> f64,
    scale: Scale,
) -> Result<Expressed, ElicitationFault> {
    let quantity = Quantity::Quantiles {
        p5: quantile(0.05),
        p50: quantile(0.5),
        p95: quantile(0.95),
    };
    let sampler = Sampler::new(&quantity, scale).map_err(|_| ElicitationFault::Inexpressible)?;
    let miss = (1..100)
        .map(|percent| f64::from(percent) / 100.0)
        .map(|level| (cdf(sampler.value(level)) - level).abs())
        .fold(0.0, f64::max);
    Ok(Expressed { quantity, miss })
}

impl Distribution {
    /// The same distribution as a quantity of a scenario file; `None` if the file has no such
    /// family (gamma, Student's t, a log-normal that does not start at 0, extreme shapes): then
    /// [`expressed`].
    #[must_use]
    pub fn quantity(&self) -> Option<Quantity> {
        match *self {
            Self::Normal { mean, sd } => Some(Quantity::Normal { mean, sd }),
            Self::LogNormal {
                low: 0.0,
                mean_log,
                sd_log,
            } => Some(Quantity::LogNormal {
                median: mean_log.exp(),
                sd_log,
            }),
            Self::Beta {
                min,
                max,
                alpha,
                beta,
            } if alpha.min(beta) >= LEAST_SHAPE => Some(Quantity::Beta {
                alpha,
                beta,
                min,
                max,
            }),
            _ => None,
        }
    }
}
