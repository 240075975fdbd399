//! What a setting may replace, what is refused, and the reference country.

use indexmap::IndexMap;

use super::*;
use crate::scenario::{Assumption, Evidence, Quantity};

fn setting(baseline: BaselineRef, inputs: &[(&str, Quantity)]) -> Setting {
    let assume = |value: &Quantity| Assumption {
        value: value.clone(),
        rationale: String::new(),
        evidence: Evidence::C,
        sources: Vec::new(),
    };
    let inputs: IndexMap<_, _> = inputs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), assume(value)))
        .collect();
    Setting {
        baseline,
        reference: None,
        horizon: (2025, 2040),
        exposure: Exposure::Ilo2023,
        inputs,
    }
}

fn malawi(inputs: &[(&str, Quantity)]) -> Result<Baseline, BaselineError> {
    baseline(&setting(BaselineRef::Country("MWI".to_owned()), inputs))
}

#[test]
fn uncertain_inputs_stand_at_their_median() {
    let range = Quantity::Quantiles {
        p5: 0.01,
        p50: 0.05,
        p95: 0.1,
    };
    let triangle = Quantity::Triangular {
        min: 0.0,
        mode: 0.0,
        max: 1.0,
    };
    let dice = Quantity::Discrete(vec![(0.9, 1.0), (0.1, 1.0), (0.4, 1.0)]);
    let beta = Quantity::Beta {
        alpha: 2.0,
        beta: 2.0,
        min: 0.2,
        max: 0.4,
    };
    let inputs = [
        ("trade_y", range),
        ("trade_x", triangle),
        ("replacement", dice),
        ("trust", beta),
    ];
    let country = malawi(&inputs).expect("a baseline").country;
    assert_eq!((country.trade_y, country.replacement), (0.05, 0.4));
    assert_near(country.trade_x, 1.0 - 0.5_f64.sqrt());
    assert!((country.trust - 0.3).abs() < 1e-9);
}

#[test]
fn coverage_equity_of_a_setting_means_the_poor() {
    let country = malawi(&[("coverage_equity", Quantity::Fixed(0.9))])
        .expect("a baseline")
        .country;
    let equity: Vec<f64> = country
        .cohorts
        .iter()
        .map(|cohort| cohort.coverage_equity)
        .collect();
    assert_eq!(equity, [0.9, 0.9, 1.0, 1.0]);
}

#[test]
fn every_input_of_the_table_reaches_the_country() {
    let plain = country("MWI");
    for input in catalogue().inputs.iter() {
        let value = match input.id.as_str() {
            "population" => 1e6,
            "schooling" => 11.0,
            "gni_per_head" => 9000.0,
            "growth" => 0.05,
            _ => 0.42,
        };
        assert_ne!(
            country_with("MWI", &[(input.id.as_str(), value)]),
            plain,
            "{}",
            input.id
        );
    }
}

#[test]
fn a_base_year_figure_must_be_one_number() {
    let uncertain = Quantity::Uniform { min: 0.2, max: 0.4 };
    assert_eq!(
        malawi(&[("usage", uncertain)]),
        Err(BaselineError::NotFixed {
            input: "usage".to_owned()
        })
    );
    assert!(malawi(&[("usage", Quantity::Fixed(0.3))]).is_ok());
}

#[test]
fn use_by_women_alone_is_refused_where_use_by_men_is_not_known() {
    let alone = country_baseline("HTI", Exposure::Ilo2023, &replaced(&[("usage_women", 0.3)]));
    assert_eq!(alone, Err(BaselineError::NeedsBothSexes));
}

#[test]
fn values_out_of_range_and_unknown_names_are_refused() {
    let far = malawi(&[("trade_y", Quantity::Fixed(1.5))]);
    assert_eq!(
        far,
        Err(BaselineError::OutOfRange {
            input: "trade_y".to_owned(),
            value: 1.5,
            min: 0.0,
            max: 1.0
        })
    );
    assert!(matches!(
        malawi(&[("trade_y", Quantity::Fixed(f64::NAN))]),
        Err(BaselineError::OutOfRange { .. })
    ));
    let unknown = malawi(&[("trade_z", Quantity::Fixed(0.1))]);
    assert!(
        matches!(unknown, Err(BaselineError::UnknownInput { nearest: Some(name), .. }) if name.starts_with("trade_"))
    );
}

#[test]
fn unknown_places_are_refused_with_the_likely_one() {
    let country = |id: &str| country_baseline(id, Exposure::Ilo2023, &BTreeMap::new());
    assert!(
        matches!(country("mwi"), Err(BaselineError::UnknownCountry { nearest: Some(code), .. }) if code == "MWI")
    );
    assert!(
        matches!(country("Malawi"), Err(BaselineError::UnknownCountry { nearest: Some(code), .. }) if code == "MWI")
    );
    let group = group_baseline("lcd", Exposure::Ilo2023, &BTreeMap::new());
    assert!(
        matches!(group, Err(BaselineError::UnknownGroup { nearest: Some(name), .. }) if name == "ldc")
    );
}

#[test]
fn the_reference_country_is_the_richest_of_the_subregion_with_a_million_people() {
    let reference =
        |iso3: &str| reference_country(&setting(BaselineRef::Country(iso3.to_owned()), &[]));
    assert_eq!(reference("MWI").as_deref(), Some("MUS"));
    // Seychelles is richer and smaller; Mauritius cannot be its own reference.
    assert_ne!(reference("MUS").as_deref(), Some("MUS"));
    assert_ne!(reference("MUS").as_deref(), Some("SYC"));
    // Nobody in Polynesia has a million people.
    assert_eq!(reference("WSM"), None);
}

#[test]
fn groups_have_a_reference_country_only_if_they_name_one() {
    let mut ldc = setting(BaselineRef::Group("ldc".to_owned()), &[]);
    assert_eq!(reference_country(&ldc), None);
    ldc.reference = Some("ZAF".to_owned());
    assert_eq!(reference_country(&ldc).as_deref(), Some("ZAF"));
}

#[test]
fn a_country_says_of_which_lists_and_years_it_is() {
    let malawi = malawi(&[]).expect("a baseline");
    assert_eq!(
        malawi.vintage,
        "World Bank list of 2026-07-01; indicators to 2025"
    );
    assert_eq!(
        (malawi.kind, malawi.id.as_str(), malawi.name.as_str()),
        (BaselineKind::Country, "MWI", "Malawi")
    );
    assert!(malawi.members.is_empty() && malawi.list_date.is_none());
}
