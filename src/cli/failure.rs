//! How a command fails: an exit code and a sentence, on standard error only.

use serde::Serialize;
use serde_json::{Value, json};

use super::output;
use crate::report::look::Look;
use crate::tell;
use crate::words::faults::Finding;

/// Exit codes, as `docs/command-line.md` promises them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// The scenario is wrong.
    Scenario,
    /// The command line is wrong, or names what does not exist.
    Usage,
    /// A file cannot be found, read or written.
    File,
    /// Somebody pressed Ctrl-C.
    Interrupted,
}

impl Kind {
    pub(crate) fn exit_code(self) -> u8 {
        match self {
            Self::Scenario => 1,
            Self::Usage => 2,
            Self::File => 3,
            Self::Interrupted => 130,
        }
    }
}

/// Why a command ended without a result.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub kind: Kind,
    /// The sentence; may have several lines.
    pub message: String,
    /// What people read instead, if the sentence needs its place.
    pub shown: Option<String>,
    /// What programs get beside the message, such as findings.
    pub details: Box<serde_json::Map<String, Value>>,
}

impl Failure {
    pub(crate) fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            shown: None,
            details: Box::default(),
        }
    }

    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Kind::Usage, message)
    }

    /// Everything that is wrong, for people with the lines around each place.
    pub(crate) fn findings(kind: Kind, findings: Vec<Finding>) -> Self {
        let shown: Vec<&str> = findings
            .iter()
            .map(|finding| finding.shown.as_str())
            .collect();
        let text = shown.join("\n\n");
        let message = findings
            .first()
            .map_or_else(String::new, |first| first.message.clone());
        Self {
            shown: Some(text),
            ..Self::new(kind, message)
        }
        .with("findings", findings)
    }

    /// The same with something more for programs.
    pub(crate) fn with(mut self, name: &str, value: impl Serialize) -> Self {
        self.details.insert(name.to_owned(), json!(value));
        self
    }

    /// Tells the person, or with `json` the program, what went wrong.
    pub(crate) fn report(&self, json: bool, look: Look) {
        output::complain(&self.text(json, look));
    }

    /// What [`Failure::report`] writes.
    pub(crate) fn text(&self, json: bool, look: Look) -> String {
        if json {
            return self.to_json().to_string();
        }
        let plain = || tell!("fault", message = &self.message);
        let shown = self.shown.clone().unwrap_or_else(plain);
        look.text(&shown)
    }

    fn to_json(&self) -> Value {
        let mut whole = serde_json::Map::new();
        whole.insert(
            "error".to_owned(),
            json!({
                "kind": self.kind,
                "exit_code": self.kind.exit_code(),
                "message": self.message.trim_end(),
            }),
        );
        whole.extend(*self.details.clone());
        Value::Object(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_read_the_kind_the_exit_code_and_the_sentence() {
        let failure = Failure::usage("no country ZZZ\n").with("nearest", ["ZAF"]);
        assert_eq!(
            failure.to_json(),
            json!({
                "error": {"kind": "usage", "exit_code": 2, "message": "no country ZZZ"},
                "nearest": ["ZAF"],
            })
        );
    }
}
