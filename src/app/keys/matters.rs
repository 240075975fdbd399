//! Keys of the screen Matters.

use super::actions;

actions! {
    /// What can be done on the screen Matters.
    MattersAction {
        /// One line up.
        Up "matters-up" ["<Up>", "k"] 0,
        /// One line down.
        Down "matters-down" ["<Down>", "j"] 1,
    }
}
