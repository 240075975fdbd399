use super::*;
use crate::analysis::weights::Weights;
use crate::jobs::{RunOptions, run};
use crate::sim::PlanOptions;
use std::sync::Arc;

fn malawi() -> (Scenario, Arc<Plan>) {
    let text = include_str!("../../../scenarios/malawi-tax-power-masts.ron");
    let scenario = crate::files::parse(text, "malawi").unwrap().scenario;
    let options = PlanOptions {
        draws: Some(2_000),
        ..PlanOptions::default()
    };
    let plan = Plan::compile(&scenario, &options).unwrap();
    (scenario, Arc::new(plan))
}

#[test]
fn every_input_differs_between_draws_and_has_its_evidence() {
    let (scenario, plan) = malawi();
    let all = inputs(&scenario, &plan, 700);
    assert!(all.len() > 30, "{}", all.len());
    for column in &all {
        assert_eq!(column.values.len(), 700);
        assert!(column.evidence.is_some(), "{:?}", column.input);
        assert!(column.values.iter().any(|v| *v != column.values[0]));
    }
    let effects = all.iter().filter(|c| matches!(c.input, Input::Effect(_)));
    assert!(effects.count() > 0, "effects of the scenario are found");
}

#[test]
fn the_first_draws_are_the_same_however_many_are_asked_for() {
    let (scenario, plan) = malawi();
    let few = inputs(&scenario, &plan, 300);
    let many = inputs(&scenario, &plan, 5_000);
    assert_eq!(
        many[0].values.len(),
        2_000,
        "a run has no more than its own"
    );
    for (few, many) in few.iter().zip(&many) {
        assert_eq!(few.values, many.values[..300]);
    }
}

#[test]
fn luck_is_standard_and_belongs_to_the_years() {
    let (_, plan) = malawi();
    let all = luck(&plan, 2_000);
    assert_eq!(all.len(), 2 * plan.steps);
    assert_eq!(all[0].input, Input::Surprise(plan.base_year + 1));
    for column in &all {
        let count = column.values.len() as f64;
        let mean = column.values.iter().sum::<f64>() / count;
        let centre = match column.input {
            Input::Surprise(_) => 0.0,
            _ => 0.5,
        };
        // Five standard errors of a mean: 1 in 2 million per column.
        assert!((mean - centre).abs() < 5.0 / count.sqrt(), "{mean}");
    }
}

#[test]
fn rows_take_paths_as_often_as_they_weigh() {
    let (scenario, plan) = malawi();
    let ensemble = run(&plan, &RunOptions::default(), &mut |_| true).ensemble;
    let weights = Weights::new(&ensemble);
    let paths: Vec<usize> = (0..plan.paths.len()).collect();
    let cases = Cases::new(&scenario, &plan, &weights, &paths, 2_000);
    let rows = cases.rows(7);
    assert_eq!(rows, cases.rows(7));
    assert_ne!(rows.paths, cases.rows(8).paths);
    for (place, path) in paths.iter().enumerate() {
        let share = rows.paths.iter().filter(|p| **p == place).count() as f64 / 2_000.0;
        let chance = weights.whole_mean[*path];
        let error = (chance * (1.0 - chance) / 2_000.0).sqrt();
        // Five standard errors: 1 in 2 million per path.
        assert!((share - chance).abs() <= 5.0 * error, "{share} {chance}");
    }
    for (column, outcomes) in cases.branches.iter().zip(&rows.branches) {
        assert!(column.outcomes.len() > 1);
        for (draw, outcome) in outcomes.iter().enumerate() {
            assert_eq!(*outcome, column.by_path[rows.paths[draw]]);
            let met = outcome.map(|place| (column.node.clone(), column.outcomes[place].clone()));
            let history = &plan.paths[paths[rows.paths[draw]]].history;
            let own = history.iter().find(|(node, _)| *node == column.node);
            assert_eq!(met.as_ref(), own);
        }
    }
}

#[test]
fn a_median_run_has_no_inputs_and_no_luck() {
    let (scenario, _) = malawi();
    let options = PlanOptions {
        median: true,
        ..PlanOptions::default()
    };
    let plan = Plan::compile(&scenario, &options).unwrap();
    assert!(inputs(&scenario, &plan, 100).is_empty());
    assert!(luck(&plan, 100).is_empty());
}
