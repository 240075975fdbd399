//! Keys of the Tree.

use super::actions;

actions! {
    /// What can be done on the Tree.
    TreeAction {
        /// One line up.
        Up "tree-up" ["<Up>", "k"] 0,
        /// One line down.
        Down "tree-down" ["<Down>", "j"] 0,
        /// Back in time, or out of the inspector.
        Left "tree-left" ["<Left>", "h"] 0,
        /// On in time.
        Right "tree-right" ["<Right>", "l"] 0,
        /// To the root.
        Root "tree-root" ["<Home>", "g"] 0,
        /// Open the inspector, or edit the marked line there.
        Edit "edit" ["<Enter>"] 1,
        /// More likely.
        More "more-likely" ["+", "="] 2,
        /// Less likely.
        Less "less-likely" ["-"] 3,
        /// Type a probability.
        Probability "probability" ["%"] 0,
        /// Hold a probability while its siblings rescale.
        Pin "pin" ["!"] 0,
        /// Add a node, a branch or an option.
        Add "add" ["a"] 4,
        /// Add an effect.
        Effect "add-effect" ["e"] 5,
        /// Adopt measures of the road map.
        Measure "adopt-measures" ["m"] 6,
        /// Choose an option: close the decision, or open it again.
        Choose "choose" ["c"] 0,
        /// Remove what is marked.
        Remove "remove" ["x", "<Delete>"] 7,
        /// Copy what is marked with everything after it.
        CopyPart "copy-part" ["y"] 8,
        /// Paste what was copied after what is marked.
        Paste "paste" ["p"] 9,
        /// Move what was copied here.
        Move "move-here" ["M"] 0,
        /// Lead a branch to a node that is there already.
        Link "link" ["o"] 0,
        /// Give a branch a part of its own that it shared.
        Unshare "unshare" ["O"] 0,
        /// Move a branch up among its siblings.
        Raise "move-up" ["K"] 0,
        /// Move a branch down among its siblings.
        Lower "move-down" ["J"] 0,
        /// Fold or unfold what follows a node.
        Fold "fold" ["z"] 0,
        /// Unfold everything.
        UnfoldAll "unfold-all" ["Z"] 0,
        /// Wildcards.
        Wildcards "wildcards" ["W"] 0,
        /// Say who disagrees with what is marked.
        Dissent "dissent" ["d"] 0,
        /// What is wrong or doubtful.
        Findings "findings" ["f"] 0,
    }
}
