//! Every economy and group gives a base year that the equations can start from.

use proptest::prelude::*;

use super::*;

fn assert_sound(country: &Country) {
    let shares: f64 = country.cohorts.iter().map(|cohort| cohort.share).sum();
    assert!(
        (shares - 1.0).abs() < 1e-9,
        "{}: shares sum to {shares}",
        country.name
    );
    for cohort in &country.cohorts {
        assert!(
            0.0 < cohort.usage && cohort.usage < cohort.coverage && cohort.coverage < 1.0,
            "{}",
            country.name
        );
        for share in [
            cohort.share,
            cohort.electricity,
            cohort.skills,
            cohort.employed,
            cohort.aug_share,
        ] {
            assert!(0.0 < share && share < 1.0, "{} {}", country.name, cohort.id);
        }
        assert!(
            cohort.auto_share >= 0.0 && cohort.auto_share + cohort.aug_share <= 1.0 + 1e-12,
            "{}",
            country.name
        );
        assert!(
            cohort.income >= 2.0 && cohort.coverage_equity > 0.0,
            "{}",
            country.name
        );
    }
    let national = [
        country.working_age,
        country.compute,
        country.data,
        country.policy,
        country.ai_firms,
        country.ai_workers,
        country.trust,
        country.trade_x,
        country.trade_y,
        country.reskill_coverage,
        country.local_service_share,
        country.transfer_share,
        country.replacement,
        country.labour_protection,
    ];
    assert!(
        national.iter().all(|share| 0.0 < *share && *share < 1.0),
        "{}: {national:?}",
        country.name
    );
    assert!(
        country.population > 0.0 && country.growth > 0.0 && country.reemploy_mult > 0.0,
        "{}",
        country.name
    );
}

#[test]
fn every_economy_but_two_has_a_sound_base_year_under_both_exposure_definitions() {
    let mut without = Vec::new();
    for record in catalogue().countries.iter() {
        for exposure in [Exposure::Ilo2023, Exposure::ImfLowComplementarity] {
            match country_baseline(&record.iso3, exposure, &BTreeMap::new()) {
                Ok(baseline) => assert_sound(&baseline.country),
                Err(BaselineError::NoData { iso3, .. }) => without.push(iso3),
                Err(other) => unreachable!("{other}"),
            }
        }
    }
    assert_eq!(without, ["COK", "COK", "NIU", "NIU"]);
}

#[test]
fn every_group_has_a_sound_base_year() {
    for group in catalogue().groups.iter() {
        let baseline =
            group_baseline(&group.id, Exposure::Ilo2023, &BTreeMap::new()).expect("a baseline");
        assert_sound(&baseline.country);
        assert_eq!(
            baseline.list_date.as_deref(),
            Some(group.list_date.as_str())
        );
        assert!(!baseline.members.is_empty(), "{}", group.id);
    }
}

#[test]
fn exposure_of_income_groups_is_close_to_what_was_published() {
    // ILO 2023: 0.4 % of jobs in low-income and 5.5 % in high-income countries could be automated.
    let group = |id| {
        group_baseline(id, Exposure::Ilo2023, &BTreeMap::new())
            .expect("a baseline")
            .country
    };
    let (low, high) = (group("low"), group("high"));
    assert!((by_employed(&low, |cohort| cohort.auto_share) - 0.004).abs() < 0.002);
    assert!((by_employed(&high, |cohort| cohort.auto_share) - 0.055).abs() < 0.003);
    assert!((by_employed(&low, |cohort| cohort.aug_share) - 0.104).abs() < 0.003);
    assert!((by_employed(&high, |cohort| cohort.aug_share) - 0.134).abs() < 0.003);
}

#[test]
fn the_wider_definition_gives_every_country_the_published_mean() {
    for (iso3, mean) in [
        ("MWI", 0.18),
        ("COD", 0.18),
        ("IND", 0.24),
        ("BRA", 0.24),
        ("OMN", 0.33),
        ("AUS", 0.33),
    ] {
        let wide = country_baseline(iso3, Exposure::ImfLowComplementarity, &BTreeMap::new())
            .expect("a baseline");
        assert_near(by_employed(&wide.country, |cohort| cohort.auto_share), mean);
        assert!(
            wide.flags
                .iter()
                .any(|flag| flag.cause == crate::seeds::Cause::ExposureDefinition),
            "{iso3}"
        );
        let usual = country(iso3);
        assert_eq!(
            wide.country.cohorts[0].aug_share,
            usual.cohorts[0].aug_share
        );
        assert_near(
            wide.country.cohorts[0].auto_share / wide.country.cohorts[1].auto_share,
            usual.cohorts[0].auto_share / usual.cohorts[1].auto_share,
        );
    }
}

proptest! {
    #[test]
    fn whatever_figures_a_room_replaces_the_base_year_stays_sound(
        usage in 0.01..0.985,
        coverage in 0.05..0.999,
        poverty in 0.002..0.97,
        electricity in 0.02..0.999,
        women in 0.001..0.999,
        men in 0.001..0.999,
        services in 0.0..1.0,
        waged in 0.0..1.0,
    ) {
        let figures = [
            ("usage", usage), ("coverage", coverage), ("poverty", poverty), ("electricity", electricity),
            ("usage_women", women), ("usage_men", men),
            ("services_women", services), ("services_men", 1.0 - services), ("waged", waged),
        ];
        assert_sound(&country_with("MWI", &figures));
        let wide = country_baseline("OMN", Exposure::ImfLowComplementarity, &replaced(&figures));
        assert_sound(&wide.expect("a baseline").country);
    }
}
