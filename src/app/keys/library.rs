//! Keys of the screen Library.

use super::actions;

actions! {
    /// What can be done on the screen Library.
    LibraryAction {
        /// One up.
        Up "library-up" ["<Up>", "k"] 0,
        /// One down.
        Down "library-down" ["<Down>", "j"] 0,
    }
}
