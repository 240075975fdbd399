//! What the model reports.

use serde::{Deserialize, Serialize};

use super::read::{rows, yes};
use crate::seeds::{Better, SeedError};

/// Unit of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A share or probability, 0..1 or a difference of such.
    Share,
    /// People, counted.
    People,
    /// Workers, counted.
    Workers,
    /// Years.
    Years,
    /// A ratio, 1 = equal.
    Ratio,
    /// A number without unit.
    Index,
    /// Events, counted.
    Count,
    /// Million US dollars.
    Musd,
    /// US dollars.
    Usd,
}

/// What an indicator is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorGroup {
    /// Signal and use of the internet.
    Connectivity,
    /// Jobs.
    Work,
    /// Incomes.
    Income,
    /// Setbacks, incidents and trust.
    Harm,
    /// The gap to the reference country.
    Between,
    /// Money.
    Cost,
}

/// One reported number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Key in results, a contract.
    pub key: String,
    /// Short name shown to people.
    pub label: String,
    /// Unit.
    pub unit: Unit,
    /// Which direction is better.
    pub better: Better,
    /// Whether it has a value in every year.
    #[serde(rename = "series", deserialize_with = "yes")]
    pub has_series: bool,
    /// Whether it is unknown without a reference country.
    #[serde(deserialize_with = "yes")]
    pub needs_reference: bool,
    /// Whether it is unknown without costs.
    #[serde(deserialize_with = "yes")]
    pub needs_costs: bool,
    /// What it is about.
    pub group: IndicatorGroup,
    /// Whether it is also reported by cohort.
    #[serde(deserialize_with = "yes")]
    pub by_cohort: bool,
    /// One plain sentence.
    pub meaning: String,
    /// How it is computed, in the model's symbols.
    pub formula: String,
}

pub(crate) fn indicators(text: &str) -> Result<Vec<Indicator>, SeedError> {
    rows("indicators.csv", text)
}
