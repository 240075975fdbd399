//! What moves a subject most is found from the draws.

use foretree::live::{Input, Leading, Selection, Subject, leading};
use foretree::scenario::{Assumption, Evidence, Node, Quantity, Scenario};
use foretree::seeds::catalogue;

use crate::places::{edited, example, run, wish};

fn of(scenario: &std::sync::Arc<Scenario>, key: &str, selection: Selection) -> Leading {
    let results = run(scenario, &wish(2_000));
    leading(&results, &Subject::parse(key).unwrap(), selection, 8)
}

/// Every parameter at its median but one.
fn all_certain_but(scenario: &mut Scenario, free: &str) {
    for parameter in catalogue().parameters.iter().filter(|p| p.id != free) {
        let assumption = Assumption {
            value: Quantity::Fixed(parameter.p50),
            rationale: String::new(),
            evidence: Evidence::default(),
            sources: Vec::new(),
        };
        scenario
            .assumptions
            .insert(parameter.id.clone(), assumption);
    }
}

#[test]
fn the_only_uncertain_parameter_leads() {
    let free = "price_decline";
    let scenario = edited(&example("ldc-as-now"), |s| all_certain_but(s, free));
    let found = of(&scenario, "offline:poor_women", Selection::Everything);
    let first = &found.inputs[0];
    assert_eq!(first.input, Input::Parameter(free.to_owned()));
    let drawn = found
        .inputs
        .iter()
        .filter(|i| !matches!(i.input, Input::Node { .. }));
    assert_eq!(drawn.count(), 1, "{:?}", found.inputs);
    assert!(first.share > 0.05 && first.share <= 1.0, "{}", first.share);
    assert!(first.correlation < -0.2, "cheaper data bring people online");
    assert!(first.low > first.high);
    assert!(first.levels[0] < first.levels[1] && first.levels[1] < first.levels[2]);
}

#[test]
fn a_node_counts_with_the_variance_between_its_outcomes() {
    let scenario = example("malawi-tax");
    let results = run(&scenario, &wish(2_000));
    let subject = Subject::parse("offline:poor_women").unwrap();
    let found = leading(&results, &subject, Selection::Option(0), 40);
    let plan = &results.ensemble.plan;
    let paths = Selection::Option(0).paths(plan);
    let values = results.values(&subject).unwrap();
    let chances = &results.weights.chance_mean;
    let mean_of = |test: &dyn Fn(usize) -> bool| {
        let (mut sum, mut total) = (0.0, 0.0);
        for path in paths.iter().copied().filter(|path| test(*path)) {
            sum += chances[path] * values[path].iter().sum::<f64>() / 2_000.0;
            total += chances[path];
        }
        (sum / total, total)
    };
    let (mean, _) = mean_of(&|_| true);
    let variance: f64 = paths
        .iter()
        .map(|path| {
            let squares: f64 = values[*path].iter().map(|v| (v - mean).powi(2)).sum();
            chances[*path] * squares / 2_000.0
        })
        .sum();
    let mut met = 0;
    for (id, node) in &scenario.tree.nodes {
        let Node::Chance(chance) = node else { continue };
        let has = |path: usize, outcome: &str| {
            let step = (id.clone(), outcome.to_owned());
            plan.paths[path].history.contains(&step)
        };
        let (met_mean, _) = mean_of(&|path| plan.paths[path].history.iter().any(|(n, _)| n == id));
        let between: f64 = chance
            .branches
            .iter()
            .map(|branch| mean_of(&|path| has(path, &branch.id)))
            .filter(|(_, weight)| *weight > 0.0)
            .map(|(own, weight)| weight * (own - met_mean).powi(2))
            .sum();
        let told = found
            .inputs
            .iter()
            .find(|input| matches!(&input.input, Input::Node { node, .. } if node == id));
        if let Some(told) = told {
            met += 1;
            assert!((told.share - between / variance).abs() < 1e-9, "{id}");
            assert!(told.low <= told.high);
        }
    }
    assert!(met > 0, "some node matters: {:?}", found.inputs);
}

#[test]
fn shares_are_shares_and_stand_in_order() {
    for key in ["offline:poor_women", "income_poor_vs_noai", "displaced_cum"] {
        let found = of(&example("malawi-tax"), key, Selection::Option(1));
        assert!(found.inputs.len() >= 3, "{key}");
        assert!(
            found.inputs.iter().all(|i| i.share > 0.0 && i.share <= 1.0),
            "{key}"
        );
        assert!(
            found
                .inputs
                .windows(2)
                .all(|pair| pair[0].share >= pair[1].share)
        );
        assert!((0.0..=1.0).contains(&found.rest));
    }
}

#[test]
fn what_never_differs_has_nothing_that_leads() {
    let found = of(&example("ldc-as-now"), "cost_musd", Selection::Everything);
    assert!(found.inputs.is_empty());
    let results = run(&example("ldc-as-now"), &wish(20));
    let few = leading(
        &results,
        &Subject::parse("usage").unwrap(),
        Selection::Everything,
        6,
    );
    assert!(few.inputs.is_empty(), "too few draws to tell");
}
