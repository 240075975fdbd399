//! Why numbers describe no distribution.

use thiserror::Error;

/// What is wrong with a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum QuantityError {
    /// Not a number, infinite, or so large that values would overflow.
    #[error("{0} is not a finite number")]
    NotFinite(f64),
    /// Points that must not fall, and do.
    #[error("{upper} after {lower}: out of order")]
    OutOfOrder {
        /// Stands first and should be the smaller.
        lower: f64,
        /// Stands after it and should be the larger.
        upper: f64,
    },
    /// Must be above 0: a median of logarithms, a point on the log scale.
    #[error("{0} is not above 0")]
    NotPositive(f64),
    /// Must lie strictly between 0 and 1: a point on the logit scale.
    #[error("{0} is not between 0 and 1")]
    NotAFraction(f64),
    /// A negative spread or weight.
    #[error("{0} is below 0")]
    Negative(f64),
    /// A beta shape below [`QuantityError::SMALLEST_SHAPE`].
    #[error("shape {0} is too small")]
    ShapeTooSmall(f64),
    /// A beta shape above [`QuantityError::LARGEST_SHAPE`].
    #[error("shape {0} is too large")]
    ShapeTooLarge(f64),
    /// A discrete quantity with no value of positive weight.
    #[error("no value has a positive weight")]
    NoWeight,
}

impl QuantityError {
    /// Beta shapes below pile nearly everything onto the ends.
    pub const SMALLEST_SHAPE: f64 = 0.2;
    /// Beta shapes above make a single number of 8 digits; arithmetic would not tell more.
    pub const LARGEST_SHAPE: f64 = 1e15;
}

pub(super) fn finite(value: f64) -> Result<f64, QuantityError> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(QuantityError::NotFinite(value))
    }
}

pub(super) fn positive(value: f64) -> Result<f64, QuantityError> {
    if finite(value)? > 0.0 {
        Ok(value)
    } else {
        Err(QuantityError::NotPositive(value))
    }
}

pub(super) fn not_negative(value: f64) -> Result<f64, QuantityError> {
    if finite(value)? >= 0.0 {
        Ok(value)
    } else {
        Err(QuantityError::Negative(value))
    }
}

/// Finite points, none below the one before it.
pub(super) fn ordered(points: &[f64]) -> Result<(), QuantityError> {
    for point in points {
        finite(*point)?;
    }
    for pair in points.windows(2) {
        let (lower, upper) = (pair[0], pair[1]);
        if lower > upper {
            return Err(QuantityError::OutOfOrder { lower, upper });
        }
    }
    Ok(())
}
