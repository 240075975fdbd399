//! How ranges of internet use held in a test on the past.
//!
//! The figures are those of docs/model.md, 6.2, "the whole connectivity block": 2017 to 2024, with
//! the tide fitted on the years before 2017 only, so that no range had seen what it was to hold.
//! This program has not computed them itself yet. Nothing but internet use was ever tested.

use crate::seeds::{CountryRecord, IncomeGroup};

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

/// All countries.
pub const ALL: Tested = Tested {
    countries: 176,
    inside: 0.88,
};

/// The least developed countries.
pub const LEAST_DEVELOPED: Tested = Tested {
    countries: 35,
    inside: 0.91,
};

/// The group that a country was tested in: the least developed before income groups.
#[must_use]
pub fn tested(country: Option<&CountryRecord>) -> Tested {
    let Some(country) = country else { return ALL };
    if country.ldc {
        return LEAST_DEVELOPED;
    }
    let (countries, inside) = match country.income_group {
        Some(IncomeGroup::Low) => (17, 0.88),
        Some(IncomeGroup::LowerMiddle) => (42, 0.88),
        Some(IncomeGroup::UpperMiddle) => (52, 0.90),
        Some(IncomeGroup::High) => (65, 0.85),
        None => return ALL,
    };
    Tested { countries, inside }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::catalogue;

    /// The row of a group in the table of the whole block.
    fn row(group: &str) -> Vec<String> {
        let text = include_str!("../../docs/model.md");
        let table = text
            .split("**The whole connectivity block**")
            .nth(1)
            .unwrap();
        let line = table
            .lines()
            .find(|line| line.starts_with(&format!("| {group} |")));
        line.unwrap()
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect()
    }

    #[test]
    fn the_shares_are_those_of_the_documentation() {
        let income = |iso3: &str| tested(catalogue().country(iso3));
        let groups = [
            ("all", ALL),
            ("least developed", income("MWI")),
            ("lower-middle", income("KEN")),
            ("upper-middle", income("ZAF")),
            ("high", income("DEU")),
        ];
        for (name, group) in groups {
            let row = row(name);
            assert_eq!(row[2], group.countries.to_string(), "{name}");
            // 50 / 80 / 90 % of the ranges as of 2017.
            let inside = row[8].rsplit('/').next().unwrap().trim().to_owned();
            assert_eq!(inside, format!("{:.0}", group.inside * 100.0), "{name}");
        }
    }
}
