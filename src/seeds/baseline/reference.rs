//! The country against which the gap between countries is measured.

use crate::scenario::{BaselineRef, Setting};
use crate::seeds::{CountryRecord, catalogue};

/// Smaller countries do not serve as reference.
const ENOUGH_PEOPLE: f64 = 1e6;

/// The reference country of a setting: the one it names; else, for a country, the member of the
/// same UN subregion with the highest GNI per head (PPP) among those above one million people,
/// other than the country itself. `None` for groups and custom baselines that name none.
pub fn reference_country(setting: &Setting) -> Option<String> {
    if let Some(named) = &setting.reference {
        return Some(named.clone());
    }
    let BaselineRef::Country(iso3) = &setting.baseline else {
        return None;
    };
    let own = catalogue().country(iso3)?;
    let income = |country: &CountryRecord| country.gni_per_head.map(|figure| figure.value);
    catalogue()
        .countries
        .iter()
        .filter(|other| other.subregion == own.subregion && other.iso3 != own.iso3)
        .filter(|other| {
            other
                .population
                .is_some_and(|people| people.value > ENOUGH_PEOPLE)
        })
        .filter_map(|other| Some((income(other)?, other)))
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, country)| country.iso3.clone())
}
