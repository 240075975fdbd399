//! Which doubts are recorded.

use super::*;
use crate::seeds::Cause;

fn flags(iso3: &str, values: &[(&str, f64)]) -> Vec<Flag> {
    country_baseline(iso3, Exposure::Ilo2023, &replaced(values))
        .expect("a baseline")
        .flags
}

fn has(flags: &[Flag], input: &str, cause: Cause) -> bool {
    flags
        .iter()
        .any(|flag| flag.input == input && flag.cause == cause && !flag.reason.is_empty())
}

#[test]
fn known_traps_are_always_flagged() {
    assert!(has(&flags("UGA", &[]), "usage", Cause::Trap));
    assert!(has(&flags("SEN", &[]), "usage_by_sex", Cause::Trap));
    assert!(has(&flags("IND", &[]), "usage_by_sex", Cause::Trap));
    assert!(has(&flags("HTI", &[]), "poverty", Cause::Trap));
    assert!(has(&flags("VUT", &[]), "usage", Cause::Trap));
}

#[test]
fn figures_of_2014_or_earlier_are_flagged_with_their_year() {
    let haiti = flags("HTI", &[]);
    let old = haiti
        .iter()
        .find(|flag| flag.cause == Cause::Old)
        .expect("a flag");
    assert_eq!((old.input.as_str(), old.year), ("poverty", Some(2012)));
    assert!(old.reason.contains("2012"));
    // Vanuatu's figure on use is of 2015: exactly ten years old is not older than ten years.
    assert!(!has(&flags("VUT", &[]), "usage", Cause::Old));
    assert!(has(&flags("WSM", &[]), "usage", Cause::Old));
}

#[test]
fn stand_ins_are_flagged_and_measured_figures_are_not() {
    let kosovo = flags("XKX", &[]);
    for input in [
        "compute",
        "data",
        "ai_users",
        "employed_women",
        "waged",
        "services_men",
        "schooling",
        "growth",
    ] {
        assert!(has(&kosovo, input, Cause::Fallback), "{input}");
    }
    assert!(
        !has(&kosovo, "usage", Cause::Fallback) && !has(&kosovo, "usage_by_sex", Cause::Parity)
    );
    assert!(has(&flags("HTI", &[]), "usage_by_sex", Cause::Parity));
    assert!(
        has(&flags("MWI", &[]), "ai_users", Cause::Regional)
            && !has(&flags("AUS", &[]), "ai_users", Cause::Regional)
    );
}

#[test]
fn repairs_are_flagged_with_what_was_moved() {
    let kosovo = flags("XKX", &[]);
    let raised = kosovo
        .iter()
        .find(|flag| flag.cause == Cause::RaisedCoverage)
        .expect("a flag");
    assert!(
        raised.reason.contains("84 %") && raised.reason.contains("91 %"),
        "{}",
        raised.reason
    );
    assert!(has(&flags("PRK", &[]), "usage", Cause::HeldInRange));
}

#[test]
fn skills_and_what_no_data_tell_are_flagged_everywhere() {
    for iso3 in ["MWI", "AUS", "XKX"] {
        assert!(
            has(&flags(iso3, &[]), "skills", Cause::Regression),
            "{iso3}"
        );
        assert!(
            has(&flags(iso3, &[]), "country_inputs", Cause::Assumed),
            "{iso3}"
        );
    }
}

#[test]
fn what_the_room_replaces_is_no_longer_doubted() {
    assert!(
        !flags("UGA", &[("usage", 0.3)])
            .iter()
            .any(|flag| flag.input == "usage")
    );
    assert!(
        !flags("HTI", &[("poverty", 0.5)])
            .iter()
            .any(|flag| flag.input == "poverty")
    );
    assert!(!has(
        &flags("MWI", &[("skills", 0.2)]),
        "skills",
        Cause::Regression
    ));
    let assumed = flags("MWI", &[("trade_y", 0.05)]);
    let assumed = assumed
        .iter()
        .find(|flag| flag.cause == Cause::Assumed)
        .expect("a flag");
    assert!(!assumed.reason.contains("trade_y") && assumed.reason.contains("trade_x"));
}

#[test]
fn the_gravest_doubt_comes_first_and_no_blank_stays_open() {
    for record in catalogue()
        .countries
        .iter()
        .filter(|record| record.population.is_some())
    {
        let flags = flags(&record.iso3, &[]);
        assert!(flags.is_sorted_by_key(|flag| flag.cause), "{}", record.iso3);
        assert!(
            flags.iter().all(|flag| !flag.reason.contains(['{', '}'])),
            "{}",
            record.iso3
        );
    }
    for flag in group_baseline("ldc", Exposure::Ilo2023, &BTreeMap::new())
        .expect("a baseline")
        .flags
    {
        assert!(
            !flag.reason.contains(['{', '}']) && !flag.reason.is_empty(),
            "{flag:?}"
        );
    }
}
