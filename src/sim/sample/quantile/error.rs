//! Why a quantity cannot be drawn.

use crate::scenario::QuantityFault;
use thiserror::Error;

/// Beta shapes above make a single number of 8 digits; arithmetic could not tell more.
pub(super) const LARGEST_SHAPE: f64 = 1e15;

/// Why a quantity cannot be drawn.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum QuantityError {
    /// It is no distribution. Checked scenarios have none of these.
    #[error(transparent)]
    Faulty(#[from] QuantityFault),
    /// Numbers so large that values would overflow.
    #[error("numbers too large to draw")]
    Overflow,
    /// A beta shape above 10^15.
    #[error("a shape of a beta distribution is at most {LARGEST_SHAPE}, not {0}")]
    ShapeTooLarge(f64),
}

/// A number that arithmetic kept finite.
pub(super) fn finite(value: f64) -> Result<f64, QuantityError> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(QuantityError::Overflow)
    }
}
