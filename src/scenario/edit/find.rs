//! Finding the parts of a scenario that an edit names.

use super::{EditFault, Part};
use crate::scenario::{Branch, Chance, Choice, Decision, Effect, Node, Quantity, Scenario};

/// The fault of looking for something that is not there.
pub(super) fn no_such(part: Part, id: impl Into<String>) -> EditFault {
    EditFault::NoSuch {
        part,
        id: id.into(),
    }
}

pub(super) fn node<'a>(scenario: &'a Scenario, id: &str) -> Result<&'a Node, EditFault> {
    let found = scenario.tree.nodes.get(id);
    found.ok_or_else(|| no_such(Part::Node, id))
}

pub(super) fn node_mut<'a>(
    scenario: &'a mut Scenario,
    id: &str,
) -> Result<&'a mut Node, EditFault> {
    let found = scenario.tree.nodes.get_mut(id);
    found.ok_or_else(|| no_such(Part::Node, id))
}

pub(super) fn chance_mut<'a>(
    scenario: &'a mut Scenario,
    id: &str,
) -> Result<&'a mut Chance, EditFault> {
    match node_mut(scenario, id)? {
        Node::Chance(chance) => Ok(chance),
        Node::Decision(_) => Err(EditFault::NotChance { node: id.into() }),
    }
}

pub(super) fn decision_mut<'a>(
    scenario: &'a mut Scenario,
    id: &str,
) -> Result<&'a mut Decision, EditFault> {
    match node_mut(scenario, id)? {
        Node::Decision(decision) => Ok(decision),
        Node::Chance(_) => Err(EditFault::NotDecision { node: id.into() }),
    }
}

/// What branches and options have in common, to be changed.
pub(super) struct OutcomeMut<'a> {
    pub(super) id: &'a mut String,
    pub(super) title: &'a mut String,
    pub(super) adopts: &'a mut Vec<String>,
    pub(super) effects: &'a mut Vec<Effect>,
    pub(super) effort: &'a mut Option<u8>,
    pub(super) cost: &'a mut Option<Quantity>,
    pub(super) not_counted: &'a mut String,
    pub(super) rationale: &'a mut String,
    pub(super) sources: &'a mut Vec<String>,
    pub(super) next: &'a mut Option<String>,
}

macro_rules! seen_alike {
    ($outcome:expr) => {{
        let outcome = $outcome;
        OutcomeMut {
            id: &mut outcome.id,
            title: &mut outcome.title,
            adopts: &mut outcome.adopts,
            effects: &mut outcome.effects,
            effort: &mut outcome.effort,
            cost: &mut outcome.cost,
            not_counted: &mut outcome.not_counted,
            rationale: &mut outcome.rationale,
            sources: &mut outcome.sources,
            next: &mut outcome.next,
        }
    }};
}

fn of_branch(branch: &mut Branch) -> OutcomeMut<'_> {
    seen_alike!(branch)
}

fn of_choice(choice: &mut Choice) -> OutcomeMut<'_> {
    seen_alike!(choice)
}

/// The branches or options of a node, in the order of the file.
pub(super) fn outcomes_mut(node: &mut Node) -> Vec<OutcomeMut<'_>> {
    match node {
        Node::Chance(chance) => chance.branches.iter_mut().map(of_branch).collect(),
        Node::Decision(decision) => decision.options.iter_mut().map(of_choice).collect(),
    }
}

pub(super) fn outcome_mut<'a>(
    scenario: &'a mut Scenario,
    id: &str,
    outcome: &str,
) -> Result<OutcomeMut<'a>, EditFault> {
    let outcomes = outcomes_mut(node_mut(scenario, id)?);
    let mut found = outcomes.into_iter().filter(|found| found.id == outcome);
    found.next().ok_or_else(|| no_such(Part::Outcome, outcome))
}

/// The place of a branch or option in its node.
pub(super) fn position(scenario: &Scenario, id: &str, outcome: &str) -> Result<usize, EditFault> {
    let outcomes = node(scenario, id)?.outcomes();
    let found = outcomes.iter().position(|found| found.id == outcome);
    found.ok_or_else(|| no_such(Part::Outcome, outcome))
}

/// The node that a branch or option leads to.
pub(super) fn next_of(
    scenario: &Scenario,
    id: &str,
    outcome: &str,
) -> Result<Option<String>, EditFault> {
    let number = position(scenario, id, outcome)?;
    let outcomes = node(scenario, id)?.outcomes();
    Ok(outcomes
        .get(number)
        .and_then(|found| found.next)
        .map(str::to_owned))
}
