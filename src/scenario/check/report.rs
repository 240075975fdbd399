//! Collecting findings.

use super::Code;
use crate::scenario::{Place, nearest};
use std::fmt;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The scenario is refused.
    Error,
    /// Legal but doubtful.
    Warning,
    /// Good to know.
    Note,
}

/// Something found, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// What it is.
    pub code: Code,
    /// Where.
    pub place: Place,
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.place, self.code)
    }
}

/// More errors, or doubts, than anyone reads; the rest are counted.
const MOST_FINDINGS: usize = 300;

/// Findings in the making.
#[derive(Default)]
pub(super) struct Report {
    errors: Vec<Finding>,
    doubts: Vec<Finding>,
    more: usize,
}

impl Report {
    /// Adds a finding. An error is never lost for the sake of doubts.
    pub(super) fn add(&mut self, place: Place, code: Code) {
        let severity = code.severity();
        let findings = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning | Severity::Note => &mut self.doubts,
        };
        if findings.len() >= MOST_FINDINGS {
            self.more += 1;
            return;
        }
        findings.push(Finding {
            severity,
            code,
            place,
        });
    }

    /// True once nobody will read further errors.
    pub(super) fn is_full(&self) -> bool {
        self.errors.len() >= MOST_FINDINGS
    }

    /// The nearest of the candidates, unless nobody will read it any more.
    pub(super) fn nearest<'c, I>(&self, name: &str, candidates: I) -> Option<String>
    where
        I: IntoIterator<Item = &'c str>,
    {
        if self.is_full() {
            return None;
        }
        // A scenario with thousands of names is no work of people; bounds the time it can take.
        nearest(name, candidates.into_iter().take(5_000)).map(str::to_owned)
    }

    /// All findings, errors first.
    pub(super) fn finish(self) -> Vec<Finding> {
        let Self {
            errors: mut findings,
            mut doubts,
            more,
        } = self;
        doubts.sort_by_key(|finding| finding.severity);
        findings.append(&mut doubts);
        if more > 0 {
            findings.push(Finding {
                severity: Severity::Note,
                code: Code::AndMore { count: more },
                place: Place::top(),
            });
        }
        findings
    }
}
