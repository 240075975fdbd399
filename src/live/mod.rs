//! An open scenario that is simulated while people talk: runs in the background, new weights at
//! once, answers to the questions that screens ask.
//!
//! Knows plans, ensembles and findings; never files, keys or drawing.

#![allow(
    clippy::indexing_slicing,
    reason = "paths, cohorts and draws are numbered by the plan; bounds are its own"
)]

mod answer_line;
pub mod attribution;
pub mod backcast;
pub mod backtest;
pub mod breakeven;
pub mod choices;
mod cohorts;
mod compare;
mod condition;
mod convergence;
mod distribution;
mod engine;
mod leading;
pub mod matters;
mod outlook;
mod path_table;
mod question;
mod reference;
mod results;
mod reweigh;
mod runs;
mod selection;
mod setbacks;
mod sides;
mod subject;
mod values;

pub use crate::analysis::inputs::Input;
pub use answer_line::{AnswerEntry, AnswerLine, answer_line};
pub use cohorts::{CohortRow, CohortTable, cohort_table};
pub use compare::{Column, ColumnHead, CompareLine, Comparison, Mismatch, compare};
pub use condition::{Left, left, testable};
pub use convergence::{Convergence, Settling};
pub use distribution::{Beyond, Distribution, distribution};
pub use engine::{Carrier, Engine, Listener, Report, Request, Teller};
pub use leading::{Leading, LeadingInput, leading};
pub use outlook::{NoAiLine, Outlook, ReferenceBand, outlook};
pub use path_table::{PathRow, PathTable, path_table};
pub use question::{Answer, ComparedColumn, Question, answer, answer_among, search_among};
pub use results::{BUDGET, Results, RunWish, Stage, preview, simulate, simulate_watched};
pub use reweigh::reweighted;
pub use selection::Selection;
pub use setbacks::{
    Announced, Dimension, Early, EarlySigns, KINDS, PathShare, SetbackBox, SetbackKind,
    SetbackTrouble, SetbackWish, Setbacks, WATCHABLE, early_signs, setback_tree, setbacks,
};
pub use sides::{Depth, gains_of};
pub use subject::{CohortMeasure, Group, NoAi, Subject, SubjectGroup, subjects};
