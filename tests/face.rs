//! Does the model say about stylised countries what its text says that it says?
//!
//! Runs have 2,000 draws. The text rounds to two digits; on top of that, tolerances are about three
//! standard errors of a run of this size, said beside each. Runs are the same on every machine, so
//! nothing here fails by chance.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod support;

use std::sync::OnceLock;

use foretree::analysis::weighted::{Part, Weight, mean, quantiles};
use foretree::sim::Ensemble;
use support::drive::{Course, Median, STEPS, Trace};
use support::places::{HIC, LDC, LMIC, country, custom};
use support::runs::{draws, file, number, of_cohort, values};

const DRAWS: u32 = 2000;

/// 5th, 50th and 95th percentile.
fn range(values: &[f64]) -> [f64; 3] {
    quantiles(
        &[Part {
            values,
            weights: Weight::Same(1.0),
        }],
        [0.05, 0.5, 0.95],
    )
}

fn middle(values: &[f64]) -> f64 {
    range(values)[1]
}

fn average(values: &[f64]) -> f64 {
    mean(&[Part {
        values,
        weights: Weight::Same(1.0),
    }])
}

#[track_caller]
fn near(got: f64, published: f64, tolerance: f64) {
    assert!(
        (got - published).abs() <= tolerance,
        "{got}, the text has {published} (within {tolerance})"
    );
}

#[track_caller]
fn all_near(got: [f64; 3], published: [f64; 3], tolerance: [f64; 3]) {
    for i in 0..3 {
        let ok = (got[i] - published[i]).abs() <= tolerance[i];
        assert!(
            ok,
            "{got:?}, the text has {published:?} (within {tolerance:?})"
        );
    }
}

/// The median run of a stylised country in which nothing happens.
fn median(number: usize) -> Trace {
    Course::of(country(number)).run(&mut Median)
}

/// The poor country with one decision about the road map, all of whose options see the same draws.
fn road_map() -> &'static Ensemble {
    static RUN: OnceLock<Ensemble> = OnceLock::new();
    RUN.get_or_init(|| {
        let options = [
            ("none", ""),
            ("infrastructure", "\"1.1\", \"1.2\", \"1.3\", \"1.4\""),
            ("skills", "\"2.1\""),
            ("innovation", "\"7.1\", \"7.2\", \"7.3\", \"7.4\", \"7.5\""),
            ("guardrails", "\"9.1\", \"9.2\", \"9.3\", \"9.4\", \"9.5\""),
            (
                "full",
                "\"1.1\", \"1.2\", \"1.3\", \"1.4\", \"2.1\", \"4.2\", \"5.1\", \"5.2\", \"5.3\", \"6.1\", \"6.2\", \
                 \"6.3\", \"7.1\", \"7.2\", \"7.3\", \"7.4\", \"7.5\", \"8.1\", \"8.2\", \"9.1\", \"9.2\", \"9.3\", \
                 \"9.4\", \"9.5\"",
            ),
        ];
        let options = options.map(|(id, adopts)| format!("(id: \"{id}\", title: \"T\", adopts: [{adopts}])")).join(", ");
        let tree = format!(
            "tree: (root: \"go\", nodes: {{\"go\": Decision(title: \"Go\", layer: Policy, certainty: High, year: 2026, \
             options: [{options}])}})"
        );
        draws(&file(&custom(&country(LDC)), &tree), DRAWS)
    })
}

fn of(branch: &str, key: &str) -> Vec<f64> {
    values(road_map(), &format!("go={branch}"), key)
}

/// Income of the poor in a branch over that in the branch without measures, draw by draw, in %.
fn against_none(branch: &str) -> Vec<f64> {
    let pairs = of(branch, "income_poor_vs_base")
        .into_iter()
        .zip(of("none", "income_poor_vs_base"));
    pairs
        .map(|(with, without)| 100.0 * ((1.0 + with) / (1.0 + without) - 1.0))
        .collect()
}

/// National use, or another share-weighted series, of a year.
fn national(ensemble: &Ensemble, place: usize, series: &str, step: usize) -> Vec<f64> {
    let mut sum = vec![0.0; ensemble.draws()];
    for (g, cohort) in country(place).cohorts.iter().enumerate() {
        let column = ensemble
            .layout
            .in_series(of_cohort(series, g))
            .expect("kept");
        let path = &ensemble.plan.paths[0];
        let all = ensemble
            .yearly(path.rows[step], column)
            .expect("every draw");
        sum.iter_mut()
            .zip(all)
            .for_each(|(sum, value)| *sum += cohort.share * value);
    }
    sum
}

#[test]
fn as_many_jobs_are_exposed_as_published() {
    for (number, automatable, augmentable) in [(LDC, 0.0042, 0.106), (HIC, 0.055, 0.134)] {
        let course = Course::of(country(number))
            .with("exposure_auto_mult", 1.0)
            .with("exposure_aug_mult", 1.0);
        let trace = course.run(&mut Median);
        let labour = &trace.states[0].labour;
        let jobs = |stock: &[f64; 8]| -> f64 {
            trace
                .anchor
                .share
                .iter()
                .zip(stock)
                .map(|(s, x)| s * x)
                .sum()
        };
        let (x, m, y) = (
            jobs(&labour.automatable),
            jobs(&labour.augmentable),
            jobs(&labour.other),
        );
        near(x / (x + m + y), automatable, 0.0005);
        near(m / (x + m + y), augmentable, 0.0005);
    }
}

#[test]
fn countries_are_as_ready_as_published() {
    for (number, readiness) in [(LDC, 0.29), (LMIC, 0.46), (HIC, 0.77)] {
        near(median(number).views[0].readiness, readiness, 0.01);
    }
}

#[test]
fn more_than_half_of_augmentable_jobs_are_out_of_reach_in_the_lower_middle_country() {
    near(median(LMIC).indicator("missed_share", 0), 0.55, 0.005);
}

/// National income against no AI at the horizon.
fn dividend(trace: &Trace) -> f64 {
    let income = &trace.incomes[STEPS];
    let mean = |values: &[f64; 8]| -> f64 {
        trace
            .anchor
            .share
            .iter()
            .zip(values)
            .map(|(s, x)| s * x)
            .sum()
    };
    mean(&income.with_ai) / mean(&income.without_ai) - 1.0
}

#[test]
fn the_rich_country_gains_several_times_what_the_poor_one_does() {
    near(dividend(&median(HIC)), 0.012, 0.0005);
    near(dividend(&median(LDC)), 0.002, 0.0005);
}

#[test]
fn the_poor_country_is_about_seventeen_years_of_use_behind() {
    let (poor, rich) = (median(LDC), median(HIC));
    let logit = |u: f64| (u / (1.0 - u)).ln();
    for step in [0, STEPS] {
        let lag =
            (logit(rich.indicator("usage", step)) - logit(poor.indicator("usage", step))) / 0.20;
        near(lag, 17.0, 1.0);
    }
    let share = |trace: &Trace, step: usize| {
        let state = &trace.states[step];
        let l = &state.labour;
        let (mut used, mut jobs) = (0.0, 0.0);
        for g in 0..4 {
            let weight = trace.anchor.share[g];
            used += weight * l.augmentable[g] * state.workers[g];
            jobs += weight * (l.automatable[g] + l.augmentable[g] + l.other[g] + l.scarred[g]);
        }
        used / jobs
    };
    near(share(&poor, 0) / share(&rich, 0), 0.11, 0.005);
    near(share(&poor, STEPS) / share(&rich, STEPS), 0.36, 0.03);
}

/// Three standard errors: 0.2 points on the median, 0.4 at the ends.
#[test]
fn use_in_the_poor_country_grows_by_almost_three_points_a_year() {
    let run = road_map();
    let (now, then) = (
        national(run, LDC, "usage", 0),
        national(run, LDC, "usage", 5),
    );
    let growth: Vec<f64> = then
        .iter()
        .zip(&now)
        .map(|(then, now)| 100.0 * (then - now) / 5.0)
        .collect();
    all_near(range(&growth), [-0.8, 2.8, 6.7], [0.45, 0.25, 0.45]);
}

/// Three standard errors: 0.05 points on the median, 0.03 and 0.25 at the ends.
#[test]
fn ten_years_of_ai_add_almost_one_percent_to_incomes_in_the_rich_country() {
    let run = draws(
        &file(&custom(&country(HIC)), "tree: (root: \"\", nodes: {})"),
        DRAWS,
    );
    let place = run
        .layout
        .in_series(support::runs::indicator("income_rest_vs_noai"))
        .expect("kept");
    let effect = run
        .yearly(run.plan.paths[number(&run, "")].rows[10], place)
        .expect("every draw");
    let effect: Vec<f64> = effect.iter().map(|e| 100.0 * e).collect();
    all_near(range(&effect), [0.1, 0.8, 2.3], [0.1, 0.1, 0.3]);
}

/// Three standard errors of medians of the poor's use: 0.02 (0.03 at the ends).
#[test]
fn the_poor_come_online_as_published() {
    all_near(
        range(&of("none", "usage_poor")),
        [0.17, 0.50, 0.79],
        [0.03, 0.02, 0.03],
    );
    all_near(
        range(&of("infrastructure", "usage_poor")),
        [0.23, 0.61, 0.88],
        [0.03, 0.02, 0.03],
    );
    all_near(
        range(&of("skills", "usage_poor")),
        [0.22, 0.56, 0.82],
        [0.03, 0.02, 0.03],
    );
    all_near(
        range(&of("full", "usage_poor")),
        [0.29, 0.67, 0.90],
        [0.03, 0.02, 0.03],
    );
    let added: Vec<f64> = of("full", "usage_poor")
        .iter()
        .zip(of("none", "usage_poor"))
        .map(|(f, n)| f - n)
        .collect();
    all_near(range(&added), [0.07, 0.15, 0.27], [0.015, 0.015, 0.02]);
    for branch in ["innovation", "guardrails"] {
        assert_eq!(
            of(branch, "usage_poor"),
            of("none", "usage_poor"),
            "{branch} brings nobody online"
        );
    }
}

/// Three standard errors: 0.015 on both shares, 0.15 on the mean number of incidents.
#[test]
fn augmentation_is_missed_ai_adopted_and_harm_done_as_published() {
    let rows = [
        ("none", 0.39, 0.22, 2.1),
        ("infrastructure", 0.36, 0.23, 2.0),
        ("skills", 0.25, 0.24, 2.1),
        ("innovation", 0.39, 0.22, 2.1),
        ("guardrails", 0.39, 0.23, 1.8),
        ("full", 0.23, 0.27, 1.6),
    ];
    for (branch, missed, adopted, incidents) in rows {
        near(middle(&of(branch, "missed_share")), missed, 0.02);
        near(middle(&of(branch, "ai_adoption")), adopted, 0.02);
        near(average(&of(branch, "incidents_cum")), incidents, 0.2);
    }
}

/// Three standard errors: 0.015 points on medians, 0.2 on the lower and 0.05 to 0.15 on the upper
/// end.
#[test]
fn the_direct_effect_of_ai_on_the_poor_is_small_and_skewed_to_loss() {
    let rows = [
        ("none", [-0.78, 0.03, 0.21]),
        ("infrastructure", [-0.72, 0.05, 0.25]),
        ("skills", [-0.79, 0.05, 0.28]),
        ("innovation", [-0.70, 0.09, 0.50]),
        ("guardrails", [-0.50, 0.04, 0.22]),
        ("full", [-0.10, 0.22, 0.88]),
    ];
    for (branch, published) in rows {
        let effect: Vec<f64> = of(branch, "income_poor_vs_noai")
            .iter()
            .map(|e| 100.0 * e)
            .collect();
        all_near(range(&effect), published, [0.2, 0.02, 0.1]);
    }
}

/// Three standard errors of a share near one fifth: 0.027.
#[test]
fn setbacks_are_as_likely_as_published() {
    let rows = [
        ("none", 0.20),
        ("infrastructure", 0.18),
        ("skills", 0.18),
        ("innovation", 0.16),
        ("guardrails", 0.14),
        ("full", 0.05),
    ];
    for (branch, published) in rows {
        near(average(&of(branch, "setback_vs_noai")), published, 0.03);
    }
}

/// Three standard errors: 4 % of the median, 10 % at the ends.
#[test]
fn getting_online_is_worth_many_times_the_direct_effect() {
    all_near(
        range(&against_none("infrastructure")),
        [0.25, 0.84, 2.3],
        [0.05, 0.08, 0.3],
    );
    all_near(
        range(&against_none("skills")),
        [0.09, 0.47, 1.6],
        [0.04, 0.05, 0.25],
    );
    all_near(
        range(&against_none("full")),
        [0.58, 1.7, 4.1],
        [0.1, 0.15, 0.5],
    );
    all_near(
        range(&against_none("innovation")),
        [0.01, 0.06, 0.37],
        [0.01, 0.015, 0.08],
    );
}

/// Three standard errors: 0.01 on medians, 0.02 at the ends.
#[test]
fn the_poor_get_a_small_part_of_a_fair_share() {
    all_near(
        range(&of("none", "benefit_parity")),
        [0.08, 0.14, 0.25],
        [0.015, 0.015, 0.025],
    );
    near(middle(&of("full", "benefit_parity")), 0.24, 0.02);
}
