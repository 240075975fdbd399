//! Rules of choice on plain tables of payoffs.

use foretree::analysis::choices::{ChoiceFault, Difference, Payoffs, highest, lowest};
use proptest::prelude::*;
use serde_json::Value;

use crate::oracles::oracle;

fn numbers(known: &Value) -> Vec<f64> {
    known
        .as_array()
        .unwrap()
        .iter()
        .map(|v| v.as_f64().unwrap())
        .collect()
}

fn table() -> (Payoffs, Value) {
    let known = oracle("robustness_regret.json");
    let rows = known["payoffs_strategy_by_scenario"].as_array().unwrap();
    (
        Payoffs::new(rows.iter().map(numbers).collect()).unwrap(),
        known,
    )
}

#[test]
fn every_rule_gives_the_known_scores() {
    let (table, known) = table();
    assert_eq!(table.worst(), numbers(&known["maximin"]));
    assert_eq!(table.expected(), numbers(&known["laplace"]));
    assert_eq!(table.largest_regret(), numbers(&known["max_regret"]));
    assert_eq!(
        table.domain(30.0),
        numbers(&known["starr_domain_threshold_30"])
    );
    let near = |found: Vec<f64>, key: &str| {
        let known = numbers(&known[key]);
        assert!(
            found.iter().zip(&known).all(|(f, k)| (f - k).abs() < 1e-9),
            "{key} {found:?}"
        );
    };
    near(table.hurwicz(0.6).unwrap(), "hurwicz_alpha_0_6");
    near(table.regret_at(0.9).unwrap(), "percentile_regret_90");
    let regret: Vec<Vec<f64>> = known["regret"]
        .as_array()
        .unwrap()
        .iter()
        .map(numbers)
        .collect();
    assert_eq!(table.regret(), regret);
}

#[test]
fn every_rule_makes_the_known_choice() {
    let (table, known) = table();
    let place = |key: &str| known[key].as_u64().map(|n| n as usize);
    assert_eq!(highest(&table.worst()), place("maximin_choice"));
    assert_eq!(highest(&table.best()), place("maximax_choice"));
    assert_eq!(
        lowest(&table.largest_regret()),
        place("minimax_regret_choice")
    );
}

#[test]
fn the_tail_of_a_table_is_the_mean_of_its_worst() {
    let table = Payoffs::new(vec![vec![4.0, 1.0, 3.0, 2.0]]).unwrap();
    assert_eq!(table.tail(0.5).unwrap(), [1.5]);
    assert_eq!(table.tail(0.375).unwrap(), [(1.0 + 0.5 * 2.0) / 1.5]);
}

#[test]
fn shares_of_best_split_equals() {
    let table = Payoffs::new(vec![vec![1.0, 2.0, 3.0, 0.0], vec![1.0, 1.0, 4.0, 0.0]]).unwrap();
    assert_eq!(table.best_shares(), [0.5, 0.5]);
    let all = table.regrets(None).unwrap();
    assert_eq!((all[0].largest, all[0].mean, all[0].best), (1.0, 0.25, 0.5));
}

#[test]
fn a_difference_within_its_error_is_not_called_ahead() {
    // The same spread of differences around 0.1 and around 1.
    let noise: Vec<f64> = (0..100)
        .map(|i| if i % 2 == 0 { 3.0 } else { -3.0 })
        .collect();
    let nothing = vec![0.0; 100];
    let of = |plus: f64| {
        let ours: Vec<f64> = noise.iter().map(|v| v + plus).collect();
        Difference::between(&ours, &nothing, None)
    };
    assert!(!of(0.1).is_clear() && of(1.0).is_clear());
    // Standard error about 0.3: a difference of 0.1 takes 36 times as many runs for 0.05.
    let needed = of(0.1).runs_needed(100).unwrap();
    assert!((3500..3700).contains(&needed), "{needed}");
    assert_eq!(of(1.0).runs_needed(100), None);
    assert!(!Difference::between(&nothing, &nothing, None).is_clear());
}

#[test]
fn two_equal_options_are_called_different_in_one_of_twenty_trials() {
    let mut luck = super::trees::Luck(11);
    let mut normal = || (0..12).map(|_| luck.next()).sum::<f64>() - 6.0;
    let trials = 2000;
    let clear = (0..trials)
        .filter(|_| {
            let ours: Vec<f64> = (0..200).map(|_| normal()).collect();
            let theirs: Vec<f64> = (0..200).map(|_| normal()).collect();
            Difference::between(&ours, &theirs, None).is_clear()
        })
        .count();
    // 4.6 of 100 lie beyond two standard errors; three errors of a share from 2000 trials.
    let share = clear as f64 / f64::from(trials);
    assert!((share - 0.046).abs() < 0.015, "{share}");
}

#[test]
fn tables_that_make_no_sense_are_refused() {
    assert_eq!(Payoffs::new(Vec::new()), Err(ChoiceFault::Empty));
    assert_eq!(
        Payoffs::new(vec![vec![f64::NAN]]),
        Err(ChoiceFault::NotANumber)
    );
    let uneven = Payoffs::new(vec![vec![1.0], vec![1.0, 2.0]]);
    assert!(matches!(uneven, Err(ChoiceFault::Length { .. })));
    let weightless = Payoffs::weighted(vec![vec![1.0]], vec![0.0]);
    assert_eq!(weightless, Err(ChoiceFault::NoWeight));
}

fn any_table() -> impl Strategy<Value = Vec<Vec<f64>>> {
    (2..5_usize, 1..20_usize).prop_flat_map(|(options, runs)| {
        prop::collection::vec(prop::collection::vec(-100.0..100.0_f64, runs), options)
    })
}

proptest! {
    #[test]
    fn duplicating_scenarios_changes_no_score(rows in any_table()) {
        let one = Payoffs::new(rows.clone()).unwrap();
        let twice = rows.iter().map(|r| [r.clone(), r.clone()].concat()).collect();
        let twice = Payoffs::new(twice).unwrap();
        let near = |a: Vec<f64>, b: Vec<f64>| a.iter().zip(&b).all(|(a, b)| (a - b).abs() < 1e-9);
        prop_assert!(near(one.expected(), twice.expected()));
        prop_assert!(near(one.best_shares(), twice.best_shares()));
        prop_assert!(near(one.tail(0.3).unwrap(), twice.tail(0.3).unwrap()));
        prop_assert_eq!(one.largest_regret(), twice.largest_regret());
        let (a, b) = (one.regrets(None).unwrap(), twice.regrets(None).unwrap());
        prop_assert!(a.iter().zip(&b).all(|(a, b)| a.levels == b.levels));
    }

    #[test]
    fn reordering_options_reorders_the_answers(rows in any_table()) {
        let table = Payoffs::new(rows.clone()).unwrap();
        let turned = Payoffs::new(rows.into_iter().rev().collect()).unwrap();
        let back = |v: Vec<f64>| v.into_iter().rev().collect::<Vec<_>>();
        prop_assert_eq!(table.largest_regret(), back(turned.largest_regret()));
        prop_assert_eq!(table.best_shares(), back(turned.best_shares()));
    }

    #[test]
    fn shares_of_best_sum_to_one_and_some_option_has_no_regret(rows in any_table()) {
        let table = Payoffs::new(rows).unwrap();
        prop_assert!((table.best_shares().iter().sum::<f64>() - 1.0).abs() < 1e-9);
        let regret = table.regret();
        for scenario in 0..table.weights().len() {
            prop_assert!(regret.iter().any(|row| row[scenario] == 0.0));
        }
    }
}
