//! One run, two runs, nothing at all, numbers near the end of what numbers are.

use foretree::analysis::ahead::ahead;
use foretree::analysis::choices::{
    DecisionTree, Difference, Payoffs, Rule, equally_distributed, partial_information, roll_back,
};
use foretree::analysis::convergence::{Enough, estimates, next_draws, of_mean, of_quantile};
use foretree::analysis::guess::interval_score;
use foretree::analysis::weighted::{Part, Weight, mean, quantiles};

/// With wins only, McNemar's test (1947) needs four runs to reach two standard errors.
#[test]
fn three_wins_in_three_runs_decide_nothing() {
    let wins = |runs: usize| ahead(&vec![1.0; runs], &vec![0.0; runs], None, 0.0).unwrap();
    for runs in 1..=3 {
        assert!(wins(runs).is_undecided(1.96), "{runs}");
    }
    assert!(!wins(5).is_undecided(1.96));
    assert!(ahead(&[1.0], &[1.0], None, 0.0).unwrap().is_undecided(1.96));
}

#[test]
fn no_run_and_no_weight_are_no_difference() {
    let nothing = [
        Difference::between(&[], &[], None),
        Difference::between(&[1.0], &[0.0], Some(&[0.0])),
        Difference::between(&[1.0, 2.0], &[0.0, 0.0], Some(&[])),
    ];
    for found in nothing {
        assert_eq!((found.mean, found.error, found.ahead), (0.0, 0.0, 0.5));
        assert!(!found.is_clear());
    }
    let few = Difference::between(&[3.0, 9.0], &[1.0], Some(&[2.0, 1.0, 7.0]));
    assert_eq!((few.mean, few.error, few.ahead), (2.0, 0.0, 1.0));
    assert_eq!(interval_score((1.0, 4.0), 0.1, &[]), 3.0);
}

#[test]
fn what_has_no_weight_may_have_no_value() {
    let part = [Part {
        values: &[f64::NAN, 2.0, 4.0, f64::NAN],
        weights: Weight::Each(&[0.0, 1.0, 1.0, 0.0]),
    }];
    assert_eq!((mean(&part), quantiles(&part, [0.5])[0]), (3.0, 2.0));
    assert_eq!(of_mean(&part).error, 1.0);
    let short = [Part {
        values: &[2.0, 4.0, 100.0],
        weights: Weight::Each(&[1.0, 1.0]),
    }];
    assert_eq!((mean(&short), quantiles(&short, [1.0])[0]), (3.0, 4.0));
    assert_eq!(of_quantile(&short, 0.5).value, 2.0);
    assert!(of_quantile(&short, 1.5).value.is_nan());
}

#[test]
fn one_estimate_has_no_error_and_none_is_none() {
    assert!(estimates(&[]).value.is_nan());
    let one = estimates(&[2.0]);
    assert_eq!((one.value, one.low, one.high), (2.0, None, None));
    assert_eq!(
        next_draws(u64::MAX / 2 + 1, Enough::Unknown, u64::MAX),
        Some(u64::MAX)
    );
}

#[test]
fn weights_and_payoffs_near_the_end_of_numbers_keep_their_proportions() {
    let rows = vec![vec![1.0, 3.0], vec![2.0, 2.0]];
    let table = Payoffs::weighted(rows, vec![1e308, 1e308]).unwrap();
    assert_eq!(table.expected(), [2.0, 2.0]);
    assert_eq!(table.weights(), [0.5, 0.5]);
    let huge = [Part {
        values: &[-1.5e308, 0.0, 1.5e308],
        weights: Weight::Same(1.0),
    }];
    assert_eq!(quantiles(&huge, [0.1, 0.5, 0.9]), [-1.5e308, 0.0, 1.5e308]);
    let mut tree = DecisionTree::with_runs(2);
    let end = tree.end_runs(vec![-1e300, 1e300]).unwrap();
    for rule in [
        Rule::Expected,
        Rule::Worst,
        Rule::Tail(0.5),
        Rule::Utility(1.0),
    ] {
        assert!(
            roll_back(&tree, rule).unwrap().value(end).is_finite(),
            "{rule:?}"
        );
    }
    assert!(equally_distributed(&[1e-300, 1e300], &[1.0, 1.0], 3.0).unwrap() < 1e-299);
}

#[test]
fn weights_that_are_worth_too_few_runs_are_refused() {
    let input: Vec<f64> = (0..1_000).map(f64::from).collect();
    let rows = vec![input.clone(), vec![400.0; 1_000]];
    let mut weights = vec![1e-9; 1_000];
    weights[..50].fill(1.0);
    let table = Payoffs::weighted(rows, weights).unwrap();
    assert!(partial_information(&input, &table).is_err());
}
