use super::any_edit::{make, whims};
use super::{example, tutorial};
use foretree::files::examples::EXAMPLES;
use foretree::scenario::edit::*;
use foretree::scenario::{Quantity, Scenario};
use foretree::sim::{Plan, PlanOptions};
use proptest::prelude::*;
use std::collections::HashSet;

fn compiled(scenario: &Scenario, stress: Option<&str>) -> Option<Plan> {
    let options = PlanOptions {
        draws: Some(8),
        stress: stress.map(str::to_owned),
        ..PlanOptions::default()
    };
    Plan::compile(scenario, &options).ok()
}

/// Everything that a run depends on.
fn runs(plan: &Plan) -> String {
    let paths: Vec<_> = plan
        .paths
        .iter()
        .map(|p| {
            (
                &p.id,
                &p.history,
                &p.costs,
                &p.rows,
                p.option,
                p.idle_option,
            )
        })
        .collect();
    format!(
        "{:?} {:?} {:?} {:?} {:?} {paths:?} {:?} {:?} {:?}",
        plan.baseline,
        plan.reference,
        plan.columns.list(),
        plan.drawn_slots,
        plan.segments,
        plan.peers,
        plan.open,
        (plan.steps, plan.seed, plan.sampling, plan.rows),
    )
}

/// Every path's factors of its weight, with the numbers behind them.
fn weights(plan: &Plan) -> String {
    let factors = plan.paths.iter().map(|path| &path.factors);
    format!("{:?} {:?}", plan.splits, factors.collect::<Vec<_>>())
}

/// The promise that the judgement gives, held against what is compiled.
fn assert_honest(old: &Scenario, new: &Scenario, stress: Option<&str>) {
    let change = what_it_affects(old, new);
    let (Some(before), Some(now)) = (compiled(old, stress), compiled(new, stress)) else {
        return;
    };
    if change <= Change::Probabilities {
        assert_eq!(runs(&before), runs(&now), "called {change:?}");
    }
    if change == Change::Nothing {
        assert_eq!(weights(&before), weights(&now));
    }
}

fn none() -> HashSet<String> {
    HashSet::new()
}

#[test]
fn a_nudge_needs_other_weights_only() {
    let old = tutorial();
    let mut new = old.clone();
    nudge(&mut new, "power", "fast", None, 0.1, &none()).unwrap();
    assert_eq!(what_it_affects(&old, &new), Change::Probabilities);
    let earlier = &earlier_outcomes(&old, "power")[1];
    add_given(&mut new, "power", earlier).unwrap();
    assert_eq!(what_it_affects(&old, &new), Change::Probabilities);
    assert_honest(&old, &new, None);
}

#[test]
fn an_uncertain_probability_needs_draws_of_its_own() {
    let old = tutorial();
    let mut new = old.clone();
    let uniform = Quantity::Uniform { min: 0.2, max: 0.4 };
    set_uncertain(&mut new, "power", "fast", None, uniform).unwrap();
    assert_eq!(what_it_affects(&old, &new), Change::Runs);
    // Beside it a certain one can still be changed without a run.
    let mut newer = new.clone();
    let slow = "slow";
    set_probability(&mut newer, "power", slow, None, 0.6, &none()).unwrap();
    assert_eq!(what_it_affects(&new, &newer), Change::Probabilities);
    assert_honest(&new, &newer, None);
}

#[test]
fn an_override_beside_an_uncertain_probability_decides_what_is_drawn() {
    let mut old = tutorial();
    let uniform = Quantity::Uniform { min: 0.2, max: 0.4 };
    set_uncertain(&mut old, "power", "fast", None, uniform).unwrap();
    let mut new = old.clone();
    let earlier = earlier_outcomes(&old, "power");
    remove_given(&mut new, "power", &earlier[0]).unwrap();
    assert_eq!(what_it_affects(&old, &new), Change::Runs);
}

#[test]
fn a_closed_decision_leaves_other_paths() {
    let old = tutorial();
    let mut new = old.clone();
    choose(&mut new, "money", Some("masts")).unwrap();
    assert_eq!(what_it_affects(&old, &new), Change::Runs);
}

#[test]
fn the_order_of_options_is_part_of_the_numbers() {
    let old = tutorial();
    let mut new = old.clone();
    move_outcome(&mut new, "money", "as_now", 0).unwrap();
    assert_eq!(what_it_affects(&old, &new), Change::Runs);
}

#[test]
fn a_certainty_or_an_effort_changes_no_number() {
    let old = tutorial();
    let mut new = old.clone();
    set_effort(&mut new, "money", "masts", Some(1)).unwrap();
    set_certainty(&mut new, "money", foretree::scenario::Certainty::Uncertain).unwrap();
    set_layer(&mut new, "money", foretree::scenario::Layer::Skills).unwrap();
    assert_eq!(what_it_affects(&old, &new), Change::Nothing);
    assert_honest(&old, &new, None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_edit_that_changes_what_is_compiled_is_called_nothing(
        which in 0..EXAMPLES.len(),
        whims in whims(6),
    ) {
        let mut scenario = example(EXAMPLES[which].0);
        for whim in &whims {
            let before = scenario.clone();
            if make(&mut scenario, whim).is_ok() {
                assert_honest(&before, &scenario, None);
                if let Some(wildcard) = before.wildcards.first() {
                    assert_honest(&before, &scenario, Some(&wildcard.id));
                }
            }
        }
    }
}
