//! The three kinds of numbers that the model knows.

use serde::{Deserialize, Serialize};

/// What sort of number a parameter, an input or a path is; it sets its natural scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// At least 0, on a log scale.
    Rate,
    /// Between 0 and 1, on a logit scale.
    Fraction,
    /// Any number, on a linear scale.
    Real,
}
