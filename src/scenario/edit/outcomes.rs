//! Branches and options: adding, removing, ordering, and what each has.

use super::find::{node, node_mut, outcome_mut, position};
use super::givens::{fill_rows, scale_rows};
use super::ids::must_have_title;
use super::kinds::branch;
use super::nodes::empty_choice;
use super::reach::{Dropped, below, drop_unreachable};
use super::shares::rounded;
use super::{EditFault, fresh_id, shift};
use crate::scenario::{Chance, Choice, Node, Quantity, Scale, Scenario};

/// Adds a branch or option; it leads where its siblings lead, if they agree. A new branch of a
/// chance takes an equal part of the probability from its siblings. Returns its id.
///
/// # Errors
/// No title, or no such node.
pub fn add_outcome(scenario: &mut Scenario, id: &str, title: &str) -> Result<String, EditFault> {
    must_have_title(title)?;
    let siblings = node(scenario, id)?.outcomes();
    let first = siblings.first().and_then(|sibling| sibling.next);
    let agreed = siblings.iter().all(|sibling| sibling.next == first);
    let next = first.filter(|_| agreed).map(str::to_owned);
    let new = empty_choice(String::new(), title, next);
    let node = node_mut(scenario, id)?;
    Ok(put_outcome(node, new))
}

/// Puts an option, or what it is as a branch, behind its siblings under a free id.
pub(super) fn put_outcome(node: &mut Node, mut new: Choice) -> String {
    let wish = if new.id.is_empty() {
        &new.title
    } else {
        &new.id
    };
    let taken: Vec<String> = node
        .outcomes()
        .iter()
        .map(|other| other.id.to_owned())
        .collect();
    let id = fresh_id(wish, |id| taken.iter().any(|other| other == id));
    new.id.clone_from(&id);
    match node {
        Node::Decision(decision) => decision.options.push(new),
        Node::Chance(chance) => {
            let share = rounded(1.0 / (chance.branches.len() + 1) as f64);
            let rest = if chance.branches.is_empty() {
                0.0
            } else {
                1.0 - share
            };
            scale_rows(chance, rest);
            let own = if chance.branches.is_empty() {
                1.0
            } else {
                share
            };
            chance.branches.push(branch(new, Quantity::Fixed(own)));
            fill_rows(chance);
        }
    }
    id
}

/// Removes a branch or option; what nothing leads to any more goes too. Its probability goes
/// back to its siblings in proportion.
///
/// # Errors
/// It does not exist, or is the only one.
pub fn remove_outcome(
    scenario: &mut Scenario,
    id: &str,
    outcome: &str,
) -> Result<Dropped, EditFault> {
    let at = position(scenario, id, outcome)?;
    if node(scenario, id)?.outcomes().len() < 2 {
        return Err(EditFault::LastOutcome {
            node: id.to_owned(),
        });
    }
    let before = below(&scenario.tree, &scenario.tree.root);
    match node_mut(scenario, id)? {
        Node::Chance(chance) => without_branch(chance, at),
        Node::Decision(decision) => {
            decision.options.remove(at);
            if decision.choose.as_deref() == Some(outcome) {
                decision.choose = None;
            }
        }
    }
    forget_outcome(scenario, id, outcome);
    Ok(drop_unreachable(scenario, &before))
}

fn without_branch(chance: &mut Chance, at: usize) {
    fill_rows(chance);
    chance.branches.remove(at);
    scale_rows(chance, 1.0);
}

/// Overrides after an outcome that is gone mean nothing.
fn forget_outcome(scenario: &mut Scenario, id: &str, outcome: &str) {
    for node in scenario.tree.nodes.values_mut() {
        if let Node::Chance(chance) = node {
            for branch in &mut chance.branches {
                branch
                    .given
                    .retain(|given| given.node != id || given.branch != outcome);
            }
        }
    }
}

/// Moves a branch or option to another place among its siblings, numbered from 0.
///
/// # Errors
/// It does not exist, or there is no such place.
pub fn move_outcome(
    scenario: &mut Scenario,
    id: &str,
    outcome: &str,
    to: usize,
) -> Result<(), EditFault> {
    let from = position(scenario, id, outcome)?;
    match node_mut(scenario, id)? {
        Node::Chance(chance) => shift(&mut chance.branches, from, to),
        Node::Decision(decision) => shift(&mut decision.options, from, to),
    }
}

/// Most points of effort.
const MOST_EFFORT: u8 = 3;

/// Sets the effort of a branch or option, 1 to 3 points.
///
/// # Errors
/// It does not exist, or other points.
pub fn set_effort(
    scenario: &mut Scenario,
    id: &str,
    outcome: &str,
    effort: Option<u8>,
) -> Result<(), EditFault> {
    if let Some(points) = effort.filter(|points| !(1..=MOST_EFFORT).contains(points)) {
        return Err(EditFault::Outside {
            value: f64::from(points),
            min: 1.0,
            max: f64::from(MOST_EFFORT),
        });
    }
    *outcome_mut(scenario, id, outcome)?.effort = effort;
    Ok(())
}

/// Sets the cost of a branch or option, in million dollars a year.
///
/// # Errors
/// It does not exist, or the cost is no distribution.
pub fn set_cost(
    scenario: &mut Scenario,
    id: &str,
    outcome: &str,
    cost: Option<Quantity>,
) -> Result<(), EditFault> {
    let fault = cost
        .as_ref()
        .and_then(|cost| cost.fault(Scale::of_cost(cost)));
    if let Some((_, fault)) = fault {
        return Err(EditFault::Number(fault));
    }
    *outcome_mut(scenario, id, outcome)?.cost = cost;
    Ok(())
}
