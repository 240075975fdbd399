//! On which scale a quantity's three points are joined.

use crate::scenario::{Kind, Op, Quantity};

/// A scale on which quantiles are spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scale {
    /// As it is; all numbers.
    Linear,
    /// Logarithm; numbers above 0.
    Log,
    /// Log odds; numbers between 0 and 1.
    Logit,
}

impl Kind {
    /// The kind's own scale: that of assumptions, inputs and `Set`.
    #[must_use]
    pub fn scale(self) -> Scale {
        match self {
            Self::Rate => Scale::Log,
            Self::Fraction => Scale::Logit,
            Self::Real => Scale::Linear,
        }
    }
}

impl Scale {
    /// The scale of an effect's magnitude on a path of this kind.
    ///
    /// `Set` uses the path's own scale, `Multiply` the logarithm, `Add` the linear scale if any
    /// point is at most 0, else log odds on fractions and the logarithm on all others.
    #[must_use]
    pub fn of_effect(op: Op, kind: Kind, magnitude: &Quantity) -> Self {
        match op {
            Op::Set => kind.scale(),
            Op::Multiply => Self::Log,
            Op::Add if magnitude.reaches_zero() => Self::Linear,
            Op::Add if kind == Kind::Fraction => Self::Logit,
            Op::Add => Self::Log,
        }
    }

    /// The scale of a cost: the logarithm, or linear if any point is at most 0.
    #[must_use]
    pub fn of_cost(cost: &Quantity) -> Self {
        if cost.reaches_zero() {
            Self::Linear
        } else {
            Self::Log
        }
    }

    /// The scale of a probability.
    pub const PROBABILITY: Self = Self::Logit;

    /// The open interval of numbers that have a place on the scale.
    #[must_use]
    pub fn bounds(self) -> (f64, f64) {
        match self {
            Self::Linear => (f64::NEG_INFINITY, f64::INFINITY),
            Self::Log => (0.0, f64::INFINITY),
            Self::Logit => (0.0, 1.0),
        }
    }
}
