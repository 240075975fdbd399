//! Economies, groups, histories and published exposure.

use std::collections::BTreeSet;

use crate::seeds::*;

#[test]
fn every_table_of_data_can_be_read() {
    let all = catalogue();
    assert!(
        all.countries.fault().is_none(),
        "{:?}",
        all.countries.fault()
    );
    assert!(all.groups.fault().is_none(), "{:?}", all.groups.fault());
    assert!(all.defaults.fault().is_none(), "{:?}", all.defaults.fault());
    assert!(all.traps.fault().is_none(), "{:?}", all.traps.fault());
    assert!(all.wordings.fault().is_none(), "{:?}", all.wordings.fault());
    assert!(all.exposure.fault().is_none(), "{:?}", all.exposure.fault());
    assert!(
        all.internet_history.fault().is_none(),
        "{:?}",
        all.internet_history.fault()
    );
    assert!(
        all.electricity_history.fault().is_none(),
        "{:?}",
        all.electricity_history.fault()
    );
}

#[test]
fn more_than_two_hundred_economies_have_people_users_and_an_income_group() {
    let known = |row: &&CountryRecord| {
        row.population.is_some() && row.usage.is_some() && row.income_group.is_some()
    };
    assert!(catalogue().countries.iter().filter(known).count() >= 200);
    let codes: BTreeSet<_> = catalogue().countries.iter().map(|row| &row.iso3).collect();
    assert_eq!((codes.len(), catalogue().countries.len()), (218, 218));
}

#[test]
fn all_44_least_developed_countries_are_there_with_people_and_users() {
    let ldc: Vec<_> = catalogue().countries.iter().filter(|row| row.ldc).collect();
    assert_eq!(ldc.len(), 44);
    assert!(
        ldc.iter().all(|row| row.population.is_some()
            && row.usage.is_some()
            && row.income_group.is_some())
    );
}

#[test]
fn shares_lie_between_0_and_1_and_years_are_years() {
    let not_shares = [
        "population",
        "gni_per_head",
        "fixed_broadband",
        "schooling",
        "government",
        "regulation",
        "law",
    ];
    for row in catalogue().countries.iter() {
        for (name, figure) in row
            .figures()
            .into_iter()
            .filter_map(|(name, figure)| Some((name, figure?)))
        {
            let share = !not_shares.contains(&name);
            assert!(
                !share || (0.0..=1.0).contains(&figure.value),
                "{} {name}",
                row.iso3
            );
            assert!(
                figure
                    .year
                    .is_some_and(|year| (1990..=2026).contains(&year)),
                "{} {name}",
                row.iso3
            );
        }
        assert!(
            row.government.is_none_or(|figure| figure.value.abs() < 3.0),
            "{}",
            row.iso3
        );
        assert!(
            row.schooling.is_none_or(|figure| figure.value < 20.0),
            "{}",
            row.iso3
        );
    }
}

#[test]
fn every_group_has_members_and_every_subregion_is_a_group() {
    for group in catalogue().groups.iter() {
        assert!(!catalogue().members(group).is_empty(), "{}", group.id);
        assert_eq!(group.list_date.len(), "2026-07-01".len(), "{}", group.id);
    }
    for country in catalogue().countries.iter() {
        let id = country.subregion.to_lowercase().replace([' ', '-'], "_");
        assert!(
            catalogue()
                .group(&id)
                .is_some_and(|group| group.has(country)),
            "{}",
            country.iso3
        );
    }
}

#[test]
fn histories_are_in_order_and_hold_shares() {
    let (internet, power) = (
        &catalogue().internet_history,
        &catalogue().electricity_history,
    );
    assert_eq!((internet.len(), power.len()), (210, 215));
    for history in internet.iter().chain(power.iter()) {
        assert!(
            catalogue().country(&history.iso3).is_some(),
            "{}",
            history.iso3
        );
        assert!(
            history.points.windows(2).all(|pair| pair[0].0 < pair[1].0),
            "{}",
            history.iso3
        );
        assert!(
            history
                .points
                .iter()
                .all(|(_, share)| (0.0..=1.0).contains(share)),
            "{}",
            history.iso3
        );
    }
    let malawi = internet
        .iter()
        .find(|history| history.iso3 == "MWI")
        .expect("Malawi");
    let now = catalogue()
        .country("MWI")
        .and_then(|row| row.usage)
        .map(|figure| figure.value);
    assert!(
        malawi
            .at(2024)
            .zip(now)
            .is_some_and(|(then, now)| (then - now).abs() < 1e-4)
    );
}

#[test]
fn traps_concern_known_economies() {
    for trap in catalogue().traps.iter() {
        assert!(
            catalogue().country(&trap.iso3).is_some() && !trap.reason.is_empty(),
            "{}",
            trap.iso3
        );
    }
}

#[test]
fn published_exposure_of_rich_countries_is_far_above_that_of_poor_ones() {
    let total = |group: &str| {
        let row =
            |row: &&PublishedExposure| row.group == group && row.sex == "total" && row.year == 2023;
        catalogue()
            .exposure
            .iter()
            .find(row)
            .and_then(|row| row.automation_pct)
    };
    assert_eq!(
        (
            total("Low-income countries"),
            total("High-income countries")
        ),
        (Some(0.4), Some(5.5))
    );
}

#[test]
fn columns_without_an_open_licence_are_not_shipped() {
    let text = FILES
        .iter()
        .find(|(name, _)| *name == "countries.csv")
        .map(|(_, text)| *text)
        .expect("the file");
    for column in [
        "imf_",
        "oxford",
        "egdi",
        "price",
        "ict_skill",
        "informal",
        "working_poverty",
        "mobile_broadband",
    ] {
        assert!(!text.contains(column), "{column}");
    }
}
