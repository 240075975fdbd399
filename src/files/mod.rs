//! Scenario files: reading with located errors, writing in one canonical form, atomic saving; the
//! library, journals of unsaved work, locks and settings.
//!
//! Owns the text form of a scenario and everything that touches the disk. Knows no screens and
//! no meaning beyond the types of [`crate::scenario`].

#![deny(clippy::indexing_slicing)]

mod canonical;
mod clock;
pub mod examples;
mod fault;
mod homes;
mod identity;
pub mod journal;
pub mod library;
mod life_fault;
mod load;
pub mod lock;
mod mark;
mod problem;
mod quantity;
mod reader;
mod recover;
mod save;
mod settings;
pub mod syntax;
mod trouble;
mod vocabulary;
pub mod watch;

pub use canonical::to_ron;
pub use clock::Clock;
pub use fault::{Fault, FaultClass, Located, Refusal};
pub use homes::Homes;
pub use identity::canonical as canonical_path;
pub use life_fault::LifeFault;
pub use load::{Loaded, MOST_BYTES, load, parse, parse_bytes};
pub use mark::Mark;
pub use problem::Problem;
pub use quantity::{quantity_from_ron, quantity_to_ron};
pub use save::{save, write_atomically, write_new};
pub use settings::{BrokenSettings, Settings};
pub use trouble::Trouble;
pub use vocabulary::{baseline_facts, default_effect, findings, vocabulary};
