//! The uncertain parameters of the impact model.

use serde::{Deserialize, Serialize};

use super::read::{list, rows, yes};
use crate::seeds::{Grade, Kind, SeedError, catalogue};

/// Whether an effect on a path may be aimed at some cohorts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// It may.
    Cohort,
    /// It acts on the whole country; a list of cohorts is refused.
    National,
}

/// One uncertain parameter. Its place in the table numbers its sampling dimension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parameter {
    /// Name used in scenarios, such as `coverage_rate`.
    pub id: String,
    /// Symbol used in the equations, such as `kC`.
    pub symbol: String,
    /// Scale between the three points.
    pub kind: Kind,
    /// Our 5 percent point.
    pub p5: f64,
    /// Our middle value, the one of a median run.
    pub p50: f64,
    /// Our 95 percent point.
    pub p95: f64,
    /// Unit, such as `1/yr`.
    pub unit: String,
    /// Smallest value a scenario may assume.
    pub min: f64,
    /// Largest value a scenario may assume.
    pub max: f64,
    /// Whether effects may be aimed at cohorts.
    pub scope: Scope,
    /// Describes the base year: refused in effects, allowed in assumptions.
    #[serde(deserialize_with = "yes")]
    pub base_only: bool,
    /// How good the evidence is.
    pub grade: Grade,
    /// Ids of the evidence register; empty means judgement.
    #[serde(deserialize_with = "list")]
    pub sources: Vec<String>,
    /// What it is, in the words of the model.
    pub meaning: String,
}

impl Parameter {
    /// One sentence in everyday units at our three points, such as "Of 100 people without signal,
    /// 30 have it four years later (11 to 55)."
    pub fn observable(&self) -> String {
        let observable = catalogue().observable(&self.id);
        observable
            .map(|one| one.at_range(self.p5, self.p50, self.p95))
            .unwrap_or_default()
    }
}

pub(crate) fn parameters(text: &str) -> Result<Vec<Parameter>, SeedError> {
    rows("parameters.csv", text)
}
