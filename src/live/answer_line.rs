//! One number per option of the next open decision: what the room reads while it edits.

use super::results::{Results, Stage};
use super::selection::Selection;
use super::subject::Subject;
use crate::analysis::summary::{LEVELS, Moments};
use crate::jobs::each;

/// One option, or everything when no decision is open.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerEntry {
    /// Which part of the tree.
    pub selection: Selection,
    /// Id of the option; empty when every decision is closed.
    pub option: String,
    /// Its title.
    pub title: String,
    /// Our range and middle at the horizon.
    pub moments: Moments,
}

impl AnswerEntry {
    /// The middle.
    #[must_use]
    pub fn p50(&self) -> f64 {
        self.moments.levels[LEVELS.len() / 2]
    }
}

/// One number per option of the next open decision.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerLine {
    /// What the numbers are about.
    pub subject: Subject,
    /// The year they stand for.
    pub year: i32,
    /// Whether they may still change.
    pub stage: Stage,
    /// Id of the decision; `None` when every decision is closed.
    pub decision: Option<String>,
    /// Options in the order of the file.
    pub entries: Vec<AnswerEntry>,
}

/// The answer line of a subject. Unknown subjects have NaN for numbers.
#[must_use]
pub fn answer_line(results: &Results, subject: &Subject) -> AnswerLine {
    let plan = &*results.ensemble.plan;
    let selections = Selection::headline(plan);
    // Gathered once, not by every thread.
    let known = results.values(subject).is_some();
    let entries = each(selections.len(), results.wish.workers(), |number| {
        let selection = selections[number];
        let (option, title) = titles(results, selection);
        let moments = if known {
            results.moments(subject, &selection.paths(plan))
        } else {
            Moments::NONE
        };
        AnswerEntry {
            selection,
            option,
            title,
            moments,
        }
    });
    AnswerLine {
        subject: subject.clone(),
        year: results.last_year(),
        stage: results.stage,
        decision: plan.open.as_ref().map(|open| open.node.clone()),
        entries,
    }
}

/// Id and title of the option that a selection takes.
pub(super) fn titles(results: &Results, selection: Selection) -> (String, String) {
    let found = || {
        let open = results.ensemble.plan.open.as_ref()?;
        let id = open.options.get(selection.option()?)?;
        let outcomes = results.scenario.tree.nodes.get(&open.node)?.outcomes();
        let outcome = outcomes.into_iter().find(|outcome| outcome.id == *id)?;
        Some((id.clone(), outcome.title.to_owned()))
    };
    found().unwrap_or_default()
}
