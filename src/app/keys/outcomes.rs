//! Keys of the screen Outcomes.

use super::actions;

actions! {
    /// What can be done on the screen Outcomes.
    OutcomesAction {
        /// One line up in the table.
        Up "outcomes-up" ["<Up>", "k"] 0,
        /// One line down.
        Down "outcomes-down" ["<Down>", "j"] 0,
        /// The option before, or the column before in the table of paths.
        Left "outcomes-left" ["<Left>"] 0,
        /// The next option or column.
        Right "outcomes-right" ["<Right>"] 0,
        /// The next option of the open decision.
        Option "next-option" ["o"] 2,
        /// Choose an option or a path from a list.
        OptionOrPath "option-or-path" ["O"] 0,
        /// The next cohort.
        Cohort "next-cohort" ["c"] 3,
        /// Another picture.
        View "next-view" ["v"] 1,
        /// The picture before.
        ViewBefore "view-before" ["V"] 0,
        /// A value that matters.
        Threshold "threshold" ["t"] 4,
        /// The way back from that value.
        Backcast "backcast" ["b"] 5,
        /// The table of paths.
        Paths "paths" ["g"] 6,
        /// How such ranges did in the past.
        History "history" ["h"] 0,
        /// Sort by the marked column.
        Sort "sort-column" ["S"] 7,
        /// Only runs where something holds.
        Filter "filter-runs" ["f"] 9,
        /// Look at what is marked.
        Choose "look-at-marked" ["<Enter>"] 8,
    }
}
