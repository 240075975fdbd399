//! Who is ahead, how often, and whether at every mark.

use foretree::analysis::ahead::{PairFault, ahead};
use foretree::analysis::dominance::{Dominance, DominanceFault, Verdict, dominance};
use foretree::analysis::weighted::{Part, Weight};
use proptest::prelude::*;

fn of(values: &[f64]) -> Part<'_> {
    Part {
        values,
        weights: Weight::Same(1.0),
    }
}

fn plain(first: &[f64], second: &[f64], tolerance: f64) -> Dominance {
    dominance(&[of(first)], &[of(second)], tolerance).unwrap()
}

/// Evenly spread values strictly between two ends.
fn uniform(low: f64, high: f64, count: usize) -> Vec<f64> {
    let at = |i: usize| low + (high - low) * (i as f64 + 0.5) / count as f64;
    (0..count).map(at).collect()
}

#[test]
fn whoever_is_moved_up_dominates() {
    let base = uniform(0.0, 1.0, 200);
    let up: Vec<f64> = base.iter().map(|x| x + 0.2).collect();
    let found = plain(&up, &base, 0.01);
    assert_eq!(found.verdict, Verdict::FirstDominates);
    assert_eq!(found.against_first, 0.0);
    assert!((found.against_second - 0.2).abs() < 0.006);
    assert!(found.crossings.is_empty());
    assert_eq!(found.area_against_first, 0.0);
    assert_eq!(
        plain(&base, &up, 0.01).verdict,
        Verdict::SecondDominates,
        "seen from the other side"
    );
}

/// Uniform on (0, 1) against uniform on (1/4, 3/4): the curves cross at 1/2, a quarter of the runs
/// speaks against either, and half of the area does.
#[test]
fn a_narrower_spread_around_the_same_middle_crosses_there() {
    let found = plain(&uniform(0.0, 1.0, 400), &uniform(0.25, 0.75, 400), 0.01);
    assert_eq!(found.verdict, Verdict::Crosses);
    assert!((found.against_first - 0.25).abs() < 0.005, "{found:?}");
    assert!((found.against_second - 0.25).abs() < 0.005);
    assert!((found.area_against_first - 0.5).abs() < 0.02);
    assert!(matches!(found.crossings.as_slice(), [at] if (at - 0.5).abs() < 0.01));
}

#[test]
fn one_bad_run_in_a_thousand_is_nearly_dominance() {
    let base = uniform(0.0, 1.0, 1000);
    let mut up: Vec<f64> = base.iter().map(|x| x + 0.2).collect();
    up[0] = -5.0;
    let found = plain(&up, &base, 0.01);
    assert_eq!(found.verdict, Verdict::FirstNearly);
    assert!((found.against_first - 0.001).abs() < 1e-9);
    // Almost stochastic dominance: the area of the violation over all of it (Leshno and Levy).
    let area = 0.001 * 5.0;
    assert!((found.area_against_first - area / (area + 0.2)).abs() < 0.001);
    assert_eq!(
        plain(&up, &base, 0.0).verdict,
        Verdict::Crosses,
        "without a tolerance the bad run counts"
    );
}

#[test]
fn what_differs_by_less_than_the_tolerance_is_the_same() {
    let base = uniform(0.0, 1.0, 1000);
    let moved: Vec<f64> = base.iter().map(|x| x + 0.004).collect();
    assert_eq!(plain(&moved, &base, 0.01).verdict, Verdict::Same);
    assert_eq!(plain(&base, &base, 0.0).verdict, Verdict::Same);
}

/// 18 and 19 of 100 runs: two samples of the same coin.
#[test]
fn eighteen_and_nineteen_of_a_hundred_are_undecided() {
    let coin = |hits: usize| -> Vec<f64> { (0..100).map(|i| f64::from(i < hits)).collect() };
    let mut other = coin(19);
    other.rotate_left(7);
    let found = ahead(&coin(18), &other, None, 0.0).unwrap();
    assert!(found.is_undecided(1.96), "{found:?}");
    let found = ahead(&coin(90), &coin(10), None, 0.0).unwrap();
    assert!(!found.is_undecided(1.96));
}

/// A share of 1/2 in 100 runs has an error of 5 of 100.
#[test]
fn the_error_of_a_share_is_that_of_a_coin() {
    let first: Vec<f64> = (0..100).map(|i| f64::from(i % 2)).collect();
    let found = ahead(&first, &[0.5; 100], None, 0.0).unwrap();
    assert_eq!((found.ahead, found.behind, found.tied), (0.5, 0.5, 0.0));
    assert!((found.standard_error - 0.05).abs() < 1e-12);
    assert!((found.lead_error - 0.1).abs() < 1e-12);
    assert_eq!(found.effective, 100.0);
}

#[test]
fn ties_are_told_apart_from_leads() {
    let found = ahead(&[1.0, 1.004, 0.0], &[1.0, 1.0, 1.0], None, 0.005).unwrap();
    assert!((found.tied - 2.0 / 3.0).abs() < 1e-12 && found.ahead == 0.0);
}

#[test]
fn numbers_that_cannot_be_compared_are_refused() {
    assert_eq!(
        ahead(&[1.0], &[1.0, 2.0], None, 0.0).unwrap_err(),
        PairFault::Lengths(1, 2)
    );
    assert_eq!(ahead(&[], &[], None, 0.0).unwrap_err(), PairFault::Nothing);
    let nan = ahead(&[f64::NAN], &[1.0], None, 0.0).unwrap_err();
    assert_eq!(nan, PairFault::NotANumber);
    let none = ahead(&[2.0], &[1.0], Some(&[0.0]), 0.0).unwrap_err();
    assert_eq!(none, PairFault::Nothing);
    let tie = ahead(&[2.0], &[1.0], None, -1.0).unwrap_err();
    assert_eq!(tie, PairFault::Tie);
    let compared =
        |a: &[f64], b: &[f64], tolerance| dominance(&[of(a)], &[of(b)], tolerance).unwrap_err();
    assert_eq!(compared(&[], &[1.0], 0.0), DominanceFault::Nothing);
    assert_eq!(
        compared(&[f64::NAN], &[1.0], 0.0),
        DominanceFault::NotANumber
    );
    assert_eq!(compared(&[1.0], &[1.0], 1.0), DominanceFault::Tolerance);
    assert_eq!(
        compared(&[1.0], &[1.0], f64::NAN),
        DominanceFault::Tolerance
    );
}

/// Share of samples whose interval misses the truth: meant to be 5 of 100.
#[test]
fn intervals_of_two_errors_hold_the_truth_nineteen_times_in_twenty() {
    let mut state = 1_u64;
    let mut uniform = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let (mut missed, rounds) = (0, 600);
    for _ in 0..rounds {
        let values: Vec<f64> = (0..200).map(|_| uniform()).collect();
        let weights: Vec<f64> = (0..200).map(|_| uniform() + 0.1).collect();
        // Ahead of 0.7 in 30 of 100.
        let found = ahead(&values, &[0.7; 200], Some(&weights), 0.0).unwrap();
        missed += usize::from((found.ahead - 0.3).abs() > 1.96 * found.standard_error);
    }
    // 30 are expected; 5 standard errors of that count are 27.
    assert!((10..=57).contains(&missed), "{missed} of {rounds}");
}

#[test]
fn a_violation_of_just_the_tolerance_is_not_counted_however_weights_are_summed() {
    // 1 run in 20 of the first lies below all of the second; 0.1 in ten parts is not quite 1.
    let copies: Vec<f64> = std::iter::once(0.0).chain([5.0; 19]).collect();
    let tenths = vec![0.1; 20];
    for weights in [Weight::Same(1.0), Weight::Each(&tenths)] {
        let part = Part {
            values: &copies,
            weights,
        };
        let found = dominance(&[part], &[of(&[1.0])], 0.05).unwrap();
        assert_eq!(found.verdict, Verdict::FirstNearly);
    }
}

proptest! {
    #[test]
    fn dominance_seen_from_the_other_side_is_turned_round(
        a in prop::collection::vec(-9.0..9.0_f64, 1..30),
        b in prop::collection::vec(-9.0..9.0_f64, 1..30),
        tolerance in 0.0..0.3_f64,
    ) {
        let (here, there) = (plain(&a, &b, tolerance), plain(&b, &a, tolerance));
        prop_assert_eq!(here.against_first, there.against_second);
        prop_assert_eq!(here.crossings, there.crossings);
        prop_assert!((here.area_against_first + there.area_against_first - 1.0).abs() < 1e-9);
    }

    #[test]
    fn stretching_the_scale_and_having_runs_twice_change_no_verdict(
        a in prop::collection::vec(-9.0..9.0_f64, 1..30),
        b in prop::collection::vec(-9.0..9.0_f64, 1..30),
        tolerance in 0.0..0.3_f64,
    ) {
        let straight = plain(&a, &b, tolerance);
        let bent = |all: &[f64]| all.iter().map(|x| x.powi(3) + x).collect::<Vec<f64>>();
        let stretched = plain(&bent(&a), &bent(&b), tolerance);
        prop_assert_eq!(straight.verdict, stretched.verdict);
        prop_assert!((straight.against_first - stretched.against_first).abs() < 1e-12);
        let twice = dominance(&[of(&a), of(&a)], &[of(&b)], tolerance).unwrap();
        prop_assert_eq!(twice.verdict, straight.verdict);
        prop_assert!((twice.against_first - straight.against_first).abs() < 1e-9);
    }

    #[test]
    fn weights_count_as_copies_do(
        pairs in prop::collection::vec((-9.0..9.0_f64, 1_u8..4), 1..20),
        b in prop::collection::vec(-9.0..9.0_f64, 1..20),
    ) {
        let values: Vec<f64> = pairs.iter().map(|(value, _)| *value).collect();
        let weights: Vec<f64> = pairs.iter().map(|(_, copies)| f64::from(*copies)).collect();
        let copied: Vec<f64> = pairs
            .iter()
            .flat_map(|(value, copies)| std::iter::repeat_n(*value, usize::from(*copies)))
            .collect();
        let weighed = Part { values: &values, weights: Weight::Each(&weights) };
        let found = dominance(&[weighed], &[of(&b)], 0.05).unwrap();
        let known = plain(&copied, &b, 0.05);
        prop_assert_eq!(found.verdict, known.verdict);
        prop_assert!((found.against_first - known.against_first).abs() < 1e-9);
        let marks = vec![0.5; values.len()];
        let found = ahead(&values, &marks, Some(&weights), 0.1).unwrap();
        let known = ahead(&copied, &vec![0.5; copied.len()], None, 0.1).unwrap();
        prop_assert!((found.ahead - known.ahead).abs() < 1e-9);
    }

    #[test]
    fn a_verdict_agrees_with_the_definition(
        a in prop::collection::vec(-4_i32..4, 1..12),
        b in prop::collection::vec(-4_i32..4, 1..12),
    ) {
        let numbers = |all: &[i32]| all.iter().map(|x| f64::from(*x)).collect::<Vec<f64>>();
        let (a, b) = (numbers(&a), numbers(&b));
        let reach = |all: &[f64], mark: i32| {
            all.iter().filter(|x| **x >= f64::from(mark)).count() as f64 / all.len() as f64
        };
        let marks = -4..=4;
        let lead: Vec<f64> = marks.map(|mark| reach(&a, mark) - reach(&b, mark)).collect();
        let (some, none) = (lead.iter().any(|l| *l > 1e-9), lead.iter().all(|l| *l > -1e-9));
        let found = plain(&a, &b, 0.0);
        prop_assert_eq!(found.verdict == Verdict::FirstDominates, some && none, "{:?}", found);
    }
}
