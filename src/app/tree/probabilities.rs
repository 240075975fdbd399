//! Probabilities: nudging, typing, pinning, and what they are after an earlier outcome.

use std::collections::HashSet;

use super::lines::percent;
use super::{marked_outcome, read_quantity};
use crate::app::{App, Document, Effect, Field, Form, Item, Pick, Refusal};
use crate::scenario::edit::{self, Earlier};
use crate::scenario::{Node, Quantity};
use crate::tell;

/// How far one key press moves a probability.
const STEP: f64 = 0.05;
/// The same on a wall.
const LARGE_STEP: f64 = 0.10;

/// Makes the marked branch more or less likely.
pub(super) fn nudge(app: &mut App, sign: f64) -> Vec<Effect> {
    let step = sign * if app.presenter { LARGE_STEP } else { STEP };
    let Some((document, node, branch)) = marked_outcome(app) else {
        return Vec::new();
    };
    let pinned = pinned(document, &node);
    let earlier = earlier_here(app, document, &node, &branch);
    let what = tell!("edit-probability", branch = name(document, &node, &branch));
    app.edit_or_say(what, move |scenario| {
        edit::nudge(scenario, &node, &branch, earlier.as_ref(), step, &pinned).map(|_| ())
    })
}

/// Holds the marked branch's probability, or lets it go.
pub(super) fn pin(app: &mut App) {
    let Some((_, node, branch)) = marked_outcome(app) else {
        return;
    };
    let key = (node, branch);
    if let Some(document) = app.shown_mut()
        && !document.pinned.remove(&key)
    {
        document.pinned.insert(key);
    }
}

/// Asks for the probability of the marked branch.
pub(super) fn ask(app: &mut App) {
    let Some((document, node, branch)) = marked_outcome(app) else {
        return;
    };
    let Some(Node::Chance(chance)) = document.scenario.tree.nodes.get(&node) else {
        return;
    };
    let Some(now) = chance.branches.iter().find(|b| b.id == branch) else {
        return;
    };
    let earlier = earlier_here(app, document, &node, &branch);
    let now = match &earlier {
        Some(earlier) => now
            .given
            .iter()
            .find(|g| g.node == earlier.node && g.branch == earlier.outcome)
            .map_or(&now.probability, |g| &g.probability),
        None => &now.probability,
    };
    form(app, now.clone(), node, branch, earlier);
}

/// Asks for a probability that holds after an earlier outcome.
pub(super) fn ask_given(app: &mut App, place: usize) {
    let Some((document, node, branch)) = marked_outcome(app) else {
        return;
    };
    let Some(Node::Chance(chance)) = document.scenario.tree.nodes.get(&node) else {
        return;
    };
    let found = chance.branches.iter().find(|b| b.id == branch);
    let Some(given) = found.and_then(|b| b.given.get(place)).cloned() else {
        return;
    };
    let earlier = Earlier {
        node: given.node,
        outcome: given.branch,
    };
    form(app, given.probability, node, branch, Some(earlier));
}

fn form(app: &mut App, now: Quantity, node: String, branch: String, earlier: Option<Earlier>) {
    let Some(document) = app.shown() else { return };
    let title = match &earlier {
        Some(earlier) => tell!(
            "probability-after",
            branch = name(document, &node, &branch),
            after = name(document, &earlier.node, &earlier.outcome)
        ),
        None => tell!("probability-title", branch = name(document, &node, &branch)),
    };
    let mut fields = super::quantity_fields(Some(&now), &tell!("probability-range"));
    if let (Quantity::Fixed(value), Some(best)) = (&now, fields.get_mut(2)) {
        *best = Field::text(best.label.clone(), &percent(*value)).hint(best.hint.clone());
    }
    if earlier.is_some() {
        let help = tell!("probability-remove-hint");
        fields.push(
            Field::choice(
                tell!("probability-keep"),
                vec![tell!("answer-keep"), tell!("answer-remove")],
                0,
            )
            .hint(help),
        );
    }
    let remove = tell!("answer-remove");
    let form = Form::new(title, fields, move |app, values| {
        let what = tell!("edit-probability", branch = branch.clone());
        if let Some(earlier) = earlier.as_ref().filter(|_| values.get(4) == Some(&remove)) {
            let done = app.edit(what, |s| edit::remove_given(s, &node, earlier));
            return done.map_err(|reason| Refusal::new(4, reason));
        }
        let quantity = read_quantity(values, 0)?;
        let pinned = app.shown().map(|d| pinned(d, &node)).unwrap_or_default();
        let done = app.edit(what, |s| match quantity {
            Quantity::Fixed(value) => {
                edit::set_probability(s, &node, &branch, earlier.as_ref(), value, &pinned)
                    .map(|_| ())
            }
            uncertain => edit::set_uncertain(s, &node, &branch, earlier.as_ref(), uncertain),
        });
        done.map_err(|reason| Refusal::new(2, reason))
    });
    let form = form
        .help(tell!("probability-help"))
        .picture(super::quantity::picture(crate::scenario::Scale::Logit));
    app.ask(form);
}

/// Lets the room say that a probability differs after an earlier outcome.
pub(super) fn add_given(app: &mut App) {
    let Some((document, node, branch)) = marked_outcome(app) else {
        return;
    };
    let all = edit::earlier_outcomes(&document.scenario, &node);
    if all.is_empty() {
        app.trouble(tell!("given-none"));
        return;
    }
    let items = all
        .iter()
        .map(|earlier| Item::new(name(document, &earlier.node, &earlier.outcome)));
    let pick = Pick::new(tell!("given-title"), items.collect(), move |app, place| {
        let Some(earlier) = all.get(place).cloned() else {
            return Vec::new();
        };
        let what = tell!("edit-given", branch = branch.clone());
        let effects = app.edit_or_say(what, |s| edit::add_given(s, &node, &earlier));
        let now = app
            .shown()
            .and_then(|d| match d.scenario.tree.nodes.get(&node)? {
                Node::Chance(chance) => {
                    let own = chance.branches.iter().find(|b| b.id == branch)?;
                    let of = |g: &&crate::scenario::Given| {
                        g.node == earlier.node && g.branch == earlier.outcome
                    };
                    Some(own.given.iter().find(of)?.probability.clone())
                }
                Node::Decision(_) => None,
            });
        if let Some(now) = now {
            form(app, now, node.clone(), branch.clone(), Some(earlier));
        }
        effects
    });
    app.pick(pick);
}

/// Branches of a node that are held.
fn pinned(document: &Document, node: &str) -> HashSet<String> {
    let own = document.pinned.iter().filter(|(n, _)| n == node);
    own.map(|(_, branch)| branch.clone()).collect()
}

/// The earlier outcome whose own probability holds where the mark stands, if there is one: that is
/// the number people see, so that is the one they change.
fn earlier_here(app: &App, document: &Document, node: &str, branch: &str) -> Option<Earlier> {
    let Node::Chance(chance) = document.scenario.tree.nodes.get(node)? else {
        return None;
    };
    let own = chance.branches.iter().find(|b| b.id == branch)?;
    let history = app.tree.mark.history(&document.scenario.tree);
    history.iter().rev().find_map(|(before, outcome)| {
        let holds = own
            .given
            .iter()
            .any(|g| g.node == *before && g.branch == *outcome);
        holds.then(|| Earlier {
            node: before.clone(),
            outcome: outcome.clone(),
        })
    })
}

/// The title of a branch or option, or its id where it is gone.
pub(super) fn name(document: &Document, node: &str, outcome: &str) -> String {
    let found = document.scenario.tree.nodes.get(node).and_then(|node| {
        let outcomes = node.outcomes();
        outcomes
            .iter()
            .find(|o| o.id == outcome)
            .map(|o| o.title.to_owned())
    });
    found.unwrap_or_else(|| outcome.to_owned())
}
