//! An open scenario: its text, its past, what is wrong with it and what was simulated.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::files;
use crate::live::{Results, Subject};
use crate::scenario::{Finding, Scenario, Severity};

/// Steps that can be taken back.
const MOST_STEPS: usize = 500;

/// The number that names an open scenario within a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentId(pub u32);

/// One edit that can be taken back.
#[derive(Clone, Debug)]
pub struct Past {
    /// What the edit was called.
    pub what: String,
    /// The scenario before it (or, in the list of what can be done again, after it).
    pub scenario: Arc<Scenario>,
}

/// Why nothing can be saved here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// It was asked for.
    Wished,
    /// Another program has it open: who, in words.
    Held(String),
}

/// Whether the room sees consequences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Sight {
    /// Everything is shown.
    #[default]
    Open,
    /// Consequences and defaults are hidden until probabilities are locked.
    Blind,
}

/// A range that the room guessed before it saw a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    /// What was guessed.
    pub subject: Subject,
    /// Place among the options of the next open decision; `None` = no decision is open.
    pub option: Option<usize>,
    /// Lower end, in the subject's own unit.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// How far a run has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// Share done, 0..1.
    pub share: f64,
    /// Seconds left, once they can be told.
    pub seconds_left: Option<f64>,
    /// Whether what is looked at has settled.
    pub convergence: crate::live::Convergence,
}

/// An open scenario.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its number.
    pub id: DocumentId,
    /// The file; `None` until it is saved for the first time.
    pub path: Option<PathBuf>,
    /// The scenario as it stands.
    pub scenario: Arc<Scenario>,
    /// The scenario as it was last saved; `None` = never.
    pub saved: Option<Arc<Scenario>>,
    /// Edits that can be taken back, oldest first.
    pub past: Vec<Past>,
    /// Edits taken back, the next to do again last.
    pub future: Vec<Past>,
    /// What is wrong or doubtful.
    pub findings: Vec<Finding>,
    /// Why it cannot be saved.
    pub read_only: Option<ReadOnly>,
    /// Made in this program from a country or a group, not opened.
    pub is_own: bool,
    /// The file holds comments that a save would drop.
    pub has_comments: bool,
    /// What was simulated last; it may belong to an earlier edit.
    pub results: Option<Arc<Results>>,
    /// The same with a wildcard switched on, by its id.
    pub stressed: Vec<(String, Arc<Results>)>,
    /// A run on its way.
    pub progress: Option<Progress>,
    /// How what was looked at settled in the last run.
    pub settling: Option<(Subject, crate::live::Convergence)>,
    /// Why the last run failed, in words.
    pub failure: Option<String>,
    /// Values of the answer line before the last change.
    pub before: Option<crate::live::AnswerLine>,
    /// The answer line of the newest results.
    pub line: Option<crate::live::AnswerLine>,
    /// Branches whose probability does not rescale: (node, branch).
    pub pinned: HashSet<(String, String)>,
    /// Whether consequences are shown.
    pub sight: Sight,
    /// Guesses made before the reveal.
    pub guesses: Vec<Guess>,
    /// The outcome is covered until somebody guesses.
    pub covered: bool,
}

impl Document {
    /// A scenario just opened.
    #[must_use]
    pub fn new(id: DocumentId, path: Option<PathBuf>, scenario: Scenario) -> Self {
        let scenario = Arc::new(scenario);
        Document {
            id,
            saved: path.is_some().then(|| Arc::clone(&scenario)),
            findings: files::findings(&scenario),
            path,
            scenario,
            past: Vec::new(),
            future: Vec::new(),
            read_only: None,
            is_own: false,
            has_comments: false,
            results: None,
            stressed: Vec::new(),
            progress: None,
            settling: None,
            failure: None,
            before: None,
            line: None,
            pinned: HashSet::new(),
            sight: Sight::Open,
            guesses: Vec::new(),
            covered: false,
        }
    }

    /// Is there work that a save would keep?
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        match &self.saved {
            Some(saved) => !Arc::ptr_eq(saved, &self.scenario) && **saved != *self.scenario,
            None => !self.past.is_empty(),
        }
    }

    /// Says that this scenario is work found again: the file, if there is one, has `saved`.
    pub(super) fn mark_recovered(&mut self, saved: Option<Scenario>) {
        let before = saved.map(Arc::new);
        self.past.push(Past {
            what: crate::tell!("edit-recovered"),
            scenario: before.clone().unwrap_or_else(|| Arc::clone(&self.scenario)),
        });
        self.saved = before;
    }

    /// Takes results that came back; those of an older edit are shown until newer ones come.
    pub(super) fn take_results(&mut self, results: Arc<Results>, subject: &Subject) {
        // What would have to be simulated again is asked for in the background.
        self.line = results
            .has_at_hand(subject)
            .then(|| crate::live::answer_line(&results, subject));
        self.results = Some(results);
    }

    /// Takes a new state of the scenario as one edit.
    pub fn take(&mut self, what: String, scenario: Scenario) {
        let before = std::mem::replace(&mut self.scenario, Arc::new(scenario));
        self.past.push(Past {
            what,
            scenario: before,
        });
        if self.past.len() > MOST_STEPS {
            self.past.remove(0);
        }
        self.future.clear();
        self.check();
    }

    /// Takes the last edit back; what it was called.
    pub fn undo(&mut self) -> Option<String> {
        let step = self.past.pop()?;
        let after = std::mem::replace(&mut self.scenario, step.scenario);
        self.future.push(Past {
            what: step.what.clone(),
            scenario: after,
        });
        self.check();
        Some(step.what)
    }

    /// Does an edit again; what it was called.
    pub fn redo(&mut self) -> Option<String> {
        let step = self.future.pop()?;
        let before = std::mem::replace(&mut self.scenario, step.scenario);
        self.past.push(Past {
            what: step.what.clone(),
            scenario: before,
        });
        self.check();
        Some(step.what)
    }

    /// Can it be simulated as it stands?
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|f| f.severity != Severity::Error)
    }

    /// Errors only.
    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        let error = |f: &&Finding| f.severity == Severity::Error;
        self.findings.iter().filter(error)
    }

    /// The results with a wildcard switched on, or without.
    #[must_use]
    pub fn results_under(&self, stress: Option<&str>) -> Option<Arc<Results>> {
        match stress {
            None => self.results.clone(),
            Some(wildcard) => {
                let found = self.stressed.iter().find(|(id, _)| id == wildcard);
                found.map(|(_, results)| Arc::clone(results))
            }
        }
    }

    /// Do the results belong to the scenario as it stands?
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.results
            .as_ref()
            .is_some_and(|results| Arc::ptr_eq(&results.scenario, &self.scenario))
    }

    fn check(&mut self) {
        self.findings = files::findings(&self.scenario);
    }
}
