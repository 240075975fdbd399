//! What a scenario may refer to: plain tables that the catalogue fills.
//!
//! Checking needs names, kinds and ranges, not values; so the rules of scenarios can be tested
//! with a small made-up vocabulary.

use super::{Kind, Op, Scale};
use indexmap::{IndexMap, IndexSet};

/// All names that a scenario may use.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vocabulary {
    /// Ids of the uncertain parameters, each of which is also a path.
    pub parameters: IndexSet<String>,
    /// Everything that effects and assumptions may name.
    pub paths: IndexMap<String, PathFacts>,
    /// What a setting may say about its country.
    pub inputs: IndexMap<String, InputFacts>,
    /// Measures of the road map, with and without effects in the model.
    pub measures: IndexSet<String>,
    /// What adopting a measure does.
    pub effects: Vec<EffectFacts>,
    /// Names of countries by their codes of three letters.
    pub countries: IndexMap<String, String>,
    /// Groups of countries.
    pub groups: IndexSet<String>,
    /// The cohorts of every country and group.
    pub cohorts: Vec<CohortFacts>,
    /// Keys of the indicators that a run gives.
    pub indicators: IndexSet<String>,
    /// Ids of the evidence register, which begin with `E-`.
    pub evidence: IndexSet<String>,
}

/// A range of legal values, both ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Smallest.
    pub min: f64,
    /// Largest.
    pub max: f64,
}

impl Range {
    /// A share.
    pub const SHARE: Self = Self { min: 0.0, max: 1.0 };

    /// True if the other range lies within this one.
    #[must_use]
    pub fn holds(&self, (low, high): (f64, f64)) -> bool {
        self.min <= low && high <= self.max
    }
}

/// Which direction of a path helps people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Helps {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// It depends.
    Neither,
}

/// What is known of a path.
#[derive(Clone, Debug, PartialEq)]
pub struct PathFacts {
    /// Sort of number.
    pub kind: Kind,
    /// True if effects may be aimed at cohorts.
    pub per_cohort: bool,
    /// True if it describes the base year: refused in effects.
    pub base_only: bool,
    /// Legal values.
    pub range: Range,
    /// Which direction helps people.
    pub helps: Helps,
    /// True if more of it means more AI services.
    pub ai_service: bool,
}

/// What is known of a country input.
#[derive(Clone, Debug, PartialEq)]
pub struct InputFacts {
    /// Sort of number.
    pub kind: Kind,
    /// Legal values.
    pub range: Range,
    /// A figure that enters the baseline rules: certain numbers only, countries only.
    pub figure: bool,
}

/// What is known of a catalogue effect.
#[derive(Clone, Debug, PartialEq)]
pub struct EffectFacts {
    /// Id such as `1.1-cov`.
    pub id: String,
    /// The measures that pull it.
    pub measures: Vec<String>,
    /// The path it acts on.
    pub path: String,
    /// How.
    pub op: Op,
    /// 5, 50 and 95 percent points of the magnitude.
    pub points: (f64, f64, f64),
    /// Scale between the points.
    pub scale: Scale,
    /// Years between the adoption of the measure and the first year of the effect.
    pub delay: i32,
    /// Cohort ids or tags; empty = everyone.
    pub cohorts: Vec<String>,
}

/// A group of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CohortFacts {
    /// Identifier.
    pub id: String,
    /// In extreme poverty.
    pub poor: bool,
    /// Women.
    pub female: bool,
}

/// What the baseline of a scenario is like, for warnings only.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BaselineFacts {
    /// Poor cohorts and their shares of the population, 0..1.
    pub poor_shares: Vec<(String, f64)>,
    /// Doubts about base-year figures.
    pub flags: Vec<FlagFacts>,
}

/// A doubt about a base-year figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlagFacts {
    /// Name of the input.
    pub input: String,
    /// Why it is doubtful.
    pub reason: String,
    /// Year of the figure, if known.
    pub year: Option<i32>,
}
