//! Small words shared by the tables of the catalogue.

use serde::{Deserialize, Serialize};

/// The scale on which a number varies and on which its three points are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// At least 0; varies on the log scale.
    Rate,
    /// Between 0 and 1; varies on the log-odds scale.
    Fraction,
    /// Any number; varies on the linear scale.
    Real,
}

/// Which direction of an indicator is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// Higher is better.
    Up,
    /// Lower is better.
    Down,
    /// Neither: it explains other numbers.
    Context,
}

/// How good the evidence behind a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// Measured in the setting or by experiment.
    A,
    /// From similar cases: another technology, country group or period.
    B,
    /// Our judgement.
    C,
}

/// How a magnitude acts on the current value of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// Replaces the value.
    Set,
    /// Multiplies a rate, or the odds of a fraction.
    Multiply,
    /// Adds to a rate, or closes a part of the gap of a fraction.
    Add,
}
