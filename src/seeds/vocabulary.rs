//! Small words shared by the tables of the catalogue.

use serde::{Deserialize, Serialize};

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
