//! Result files: everything a run found, kept so that it can be shown again without simulating.
//!
//! A result file is JSON with `"foretree_result": 1`, the scenario's text, the options of the run
//! and the report. Reading and writing the disk is left to the caller.

use serde::{Deserialize, Serialize};

use super::run::RunReport;

/// The version of result files that this program writes and reads.
pub const FORMAT: u64 = 1;

/// A run with what it was made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// Version of the file format, [`FORMAT`].
    pub foretree_result: u64,
    /// Name of the scenario file as it was typed.
    pub file: String,
    /// The scenario in its canonical form.
    pub scenario: String,
    /// What was typed beside the file, word by word.
    pub options: Vec<String>,
    /// What was found.
    pub report: RunReport,
}

/// Why a result file cannot be shown.
#[derive(Clone, Debug, PartialEq)]
pub enum SavedFault {
    /// Written by a newer version.
    Newer {
        /// The file's format.
        format: u64,
    },
    /// JSON, but no result of this program.
    NoResult,
    /// Broken JSON or missing fields, with the place and the reason.
    Broken {
        /// Line, from 1; 0 if unknown.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the reader expected.
        reason: String,
    },
}

impl Saved {
    /// The text of a result file.
    ///
    /// # Errors
    ///
    /// None in practice: every value of a report can be written as JSON.
    pub fn to_json(&self) -> serde_json::Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// Whether a file is JSON rather than a scenario, by its first sign.
    #[must_use]
    pub fn looks_like(bytes: &[u8]) -> bool {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
    }

    /// Reads the bytes of a result file.
    ///
    /// # Errors
    ///
    /// If the file is of a newer format, no result, or broken.
    pub fn parse(bytes: &[u8]) -> Result<Self, SavedFault> {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let whole: serde_json::Value = serde_json::from_slice(bytes).map_err(|e| broken(&e))?;
        match whole
            .get("foretree_result")
            .and_then(serde_json::Value::as_u64)
        {
            Some(FORMAT) => serde_json::from_slice(bytes).map_err(|error| broken(&error)),
            Some(format) => Err(SavedFault::Newer { format }),
            None => Err(SavedFault::NoResult),
        }
    }
}

fn broken(error: &serde_json::Error) -> SavedFault {
    SavedFault::Broken {
        line: error.line(),
        column: error.column(),
        reason: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::malawi;

    fn saved() -> Saved {
        Saved {
            foretree_result: FORMAT,
            file: "malawi.ron".into(),
            scenario: "(format: 1)".into(),
            options: vec!["--seed".into(), "7".into()],
            report: malawi(),
        }
    }

    #[test]
    fn a_result_comes_back_as_it_was_saved() {
        let text = saved().to_json().unwrap();
        assert!(Saved::looks_like(text.as_bytes()));
        assert_eq!(Saved::parse(text.as_bytes()).unwrap(), saved());
    }

    #[test]
    fn a_newer_format_is_told_apart_from_a_broken_file() {
        let newer = br#"{"foretree_result": 9, "report": {"unknown": true}}"#;
        assert_eq!(Saved::parse(newer), Err(SavedFault::Newer { format: 9 }));
        assert_eq!(Saved::parse(b"{\"x\": 1}"), Err(SavedFault::NoResult));
        let cut = &saved().to_json().unwrap().into_bytes()[..900];
        assert!(matches!(Saved::parse(cut), Err(SavedFault::Broken { .. })));
    }

    #[test]
    fn a_scenario_is_no_result() {
        assert!(!Saved::looks_like(b"\xef\xbb\xbf\n(format: 1)"));
    }
}
