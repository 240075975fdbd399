//! Keys of the screen Compare.

use super::actions;

actions! {
    /// What can be done on the screen Compare.
    CompareAction {
        /// One up.
        Up "compare-up" ["<Up>", "k"] 0,
        /// One down.
        Down "compare-down" ["<Down>", "j"] 0,
    }
}
