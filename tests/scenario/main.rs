//! The rules that scenarios keep, one test for each sentence of the file format.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

mod conflicts;
mod doubts;
mod effects;
mod meaning;
mod probabilities;
mod setting;
mod tree;

use foretree::files;
use foretree::scenario::{Code, Severity};

/// A found code, its place and the line it is shown at.
#[derive(Debug)]
struct Found {
    severity: Severity,
    code: Code,
    place: String,
    line: usize,
}

/// Everything that a check finds in a text.
fn findings(text: &str) -> Vec<Found> {
    let loaded = match files::parse(text, "t.ron") {
        Ok(loaded) => loaded,
        Err(fault) => panic!("{fault}\n{text}"),
    };
    let found = files::findings(&loaded.scenario);
    let found = found.into_iter().map(|finding| Found {
        severity: finding.severity,
        place: finding.place.to_string(),
        line: loaded.mark(&finding.place).position.line,
        code: finding.code,
    });
    found.collect()
}

/// Errors only.
fn errors(text: &str) -> Vec<Found> {
    let mut found = findings(text);
    found.retain(|found| found.severity == Severity::Error);
    found
}

/// The only error of a text.
fn error(text: &str) -> Found {
    let mut found = errors(text);
    assert_eq!(found.len(), 1, "{found:#?}\n{text}");
    found.remove(0)
}

/// Asserts that a text has no error.
fn assert_sound(text: &str) {
    let found = errors(text);
    assert!(found.is_empty(), "{found:#?}\n{text}");
}

/// A scenario in Malawi with these nodes; each comes on a line of its own, from line 6.
fn with_nodes(root: &str, nodes: &[&str]) -> String {
    let nodes = nodes.join(",\n");
    format!(
        "(\nformat: 1, title: \"t\",\nsetting: (baseline: Country(\"MWI\")),\ntree: (root: \"{root}\",\nnodes: {{\n{nodes}\n}}))"
    )
}

/// A scenario without nodes and with these further fields, from line 5.
fn with_fields(fields: &str) -> String {
    format!(
        "(\nformat: 1, title: \"t\",\nsetting: (baseline: Country(\"MWI\")),\ntree: (root: \"\", nodes: {{}}),\n{fields}\n)"
    )
}

/// A scenario without nodes in this setting.
fn with_setting(setting: &str) -> String {
    format!("(\nformat: 1, title: \"t\",\nsetting: ({setting}),\ntree: (root: \"\", nodes: {{}}))")
}

/// A chance node; `branches` is the inside of its list.
fn chance(id: &str, year: i32, branches: &str) -> String {
    format!(
        "\"{id}\": Chance(title: \"c\", layer: Data, certainty: High, year: {year}, rationale: \"r\", branches: [{branches}])"
    )
}

/// A decision; `options` is the inside of its list.
fn decision(id: &str, year: i32, options: &str) -> String {
    format!(
        "\"{id}\": Decision(title: \"d\", layer: Data, certainty: High, year: {year}, rationale: \"r\", options: [{options}])"
    )
}

/// A scenario with one decision at the root, in 2030, that has one option with this inside.
fn with_option(inside: &str) -> String {
    let options = format!("(id: \"go\", title: \"Go\", {inside}), (id: \"wait\", title: \"Wait\")");
    with_nodes("d", &[&decision("d", 2030, &options)])
}

/// The same with a wildcard in 2031 that has this inside.
fn with_option_and_wildcard(inside: &str, wildcard: &str) -> String {
    let text = with_option(inside);
    let tree = text.strip_suffix(')').unwrap_or(&text);
    format!("{tree},\nwildcards: [(id: \"w\", title: \"W\", year: 2031, {wildcard})])")
}
