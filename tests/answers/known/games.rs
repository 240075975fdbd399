//! Shapley values of known games, order statistics of printed tables, scores by other tools.

use foretree::analysis::attribution::{Coalition, Effort, attribute};
use foretree::analysis::backtest::scores::{crps_sample, pit_histogram};
use foretree::analysis::convergence::ranks;
use foretree::analysis::dominance::{Verdict, dominance};
use foretree::analysis::weighted::{Part, Weight};

fn shapley(players: usize, worth: impl Fn(&[usize]) -> f64) -> Vec<f64> {
    let mut game = |made: Coalition| {
        let there: Vec<usize> = (0..players).filter(|player| made.has(*player)).collect();
        Some(vec![worth(&there)])
    };
    let found = attribute(players, &Effort::default(), &mut game).unwrap();
    found.contributions.iter().map(|c| c.mean).collect()
}

fn are(found: &[f64], known: &[f64]) {
    assert_eq!(found.len(), known.len());
    let same = found.iter().zip(known).all(|(a, b)| (a - b).abs() < 1e-9);
    assert!(same, "{found:?} {known:?}");
}

/// O'Neill 1982, *A problem of rights arbitration from the Talmud*: claims of 100, 200 and 300 on an
/// estate; the Shapley value is what creditors get on average when they run to the bank.
#[test]
fn creditors_who_run_to_the_bank_get_the_shapley_value() {
    let claims = [100.0, 200.0, 300.0];
    let of = |estate: f64| {
        shapley(3, |there| {
            let others = (0..3).filter(|creditor| !there.contains(creditor));
            (estate - others.map(|creditor| claims[creditor]).sum::<f64>()).max(0.0)
        })
    };
    are(&of(100.0), &[100.0 / 3.0; 3]);
    are(&of(200.0), &[100.0 / 3.0, 250.0 / 3.0, 250.0 / 3.0]);
    are(&of(300.0), &[50.0, 100.0, 150.0]);
}

/// Shapley and Shubik 1954; the council of the six in 1958: 4, 4, 4, 2, 2 and 1 votes, 12 needed.
/// Luxembourg could never change a vote.
#[test]
fn luxembourg_had_one_vote_and_no_power() {
    let votes = [4, 4, 4, 2, 2, 1];
    let passes = |there: &[usize]| {
        let sum: i32 = there.iter().map(|country| votes[*country]).sum();
        f64::from(u8::from(sum >= 12))
    };
    let known = [14.0, 14.0, 14.0, 9.0, 9.0, 0.0].map(|sixtieths| sixtieths / 60.0);
    are(&shapley(6, passes), &known);
}

/// A single pair of orders has no spread, so no error of 0 may be told of it.
#[test]
fn one_pair_of_orders_is_never_called_precise() {
    let effort = Effort {
        exact: 0,
        pairs: 1,
        precision: 1.0,
        seed: 1,
    };
    let mut worth = |made: Coalition| {
        Some(vec![
            (made.count() as f64).powi(3) * f64::from(u8::from(made.has(0))),
        ])
    };
    let found = attribute(4, &effort, &mut worth).unwrap();
    assert!(!found.precise);
    assert!(found.contributions.iter().any(|c| c.order_error > 0.0));
}

/// Conover 1999, *Practical Nonparametric Statistics*: 95 % intervals for the median (also SciPy
/// 1.17, `stats.binom`).
#[test]
fn intervals_of_the_median_are_those_of_printed_tables() {
    let known = [
        (15, 4, 12),
        (20, 6, 15),
        (30, 10, 21),
        (50, 18, 33),
        (100, 40, 61),
    ];
    for (count, low, high) in known {
        assert_eq!(ranks(count, 0.5, 0.95), (Some(low), Some(high)), "{count}");
    }
    assert_eq!(ranks(100, f64::NAN, 0.95), (None, None));
    assert_eq!(ranks(100, 1.5, 0.95), (None, None));
}

/// By the definition of Gneiting and Raftery 2007 in NumPy: mean |x - y| less half the mean
/// |x - x'|.
#[test]
fn the_crps_of_four_numbers_is_that_of_its_definition() {
    assert!((crps_sample(&[-1.0, 0.0, 1.0, 2.0], 0.5) - 0.375).abs() < 1e-12);
    let histogram: [f64; 2] = pit_histogram([0.1, 0.9, f64::NAN]);
    assert_eq!(histogram, [0.5, 0.5]);
}

/// Ties do not spoil dominance, and two that share an endless payoff are still compared elsewhere.
#[test]
fn moving_one_of_two_equal_payoffs_up_dominates() {
    let part = |values| {
        [Part {
            values,
            weights: Weight::Same(1.0),
        }]
    };
    let found = dominance(&part(&[1.0, 1.0, 3.0]), &part(&[1.0, 2.0, 3.0]), 0.0).unwrap();
    assert_eq!(found.verdict, Verdict::SecondDominates);
    assert!((found.against_first - 1.0 / 3.0).abs() < 1e-12);
    assert_eq!(found.area_against_first, 1.0);
    let endless = f64::INFINITY;
    let found = dominance(
        &part(&[1.0, 3.0, endless]),
        &part(&[2.0, 3.0, endless]),
        0.0,
    )
    .unwrap();
    assert_eq!(found.area_against_first, 1.0);
}
