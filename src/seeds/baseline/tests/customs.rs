//! Made-up places.

use super::*;
use crate::scenario::CustomCohort;
use crate::seeds::Cause;

fn cohort(id: &str, poor: bool, share: f64, income: f64) -> CustomCohort {
    CustomCohort {
        id: id.to_owned(),
        poor,
        female: false,
        share,
        coverage: 0.8,
        usage: 0.3,
        electricity: 0.5,
        skills: 0.2,
        employed: 0.6,
        auto_share: 0.01,
        aug_share: 0.1,
        income,
        coverage_equity: None,
    }
}

/// A place that gives only what it must.
fn place() -> CustomBaseline {
    CustomBaseline {
        name: "Nowhere".to_owned(),
        population: 1e6,
        growth: None,
        working_age: None,
        compute: 0.2,
        data: 0.5,
        policy: 0.3,
        ai_firms: 0.02,
        ai_workers: 0.02,
        trust: None,
        trade_x: None,
        trade_y: None,
        reskill_coverage: None,
        local_service_share: None,
        transfer_share: None,
        replacement: None,
        coverage_loss: None,
        layer_loss: None,
        reemploy_mult: None,
        labour_protection: None,
        cohorts: vec![
            cohort("poor", true, 0.4, 2.1),
            cohort("rest", false, 0.6, 6.0),
        ],
    }
}

fn built(custom: &CustomBaseline) -> Result<Baseline, BaselineError> {
    custom_baseline(custom, Exposure::Ilo2023, &BTreeMap::new())
}

fn refused(change: impl FnOnce(&mut CustomBaseline)) -> BaselineError {
    let mut custom = place();
    change(&mut custom);
    built(&custom).expect_err("a refusal")
}

#[test]
fn what_is_left_out_gets_the_models_default() {
    let country = built(&place()).expect("a baseline").country;
    assert_eq!((country.trust, country.labour_protection), (0.6, 0.25));
    assert_eq!((country.coverage_loss, country.layer_loss), (0.0, 0.0));
    // Mean income 4.44 dollars a day stands for 2,701 dollars a year: low income.
    assert_eq!(
        (country.growth, country.trade_x, country.reemploy_mult),
        (0.026, 0.15, 1.2)
    );
    assert_eq!(
        (
            country.cohorts[0].coverage_equity,
            country.cohorts[1].coverage_equity
        ),
        (0.7, 1.0)
    );
    assert_near(country.working_age, 0.64);
}

#[test]
fn defaults_that_differ_by_income_follow_the_mean_income_and_are_flagged() {
    let mut rich = place();
    rich.cohorts[1].income = 150.0;
    let rich = built(&rich).expect("a baseline");
    assert_eq!(
        (rich.country.growth, rich.country.replacement),
        (0.003, 0.5)
    );
    assert!(
        rich.flags
            .iter()
            .any(|flag| flag.input == "growth" && flag.cause == Cause::Fallback)
    );
    assert!(!rich.flags.iter().any(|flag| flag.input == "trust"));
}

#[test]
fn what_is_given_is_kept_as_given() {
    let mut custom = place();
    (custom.growth, custom.trust, custom.trade_x) = (Some(0.01), Some(0.4), Some(0.3));
    custom.cohorts[0].coverage_equity = Some(0.5);
    let baseline = built(&custom).expect("a baseline");
    let country = &baseline.country;
    assert_eq!(
        (country.growth, country.trust, country.trade_x),
        (0.01, 0.4, 0.3)
    );
    assert_eq!(
        (country.cohorts[0].coverage_equity, country.cohorts[0].usage),
        (0.5, 0.3)
    );
    assert!(!baseline.flags.iter().any(|flag| flag.input == "growth"));
    assert_eq!(
        (baseline.kind, baseline.id.as_str()),
        (BaselineKind::Custom, "Nowhere")
    );
}

#[test]
fn one_to_eight_cohorts_of_different_names_are_needed() {
    assert_eq!(
        refused(|custom| custom.cohorts.clear()),
        BaselineError::CohortCount { count: 0 }
    );
    let nine = |custom: &mut CustomBaseline| {
        custom.cohorts = (0..9)
            .map(|n| cohort(&format!("c{n}"), false, 1.0 / 9.0, 5.0))
            .collect();
    };
    assert_eq!(refused(nine), BaselineError::CohortCount { count: 9 });
    let twin = refused(|custom| custom.cohorts[1].id = "poor".to_owned());
    assert_eq!(
        twin,
        BaselineError::DuplicateCohort {
            id: "poor".to_owned()
        }
    );
}

#[test]
fn shares_must_sum_to_one() {
    assert!(
        matches!(refused(|custom| custom.cohorts[0].share = 0.5), BaselineError::ShareSum { sum } if near(sum, 1.1))
    );
    let mut close = place();
    close.cohorts[0].share += 5e-7;
    assert!(built(&close).is_ok());
}

#[test]
fn use_must_lie_strictly_between_nothing_and_coverage() {
    let error = BaselineError::UsageOutsideCoverage {
        id: "poor".to_owned(),
    };
    assert_eq!(refused(|custom| custom.cohorts[0].usage = 0.0), error);
    assert_eq!(refused(|custom| custom.cohorts[0].usage = 0.8), error);
}

#[test]
fn values_out_of_range_are_refused_by_name() {
    let share = refused(|custom| custom.cohorts[0].skills = 1.2);
    assert!(matches!(share, BaselineError::OutOfRange { input, .. } if input == "poor.skills"));
    let nothing = refused(|custom| custom.population = 0.0);
    assert!(matches!(nothing, BaselineError::OutOfRange { input, .. } if input == "population"));
    let jobs = refused(|custom| custom.cohorts[1].auto_share = 0.95);
    assert_eq!(
        jobs,
        BaselineError::TooManyExposedJobs {
            id: "rest".to_owned()
        }
    );
}

#[test]
fn the_wider_exposure_definition_is_refused() {
    let wide = custom_baseline(&place(), Exposure::ImfLowComplementarity, &BTreeMap::new());
    assert_eq!(wide, Err(BaselineError::ExposureOnCustom));
}
