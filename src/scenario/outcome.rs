//! What chance branches and decision options have in common, and what nodes have in common.

use super::{Branch, Certainty, Choice, Effect, Layer, Node, Quantity};

/// A branch or an option, seen alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome<'a> {
    /// Identifier within the node.
    pub id: &'a str,
    /// What happens or is done.
    pub title: &'a str,
    /// Measures that come with it.
    pub adopts: &'a [String],
    /// What it does.
    pub effects: &'a [Effect],
    /// Effort in points.
    pub effort: Option<u8>,
    /// Million US dollars a year.
    pub cost: Option<&'a Quantity>,
    /// What no number here counts.
    pub not_counted: &'a str,
    /// The next node.
    pub next: Option<&'a str>,
}

impl Branch {
    /// The branch as an outcome.
    #[must_use]
    pub fn outcome(&self) -> Outcome<'_> {
        Outcome {
            id: &self.id,
            title: &self.title,
            adopts: &self.adopts,
            effects: &self.effects,
            effort: self.effort,
            cost: self.cost.as_ref(),
            not_counted: &self.not_counted,
            next: self.next.as_deref(),
        }
    }
}

impl Choice {
    /// The option as an outcome.
    #[must_use]
    pub fn outcome(&self) -> Outcome<'_> {
        Outcome {
            id: &self.id,
            title: &self.title,
            adopts: &self.adopts,
            effects: &self.effects,
            effort: self.effort,
            cost: self.cost.as_ref(),
            not_counted: &self.not_counted,
            next: self.next.as_deref(),
        }
    }
}

impl Node {
    /// The question that the node answers.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Chance(node) => &node.title,
            Self::Decision(node) => &node.title,
        }
    }

    /// Layer of digital readiness.
    #[must_use]
    pub fn layer(&self) -> Layer {
        match self {
            Self::Chance(node) => node.layer,
            Self::Decision(node) => node.layer,
        }
    }

    /// Cluster of knowledge.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        match self {
            Self::Chance(node) => node.certainty,
            Self::Decision(node) => node.certainty,
        }
    }

    /// When it is settled or decided.
    #[must_use]
    pub fn year(&self) -> i32 {
        match self {
            Self::Chance(node) => node.year,
            Self::Decision(node) => node.year,
        }
    }

    /// Who decides or on whom it depends.
    #[must_use]
    pub fn actor(&self) -> &str {
        match self {
            Self::Chance(node) => &node.actor,
            Self::Decision(node) => &node.actor,
        }
    }

    /// Why it is in the tree as it is.
    #[must_use]
    pub fn rationale(&self) -> &str {
        match self {
            Self::Chance(node) => &node.rationale,
            Self::Decision(node) => &node.rationale,
        }
    }

    /// Where it was read.
    #[must_use]
    pub fn sources(&self) -> &[String] {
        match self {
            Self::Chance(node) => &node.sources,
            Self::Decision(node) => &node.sources,
        }
    }

    /// Branches or options, in the order of the file.
    #[must_use]
    pub fn outcomes(&self) -> Vec<Outcome<'_>> {
        match self {
            Self::Chance(node) => node.branches.iter().map(Branch::outcome).collect(),
            Self::Decision(node) => node.options.iter().map(Choice::outcome).collect(),
        }
    }

    /// The option that closes the decision, if it is one and is closed.
    #[must_use]
    pub fn choose(&self) -> Option<&str> {
        match self {
            Self::Chance(_) => None,
            Self::Decision(node) => node.choose.as_deref(),
        }
    }
}
