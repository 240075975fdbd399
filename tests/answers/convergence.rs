//! How exact numbers from draws are: intervals that hold as often as they say, and enough draws.

use foretree::analysis::convergence::{
    CONFIDENCE, Enough, Estimate, digit, effective_size, enough, estimates, last_digit, next_draws,
    of_mean, of_quantile, of_share, precise, ranks,
};
use foretree::analysis::weighted::{Part, Weight};
use proptest::prelude::*;

/// Steele, Lea and Flood 2014: independent uniform numbers from a seed.
struct SplitMix(u64);

impl SplitMix {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (((z ^ (z >> 31)) >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
    }

    /// A skewed number with a heavy tail: minus the logarithm, squared.
    fn skewed(&mut self) -> f64 {
        self.uniform().ln().powi(2)
    }
}

/// What [`SplitMix::skewed`] has at a level.
fn skewed_quantile(level: f64) -> f64 {
    (1.0 - level).ln().powi(2)
}

fn equal(values: &[f64]) -> [Part<'_>; 1] {
    [Part {
        values,
        weights: Weight::Same(1.0),
    }]
}

/// Share of `tries` of which a test holds, and how far pure chance may take a share of
/// `CONFIDENCE` in as many (four standard errors).
fn share_of(tries: u32, mut holds: impl FnMut(u64) -> bool) -> (f64, f64) {
    let held = (0..tries).filter(|try_| holds(u64::from(*try_))).count() as f64;
    let tries = f64::from(tries);
    let chance = 4.0 * (CONFIDENCE * (1.0 - CONFIDENCE) / tries).sqrt();
    (held / tries, chance)
}

fn holds(found: &Estimate, truth: f64) -> bool {
    found.low.unwrap() <= truth && truth <= found.high.unwrap()
}

/// Conover 1999, *Practical nonparametric statistics*, 3.2: an interval for the median of 10 runs
/// from the 2nd to the 9th value has a confidence of 1 - 2 x 11/1024 = 97.9 %; the 3rd to 8th would
/// have 89.1 %.
#[test]
fn the_median_of_ten_draws_lies_between_the_second_and_the_ninth() {
    assert_eq!(ranks(10, 0.5, 0.95), (Some(2), Some(9)));
    assert_eq!(ranks(10, 0.5, 0.89), (Some(3), Some(8)));
    assert_eq!(ranks(10, 0.5, 0.9785), (Some(2), Some(9)));
    assert_eq!(ranks(10, 0.5, 0.98), (Some(1), Some(10)));
}

/// Wilks 1941 (*Determination of sample sizes for setting tolerance limits*): 59 draws are the
/// fewest whose largest lies above the 95th of 100 with 95 % confidence, one-sided.
#[test]
fn fifty_nine_draws_bound_the_upper_twentieth() {
    assert_eq!(ranks(59, 0.95, 0.9).1, Some(59));
    assert_eq!(ranks(58, 0.95, 0.9).1, None);
    assert_eq!(ranks(59, 0.05, 0.9).0, Some(1));
}

/// Against the binomial sums themselves, in plain arithmetic.
#[test]
fn ranks_are_those_of_the_binomial_distribution() {
    for (count, level) in [(40_u64, 0.05_f64), (100, 0.25), (333, 0.5), (500, 0.7)] {
        let mut chances = vec![(1.0 - level).powi(count as i32)];
        for k in 0..count {
            let odds = level / (1.0 - level);
            chances.push(chances[k as usize] * (count - k) as f64 / (k + 1) as f64 * odds);
        }
        let fewer = |rank: u64| chances[..rank as usize].iter().sum::<f64>();
        let (low, high) = ranks(count, level, 0.95);
        if let Some(low) = low {
            assert!(fewer(low) <= 0.025 && fewer(low + 1) > 0.025);
        } else {
            assert!(fewer(1) > 0.025);
        }
        if let Some(high) = high {
            assert!(1.0 - fewer(high) <= 0.025 && 1.0 - fewer(high - 1) > 0.025);
        } else {
            assert!(1.0 - fewer(count) > 0.025);
        }
    }
}

#[test]
fn ranks_of_ten_million_draws_are_those_of_a_normal_distribution() {
    let (low, high) = ranks(10_000_000, 0.05, 0.95);
    let sd = (1e7_f64 * 0.05 * 0.95).sqrt();
    let off = |rank: u64| (rank as f64 - 5e5) / sd;
    assert!((off(low.unwrap()) + 1.96).abs() < 0.01);
    assert!((off(high.unwrap()) - 1.96).abs() < 0.01);
}

/// The coverage of exact intervals is at least what they say and, since ranks are whole, a little
/// more. 2000 tries; four standard errors: a wrong alarm once in 30 000.
#[test]
fn intervals_of_quantiles_hold_as_often_as_they_say() {
    for (level, draws) in [(0.05, 200), (0.5, 100), (0.95, 200), (0.95, 1000)] {
        let truth = skewed_quantile(level);
        let (share, chance) = share_of(2000, |seed| {
            let mut random = SplitMix(seed * 77 + draws);
            let values: Vec<f64> = (0..draws).map(|_| random.skewed()).collect();
            holds(&of_quantile(&equal(&values), level), truth)
        });
        assert!(share > CONFIDENCE - chance, "{level}: {share}");
        assert!(share < 0.985, "no wider than needed: {level}: {share}");
    }
}

/// Uneven weights, drawn apart from the values: the size of the sample shrinks to its effective
/// size, and intervals still hold.
#[test]
fn intervals_of_weighted_quantiles_hold_as_often_as_they_say() {
    for level in [0.05, 0.5, 0.95] {
        let truth = skewed_quantile(level);
        let (share, chance) = share_of(1500, |seed| {
            let mut random = SplitMix(seed * 1013 + 5);
            let values: Vec<f64> = (0..600).map(|_| random.skewed()).collect();
            let weights: Vec<f64> = (0..600).map(|_| random.uniform().powi(2)).collect();
            let parts = [Part {
                values: &values,
                weights: Weight::Each(&weights),
            }];
            holds(&of_quantile(&parts, level), truth)
        });
        assert!(share > CONFIDENCE - chance - 0.005, "{level}: {share}");
        assert!(share < 0.985, "{level}: {share}");
    }
}

/// Two paths that see the same draws: counting each row as a draw would hold far too seldom.
#[test]
fn paths_that_share_their_draws_are_no_more_draws() {
    let truth = skewed_quantile(0.5);
    let (share, chance) = share_of(1000, |seed| {
        let mut random = SplitMix(seed * 31 + 9);
        let values: Vec<f64> = (0..300).map(|_| random.skewed()).collect();
        let part = || Part {
            values: &values,
            weights: Weight::Same(0.5),
        };
        let found = of_quantile(&[part(), part(), part(), part()], 0.5);
        assert!((found.effective - 300.0).abs() < 1e-6, "{found:?}");
        holds(&found, truth)
    });
    assert!(share > CONFIDENCE - chance, "{share}");
}

#[test]
fn intervals_of_means_and_shares_hold_as_often_as_they_say() {
    // The mean of the squared logarithm of a uniform number is 2.
    let (mean, chance) = share_of(1500, |seed| {
        let mut random = SplitMix(seed * 7 + 1);
        let values: Vec<f64> = (0..2000).map(|_| random.skewed()).collect();
        holds(&of_mean(&equal(&values)), 2.0)
    });
    // The central limit is not quite reached with so long a tail.
    assert!((mean - CONFIDENCE).abs() < chance + 0.01, "{mean}");
    let (share, chance) = share_of(2000, |seed| {
        let mut random = SplitMix(seed * 13 + 3);
        let values: Vec<f64> = (0..80)
            .map(|_| f64::from(random.uniform() < 0.03))
            .collect();
        holds(&of_share(&equal(&values)), 0.03)
    });
    assert!(share > CONFIDENCE - chance - 0.01, "{share}");
}

#[test]
fn the_error_of_a_mean_is_the_spread_over_the_root_of_the_draws() {
    let values: Vec<f64> = (1..=9).map(f64::from).collect();
    let found = of_mean(&equal(&values));
    // Variance of 1 to 9 is 7.5.
    assert_eq!(found.value, 5.0);
    assert!((found.error - (7.5_f64 / 9.0).sqrt()).abs() < 1e-12);
    assert_eq!(found.effective, 9.0);
}

#[test]
fn a_share_that_nobody_reached_is_not_certainly_nothing() {
    let found = of_share(&equal(&[0.0; 100]));
    assert_eq!(found.value, 0.0);
    // Wilson: z² / (n + z²).
    assert!((found.high.unwrap() - 3.8415 / 103.8415).abs() < 1e-4);
}

#[test]
fn few_draws_have_no_interval_and_one_draw_no_error() {
    let few = of_quantile(&equal(&[1.0, 2.0, 3.0]), 0.05);
    assert_eq!((few.value, few.low), (1.0, None));
    assert!(few.error.is_nan());
    assert_eq!(enough(&[few], 0.1, 3), Enough::Unknown);
    let one = of_mean(&equal(&[4.0]));
    assert!(one.error.is_nan() && one.low.is_none());
    let none = of_quantile(&[], 0.5);
    assert!(none.value.is_nan() && none.low.is_none());
    let weightless = of_mean(&[Part {
        values: &[1.0],
        weights: Weight::Same(0.0),
    }]);
    assert!(weightless.value.is_nan());
}

#[test]
fn a_number_that_never_varies_is_exact() {
    let found = of_quantile(&equal(&[0.4; 50]), 0.5);
    assert_eq!(
        (found.low, found.high, found.error),
        (Some(0.4), Some(0.4), 0.0)
    );
    assert_eq!(enough(&[found], 0.01, 50), Enough::Yes);
}

#[test]
fn the_effective_size_is_that_of_kish() {
    assert_eq!(effective_size([1.0; 20]), 20.0);
    assert_eq!(effective_size([1.0, 1.0, 0.0, 0.0]), 2.0);
    assert!((effective_size([3.0, 1.0]) - 1.6).abs() < 1e-12);
    assert_eq!(effective_size([0.0]), 0.0);
}

#[test]
fn the_last_digit_is_the_second_of_the_largest_number() {
    assert_eq!(last_digit(&[0.46, 0.22, 0.73]), 0.01);
    assert_eq!(last_digit(&[0.03, -0.004]), 0.001);
    assert_eq!(last_digit(&[0.0]), 0.0);
    assert_eq!(digit(&[0.73], 1), 0.1);
    assert_eq!(digit(&[12_345.0], 2), 1000.0);
}

/// Twice as many draws change a number by the error over √2; 95 of 100 times by less than 1.96 of
/// that.
#[test]
fn twice_as_many_draws_change_the_numbers_by_less_than_said() {
    let mut inside = 0;
    for seed in 0..1000 {
        let mut random = SplitMix(seed * 3 + 11);
        let values: Vec<f64> = (0..800).map(|_| random.uniform()).collect();
        let (half, whole) = (of_mean(&equal(&values[..400])), of_mean(&equal(&values)));
        let step = 1.96 * half.error / 2_f64.sqrt();
        inside += u32::from((half.value - whole.value).abs() < step);
        assert_eq!(enough(&[half], step * 1.001, 400), Enough::Yes);
        assert!(matches!(
            enough(&[half], step / 2.0, 400),
            Enough::Needs(1600..=1700)
        ));
    }
    assert!((920..=980).contains(&inside), "{inside}");
}

#[test]
fn so_many_draws_as_are_said_to_be_needed_are_enough() {
    let mut random = SplitMix(5);
    let values: Vec<f64> = (0..40_000).map(|_| random.skewed()).collect();
    let of = |draws: usize| [0.05, 0.5, 0.95].map(|q| of_quantile(&equal(&values[..draws]), q));
    let Enough::Needs(needed) = precise(&of(1000), 0.6, 1000) else {
        panic!("1000 draws are too few");
    };
    assert!((2000..40_000).contains(&needed), "{needed}");
    // Quantiles of quantiles wobble: a quarter more is enough for certain here.
    let more = (needed as f64 * 1.25) as usize;
    assert_eq!(precise(&of(more), 0.6, more as u64), Enough::Yes);
}

#[test]
fn tries_double_and_never_go_beyond_the_most() {
    assert_eq!(next_draws(10_000, Enough::Yes, 1_000_000), None);
    assert_eq!(
        next_draws(10_000, Enough::Needs(12_000), 1_000_000),
        Some(20_000)
    );
    assert_eq!(
        next_draws(10_000, Enough::Needs(70_000), 1_000_000),
        Some(80_000)
    );
    assert_eq!(
        next_draws(10_000, Enough::Needs(70_000), 50_000),
        Some(50_000)
    );
    assert_eq!(next_draws(100, Enough::Unknown, 1_000), Some(200));
    assert_eq!(next_draws(50_000, Enough::Needs(70_000), 50_000), None);
}

#[test]
fn independent_runs_tell_the_error_whatever_the_design() {
    let found = estimates(&[4.0, 6.0, 5.0, 5.0]);
    assert_eq!(found.value, 5.0);
    assert!((found.error - (2.0_f64 / 3.0 / 4.0).sqrt()).abs() < 1e-12);
}

/// Slices make means of sums of inputs far more exact than told: conservative, never too sure.
#[test]
fn a_latin_hypercube_is_at_least_as_exact_as_told() {
    let run = |seed: u64| {
        let mut random = SplitMix(seed);
        let mut column = || {
            let mut order: Vec<usize> = (0..100).collect();
            for place in (1..100).rev() {
                order.swap(place, (random.uniform() * (place + 1) as f64) as usize);
            }
            let sliced = |slice: &usize| (*slice as f64 + random.uniform()) / 100.0;
            order.iter().map(sliced).collect::<Vec<f64>>()
        };
        let (a, b) = (column(), column());
        let values: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a + b * b).collect();
        of_mean(&equal(&values))
    };
    let runs: Vec<Estimate> = (0..40).map(|seed| run(seed * 1000)).collect();
    let told = runs[0].error;
    let values: Vec<f64> = runs.iter().map(|run| run.value).collect();
    let true_error = estimates(&values).error * 40_f64.sqrt();
    assert!(true_error < told / 10.0, "{true_error} beside {told}");
}

proptest! {
    #[test]
    fn more_confidence_never_makes_an_interval_narrower(
        count in 5_u64..2000, level in 0.02_f64..0.98, a in 0.5_f64..0.99, b in 0.5_f64..0.99,
    ) {
        let (narrow, wide) = (ranks(count, level, a.min(b)), ranks(count, level, a.max(b)));
        prop_assert!(wide.0.unwrap_or(0) <= narrow.0.unwrap_or(0));
        prop_assert!(wide.1.unwrap_or(count + 1) >= narrow.1.unwrap_or(count + 1));
        if let (Some(low), Some(high)) = narrow {
            prop_assert!(low <= high && high <= count);
        }
    }

    #[test]
    fn the_unit_does_not_matter(seed in 0_u64..1000, factor in 0.001_f64..1000.0) {
        let mut random = SplitMix(seed);
        let values: Vec<f64> = (0..200).map(|_| random.skewed()).collect();
        let scaled: Vec<f64> = values.iter().map(|v| v * factor).collect();
        let (one, other) = (of_quantile(&equal(&values), 0.5), of_quantile(&equal(&scaled), 0.5));
        prop_assert!((one.error * factor - other.error).abs() <= 1e-9 * other.error);
        prop_assert_eq!(one.effective, other.effective);
    }
}
