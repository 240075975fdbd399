//! What a FILE on the command line means: a scenario file, else a built-in example of that name.

use std::path::{Path, PathBuf};

use super::failure::{Failure, Kind};
use super::output;
use crate::files::examples::example;
use crate::files::{self, Fault, FaultClass, Loaded};
use crate::sim::{Plan, PlanOptions};
use crate::tell;
use crate::words::faults::{self, Finding};

/// Reads a scenario that can be simulated.
///
/// # Errors
///
/// If the file is out of reach, no scenario, or has errors; doubts are no failure.
pub(crate) fn scenario(path: &Path) -> Result<Loaded, Failure> {
    sound(path).map_err(|(kind, findings)| Failure::findings(kind, findings))
}

/// Reads scenarios that can be simulated, all of them before anything is said.
///
/// # Errors
///
/// Everything that is wrong with any of them; of several kinds the one of the larger exit code.
pub(crate) fn scenarios(paths: &[PathBuf]) -> Result<Vec<Loaded>, Failure> {
    let mut read = Vec::new();
    let mut wrong: Option<(Kind, Vec<Finding>)> = None;
    for path in paths {
        match (sound(path), &mut wrong) {
            (Ok(loaded), _) => read.push(loaded),
            (Err(first), None) => wrong = Some(first),
            (Err((kind, findings)), Some((worst, all))) => {
                *worst = if kind.exit_code() > worst.exit_code() {
                    kind
                } else {
                    *worst
                };
                all.extend(findings);
            }
        }
    }
    match wrong {
        None => Ok(read),
        Some((kind, findings)) => Err(Failure::findings(kind, findings)),
    }
}

fn sound(path: &Path) -> Result<Loaded, (Kind, Vec<Finding>)> {
    let loaded = loaded(path)?;
    let mut findings = checked(&loaded);
    findings.retain(|finding| finding.severity == "error");
    match findings.is_empty() {
        true => Ok(loaded),
        false => Err((Kind::Scenario, findings)),
    }
}

/// Reads a scenario. A built-in example stands in for a file that does not exist, and says so.
///
/// # Errors
///
/// The kind of failure and everything that is wrong.
pub(crate) fn loaded(path: &Path) -> Result<Loaded, (Kind, Vec<Finding>)> {
    let read = match (files::load(path), path.to_str().and_then(example)) {
        (Err(Fault::NotFound(_)), Some((name, text))) => {
            output::complain(&tell!("source-example", name = name));
            files::parse(text, name)
        }
        (other, _) => other,
    };
    read.map_err(|fault| (kind_of(&fault), faults::of_file(&fault)))
}

/// Everything that a check finds in a scenario, with its place.
pub(crate) fn checked(loaded: &Loaded) -> Vec<Finding> {
    let mut findings = faults::of_check(loaded, &files::findings(&loaded.scenario));
    if findings.iter().any(|finding| finding.severity == "error") {
        return findings;
    }
    // Some faults, such as correlations that exclude each other, show only in the compiled plan.
    let one_draw = PlanOptions {
        draws: Some(1),
        ..PlanOptions::default()
    };
    if let Err(error) = Plan::compile(&loaded.scenario, &one_draw) {
        findings.insert(0, faults::of_plan(loaded, &error));
    }
    findings
}

/// A fault of a file as a failure of the command.
pub(crate) fn failed(fault: &Fault) -> Failure {
    Failure::findings(kind_of(fault), faults::of_file(fault))
}

fn kind_of(fault: &Fault) -> Kind {
    match fault.class() {
        FaultClass::Scenario => Kind::Scenario,
        FaultClass::File => Kind::File,
    }
}
