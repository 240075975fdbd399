//! An open scenario that is simulated while people talk: runs in the background, new weights at
//! once, answers to the questions that screens ask.
//!
//! Knows plans, ensembles and findings; never files, keys or drawing.

#![allow(
    clippy::indexing_slicing,
    reason = "paths, cohorts and draws are numbered by the plan; bounds are its own"
)]

mod answer_line;
pub mod breakeven;
mod question;
mod reference;
mod results;
mod reweigh;
mod selection;
mod subject;
mod values;

pub use answer_line::{AnswerEntry, AnswerLine, answer_line};
pub use question::{Answer, Question, Report};
pub use results::{BUDGET, Results, RunWish, Stage, preview, simulate, simulate_watched};
pub use reweigh::reweighted;
pub use selection::Selection;
pub use subject::{CohortMeasure, Group, NoAi, Subject, SubjectGroup, subjects};
