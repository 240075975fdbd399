//! Keys of the screen Assumptions.

use super::actions;

actions! {
    /// What can be done on the screen Assumptions.
    AssumptionsAction {
        /// One up.
        Up "assumptions-up" ["<Up>", "k"] 0,
        /// One down.
        Down "assumptions-down" ["<Down>", "j"] 0,
    }
}
