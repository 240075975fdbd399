//! Rule 11: averages of countries.

use super::*;
use crate::seeds::Cause;

fn group(id: &str) -> Baseline {
    group_baseline(id, Exposure::Ilo2023, &BTreeMap::new()).expect("a baseline")
}

#[test]
fn a_group_of_two_is_the_average_of_two() {
    let (australia, new_zealand, both) = (
        country("AUS"),
        country("NZL"),
        group("australia_and_new_zealand").country,
    );
    let (a, b) = (australia.population, new_zealand.population);
    assert_near(both.population, a + b);
    assert_near(
        both.compute,
        (a * australia.compute + b * new_zealand.compute) / (a + b),
    );
    for g in 0..4 {
        let (one, other, mean) = (
            &australia.cohorts[g],
            &new_zealand.cohorts[g],
            &both.cohorts[g],
        );
        let (wa, wb) = (a * one.share, b * other.share);
        assert_near(mean.share, (wa + wb) / (a + b));
        assert_near(mean.usage, (wa * one.usage + wb * other.usage) / (wa + wb));
        assert_near(
            mean.employed,
            (wa * one.employed + wb * other.employed) / (wa + wb),
        );
        let (ea, eb) = (wa * one.employed, wb * other.employed);
        assert_near(
            mean.auto_share,
            (ea * one.auto_share + eb * other.auto_share) / (ea + eb),
        );
    }
}

#[test]
fn the_least_developed_countries_are_named_with_the_date_of_their_list() {
    let ldc = group("ldc");
    assert_eq!(
        (ldc.members.len(), ldc.list_date.as_deref()),
        (44, Some("2026-11-22"))
    );
    assert!(ldc.members.contains(&"MWI".to_owned()) && !ldc.members.contains(&"VUT".to_owned()));
    assert!(
        ldc.vintage.contains("2026-11-22") && ldc.vintage.contains("2025"),
        "{}",
        ldc.vintage
    );
    assert_eq!(ldc.kind, BaselineKind::Group);
}

#[test]
fn members_without_data_are_left_out_and_named() {
    let polynesia = group("polynesia");
    let flag = polynesia
        .flags
        .iter()
        .find(|flag| flag.cause == Cause::WithoutData)
        .expect("a flag");
    assert_eq!(flag.members, ["COK", "NIU"]);
    assert!(!polynesia.members.contains(&"COK".to_owned()));
}

#[test]
fn flags_of_members_are_joined_by_input_and_cause() {
    let flags = group("ldc").flags;
    let old = flags
        .iter()
        .find(|flag| flag.input == "poverty" && flag.cause == Cause::Old)
        .expect("a flag");
    assert!(old.members.contains(&"HTI".to_owned()) && old.year.is_some_and(|year| year < 2015));
    let same = flags
        .iter()
        .filter(|flag| flag.input == "poverty" && flag.cause == Cause::Old)
        .count();
    assert_eq!(same, 1);
    let skills = flags
        .iter()
        .find(|flag| flag.cause == Cause::Regression)
        .expect("a flag");
    assert_eq!(skills.members.len(), 44);
}

#[test]
fn a_group_takes_inputs_but_no_base_year_figures() {
    let with_input = group_baseline("ldc", Exposure::Ilo2023, &replaced(&[("trade_y", 0.08)]))
        .expect("a baseline");
    assert_eq!(with_input.country.trade_y, 0.08);
    let refused = group_baseline("ldc", Exposure::Ilo2023, &replaced(&[("usage", 0.5)]));
    assert_eq!(
        refused,
        Err(BaselineError::CountryOnly {
            input: "usage".to_owned()
        })
    );
}
