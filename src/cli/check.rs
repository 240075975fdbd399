//! `foretree check`: everything that is wrong or doubtful in scenario files.

use std::path::Path;

use serde::Serialize;
use serde_json::json;

use super::arguments::{Check, Prose};
use super::data::json;
use super::failure::{Failure, Kind};
use super::output;
use super::source::{checked, loaded};
use crate::scenario::{Closed, count_paths};
use crate::tell;
use crate::words::faults::Finding;

/// What was found in one file.
#[derive(Serialize)]
struct Checked {
    file: String,
    ok: bool,
    title: String,
    nodes: usize,
    paths: u64,
    findings: Vec<Finding>,
    #[serde(skip)]
    kind: Option<Kind>,
}

/// Findings of all files: on standard output if they are doubts only.
///
/// # Errors
///
/// If any file is wrong (exit code 1) or out of reach (3); the larger of both counts.
pub(crate) fn check(asked: &Check) -> Result<String, Failure> {
    let files: Vec<Checked> = asked.files.iter().map(|path| one(path)).collect();
    let count = |severity| {
        let findings = files.iter().flat_map(|file| &file.findings);
        findings
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let (errors, warnings) = (count("error"), count("warning"));
    let text: Vec<String> = files.iter().map(text).collect();
    let summary = tell!(
        "check-summary",
        files = files.len(),
        errors = errors,
        warnings = warnings
    );
    let text = format!("{}\n\n{summary}\n", text.join("\n\n"));
    match files
        .iter()
        .filter_map(|file| file.kind)
        .max_by_key(|kind| kind.exit_code())
    {
        None => Ok(match asked.format {
            Prose::Text => output::look().text(&text),
            Prose::Json => json(&json!({ "files": files, "errors": errors, "warnings": warnings })),
        }),
        Some(kind) => Err(Failure {
            shown: Some(text),
            ..Failure::new(kind, summary)
        }
        .with("files", &files)
        .with("errors", errors)
        .with("warnings", warnings)),
    }
}

fn one(path: &Path) -> Checked {
    let file = path.display().to_string();
    let empty = |findings, kind| Checked {
        file: file.clone(),
        ok: false,
        title: String::new(),
        nodes: 0,
        paths: 0,
        findings,
        kind: Some(kind),
    };
    let loaded = match loaded(path) {
        Ok(loaded) => loaded,
        Err((kind, findings)) => return empty(findings, kind),
    };
    let findings = checked(&loaded);
    let ok = findings.iter().all(|finding| finding.severity != "error");
    let tree = &loaded.scenario.tree;
    Checked {
        file: loaded.file.clone(),
        ok,
        title: loaded.scenario.title.clone(),
        nodes: tree.nodes.len(),
        paths: if ok {
            count_paths(tree, Closed::Respected)
        } else {
            0
        },
        kind: (!ok).then_some(Kind::Scenario),
        findings,
    }
}

/// One file for people: its findings with the lines around them, or that it is sound.
fn text(file: &Checked) -> String {
    let shown: Vec<&str> = file
        .findings
        .iter()
        .map(|finding| finding.shown.as_str())
        .collect();
    let verdict = match file.ok {
        true => tell!(
            "check-sound",
            file = &file.file,
            nodes = file.nodes,
            paths = file.paths.to_string()
        ),
        false => tell!("check-refused", file = &file.file),
    };
    std::iter::once(verdict.as_str())
        .chain(shown)
        .collect::<Vec<_>>()
        .join("\n\n")
}
