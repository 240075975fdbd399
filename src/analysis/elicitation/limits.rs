//! What a quantity can at all be.

use super::ElicitationFault;

/// The least and greatest value that a quantity can take; infinite where there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    low: f64,
    high: f64,
}

impl Limits {
    /// No limits.
    pub const NONE: Self = Self {
        low: f64::NEG_INFINITY,
        high: f64::INFINITY,
    };
    /// Those of a share or a probability: 0 and 1.
    pub const SHARE: Self = Self {
        low: 0.0,
        high: 1.0,
    };
    /// Nothing below 0.
    pub const POSITIVE: Self = Self {
        low: 0.0,
        high: f64::INFINITY,
    };

    /// Limits in the unit of the quantity; either may be infinite.
    ///
    /// # Errors
    /// Not a number, or `low` not below `high`.
    pub fn new(low: f64, high: f64) -> Result<Self, ElicitationFault> {
        match () {
            () if low.is_nan() || high.is_nan() => Err(ElicitationFault::NotANumber),
            () if low >= high => Err(ElicitationFault::Limits { low, high }),
            () => Ok(Self { low, high }),
        }
    }

    /// The least value; -infinity without one.
    #[must_use]
    pub fn low(self) -> f64 {
        self.low
    }

    /// The greatest value; infinity without one.
    #[must_use]
    pub fn high(self) -> f64 {
        self.high
    }

    /// Whether a value is within, ends included.
    #[must_use]
    pub fn hold(self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// Whether both ends are finite.
    #[must_use]
    pub fn are_both(self) -> bool {
        self.low.is_finite() && self.high.is_finite()
    }

    /// The nearest value within.
    #[must_use]
    pub fn nearest(self, value: f64) -> f64 {
        value.max(self.low).min(self.high)
    }
}
