//! From a target back to paths and years.

use foretree::analysis::backcast::{
    BackcastFault, Delay, Helps, LastYear, Side, Target, common, delays, reached,
};
use foretree::analysis::weighted::{Part, Weight};
use proptest::prelude::*;

const HALF: Target = Target {
    threshold: 0.5,
    side: Side::AtLeast,
};

fn part(values: &[f64], weight: f64) -> Part<'_> {
    Part {
        values,
        weights: Weight::Same(weight),
    }
}

fn history(steps: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |(node, outcome): &(&str, &str)| ((*node).to_owned(), (*outcome).to_owned());
    steps.iter().map(own).collect()
}

#[test]
fn a_target_counts_the_side_that_was_asked_for_and_its_threshold() {
    let most = Target {
        side: Side::AtMost,
        ..HALF
    };
    let values = [0.4, 0.5, 0.6, 0.7];
    assert_eq!(reached(HALF, &[part(&values, 1.0)]).unwrap().share, 0.75);
    assert_eq!(reached(most, &[part(&values, 1.0)]).unwrap().share, 0.5);
}

/// A likely path that never gets there and an unlikely one that always does.
#[test]
fn paths_count_by_their_weight() {
    let (no, yes) = ([0.1; 4], [0.9; 4]);
    let found = reached(HALF, &[part(&no, 0.75), part(&yes, 0.25)]).unwrap();
    assert!((found.share - 0.25).abs() < 1e-12);
    assert_eq!(
        found.standard_error, 0.0,
        "every draw says the same: the weights are not luck"
    );
}

/// Plain draws of one path: the error is the root of p (1 - p) / n.
#[test]
fn the_error_of_a_share_of_plain_draws_is_the_binomial_one() {
    let values: Vec<f64> = (0..400).map(|i| f64::from(i % 5 == 0)).collect();
    let found = reached(HALF, &[part(&values, 0.3)]).unwrap();
    assert!((found.share - 0.2).abs() < 1e-12);
    assert!((found.standard_error - (0.2 * 0.8 / 400.0_f64).sqrt()).abs() < 1e-12);
}

/// Two paths over the same draws that say the same have no more to tell than one.
#[test]
fn paths_of_the_same_draws_do_not_make_a_share_surer() {
    let values: Vec<f64> = (0..50).map(|i| f64::from(i % 3 == 0)).collect();
    let once = reached(HALF, &[part(&values, 1.0)]).unwrap();
    let twice = reached(HALF, &[part(&values, 0.5), part(&values, 0.5)]).unwrap();
    assert!((once.standard_error - twice.standard_error).abs() < 1e-12);
}

#[test]
fn what_reaching_paths_share_is_the_outcome_that_makes_the_difference() {
    let (always, sometimes, never) = ([0.9; 4], [0.9, 0.1, 0.1, 0.1], [0.1; 4]);
    let parts = [
        part(&always, 0.15),
        part(&sometimes, 0.35),
        part(&sometimes, 0.15),
        part(&never, 0.35),
    ];
    let histories = [
        history(&[("budget", "masts"), ("power", "fast")]),
        history(&[("budget", "masts"), ("power", "slow")]),
        history(&[("budget", "as_now"), ("power", "fast")]),
        history(&[("budget", "as_now"), ("power", "slow")]),
    ];
    let borrowed: Vec<&[(String, String)]> = histories.iter().map(Vec::as_slice).collect();
    let found = common(HALF, &parts, &borrowed).unwrap();
    let one = |node: &str, outcome: &str| {
        let place = found
            .iter()
            .position(|c| c.node == node && c.outcome == outcome);
        &found[place.unwrap()]
    };
    // Masts: 0.15 of 0.5 always and 0.35 of 0.5 in a quarter of the draws.
    let masts = one("budget", "masts");
    assert!((masts.with.share - (0.15 + 0.35 * 0.25) / 0.5).abs() < 1e-12);
    assert!((masts.of_all - 0.5).abs() < 1e-12);
    let fast = one("power", "fast");
    assert!((fast.with.share - (0.15 + 0.15 * 0.25) / 0.3).abs() < 1e-12);
    assert!((fast.without.unwrap().share - (0.35 * 0.25) / 0.7).abs() < 1e-12);
    let reach = 0.15 + 0.35 * 0.25 + 0.15 * 0.25;
    assert!((fast.of_those_that_reach - (0.15 + 0.15 * 0.25) / reach).abs() < 1e-12);
    assert_eq!(found[0].node, "power", "power tells more than the budget");
    assert!(found[0].lift().abs() >= found[3].lift().abs());
}

/// Reaches in a share of draws that falls with delay.
fn runs(share: f64) -> Vec<f64> {
    (0..1000)
        .map(|i| f64::from(i < (share * 1000.0) as usize))
        .collect()
}

#[test]
fn a_decision_helps_until_the_year_in_which_it_comes_too_late() {
    let shares = [0.6, 0.5, 0.4, 0.31, 0.303, 0.3];
    let all: Vec<Vec<f64>> = shares.iter().map(|share| runs(*share)).collect();
    let tried: Vec<Delay<'_>> = (2027..)
        .zip(&all)
        .map(|(year, reached)| Delay { year, reached })
        .collect();
    let found = delays(&tried, &runs(0.3), None, Helps::default()).unwrap();
    assert_eq!(found.last, LastYear::Until(2030), "{:?}", found.steps);
    assert!(found.steady);
    assert!((found.steps[0].gain - 0.3).abs() < 1e-12);
    let strict = Helps {
        least: 0.1,
        ..Helps::default()
    };
    let found = delays(&tried, &runs(0.3), None, strict).unwrap();
    assert_eq!(found.last, LastYear::Until(2029), "10 of 100 more runs");
}

#[test]
fn what_never_and_what_always_helps_is_said() {
    let (same, more) = (runs(0.3), runs(0.5));
    let of = |reached| [2027, 2028].map(|year| Delay { year, reached });
    let nothing = runs(0.3);
    let never = delays(&of(&same), &nothing, None, Helps::default()).unwrap();
    assert_eq!(never.last, LastYear::Never);
    let always = delays(&of(&more), &nothing, None, Helps::default()).unwrap();
    assert_eq!(always.last, LastYear::Throughout(2028));
}

/// The same few draws: a gain of 2 of 100 that hangs on two draws is luck.
#[test]
fn a_gain_within_the_error_is_no_help() {
    let nothing: Vec<f64> = (0..100).map(|i| f64::from(i < 30)).collect();
    let luck: Vec<f64> = (0..100).map(|i| f64::from(i < 32)).collect();
    let tried = [Delay {
        year: 2030,
        reached: &luck,
    }];
    let found = delays(&tried, &nothing, None, Helps::default()).unwrap();
    assert!(found.steps[0].gain > 0.01);
    assert_eq!(found.last, LastYear::Never);
}

#[test]
fn a_later_year_that_helps_after_one_that_does_not_is_not_steady() {
    let (low, high) = (runs(0.3), runs(0.6));
    let tried = [
        Delay {
            year: 2031,
            reached: &high,
        },
        Delay {
            year: 2027,
            reached: &low,
        },
        Delay {
            year: 2035,
            reached: &low,
        },
    ];
    let found = delays(&tried, &low, None, Helps::default()).unwrap();
    assert_eq!(found.last, LastYear::Until(2031));
    assert!(!found.steady);
    let years: Vec<i32> = found.steps.iter().map(|step| step.year).collect();
    assert_eq!(years, [2027, 2031, 2035]);
}

#[test]
fn what_cannot_be_counted_is_refused() {
    let fault = |parts: &[Part<'_>]| reached(HALF, parts).unwrap_err();
    assert_eq!(fault(&[]), BackcastFault::Nothing);
    assert_eq!(fault(&[part(&[0.1], 0.0)]), BackcastFault::Nothing);
    assert_eq!(fault(&[part(&[f64::NAN], 1.0)]), BackcastFault::NotANumber);
    assert_eq!(
        fault(&[part(&[0.1], 1.0), part(&[0.1, 0.2], 1.0)]),
        BackcastFault::Lengths(1, 2)
    );
    let none = delays(&[], &[0.0], None, Helps::default()).unwrap_err();
    assert_eq!(none, BackcastFault::NoYears);
}

proptest! {
    #[test]
    fn a_monotone_change_of_scale_changes_no_share(
        values in prop::collection::vec(-3.0..3.0_f64, 1..40), threshold in -3.0..3.0_f64,
    ) {
        for side in [Side::AtLeast, Side::AtMost] {
            let straight = reached(Target { threshold, side }, &[part(&values, 1.0)]).unwrap();
            let bent: Vec<f64> = values.iter().map(|x| x.exp()).collect();
            let target = Target { threshold: threshold.exp(), side };
            let stretched = reached(target, &[part(&bent, 1.0)]).unwrap();
            // Rounding of exp may join what was apart only at the threshold itself.
            prop_assert!((straight.share - stretched.share).abs() < 1e-12);
        }
    }

    #[test]
    fn having_draws_twice_changes_no_share_and_more_delay_no_order(
        values in prop::collection::vec(0.0..1.0_f64, 2..40), weight in 0.01..1.0_f64,
    ) {
        let once = reached(HALF, &[part(&values, weight)]).unwrap();
        let mut copied = values.clone();
        copied.extend(&values);
        let twice = reached(HALF, &[part(&copied, weight)]).unwrap();
        prop_assert!((once.share - twice.share).abs() < 1e-12);
        prop_assert!((once.standard_error / 2.0_f64.sqrt() - twice.standard_error).abs() < 1e-12);
    }

    #[test]
    fn shares_that_fall_with_delay_help_steadily(
        mut shares in prop::collection::vec(0.0..1.0_f64, 1..10), base in 0.0..1.0_f64,
    ) {
        shares.sort_by(|a, b| b.total_cmp(a));
        let all: Vec<Vec<f64>> = shares.iter().map(|share| runs(*share)).collect();
        let tried: Vec<Delay<'_>> = (2026..)
            .zip(&all)
            .map(|(year, reached)| Delay { year, reached })
            .collect();
        let found = delays(&tried, &runs(base), None, Helps::default()).unwrap();
        prop_assert!(found.steady);
        let helping = found.steps.iter().filter(|step| step.helps).count();
        let last = match found.last {
            LastYear::Never => 0,
            LastYear::Until(year) | LastYear::Throughout(year) => usize::try_from(year - 2025).unwrap(),
        };
        prop_assert_eq!(last, helping);
    }
}
