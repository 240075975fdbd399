//! The words of flags.

use serde::{Deserialize, Serialize};

use super::read::rows;
use crate::seeds::SeedError;

/// Why a base-year figure deserves doubt, the gravest cause first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// A member of a group that has no data.
    WithoutData,
    /// A known fault of the published data.
    Trap,
    /// Measured more than ten years before the base year.
    Old,
    /// No figure: the value of the income group.
    Fallback,
    /// Coverage raised because use exceeds it.
    RaisedCoverage,
    /// Use of cohorts held below their coverage.
    CappedUse,
    /// Moved into the range that the model can use.
    HeldInRange,
    /// No recent split by sex: the usual ratio of the income group.
    Parity,
    /// One value for a whole region.
    Regional,
    /// Another definition of automatable jobs than the usual one.
    ExposureDefinition,
    /// Estimated by a regression.
    Regression,
    /// Assumed by income group, for want of any country data.
    Assumed,
}

/// The words of one cause; names in braces are blanks to fill in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wording {
    /// The cause.
    pub cause: Cause,
    /// Of one country.
    pub country: String,
    /// Of the members of a group to whom it applies.
    pub members: String,
}

pub(crate) fn wordings(text: &str) -> Result<Vec<Wording>, SeedError> {
    rows("flags.csv", text)
}
