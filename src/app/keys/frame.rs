//! Keys of the screen Frame.

use super::actions;

actions! {
    /// What can be done on the screen Frame.
    FrameAction {
        /// One up.
        Up "frame-up" ["<Up>", "k"] 0,
        /// One down.
        Down "frame-down" ["<Down>", "j"] 0,
    }
}
