//! Worker threads, progress and cancelling: the only room that starts threads.

mod columns;
mod each;
mod run;

pub use columns::{ByPath, Columns, Wanted};
pub use each::each;
pub use run::{Finished, RunOptions, SoFar, Watch, processors, run, run_keeping, run_watched};
