//! Choices from an open scenario agree with the numbers that they are made of.

use foretree::files::examples::EXAMPLES;
use foretree::live::choices::{
    ChoiceRule, ChoicesAsk, ChoicesFault, Extra, MapAsk, Objective, choice_map, choices,
};
use foretree::live::{CohortMeasure, Results, Subject, answer_line, reweighted};
use foretree::report::choices::Choices;
use foretree::scenario::{Node, Quantity, Scenario};

use crate::places::{edited, example, read, run, wish};

fn women() -> Subject {
    Subject::Cohort(CohortMeasure::Offline, "poor_women".to_owned())
}

fn chosen(results: &Results, ask: &ChoicesAsk) -> Choices {
    choices(results, ask, &mut || true).unwrap()
}

/// The Malawi example with its later decision closed.
fn one_decision() -> Results {
    let scenario = edited(&example("malawi-tax"), |scenario| {
        let open = scenario.tree.nodes.iter_mut();
        for (id, node) in open {
            if let (true, Node::Decision(decision)) = (id != "budget", node) {
                decision.choose = decision.options.first().map(|option| option.id.clone());
            }
        }
    });
    run(&scenario, &wish(300))
}

#[test]
fn averages_are_those_of_the_answer_line_where_nothing_is_decided_later() {
    let results = one_decision();
    let found = chosen(&results, &ChoicesAsk::about(&women()));
    let line = answer_line(&results, &women());
    assert_eq!(found.options.len(), line.entries.len());
    for (own, entry) in found.options.iter().zip(&line.entries) {
        assert_eq!(own.option, entry.option);
        assert!(
            (own.expected - entry.moments.mean).abs() < 1e-9,
            "{}",
            own.option
        );
        assert_eq!(own.value.p50, Some(entry.p50()));
        assert!(own.worst >= own.value.p95.unwrap());
    }
}

#[test]
fn later_decisions_at_their_best_are_better_than_taken_alike() {
    let results = run(&example("malawi-tax"), &wish(300));
    let found = chosen(&results, &ChoicesAsk::about(&women()));
    let line = answer_line(&results, &women());
    for (own, entry) in found.options.iter().zip(&line.entries) {
        assert!(own.expected <= entry.moments.mean + 1e-12);
    }
    assert!(found.histories.iter().any(|own| !own.after.is_empty()));
    let shares: f64 = found.options.iter().map(|own| own.best_in).sum();
    assert!((shares - 1.0).abs() < 1e-9);
}

/// Sets the first branch of a chance of two to a probability.
fn with_chance(scenario: &Scenario, node: &str, p: f64) -> std::sync::Arc<Scenario> {
    edited(scenario, |scenario| {
        let Some(Node::Chance(chance)) = scenario.tree.nodes.get_mut(node) else {
            panic!("a chance");
        };
        chance.branches[0].probability = Quantity::Fixed(p);
        chance.branches[1].probability = Quantity::Fixed(1.0 - p);
    })
}

#[test]
fn at_a_threshold_the_two_options_are_level() {
    let results = one_decision();
    let scenario = with_chance(&results.scenario, "passed_on", 0.36);
    let results = run(&scenario, &wish(300));
    let ask = ChoicesAsk::about(&women());
    let found = chosen(&results, &ask);
    let region = found
        .regions
        .iter()
        .find(|own| own.node == "passed_on")
        .unwrap();
    assert!((region.now - 0.36).abs() < 1e-12);
    let [low, high] = region.stretches.as_slice() else {
        panic!("{region:?}")
    };
    let there = with_chance(&results.scenario, "passed_on", low.to);
    let there = chosen(&reweighted(&results, &there).unwrap(), &ask);
    let gap = there.options[low.best].expected - there.options[high.best].expected;
    assert!(gap.abs() < 1e-9, "{gap}");
}

#[test]
fn new_probabilities_give_what_a_new_run_gives() {
    let before = run(&example("malawi-tax"), &wish(200));
    let after = with_chance(&before.scenario, "passed_on", 0.8);
    let ask = ChoicesAsk::about(&women());
    let quick = chosen(&reweighted(&before, &after).unwrap(), &ask);
    assert_eq!(quick, chosen(&run(&after, &wish(200)), &ask));
}

#[test]
fn every_example_has_an_answer_without_holes() {
    for (name, text) in EXAMPLES {
        let results = run(&read(text), &wish(120));
        let ask = ChoicesAsk {
            extra: Extra {
                information: true,
                ..Extra::default()
            },
            ..ChoicesAsk::about(&Subject::Indicator("offline_poor".to_owned()))
        };
        let found = match choices(&results, &ask, &mut || true) {
            Err(ChoicesFault::NothingOpen) => continue,
            found => found.unwrap_or_else(|fault| panic!("{name}: {fault:?}")),
        };
        for own in &found.options {
            let all = [
                own.expected,
                own.error,
                own.worst,
                own.regret,
                own.regret_mean,
            ];
            assert!(all.iter().all(|v| v.is_finite()), "{name} {own:?}");
        }
        let worth = found.information.unwrap();
        let most = worth.everything.value;
        for own in &worth.chances {
            let value = own.worth.value;
            assert!(
                value >= 0.0 && value <= most + 3.0 * worth.everything.error + 1e-9,
                "{name}"
            );
        }
    }
}

#[test]
fn equity_runs_from_the_average_to_the_worst_off() {
    let results = one_decision();
    let at = |epsilon: f64| {
        let ask = ChoicesAsk {
            objective: Objective::Even(CohortMeasure::Offline, epsilon),
            ..ChoicesAsk::about(&women())
        };
        chosen(&results, &ask).options[0].expected
    };
    // The more inequality is minded, the more people count as offline.
    assert!(at(0.0) < at(1.0) && at(1.0) < at(3.0));
    let mean = ChoicesAsk::about(&Subject::Indicator("usage".to_owned()));
    let usage = chosen(&results, &mean).options[0].expected;
    assert!((1.0 - at(0.0) - usage).abs() < 0.02, "{} {usage}", at(0.0));
}

#[test]
fn a_map_agrees_with_the_regions_on_its_cross() {
    let results = run(&example("malawi-tax"), &wish(200));
    let ask = ChoicesAsk::about(&women());
    let found = chosen(&results, &ask);
    let asked = MapAsk {
        ask,
        across: 0,
        up: 1,
        size: (21, 41),
    };
    let map = choice_map(&results, &asked).unwrap();
    assert_eq!((map.cells.len(), map.cells[0].len()), (21, 41));
    assert!((map.now.0 - found.regions[0].now).abs() < 1e-12);
    let same = MapAsk { up: 0, ..asked };
    assert!(choice_map(&results, &same).is_err());
}

#[test]
fn what_makes_no_sense_is_refused() {
    let results = one_decision();
    let refused = |change: &dyn Fn(&mut ChoicesAsk)| {
        let mut ask = ChoicesAsk::about(&women());
        change(&mut ask);
        choices(&results, &ask, &mut || true).unwrap_err()
    };
    let unknown = Subject::Indicator("joy".to_owned());
    let found = refused(&|ask| ask.objective = Objective::One(unknown.clone()));
    assert_eq!(found, ChoicesFault::NoSubject("joy".to_owned()));
    assert_eq!(
        refused(&|ask| ask.year = Some(1999)),
        ChoicesFault::NoYear(1999)
    );
    let none = refused(&|ask| ask.objective = Objective::Several(Vec::new()));
    assert_eq!(none, ChoicesFault::Weights);
    let level = refused(&|ask| ask.rule = ChoiceRule::Tail(0.0));
    assert!(matches!(level, ChoicesFault::Choice(_)));
}
