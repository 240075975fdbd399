//! Keys of the screen Matters.

use super::actions;

actions! {
    /// What can be done on the screen Matters.
    MattersAction {
        /// One line up.
        Up "matters-up" ["<Up>", "k"] 0,
        /// One line down.
        Down "matters-down" ["<Down>", "j"] 3,
        /// To what stands behind the marked line.
        Open "matters-open" ["<Enter>"] 2,
        /// The other methods.
        Methods "matters-methods" ["m"] 1,
        /// The next option of the open decision.
        Option "matters-option" ["o"] 4,
        /// What cannot be told from chance, too.
        All "matters-all" ["a"] 5,
    }
}
