//! Values by income group where no country figure exists.

use serde::{Deserialize, Serialize};

use super::countries::IncomeGroup;
use super::read::rows;
use crate::seeds::SeedError;

/// When a value by income group is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DefaultUse {
    /// Where a country has no figure; then it is flagged.
    Missing,
    /// Always: no country data exist.
    Always,
}

/// One value for each income group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupDefault {
    /// Name of the input.
    pub input: String,
    /// When it is used.
    #[serde(rename = "use")]
    pub used: DefaultUse,
    /// Low income.
    pub low: f64,
    /// Lower-middle income.
    pub lower_middle: f64,
    /// Upper-middle income.
    pub upper_middle: f64,
    /// High income.
    pub high: f64,
    /// What it is.
    pub meaning: String,
}

impl GroupDefault {
    /// The value for an income group.
    pub fn of(&self, group: IncomeGroup) -> f64 {
        match group {
            IncomeGroup::Low => self.low,
            IncomeGroup::LowerMiddle => self.lower_middle,
            IncomeGroup::UpperMiddle => self.upper_middle,
            IncomeGroup::High => self.high,
        }
    }
}

/// A known fault in the published data: flagged whenever the figure is used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trap {
    /// The economy.
    pub iso3: String,
    /// The input at fault.
    pub input: String,
    /// What is wrong with it.
    pub reason: String,
}

pub(crate) fn defaults(text: &str) -> Result<Vec<GroupDefault>, SeedError> {
    rows("defaults.csv", text)
}

pub(crate) fn traps(text: &str) -> Result<Vec<Trap>, SeedError> {
    rows("traps.csv", text)
}
