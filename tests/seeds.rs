//! Base years against an independent implementation of the same rules, and the catalogue as other programs see it.
#![allow(clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use foretree::model::{Cohort, Country};
use foretree::scenario::Exposure;
use foretree::seeds::{catalogue, country_baseline, group_baseline};

fn place(id: &str, exposure: Exposure) -> Country {
    let none = BTreeMap::new();
    let baseline = match catalogue().country(id) {
        Some(_) => country_baseline(id, exposure, &none),
        None => group_baseline(id, exposure, &none),
    };
    baseline.expect("a baseline").country
}

fn values(country: &Country, input: &str) -> Vec<f64> {
    let by_cohort = |value: fn(&Cohort) -> f64| country.cohorts.iter().map(value).collect();
    match input {
        "population" => vec![country.population],
        "growth" => vec![country.growth],
        "working_age" => vec![country.working_age],
        "compute" => vec![country.compute],
        "data" => vec![country.data],
        "policy" => vec![country.policy],
        "ai_firms" => vec![country.ai_firms],
        "ai_workers" => vec![country.ai_workers],
        "trust" => vec![country.trust],
        "trade_x" => vec![country.trade_x],
        "trade_y" => vec![country.trade_y],
        "reskill_coverage" => vec![country.reskill_coverage],
        "local_service_share" => vec![country.local_service_share],
        "transfer_share" => vec![country.transfer_share],
        "replacement" => vec![country.replacement],
        "reemploy_mult" => vec![country.reemploy_mult],
        "labour_protection" => vec![country.labour_protection],
        "share" => by_cohort(|cohort| cohort.share),
        "coverage" => by_cohort(|cohort| cohort.coverage),
        "usage" => by_cohort(|cohort| cohort.usage),
        "electricity" => by_cohort(|cohort| cohort.electricity),
        "skills" => by_cohort(|cohort| cohort.skills),
        "employed" => by_cohort(|cohort| cohort.employed),
        "auto_share" | "auto_share_imf" => by_cohort(|cohort| cohort.auto_share),
        "aug_share" => by_cohort(|cohort| cohort.aug_share),
        "income" => by_cohort(|cohort| cohort.income),
        "coverage_equity" => by_cohort(|cohort| cohort.coverage_equity),
        other => panic!("no input is named {other}"),
    }
}

#[test]
fn base_years_equal_those_of_an_independent_implementation() {
    let text = include_str!("data/baselines.csv");
    let mut rows = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(text.as_bytes());
    let mut compared = 0;
    for row in rows.records() {
        let row = row.expect("a row");
        let (id, input) = (&row[0], &row[1]);
        let wide = input.ends_with("_imf");
        let country = place(
            id,
            if wide {
                Exposure::ImfLowComplementarity
            } else {
                Exposure::Ilo2023
            },
        );
        let expected = row
            .iter()
            .skip(2)
            .filter(|field| !field.is_empty())
            .map(|field| field.parse::<f64>());
        for (expected, value) in expected.zip(values(&country, input)) {
            let expected = expected.expect("a number");
            assert!(
                (value - expected).abs() <= 1e-12 * expected.abs(),
                "{id} {input}: {value} is not {expected}"
            );
            compared += 1;
        }
    }
    assert_eq!(compared, 18 * (17 + 40) + 16);
}

#[test]
fn adopting_a_measure_finds_its_effects_their_paths_and_their_meaning() {
    let measure = catalogue().measure("1.1").expect("a measure");
    let paths: Vec<&str> = measure
        .effects()
        .iter()
        .map(|effect| effect.path.as_str())
        .collect();
    assert_eq!(paths, ["coverage_rate", "price_decline"]);
    let path = catalogue().path("coverage_rate").expect("a path");
    assert_eq!(
        path.observable(),
        "Of 100 people without signal, 30 have it four years later (11 to 55)."
    );
}
