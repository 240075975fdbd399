//! What screens ask about results, and what they get back.
//!
//! [`answer`] is pure: the same results and question give the same answer, on any thread.

use std::sync::Arc;

use super::answer_line::{AnswerLine, answer_line};
use super::cohorts::{CohortTable, cohort_table};
use super::compare::{Column, Comparison, compare};
use super::distribution::{Distribution, distribution};
use super::leading::{Leading, leading};
use super::outlook::{Outlook, outlook};
use super::path_table::{PathTable, path_table};
use super::results::Results;
use super::selection::Selection;
use super::setbacks::{
    Dimension, EarlySigns, SetbackTrouble, SetbackWish, Setbacks, early_signs, setback_tree,
    setbacks,
};
use super::sides::{Depth, gains_of};
use super::subject::{CohortMeasure, Subject};
use crate::analysis::setbacks::cart::Pruned;
use crate::report::gains::Gains;

/// A question about results.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// Year by year.
    Outlook {
        /// What.
        subject: Subject,
        /// Which paths.
        selection: Selection,
    },
    /// The spread at the horizon.
    Distribution {
        /// What.
        subject: Subject,
        /// Which paths.
        selection: Selection,
        /// A value that matters: how many runs lie beyond it?
        threshold: Option<f64>,
    },
    /// Every path beside the others.
    Paths {
        /// What, one column each.
        subjects: Vec<Subject>,
    },
    /// Every cohort beside the others.
    Cohorts {
        /// What.
        measure: CohortMeasure,
        /// Which paths.
        selection: Selection,
    },
    /// One number per option of the next open decision.
    AnswerLine {
        /// What.
        subject: Subject,
    },
    /// What moves a subject most across the draws.
    Leading {
        /// What.
        subject: Subject,
        /// Which paths.
        selection: Selection,
        /// How many inputs to name.
        count: usize,
    },
    /// What runs that end in a setback have in common, and on which paths they lie.
    Setbacks {
        /// What counts as one, and over which paths.
        wish: SetbackWish,
    },
    /// What announces a setback in the first years.
    Signposts {
        /// What counts as one, and over which paths.
        wish: SetbackWish,
    },
    /// A second opinion on what setbacks have in common.
    SetbackTree {
        /// What counts as one, and over which paths.
        wish: SetbackWish,
    },
    /// Columns side by side, other results than those asked included.
    Compare {
        /// Left to right.
        columns: Vec<ComparedColumn>,
        /// Place of the column that the others are measured against.
        base: usize,
        /// What, one row each.
        subjects: Vec<Subject>,
        /// Whether rows have values by year too.
        years: bool,
    },
    /// Who gains, who loses, who pays.
    Gains {
        /// Left to right.
        columns: Vec<ComparedColumn>,
        /// Place of the column that the others are measured against; `None` = the first that does
        /// nothing.
        base: Option<usize>,
        /// Whether to search how weak effects may be.
        depth: Depth,
    },
}

/// A column of a comparison: its place among the results that are handed over, and its paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComparedColumn {
    /// Place among the results.
    pub results: usize,
    /// Which paths.
    pub selection: Selection,
}

/// The answer to a [`Question`], under the same name.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "named like the questions")]
pub enum Answer {
    Outlook(Outlook),
    Distribution(Distribution),
    Paths(PathTable),
    Cohorts(CohortTable),
    AnswerLine(AnswerLine),
    Leading(Leading),
    Setbacks(Box<Setbacks>),
    Signposts(EarlySigns),
    SetbackTree(Result<(Vec<Dimension>, Pruned), SetbackTrouble>),
    Compare(Comparison),
    Gains(Option<Box<Gains>>),
}

/// Answers a question about one scenario's results.
#[must_use]
pub fn answer(results: &Results, question: &Question) -> Answer {
    match question {
        Question::Outlook { subject, selection } => {
            Answer::Outlook(outlook(results, subject, *selection))
        }
        Question::Distribution {
            subject,
            selection,
            threshold,
        } => Answer::Distribution(distribution(results, subject, *selection, *threshold)),
        Question::Paths { subjects } => Answer::Paths(path_table(results, subjects)),
        Question::Cohorts { measure, selection } => {
            Answer::Cohorts(cohort_table(results, *measure, *selection))
        }
        Question::AnswerLine { subject } => Answer::AnswerLine(answer_line(results, subject)),
        Question::Leading {
            subject,
            selection,
            count,
        } => Answer::Leading(leading(results, subject, *selection, *count)),
        Question::Setbacks { wish } => Answer::Setbacks(Box::new(setbacks(results, wish))),
        Question::Signposts { wish } => Answer::Signposts(early_signs(results, wish)),
        Question::SetbackTree { wish } => Answer::SetbackTree(setback_tree(results, wish)),
        Question::Compare { .. } | Question::Gains { .. } => {
            beside_each_other(&[Arc::new(results.clone())], question)
        }
    }
}

/// Answers a question about several; all but comparisons are about the first.
///
/// # Panics
/// Without results.
#[must_use]
pub fn answer_among(all: &[Arc<Results>], question: &Question) -> Answer {
    match question {
        Question::Compare { .. } | Question::Gains { .. } => beside_each_other(all, question),
        _ => answer(&all[0], question),
    }
}

fn beside_each_other(all: &[Arc<Results>], question: &Question) -> Answer {
    match question {
        Question::Compare {
            columns,
            base,
            subjects,
            years,
        } => {
            let found = columns.iter().filter_map(|column| {
                Some(Column {
                    results: Arc::clone(all.get(column.results)?),
                    selection: column.selection,
                })
            });
            let columns: Vec<Column> = found.collect();
            Answer::Compare(compare(&columns, *base, subjects, *years))
        }
        Question::Gains {
            columns,
            base,
            depth,
        } => {
            let found = gains_of(all, columns, *base, *depth, &mut || true);
            Answer::Gains(found.map(Box::new))
        }
        _ => answer_among(all, question),
    }
}
