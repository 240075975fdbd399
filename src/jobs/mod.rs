//! Worker threads, progress and cancelling: the only room that starts threads.

mod each;
mod run;

pub use each::each;
pub use run::{Finished, RunOptions, processors, run};
