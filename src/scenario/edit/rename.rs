//! New ids for nodes, branches and options; everything that names them follows.
//!
//! Effects without an id of their own are keyed by these names, so their random numbers change.
//! Explicit ids stay.

use super::find::{node, outcome_mut, outcomes_mut, position};
use super::ids::must_be_free;
use super::{EditFault, Part, find};
use crate::scenario::{Node, Scenario};

/// Gives a node another id.
///
/// # Errors
/// The node does not exist, or the new id is taken or ill-formed.
pub fn rename_node(scenario: &mut Scenario, old: &str, new: &str) -> Result<(), EditFault> {
    node(scenario, old)?;
    if old == new {
        return Ok(());
    }
    must_be_free(new, |id| scenario.tree.nodes.contains_key(id))?;
    let moved = scenario.tree.nodes.shift_remove_full(old);
    let (index, _, body) = moved.ok_or_else(|| find::no_such(Part::Node, old))?;
    scenario
        .tree
        .nodes
        .shift_insert(index, new.to_owned(), body);
    let follow = |name: &mut String| {
        if name == old {
            *name = new.to_owned();
        }
    };
    follow(&mut scenario.tree.root);
    for node in scenario.tree.nodes.values_mut() {
        for outcome in outcomes_mut(node) {
            outcome.next.as_mut().into_iter().for_each(follow);
        }
        each_given(node, |given_node, _| follow(given_node));
    }
    let drivers = scenario.frame.drivers.iter_mut();
    drivers
        .filter_map(|driver| driver.node.as_mut())
        .for_each(follow);
    each_mention(scenario, |mention| match mention.split_once('.') {
        Some((node, outcome)) if node == old => *mention = format!("{new}.{outcome}"),
        Some(_) => {}
        None => follow(mention),
    });
    Ok(())
}

/// Gives a branch or option another id.
///
/// # Errors
/// It does not exist, or the new id is taken or ill-formed.
pub fn rename_outcome(
    scenario: &mut Scenario,
    id: &str,
    old: &str,
    new: &str,
) -> Result<(), EditFault> {
    position(scenario, id, old)?;
    if old == new {
        return Ok(());
    }
    let siblings = node(scenario, id)?.outcomes();
    must_be_free(new, |id| siblings.iter().any(|other| other.id == id))?;
    *outcome_mut(scenario, id, old)?.id = new.to_owned();
    if let Node::Decision(decision) = find::node_mut(scenario, id)?
        && decision.choose.as_deref() == Some(old)
    {
        decision.choose = Some(new.to_owned());
    }
    for node in scenario.tree.nodes.values_mut() {
        each_given(node, |given_node, branch| {
            if given_node == id && branch == old {
                *branch = new.to_owned();
            }
        });
    }
    let (before, after) = (format!("{id}.{old}"), format!("{id}.{new}"));
    each_mention(scenario, |mention| {
        if *mention == before {
            mention.clone_from(&after);
        }
    });
    Ok(())
}

/// The node and outcome of every override.
fn each_given(node: &mut Node, mut change: impl FnMut(&mut String, &mut String)) {
    if let Node::Chance(chance) = node {
        let givens = chance.branches.iter_mut();
        for given in givens.flat_map(|branch| &mut branch.given) {
            change(&mut given.node, &mut given.branch);
        }
    }
}

/// What dissent and guesses are about: `node` or `node.outcome`.
fn each_mention(scenario: &mut Scenario, change: impl FnMut(&mut String)) {
    let dissent = scenario.dissent.iter_mut().map(|dissent| &mut dissent.on);
    let guesses = scenario.predictions.iter_mut();
    let guesses = guesses.map(|prediction| &mut prediction.option);
    dissent.chain(guesses).for_each(change);
}
