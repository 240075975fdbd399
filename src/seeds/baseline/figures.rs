//! Reading a country's figures: first what the setting says, then the data, then the value of the
//! income group, with a flag for each doubt.

use std::collections::BTreeMap;

use super::error::BaselineError;
use super::flags::Flags;
use crate::scenario::BASE_YEAR;
use crate::seeds::{Cause, CountryRecord, Figure, IncomeGroup, catalogue};

/// Figures older than this many years before the base year are flagged.
const OLD: i32 = 10;

/// A country's figures while its baseline is built.
pub(super) struct Figures<'a> {
    pub(super) record: &'a CountryRecord,
    pub(super) group: IncomeGroup,
    pub(super) flags: Flags,
    replaced: &'a BTreeMap<String, f64>,
}

impl<'a> Figures<'a> {
    /// Starts reading; refuses an economy without income group, since no fallback would exist.
    pub(super) fn of(
        record: &'a CountryRecord,
        replaced: &'a BTreeMap<String, f64>,
    ) -> Result<Self, BaselineError> {
        let missing = "income_group";
        let group = record.income_group.ok_or_else(|| BaselineError::NoData {
            iso3: record.iso3.clone(),
            missing,
        })?;
        let flags = Flags::ignoring(replaced.keys());
        Ok(Self {
            record,
            group,
            flags,
            replaced,
        })
    }

    /// What the setting says, if anything.
    pub(super) fn replaced(&self, input: &str) -> Option<f64> {
        self.replaced.get(input).copied()
    }

    /// A figure that nothing can stand in for.
    pub(super) fn required(
        &mut self,
        input: &'static str,
        data: Option<Figure>,
    ) -> Result<f64, BaselineError> {
        let known = self.known(input, data);
        known.ok_or_else(|| BaselineError::NoData {
            iso3: self.record.iso3.clone(),
            missing: input,
        })
    }

    /// A figure, or the value of the income group with a flag.
    pub(super) fn figure(&mut self, input: &str, data: Option<Figure>) -> f64 {
        self.figure_or(input, data, input)
    }

    /// A figure, or the value named `fallback` of the income group with a flag.
    pub(super) fn figure_or(&mut self, input: &str, data: Option<Figure>, fallback: &str) -> f64 {
        match self.known(input, data) {
            Some(value) => value,
            None => self.fallback(input, fallback),
        }
    }

    /// A figure held in the range that the model can use.
    pub(super) fn bounded(
        &mut self,
        input: &str,
        data: Option<Figure>,
        low: f64,
        high: f64,
    ) -> f64 {
        let value = self.figure(input, data);
        let held = value.clamp(low, high);
        self.flags.held(input, value, held);
        held
    }

    /// The value of the income group, with a flag.
    pub(super) fn fallback(&mut self, input: &str, fallback: &str) -> f64 {
        self.flags.add(
            input,
            Cause::Fallback,
            None,
            &[("group", group_name(self.group))],
        );
        default_of(fallback, self.group)
    }

    /// The value of the income group where no country data exist.
    pub(super) fn assumed(&self, input: &str) -> f64 {
        default_of(input, self.group)
    }

    /// Flags a figure that is old.
    pub(super) fn check_age(&mut self, input: &str, data: Option<Figure>) {
        if let Some(year) = data
            .and_then(|figure| figure.year)
            .filter(|year| *year < BASE_YEAR - OLD)
        {
            self.flags
                .add(input, Cause::Old, Some(year), &[("year", year.to_string())]);
        }
    }

    fn known(&mut self, input: &str, data: Option<Figure>) -> Option<f64> {
        if let Some(value) = self.replaced(input) {
            return Some(value);
        }
        self.check_age(input, data);
        data.map(|figure| figure.value)
    }
}

/// The value of an income group for an input.
pub(super) fn default_of(input: &str, group: IncomeGroup) -> f64 {
    // A test asks for every name used, so that no misspelling can reach a result.
    catalogue()
        .defaults
        .iter()
        .find(|row| row.input == input)
        .map_or(f64::NAN, |row| row.of(group))
}

/// An income group as it stands in a sentence.
pub(super) fn group_name(group: IncomeGroup) -> String {
    let name = match group {
        IncomeGroup::Low => "low-income",
        IncomeGroup::LowerMiddle => "lower-middle-income",
        IncomeGroup::UpperMiddle => "upper-middle-income",
        IncomeGroup::High => "high-income",
    };
    name.to_owned()
}
