//! Why an edit is refused.

use crate::scenario::QuantityFault;
use thiserror::Error;

/// What an edit looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each name says what it is")]
pub enum Part {
    Node,
    Outcome,
    Effect,
    Wildcard,
    Given,
    Assumption,
    Item,
}

/// Why an edit was refused. The texts here are a plain fallback; the message catalogue has the
/// ones that people read.
#[derive(Clone, Debug, PartialEq, Error)]
#[allow(
    missing_docs,
    reason = "the fields are the numbers and names of the message above them"
)]
pub enum EditFault {
    #[error("there is nothing called {id} here ({part:?})")]
    NoSuch { part: Part, id: String },
    #[error("{id} cannot be an id")]
    BadId { id: String },
    #[error("the id {id} is taken")]
    TakenId { id: String },
    #[error("a title is needed")]
    EmptyTitle,
    #[error("{year} lies outside of {first} to {last}")]
    Year { year: i32, first: i32, last: i32 },
    #[error("{node} of {year} must come after {parent} of {parent_year}")]
    YearNotAfter {
        node: String,
        year: i32,
        parent: String,
        parent_year: i32,
    },
    #[error("no year is left between {first} and {last}")]
    NoYear { first: i32, last: i32 },
    #[error("the path would come round again: {}", .nodes.join(" → "))]
    Cycle { nodes: Vec<String> },
    #[error("{0}")]
    Number(QuantityFault),
    #[error("{value} is not within {min} to {max}")]
    Outside { value: f64, min: f64, max: f64 },
    #[error("all other branches of {node} are held fast")]
    AllPinned { node: String },
    #[error("{earlier} never comes before {node}")]
    NotBefore { node: String, earlier: String },
    #[error("a node needs at least one branch or option")]
    LastOutcome { node: String },
    #[error("{node} is decided, not left to chance")]
    NotChance { node: String },
    #[error("{node} is left to chance, not decided")]
    NotDecision { node: String },
    #[error("this cannot move any further")]
    AtTheEdge,
    #[error("a horizon ends between {first} and {last}, not in {year}")]
    Horizon { year: i32, first: i32, last: i32 },
    #[error("a run has 1 to {most} draws, not {draws}")]
    Draws { draws: u32, most: u32 },
    #[error("{id} cannot be paired with itself")]
    Itself { id: String },
    #[error("the pair {first} and {second} is there already")]
    SamePair { first: String, second: String },
    #[error("only one branch leads to {node}")]
    NotShared { node: String },
    #[error("nothing follows here")]
    NothingFollows,
    #[error("a branch can only be pasted into a node")]
    WrongPlace,
}
