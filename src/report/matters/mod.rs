//! What matters, exactly as `foretree matters --format json` prints it.
//!
//! The keys are a contract that other programs read (`docs/command-line.md`): extend, never
//! rename. Shares are 0..1; low and high are in the subject's own unit.

mod csv;
mod fill;
mod text;
pub(crate) mod tornado;

pub use csv::matters_csv;
pub use fill::{fill_exact, fill_option, subject_line};
pub use text::matters_text;

use serde::Serialize;

use super::run::{Note, RunLine, ScenarioLine};

/// What matters for one subject in one year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MattersReport {
    /// Which scenario this is.
    pub scenario: ScenarioLine,
    /// How it was computed.
    pub run: RunLine,
    /// What is moved.
    pub subject: SubjectLine,
    /// In which year.
    pub year: i32,
    /// What the ranking follows: `share`, `total`, `rank`, `pawn` or `delta`.
    pub ranked_by: String,
    /// One entry per option of the first open decision; one without an option when none is open.
    pub options: Vec<OptionMatters>,
    /// What was left out or done differently than asked.
    pub notes: Vec<Note>,
}

/// What is moved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SubjectLine {
    /// As `--indicator` takes it.
    pub id: String,
    /// Name shown to people.
    pub label: String,
    /// Unit of low and high.
    pub unit: String,
}

/// What matters under one option.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OptionMatters {
    /// Node of the open decision; null when none is open.
    pub node: Option<String>,
    /// Id of the option.
    pub option: Option<String>,
    /// Title of the option.
    pub title: Option<String>,
    /// Draws that were looked at.
    pub draws: usize,
    /// Mean of the subject.
    pub mean: Option<f64>,
    /// 1 run in 20 lies below.
    pub p5: Option<f64>,
    /// Half of the runs lie below.
    pub p50: Option<f64>,
    /// 1 run in 20 lies above.
    pub p95: Option<f64>,
    /// Shares of groups; null where nothing can be said.
    pub groups: Option<GroupsLine>,
    /// How well total shares and groups fit; null where nothing was fitted.
    pub fit: Option<FitLine>,
    /// The strongest first.
    pub inputs: Vec<InputMatters>,
    /// Exact Sobol indices, with `--design saltelli`.
    pub exact: Option<ExactLine>,
    /// Why nothing can be said; null otherwise.
    pub fault: Option<String>,
}

/// Shares of the variance; together they make 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "named like live::matters::GroupLines")]
pub struct GroupsLine {
    pub branches: f64,
    pub chance: f64,
    pub measured: f64,
    pub similar_cases: f64,
    pub our_judgement: f64,
    pub together: f64,
    pub rest: f64,
}

/// How well the surrogate stands in for the model.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct FitLine {
    /// Share of the variance explained in draws that took no part in the fit.
    pub checked: Option<f64>,
    /// Number of terms.
    pub terms: usize,
    /// Whether total shares and groups are to be trusted.
    pub trusted: bool,
}

/// An estimate with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "named like analysis::matters::Estimate")]
pub struct EstimateLine {
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub noise: Option<f64>,
}

/// One input or node.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InputMatters {
    /// `parameter`, `measure`, `effect`, `country`, `probability`, `cost` or `node`.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// In everyday words.
    pub name: String,
    /// `measured`, `similar_cases`, `our_judgement`; null for nodes.
    pub evidence: Option<String>,
    /// First-order share.
    pub share: EstimateLine,
    /// Total share; null for nodes.
    pub total: Option<EstimateLine>,
    /// Rank correlation; null for nodes.
    pub rank_correlation: Option<f64>,
    /// PAWN, median over slices; null unless asked for.
    pub pawn_median: Option<EstimateLine>,
    /// PAWN, maximum over slices; null unless asked for.
    pub pawn_max: Option<EstimateLine>,
    /// Delta; null unless asked for.
    pub delta: Option<EstimateLine>,
    /// The input at its 5, 50 and 95 percent points; null for nodes.
    pub levels: Option<[f64; 3]>,
    /// Mean of the subject where the input is at its 5 percent point, or after `lowest`.
    pub low: Option<f64>,
    /// Mean of the subject where the input is at its 95 percent point, or after `highest`.
    pub high: Option<f64>,
    /// For nodes: the outcome after which the subject is lowest.
    pub lowest: Option<String>,
    /// For nodes: the outcome after which it is highest.
    pub highest: Option<String>,
    /// For nodes: titles of the two outcomes.
    pub titles: Option<[String; 2]>,
    /// Whether it cannot be told from an input without any influence.
    pub noise: bool,
}

/// Exact Sobol indices.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExactLine {
    /// Base draws of the design.
    pub base: usize,
    /// Runs that were made.
    pub runs: usize,
    /// The largest total share first.
    pub inputs: Vec<ExactInput>,
}

/// One input of the design, or several that are drawn together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExactInput {
    /// Ids of the inputs; none = the luck of the years.
    pub ids: Vec<String>,
    /// In everyday words.
    pub name: String,
    /// First-order share of all variance.
    pub first: EstimateLine,
    /// Total share of all variance.
    pub total: EstimateLine,
}
