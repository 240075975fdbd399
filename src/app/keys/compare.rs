//! Keys of Compare.

use super::actions;

actions! {
    /// What can be done on Compare.
    CompareAction {
        /// One row up.
        Up "compare-up" ["<Up>", "k"] 0,
        /// One row down.
        Down "compare-down" ["<Down>", "j"] 0,
        /// The column to the left.
        Left "compare-left" ["<Left>", "h"] 0,
        /// The column to the right.
        Right "compare-right" ["<Right>", "l"] 0,
        /// Look at the marked number over the years.
        Open "open-chart" ["<Enter>"] 1,
        /// Measure against the marked column.
        Base "base-column" ["b"] 2,
        /// Add a column.
        AddColumn "add-column" ["a"] 3,
        /// Take the marked column away.
        RemoveColumn "remove-column" ["x", "<Delete>"] 4,
        /// What made the difference between the marked column and the base.
        Made "made-difference" ["v"] 5,
        /// Who gains and who loses, or all indicators.
        View "view-rows" ["t"] 6,
        /// Which inputs differ.
        Differs "differs" ["d"] 7,
        /// Switch a wildcard on in all columns.
        Stress "stress" ["S"] 8,
        /// How weak an assumed effect may be.
        BreakEven "break-even" ["e"] 9,
        /// Back to the columns that come of themselves.
        ResetColumns "reset-columns" ["r"] 0,
        /// The same draws and seed for all.
        AlignDraws "align-draws" [] 0,
    }
}
