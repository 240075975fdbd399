//! Chance or decision: changing one into the other, and closing a decision.

use super::find::{decision_mut, node, node_mut};
use super::shares::alike;
use super::{EditFault, Part, find};
use crate::scenario::{Branch, Chance, Choice, Decision, Node, Quantity, Scenario};

/// The two kinds of nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// Nobody in the room decides it.
    Chance,
    /// Somebody decides it.
    Decision,
}

impl NodeKind {
    /// The kind of a node.
    #[must_use]
    pub fn of(node: &Node) -> Self {
        match node {
            Node::Chance(_) => Self::Chance,
            Node::Decision(_) => Self::Decision,
        }
    }
}

/// Makes a node a chance or a decision and keeps all that both have. A chance that was a decision
/// begins with equal probabilities; a decision that was a chance is open.
///
/// # Errors
/// The node does not exist.
pub fn set_kind(scenario: &mut Scenario, id: &str, kind: NodeKind) -> Result<(), EditFault> {
    let changed = match (node(scenario, id)?.clone(), kind) {
        (Node::Decision(decision), NodeKind::Chance) => Node::Chance(left_to_chance(decision)),
        (Node::Chance(chance), NodeKind::Decision) => Node::Decision(decided(chance)),
        (unchanged, _) => unchanged,
    };
    *node_mut(scenario, id)? = changed;
    Ok(())
}

/// Closes a decision by choosing an option, or opens it again.
///
/// # Errors
/// The node is no decision or has no such option.
pub fn choose(scenario: &mut Scenario, id: &str, option: Option<&str>) -> Result<(), EditFault> {
    let decision = decision_mut(scenario, id)?;
    let known = |option: &&str| decision.options.iter().any(|other| other.id == *option);
    if let Some(unknown) = option.filter(|option| !known(option)) {
        return Err(find::no_such(Part::Outcome, unknown));
    }
    decision.choose = option.map(str::to_owned);
    Ok(())
}

/// A decision as a chance, all options alike likely.
pub(super) fn left_to_chance(decision: Decision) -> Chance {
    let shares = alike(decision.options.len());
    let branches = decision.options.into_iter().zip(shares);
    Chance {
        title: decision.title,
        layer: decision.layer,
        certainty: decision.certainty,
        year: decision.year,
        actor: decision.actor,
        rationale: decision.rationale,
        sources: decision.sources,
        branches: branches
            .map(|(option, share)| branch(option, Quantity::Fixed(share)))
            .collect(),
    }
}

fn decided(chance: Chance) -> Decision {
    Decision {
        title: chance.title,
        layer: chance.layer,
        certainty: chance.certainty,
        year: chance.year,
        actor: chance.actor,
        rationale: chance.rationale,
        sources: chance.sources,
        choose: None,
        options: chance.branches.into_iter().map(choice).collect(),
    }
}

/// An option as a branch.
pub(super) fn branch(option: Choice, probability: Quantity) -> Branch {
    Branch {
        id: option.id,
        title: option.title,
        probability,
        given: Vec::new(),
        adopts: option.adopts,
        effects: option.effects,
        effort: option.effort,
        cost: option.cost,
        not_counted: option.not_counted,
        rationale: option.rationale,
        sources: option.sources,
        next: option.next,
    }
}

/// A branch as an option.
pub(super) fn choice(branch: Branch) -> Choice {
    Choice {
        id: branch.id,
        title: branch.title,
        adopts: branch.adopts,
        effects: branch.effects,
        effort: branch.effort,
        cost: branch.cost,
        not_counted: branch.not_counted,
        rationale: branch.rationale,
        sources: branch.sources,
        next: branch.next,
    }
}
