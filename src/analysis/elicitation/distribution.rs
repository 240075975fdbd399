//! The families that are fitted to judgements, with SHELF's parameters.

use statrs::function::beta::{checked_beta_reg, ln_beta};
use statrs::function::gamma::{checked_gamma_lr, ln_gamma};

use super::invert::{rising, rising_from_zero};
use crate::model::{math::probit, normal};

/// ln sqrt(2 pi).
const LN_ROOT_2_PI: f64 = 0.918_938_533_204_672_8;

/// A family of distributions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// Normal; no limits.
    Normal,
    /// Student's t with 3 degrees of freedom, as SHELF's default; no limits.
    StudentT,
    /// Gamma above the lower limit.
    Gamma,
    /// Log-normal above the lower limit.
    LogNormal,
    /// Log-normal turned round, below the upper limit.
    MirrorLogNormal,
    /// Beta between both limits.
    Beta,
}

impl Family {
    /// All of them, in the order in which ties are broken: the plainest first.
    pub const ALL: [Self; 6] = [
        Self::Normal,
        Self::LogNormal,
        Self::Beta,
        Self::Gamma,
        Self::MirrorLogNormal,
        Self::StudentT,
    ];
}

/// A distribution of one unknown quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Distribution {
    /// Normal.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation, above 0.
        sd: f64,
    },
    /// (x - location) / scale has Student's t distribution.
    StudentT {
        /// Middle.
        location: f64,
        /// Scale, above 0; not the standard deviation.
        scale: f64,
        /// Degrees of freedom, above 0.
        freedom: f64,
    },
    /// x - low has a gamma distribution.
    Gamma {
        /// Lower limit.
        low: f64,
        /// Shape, above 0.
        shape: f64,
        /// Rate, above 0: the mean of x - low is shape / rate.
        rate: f64,
    },
    /// ln(x - low) is normal.
    LogNormal {
        /// Lower limit.
        low: f64,
        /// Mean of the logarithm.
        mean_log: f64,
        /// Standard deviation of the logarithm, above 0.
        sd_log: f64,
    },
    /// ln(high - x) is normal.
    MirrorLogNormal {
        /// Upper limit.
        high: f64,
        /// Mean of the logarithm.
        mean_log: f64,
        /// Standard deviation of the logarithm, above 0.
        sd_log: f64,
    },
    /// (x - min) / (max - min) has a beta distribution.
    Beta {
        /// Lower limit.
        min: f64,
        /// Upper limit.
        max: f64,
        /// First shape, above 0.
        alpha: f64,
        /// Second shape, above 0.
        beta: f64,
    },
}

impl Distribution {
    /// Its family.
    #[must_use]
    pub fn family(&self) -> Family {
        match self {
            Self::Normal { .. } => Family::Normal,
            Self::StudentT { .. } => Family::StudentT,
            Self::Gamma { .. } => Family::Gamma,
            Self::LogNormal { .. } => Family::LogNormal,
            Self::MirrorLogNormal { .. } => Family::MirrorLogNormal,
            Self::Beta { .. } => Family::Beta,
        }
    }

    /// The probability of at most `x`, 0..=1.
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        match *self {
            Self::Normal { mean, sd } => below((x - mean) / sd),
            Self::StudentT {
                location,
                scale,
                freedom,
            } => student_below((x - location) / scale, freedom),
            Self::Gamma { low, shape, rate } => gamma_below(rate * (x - low), shape),
            Self::LogNormal {
                low,
                mean_log,
                sd_log,
            } => log_below(x - low, mean_log, sd_log),
            Self::MirrorLogNormal {
                high,
                mean_log,
                sd_log,
            } => 1.0 - log_below(high - x, mean_log, sd_log),
            Self::Beta {
                min,
                max,
                alpha,
                beta,
            } => beta_below((x - min) / (max - min), alpha, beta),
        }
    }

    /// The value with probability `level` of at most that; `level` in 0..=1, of which 0 and 1
    /// give the ends, which may be infinite.
    #[must_use]
    pub fn quantile(&self, level: f64) -> f64 {
        let (low, high) = self.support();
        if level <= 0.0 {
            return low;
        }
        if level >= 1.0 {
            return high;
        }
        match *self {
            Self::Normal { mean, sd } => mean + sd * probit(level),
            Self::StudentT {
                location,
                scale,
                freedom,
            } => location + scale * student_at(level, freedom),
            Self::Gamma { low, shape, rate } => {
                low + rising_from_zero(level, |y| gamma_below(y, shape)) / rate
            }
            Self::LogNormal {
                low,
                mean_log,
                sd_log,
            } => low + (mean_log + sd_log * probit(level)).exp(),
            Self::MirrorLogNormal {
                high,
                mean_log,
                sd_log,
            } => high - (mean_log - sd_log * probit(level)).exp(),
            Self::Beta {
                min,
                max,
                alpha,
                beta,
            } => min + (max - min) * rising(level, 0.0, 1.0, |y| beta_below(y, alpha, beta)),
        }
    }

    /// Natural logarithm of the density at `x`, per unit of the quantity; -infinity where there
    /// is none. At the very ends of a gamma or beta distribution it may be infinite.
    #[must_use]
    pub fn ln_density(&self, x: f64) -> f64 {
        let (low, high) = self.support();
        if x <= low || x >= high {
            return f64::NEG_INFINITY;
        }
        match *self {
            Self::Normal { mean, sd } => ln_normal((x - mean) / sd) - sd.ln(),
            Self::StudentT {
                location,
                scale,
                freedom,
            } => ln_student((x - location) / scale, freedom) - scale.ln(),
            Self::Gamma { low, shape, rate } => {
                let y = rate * (x - low);
                (shape - 1.0) * y.ln() - y - ln_gamma(shape) + rate.ln()
            }
            Self::LogNormal {
                low,
                mean_log,
                sd_log,
            } => ln_log_normal(x - low, mean_log, sd_log),
            Self::MirrorLogNormal {
                high,
                mean_log,
                sd_log,
            } => ln_log_normal(high - x, mean_log, sd_log),
            Self::Beta {
                min,
                max,
                alpha,
                beta,
            } => {
                let y = (x - min) / (max - min);
                (alpha - 1.0) * y.ln() + (beta - 1.0) * (1.0 - y).ln()
                    - ln_beta(alpha, beta)
                    - (max - min).ln()
            }
        }
    }

    /// The density at `x`, per unit of the quantity.
    #[must_use]
    pub fn density(&self, x: f64) -> f64 {
        self.ln_density(x).exp()
    }

    /// The mean; `None` where there is none (Student's t with one degree of freedom or less).
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        let mean = match *self {
            Self::Normal { mean, .. } => mean,
            Self::StudentT {
                location, freedom, ..
            } => return (freedom > 1.0).then_some(location),
            Self::Gamma { low, shape, rate } => low + shape / rate,
            Self::LogNormal {
                low,
                mean_log,
                sd_log,
            } => low + (mean_log + 0.5 * sd_log * sd_log).exp(),
            Self::MirrorLogNormal {
                high,
                mean_log,
                sd_log,
            } => high - (mean_log + 0.5 * sd_log * sd_log).exp(),
            Self::Beta {
                min,
                max,
                alpha,
                beta,
            } => min + (max - min) * alpha / (alpha + beta),
        };
        mean.is_finite().then_some(mean)
    }

    /// The least and greatest value; infinite where there is no end.
    #[must_use]
    pub fn support(&self) -> (f64, f64) {
        match *self {
            Self::Normal { .. } | Self::StudentT { .. } => (f64::NEG_INFINITY, f64::INFINITY),
            Self::Gamma { low, .. } | Self::LogNormal { low, .. } => (low, f64::INFINITY),
            Self::MirrorLogNormal { high, .. } => (f64::NEG_INFINITY, high),
            Self::Beta { min, max, .. } => (min, max),
        }
    }
}

fn below(z: f64) -> f64 {
    // Far outside the series would square to infinity.
    normal::cdf(z.clamp(-40.0, 40.0))
}

fn log_below(y: f64, mean_log: f64, sd_log: f64) -> f64 {
    if y <= 0.0 {
        return 0.0;
    }
    below((y.ln() - mean_log) / sd_log)
}

fn student_below(t: f64, freedom: f64) -> f64 {
    let tail = 0.5 * beta_below(freedom / (freedom + t * t), 0.5 * freedom, 0.5);
    if t > 0.0 { 1.0 - tail } else { tail }
}

fn student_at(level: f64, freedom: f64) -> f64 {
    let tail = level.min(1.0 - level);
    let t = rising_from_zero(1.0 - tail, |t| student_below(t, freedom));
    if level < 0.5 { -t } else { t }
}

fn gamma_below(y: f64, shape: f64) -> f64 {
    if y <= 0.0 {
        return 0.0;
    }
    if y.is_infinite() {
        return 1.0;
    }
    checked_gamma_lr(shape, y).map_or(f64::INFINITY, |share| share.clamp(0.0, 1.0))
}

fn beta_below(y: f64, alpha: f64, beta: f64) -> f64 {
    if y <= 0.0 {
        return 0.0;
    }
    if y >= 1.0 {
        return 1.0;
    }
    checked_beta_reg(alpha, beta, y).map_or(f64::INFINITY, |share| share.clamp(0.0, 1.0))
}

fn ln_normal(z: f64) -> f64 {
    -0.5 * z * z - LN_ROOT_2_PI
}

fn ln_log_normal(y: f64, mean_log: f64, sd_log: f64) -> f64 {
    ln_normal((y.ln() - mean_log) / sd_log) - sd_log.ln() - y.ln()
}

fn ln_student(t: f64, freedom: f64) -> f64 {
    -0.5 * (freedom + 1.0) * (t * t / freedom).ln_1p()
        - ln_beta(0.5, 0.5 * freedom)
        - 0.5 * freedom.ln()
}
