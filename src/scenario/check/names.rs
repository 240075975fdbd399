//! Ids: their form and that none is used twice.

use super::report::Report;
use super::{Code, Given, Named, all_effects, node_place, outcomes_place};
use crate::scenario::{Node, Place};
use std::collections::HashSet;

/// Longest id.
const LONGEST: usize = 40;

/// True for up to 40 of a-z, 0-9 and _, beginning with a letter.
pub(in crate::scenario) fn is_id(id: &str) -> bool {
    let mut bytes = id.bytes();
    let letter = bytes.next().is_some_and(|first| first.is_ascii_lowercase());
    let rest = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    letter && id.len() <= LONGEST && bytes.all(rest)
}

pub(super) fn check(given: &Given<'_>, report: &mut Report) {
    for (id, node) in &given.scenario.tree.nodes {
        form(report, node_place(id).name(), id, Named::Node);
        outcomes(report, id, node);
    }
    let mut seen = HashSet::new();
    for (number, wildcard) in given.scenario.wildcards.iter().enumerate() {
        let place = Place::top().field("wildcards").index(number).field("id");
        unique(report, place, &wildcard.id, Named::Wildcard, &mut seen);
    }
    effects(given, report);
}

fn outcomes(report: &mut Report, id: &str, node: &Node) {
    let of = match node {
        Node::Chance(_) => Named::Branch,
        Node::Decision(_) => Named::Choice,
    };
    let mut seen = HashSet::new();
    for (number, outcome) in node.outcomes().into_iter().enumerate() {
        let place = outcomes_place(id, node).index(number).field("id");
        unique(report, place, outcome.id, of, &mut seen);
    }
}

fn effects(given: &Given<'_>, report: &mut Report) {
    let mut seen = HashSet::new();
    for owned in all_effects(given.scenario) {
        if let Some(id) = &owned.effect.id {
            form(report, owned.place.field("id"), id, Named::Effect);
        }
        if !seen.insert(owned.id.clone()) {
            let place = match owned.effect.id {
                Some(_) => owned.place.field("id"),
                None => owned.place.field("path"),
            };
            report.add(place, Code::RepeatedEffect { id: owned.id });
        }
    }
}

fn unique<'a>(
    report: &mut Report,
    place: Place,
    id: &'a str,
    of: Named,
    seen: &mut HashSet<&'a str>,
) {
    if seen.insert(id) {
        form(report, place, id, of);
    } else {
        let id = id.to_owned();
        report.add(place, Code::RepeatedId { id, of });
    }
}

fn form(report: &mut Report, place: Place, id: &str, of: Named) {
    if !is_id(id) {
        let id = id.to_owned();
        report.add(place, Code::BadId { id, of });
    }
}
