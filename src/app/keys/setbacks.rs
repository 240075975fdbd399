//! Keys of the screen Setbacks.

use super::actions;

actions! {
    /// What can be done on the screen Setbacks.
    SetbacksAction {
        /// One line up.
        Up "setbacks-up" ["<Up>", "k"] 0,
        /// One line down.
        Down "setbacks-down" ["<Down>", "j"] 0,
        /// A wider box: back along the search.
        Wider "wider-box" ["<Left>", "h"] 0,
        /// A denser box: on along the search.
        Denser "denser-box" ["<Right>", "l"] 1,
        /// Back to the box that is told.
        ToldBox "told-box" ["r"] 0,
        /// The next box.
        NextBox "next-box" ["b"] 5,
        /// What counts as a setback.
        Kind "setback-kind" ["t"] 3,
        /// The next option of the open decision.
        Option "setback-option" ["o"] 2,
        /// Boxes, signposts, paths, second opinion.
        View "setbacks-view" ["v"] 4,
        /// What announces a setback.
        Signposts "setback-signposts" ["p"] 6,
        /// On which paths setbacks lie.
        Paths "setback-paths" ["g"] 7,
        /// A second opinion: a classification tree.
        Tree "second-opinion" ["e"] 8,
        /// Keep the marked signpost in the file.
        Adopt "adopt-signpost" ["a", "<Enter>"] 9,
        /// The last year that a signpost may look at.
        Until "signposts-until" ["y"] 0,
    }
}
