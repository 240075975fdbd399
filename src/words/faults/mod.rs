//! Sentences for what the library reports as enums: faults of files, of scenarios, of baselines.

mod baseline;
mod condition;
mod edit;
mod finding;
mod life;
mod plan;
mod problem;
mod quantity;
mod terminal;

use serde::Serialize;

use super::catalogue::{Value, known_message, tell};
use crate::files::{Fault, Loaded, Mark, Refusal};
use crate::scenario;
use crate::sim::PlanError;
use crate::tell;
use crate::words::paragraph::{WIDTH, indent_rest};

pub use baseline::of_baseline;
pub use condition::of_condition;
pub use edit::of_edit;
pub use life::{of_holder, of_life, of_settings};
pub use terminal::{of_copy, of_panic, of_terminal};

/// One thing that is wrong or doubtful, for people and for programs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// A short name that stays the same between versions.
    pub code: String,
    /// Name of the file.
    pub file: String,
    /// Line, from 1; `null` without a place.
    pub line: Option<usize>,
    /// Column in characters, from 1; `null` without a place.
    pub column: Option<usize>,
    /// Path of fields, empty for the whole file.
    pub field: String,
    /// The sentence.
    pub message: String,
    /// What would help, if anything simple would.
    pub help: Option<String>,
    /// The sentence with its place and the lines around it.
    #[serde(skip)]
    pub shown: String,
}

/// Code, sentence and help of something wrong.
pub(super) struct Said {
    pub code: &'static str,
    pub message: String,
    pub help: Option<String>,
}

impl Said {
    /// The message `PREFIX-CODE` with its values, and `hint-CODE` if there is one.
    pub(super) fn new(prefix: &str, code: &'static str, values: &[(&str, Value<'_>)]) -> Self {
        let hint = format!("hint-{code}");
        Self {
            code,
            message: tell(&format!("{prefix}-{code}"), values),
            help: known_message(&hint).then(|| tell(&hint, values)),
        }
    }

    /// The same with the nearest valid name, if one is near.
    pub(super) fn or_nearest(self, nearest: Option<&str>) -> Self {
        match nearest {
            Some(name) => Self {
                help: Some(tell!("did-you-mean", name = name)),
                ..self
            },
            None => self,
        }
    }

    /// The finding at its place in a file.
    pub(super) fn at(self, mark: &Mark, file: &str, severity: &'static str) -> Finding {
        let label = tell(&format!("severity-{severity}"), &[]);
        Finding {
            severity,
            shown: wrapped(&mark.show(&label, &self.message, file, self.help.as_deref())),
            code: self.code.replace('-', "_"),
            file: file.to_owned(),
            line: Some(mark.position.line),
            column: Some(mark.position.column),
            field: mark.place.to_string(),
            message: self.message,
            help: self.help,
        }
    }

    /// The finding about a file as a whole.
    pub(super) fn about(self, file: &str, severity: &'static str) -> Finding {
        let label = tell(&format!("severity-{severity}"), &[]);
        Finding {
            severity,
            shown: format!("{label}: {}", self.message),
            code: self.code.replace('-', "_"),
            file: file.to_owned(),
            line: None,
            column: None,
            field: String::new(),
            message: self.message,
            help: self.help,
        }
    }
}

impl Said {
    /// What happened and, if anybody knows, what to do.
    fn sentence(self) -> String {
        match self.help {
            Some(help) => format!("{} {help}", self.message),
            None => self.message,
        }
    }
}

/// The sentence of a finding in lines of 80 columns; what follows it keeps its form.
fn wrapped(shown: &str) -> String {
    let (sentence, place) = shown.split_once('\n').unwrap_or((shown, ""));
    let mut lines = indent_rest(sentence, 2, WIDTH);
    lines.push(place.to_owned());
    lines.join("\n").trim_end().to_owned()
}

/// Everything that is wrong with a file.
#[must_use]
pub fn of_file(fault: &Fault) -> Vec<Finding> {
    let whole = |code: &'static str, path: &str, values: &[(&str, Value<'_>)]| {
        vec![Said::new("fault", code, values).about(path, "error")]
    };
    match fault {
        Fault::NotFound(path) => {
            let path = path.display().to_string();
            whole("not-found", &path, &[("file", Value::from(&path))])
        }
        Fault::Unreadable(path, reason) => {
            let path = path.display().to_string();
            let values = [
                ("file", Value::from(&path)),
                ("reason", Value::from(reason)),
            ];
            whole("unreadable", &path, &values)
        }
        Fault::Unwritable(path, reason) => {
            let path = path.display().to_string();
            let values = [
                ("file", Value::from(&path)),
                ("reason", Value::from(reason)),
            ];
            whole("unwritable", &path, &values)
        }
        Fault::TooLarge { file, most } => {
            let most = Value::from(i64::try_from(most / (1024 * 1024)).unwrap_or(i64::MAX));
            whole(
                "too-large",
                file,
                &[("file", Value::from(file)), ("most", most)],
            )
        }
        Fault::Refused(refusal) => refused(refusal),
    }
}

fn refused(refusal: &Refusal) -> Vec<Finding> {
    let tell = |located: &crate::files::Located| {
        problem::of_problem(&located.problem).at(&located.mark, &refusal.file, "error")
    };
    refusal.located.iter().map(tell).collect()
}

/// What a check found, each finding at its place in the file.
#[must_use]
pub fn of_check(loaded: &Loaded, findings: &[scenario::Finding]) -> Vec<Finding> {
    let at = |found: &scenario::Finding| {
        let said = finding::of_code(&found.code);
        said.at(
            &loaded.mark(&found.place),
            &loaded.file,
            finding::severity(found.severity),
        )
    };
    findings.iter().map(at).collect()
}

/// The sentence of a finding, without its place.
#[must_use]
pub fn check_sentence(found: &scenario::Finding) -> String {
    finding::of_code(&found.code).sentence()
}

/// The sentence of what is wrong with a text that was to be read.
#[must_use]
pub fn problem_sentence(problem: &crate::files::Problem) -> String {
    problem::of_problem(problem).sentence()
}

/// The sentence of why a scenario cannot be simulated.
#[must_use]
pub fn plan_sentence(error: &PlanError) -> String {
    plan::of_plan(error).0.sentence()
}

/// Why a scenario without errors cannot be simulated, at its place.
#[must_use]
pub fn of_plan(loaded: &Loaded, error: &PlanError) -> Finding {
    let (said, place) = plan::of_plan(error);
    said.at(&loaded.mark(&place), &loaded.file, "error")
}

#[cfg(test)]
mod tests;
