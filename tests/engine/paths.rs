//! Every path of a tree is simulated as if it were alone.

use std::sync::Arc;

use foretree::jobs::{RunOptions, run};
use foretree::scenario::{Node, Quantity, Scenario};
use foretree::sim::{Ensemble, Plan, PlanOptions};

use super::trees::{Parts, rich};
use crate::support::runs::{bits, draws, number, scenario, with, yearly_bits};

/// More than one chunk, and no whole number of packets.
const DRAWS: u32 = 301;

/// The scenario with nothing left but one path, under the same ids.
fn alone(scenario: &Scenario, history: &[(String, String)]) -> Scenario {
    let mut single = scenario.clone();
    let passed = |id: &str| {
        history
            .iter()
            .find(|(node, _)| node == id)
            .map(|(_, outcome)| outcome.clone())
    };
    single.tree.nodes.retain(|id, _| passed(id).is_some());
    for (id, node) in &mut single.tree.nodes {
        let taken = passed(id).expect("kept");
        match node {
            Node::Decision(decision) => decision.options.retain(|o| o.id == taken),
            Node::Chance(chance) => {
                chance.branches.retain(|b| b.id == taken);
                chance.branches.iter_mut().for_each(|b| {
                    b.probability = Quantity::Fixed(1.0);
                    b.given.clear();
                });
            }
        }
    }
    single
}

fn simulate(scenario: &Scenario, options: &PlanOptions) -> Ensemble {
    let plan = Arc::new(Plan::compile(scenario, options).expect("a plan"));
    run(&plan, &RunOptions::default(), &mut |_| true).ensemble
}

fn leaves_equal_single_paths(options: &PlanOptions) {
    let whole = scenario(&rich(&Parts::default()));
    let tree = simulate(&whole, options);
    assert_eq!(tree.plan.paths.len(), 8);
    for (path, leaf) in tree.plan.paths.iter().enumerate() {
        let single = simulate(&alone(&whole, &leaf.history), options);
        assert_eq!(single.plan.paths.len(), 1);
        assert_eq!(single.plan.paths[0].id, leaf.id);
        assert_eq!(bits(&tree, path), bits(&single, 0), "{}", leaf.id);
        assert_eq!(
            yearly_bits(&tree, path),
            yearly_bits(&single, 0),
            "{}",
            leaf.id
        );
    }
}

#[test]
fn every_leaf_of_a_tree_equals_its_path_run_alone_to_the_bit() {
    leaves_equal_single_paths(&PlanOptions {
        draws: Some(DRAWS),
        ..PlanOptions::default()
    });
}

#[test]
fn so_does_every_leaf_at_the_medians_and_under_a_wildcard() {
    leaves_equal_single_paths(&PlanOptions {
        median: true,
        ..PlanOptions::default()
    });
    let stress = Some("quake".to_owned());
    leaves_equal_single_paths(&PlanOptions {
        draws: Some(20),
        stress,
        ..PlanOptions::default()
    });
}

#[test]
fn paths_of_a_tree_differ() {
    let tree = draws(&rich(&Parts::default()), 20);
    let all: std::collections::HashSet<Vec<u64>> = (0..8).map(|path| bits(&tree, path)).collect();
    assert_eq!(all.len(), 8);
}

/// A new option and a new branch, standing before and after the old ones.
const GROWN: Parts = Parts {
    more_money: r#"(id: "skills", title: "Skills", adopts: ["2.1", "6.3"], next: "race"),"#,
    more_storm: r#"(id: "worse", title: "Worse", probability: 0.1, effects: [
        (path: "coverage_loss", op: Add, magnitude: Uniform(min: 0.3, max: 0.4), duration: 3),
        (path: "frontier_growth", op: Multiply, magnitude: Uniform(min: 0.5, max: 0.9))]),"#,
    storm: (0.25, 0.65),
};

#[test]
fn new_branches_change_no_number_of_the_old_paths() {
    let (old, new) = (
        draws(&rich(&Parts::default()), DRAWS),
        draws(&rich(&GROWN), DRAWS),
    );
    assert_eq!(new.plan.paths.len(), 18);
    for (path, leaf) in old.plan.paths.iter().enumerate() {
        let there = number(&new, &leaf.id);
        assert_eq!(bits(&old, path), bits(&new, there), "{}", leaf.id);
        assert_eq!(
            yearly_bits(&old, path),
            yearly_bits(&new, there),
            "{}",
            leaf.id
        );
    }
}

#[test]
fn another_seed_gives_other_numbers_and_the_same_seed_the_same() {
    let text = rich(&Parts::default());
    let seeded = |seed: u64| {
        let options = PlanOptions {
            draws: Some(40),
            seed: Some(seed),
            ..PlanOptions::default()
        };
        bits(&with(&text, &options), 0)
    };
    assert_eq!(seeded(1), seeded(1));
    assert_ne!(seeded(1), seeded(2));
}

#[test]
fn a_chosen_option_closes_its_decision_and_keeps_its_numbers() {
    let open = scenario(&rich(&Parts::default()));
    let mut closed = open.clone();
    if let Some(Node::Decision(decision)) = closed.tree.nodes.get_mut("money") {
        decision.choose = Some("as_now".to_owned());
    }
    let options = PlanOptions {
        draws: Some(40),
        ..PlanOptions::default()
    };
    let (open, closed) = (simulate(&open, &options), simulate(&closed, &options));
    assert!(open.plan.is_open() && !closed.plan.is_open());
    assert_eq!(closed.plan.paths.len(), 4);
    for (path, leaf) in closed.plan.paths.iter().enumerate() {
        assert!(leaf.id.starts_with("money=as_now/"), "{}", leaf.id);
        assert_eq!(
            bits(&closed, path),
            bits(&open, number(&open, &leaf.id)),
            "{}",
            leaf.id
        );
    }
}
