//! Whole parts of a tree: copying, pasting, linking, moving, and sharing no longer.

use super::effects;
use super::find::{next_of, no_such, node, node_mut, outcome_mut, outcomes_mut, position};
use super::givens::{Earlier, earlier_outcomes};
use super::ids::numbered;
use super::kinds::choice;
use super::nodes::Slot;
use super::outcomes::put_outcome;
use super::reach::{Dropped, below, drop_unreachable, may_lead, within_horizon};
use super::{EditFault, Part, whole};
use crate::scenario::{BASE_YEAR, Choice, Effect, Node, Scenario};
use indexmap::IndexMap;

/// A part of a tree that was copied. It can be pasted any number of times, here or elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Clipping {
    head: Head,
    /// Everything below, by its ids when it was copied.
    nodes: IndexMap<String, Node>,
}

#[derive(Clone, Debug, PartialEq)]
enum Head {
    /// A node and everything below.
    Node(String),
    /// A branch or option of a node of this year, and everything below.
    Outcome(Box<Choice>, i32),
}

impl Clipping {
    /// True if it is a branch or option, which is pasted among others rather than after one.
    #[must_use]
    pub fn is_outcome(&self) -> bool {
        matches!(self.head, Head::Outcome(..))
    }

    /// How many nodes it holds.
    #[must_use]
    pub fn size(&self) -> usize {
        self.nodes.len()
    }
}

/// What pasting did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// The new node, branch or option that leads to the rest.
    pub first: String,
    /// All new nodes.
    pub nodes: Vec<String>,
    /// What stood there before and can no longer be reached.
    pub dropped: Dropped,
}

/// Copies a node and everything below.
///
/// # Errors
/// It does not exist.
pub fn copy_node(scenario: &Scenario, id: &str) -> Result<Clipping, EditFault> {
    node(scenario, id)?;
    Ok(Clipping {
        head: Head::Node(id.to_owned()),
        nodes: nodes_below(scenario, id),
    })
}

/// Copies a branch or option and everything below.
///
/// # Errors
/// It does not exist.
pub fn copy_outcome(scenario: &Scenario, id: &str, outcome: &str) -> Result<Clipping, EditFault> {
    let at = position(scenario, id, outcome)?;
    let owner = node(scenario, id)?;
    let copied = match owner {
        Node::Chance(chance) => chance.branches.get(at).cloned().map(choice),
        Node::Decision(decision) => decision.options.get(at).cloned(),
    };
    let copied = copied.ok_or_else(|| no_such(Part::Outcome, outcome))?;
    let nodes = match &copied.next {
        Some(next) => nodes_below(scenario, next),
        None => IndexMap::new(),
    };
    let head = Head::Outcome(Box::new(copied), owner.year());
    Ok(Clipping { head, nodes })
}

fn nodes_below(scenario: &Scenario, id: &str) -> IndexMap<String, Node> {
    let wanted = below(&scenario.tree, id);
    let nodes = scenario.tree.nodes.iter();
    nodes
        .filter(|(id, _)| wanted.contains(*id))
        .map(|(id, node)| (id.clone(), node.clone()))
        .collect()
}

/// Pastes a copy under ids of its own, later in time if it would not come after its new parent.
/// A node goes after a branch or option, in the place of what followed it (or to the root of an
/// empty tree); a branch or option goes among those of a node.
///
/// # Errors
/// The place does not exist or does not fit, or years would lie after the horizon.
pub fn paste(scenario: &mut Scenario, at: &Slot, clipping: &Clipping) -> Result<Pasted, EditFault> {
    let before = below(&scenario.tree, &scenario.tree.root);
    let (year, entry, original) = place(scenario, at, clipping)?;
    whole(scenario, |draft| {
        let entry_year = entry.and_then(|id| clipping.nodes.get(id)).map(Node::year);
        let late = entry_year.map_or(0, |entry| (year + 1 - entry).max(0));
        let names = insert(draft, &clipping.nodes, late)?;
        let entry = entry.and_then(|id| names.get(id)).cloned();
        let first = match (at, &clipping.head) {
            (Slot::Among { node }, Head::Outcome(choice, _)) => {
                let late = (year - original).max(0);
                let mut new = choice.as_ref().clone();
                new.next = entry;
                renew_effects(draft, &mut new.effects, late);
                put_outcome(node_mut(draft, node)?, new)
            }
            (Slot::After { node, outcome }, _) => {
                *outcome_mut(draft, node, outcome)?.next = entry.clone();
                entry.unwrap_or_default()
            }
            _ => {
                draft.tree.root = entry.clone().unwrap_or_default();
                entry.unwrap_or_default()
            }
        };
        let nodes: Vec<String> = names.into_values().collect();
        let dropped = drop_unreachable(draft, &before);
        forget_strangers(draft, &nodes);
        Ok(Pasted {
            first,
            nodes,
            dropped,
        })
    })
}

/// The year that a clipping must come after, the node that it begins with, and the year of the
/// node that its branch or option belonged to.
fn place<'a>(
    scenario: &Scenario,
    at: &Slot,
    clipping: &'a Clipping,
) -> Result<(i32, Option<&'a str>, i32), EditFault> {
    match (at, &clipping.head) {
        (Slot::Among { node: id }, Head::Outcome(choice, original)) => {
            let year = node(scenario, id)?.year();
            Ok((year, choice.next.as_deref(), *original))
        }
        (Slot::After { node: id, outcome }, Head::Node(first)) => {
            position(scenario, id, outcome)?;
            let year = node(scenario, id)?.year();
            Ok((year, Some(first), year))
        }
        (Slot::Root, Head::Node(first)) if scenario.tree.nodes.is_empty() => {
            Ok((BASE_YEAR, Some(first), BASE_YEAR))
        }
        _ => Err(EditFault::WrongPlace),
    }
}

/// Inserts copies of nodes under free ids, so many years later; returns the new ids by the old.
fn insert(
    draft: &mut Scenario,
    nodes: &IndexMap<String, Node>,
    late: i32,
) -> Result<IndexMap<String, String>, EditFault> {
    let mut names: IndexMap<String, String> = IndexMap::new();
    for id in nodes.keys() {
        let taken = |id: &str| {
            let new = names.values().any(|other| other == id);
            new || draft.tree.nodes.contains_key(id)
        };
        let new = numbered(id, taken);
        names.insert(id.clone(), new);
    }
    for (id, body) in nodes {
        let mut body = body.clone();
        let year = body.year() + late;
        within_horizon(draft, year)?;
        match &mut body {
            Node::Chance(chance) => chance.year = year,
            Node::Decision(decision) => decision.year = year,
        }
        rename_within(&mut body, &names);
        for outcome in outcomes_mut(&mut body) {
            renew_effects(draft, outcome.effects, late);
        }
        if let Some(new) = names.get(id) {
            draft.tree.nodes.insert(new.clone(), body);
        }
    }
    Ok(names)
}

/// Lets a copied node name its copied neighbours.
fn rename_within(body: &mut Node, names: &IndexMap<String, String>) {
    if let Node::Chance(chance) = body {
        let branches = chance.branches.iter_mut();
        for given in branches.flat_map(|branch| &mut branch.given) {
            if let Some(new) = names.get(&given.node) {
                given.node.clone_from(new);
            }
        }
    }
    for outcome in outcomes_mut(body) {
        let next = outcome.next.take();
        *outcome.next = next.and_then(|next| names.get(&next).cloned());
    }
}

/// Effects of a copy start as much later and have explicit ids of their own.
fn renew_effects(scenario: &Scenario, effects: &mut [Effect], late: i32) {
    let mut taken = effects::ids(scenario, None);
    for effect in effects {
        effect.start = effect.start.map(|start| start + late);
        if let Some(id) = &mut effect.id {
            *id = numbered(id, |id| taken.iter().any(|other| other == id));
            taken.push(id.clone());
        }
    }
}

/// Removes from copies the overrides after outcomes that do not come before them here.
fn forget_strangers(scenario: &mut Scenario, nodes: &[String]) {
    for id in nodes {
        let known = earlier_outcomes(scenario, id);
        if let Ok(Node::Chance(chance)) = node_mut(scenario, id) {
            for branch in &mut chance.branches {
                branch.given.retain(|given| {
                    let (node, outcome) = (given.node.clone(), given.branch.clone());
                    known.contains(&Earlier { node, outcome })
                });
            }
        }
    }
}

/// Lets a branch or option lead to a node that exists, so that paths meet there. What followed
/// before and can no longer be reached goes.
///
/// # Errors
/// Either does not exist, the way would come round again, or the node does not come later.
pub fn link(
    scenario: &mut Scenario,
    id: &str,
    outcome: &str,
    target: &str,
) -> Result<Dropped, EditFault> {
    position(scenario, id, outcome)?;
    may_lead(scenario, id, target)?;
    let before = below(&scenario.tree, &scenario.tree.root);
    *outcome_mut(scenario, id, outcome)?.next = Some(target.to_owned());
    Ok(drop_unreachable(scenario, &before))
}

/// Lets a path end after a branch or option.
///
/// # Errors
/// It does not exist.
pub fn end_here(scenario: &mut Scenario, id: &str, outcome: &str) -> Result<Dropped, EditFault> {
    let before = below(&scenario.tree, &scenario.tree.root);
    *outcome_mut(scenario, id, outcome)?.next = None;
    Ok(drop_unreachable(scenario, &before))
}

/// Moves what follows one branch or option, each a (node, outcome), to another.
///
/// # Errors
/// Nothing follows, either does not exist, or what follows cannot come after the new place.
pub fn move_subtree(
    scenario: &mut Scenario,
    from: (&str, &str),
    to: (&str, &str),
) -> Result<Dropped, EditFault> {
    let moved = next_of(scenario, from.0, from.1)?.ok_or(EditFault::NothingFollows)?;
    position(scenario, to.0, to.1)?;
    may_lead(scenario, to.0, &moved)?;
    let before = below(&scenario.tree, &scenario.tree.root);
    *outcome_mut(scenario, from.0, from.1)?.next = None;
    *outcome_mut(scenario, to.0, to.1)?.next = Some(moved);
    Ok(drop_unreachable(scenario, &before))
}

/// Gives a branch or option a copy of its own of what it shares with others.
///
/// # Errors
/// Nothing follows, or nothing else leads there.
pub fn unshare(scenario: &mut Scenario, id: &str, outcome: &str) -> Result<Pasted, EditFault> {
    let shared = next_of(scenario, id, outcome)?.ok_or(EditFault::NothingFollows)?;
    let nodes = scenario.tree.nodes.values();
    let ways = nodes.flat_map(Node::outcomes);
    let ways = ways.filter(|way| way.next == Some(shared.as_str()));
    if ways.count() < 2 {
        return Err(EditFault::NotShared { node: shared });
    }
    let clipping = copy_node(scenario, &shared)?;
    let (node, outcome) = (id.to_owned(), outcome.to_owned());
    paste(scenario, &Slot::After { node, outcome }, &clipping)
}
