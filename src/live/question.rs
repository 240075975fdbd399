//! What a screen may ask about results, and what a run reports while it goes on.

use std::sync::Arc;

use super::{AnswerLine, Results, Subject};
use crate::sim::PlanError;

/// A question about results.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// One number per option of the next open decision.
    Line(Subject),
}

/// The answer to a question of the same name.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// To [`Question::Line`].
    Line(AnswerLine),
}

/// News of a run.
#[derive(Clone, Debug)]
pub enum Report {
    /// It got on.
    Progress {
        /// Share done, 0..1.
        share: f64,
        /// Seconds left, once they can be told.
        seconds_left: Option<f64>,
    },
    /// A first answer from few draws.
    Preview(Arc<Results>),
    /// All draws are there.
    Done(Arc<Results>),
    /// It was cancelled; the first draws are there.
    Partial(Arc<Results>),
    /// The scenario cannot be simulated.
    Failed(PlanError),
    /// Something broke off that should not; the reason.
    Panicked(String),
}

impl std::fmt::Debug for Results {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Results")
            .field("title", &self.scenario.title)
            .field("stage", &self.stage)
            .field("draws", &self.draws())
            .finish_non_exhaustive()
    }
}
