//! Probabilities after an earlier branch or option.
//!
//! Edits keep them whole: after one earlier outcome either every branch of a node has a
//! probability of its own or none has, so that each such row can sum to 1.

use super::find::{chance_mut, no_such, node, position};
use super::reach::above;
use super::shares::scaled;
use super::{EditFault, Part};
use crate::scenario::{Chance, Given, Node, Quantity, Scenario};

/// An earlier branch or option.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Earlier {
    /// The node.
    pub node: String,
    /// Its branch or option.
    pub outcome: String,
}

impl Earlier {
    fn is(&self, given: &Given) -> bool {
        given.node == self.node && given.branch == self.outcome
    }
}

/// Every branch and option that may come before a node, in the order of the file.
#[must_use]
pub fn earlier_outcomes(scenario: &Scenario, id: &str) -> Vec<Earlier> {
    let before = above(&scenario.tree, id);
    let nodes = scenario.tree.nodes.iter();
    let nodes = nodes.filter(|(node, _)| before.contains(*node));
    let outcomes = nodes.flat_map(|(node, body)| {
        let outcomes = body.outcomes().into_iter();
        outcomes.map(|outcome| Earlier {
            node: node.clone(),
            outcome: outcome.id.to_owned(),
        })
    });
    outcomes.collect()
}

/// Gives a node probabilities of their own after an earlier outcome; they begin as they are.
///
/// # Errors
/// The node is no chance, or the outcome does not exist or never comes before it.
pub fn add_given(scenario: &mut Scenario, id: &str, earlier: &Earlier) -> Result<(), EditFault> {
    must_come_before(scenario, id, earlier)?;
    fill_row(chance_mut(scenario, id)?, earlier);
    Ok(())
}

/// Removes the probabilities that a node has after an earlier outcome.
///
/// # Errors
/// There are none.
pub fn remove_given(scenario: &mut Scenario, id: &str, earlier: &Earlier) -> Result<(), EditFault> {
    let chance = chance_mut(scenario, id)?;
    let has = |given: &Given| earlier.is(given);
    if !chance
        .branches
        .iter()
        .any(|branch| branch.given.iter().any(has))
    {
        let named = format!("{}.{}", earlier.node, earlier.outcome);
        return Err(no_such(Part::Given, named));
    }
    for branch in &mut chance.branches {
        branch.given.retain(|given| !earlier.is(given));
    }
    Ok(())
}

pub(super) fn must_come_before(
    scenario: &Scenario,
    id: &str,
    earlier: &Earlier,
) -> Result<(), EditFault> {
    if let Node::Decision(_) = node(scenario, id)? {
        return Err(EditFault::NotChance {
            node: id.to_owned(),
        });
    }
    position(scenario, &earlier.node, &earlier.outcome)?;
    if earlier.node == id || !above(&scenario.tree, id).contains(&earlier.node) {
        let (node, earlier) = (id.to_owned(), earlier.node.clone());
        return Err(EditFault::NotBefore { node, earlier });
    }
    Ok(())
}

/// The earlier outcomes after which any branch has a probability of its own.
pub(super) fn rows(chance: &Chance) -> Vec<Earlier> {
    let mut rows: Vec<Earlier> = Vec::new();
    for given in chance.branches.iter().flat_map(|branch| &branch.given) {
        let row = Earlier {
            node: given.node.clone(),
            outcome: given.branch.clone(),
        };
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

/// The probabilities of a row, or the branches' own; missing ones are the branches' own.
pub(super) fn row<'a>(chance: &'a Chance, after: Option<&Earlier>) -> Vec<&'a Quantity> {
    let branches = chance.branches.iter();
    let values = branches.map(|branch| {
        let given = after.and_then(|row| branch.given.iter().find(|given| row.is(given)));
        given.map_or(&branch.probability, |given| &given.probability)
    });
    values.collect()
}

/// Puts the probabilities of a row, or the branches' own.
pub(super) fn put_row(chance: &mut Chance, after: Option<&Earlier>, values: Vec<Quantity>) {
    for (branch, probability) in chance.branches.iter_mut().zip(values) {
        let Some(row) = after else {
            branch.probability = probability;
            continue;
        };
        let mut givens = branch.given.iter_mut();
        match givens.find(|given| row.is(given)) {
            Some(given) => given.probability = probability,
            None => branch.given.push(Given {
                node: row.node.clone(),
                branch: row.outcome.clone(),
                probability,
            }),
        }
    }
}

/// Gives every branch a probability of its own after an earlier outcome: what it has there now.
pub(super) fn fill_row(chance: &mut Chance, earlier: &Earlier) {
    let values = row(chance, Some(earlier)).into_iter().cloned().collect();
    put_row(chance, Some(earlier), values);
}

/// Fills every row that lacks a branch, so that changing the branches' own probabilities leaves
/// the rows as they are.
pub(super) fn fill_rows(chance: &mut Chance) {
    for earlier in rows(chance) {
        fill_row(chance, &earlier);
    }
}

/// Scales the certain probabilities of every row to a total.
pub(super) fn scale_rows(chance: &mut Chance, total: f64) {
    let rows: Vec<Option<Earlier>> = rows(chance).into_iter().map(Some).chain([None]).collect();
    for after in rows {
        let values: Vec<Quantity> = row(chance, after.as_ref()).into_iter().cloned().collect();
        if !values.iter().all(Quantity::is_fixed) {
            continue;
        }
        let numbers: Vec<f64> = values.iter().map(Quantity::median).collect();
        let values = scaled(&numbers, total).into_iter().map(Quantity::Fixed);
        put_row(chance, after.as_ref(), values.collect());
    }
}
