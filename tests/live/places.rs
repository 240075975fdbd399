//! What the tests look at.

use std::sync::Arc;

use foretree::files::examples::EXAMPLES;
use foretree::files::parse;
use foretree::live::{Results, RunWish, Subject, answer_line, simulate};
use foretree::scenario::{Node, Quantity, Scenario};

/// The text of an example.
pub fn text(name: &str) -> &'static str {
    let found = EXAMPLES.iter().find(|(file, _)| file.starts_with(name));
    found.expect(name).1
}

pub fn read(text: &str) -> Arc<Scenario> {
    Arc::new(parse(text, "test").expect("a valid scenario").scenario)
}

pub fn example(name: &str) -> Arc<Scenario> {
    read(text(name))
}

/// Few draws on one thread.
pub fn wish(draws: u32) -> RunWish {
    RunWish {
        draws: Some(draws),
        threads: Some(1),
        ..RunWish::default()
    }
}

pub fn run(scenario: &Arc<Scenario>, wish: &RunWish) -> Results {
    simulate(scenario, wish, &mut |_| true).expect("a plan")
}

/// A scenario with something changed.
pub fn edited(scenario: &Scenario, edit: impl FnOnce(&mut Scenario)) -> Arc<Scenario> {
    let mut changed = scenario.clone();
    edit(&mut changed);
    assert_ne!(changed, *scenario, "the edit changes something");
    Arc::new(changed)
}

/// Sets all certain probabilities of the tree to parts of what each node had, by turning shares
/// that come from outside.
pub fn set_probabilities(scenario: &mut Scenario, mut share: impl FnMut() -> f64) {
    for node in scenario.tree.nodes.values_mut() {
        let Node::Chance(chance) = node else { continue };
        let all = |quantity: &Quantity| matches!(quantity, Quantity::Fixed(_));
        if chance.branches.iter().all(|b| all(&b.probability)) {
            let mut left = 1.0;
            let last = chance.branches.len() - 1;
            for (number, branch) in chance.branches.iter_mut().enumerate() {
                let part = if number == last { left } else { left * share() };
                branch.probability = Quantity::Fixed(part);
                left -= part;
            }
        }
        let given = chance.branches.iter_mut().flat_map(|b| &mut b.given);
        for given in given.filter(|g| all(&g.probability)) {
            given.probability = Quantity::Fixed(share());
        }
    }
}

/// Every number of two results, bit by bit: weights, what was drawn, what was simulated, and the
/// answers given from it.
pub fn assert_same(one: &Results, other: &Results) {
    let (a, b) = (&one.ensemble, &other.ensemble);
    assert_eq!(a.plan.splits, b.plan.splits);
    assert_eq!(a.plan.open, b.plan.open);
    assert_eq!(a.plan.paths.len(), b.plan.paths.len());
    for (a, b) in a.plan.paths.iter().zip(&b.plan.paths) {
        assert_eq!(a.id, b.id);
        assert_eq!(a.factors, b.factors);
        assert_eq!(a.costs, b.costs);
        assert_eq!(a.rows, b.rows);
        assert_eq!(a.option, b.option);
        assert_eq!(a.idle_option, b.idle_option);
    }
    assert_eq!(one.weights, other.weights);
    assert_eq!(a.kept_columns, b.kept_columns);
    assert_eq!(a.layout.horizon, b.layout.horizon);
    assert_eq!(a.chunks.len(), b.chunks.len());
    for (a, b) in a.chunks.iter().zip(&b.chunks) {
        let bits = |all: &[f64]| all.iter().map(|v| v.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&a.horizon), bits(&b.horizon));
        assert_eq!(bits(&a.yearly), bits(&b.yearly));
        assert_eq!(bits(&a.sums), bits(&b.sums));
        assert_eq!(bits(&a.columns), bits(&b.columns));
    }
    assert_eq!(a.counts, b.counts);
    for key in [
        "offline:poor_women",
        "offline_people",
        "income_poor_vs_noai",
        "cost_musd",
    ] {
        let subject = Subject::parse(key).expect(key);
        let line = |results| format!("{:?}", answer_line(results, &subject));
        assert_eq!(line(one), line(other), "{key}");
    }
}
