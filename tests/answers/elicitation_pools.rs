//! Pools and metalogs against SHELF, closed forms and another program.

use foretree::analysis::elicitation::distribution::Distribution;
use foretree::analysis::elicitation::express::expressed;
use foretree::analysis::elicitation::fit::best_fit;
use foretree::analysis::elicitation::judgement::Judgement;
use foretree::analysis::elicitation::log_pool::LogPool;
use foretree::analysis::elicitation::metalog::Metalog;
use foretree::analysis::elicitation::pool::{LinearPool, QuantileAverage, stated_average};
use foretree::analysis::elicitation::{ElicitationFault, Limits, Weights};
use foretree::scenario::{Quantity, Scale};
use proptest::prelude::*;

const QUARTILES: [f64; 3] = [0.25, 0.5, 0.75];

fn near(a: f64, b: f64, relative: f64) -> bool {
    (a - b).abs() <= relative * b.abs().max(1e-300)
}

/// The three experts of SHELF's tests/testthat/test-linearpool.R.
fn three_of_shelf() -> Vec<Distribution> {
    vec![
        Distribution::Gamma {
            low: 0.0,
            shape: 10.0,
            rate: 4.0,
        },
        Distribution::Normal { mean: 3.0, sd: 2.0 },
        Distribution::LogNormal {
            low: 0.0,
            mean_log: 3.0_f64.ln(),
            sd_log: 2.0,
        },
    ]
}

#[test]
fn a_linear_pool_of_fits_is_the_mixture_of_what_experts_believe() {
    let believed = three_of_shelf();
    let weights = Weights::new(&[1.0, 2.0, 3.0]).unwrap();
    let fitted: Vec<Distribution> = believed
        .iter()
        .map(|one| {
            // The second expert's first quartile is above 0, so all share the limit.
            let values = QUARTILES.map(|level| one.quantile(level));
            let said = Judgement::new(&values, &QUARTILES, Limits::POSITIVE).unwrap();
            best_fit(&said).unwrap().distribution
        })
        .collect();
    let pool = LinearPool::new(fitted, weights).unwrap();
    let share =
        |x: f64| believed[0].cdf(x) / 6.0 + believed[1].cdf(x) / 3.0 + believed[2].cdf(x) / 2.0;
    assert!((pool.cdf(1.5) - share(1.5)).abs() < 1e-4);
    assert!((share(pool.quantile(0.95)) - 0.95).abs() < 1e-4);
}

#[test]
fn pools_of_normals_have_their_closed_forms() {
    let members = vec![
        Distribution::Normal { mean: 0.0, sd: 1.0 },
        Distribution::Normal { mean: 4.0, sd: 2.0 },
    ];
    let weights = Weights::new(&[3.0, 1.0]).unwrap();
    // Quantiles of normals average to a normal: mean 1, sd 1.25.
    let average = QuantileAverage::new(members.clone(), weights.clone()).unwrap();
    let closed = Distribution::Normal {
        mean: 1.0,
        sd: 1.25,
    };
    for level in [0.01, 0.3, 0.5, 0.9] {
        let value = closed.quantile(level);
        assert!((average.quantile(level) - value).abs() < 1e-12);
        assert!((average.cdf(value) - level).abs() < 1e-9);
    }
    // The product of normals: precision 3/4 + 1/16, mean (1/4) / that.
    let product = LogPool::new(&members, &weights).unwrap();
    let precision = 0.75 + 0.25 / 4.0;
    assert!((product.mean().unwrap() - 0.25 / precision).abs() < 1e-12);
    let one_sd = product.quantile(0.841_344_746_068_542_9) - product.quantile(0.5);
    assert!((one_sd - precision.sqrt().recip()).abs() < 1e-9);
    // The mixture: mean 1, and wider than both others.
    let mixture = LinearPool::new(members, weights).unwrap();
    assert!((mixture.mean().unwrap() - 1.0).abs() < 1e-12);
    let width = |quantile: &dyn Fn(f64) -> f64| quantile(0.95) - quantile(0.05);
    let widths = [
        width(&|level| product.quantile(level)),
        width(&|level| average.quantile(level)),
        width(&|level| mixture.quantile(level)),
    ];
    assert!(widths[0] < widths[1] && widths[1] < widths[2], "{widths:?}");
}

#[test]
fn a_logarithmic_pool_by_table_agrees_with_closed_forms() {
    // Gammas with rates: shape - 1 and rate average. Betas: shapes - 1 do.
    let alike = Weights::equal(2).unwrap();
    let gamma = |shape, rate| Distribution::Gamma {
        low: 0.0,
        shape,
        rate,
    };
    let beta = |alpha, beta| Distribution::Beta {
        min: 0.0,
        max: 1.0,
        alpha,
        beta,
    };
    for (members, closed) in [
        ([gamma(3.0, 1.0), gamma(5.0, 4.0)], gamma(4.0, 2.5)),
        ([beta(2.0, 6.0), beta(6.0, 4.0)], beta(4.0, 5.0)),
    ] {
        let pool = LogPool::new(&members, &alike).unwrap();
        for level in [0.05, 0.5, 0.95] {
            let (ours, theirs) = (pool.quantile(level), closed.quantile(level));
            assert!(
                near(ours, theirs, 3e-5),
                "{closed:?} {level}: {ours} {theirs}"
            );
            assert!((pool.cdf(theirs) - level).abs() < 1e-5);
        }
        assert!(near(pool.mean().unwrap(), closed.mean().unwrap(), 1e-5));
    }
    // What one holds impossible is impossible; where that leaves nothing, it is said.
    let apart = [
        Distribution::Beta {
            min: 0.0,
            max: 1.0,
            alpha: 2.0,
            beta: 2.0,
        },
        Distribution::Beta {
            min: 2.0,
            max: 3.0,
            alpha: 2.0,
            beta: 2.0,
        },
    ];
    assert_eq!(
        LogPool::new(&apart, &alike),
        Err(ElicitationFault::NothingInCommon)
    );
}

#[test]
fn experts_far_apart_make_two_humps_in_the_mixture_only() {
    let members = vec![
        Distribution::Normal {
            mean: 10.0,
            sd: 1.0,
        },
        Distribution::Normal {
            mean: 30.0,
            sd: 1.0,
        },
    ];
    let alike = Weights::equal(2).unwrap();
    let mixture = LinearPool::new(members.clone(), alike.clone()).unwrap();
    assert!(mixture.density(20.0) < 1e-6 && mixture.density(10.0) > 0.1);
    let average = QuantileAverage::new(members.clone(), alike.clone()).unwrap();
    assert!(
        (average.quantile(0.5) - 20.0).abs() < 1e-9,
        "where nobody is"
    );
    // One person alone is the pool of one.
    let alone = LinearPool::new(members[..1].to_vec(), Weights::equal(1).unwrap()).unwrap();
    assert!((alone.quantile(0.9) - members[0].quantile(0.9)).abs() < 1e-9);
    assert!(LinearPool::new(members, Weights::equal(3).unwrap()).is_err());
}

#[test]
fn stated_averages_need_the_same_probabilities() {
    let one = Judgement::new(&[1.0, 2.0], &[0.1, 0.9], Limits::NONE).unwrap();
    let other = Judgement::new(&[1.0, 2.0], &[0.05, 0.95], Limits::NONE).unwrap();
    let alike = Weights::equal(2).unwrap();
    let mixed = stated_average(&[one, other], &alike);
    assert_eq!(mixed, Err(ElicitationFault::Level(0.05)));
}

#[test]
fn metalogs_are_those_of_another_program() {
    // R package qpd, inst/tinytest/test_metalog.R, to the digits given there.
    let (levels, values) = ([0.1, 0.5, 0.85], [4.0, 9.0, 17.0]);
    let low = Limits::POSITIVE;
    let high = Limits::new(f64::NEG_INFINITY, 50.0).unwrap();
    let both = Limits::new(0.0, 50.0).unwrap();
    let cases = [
        (Limits::NONE, [9.0, 3.5217, 3.1152], 4.3419, 0.0628, 0.3501),
        (low, [2.1972, 0.3678, -0.0032], 4.3146, 0.0662, 0.3452),
        (high, [-3.7136, 0.0912, 0.0970], 4.3144, 0.0682, 0.3585),
        (both, [-1.5163, 0.4590, 0.0938], 4.3146, 0.0664, 0.3472),
    ];
    for (limits, coefficients, quantile, density, share) in cases {
        let curve = Metalog::fit(&values, &levels, limits, 3).unwrap();
        for (ours, theirs) in curve.coefficients().iter().zip(coefficients) {
            assert!((ours - theirs).abs() < 6e-5, "{limits:?} {ours} {theirs}");
        }
        assert!((curve.quantile(0.12) - quantile).abs() < 6e-5, "{limits:?}");
        assert!(
            (curve.density_at(0.12) - density).abs() < 6e-5,
            "{limits:?}"
        );
        assert!((curve.cdf(7.11) - share).abs() < 6e-5, "{limits:?}");
    }
}

#[test]
fn a_triplet_in_closed_form_is_the_fit_through_three_points() {
    for limits in [
        Limits::NONE,
        Limits::POSITIVE,
        Limits::new(0.0, 100.0).unwrap(),
    ] {
        let closed = Metalog::triplet([35.0, 50.0, 75.0], 0.1, limits).unwrap();
        let fitted = Metalog::fit(&[35.0, 50.0, 75.0], &[0.1, 0.5, 0.9], limits, 3).unwrap();
        for (a, b) in closed.coefficients().iter().zip(fitted.coefficients()) {
            assert!((a - b).abs() < 1e-9, "{limits:?}");
        }
        for (level, value) in [(0.1, 35.0), (0.5, 50.0), (0.9, 75.0)] {
            assert!((closed.quantile(level) - value).abs() < 1e-9);
            assert!((closed.cdf(value) - level).abs() < 1e-9);
        }
    }
}

#[test]
fn a_metalog_that_falls_somewhere_is_refused() {
    // Keelin 2016, section 6.2.1: r = (middle - low) / (high - low) between 0.1667 and 0.8333.
    let triplet = |middle| Metalog::triplet([0.0, middle, 1.0], 0.1, Limits::NONE);
    assert!(triplet(0.17).is_ok() && triplet(0.83).is_ok());
    assert_eq!(triplet(0.16), Err(ElicitationFault::Infeasible));
    assert_eq!(triplet(0.84), Err(ElicitationFault::Infeasible));
    // The rule for three terms agrees with looking at the slope.
    for step in 1..40 {
        let skew = 0.1 * f64::from(step);
        let exact = Metalog::new(vec![0.0, 1.0, skew], Limits::NONE).is_ok();
        let looked = Metalog::new(vec![0.0, 1.0, skew, 0.0], Limits::NONE).is_ok();
        assert_eq!(exact, looked, "{skew}");
    }
    // More terms through wild points fall between them.
    let wild = Metalog::fit(
        &[0.0, 1.0, 1.1, 9.0, 9.1],
        &[0.1, 0.3, 0.5, 0.7, 0.9],
        Limits::NONE,
        5,
    );
    assert_eq!(wild, Err(ElicitationFault::Infeasible));
}

#[test]
fn a_pool_goes_into_a_scenario_file_and_says_what_is_lost() {
    // The file's two-piece normal keeps a normal and, on the logarithm, a log-normal.
    let normal = Distribution::Normal {
        mean: 10.0,
        sd: 2.0,
    };
    let told = expressed(|p| normal.quantile(p), |x| normal.cdf(x), Scale::Linear).unwrap();
    assert!(told.miss < 1e-9);
    assert_eq!(
        normal.quantity(),
        Some(Quantity::Normal {
            mean: 10.0,
            sd: 2.0
        })
    );
    let skewed = Distribution::LogNormal {
        low: 0.0,
        mean_log: 1.0,
        sd_log: 0.8,
    };
    let told = expressed(|p| skewed.quantile(p), |x| skewed.cdf(x), Scale::Log).unwrap();
    assert!(told.miss < 1e-9);
    // Two camps do not fit into it: the miss says so.
    let camps = [10.0, 30.0].map(|mean| Distribution::Normal { mean, sd: 1.0 });
    let pool = LinearPool::new(camps.to_vec(), Weights::equal(2).unwrap()).unwrap();
    let told = expressed(|p| pool.quantile(p), |x| pool.cdf(x), Scale::Linear).unwrap();
    assert!(told.miss > 0.1, "{}", told.miss);
    // Values at or below 0 have no logarithm.
    let off = expressed(
        |p| normal.quantile(p) - 20.0,
        |x| normal.cdf(x + 20.0),
        Scale::Log,
    );
    assert_eq!(off, Err(ElicitationFault::Inexpressible));
    assert_eq!(
        Distribution::Gamma {
            low: 0.0,
            shape: 2.0,
            rate: 1.0
        }
        .quantity(),
        None
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_pool_lies_between_its_members(
        means in prop::collection::vec(-50.0..50.0_f64, 1..6), level in 0.01..0.99_f64
    ) {
        let members: Vec<Distribution> = means
            .iter()
            .map(|mean| Distribution::Normal { mean: *mean, sd: 1.0 + mean.abs() })
            .collect();
        let alike = Weights::equal(members.len()).unwrap();
        let each: Vec<f64> = members.iter().map(|one| one.quantile(level)).collect();
        let low = each.iter().copied().fold(f64::INFINITY, f64::min) - 1e-6;
        let high = each.iter().copied().fold(f64::NEG_INFINITY, f64::max) + 1e-6;
        let linear = LinearPool::new(members.clone(), alike.clone()).unwrap();
        let average = QuantileAverage::new(members, alike).unwrap();
        for value in [linear.quantile(level), average.quantile(level)] {
            prop_assert!((low..=high).contains(&value));
        }
        prop_assert!((linear.cdf(linear.quantile(level)) - level).abs() < 1e-9);
    }
}
