//! Judgements and what is fitted to them, against SHELF, closed forms and other programs.

use foretree::analysis::elicitation::distribution::{Distribution, Family};
use foretree::analysis::elicitation::fit::{best_fit, fit, fits};
use foretree::analysis::elicitation::judgement::Judgement;
use foretree::analysis::elicitation::{ElicitationFault, Limits, Weights};
use proptest::prelude::*;

use super::oracles::oracle;

fn near(a: f64, b: f64, relative: f64) -> bool {
    (a - b).abs() <= relative * b.abs().max(1e-300)
}

/// The two free parameters, in the order in which SHELF prints them.
fn parameters(distribution: Distribution) -> [f64; 2] {
    match distribution {
        Distribution::Normal { mean, sd } => [mean, sd],
        Distribution::StudentT {
            location, scale, ..
        } => [location, scale],
        Distribution::Gamma { shape, rate, .. } => [shape, rate],
        Distribution::LogNormal {
            mean_log, sd_log, ..
        }
        | Distribution::MirrorLogNormal {
            mean_log, sd_log, ..
        } => [mean_log, sd_log],
        Distribution::Beta { alpha, beta, .. } => [alpha, beta],
    }
}

#[test]
fn fits_are_those_of_shelf() {
    // tests/oracles/elicitation.json names its source: SHELF's own example, expert A.
    let expert = &oracle("elicitation.json")["experts"]["A"];
    let numbers = |key: &str| -> Vec<f64> {
        let list = expert[key].as_array().unwrap();
        list.iter().map(|x| x.as_f64().unwrap()).collect()
    };
    let limits = numbers("limits");
    let limits = Limits::new(limits[0], limits[1]).unwrap();
    let said = Judgement::new(&numbers("vals"), &numbers("probs"), limits).unwrap();
    for (family, key, squares) in [
        (Family::Normal, "normal", "normal_ssq"),
        (Family::Beta, "beta", "beta_ssq"),
        (Family::Gamma, "gamma_shape_rate", "gamma_ssq"),
        (
            Family::LogNormal,
            "lognormal_meanlog_sdlog",
            "lognormal_ssq",
        ),
    ] {
        let found = fit(&said, family).unwrap();
        for (ours, theirs) in parameters(found.distribution).iter().zip(numbers(key)) {
            assert!(near(*ours, theirs, 1e-6), "{key}: {ours} {theirs}");
        }
        let theirs = expert[squares].as_f64().unwrap();
        let ours = found.sum_of_squares;
        assert!((ours - theirs).abs() < 1e-12, "{squares}: {ours} {theirs}");
    }
    assert_eq!(
        best_fit(&said).unwrap().distribution.family(),
        Family::Normal
    );
}

/// What experts may believe, the limits they name, and values they are asked about: the cases of
/// SHELF's own tests, tests/testthat/test-fitting.R, and a log-normal turned round.
fn believed() -> [(Distribution, Limits, &'static [f64]); 7] {
    let within = |low, high| Limits::new(low, high).unwrap();
    let log_normal = |low, mean_log, sd_log| Distribution::LogNormal {
        low,
        mean_log,
        sd_log,
    };
    let normal = Distribution::Normal {
        mean: 10.0,
        sd: 20.0,
    };
    let student = Distribution::StudentT {
        location: 10.0,
        scale: 20.0,
        freedom: 3.0,
    };
    let beta = Distribution::Beta {
        min: 10.0,
        max: 60.0,
        alpha: 5.0,
        beta: 20.0,
    };
    let gamma = Distribution::Gamma {
        low: 10.0,
        shape: 50.0,
        rate: 2.0,
    };
    let mirrored = Distribution::MirrorLogNormal {
        high: 100.0,
        mean_log: 3.0,
        sd_log: 0.4,
    };
    let (plain, shifted) = (
        log_normal(0.0, 30.0_f64.ln(), 0.5),
        log_normal(-10.0, 2.0, 0.5),
    );
    let no_end = f64::INFINITY;
    [
        (normal, Limits::NONE, &[-10.0, 10.0, 50.0]),
        (student, Limits::NONE, &[-10.0, 10.0, 50.0]),
        (beta, within(10.0, 60.0), &[18.0, 20.0, 24.0]),
        (plain, within(0.0, no_end), &[22.0, 30.0, 42.0]),
        (shifted, within(-10.0, no_end), &[-6.0, -2.0, 2.0, 6.0]),
        (gamma, within(10.0, no_end), &[32.0, 35.0, 37.0]),
        (mirrored, within(-no_end, 100.0), &[70.0, 80.0, 88.0]),
    ]
}

#[test]
fn a_fit_finds_the_member_that_a_judgement_was_made_of() {
    for (made_of, limits, values) in believed() {
        let levels: Vec<f64> = values.iter().map(|value| made_of.cdf(*value)).collect();
        let said = Judgement::new(values, &levels, limits).unwrap();
        let best = best_fit(&said).unwrap();
        assert_eq!(best.distribution.family(), made_of.family());
        assert!(best.worst_miss(&said) < 1e-6, "{best:?}");
        let pairs = parameters(best.distribution)
            .into_iter()
            .zip(parameters(made_of));
        for (ours, theirs) in pairs {
            assert!(near(ours, theirs, 1e-4), "{best:?} {made_of:?}");
        }
    }
}

#[test]
fn quantiles_and_shares_are_those_of_another_program() {
    // R: qgamma(.9, 3, 2), qbeta(.1, 2, 5), qt(.975, 3), qlnorm(.9, 1, .5).
    let cases = [
        (
            Distribution::Gamma {
                low: 0.0,
                shape: 3.0,
                rate: 2.0,
            },
            0.9,
            2.661_160_168_917_8,
        ),
        (
            Distribution::StudentT {
                location: 0.0,
                scale: 1.0,
                freedom: 3.0,
            },
            0.975,
            3.182_446_305_284_3,
        ),
        // (1-x)^6 and so on: the median of beta(1, 6) is 1 - 2^(-1/6).
        (
            Distribution::Beta {
                min: 0.0,
                max: 1.0,
                alpha: 1.0,
                beta: 6.0,
            },
            0.5,
            0.109_101_281_859_661,
        ),
    ];
    for (distribution, level, value) in cases {
        let ours = distribution.quantile(level);
        assert!(near(ours, value, 1e-10), "{distribution:?} {ours}");
        assert!((distribution.cdf(value) - level).abs() < 1e-10);
    }
}

#[test]
fn four_questions_are_restated_as_a_standard_range() {
    // Hemming et al. 2018: the distance from the best guess is stretched by S / C.
    let said = Judgement::four_step(20.0, 30.0, 50.0, 0.6, 0.9, Limits::POSITIVE).unwrap();
    let values: Vec<f64> = said.values().collect();
    assert_eq!(values, [15.0, 30.0, 60.0]);
    assert!(!said.clipped());
    // Sure of more than the standard: the range shrinks.
    let sure = Judgement::four_step(20.0, 30.0, 50.0, 1.0, 0.8, Limits::POSITIVE).unwrap();
    assert_eq!(sure.values().collect::<Vec<_>>(), [22.0, 30.0, 46.0]);
    // A range that would go below 0 ends there, and says so.
    let clipped = Judgement::four_step(2.0, 10.0, 30.0, 0.5, 0.9, Limits::POSITIVE).unwrap();
    assert_eq!(clipped.values().next(), Some(0.0));
    assert!(clipped.clipped());
    let unsure = Judgement::four_step(1.0, 2.0, 3.0, 0.3, 0.8, Limits::NONE);
    assert_eq!(unsure, Err(ElicitationFault::Sureness(0.3)));
}

#[test]
fn what_makes_no_judgement_is_named() {
    let new = |values: &[f64], levels: &[f64]| Judgement::new(values, levels, Limits::SHARE);
    let at = [0.1, 0.5, 0.9];
    use ElicitationFault as F;
    assert_eq!(new(&[0.1, 0.1, 0.5], &at), Err(F::Equal(0.1)));
    let order = F::Order {
        before: 0.3,
        after: 0.2,
    };
    assert_eq!(new(&[0.3, 0.2, 0.5], &at), Err(order));
    assert!(matches!(
        new(&[0.3, 0.4, 1.5], &at),
        Err(F::OutsideLimits { .. })
    ));
    assert_eq!(new(&[0.3, f64::NAN, 0.5], &at), Err(F::NotANumber));
    assert_eq!(
        new(&[0.3, 0.4], &at),
        Err(F::Length {
            found: 3,
            wanted: 2
        })
    );
    assert_eq!(new(&[0.3], &[0.5]), Err(F::TooFew { found: 1, least: 2 }));
    assert_eq!(
        new(&[0.3, 0.4], &[0.5, 0.9]),
        Err(F::OneSided {
            low: 0.5,
            high: 0.9
        })
    );
    assert_eq!(new(&[0.3, 0.4], &[0.5, 0.2]), Err(F::Level(0.2)));
    let unlimited = Judgement::new(&[1.0, 2.0], &[0.1, 0.9], Limits::NONE).unwrap();
    assert_eq!(fit(&unlimited, Family::Beta), Err(F::NeedsLimit));
    assert!(Limits::new(3.0, 3.0).is_err());
    assert_eq!(Weights::new(&[0.0, 0.0]), Err(F::NoWeight));
    assert_eq!(Weights::new(&[1.0, -1.0]), Err(F::NegativeWeight(-1.0)));
    assert!(Weights::equal(0).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_judgement_gets_sound_fits_in_any_unit(
        low in 0.0..1e3_f64, up in 1e-3..1e3_f64, further in 1e-3..1e3_f64, unit in -9_i32..9
    ) {
        let unit = 10.0_f64.powi(unit);
        let values = [low, low + up, low + up + further].map(|value| value * unit);
        let top = values[2] + unit;
        let limits = Limits::new(-unit, top).unwrap();
        let said = Judgement::new(&values, &[0.1, 0.5, 0.9], limits).unwrap();
        let all = fits(&said);
        prop_assert!(all.len() >= 4, "{all:?}");
        for one in all {
            prop_assert!(one.sum_of_squares.is_finite() && one.sum_of_squares >= 0.0);
            let quantiles = [0.05, 0.5, 0.95].map(|level| one.distribution.quantile(level));
            prop_assert!(quantiles.iter().all(|value| value.is_finite()), "{one:?}");
            prop_assert!(quantiles.is_sorted(), "{one:?} {quantiles:?}");
            // A bell that may bend one way misses no stated probability by more than a third.
            prop_assert!(one.worst_miss(&said) < 0.34, "{one:?} {values:?}");
        }
    }
}
