//! Keys of the screen Frame.

use super::actions;

actions! {
    /// What can be done on the screen Frame.
    FrameAction {
        /// One line up; on the grid, more impact.
        Up "frame-up" ["<Up>"] 0,
        /// One line down; on the grid, less impact.
        Down "frame-down" ["<Down>"] 0,
        /// On the grid, less uncertainty.
        Left "frame-left" ["<Left>", "h"] 0,
        /// On the grid, more uncertainty.
        Right "frame-right" ["<Right>", "l"] 0,
        /// The line before; on the grid, the driver before.
        Before "line-before" ["k"] 0,
        /// The next line; on the grid, the next driver.
        After "line-after" ["j"] 0,
        /// The next section.
        NextSection "next-section" ["<PageDown>"] 0,
        /// The section before.
        PreviousSection "previous-section" ["<PageUp>"] 0,
        /// Change the marked line.
        Edit "edit-line" ["<Enter>"] 1,
        /// Add to the section.
        Add "add-line" ["a"] 2,
        /// Rank drivers of change on the grid.
        Grid "rank-drivers" ["g"] 3,
        /// Make a node of the marked driver.
        MakeNode "make-node" ["m"] 4,
        /// Remove the marked line.
        Remove "remove-line" ["x", "<Delete>"] 5,
        /// Move the line up in its section.
        Raise "raise-line" ["K"] 6,
        /// Move the line down in its section.
        Lower "lower-line" ["J"] 7,
        /// Put the drivers in the order of their ranks.
        Order "order-drivers" ["o"] 8,
        /// Set the marked driver aside among the parked ideas.
        Park "park-driver" ["p"] 9,
    }
}
