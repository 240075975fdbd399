//! Adding and removing nodes, and what every node has.

use super::find::{node, node_mut, outcome_mut, outcomes_mut};
use super::ids::{must_have_title, node_id};
use super::kinds::NodeKind;
use super::reach::{Dropped, below, drop_unreachable, forget, must_follow, within_horizon};
use super::{EditFault, find, fresh_id, reach, whole};
use crate::scenario::{BASE_YEAR, Certainty, Choice, Decision, Layer, Node, Scenario};

/// Where in a tree something is put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Before everything.
    Root,
    /// After a branch or option, before what followed it.
    After {
        /// The node.
        node: String,
        /// Its branch or option.
        outcome: String,
    },
    /// Beside the branches or options of a node.
    Among {
        /// The node.
        node: String,
    },
}

/// What a new node begins with.
#[derive(Clone, Debug, PartialEq)]
pub struct NewNode {
    /// Chance or decision.
    pub kind: NodeKind,
    /// The question that it answers.
    pub title: String,
    /// Layer of digital readiness.
    pub layer: Layer,
    /// Cluster of knowledge.
    pub certainty: Certainty,
    /// When; by default the middle of the years that are free, or soon after what comes before.
    pub year: Option<i32>,
    /// Titles of its branches or options; at least one. Chances share the probability alike.
    pub outcomes: Vec<String>,
}

/// Adds a node; all its branches lead to what stood there before. Returns its id.
///
/// # Errors
/// No title, no outcome, a year that is not free, or a place that does not exist.
pub fn add_node(scenario: &mut Scenario, at: &Slot, new: &NewNode) -> Result<String, EditFault> {
    must_have_title(&new.title)?;
    if new.outcomes.is_empty() {
        return Err(EditFault::EmptyTitle);
    }
    new.outcomes
        .iter()
        .try_for_each(|title| must_have_title(title))?;
    let next = follower(scenario, at)?;
    let year = free_year(scenario, at, next.as_deref(), new.year)?;
    let id = node_id(scenario, &new.title);
    whole(scenario, |draft| {
        draft.tree.nodes.insert(id.clone(), built(new, year, next));
        match at {
            Slot::After { node, outcome } => {
                *outcome_mut(draft, node, outcome)?.next = Some(id.clone());
            }
            Slot::Root | Slot::Among { .. } => draft.tree.root = id.clone(),
        }
        Ok(id)
    })
}

/// What stands at a place now.
fn follower(scenario: &Scenario, at: &Slot) -> Result<Option<String>, EditFault> {
    match at {
        Slot::Root => Ok(Some(scenario.tree.root.clone()).filter(|root| !root.is_empty())),
        Slot::After { node, outcome } => find::next_of(scenario, node, outcome),
        Slot::Among { .. } => Err(EditFault::WrongPlace),
    }
}

/// A year between what comes before and what comes after.
fn free_year(
    scenario: &Scenario,
    at: &Slot,
    next: Option<&str>,
    wish: Option<i32>,
) -> Result<i32, EditFault> {
    let before = match at {
        Slot::After { node, .. } => find::node(scenario, node)?.year(),
        Slot::Root | Slot::Among { .. } => BASE_YEAR,
    };
    let next = next.and_then(|id| scenario.tree.nodes.get(id));
    let after = next.map_or(scenario.setting.horizon.1.saturating_add(1), Node::year);
    let (first, last) = (before.saturating_add(1), after.saturating_sub(1));
    if first > last {
        let (first, last) = (before, after);
        return Err(EditFault::NoYear { first, last });
    }
    match wish {
        Some(year) if !(first..=last).contains(&year) => Err(EditFault::Year { year, first, last }),
        Some(year) => Ok(year),
        // Two years between nodes leave room for one more; a node in between takes the middle.
        None if next.is_some() => Ok(first + (last - first) / 2),
        None => Ok(last.min(first + 1)),
    }
}

fn built(new: &NewNode, year: i32, next: Option<String>) -> Node {
    let mut ids: Vec<String> = Vec::new();
    for title in &new.outcomes {
        let id = fresh_id(title, |id| ids.iter().any(|other| other == id));
        ids.push(id);
    }
    let options = ids.into_iter().zip(&new.outcomes);
    let options = options.map(|(id, title)| empty_choice(id, title, next.clone()));
    let (title, layer, certainty) = (new.title.clone(), new.layer, new.certainty);
    let decision = Decision {
        title,
        layer,
        certainty,
        year,
        actor: String::new(),
        rationale: String::new(),
        sources: Vec::new(),
        choose: None,
        options: options.collect(),
    };
    match new.kind {
        NodeKind::Decision => Node::Decision(decision),
        NodeKind::Chance => Node::Chance(super::kinds::left_to_chance(decision)),
    }
}

/// An option that does nothing yet.
pub(super) fn empty_choice(id: String, title: &str, next: Option<String>) -> Choice {
    Choice {
        id,
        title: title.to_owned(),
        adopts: Vec::new(),
        effects: Vec::new(),
        effort: None,
        cost: None,
        not_counted: String::new(),
        rationale: String::new(),
        sources: Vec::new(),
        next,
    }
}

/// Removes a node. What led to it leads to the first node that followed it, or ends; nodes that
/// nothing leads to any more go too and are named.
///
/// # Errors
/// The node does not exist.
pub fn remove_node(scenario: &mut Scenario, id: &str) -> Result<Dropped, EditFault> {
    let outcomes = node(scenario, id)?.outcomes();
    let heir = outcomes.iter().find_map(|outcome| outcome.next);
    let heir = heir.filter(|heir| *heir != id).map(str::to_owned);
    let before = below(&scenario.tree, &scenario.tree.root);
    if scenario.tree.root == id {
        scenario.tree.root = heir.clone().unwrap_or_default();
    }
    for node in scenario.tree.nodes.values_mut() {
        for outcome in outcomes_mut(node) {
            if outcome.next.as_deref() == Some(id) {
                outcome.next.clone_from(&heir);
            }
        }
    }
    forget(scenario, &[id.to_owned()]);
    Ok(drop_unreachable(scenario, &before))
}

/// Sets a node's layer.
///
/// # Errors
/// The node does not exist.
pub fn set_layer(scenario: &mut Scenario, id: &str, layer: Layer) -> Result<(), EditFault> {
    match node_mut(scenario, id)? {
        Node::Chance(node) => node.layer = layer,
        Node::Decision(node) => node.layer = layer,
    }
    Ok(())
}

/// Sets a node's cluster of knowledge.
///
/// # Errors
/// The node does not exist.
pub fn set_certainty(
    scenario: &mut Scenario,
    id: &str,
    certainty: Certainty,
) -> Result<(), EditFault> {
    match node_mut(scenario, id)? {
        Node::Chance(node) => node.certainty = certainty,
        Node::Decision(node) => node.certainty = certainty,
    }
    Ok(())
}

/// Sets a node's year.
///
/// # Errors
/// A year outside of the horizon, not after what leads to the node, or not before what follows.
pub fn set_year(scenario: &mut Scenario, id: &str, year: i32) -> Result<(), EditFault> {
    within_horizon(scenario, year)?;
    for outcome in node(scenario, id)?.outcomes() {
        if let Some((next, child)) = outcome.next.and_then(|next| {
            let child = scenario.tree.nodes.get(next)?;
            Some((next, child))
        }) {
            must_follow(next, child.year(), id, year)?;
        }
    }
    for (parent, parent_year) in reach::parents(&scenario.tree, id) {
        must_follow(id, year, parent, parent_year)?;
    }
    match node_mut(scenario, id)? {
        Node::Chance(node) => node.year = year,
        Node::Decision(node) => node.year = year,
    }
    Ok(())
}
