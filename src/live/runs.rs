//! Runs of changed scenarios for one number: what a search simulates again and again.

use std::sync::Arc;

use super::breakeven::layout;
use super::subject::Subject;
use crate::analysis::weighted::Part;
use crate::analysis::weights::Weights;
use crate::jobs::{RunOptions, run_keeping};
use crate::scenario::Scenario;
use crate::sim::layout::{Value, Yearly};
use crate::sim::{Ensemble, Layout, Plan, PlanError, PlanOptions};

/// Bytes that the years of one such run may take.
const BYTES: usize = 256 << 20;

/// One number of one year, by path and draw, with how much each path counts.
pub(super) struct Runs {
    /// The plan that was run.
    pub plan: Arc<Plan>,
    /// Values by path, then by draw, as the subject counts them.
    pub values: Vec<Vec<f64>>,
    /// Open decisions count every option alike.
    pub weights: Weights,
}

impl Runs {
    /// Some paths with their weights.
    pub(super) fn parts(&self, paths: &[usize]) -> Vec<Part<'_>> {
        let part = |path: &usize| {
            Some(Part {
                values: self.values.get(*path)?,
                weights: self.weights.whole.get(*path)?.as_weight(),
            })
        };
        paths.iter().filter_map(part).collect()
    }

    /// All paths.
    pub(super) fn all(&self) -> Vec<usize> {
        (0..self.plan.paths.len()).collect()
    }

    /// Draws.
    pub(super) fn draws(&self) -> usize {
        self.values.first().map_or(0, Vec::len)
    }

    /// One value for each draw: the average over the paths.
    pub(super) fn mixed(&self) -> Vec<f64> {
        let draws = self.draws();
        let (mut sums, mut totals) = (vec![0.0; draws], vec![0.0; draws]);
        for (path, values) in self.values.iter().enumerate() {
            for (draw, value) in values.iter().enumerate() {
                let weight = self.weights.whole[path].at(draw);
                // A path that cannot happen may have no value.
                if weight > 0.0 {
                    sums[draw] += weight * value;
                    totals[draw] += weight;
                }
            }
        }
        let pairs = sums.iter().zip(&totals);
        pairs.map(|(sum, total)| sum / total).collect()
    }
}

/// Simulates a scenario for one subject in one year (`step` years after the base year). `None` if
/// the setting does not have the subject, has no values for that year, or `go_on` says no.
pub(super) fn runs(
    scenario: &Scenario,
    options: &PlanOptions,
    threads: Option<usize>,
    (subject, step): (&Subject, usize),
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Option<Runs>, PlanError> {
    let plan = Plan::compile(scenario, options)?;
    let Some(value) = subject.value(&plan) else {
        return Ok(None);
    };
    let last = step == plan.steps;
    if step > plan.steps || !(last || subject.has_series()) {
        return Ok(None);
    }
    let plan = Arc::new(plan);
    let kept = match last {
        true => layout(&plan, value),
        false => Layout {
            horizon: Vec::new(),
            series: vec![value],
            yearly: Yearly::Exact,
            dropped: Vec::new(),
        },
    };
    let how = RunOptions {
        threads,
        ..RunOptions::default()
    };
    // A short run may be complete before it can be stopped: whoever said no is heard all the same.
    let mut stopped = false;
    let finished = run_keeping(&plan, kept, &how, &mut |_| {
        stopped |= !go_on();
        !stopped
    });
    if stopped || !finished.complete {
        return Ok(None);
    }
    let ensemble = finished.ensemble;
    let column = |path: usize| values(&ensemble, value, (path, step));
    let found: Option<Vec<Vec<f64>>> = (0..plan.paths.len()).map(column).collect();
    let Some(mut values) = found else {
        return Ok(None);
    };
    if subject.is_complement() {
        let all = values.iter_mut().flatten();
        all.for_each(|value| *value = 1.0 - *value);
    }
    Ok(Some(Runs {
        weights: Weights::new(&ensemble),
        plan,
        values,
    }))
}

fn values(ensemble: &Ensemble, value: Value, (path, step): (usize, usize)) -> Option<Vec<f64>> {
    if step == ensemble.plan.steps {
        return ensemble.horizon(path, value);
    }
    let row = *ensemble.plan.paths.get(path)?.rows.get(step)?;
    ensemble.yearly(row, ensemble.layout.in_series(value)?)
}

/// As many draws as there is room for when every year of every path is kept.
pub(super) fn fitting(rows: usize, draws: u32) -> u32 {
    let most = BYTES / (rows.max(1) * size_of::<f64>());
    draws.min(u32::try_from(most).unwrap_or(u32::MAX)).max(64)
}
