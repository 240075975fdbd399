//! Keys of the screen Setbacks.

use super::actions;

actions! {
    /// What can be done on the screen Setbacks.
    SetbacksAction {
        /// One line up.
        Up "setbacks-up" ["<Up>", "k"] 0,
        /// One line down.
        Down "setbacks-down" ["<Down>", "j"] 1,
    }
}
