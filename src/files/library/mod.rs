//! The folder of scenario files: what is in it, and what can be done with its files.
//!
//! Never loses a file: nothing is overwritten, and what is deleted goes to the trash.

mod change;
mod entry;
mod name;
mod ran;
mod recent;
mod trash;

pub use change::{create, duplicate, rename};
pub use entry::{Entry, Listing, MOST_FILES, Summary, list, sweep};
pub use name::slug;
pub use ran::{Ran, last_run, remember_run};
pub use recent::{MOST_RECENT, Recent, recent, remember};
pub use trash::{Trashed, delete, in_trash, restore};
