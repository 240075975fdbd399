//! What screens ask about results, and what they get back.
//!
//! [`answer`] is pure: the same results and question give the same answer, on any thread.

use std::sync::Arc;

use super::answer_line::{AnswerLine, answer_line};
use super::attribution::{AttributedFault, Sharing, State, attributed};
use super::backcast::{BackcastError, BackcastWish, backcast};
use super::choices::{ChoiceMap, ChoicesAsk, ChoicesFault, MapAsk, choice_map, choices};
use super::cohorts::{CohortTable, cohort_table};
use super::compare::{Column, Comparison, compare};
use super::distribution::{Distribution, distribution};
use super::leading::{Leading, leading};
use super::matters::{Matters, MattersFault, MattersWish, matters};
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
use crate::report::attribution::AttributionReport;
use crate::report::backcast::BackcastReport;
use crate::report::choices::Choices;
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
    /// What the options of the next open decision come to.
    Choices {
        /// By what, and how deep.
        ask: ChoicesAsk,
    },
    /// The best option over two probabilities.
    ChoiceMap {
        /// Which.
        asked: MapAsk,
    },
    /// What matters for a subject: one ranking, with groups.
    Matters(MattersWish),
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
    /// What made the difference between two columns.
    Made {
        /// The column that it is measured against, then the other.
        columns: [ComparedColumn; 2],
        /// Their letters.
        letters: [String; 2],
        /// What the difference is in.
        subject: Subject,
    },
    /// The way back from a target.
    Backcast(BackcastWish),
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
    Choices(Result<Box<Choices>, ChoicesFault>),
    ChoiceMap(Result<Box<ChoiceMap>, ChoicesFault>),
    Matters(Result<Box<Matters>, MattersFault>),
    Compare(Comparison),
    Gains(Option<Box<Gains>>),
    Made(Box<Result<AttributionReport, AttributedFault>>),
    Backcast(Box<Result<BackcastReport, BackcastError>>),
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
        Question::Matters(wish) => Answer::Matters(matters(results, wish).map(Box::new)),
        Question::Setbacks { wish } => Answer::Setbacks(Box::new(setbacks(results, wish))),
        Question::Signposts { wish } => Answer::Signposts(early_signs(results, wish)),
        Question::SetbackTree { wish } => Answer::SetbackTree(setback_tree(results, wish)),
        Question::Backcast(wish) => way_back(results, wish, &mut |_| true),
        Question::Choices { ask } => {
            Answer::Choices(choices(results, ask, &mut || true).map(Box::new))
        }
        Question::ChoiceMap { asked } => {
            Answer::ChoiceMap(choice_map(results, asked).map(Box::new))
        }
        Question::Compare { .. } | Question::Gains { .. } | Question::Made { .. } => {
            beside_each_other(&[Arc::new(results.clone())], question)
        }
    }
}

/// Answers a question that takes runs of its own. `progress` hears the share done, 0..1, where that
/// can be told, and stops the search by returning false; then there is no answer.
///
/// # Panics
/// Without results.
#[must_use]
pub fn search_among(
    all: &[Arc<Results>],
    question: &Question,
    progress: &mut dyn FnMut(f64) -> bool,
) -> Option<Answer> {
    let answer = match question {
        Question::Gains {
            columns,
            base,
            depth,
        } => {
            let found = gains_of(all, columns, *base, *depth, &mut || progress(0.0));
            Answer::Gains(found.map(Box::new))
        }
        Question::Made {
            columns,
            letters,
            subject,
        } => made(all, columns, letters, subject, progress)?,
        Question::Backcast(wish) => way_back(&all[0], wish, progress),
        other => answer_among(all, other),
    };
    progress(1.0).then_some(answer)
}

fn way_back(
    results: &Results,
    wish: &BackcastWish,
    progress: &mut dyn FnMut(f64) -> bool,
) -> Answer {
    let found = backcast(results, wish, progress);
    Answer::Backcast(Box::new(found.map(|found| found.report(results))))
}

/// What made the difference; `None` while one of the columns has no results.
fn made(
    all: &[Arc<Results>],
    [from, to]: &[ComparedColumn; 2],
    [versus, column]: &[String; 2],
    subject: &Subject,
    progress: &mut dyn FnMut(f64) -> bool,
) -> Option<Answer> {
    let state = |column: &ComparedColumn| {
        let results = all.get(column.results)?;
        Some(State::of_selection(results, column.selection))
    };
    let (from, base) = (state(from)?, all.get(from.results)?);
    let to = state(to)?;
    let sharing = Sharing::like(base);
    let found = attributed(&from, &to, subject, &sharing, progress);
    let report = found.map(|found| found.report((column, versus), (&from, &to)));
    Some(Answer::Made(Box::new(report)))
}

/// Answers a question about several; all but comparisons are about the first.
///
/// # Panics
/// Without results.
#[must_use]
pub fn answer_among(all: &[Arc<Results>], question: &Question) -> Answer {
    match question {
        Question::Compare { .. } | Question::Gains { .. } | Question::Made { .. } => {
            beside_each_other(all, question)
        }
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
        Question::Made {
            columns,
            letters,
            subject,
        } => made(all, columns, letters, subject, &mut |_| true)
            .unwrap_or_else(|| Answer::Made(Box::new(Err(AttributedFault::Nothing)))),
        _ => answer_among(all, question),
    }
}
