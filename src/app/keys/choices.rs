//! Keys of the screen Choices.

use super::actions;

actions! {
    /// What can be done on the screen Choices.
    ChoicesAction {
        /// One line up.
        Up "choices-up" ["<Up>", "k"] 0,
        /// One line down.
        Down "choices-down" ["<Down>", "j"] 1,
        /// The next view.
        View "choices-view" ["v"] 2,
        /// The view before.
        ViewBefore "choices-view-before" ["V"] 0,
        /// The next chance whose probability moves.
        Chance "choices-chance" ["c"] 3,
        /// Two probabilities at once.
        Map "choices-map" ["m"] 4,
        /// Another rule.
        Rule "choices-rule" ["r"] 5,
        /// Mind inequality more.
        MoreEven "choices-more-even" ["+", "="] 6,
        /// Mind inequality less.
        LessEven "choices-less-even" ["-"] 7,
    }
}
