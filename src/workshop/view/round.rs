//! Rounds and how well people did, as one member sees them.

use std::sync::Arc;

use super::Results;
use crate::workshop::{Answer, Expert, Question, Truth};

/// Whether a round takes answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundState {
    /// Its stage takes answers; nobody sees any but the own ones.
    Open,
    /// Everybody sees what was answered.
    Closed,
}

/// What one person of the viewer's own table answered in the stage that runs or ran last.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The person; empty = the table speaks as one.
    pub person: String,
    /// The tag that only this table knows to be theirs.
    pub expert: Option<Expert>,
    /// The answer, once there is one.
    pub answer: Option<Answer>,
    /// Why.
    pub reason: String,
    /// What the same person answered one stage before.
    pub before: Option<Answer>,
}

/// One stage that is closed.
#[derive(Clone, Debug, PartialEq)]
pub struct StageView {
    /// Which, from 1.
    pub stage: u32,
    /// What was answered and what follows.
    pub results: Arc<Results>,
}

/// How one person's answer did beside what came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Who.
    pub expert: Expert,
    /// Is it somebody of the viewer's own table? Then who.
    pub mine: Option<String>,
    /// Did the range hold what came out? None for probabilities.
    pub held: Option<bool>,
    /// Interval score of the range (Gneiting and Raftery 2007), in the question's unit; less is
    /// better. None for probabilities.
    pub interval: Option<f64>,
    /// Continuous ranked probability score of the fitted distribution, in the question's unit;
    /// less is better. None for probabilities.
    pub crps: Option<f64>,
    /// Squared distance of a probability from what came out (0 or 1): the Brier score.
    pub brier: Option<f64>,
}

/// One round as a member may see it.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundView {
    /// Which, from 1.
    pub number: u32,
    /// The stage that runs or ran last, from 1.
    pub stage: u32,
    /// What is asked.
    pub question: Question,
    /// Whether answers are taken.
    pub state: RoundState,
    /// How many have answered this stage.
    pub answered: usize,
    /// How many could: the people of all tables that have come.
    pub expected: usize,
    /// The answers of the viewer's own table, one for each of its people. Empty for others.
    pub mine: Vec<Given>,
    /// Closed stages, oldest first.
    pub stages: Vec<StageView>,
    /// What came out.
    pub truth: Option<Truth>,
    /// How answers of the last closed stage did beside it.
    pub scores: Vec<Score>,
}

/// Answers given with like confidence, and how often they were right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Mean of what people said, 0..1.
    pub said: f64,
    /// Share that came true, 0..1.
    pub came: f64,
    /// How many answers.
    pub count: usize,
    /// Shares that so few answers allow, 5 of 100 beyond each end (Clopper and Pearson 1934).
    pub allowed: (f64, f64),
}

/// How well what people said held so far today.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calibration {
    /// How many ranges were given.
    pub ranges: usize,
    /// How many of them held what came out.
    pub held: usize,
    /// How many should have, given how sure people said they were.
    pub should: f64,
    /// How many ranges the viewer's own table gave, and how many of them held; none for others.
    pub mine: Option<(usize, usize)>,
    /// How many probabilities were given, and their mean Brier score.
    pub brier: Option<(usize, f64)>,
    /// By confidence: ranges by their confidence, probabilities by themselves.
    pub bins: Vec<Bin>,
}
