//! Groups of economies that a scenario may start from.

use serde::{Deserialize, Serialize};

use super::countries::{CountryRecord, IncomeGroup};
use super::read::rows;
use crate::seeds::SeedError;

/// What makes an economy a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// A United Nations list: least developed, landlocked or small island countries.
    List,
    /// World Bank income group.
    Income,
    /// UN subregion.
    Subregion,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Name used in scenarios, such as `ldc` or `eastern_africa`.
    pub id: String,
    /// Name shown to people.
    pub name: String,
    /// What makes a member.
    pub kind: GroupKind,
    /// What the member's column must say.
    pub value: String,
    /// The list that names the members.
    pub list: String,
    /// Date of that list.
    pub list_date: String,
}

impl Group {
    /// Whether an economy belongs to the group.
    pub fn has(&self, country: &CountryRecord) -> bool {
        match self.kind {
            GroupKind::Subregion => country.subregion == self.value,
            GroupKind::Income => country
                .income_group
                .is_some_and(|group| income_id(group) == self.value),
            GroupKind::List => match self.value.as_str() {
                "ldc" => country.ldc,
                "lldc" => country.lldc,
                "sids" => country.sids,
                _ => false,
            },
        }
    }
}

/// Id of the group of an income group.
pub(crate) fn income_id(group: IncomeGroup) -> &'static str {
    match group {
        IncomeGroup::Low => "low",
        IncomeGroup::LowerMiddle => "lower_middle",
        IncomeGroup::UpperMiddle => "upper_middle",
        IncomeGroup::High => "high",
    }
}

pub(crate) fn groups(text: &str) -> Result<Vec<Group>, SeedError> {
    rows("groups.csv", text)
}
