//! Keys of the screen Matters.

use super::actions;

actions! {
    /// What can be done on the screen Matters.
    MattersAction {
        /// One line up.
        Up "matters-up" ["<Up>", "k"] 0,
        /// One line down.
        Down "matters-down" ["<Down>", "j"] 2,
        /// The other methods.
        Methods "matters-methods" ["m"] 1,
        /// The next option of the open decision.
        Option "matters-option" ["o"] 3,
        /// What cannot be told from chance, too.
        All "matters-all" ["a"] 4,
    }
}
