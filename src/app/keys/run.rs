//! Keys of the screen Run.

use super::actions;

actions! {
    /// What can be done on the screen Run.
    RunAction {
        /// One up.
        Up "run-up" ["<Up>", "k"] 0,
        /// One down.
        Down "run-down" ["<Down>", "j"] 0,
    }
}
