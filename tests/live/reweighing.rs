//! New probabilities are laid over the same runs; everything else is simulated again.

use std::sync::Arc;

use foretree::files::examples::EXAMPLES;
use foretree::files::parse;
use foretree::live::{Results, Stage, reweighted, simulate};
use foretree::scenario::{Assumption, Evidence, Node, Quantity, Scenario};
use proptest::prelude::*;

use crate::places::{assert_same, edited, example, read, run, set_probabilities, text, wish};

/// A chance node by its number among those of an example.
fn branches(scenario: &mut Scenario) -> &mut Vec<foretree::scenario::Branch> {
    let nodes = scenario.tree.nodes.values_mut();
    let mut chances = nodes.filter_map(|node| match node {
        Node::Chance(chance) => Some(&mut chance.branches),
        Node::Decision(_) => None,
    });
    chances.next().expect("a chance node")
}

/// Changes a scenario.
type Mend = fn(&mut Scenario);

#[test]
fn every_example_is_reweighted_to_exactly_what_a_new_run_gives() {
    for (name, text) in EXAMPLES {
        let before = read(text);
        let results = run(&before, &wish(70));
        let shares = [0.3, 0.0, 0.85, 1.0, 0.5];
        for turn in 0..shares.len() {
            let mut next = turn;
            let mut after = (*before).clone();
            set_probabilities(&mut after, || {
                next += 1;
                shares[next % shares.len()]
            });
            let after = Arc::new(after);
            let quick = reweighted(&results, &after);
            let quick = quick.unwrap_or_else(|| panic!("{name} has to be reweighted"));
            assert_same(&quick, &run(&after, &wish(70)));
        }
    }
}

#[test]
fn weights_can_be_changed_again_and_again() {
    let before = example("malawi-tax");
    let mut results = run(&before, &wish(64));
    let mut scenario = (*before).clone();
    for step in 1..8 {
        set_probabilities(&mut scenario, || f64::from(step) / 10.0);
        let next = Arc::new(scenario.clone());
        results = reweighted(&results, &next).expect("probabilities only");
    }
    assert_same(&results, &run(&Arc::new(scenario), &wish(64)));
    let back = reweighted(&results, &before).expect("the way back");
    assert_same(&back, &run(&before, &wish(64)));
}

#[test]
fn texts_need_no_new_run() {
    let before = example("malawi-tax");
    let results = run(&before, &wish(64));
    let after = edited(&before, |s| {
        s.title = "Other".to_owned();
        s.notes = "Other".to_owned();
        branches(s)[0].title = "Other".to_owned();
        branches(s)[0].rationale = "Other".to_owned();
    });
    let quick = reweighted(&results, &after).expect("texts only");
    assert_eq!(quick.scenario.title, "Other");
    assert_same(&quick, &run(&after, &wish(64)));
}

#[test]
fn what_moves_numbers_is_simulated_again() {
    let before = example("malawi-tax");
    let results = run(&before, &wish(64));
    let changes: [(&str, Mend); 12] = [
        ("an uncertain probability", |s| {
            branches(s)[0].probability = Quantity::Beta {
                alpha: 2.0,
                beta: 3.0,
                min: 0.0,
                max: 1.0,
            };
        }),
        ("a measure", |s| {
            branches(s)[0].adopts.push("9.1".to_owned())
        }),
        ("the next node", |s| branches(s)[0].next = None),
        ("the name of a branch", |s| branches(s)[0].id.push('x')),
        ("the order of branches", |s| branches(s).reverse()),
        ("the horizon", |s| s.setting.horizon.1 = 2038),
        ("the reference country", |s| {
            s.setting.reference = Some("KEN".to_owned())
        }),
        ("the draws", |s| s.simulation.draws += 1),
        ("the seed", |s| s.simulation.seed += 1),
        ("an assumption", |s| {
            s.assumptions
                .insert("price_decline".to_owned(), assumption(0.04));
        }),
        ("the order of nodes", |s| s.tree.nodes.reverse()),
        ("a closed decision", |s| {
            let decision = s.tree.nodes.values_mut().find_map(|node| match node {
                Node::Decision(decision) => Some(decision),
                Node::Chance(_) => None,
            });
            let decision = decision.expect("a decision");
            decision.choose = Some(decision.options[0].id.clone());
        }),
    ];
    for (what, change) in changes {
        let after = edited_in_any_order(&before, change);
        assert!(reweighted(&results, &after).is_none(), "{what}");
    }
}

/// Maps are equal in any order, so the edit cannot be required to show.
fn edited_in_any_order(scenario: &Scenario, edit: fn(&mut Scenario)) -> Arc<Scenario> {
    let mut changed = scenario.clone();
    edit(&mut changed);
    Arc::new(changed)
}

fn assumption(value: f64) -> Assumption {
    Assumption {
        value: Quantity::Fixed(value),
        rationale: String::new(),
        evidence: Evidence::default(),
        sources: Vec::new(),
    }
}

#[test]
fn a_cancelled_run_stays_partial_under_new_weights() {
    let before = example("malawi-tax");
    let mut calls = 0;
    let part = simulate(&before, &wish(20_000), &mut |share| {
        calls += 1;
        share < 0.01 && calls < 5_000
    });
    let part = part.expect("a plan");
    assert_eq!(part.stage, Stage::Partial);
    assert!(part.draws() > 0 && part.draws() < 20_000);
    let after = edited(&before, |s| set_probabilities(s, || 0.4));
    let quick = reweighted(&part, &after).expect("probabilities only");
    assert_eq!((quick.stage, quick.draws()), (Stage::Partial, part.draws()));
}

/// An example with one number of its text replaced by another, if that is still a scenario.
fn mutated(text: &str, place: usize, value: &str) -> Option<Arc<Scenario>> {
    let starts = text.match_indices(|c: char| c.is_ascii_digit());
    let starts: Vec<usize> = starts
        .map(|(at, _)| at)
        .filter(|at| {
            !text[..*at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.' || c == '_')
        })
        .collect();
    let from = *starts.get(place % starts.len())?;
    let length = text[from..].find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
    let changed = format!("{}{value}{}", &text[..from], &text[from + length..]);
    parse(&changed, "test")
        .ok()
        .map(|loaded| Arc::new(loaded.scenario))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// The worst fault would be to keep numbers that belong to another scenario.
    #[test]
    fn whatever_number_of_a_file_is_changed_no_wrong_number_is_kept(
        number in 0..EXAMPLES.len(),
        place in 0_usize..10_000,
        value in prop::sample::select(vec!["0", "1", "0.25", "2028", "3", "0.999"]),
    ) {
        let text = EXAMPLES[number].1;
        let before = read(text);
        let Some(after) = mutated(text, place, value) else { return Ok(()) };
        let results = run(&before, &wish(16));
        if let Some(quick) = reweighted(&results, &after) {
            let again = simulate(&after, &wish(16), &mut |_| true);
            assert_same(&quick, &again.expect("what is reweighted can be simulated"));
        }
    }

    #[test]
    fn random_probabilities_are_reweighted_exactly(
        number in 0..EXAMPLES.len(),
        shares in prop::collection::vec(0.0_f64..=1.0, 1..12),
    ) {
        let before = read(EXAMPLES[number].1);
        let results = run(&before, &wish(16));
        let mut turn = shares.iter().cycle();
        let mut after = (*before).clone();
        set_probabilities(&mut after, || *turn.next().unwrap());
        let after = Arc::new(after);
        let quick: Option<Results> = reweighted(&results, &after);
        assert_same(&quick.expect("probabilities only"), &run(&after, &wish(16)));
    }
}

#[test]
fn numbers_of_a_file_are_really_changed_by_the_test_above() {
    let before = text("malawi-tax");
    let changed = (0..200).filter_map(|place| mutated(before, place, "0.25"));
    let different = changed.filter(|after| **after != *read(before)).count();
    assert!(different > 20, "{different}");
}
