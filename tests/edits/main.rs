//! Changing scenarios, and what the memory of a room may hold.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

mod affects;
mod any_edit;
mod effects;
mod lists;
mod memory;
mod probabilities;
mod random;
mod subtrees;
mod tree;

use foretree::files;
use foretree::scenario::edit::{EditFault, Slot};
use foretree::scenario::{Finding, Node, Scenario, Severity, check};

/// One of the embedded examples.
fn example(name: &str) -> Scenario {
    let (file, text) = files::examples::example(name).expect("an example");
    read(text, file)
}

fn read(text: &str, file: &str) -> Scenario {
    match files::parse(text, file) {
        Ok(loaded) => loaded.scenario,
        Err(fault) => panic!("{fault}\n{text}"),
    }
}

/// The tutorial: a decision `money` of 2027 (`masts`, `cheaper`, `as_now`), all options lead to
/// the chance `power` of 2029 (`fast`, `slow`), which differs after `masts`.
fn tutorial() -> Scenario {
    example("malawi-mast-or-phone")
}

fn after(node: &str, outcome: &str) -> Slot {
    Slot::After {
        node: node.to_owned(),
        outcome: outcome.to_owned(),
    }
}

/// What a check refuses.
fn errors(scenario: &Scenario) -> Vec<Finding> {
    let mut found = check(scenario, files::vocabulary(), None);
    found.retain(|finding| finding.severity == Severity::Error);
    found
}

fn next_of<'a>(scenario: &'a Scenario, node: &str, outcome: &str) -> Option<&'a str> {
    let outcomes = scenario.tree.nodes[node].outcomes();
    let mut found = outcomes.iter().filter(|found| found.id == outcome);
    found.next().expect("an outcome").next
}

fn ids(node: &Node) -> Vec<&str> {
    node.outcomes().iter().map(|outcome| outcome.id).collect()
}

/// Asserts that an edit is refused for this reason, in these words, and changes nothing.
fn assert_refused<T: std::fmt::Debug>(
    scenario: &Scenario,
    edit: impl FnOnce(&mut Scenario) -> Result<T, EditFault>,
    message: &str,
) {
    let mut edited = scenario.clone();
    let fault = edit(&mut edited).expect_err("a refusal");
    assert_eq!(foretree::words::faults::of_edit(&fault), message);
    assert_eq!(&edited, scenario);
}
