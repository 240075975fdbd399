//! The tree canvas: a scenario tree along a time axis.
//!
//! [`Tree`] is what is to be shown, [`TreeLayout`] where it goes, [`TreeCanvas`] draws it. Time runs
//! from left to right; each node stands at the column of its year, and each line of the picture
//! belongs to one way through the tree. A part that several branches lead to is drawn once, where it
//! is met first, and referred to afterwards.

mod canvas;
mod columns;
mod grow;
mod heads;
mod layout;
mod navigate;

use crate::scenario::Layer;

pub use canvas::TreeCanvas;
pub use layout::{Scroll, TreeLayout};
pub use navigate::Direction;

/// A tree to be shown. Words come from the caller.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// The base year, where every path begins.
    pub first: i32,
    /// The horizon, where every path ends.
    pub last: i32,
    /// The first node.
    pub root: Option<String>,
    /// All nodes, in any order.
    pub nodes: Vec<TreeNode>,
    /// What stands where a part is not drawn again.
    pub as_above: String,
}

/// Whether a node is left to chance or decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// Left to chance.
    Chance,
    /// Decided by somebody.
    Decision,
}

/// A node to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeNode {
    /// Its id.
    pub id: String,
    /// Its title, of any length.
    pub title: String,
    /// Whether it is left to chance or decided.
    pub kind: NodeKind,
    /// Its layer, for the colour.
    pub layer: Layer,
    /// The letter of its layer.
    pub letter: String,
    /// Its year.
    pub year: i32,
    /// What else is to be seen at once.
    pub marks: Marks,
    /// Where it leads to.
    pub outcomes: Vec<TreeOutcome>,
}

/// A branch or an option to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeOutcome {
    /// Its id.
    pub id: String,
    /// Its title, of any length.
    pub title: String,
    /// Its probability as it is written; empty for an option of a decision.
    pub probability: String,
    /// The node that follows; none if the path ends here.
    pub next: Option<String>,
    /// What else is to be seen at once.
    pub marks: Marks,
}

/// What is to be seen at a node or an outcome at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Something is wrong here.
    pub error: bool,
    /// It is a wildcard.
    pub wildcard: bool,
    /// Its probability is held in place.
    pub pinned: bool,
    /// It is not taken: another option has been chosen.
    pub closed: bool,
}

/// A place in the tree: a node that was reached by these outcomes, or one of its own outcomes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spot {
    /// Ids of the outcomes that lead from the first node to this one.
    pub path: Vec<String>,
    /// The id of the outcome, if it is one that is meant.
    pub outcome: Option<String>,
}

impl Spot {
    /// The first node.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// An outcome of this node.
    #[must_use]
    pub fn outcome(&self, id: &str) -> Self {
        Self {
            path: self.path.clone(),
            outcome: Some(id.to_owned()),
        }
    }

    /// The node that this outcome leads to, or this node.
    #[must_use]
    pub fn next(&self) -> Self {
        let mut path = self.path.clone();
        path.extend(self.outcome.clone());
        Self {
            path,
            outcome: None,
        }
    }

    /// What comes before: the node of this outcome, or the outcome that leads to this node.
    #[must_use]
    pub fn before(&self) -> Option<Self> {
        let mut path = self.path.clone();
        let outcome = match self.outcome {
            Some(_) => None,
            None => Some(path.pop()?),
        };
        Some(Self { path, outcome })
    }
}
