//! From data to a base year: any country, any group, or a made-up place.
//!
//! The rules are those of `seeds/BASELINE.md`; the numbers in the comments are its rules. Every
//! fallback, repair, old figure and known trap is flagged, and the flags travel with the results.

mod connect;
mod country;
mod custom;
mod error;
mod figures;
mod flags;
mod group;
mod layers;
mod reference;
mod replace;
mod spread;
#[cfg(test)]
mod tests;
mod work;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{CountryRecord, catalogue};
use crate::model::Country;
use crate::scenario::{BaselineRef, CustomBaseline, Exposure, Setting, nearest};

pub use error::BaselineError;
pub use flags::Flag;
pub use reference::reference_country;

/// What sort of place a baseline describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BaselineKind {
    /// A country.
    Country,
    /// A group of countries.
    Group,
    /// A made-up place.
    Custom,
}

/// A base year, where it comes from and how far to trust it.
#[derive(Clone, Debug, PartialEq)]
pub struct Baseline {
    /// Country, group or made-up place.
    pub kind: BaselineKind,
    /// Code, name of the group, or the name again.
    pub id: String,
    /// Name shown to people.
    pub name: String,
    /// Which lists and years the data are of.
    pub vintage: String,
    /// What the equations need.
    pub country: Country,
    /// Doubts about the figures.
    pub flags: Vec<Flag>,
    /// Codes of the members that a group averages; empty otherwise.
    pub members: Vec<String>,
    /// Date of the list of members; `None` unless a group.
    pub list_date: Option<String>,
}

/// The base year of a setting, with its exposure definition and the medians of its inputs.
///
/// # Errors
/// Unknown places and inputs, values out of range, base-year figures that are uncertain or given
/// for anything but a country, places without data, and impossible custom baselines.
pub fn baseline(setting: &Setting) -> Result<Baseline, BaselineError> {
    let replaced = replace::medians(setting.inputs.iter())?;
    match &setting.baseline {
        BaselineRef::Country(iso3) => country_baseline(iso3, setting.exposure, &replaced),
        BaselineRef::Group(id) => group_baseline(id, setting.exposure, &replaced),
        BaselineRef::Custom(custom) => custom_baseline(custom, setting.exposure, &replaced),
    }
}

/// The base year of a country; `replaced` holds inputs and base-year figures by name.
///
/// # Errors
/// As [`baseline`].
pub fn country_baseline(
    iso3: &str,
    exposure: Exposure,
    replaced: &BTreeMap<String, f64>,
) -> Result<Baseline, BaselineError> {
    let record = catalogue()
        .country(iso3)
        .ok_or_else(|| unknown_country(iso3))?;
    replace::check(replaced)?;
    let (mut country, flags) = country::build(record, exposure, replaced)?;
    replace::put(&mut country, replaced);
    Ok(Baseline {
        kind: BaselineKind::Country,
        id: record.iso3.clone(),
        name: record.short_name.clone(),
        vintage: country_vintage(record),
        country,
        flags,
        members: Vec::new(),
        list_date: None,
    })
}

/// The average base year of a group; `replaced` holds inputs by name.
///
/// # Errors
/// As [`baseline`].
pub fn group_baseline(
    id: &str,
    exposure: Exposure,
    replaced: &BTreeMap<String, f64>,
) -> Result<Baseline, BaselineError> {
    let group = catalogue().group(id).ok_or_else(|| unknown_group(id))?;
    replace::check(replaced)?;
    replace::refuse_figures(replaced)?;
    let group::Average {
        mut country,
        members,
        flags,
    } = group::average(group, exposure)?;
    replace::put(&mut country, replaced);
    let latest = catalogue()
        .countries
        .iter()
        .filter_map(CountryRecord::latest_year)
        .max();
    Ok(Baseline {
        kind: BaselineKind::Group,
        id: group.id.clone(),
        name: group.name.clone(),
        vintage: vintage(&group.list, &group.list_date, latest),
        country,
        flags: flags
            .into_iter()
            .filter(|flag| !replaced.contains_key(&flag.input))
            .collect(),
        members,
        list_date: Some(group.list_date.clone()),
    })
}

/// The base year of a made-up place; `replaced` holds inputs by name.
///
/// # Errors
/// As [`baseline`].
pub fn custom_baseline(
    custom: &CustomBaseline,
    exposure: Exposure,
    replaced: &BTreeMap<String, f64>,
) -> Result<Baseline, BaselineError> {
    if exposure != Exposure::Ilo2023 {
        return Err(BaselineError::ExposureOnCustom);
    }
    replace::check(replaced)?;
    replace::refuse_figures(replaced)?;
    let (mut country, flags) = custom::build(custom)?;
    replace::put(&mut country, replaced);
    Ok(Baseline {
        kind: BaselineKind::Custom,
        id: custom.name.clone(),
        name: custom.name.clone(),
        vintage: "described in the scenario".to_owned(),
        country,
        flags: flags
            .into_iter()
            .filter(|flag| !replaced.contains_key(&flag.input))
            .collect(),
        members: Vec::new(),
        list_date: None,
    })
}

/// `World Bank list of 2026-07-01; indicators to 2025`.
fn country_vintage(record: &CountryRecord) -> String {
    let list_date = catalogue()
        .group("low")
        .map(|group| group.list_date.clone())
        .unwrap_or_default();
    vintage("World Bank list", &list_date, record.latest_year())
}

fn vintage(list: &str, date: &str, latest: Option<i32>) -> String {
    match latest {
        Some(year) => format!("{list} of {date}; indicators to {year}"),
        None => format!("{list} of {date}"),
    }
}

fn unknown_country(id: &str) -> BaselineError {
    let countries = &catalogue().countries;
    let named = |country: &&CountryRecord| {
        [&country.name, &country.short_name]
            .iter()
            .any(|name| name.eq_ignore_ascii_case(id))
    };
    let by_name = countries
        .iter()
        .find(named)
        .map(|country| country.iso3.as_str());
    let likely =
        by_name.or_else(|| nearest(id, countries.iter().map(|country| country.iso3.as_str())));
    BaselineError::UnknownCountry {
        id: id.to_owned(),
        nearest: likely.map(str::to_owned),
    }
}

fn unknown_group(id: &str) -> BaselineError {
    let likely = nearest(id, catalogue().groups.iter().map(|group| group.id.as_str()));
    BaselineError::UnknownGroup {
        id: id.to_owned(),
        nearest: likely.map(str::to_owned),
    }
}
