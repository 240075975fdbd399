//! What changes from one scenario to another, and scenarios in which only some of it has changed.
//!
//! Changes are told apart by meaning: the place, one parameter, the probabilities of one node, one
//! measure, one effect. Where the trees are built differently, their structure is one change, since
//! half of a structure is no tree. Only what moves numbers counts, and only where the tree can
//! still lead: titles, reasons and options that are closed off do not. Costs stay those of the
//! first scenario: they move no other number.
//!
//! Pure: builds scenarios, runs nothing.

mod find;
mod items;
mod mix;

pub use find::changes;
pub use mix::mixed;

use serde::{Deserialize, Serialize};

/// One change from a scenario to another.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The country or group with its base year, the reference country and the definition of
    /// exposure; with another country its inputs too.
    Place,
    /// A country input that the room knows better, by name.
    Input(String),
    /// A parameter, by its id.
    Parameter(String),
    /// Parameters that move together.
    Correlations,
    /// How the tree is built: nodes, branches, what follows what, and in which years.
    Tree,
    /// The years of the nodes of a tree that is built the same.
    Years,
    /// The option that a decision takes, as far as it decides what comes after it.
    Chosen {
        /// Id of the decision.
        node: String,
    },
    /// The probabilities of a node's branches.
    Probabilities {
        /// Id of the node.
        node: String,
    },
    /// A measure of the road map that one of the two adopts.
    Measure {
        /// Id of the node.
        node: String,
        /// Branch or option that adopts it.
        outcome: String,
        /// Id of the measure.
        measure: String,
    },
    /// An effect that one of the two does not have, or has otherwise.
    Effect {
        /// Id of the node.
        node: String,
        /// Branch or option that has it.
        outcome: String,
        /// Id of the effect.
        id: String,
        /// The parameter or input that it moves.
        path: String,
    },
    /// Several changes of a kind, taken together.
    Several(Vec<Change>),
}

/// What a change is about, whatever node or name it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Country or group.
    Place,
    /// Country inputs.
    Inputs,
    /// Parameters.
    Parameters,
    /// Correlations.
    Correlations,
    /// Structure of the tree.
    Tree,
    /// Years of nodes.
    Years,
    /// Decisions.
    Decisions,
    /// Probabilities.
    Probabilities,
    /// Measures.
    Measures,
    /// Effects.
    Effects,
}

impl ChangeKind {
    /// Its stable name, as reports write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Inputs => "inputs",
            Self::Parameters => "parameters",
            Self::Correlations => "correlations",
            Self::Tree => "tree",
            Self::Years => "years",
            Self::Decisions => "decisions",
            Self::Probabilities => "probabilities",
            Self::Measures => "measures",
            Self::Effects => "effects",
        }
    }
}

impl Change {
    /// What it is about; of several the first.
    #[must_use]
    pub fn kind(&self) -> ChangeKind {
        match self {
            Self::Place => ChangeKind::Place,
            Self::Input(_) => ChangeKind::Inputs,
            Self::Parameter(_) => ChangeKind::Parameters,
            Self::Correlations => ChangeKind::Correlations,
            Self::Tree => ChangeKind::Tree,
            Self::Years => ChangeKind::Years,
            Self::Chosen { .. } => ChangeKind::Decisions,
            Self::Probabilities { .. } => ChangeKind::Probabilities,
            Self::Measure { .. } => ChangeKind::Measures,
            Self::Effect { .. } => ChangeKind::Effects,
            Self::Several(all) => all.first().map_or(ChangeKind::Tree, Self::kind),
        }
    }

    /// Whether it is the other change or has it in it.
    #[must_use]
    pub fn includes(&self, other: &Change) -> bool {
        match self {
            Self::Several(all) => all.iter().any(|one| one.includes(other)),
            one => one == other,
        }
    }
}

/// Takes changes of one kind together, the most frequent kind first, until there are at most
/// `most`. Kinds never mix.
#[must_use]
pub fn at_most(mut changes: Vec<Change>, most: usize) -> Vec<Change> {
    while changes.len() > most.max(1) {
        let count = |kind: ChangeKind| changes.iter().filter(|c| c.kind() == kind).count();
        let kinds = changes.iter().map(Change::kind);
        let Some(kind) = kinds.max_by_key(|kind| (count(*kind), std::cmp::Reverse(*kind))) else {
            break;
        };
        if count(kind) < 2 {
            break;
        }
        let (same, others): (Vec<Change>, Vec<Change>) =
            changes.into_iter().partition(|c| c.kind() == kind);
        changes = others;
        changes.push(Change::Several(same));
        changes.sort_by_key(Change::kind);
    }
    changes
}

#[cfg(test)]
mod tests;
