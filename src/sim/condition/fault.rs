//! What can be wrong with a condition.

use thiserror::Error;

/// Why a condition cannot be asked, with the place in its text (characters from 1).
#[derive(Clone, Debug, PartialEq, Error)]
#[allow(missing_docs, reason = "the messages tell what the fields are")]
pub enum ConditionFault {
    /// Nothing was typed.
    #[error("a condition without a test")]
    Empty,
    /// A test begins with something that is no name.
    #[error("no name at {column}")]
    NoName { column: usize, found: String },
    /// No comparison after the name.
    #[error("no comparison after `{name}` at {column}")]
    NoComparison { column: usize, name: String },
    /// Nothing to compare with.
    #[error("no value after `{name}` at {column}")]
    NoValue { column: usize, name: String },
    /// Not a number where one is needed.
    #[error("`{found}` at {column} is no number")]
    NotANumber { column: usize, found: String },
    /// A range whose ends are the wrong way round.
    #[error("a range from {low} to {high} at {column}")]
    Backwards { column: usize, low: f64, high: f64 },
    /// No node or input of that name.
    #[error("`{name}` at {column} is neither an input nor a node")]
    Unknown {
        column: usize,
        name: String,
        nearest: Option<String>,
    },
    /// A result of the run, which cannot be a condition on what goes into it.
    #[error("`{name}` at {column} is a result of a run")]
    Result { column: usize, name: String },
    /// The node has no such outcome.
    #[error("node `{node}` has no `{found}` at {column}")]
    UnknownOutcome {
        column: usize,
        node: String,
        found: String,
        known: Vec<String>,
        nearest: Option<String>,
    },
    /// A node compared with a number.
    #[error("node `{node}` at {column} has outcomes, not numbers")]
    NodeIsNoNumber {
        column: usize,
        node: String,
        known: Vec<String>,
    },
    /// A word for an input that names no part of its draws.
    #[error("`{found}` at {column} is no part of the draws of `{name}`")]
    NoSuchPart {
        column: usize,
        name: String,
        found: String,
    },
    /// The input is the same in every draw.
    #[error("`{name}` at {column} is the same in every draw")]
    Certain {
        column: usize,
        name: String,
        value: f64,
    },
    /// Inputs have no draws in a run in which every number stands at its median.
    #[error("a median run has one draw: `{name}` cannot be chosen")]
    Median { column: usize, name: String },
    /// No path of the tree passes.
    #[error("no path passes the condition")]
    NoPath,
    /// No draw passes; how many of how many each test lets through alone.
    #[error("none of {draws} draws passes the condition")]
    NoDraw { draws: u32, kept: Vec<Kept> },
}

/// What one test lets through when it stands alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The test as it was typed.
    pub test: String,
    /// Draws that pass it.
    pub draws: usize,
    /// The input where 5 and 95 of 100 draws lie below.
    pub range: (f64, f64),
}
