//! Keys of the screen Assumptions.

use super::actions;

actions! {
    /// What can be done on the screen Assumptions.
    AssumptionsAction {
        /// One up.
        Up "assumptions-up" ["<Up>", "k"] 0,
        /// One down.
        Down "assumptions-down" ["<Down>", "j"] 0,
        /// A page up.
        PageUp "assumptions-page-up" ["<PageUp>"] 0,
        /// A page down.
        PageDown "assumptions-page-down" ["<PageDown>"] 0,
        /// Give a value of the room's own.
        Edit "assume" ["<Enter>"] 1,
        /// Everything, or what matters most.
        Analyst "analyst" ["A"] 2,
        /// Find by name or meaning.
        Find "find-assumption" ["/"] 3,
        /// What it rests on.
        Evidence "show-evidence" ["e"] 4,
        /// Back to the catalogue.
        Reset "reset" ["x", "<Delete>"] 5,
        /// Only what differs.
        Differing "only-differing" ["d"] 6,
        /// Two parameters that move together.
        Correlate "correlate" ["a"] 7,
        /// Everything back to the catalogue.
        ResetAll "reset-all" ["X"] 0,
    }
}
