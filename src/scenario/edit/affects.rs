//! What an edit means for the numbers: nothing, other weights, or another run.

use super::find::outcomes_mut;
use crate::scenario::{
    Assumption, Blind, Certainty, Chance, Effect, Evidence, Frame, Layer, Node, Quantity, Room,
    Scenario,
};

/// What has to be done after an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// The numbers are the same.
    Nothing,
    /// The same paths, the same draws, other certain probabilities: laying other weights over
    /// the runs suffices.
    Probabilities,
    /// The scenario must be simulated.
    Runs,
}

/// What a change from one scenario to another means. In doubt it says [`Change::Runs`]: closing a
/// decision, for one, leaves other paths.
#[must_use]
pub fn what_it_affects(old: &Scenario, new: &Scenario) -> Change {
    let (mut old, mut new) = (without_texts(old), without_texts(new));
    if same(&old, &new) {
        return Change::Nothing;
    }
    blank_probabilities(&mut old);
    blank_probabilities(&mut new);
    if same(&old, &new) {
        Change::Probabilities
    } else {
        Change::Runs
    }
}

/// Equal, also in the order of maps, which equality of maps does not look at.
fn same(old: &Scenario, new: &Scenario) -> bool {
    let inputs = (&old.setting.inputs, &new.setting.inputs);
    old == new
        && old.tree.nodes.keys().eq(new.tree.nodes.keys())
        && old.assumptions.keys().eq(new.assumptions.keys())
        && inputs.0.keys().eq(inputs.1.keys())
}

/// The scenario without everything that only people read.
fn without_texts(scenario: &Scenario) -> Scenario {
    let mut bare = scenario.clone();
    bare.title = String::new();
    bare.question = String::new();
    bare.frame = Frame::default();
    bare.room = Room::default();
    bare.notes = String::new();
    bare.parked = Vec::new();
    bare.dissent = Vec::new();
    bare.review_by = String::new();
    bare.signposts = Vec::new();
    bare.predictions = Vec::new();
    bare.blind = Blind::default();
    bare.assumptions.values_mut().for_each(blank_assumption);
    bare.setting.inputs.values_mut().for_each(blank_assumption);
    bare.tree.nodes.values_mut().for_each(blank_node);
    for wildcard in &mut bare.wildcards {
        wildcard.title = String::new();
        wildcard.rationale = String::new();
        wildcard.sources = Vec::new();
        wildcard.effects.iter_mut().for_each(blank_effect);
    }
    bare
}

fn blank_assumption(assumption: &mut Assumption) {
    assumption.rationale = String::new();
    assumption.evidence = Evidence::default();
    assumption.sources = Vec::new();
}

fn blank_effect(effect: &mut Effect) {
    effect.rationale = String::new();
    effect.evidence = Evidence::default();
    effect.sources = Vec::new();
}

fn blank_node(node: &mut Node) {
    let (title, layer, certainty, actor, rationale, sources) = match node {
        Node::Chance(n) => (
            &mut n.title,
            &mut n.layer,
            &mut n.certainty,
            &mut n.actor,
            &mut n.rationale,
            &mut n.sources,
        ),
        Node::Decision(n) => (
            &mut n.title,
            &mut n.layer,
            &mut n.certainty,
            &mut n.actor,
            &mut n.rationale,
            &mut n.sources,
        ),
    };
    *title = String::new();
    *layer = Layer::Infrastructure;
    *certainty = Certainty::High;
    *actor = String::new();
    *rationale = String::new();
    *sources = Vec::new();
    for outcome in outcomes_mut(node) {
        *outcome.title = String::new();
        *outcome.effort = None;
        *outcome.not_counted = String::new();
        *outcome.rationale = String::new();
        *outcome.sources = Vec::new();
        outcome.effects.iter_mut().for_each(blank_effect);
    }
}

fn blank_probabilities(scenario: &mut Scenario) {
    for node in scenario.tree.nodes.values_mut() {
        if let Node::Chance(chance) = node {
            blank_chance(chance);
        }
    }
}

/// Certain probabilities become alike. Where any is uncertain it has a column of draws, and an
/// override decides which columns there are: then the overrides stay, with their values blanked.
fn blank_chance(chance: &mut Chance) {
    let all = chance.branches.iter();
    let certain = all.clone().all(|branch| {
        let givens = branch.given.iter().map(|given| &given.probability);
        branch.probability.is_fixed() && givens.into_iter().all(Quantity::is_fixed)
    });
    for branch in &mut chance.branches {
        blank(&mut branch.probability);
        if certain {
            branch.given.clear();
        }
        branch
            .given
            .iter_mut()
            .for_each(|given| blank(&mut given.probability));
    }
}

fn blank(probability: &mut Quantity) {
    if probability.is_fixed() {
        *probability = Quantity::Fixed(0.0);
    }
}
