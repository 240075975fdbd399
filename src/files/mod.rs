//! Scenario files: reading with located errors, writing in one canonical form, atomic saving.
//!
//! Owns the text form of a scenario and everything that touches the disk. Knows no screens and
//! no meaning beyond the types of [`crate::scenario`].

#![deny(clippy::indexing_slicing)]

mod canonical;
pub mod examples;
mod fault;
mod load;
mod mark;
mod problem;
mod quantity;
mod reader;
mod recover;
mod save;
pub mod syntax;
mod trouble;
mod vocabulary;

pub use canonical::to_ron;
pub use fault::{Fault, FaultClass, Located, Refusal};
pub use load::{Loaded, MOST_BYTES, load, parse, parse_bytes};
pub use mark::Mark;
pub use problem::Problem;
pub use quantity::{quantity_from_ron, quantity_to_ron};
pub use save::{save, write_atomically};
pub use trouble::Trouble;
pub use vocabulary::{baseline_facts, default_effect, findings, vocabulary};
