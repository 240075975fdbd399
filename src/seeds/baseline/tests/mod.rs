//! The baseline rules, one by one. Expected values were worked out from the rules outside this program.
#![allow(clippy::expect_used)]

mod customs;
mod doubts;
mod groups;
mod places;
mod rules;
mod settings;

use std::collections::BTreeMap;

use super::*;

/// Replaced figures and inputs by name.
fn replaced(values: &[(&str, f64)]) -> BTreeMap<String, f64> {
    values
        .iter()
        .map(|(name, value)| ((*name).to_owned(), *value))
        .collect()
}

/// A country with some figures replaced, usual exposure.
fn country_with(iso3: &str, values: &[(&str, f64)]) -> Country {
    country_baseline(iso3, Exposure::Ilo2023, &replaced(values))
        .expect("a baseline")
        .country
}

fn country(iso3: &str) -> Country {
    country_with(iso3, &[])
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * other.abs().max(1e-6)
}

#[track_caller]
fn assert_near(one: f64, other: f64) {
    assert!(near(one, other), "{one} is not {other}");
}

fn logit(share: f64) -> f64 {
    (share / (1.0 - share)).ln()
}

fn sigma(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// Mean over all people.
fn by_people(country: &Country, value: fn(&crate::model::Cohort) -> f64) -> f64 {
    country
        .cohorts
        .iter()
        .map(|cohort| cohort.share * value(cohort))
        .sum()
}

/// Mean over the employed.
fn by_employed(country: &Country, value: fn(&crate::model::Cohort) -> f64) -> f64 {
    by_people_weighted(country, value) / by_people(country, |cohort| cohort.employed)
}

fn by_people_weighted(country: &Country, value: fn(&crate::model::Cohort) -> f64) -> f64 {
    country
        .cohorts
        .iter()
        .map(|cohort| cohort.share * cohort.employed * value(cohort))
        .sum()
}
