//! Keys of the screen Run.

use super::actions;

actions! {
    /// What can be done on the screen Run.
    RunAction {
        /// One up.
        Up "run-up" ["<Up>", "k"] 0,
        /// One down.
        Down "run-down" ["<Down>", "j"] 0,
        /// Change the marked line.
        Edit "set-run" ["<Enter>"] 1,
        /// Stop the run.
        Stop "stop-run" ["x"] 2,
        /// Twice the draws.
        More "more-draws" ["+", "="] 3,
        /// Half the draws.
        Fewer "fewer-draws" ["-"] 4,
        /// Switch a wildcard on.
        Stress "stress-run" ["S"] 5,
    }
}
