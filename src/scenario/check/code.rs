//! Everything that a check can find.

use super::Severity;
use crate::scenario::{BASE_YEAR, FlagFacts, MOST_PATHS, QuantityFault};
use thiserror::Error;

/// What carries an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A node of the tree.
    Node,
    /// A branch of a chance node.
    Branch,
    /// An option of a decision.
    Choice,
    /// An effect.
    Effect,
    /// A wildcard.
    Wildcard,
    /// A cohort of a made-up place.
    Cohort,
}

/// A finding without its place. The texts here are a plain fallback; the message catalogue has
/// the ones that people read.
#[derive(Clone, Debug, PartialEq, Error)]
#[allow(
    missing_docs,
    reason = "the fields are the numbers and names of the message above them"
)]
pub enum Code {
    // Names
    #[error("`{id}` cannot be an id: up to 40 of a-z, 0-9 and _, beginning with a letter")]
    BadId { id: String, of: Named },
    #[error("the id `{id}` is used twice")]
    RepeatedId { id: String, of: Named },
    #[error("the effect id `{id}` is used twice; give each effect an `id` of its own")]
    RepeatedEffect { id: String },
    #[error("`{id}` stands for a group of cohorts and cannot be the id of one")]
    ReservedCohort { id: String },
    #[error("there is no {what} `{id}`")]
    Unknown {
        what: What,
        id: String,
        nearest: Option<String>,
    },
    #[error("`{id}` is a country input; it belongs under setting.inputs")]
    InputAsAssumption { id: String },
    #[error("`{id}` is a parameter; it belongs under assumptions")]
    ParameterAsInput { id: String },

    // Setting
    #[error("a horizon begins in {BASE_YEAR}, not in {year}")]
    HorizonStart { year: i32 },
    #[error("a horizon ends between {first} and {last}, not in {year}")]
    HorizonEnd { year: i32, first: i32, last: i32 },
    #[error("this definition of exposed jobs does not exist for a made-up place")]
    ExposureOnCustom,
    #[error("`{id}` enters the rules that build a country's base year: it must be `Fixed(…)`")]
    FigureUncertain { id: String },
    #[error("`{id}` enters the rules that build a country's base year: for countries only")]
    FigureWithoutCountry { id: String },
    #[error("a made-up place has one to {most} cohorts, not {count}")]
    CohortCount { count: usize, most: usize },
    #[error("the shares of the cohorts sum to {sum}, not to 1")]
    SharesSum { sum: f64 },
    #[error("users per head must lie above 0 and below the coverage of {coverage}, not at {usage}")]
    UsageOutside { usage: f64, coverage: f64 },
    #[error("automatable and augmentable jobs are more than all jobs: {sum}")]
    ExposedSum { sum: f64 },

    // Numbers
    #[error("{0}")]
    Quantity(QuantityFault),
    #[error("{low} to {high} is not within {min} to {max}", low = .found.0, high = .found.1)]
    OutOfRange {
        found: (f64, f64),
        min: f64,
        max: f64,
    },
    #[error("{value} is not within {min} to {max}")]
    ValueOutOfRange { value: f64, min: f64, max: f64 },
    #[error("the tails reach beyond {min} to {max}; such draws are held at the limit")]
    TailOutOfRange { min: f64, max: f64 },
    #[error("a run has 1 to {most} draws, not {draws}")]
    Draws { draws: u32, most: u32 },

    // Correlations
    #[error("a parameter cannot be correlated with itself")]
    CorrelatedWithItself { id: String },
    #[error("this pair stands here twice")]
    RepeatedPair { first: String, second: String },

    // Memory
    #[error("a rank is 1 to {most}, or 0 for none yet, not {rank}")]
    Rank { rank: u8, most: u8 },
    #[error("a guess runs from low to high, not from {low} to {high}")]
    GuessBackwards { low: f64, high: f64 },

    // Tree
    #[error("the tree has nodes but no root")]
    NoRoot,
    #[error("the node has no branches or options")]
    NoOutcomes { node: String },
    #[error("no path leads to this node")]
    Unreachable { node: String },
    #[error("the path comes round again: {}", .nodes.join(" → "))]
    Cycle { nodes: Vec<String> },
    #[error("{year} lies outside of {first} to {last}")]
    YearOutside { year: i32, first: i32, last: i32 },
    #[error("`{node}` of {year} must come after `{parent}` of {parent_year}")]
    YearNotAfter {
        node: String,
        year: i32,
        parent: String,
        parent_year: i32,
    },
    #[error(
        "{count} paths are more than {MOST_PATHS}; they multiply at {}",
        .nodes.iter().map(|(node, factor)| format!("{node} (× {factor})")).collect::<Vec<_>>().join(", ")
    )]
    TooManyPaths {
        count: u64,
        nodes: Vec<(String, usize)>,
    },

    // Probabilities
    #[error("the probabilities sum to {sum}, not to 1{}", after(.history))]
    ProbabilitySum { sum: f64, history: String },
    #[error("the medians of the probabilities sum to {sum}; they will be scaled to 1{}", after(.history))]
    ProbabilityMedians { sum: f64, history: String },
    #[error("the probabilities are all 0{}", after(.history))]
    NoProbability { history: String },
    #[error("`{node}` never comes before this node")]
    GivenNotBefore { node: String },
    #[error("this outcome stands here twice")]
    RepeatedGiven { node: String, branch: String },

    // Effects
    #[error("{count} effects are more than {most}: no room can have agreed on them")]
    TooManyEffects { count: usize, most: usize },
    #[error("`{path}` describes the base year; effects cannot change it")]
    BaseOnly { path: String },
    #[error("`{path}` is national; it cannot be aimed at cohorts")]
    CohortsOnNational { path: String },
    #[error("the effect starts in {start}, before its node of {year}")]
    StartBefore { start: i32, year: i32 },
    #[error("the effect starts in {start}, after the end of the horizon in {end}")]
    StartAfterEnd { start: i32, end: i32 },
    #[error("{years} years are more than {most}")]
    TooManyYears { years: u32, most: u32 },
    #[error("effort is 1 to 3 points, not {effort}")]
    Effort { effort: u8 },
    #[error("{first} and {second} both set `{path}` for the same people{}", after(.history))]
    TwoSets {
        path: String,
        first: String,
        second: String,
        history: String,
    },
    #[error("{first} and {second} may pull `{path}` in opposite directions for the same people{}", after(.history))]
    OppositeAdds {
        path: String,
        first: String,
        second: String,
        history: String,
    },

    // Doubtful, but legal
    #[error("the title is empty")]
    EmptyTitle,
    #[error("the reference is the country itself: the gap is 0 by definition")]
    ReferenceIsItself { id: String },
    #[error("a measure is named twice")]
    RepeatedMeasure { id: String },
    #[error("measure {id} has no effect in the model")]
    MeasureWithoutEffect { id: String },
    #[error("{} acts as one bundle with {}, whose effects come too", .adopted.join(", "), .with.join(", "))]
    PullsBundle {
        adopted: Vec<String>,
        with: Vec<String>,
    },
    #[error("measure {id} would begin to act in {start}, after the end of the horizon in {end}")]
    MeasureTooLate { id: String, start: i32, end: i32 },
    #[error("nobody in this place is meant by `{id}`")]
    NobodyMeant { id: String },
    #[error("an effect that lasts 0 years does nothing")]
    NoDuration,
    #[error("the wildcard does nothing")]
    WildcardWithoutEffect { id: String },
    #[error("`{on}` names no node, branch or option")]
    DissentOnNothing { on: String, nearest: Option<String> },
    #[error("there is no {what} `{id}` any more")]
    NamesNothing {
        what: What,
        id: String,
        nearest: Option<String>,
    },
    #[error("the guess is about {year}, which lies outside of {first} to {last}")]
    GuessOutside { year: i32, first: i32, last: i32 },
    #[error("the evidence register has no entry {id}")]
    UnknownEvidence { id: String, nearest: Option<String> },
    #[error("there is no option to do nothing")]
    NoDoNothing { node: String },
    #[error("the option `{option}` only does good and costs nothing: say what it takes")]
    OnlyBenefits { option: String },
    #[error("every option relies on AI services: add one that does without")]
    NoPlainOption { node: String },
    #[error(
        "cohorts in poverty are very small ({}): look at other cohorts as well",
        .cohorts.iter().map(|(id, share)| format!("{id} {:.1} %", 100.0 * share)).collect::<Vec<_>>().join(", ")
    )]
    SmallPoorCohorts { cohorts: Vec<(String, f64)> },
    #[error("{count} nodes are more than a workshop can discuss ({most})")]
    ManyNodes { count: usize, most: usize },
    #[error("{count} paths are more than a workshop can discuss ({most})")]
    ManyPaths { count: u64, most: u64 },
    #[error("old, estimated or doubtful figures of the base year: {}", doubts(.flags))]
    DoubtfulData { flags: Vec<FlagFacts> },
    #[error("the node has no rationale")]
    NoRationale { node: String },
    #[error("and {count} more findings")]
    AndMore { count: usize },
}

/// What an unknown name was meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[allow(missing_docs, reason = "each name says what it is")]
pub enum What {
    #[error("country")]
    Country,
    #[error("group of countries")]
    Group,
    #[error("country input")]
    Input,
    #[error("parameter")]
    Parameter,
    #[error("parameter or country input")]
    Path,
    #[error("measure")]
    Measure,
    #[error("cohort")]
    Cohort,
    #[error("node")]
    Node,
    #[error("branch or option")]
    Outcome,
    #[error("option")]
    Choice,
    #[error("indicator")]
    Indicator,
}

fn doubts(flags: &[FlagFacts]) -> String {
    let doubt = |flag: &FlagFacts| format!("{} ({})", flag.input, flag.reason);
    flags.iter().map(doubt).collect::<Vec<_>>().join("; ")
}

fn after(history: &str) -> String {
    match history {
        "" => String::new(),
        history => format!(" after {history}"),
    }
}

impl Code {
    /// Whether the scenario is refused because of it.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::PullsBundle { .. } | Self::AndMore { .. } => Severity::Note,
            Self::TailOutOfRange { .. }
            | Self::ProbabilityMedians { .. }
            | Self::EmptyTitle
            | Self::ReferenceIsItself { .. }
            | Self::RepeatedMeasure { .. }
            | Self::MeasureWithoutEffect { .. }
            | Self::MeasureTooLate { .. }
            | Self::NobodyMeant { .. }
            | Self::NoDuration
            | Self::WildcardWithoutEffect { .. }
            | Self::DissentOnNothing { .. }
            | Self::NamesNothing { .. }
            | Self::GuessOutside { .. }
            | Self::UnknownEvidence { .. }
            | Self::NoDoNothing { .. }
            | Self::OnlyBenefits { .. }
            | Self::NoPlainOption { .. }
            | Self::SmallPoorCohorts { .. }
            | Self::ManyNodes { .. }
            | Self::ManyPaths { .. }
            | Self::DoubtfulData { .. }
            | Self::NoRationale { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The valid name nearest to the one written, if any is near.
    #[must_use]
    pub fn nearest(&self) -> Option<&str> {
        match self {
            Self::Unknown { nearest, .. }
            | Self::DissentOnNothing { nearest, .. }
            | Self::NamesNothing { nearest, .. }
            | Self::UnknownEvidence { nearest, .. } => nearest.as_deref(),
            _ => None,
        }
    }
}
