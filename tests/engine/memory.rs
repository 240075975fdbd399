//! What a run keeps in little memory.

use std::sync::Arc;

use foretree::analysis::summary::{LEVELS, Weighing, series};
use foretree::analysis::weights::Weights;
use foretree::jobs::{RunOptions, run};
use foretree::report::fill::run_report;
use foretree::sim::layout::Yearly;
use foretree::sim::{Ensemble, Plan, PlanOptions};

use super::trees::{Parts, rich};
use crate::support::runs::{plan, scenario};

fn within(plan: &Arc<Plan>, budget: usize) -> Ensemble {
    run(
        plan,
        &RunOptions {
            budget,
            ..RunOptions::default()
        },
        &mut |_| true,
    )
    .ensemble
}

#[test]
fn in_little_memory_some_values_are_dropped_by_name_and_the_rest_stay_the_same() {
    let text = rich(&Parts::default());
    let plan = plan(
        &text,
        &PlanOptions {
            draws: Some(60),
            ..PlanOptions::default()
        },
    );
    let whole = within(&plan, 512 << 20);
    assert!(whole.layout.dropped.is_empty());
    let mut fewest = usize::MAX;
    for budget in [4 << 20, 2 << 20, 1_300_000, 100_000, 4_000, 1, 0] {
        let small = within(&plan, budget);
        let (kept, dropped) = (&small.layout.horizon, &small.layout.dropped);
        assert!(kept.len() <= fewest && !kept.is_empty());
        fewest = kept.len();
        assert!(dropped.iter().all(|value| !kept.contains(value)));
        for value in kept {
            for path in 0..plan.paths.len() {
                let same = small
                    .horizon(path, *value)
                    .expect("kept")
                    .iter()
                    .map(|v| v.to_bits())
                    .collect::<Vec<_>>();
                let whole: Vec<u64> = whole
                    .horizon(path, *value)
                    .expect("kept")
                    .iter()
                    .map(|v| v.to_bits())
                    .collect();
                assert_eq!(same, whole, "{value:?} within {budget} bytes");
            }
        }
        for value in dropped {
            assert_eq!(small.horizon(0, *value), None);
            assert!(whole.layout.horizon.contains(value), "{value:?}");
        }
        let report = run_report(&scenario(&text), &small, 1);
        let note = report
            .notes
            .iter()
            .find(|note| note.id == "horizon-dropped");
        assert_eq!(
            note.map(|n| n.values["count"].clone()),
            (!dropped.is_empty()).then(|| dropped.len().into())
        );
        let years = report
            .notes
            .iter()
            .any(|n| n.id == "years-sketched" || n.id == "years-means-only");
        assert_eq!(years, small.layout.yearly != Yearly::Exact, "{budget}");
    }
    assert_eq!(fewest, 1, "the last budgets leave one value");
}

#[test]
fn means_by_year_need_no_memory_and_are_exact() {
    let plan = plan(
        &rich(&Parts::default()),
        &PlanOptions {
            draws: Some(300),
            ..PlanOptions::default()
        },
    );
    let (whole, small) = (within(&plan, 512 << 20), within(&plan, 0));
    assert_eq!(
        (whole.layout.yearly, small.layout.yearly),
        (Yearly::Exact, Yearly::Means)
    );
    for row in 0..plan.rows {
        for place in 0..whole.layout.series.len() {
            let values = whole.yearly(row, place).expect("every draw");
            let mean = values.iter().sum::<f64>() / values.len() as f64;
            for got in [whole.yearly_mean(row, place), small.yearly_mean(row, place)] {
                assert!(
                    (got - mean).abs() <= 1e-12 * mean.abs() + 1e-15
                        || (got.is_nan() && mean.is_nan())
                );
            }
        }
    }
}

#[test]
fn sketched_years_lie_within_one_bin_of_exact_ones() {
    let plan = plan(
        &rich(&Parts::default()),
        &PlanOptions {
            draws: Some(1000),
            ..PlanOptions::default()
        },
    );
    let (whole, small) = (within(&plan, 512 << 20), within(&plan, 12 << 20));
    assert_eq!(
        (whole.layout.yearly, small.layout.yearly),
        (Yearly::Exact, Yearly::Sketch)
    );
    let weights = Weights::new(&whole);
    let some: Vec<usize> = (0..plan.paths.len())
        .filter(|p| plan.paths[*p].id.starts_with("money=masts"))
        .collect();
    let mut compared = 0;
    for (place, value) in whole.layout.series.iter().enumerate() {
        let exact = series(&whole, &weights, &some, Weighing::Whole, *value);
        let sketched = series(&small, &weights, &some, Weighing::Whole, *value);
        for (step, (exact, sketched)) in exact.iter().zip(&sketched).enumerate() {
            if exact.mean.is_nan() {
                assert!(sketched.mean.is_nan());
                continue;
            }
            let width = small.bins[step * whole.layout.series.len() + place].width;
            for (number, level) in LEVELS.iter().enumerate() {
                let gap = (exact.levels[number] - sketched.levels[number]).abs();
                assert!(
                    gap <= width * (1.0 + 1e-9),
                    "{value:?} in year {step} at {level}: {gap}, a bin is {width}"
                );
                compared += u32::from(width > 0.0);
            }
        }
    }
    assert!(compared > 1000, "{compared}");
}
