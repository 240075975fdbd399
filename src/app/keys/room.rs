//! Keys of the Workshop.

use super::actions;

actions! {
    /// What can be done on the Workshop. What a role may not do says so.
    RoomAction {
        /// One line up.
        Up "room-up" ["<Up>", "k"] 0,
        /// One line down.
        Down "room-down" ["<Down>", "j"] 0,
        /// The part before, or the page before of a round.
        Left "room-left" ["<Left>", "h"] 0,
        /// The next part, or the next page of a round.
        Right "room-right" ["<Right>", "l"] 9,
        /// What the marked line is for.
        Open "room-open" ["<Enter>"] 2,
        /// Answer the round that is open.
        Answer "answer-round" ["a"] 1,
        /// Hand the open scenario in.
        HandIn "hand-in" ["H"] 4,
        /// Say who sits at this table.
        People "name-people" ["p"] 5,
        /// Set an idea aside.
        Idea "park-idea" ["I"] 7,
        /// Name a voice that is missing.
        Missing "missing-voice" ["m"] 8,
        /// Follow the trainer's screen, let go of it, or show one's own to all.
        Follow "follow" ["f"] 6,
        /// Open a round.
        Ask "open-round" ["o"] 2,
        /// Take no more answers and show them.
        CloseStage "close-stage" ["x"] 1,
        /// The same question again, after the answers were seen.
        NextStage "second-stage" ["e"] 3,
        /// Answers from paper cards.
        Cards "paper-cards" ["c"] 4,
        /// Write the room's number into the open scenario.
        Adopt "adopt-result" ["d"] 4,
        /// Show what came out.
        Reveal "reveal-truth" ["r"] 4,
        /// Say something to all.
        Announce "announce" ["A"] 5,
        /// Keep tables from editing, or let them again.
        Lock "lock-tables" ["K"] 7,
        /// Start a time for all, or stop it.
        Timer "room-timer" ["t"] 6,
        /// On to the next item of the agenda.
        NextItem "next-agenda" ["."] 7,
        /// Add an item to the agenda.
        AddItem "add-agenda" ["+", "="] 0,
        /// Give a scenario back with a comment.
        HandBack "hand-back" ["b"] 5,
        /// Put scenarios that were handed in side by side.
        Side "compare-handed" ["v"] 5,
        /// The next ones side by side.
        MoreSide "compare-more" ["V"] 0,
        /// How far the tables' scenarios are apart.
        Spread "room-spread" ["S"] 8,
        /// End the workshop.
        Close "close-workshop" [] 0,
    }
}
