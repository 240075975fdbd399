//! New probabilities without a new simulation.
//!
//! A wrong "yes" would show numbers of another scenario, so the comparison works by exclusion:
//! texts and certain probabilities are blanked out in both scenarios, and all that is left must be
//! equal, fields that are added to the format later included.

use std::sync::Arc;

use super::results::Results;
use crate::scenario::{
    Assumption, Branch, Certainty, Choice, Effect, Layer, Node, Quantity, Scenario, Wildcard,
};

/// The results of the edited scenario, if it differs from that of `results` in certain
/// probabilities and texts only: the same numbers under new weights. `None` when it has to be
/// simulated again.
///
/// With [`super::Stage::Whole`] results, every number is the one, bit by bit, that simulating the
/// edited scenario under the same wish would give.
#[must_use]
pub fn reweighted(results: &Results, edited: &Arc<Scenario>) -> Option<Results> {
    if !same_but_for_weights(&results.scenario, edited) {
        return None;
    }
    let plan = results.ensemble.plan.with_probabilities(edited)?;
    Some(results.with_weights(edited, plan))
}

/// Whether two scenarios differ in texts and certain probabilities only.
fn same_but_for_weights(one: &Scenario, other: &Scenario) -> bool {
    let (one, other) = (blank(one), blank(other));
    // Maps are equal in any order; but the order of nodes can decide which decision is first.
    one == other
        && one.tree.nodes.keys().eq(other.tree.nodes.keys())
        && one.assumptions.keys().eq(other.assumptions.keys())
        && one.setting.inputs.keys().eq(other.setting.inputs.keys())
}

/// The scenario without texts and certain probabilities.
fn blank(scenario: &Scenario) -> Scenario {
    // What is written here changes no number; everything else is compared as it is.
    let mut bare = Scenario {
        title: String::new(),
        question: String::new(),
        frame: Default::default(),
        room: Default::default(),
        notes: String::new(),
        parked: Vec::new(),
        dissent: Vec::new(),
        review_by: String::new(),
        signposts: Vec::new(),
        ..scenario.clone()
    };
    let assumptions = bare.assumptions.values_mut();
    assumptions
        .chain(bare.setting.inputs.values_mut())
        .for_each(blank_assumption);
    bare.wildcards.iter_mut().for_each(blank_wildcard);
    bare.tree.nodes.values_mut().for_each(blank_node);
    bare
}

fn blank_assumption(assumption: &mut Assumption) {
    assumption.rationale.clear();
    assumption.sources.clear();
    assumption.evidence = Default::default();
}

fn blank_wildcard(wildcard: &mut Wildcard) {
    wildcard.title.clear();
    wildcard.rationale.clear();
    wildcard.sources.clear();
    wildcard.effects.iter_mut().for_each(blank_effect);
}

fn blank_effect(effect: &mut Effect) {
    effect.rationale.clear();
    effect.sources.clear();
    effect.evidence = Default::default();
}

fn blank_node(node: &mut Node) {
    match node {
        Node::Chance(chance) => {
            chance.title.clear();
            (chance.layer, chance.certainty) = (Layer::Data, Certainty::High);
            chance.actor.clear();
            chance.rationale.clear();
            chance.sources.clear();
            chance.branches.iter_mut().for_each(blank_branch);
        }
        Node::Decision(decision) => {
            decision.title.clear();
            (decision.layer, decision.certainty) = (Layer::Data, Certainty::High);
            decision.actor.clear();
            decision.rationale.clear();
            decision.sources.clear();
            decision.options.iter_mut().for_each(blank_choice);
        }
    }
}

fn blank_branch(branch: &mut Branch) {
    branch.title.clear();
    branch.not_counted.clear();
    branch.effort = None;
    branch.rationale.clear();
    branch.sources.clear();
    branch.effects.iter_mut().for_each(blank_effect);
    blank_probability(&mut branch.probability);
    for given in &mut branch.given {
        blank_probability(&mut given.probability);
    }
}

/// Certain probabilities are laid over the runs afterwards; uncertain ones are drawn.
fn blank_probability(probability: &mut Quantity) {
    if matches!(probability, Quantity::Fixed(_)) {
        *probability = Quantity::Fixed(0.0);
    }
}

fn blank_choice(choice: &mut Choice) {
    choice.title.clear();
    choice.not_counted.clear();
    choice.effort = None;
    choice.rationale.clear();
    choice.sources.clear();
    choice.effects.iter_mut().for_each(blank_effect);
}
