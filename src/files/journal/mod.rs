//! Unsaved work, kept after every edit and offered back after a crash.
//!
//! A journal is a scenario file in our data folder with two lines of comment before it, so it can
//! be rescued by hand too. It is replaced in one step and so is never half a file. There is one for
//! each document; what was declined is kept for a while.

mod keeper;
mod record;
mod unfinished;

pub use keeper::{Keeper, Kept};
pub use record::{Work, forget, write};
pub use unfinished::{MOST_OLD, OnDisk, Unfinished, set_aside, unfinished, unfinished_of};
