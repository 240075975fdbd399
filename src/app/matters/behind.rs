//! From a line of the ranking to what stands behind it: an assumption, or a place in the tree.

use super::{found, listed};
use crate::app::{App, assumptions, tree};
use crate::live::Input;
use crate::scenario::Scenario;
use crate::seeds::catalogue;

/// The input of the marked line.
#[must_use]
pub fn marked(app: &App) -> Option<Input> {
    let Some(Ok(found)) = found(app) else {
        return None;
    };
    let listed: Vec<_> = listed(app, found).collect();
    let at = app.matters.at.min(listed.len().checked_sub(1)?);
    listed.get(at).map(|row| row.input.clone())
}

/// Enter: shows it where it can be changed.
pub(super) fn open(app: &mut App) {
    let (Some(input), Some(document)) = (marked(app), app.shown()) else {
        return;
    };
    if let Some((node, outcome)) = place(&document.scenario, &input) {
        tree::show(app, &node, outcome.as_deref());
    } else if let Some(entry) = assumptions::leading::entry(&input) {
        assumptions::show(app, &entry);
    }
}

/// Node and outcome of the tree where an input is set; none for assumptions.
fn place(scenario: &Scenario, input: &Input) -> Option<(String, Option<String>)> {
    match input {
        Input::Node { node } => Some((node.clone(), None)),
        Input::Effect(id) => {
            let (node, outcome, _) = scenario.tree.effect(id)?;
            Some((node.to_owned(), Some(outcome.id.to_owned())))
        }
        Input::Probability(id) | Input::Cost(id) => {
            let mut parts = id.splitn(3, '.');
            let (node, outcome) = (parts.next()?, parts.next()?);
            Some((node.to_owned(), Some(outcome.to_owned())))
        }
        Input::Measure(id) => adopted(scenario, &catalogue().effect(id)?.measures),
        _ => None,
    }
}

/// The first outcome that adopts one of these measures.
fn adopted(scenario: &Scenario, measures: &[String]) -> Option<(String, Option<String>)> {
    let mut nodes = scenario.tree.nodes.iter();
    nodes.find_map(|(id, node)| {
        let outcomes = node.outcomes();
        let takes = |adopts: &[String]| adopts.iter().any(|one| measures.contains(one));
        let found = outcomes.iter().find(|outcome| takes(outcome.adopts))?;
        Some((id.clone(), Some(found.id.to_owned())))
    })
}
