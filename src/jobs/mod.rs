//! Worker threads, progress and cancelling: the only room that starts threads.

mod columns;
mod each;
pub mod gate;
mod run;

pub use columns::{ByPath, Columns, Wanted};
pub use each::each;
pub use gate::{Gate, Share};
pub use run::{Finished, RunOptions, SoFar, Watch, processors, run, run_keeping, run_watched};
