//! Scenarios from short texts, and whole runs of them.

use std::sync::Arc;

use foretree::files;
use foretree::jobs::{RunOptions, run};
use foretree::model::indicators::{COHORT_SERIES, INDICATORS};
use foretree::scenario::Scenario;
use foretree::sim::layout::Value;
use foretree::sim::{Ensemble, Plan, PlanOptions};

/// A scenario file with this baseline and the rest of the fields after the setting.
pub fn file(baseline: &str, rest: &str) -> String {
    format!(
        "(format: 1, title: \"t\", question: \"q\", setting: (baseline: {baseline}, horizon: (2025, 2040)), {rest})"
    )
}

/// Reads a scenario.
pub fn scenario(text: &str) -> Scenario {
    match files::parse(text, "test.ron") {
        Ok(loaded) => loaded.scenario,
        Err(fault) => panic!("{fault:?}\n{text}"),
    }
}

/// Compiles a scenario.
pub fn plan(text: &str, options: &PlanOptions) -> Arc<Plan> {
    Arc::new(Plan::compile(&scenario(text), options).expect("a plan"))
}

/// Runs a scenario with so many draws.
pub fn draws(text: &str, draws: u32) -> Ensemble {
    with(
        text,
        &PlanOptions {
            draws: Some(draws),
            ..PlanOptions::default()
        },
    )
}

/// Runs a scenario at its medians.
pub fn median(text: &str) -> Ensemble {
    with(
        text,
        &PlanOptions {
            median: true,
            ..PlanOptions::default()
        },
    )
}

/// Runs a scenario.
pub fn with(text: &str, options: &PlanOptions) -> Ensemble {
    let finished = run(&plan(text, options), &RunOptions::default(), &mut |_| true);
    assert!(finished.complete, "nobody cancelled");
    finished.ensemble
}

/// The place of an indicator.
pub fn indicator(key: &str) -> Value {
    Value::Indicator(
        INDICATORS
            .iter()
            .position(|(name, _)| *name == key)
            .expect(key),
    )
}

/// The place of a cohort's series.
pub fn of_cohort(key: &str, cohort: usize) -> Value {
    Value::Cohort(
        COHORT_SERIES
            .iter()
            .position(|(name, _)| *name == key)
            .expect(key),
        cohort,
    )
}

/// Horizon values of the path with this id.
pub fn values(ensemble: &Ensemble, path: &str, key: &str) -> Vec<f64> {
    ensemble
        .horizon(number(ensemble, path), indicator(key))
        .expect("kept")
}

/// The number of the path with this id.
pub fn number(ensemble: &Ensemble, path: &str) -> usize {
    let ids: Vec<&str> = ensemble.plan.paths.iter().map(|p| p.id.as_str()).collect();
    ids.iter()
        .position(|id| *id == path)
        .unwrap_or_else(|| panic!("{path} is not among {ids:?}"))
}

/// Every kept horizon value of a path, as bits.
pub fn bits(ensemble: &Ensemble, path: usize) -> Vec<u64> {
    let all = ensemble.layout.horizon.iter();
    all.flat_map(|value| ensemble.horizon(path, *value).unwrap())
        .map(f64::to_bits)
        .collect()
}

/// Every value of every year of a path, as bits; needs a run that keeps every draw.
pub fn yearly_bits(ensemble: &Ensemble, path: usize) -> Vec<u64> {
    let rows = ensemble.plan.paths[path].rows.iter();
    rows.flat_map(|row| {
        (0..ensemble.layout.series.len())
            .flat_map(|place| ensemble.yearly(*row, place).expect("every year"))
    })
    .map(f64::to_bits)
    .collect()
}
