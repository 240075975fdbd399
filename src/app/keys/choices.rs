//! Keys of the screen Choices.

use super::actions;

actions! {
    /// What can be done on the screen Choices.
    ChoicesAction {
        /// One line up.
        Up "choices-up" ["<Up>", "k"] 0,
        /// One line down.
        Down "choices-down" ["<Down>", "j"] 1,
    }
}
