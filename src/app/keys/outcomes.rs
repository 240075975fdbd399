//! Keys of the screen Outcomes.

use super::actions;

actions! {
    /// What can be done on the screen Outcomes.
    OutcomesAction {
        /// One up.
        Up "outcomes-up" ["<Up>", "k"] 0,
        /// One down.
        Down "outcomes-down" ["<Down>", "j"] 0,
    }
}
