//! How ranges of internet use held in a test on the past, from the embedded table.
//!
//! The table is computed by `foretree backtest` and a test refuses it when it is stale. What stands
//! beside our ranges is the whole connectivity block from 2017 to 2024, with the tide fitted on the
//! years before 2017 only, so that no range had seen what it was to hold. Nothing but internet
//! use was ever tested.

use crate::seeds::{CountryRecord, IncomeGroup, catalogue};

/// One group of countries of the test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tested {
    /// Countries in it.
    pub countries: u32,
    /// Share of them whose true figure of 2024 lay in the range meant to hold 90 of 100.
    pub inside: f64,
}

/// First and last year of the test.
pub const YEARS: (i32, i32) = (2017, 2024);

/// Id of all countries together, beside the ids of groups.
pub const ALL: &str = "all";

/// Ids of the groups that the test is told for.
pub const GROUPS: [&str; 6] = [ALL, "ldc", "low", "lower_middle", "upper_middle", "high"];

/// Id of the group that stands for a country: the least developed before income groups.
#[must_use]
pub fn group_of(country: Option<&CountryRecord>) -> &'static str {
    let Some(country) = country else { return ALL };
    if country.ldc {
        return "ldc";
    }
    match country.income_group {
        Some(IncomeGroup::Low) => "low",
        Some(IncomeGroup::LowerMiddle) => "lower_middle",
        Some(IncomeGroup::UpperMiddle) => "upper_middle",
        Some(IncomeGroup::High) => "high",
        None => ALL,
    }
}

/// Whether a country belongs to `all` or the group of that id; false for unknown ids.
#[must_use]
pub fn is_in(country: &CountryRecord, group: &str) -> bool {
    group == ALL || catalogue().group(group).is_some_and(|one| one.has(country))
}

/// How the ranges of a group held, if it was tested.
#[must_use]
pub fn tested_in(group: &str) -> Option<Tested> {
    let rows = catalogue().backtest.iter();
    rows.filter(|row| row.protocol == "block" && row.ranges == "as_of")
        .find(|row| row.group == group)
        .map(|row| Tested {
            countries: u32::try_from(row.countries).unwrap_or(u32::MAX),
            inside: row.inside_90,
        })
}

/// The test that stands for a country: that of its group.
#[must_use]
pub fn tested(country: Option<&CountryRecord>) -> Option<Tested> {
    tested_in(group_of(country)).or_else(|| tested_in(ALL))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_a_test_to_stand_beside_its_ranges() {
        for country in catalogue().countries.iter() {
            let found = tested(Some(country)).unwrap();
            assert!(found.countries >= 10, "{}", country.iso3);
            assert!((0.5..=1.0).contains(&found.inside), "{}", country.iso3);
        }
        assert_eq!(group_of(catalogue().country("MWI")), "ldc");
        assert_eq!(group_of(catalogue().country("KEN")), "lower_middle");
        assert_eq!(group_of(None), ALL);
    }
}
