//! The yearly solutions against formulas that can be worked out by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod support;

use foretree::model::anchor::Anchor;
use foretree::model::readiness::view;
use foretree::model::state::State;
use foretree::model::step::{bass, close_gap, logistic_growth, relax, soft_logit, tide};
use proptest::prelude::*;
use serde_json::Value;
use support::drive::{Course, G, Median, STEPS, medians};
use support::places::{HIC, LDC, LMIC, country};

fn near(got: f64, want: f64, slack: f64) {
    assert!((got - want).abs() <= slack, "{got:?}, expected {want:?}");
}

fn after(years: usize, start: f64, step: impl Fn(f64) -> f64) -> f64 {
    (0..years).fold(start, |x, _| step(x))
}

#[test]
fn fifteen_logistic_years_reach_the_printed_number() {
    near(
        after(15, 0.05, |x| logistic_growth(x, 0.8, 0.35)),
        0.741624663959,
        5e-13,
    );
    near(
        after(15, 0.05, |x| bass(x, 0.8, 0.0, 0.35)),
        0.741624663959,
        5e-13,
    );
}

#[test]
fn fifteen_years_of_tide_reach_the_printed_number() {
    near(
        after(15, -1.0, |x| tide(x, 0.10, 0.05)),
        0.582900341777,
        5e-13,
    );
}

#[test]
fn ten_years_of_bass_diffusion_reach_the_printed_number() {
    near(
        after(10, 0.0, |x| bass(x, 1.0, 0.03, 0.38)),
        0.812803221221,
        5e-13,
    );
}

#[test]
fn every_year_of_the_bass_and_logistic_oracle_is_met() {
    let oracle: Value = serde_json::from_str(include_str!("oracles/bass_logistic.json")).unwrap();
    let list = |v: &Value| -> Vec<f64> {
        v.as_array()
            .unwrap()
            .iter()
            .map(|x| x.as_f64().unwrap())
            .collect()
    };
    for (year, want) in list(&oracle["bass"]["F"]).into_iter().enumerate() {
        near(after(year, 0.0, |x| bass(x, 1.0, 0.03, 0.38)), want, 1e-12);
    }
    for (year, want) in list(&oracle["logistic"]["A"]).into_iter().enumerate() {
        near(
            after(year, 0.05, |x| logistic_growth(x, 0.8, 0.5)),
            want,
            1e-12,
        );
    }
}

#[test]
fn diffusion_without_a_start_or_a_ceiling_stays_down() {
    assert_eq!(bass(0.0, 0.8, 0.0, 0.4), 0.0);
    assert_eq!(bass(0.0, 0.0, 0.02, 0.4), 0.0);
    near(bass(0.3, 0.0, 0.02, 0.4), 0.3 * (-0.42_f64).exp(), 1e-15);
    assert!(
        bass(0.5, 0.3, 0.02, 0.4) < 0.5,
        "above the ceiling it falls"
    );
    assert!(bass(0.5, 0.3, 0.02, 0.4) > 0.3, "but not below it");
}

#[test]
fn resting_equations_stay_where_they_are() {
    assert_eq!(relax(0.37, 0.0, 0.0), 0.37);
    near(tide(0.37, 0.2, 0.0), 0.57, 1e-15);
    near(
        relax(0.2, 0.3, 0.1),
        0.75 + (0.2 - 0.75) * (-0.4_f64).exp(),
        1e-15,
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn two_half_years_of_relaxing_make_one(x in 0.0_f64..1.0, a in 0.0_f64..2.0, b in 0.0_f64..2.0) {
        let halves = relax(relax(x, a / 2.0, b / 2.0), a / 2.0, b / 2.0);
        prop_assert!((halves - relax(x, a, b)).abs() < 1e-14);
        let halves = close_gap(close_gap(x, a / 2.0), a / 2.0);
        prop_assert!((halves - close_gap(x, a)).abs() < 1e-14);
    }

    #[test]
    fn two_half_years_of_diffusion_make_one(
        x in 0.0_f64..1.0, ceiling in 0.01_f64..1.0, p in 0.001_f64..0.2, q in 0.0_f64..1.0,
    ) {
        let half = |x: f64| bass(x, ceiling, p / 2.0, q / 2.0);
        prop_assert!((half(half(x)) - bass(x, ceiling, p, q)).abs() < 1e-13);
    }

    #[test]
    fn two_half_years_of_tide_make_one(x in -6.0_f64..6.0, g in -0.5_f64..0.5, k in 0.0_f64..0.5) {
        let halves = tide(tide(x, g / 2.0, k / 2.0), g / 2.0, k / 2.0);
        prop_assert!((halves - tide(x, g, k)).abs() < 1e-13);
    }

    #[test]
    fn relaxing_and_diffusion_never_leave_their_range(
        x in 0.0_f64..=1.0, a in 0.0_f64..9.0, b in 0.0_f64..9.0, ceiling in 0.0_f64..=1.0,
    ) {
        prop_assert!((0.0..=1.0).contains(&relax(x, a, b)));
        prop_assert!((0.0..=1.0).contains(&bass(x, ceiling, a, b)));
    }

    /// (E9) Between the weakest layer and the arithmetic mean, and rising in rho.
    #[test]
    fn readiness_lies_between_the_weakest_layer_and_the_mean(
        layers in prop::array::uniform4(0.02_f64..0.98), low in -8.0_f64..0.9, more in 0.01_f64..1.0,
    ) {
        let mean = layers.iter().sum::<f64>() / 4.0;
        let weakest = layers.iter().copied().fold(1.0, f64::min);
        let here = readiness(layers, low);
        prop_assert!(here >= weakest - 1e-12 && here <= mean + 1e-12, "{weakest} {here} {mean}");
        prop_assert!(readiness(layers, (low + more).min(1.0)) >= here - 1e-12);
        for k in 0..4 {
            let mut better = layers;
            better[k] += 0.01;
            prop_assert!(readiness(better, low) > here);
        }
    }

    #[test]
    fn readiness_of_equal_layers_is_that_layer(layer in 0.01_f64..0.99, rho in -8.0_f64..1.0) {
        prop_assert!((readiness([layer; 4], rho) - layer).abs() < 1e-12);
    }
}

/// R of a one-cohort country whose four layers are given.
fn readiness(layers: [f64; 4], rho: f64) -> f64 {
    let mut place = country(LDC);
    place.cohorts.truncate(1);
    let cohort = &mut place.cohorts[0];
    (
        cohort.share,
        cohort.coverage,
        cohort.electricity,
        cohort.skills,
    ) = (1.0, layers[0], layers[0], layers[2]);
    cohort.usage = 0.5 * layers[0];
    (place.compute, place.data, place.policy) = (layers[0], layers[1], layers[3]);
    let mut theta = medians(&place);
    theta.set(foretree::model::theta::slot("ces_rho").unwrap(), rho);
    let anchor = Anchor::<G>::new(&place, &theta, 1);
    view(&State::base(&anchor, &theta), &anchor, &theta).readiness
}

#[test]
fn a_geometric_mean_is_the_limit_of_readiness() {
    let layers = [0.2, 0.5, 0.7, 0.9];
    let geometric = layers.iter().product::<f64>().powf(0.25);
    near(readiness(layers, 0.0), geometric, 1e-7);
    near(readiness(layers, -1e-5), geometric, 1e-5);
    near(readiness(layers, 1.0), 0.575, 1e-12);
    near(
        readiness(layers, -1.0),
        4.0 / (1.0 / 0.2 + 1.0 / 0.5 + 1.0 / 0.7 + 1.0 / 0.9),
        1e-12,
    );
}

#[test]
fn coverage_data_and_retraining_close_their_gaps_exponentially() {
    let place = country(LDC);
    let trace = Course::of(place.clone()).run(&mut Median);
    for step in 0..=STEPS {
        let (t, state) = (step as f64, &trace.states[step]);
        near(
            state.coverage[2],
            1.0 - (1.0 - 0.9) * (-0.09 * t).exp(),
            1e-13,
        );
        near(
            state.coverage[0],
            1.0 - (1.0 - 0.72) * (-0.09 * 0.7 * t).exp(),
            1e-13,
        );
        near(
            state.data,
            1.0 - (1.0 - place.data) * (-0.015 * t).exp(),
            1e-13,
        );
        near(state.trained[1], 1.0 - (-0.05 * 0.04 * t).exp(), 1e-13);
    }
}

#[test]
fn automatable_jobs_fall_exponentially_under_one_constant_hazard() {
    let mut course = Course::of(country(LDC))
        .with("frontier_growth", 0.0)
        .with("displacement_hazard", 0.0);
    course = course
        .with("transform_rate", 0.0)
        .with("reskill_effect", 0.0);
    let trace = course.run(&mut Median);
    let hazard = 0.03 * 0.22 * 0.15;
    for step in 0..=STEPS {
        for g in 0..4 {
            let start = trace.states[0].labour.automatable[g];
            let want = start * (-hazard * step as f64).exp();
            near(
                trace.states[step].labour.automatable[g],
                want,
                1e-13 * start,
            );
        }
    }
}

#[test]
fn without_effects_the_median_run_is_the_reference_path() {
    for number in [LDC, LMIC, HIC] {
        let place = country(number);
        let trace = Course::of(place.clone()).run(&mut Median);
        let women: f64 = place
            .cohorts
            .iter()
            .filter(|c| c.female)
            .map(|c| c.share)
            .sum();
        for (step, state) in trace.states.iter().enumerate() {
            for (g, cohort) in place.cohorts.iter().enumerate() {
                let norms = 0.01 * (f64::from(u8::from(cohort.female)) - women) * step as f64;
                near(
                    state.levers[g],
                    norms - (state.settled[g] / cohort.coverage).ln(),
                    1e-12,
                );
            }
            let tide = 1.0 / (1.0 + (-state.tide[0]).exp());
            let use_ = foretree::model::anchor::mean(&trace.anchor.share, &state.usage);
            assert!(
                (use_ - tide).abs() < 0.005,
                "{}: {use_} {tide} after {step} years",
                place.name
            );
        }
        for (step, reference) in trace.anchor.path.iter().enumerate() {
            let (here, next) = (&trace.states[step], &trace.states[step + 1]);
            for g in 0..place.cohorts.len() {
                let skills = soft_logit(next.skills[g]) - soft_logit(here.skills[g]);
                near(skills, reference.trend.skills[g], 1e-13);
                let power =
                    0.3 * (soft_logit(next.electricity[g]) - soft_logit(here.electricity[g]));
                near(power, reference.trend.power[g], 1e-13);
                let settled = (next.settled[g] / here.settled[g]).ln() + women * 0.01;
                near(settled, reference.trend.norms_and_coverage[g], 1e-13);
            }
        }
    }
}
