//! Titles, dissent and sources.

use super::report::Report;
use super::{Code, Given, all_effects, node_place, outcomes_place};
use crate::scenario::{Node, Place, Scenario};
use indexmap::IndexSet;

pub(super) fn check(given: &Given<'_>, report: &mut Report) {
    titles(given.scenario, report);
    dissent(given.scenario, report);
    for (place, sources) in sources(given.scenario) {
        for (number, source) in sources.iter().enumerate() {
            evidence(given, report, place.index(number), source);
        }
    }
}

fn titles(scenario: &Scenario, report: &mut Report) {
    let mut titles = vec![(Place::top(), scenario.title.as_str())];
    for (id, node) in &scenario.tree.nodes {
        titles.push((node_place(id), node.title()));
        let outcomes = node.outcomes().into_iter().enumerate();
        titles.extend(
            outcomes
                .map(|(number, outcome)| (outcomes_place(id, node).index(number), outcome.title)),
        );
    }
    for (place, _) in titles.iter().filter(|(_, title)| title.trim().is_empty()) {
        report.add(place.field("title"), Code::EmptyTitle);
    }
}

/// Dissent about `node` or `node.outcome` should name one; about anything else it is free text.
fn dissent(scenario: &Scenario, report: &mut Report) {
    let looks_like_id = |on: &str| {
        let mut bytes = on.bytes();
        bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.')
    };
    let nodes = scenario.tree.nodes.iter();
    let names: IndexSet<String> = nodes.flat_map(|(id, node)| names(id, node)).collect();
    for (number, dissent) in scenario.dissent.iter().enumerate() {
        let on = dissent.on.as_str();
        if on.is_empty() || !looks_like_id(on) {
            continue;
        }
        let known = names.contains(on)
            || scenario.assumptions.contains_key(on)
            || scenario.setting.inputs.contains_key(on);
        if !known {
            let nearest = report.nearest(on, names.iter().map(String::as_str));
            let place = Place::top().field("dissent").index(number).field("on");
            let on = on.to_owned();
            report.add(place, Code::DissentOnNothing { on, nearest });
        }
    }
}

fn names(id: &str, node: &Node) -> Vec<String> {
    let outcomes = node.outcomes().into_iter();
    let outcomes = outcomes.map(|outcome| format!("{id}.{}", outcome.id));
    [id.to_owned()].into_iter().chain(outcomes).collect()
}

/// Every list of sources and its place.
fn sources(scenario: &Scenario) -> Vec<(Place, &[String])> {
    let top = Place::top();
    let inputs = top.field("setting").field("inputs");
    let mut all: Vec<(Place, &[String])> = Vec::new();
    for (id, assumption) in &scenario.setting.inputs {
        all.push((inputs.key(id), &assumption.sources));
    }
    for (id, assumption) in &scenario.assumptions {
        all.push((top.field("assumptions").key(id), &assumption.sources));
    }
    for (id, node) in &scenario.tree.nodes {
        all.push((node_place(id), node.sources()));
    }
    for owned in all_effects(scenario) {
        all.push((owned.place, &owned.effect.sources));
    }
    all.into_iter()
        .map(|(place, sources)| (place.field("sources"), sources))
        .collect()
}

/// A source such as `E-12` is an entry of the evidence register; anything else is free text.
fn evidence(given: &Given<'_>, report: &mut Report, place: Place, source: &str) {
    let digits = source.strip_prefix("E-").unwrap_or_default();
    let is_entry = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let register = &given.vocabulary.evidence;
    if is_entry && !register.is_empty() && !register.contains(source) {
        let nearest = report.nearest(source, register.iter().map(String::as_str));
        let id = source.to_owned();
        report.add(place, Code::UnknownEvidence { id, nearest });
    }
}
