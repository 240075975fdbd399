//! The scale on which the three points of `Quantiles` are joined.

use crate::scenario::{Kind, Op, Quantity};

/// On which scale a two-piece normal is normal (MODEL 4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Logarithm: rates and multipliers.
    Log,
    /// Log odds: fractions.
    Logit,
    /// As it is: real numbers.
    Linear,
}

impl Scale {
    /// The scale of an assumption about a path, or of a `Set`.
    pub fn of_path(kind: Kind) -> Self {
        match kind {
            Kind::Rate => Scale::Log,
            Kind::Fraction => Scale::Logit,
            Kind::Real => Scale::Linear,
        }
    }

    /// The scale of an effect's magnitude.
    pub fn of_effect(op: Op, kind: Kind, magnitude: &Quantity) -> Self {
        match op {
            Op::Set => Scale::of_path(kind),
            Op::Multiply => Scale::Log,
            Op::Add if has_point_at_or_below_zero(magnitude) => Scale::Linear,
            Op::Add if kind == Kind::Fraction => Scale::Logit,
            Op::Add => Scale::Log,
        }
    }
}

fn has_point_at_or_below_zero(magnitude: &Quantity) -> bool {
    match *magnitude {
        Quantity::Quantiles { p5, p50, p95 } => [p5, p50, p95].iter().any(|point| *point <= 0.0),
        _ => false,
    }
}
