//! Finding everything that is wrong or doubtful in a scenario.
//!
//! Each file looks at one part and adds its findings; none stops at the first. Rules that need
//! the paths of the tree are only looked at once the tree is sound.

mod assumptions;
mod code;
mod conflicts;
mod custom;
mod doubts;
mod effects;
mod graph;
mod memory;
mod names;
mod numbers;
mod probabilities;
mod report;
mod setting;
mod texts;

pub use code::{Code, Named, What};
pub(super) use names::is_id;
pub use report::{Finding, Severity};

use super::{BaselineFacts, CohortFacts, Effect, Node, Place, Scenario, Vocabulary};
use report::Report;
use std::collections::{HashMap, HashSet};

/// All findings: those that refuse the scenario first, then doubts, then notes.
///
/// `baseline` is what the scenario's setting looks like, if it could be built; it is needed for
/// warnings only.
#[must_use]
pub fn check(
    scenario: &Scenario,
    vocabulary: &Vocabulary,
    baseline: Option<&BaselineFacts>,
) -> Vec<Finding> {
    let cohorts = cohorts(scenario, vocabulary);
    let given = Given {
        scenario,
        vocabulary,
        cohorts: &cohorts,
        outcomes: outcome_ids(scenario),
        baseline,
    };
    let mut report = Report::default();
    texts::check(&given, &mut report);
    memory::check(&given, &mut report);
    setting::check(&given, &mut report);
    assumptions::check(&given, &mut report);
    names::check(&given, &mut report);
    effects::check(&given, &mut report);
    probabilities::check_numbers(&given, &mut report);
    if let Some(closed) = graph::check(&given, &mut report) {
        probabilities::check_histories(&given, closed, &mut report);
        conflicts::check(&given, closed, &mut report);
    }
    doubts::check(&given, &mut report);
    report.finish()
}

/// What every part of a check looks at.
struct Given<'a> {
    scenario: &'a Scenario,
    vocabulary: &'a Vocabulary,
    /// The cohorts of this scenario's place.
    cohorts: &'a [CohortFacts],
    /// Ids of the outcomes of every node.
    outcomes: HashMap<&'a str, HashSet<&'a str>>,
    baseline: Option<&'a BaselineFacts>,
}

fn outcome_ids(scenario: &Scenario) -> HashMap<&str, HashSet<&str>> {
    let nodes = scenario.tree.nodes.iter();
    nodes
        .map(|(id, node)| {
            let outcomes = node.outcomes().into_iter();
            (id.as_str(), outcomes.map(|outcome| outcome.id).collect())
        })
        .collect()
}

fn cohorts(scenario: &Scenario, vocabulary: &Vocabulary) -> Vec<CohortFacts> {
    match &scenario.setting.baseline {
        super::BaselineRef::Custom(place) => place
            .cohorts
            .iter()
            .map(|cohort| CohortFacts {
                id: cohort.id.clone(),
                poor: cohort.poor,
                female: cohort.female,
            })
            .collect(),
        _ => vocabulary.cohorts.clone(),
    }
}

/// The node's place.
fn node_place(id: &str) -> Place {
    Place::top().field("tree").field("nodes").key(id)
}

/// The place of a node's list of outcomes.
fn outcomes_place(id: &str, node: &Node) -> Place {
    node_place(id).field(match node {
        Node::Chance(_) => "branches",
        Node::Decision(_) => "options",
    })
}

/// All effects of the scenario with their places, the ids of their owners and the years of these.
fn all_effects(scenario: &Scenario) -> impl Iterator<Item = Owned<'_>> {
    let of_tree = scenario.tree.nodes.iter().flat_map(|(id, node)| {
        let outcomes = node.outcomes().into_iter().enumerate();
        outcomes.flat_map(move |(number, outcome)| {
            let place = outcomes_place(id, node).index(number).field("effects");
            let owner = format!("{id}.{}", outcome.id);
            owned(outcome.effects, owner, place, node.year())
        })
    });
    let of_wildcards = scenario.wildcards.iter().enumerate();
    of_tree.chain(of_wildcards.flat_map(|(number, wildcard)| {
        let place = Place::top()
            .field("wildcards")
            .index(number)
            .field("effects");
        owned(&wildcard.effects, wildcard.id.clone(), place, wildcard.year)
    }))
}

/// An effect and to whom it belongs.
struct Owned<'a> {
    effect: &'a Effect,
    id: String,
    place: Place,
    year: i32,
}

fn owned(
    effects: &[Effect],
    owner: String,
    place: Place,
    year: i32,
) -> impl Iterator<Item = Owned<'_>> {
    effects
        .iter()
        .enumerate()
        .map(move |(number, effect)| Owned {
            effect,
            id: effect.id_within(&owner),
            place: place.index(number),
            year,
        })
}
