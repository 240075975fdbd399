//! Keys of the Guide.

use super::actions;

actions! {
    /// What can be done on the Guide.
    GuideAction {
        /// One line up.
        Up "guide-up" ["<Up>", "k"] 0,
        /// One line down.
        Down "guide-down" ["<Down>", "j"] 0,
        /// The part before.
        Left "guide-left" ["<Left>", "h"] 2,
        /// The next part.
        Right "guide-right" ["<Right>", "l"] 1,
        /// Read more, go there, or change the line.
        Open "guide-open" ["<Enter>"] 3,
        /// Look a word, a measure or a piece of evidence up.
        Find "look-up" ["/"] 4,
        /// Start the timer of the agenda, or stop it.
        Timer "timer" ["t"] 5,
        /// On to the next item of the agenda.
        NextItem "next-item" ["."] 6,
        /// Five minutes more for the marked item.
        Longer "longer" ["+", "="] 0,
        /// Five minutes less.
        Shorter "shorter" ["-"] 0,
        /// Begin the tutorial again.
        Restart "restart-tutorial" [] 0,
    }
}
