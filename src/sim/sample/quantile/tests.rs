use super::super::statistics::{assert_even, assert_uniform};
use super::super::stream::Stream;
use super::*;
use crate::scenario::QuantityFault;
use statrs::distribution::ContinuousCDF;

mod properties;

fn sampler(quantity: &Quantity, scale: Scale) -> Sampler {
    Sampler::new(quantity, scale).unwrap()
}

fn fault(quantity: Quantity, scale: Scale) -> QuantityError {
    Sampler::new(&quantity, scale).unwrap_err()
}

const fn quantiles(p5: f64, p50: f64, p95: f64) -> Quantity {
    Quantity::Quantiles { p5, p50, p95 }
}

const fn beta(alpha: f64, beta: f64) -> Quantity {
    Quantity::Beta {
        alpha,
        beta,
        min: 0.0,
        max: 1.0,
    }
}

/// One of every family and scale.
fn every_family() -> Vec<(Quantity, Scale)> {
    let mut all: Vec<(Quantity, Scale)> = [
        Quantity::Fixed(-2.5),
        Quantity::Normal {
            mean: 0.1,
            sd: 0.05,
        },
        Quantity::LogNormal {
            median: 0.45,
            sd_log: 0.35,
        },
        Quantity::Uniform {
            min: -3.0,
            max: 0.1,
        },
        Quantity::Triangular {
            min: 0.01,
            mode: 0.05,
            max: 0.12,
        },
        Quantity::Triangular {
            min: -1.0,
            mode: -1.0,
            max: 5.0,
        },
        Quantity::Triangular {
            min: 0.0,
            mode: 0.3,
            max: 0.3,
        },
        Quantity::Pert {
            min: 0.4,
            mode: 0.7,
            max: 0.95,
        },
        Quantity::Pert {
            min: -2.0,
            mode: -2.0,
            max: 3.0,
        },
        beta(2.0, 38.0),
        beta(38.0, 2.0),
        beta(0.2, 0.2),
        Quantity::Beta {
            alpha: 0.5,
            beta: 3.0,
            min: 10.0,
            max: 30.0,
        },
        Quantity::Discrete(vec![(3.0, 1.0), (-1.0, 2.0), (0.5, 0.25)]),
    ]
    .map(|quantity| (quantity, Scale::Linear))
    .into();
    all.push((quantiles(0.03, 0.09, 0.2), Scale::Log));
    all.push((quantiles(0.15, 0.35, 0.6), Scale::Logit));
    all.push((quantiles(-3.0, -1.0, -0.1), Scale::Linear));
    all
}

fn uniform_numbers(n: usize) -> Vec<f64> {
    let mut us = vec![0.0; n];
    Stream::new(20_250_601, "quantile tests").fill_uniform(0, &mut us);
    us
}

#[test]
fn quantiles_hit_their_three_points() {
    for (points, scale) in [
        ([0.03, 0.09, 0.2], Scale::Log),
        ([1.0, 1.2, 1.7], Scale::Log),
        ([0.15, 0.35, 0.6], Scale::Logit),
        ([0.45, 0.75, 0.95], Scale::Logit),
        ([-3.0, -1.0, -0.1], Scale::Linear),
    ] {
        let sampler = sampler(&quantiles(points[0], points[1], points[2]), scale);
        for (u, want) in [(0.05, points[0]), (0.95, points[2])] {
            let got = sampler.value(u);
            assert!((got - want).abs() <= 1e-14 * want.abs(), "{want} {got}");
        }
        assert_eq!(sampler.value(0.5), points[1], "p50 is exact");
        assert_eq!(sampler.median(), points[1]);
    }
}

#[test]
fn a_column_has_the_same_bits_as_its_numbers_one_by_one() {
    // A prime length leaves a rest in every vector width.
    let us = uniform_numbers(1_009);
    let mut zs = us.clone();
    normals(&mut zs);
    let mut out = vec![0.0; us.len()];
    for (quantity, scale) in every_family() {
        let sampler = sampler(&quantity, scale);
        let bits = |values: &[f64]| values.iter().map(|v| v.to_bits()).collect::<Vec<u64>>();
        sampler.fill(&us, &mut out);
        let alone: Vec<f64> = us.iter().map(|u| sampler.value(*u)).collect();
        assert_eq!(bits(&out), bits(&alone), "{quantity:?}");
        sampler.fill_of_normals(&zs, &mut out);
        let alone: Vec<f64> = zs.iter().map(|z| sampler.value_of_normal(*z)).collect();
        assert_eq!(bits(&out), bits(&alone), "{quantity:?} of normal numbers");
    }
}

#[test]
fn a_normal_number_gives_the_value_of_the_uniform_of_its_rank() {
    for (quantity, scale) in every_family() {
        let sampler = sampler(&quantity, scale);
        for u in uniform_numbers(500) {
            let (straight, around) = (sampler.value(u), sampler.value_of_normal(probit(u)));
            assert!(
                (straight - around).abs() <= 1e-13 * straight.abs(),
                "{quantity:?} {u}"
            );
        }
    }
}

/// Kolmogorov-Smirnov at alpha = 1e-4 against the distribution functions of another library.
#[test]
fn drawn_values_follow_their_distribution() {
    use statrs::distribution as other;
    let us = uniform_numbers(50_000);
    let check = |quantity: Quantity, cdf: &dyn Fn(f64) -> f64| {
        let mut values = vec![0.0; us.len()];
        sampler(&quantity, Scale::Linear).fill(&us, &mut values);
        let ranks: Vec<f64> = values.into_iter().map(cdf).collect();
        assert_uniform(&ranks, &format!("{quantity:?}"));
    };
    let normal = other::Normal::new(0.1, 0.05).unwrap();
    check(
        Quantity::Normal {
            mean: 0.1,
            sd: 0.05,
        },
        &|x| normal.cdf(x),
    );
    let lognormal = other::LogNormal::new(0.45_f64.ln(), 0.35).unwrap();
    check(
        Quantity::LogNormal {
            median: 0.45,
            sd_log: 0.35,
        },
        &|x| lognormal.cdf(x),
    );
    let uniform = other::Uniform::new(-3.0, 0.1).unwrap();
    check(
        Quantity::Uniform {
            min: -3.0,
            max: 0.1,
        },
        &|x| uniform.cdf(x),
    );
    let triangular = other::Triangular::new(0.01, 0.12, 0.05).unwrap();
    check(
        Quantity::Triangular {
            min: 0.01,
            mode: 0.05,
            max: 0.12,
        },
        &|x| triangular.cdf(x),
    );
    for (a, b) in [
        (2.0, 38.0),
        (0.2, 0.2),
        (0.2, 7.0),
        (1.0, 1.0),
        (500.0, 30.0),
    ] {
        let library = other::Beta::new(a, b).unwrap();
        check(beta(a, b), &|x| library.cdf(x));
    }
    // PERT(0.4, 0.7, 0.95) is a beta on 0.4..0.95 with shapes 1 + 4 * 0.3 / 0.55 and so on.
    let pert = other::Beta::new(1.0 + 1.2 / 0.55, 1.0 + 1.0 / 0.55).unwrap();
    check(
        Quantity::Pert {
            min: 0.4,
            mode: 0.7,
            max: 0.95,
        },
        &|x| pert.cdf((x - 0.4) / 0.55),
    );
}

#[test]
fn a_discrete_quantity_takes_the_smallest_value_with_enough_weight_below() {
    let discrete =
        |outcomes: &[(f64, f64)]| sampler(&Quantity::Discrete(outcomes.to_vec()), Scale::Linear);
    let three = discrete(&[(30.0, 1.0), (10.0, 2.0), (20.0, 1.0)]);
    for (u, want) in [
        (1e-9, 10.0),
        (0.5, 10.0),
        (0.500_001, 20.0),
        (0.75, 20.0),
        (0.76, 30.0),
        (1.0, 30.0),
    ] {
        assert_eq!(three.value(u), want, "{u}");
    }
    assert_eq!(three.median(), 10.0);
    assert_eq!(three.support(), (10.0, 30.0));
    // Weights that miss one half only by rounding.
    assert_eq!(
        discrete(&[(1.0, 0.1), (2.0, 0.2), (3.0, 0.2), (4.0, 0.5)]).median(),
        3.0
    );
    assert_eq!(
        discrete(&[(1.0, 0.7), (2.0, 0.1), (3.0, 0.8)]).median(),
        2.0
    );
    let mut tenths = vec![(0.0, 0.1); 10];
    for (value, outcome) in (0..).zip(&mut tenths) {
        outcome.0 = f64::from(value);
    }
    assert_eq!(discrete(&tenths).median(), 4.0);
    // A value without weight never comes.
    assert_eq!(discrete(&[(-5.0, 0.0), (1.0, 1.0)]).value(1e-15), 1.0);
    assert_eq!(
        discrete(&[(-5.0, 0.0), (1.0, 1.0), (9.0, 0.0)]).support(),
        (1.0, 1.0)
    );
}

#[test]
fn discrete_values_come_as_often_as_they_weigh() {
    let quantity = Quantity::Discrete((0..8).map(|i| (f64::from(i % 4), 1.0)).collect());
    let mut values = vec![0.0; 40_000];
    sampler(&quantity, Scale::Linear).fill(&uniform_numbers(40_000), &mut values);
    let mut counts = [0; 4];
    for value in values {
        counts[value as usize] += 1;
    }
    assert_even(&counts, "discrete");
}

#[test]
fn a_quantity_without_spread_is_its_one_value() {
    for quantity in [
        Quantity::Fixed(0.3),
        Quantity::Normal { mean: 0.3, sd: 0.0 },
        Quantity::LogNormal {
            median: 0.3,
            sd_log: 0.0,
        },
        quantiles(0.3, 0.3, 0.3),
    ] {
        for scale in [Scale::Log, Scale::Logit, Scale::Linear] {
            let sampler = sampler(&quantity, scale);
            assert_eq!(sampler.support(), (0.3, 0.3), "{quantity:?}");
            for u in [0.001, 0.5, 0.999] {
                assert_eq!(sampler.value(u), 0.3, "{quantity:?}");
            }
        }
    }
}

#[test]
fn triangular_values_rise_across_the_mode_whatever_the_rounding() {
    for mode in [0.1, 0.2, 0.3, 0.7, 0.9] {
        let sampler = sampler(
            &Quantity::Triangular {
                min: 0.03,
                mode,
                max: 1.1,
            },
            Scale::Linear,
        );
        let peak = (mode - 0.03) / 1.07;
        let near: Vec<f64> = (-20..20)
            .map(|i| sampler.value(peak + f64::from(i) * 1e-16))
            .collect();
        assert!(near.is_sorted(), "{mode}");
    }
}

#[test]
fn what_is_no_distribution_is_refused_with_its_fault() {
    let falling = QuantityFault::Unordered {
        p5: 0.1,
        p50: 0.5,
        p95: 0.4,
    };
    let off_scale = QuantityFault::OffScale {
        value: 0.0,
        scale: Scale::Log,
    };
    let too_small = QuantityFault::ShapeTooSmall(0.19);
    for (quantity, scale, want) in [
        (
            Quantity::Fixed(f64::NAN),
            Scale::Linear,
            QuantityFault::NotFinite,
        ),
        (quantiles(0.1, 0.5, 0.4), Scale::Linear, falling),
        (quantiles(0.0, 0.5, 0.6), Scale::Log, off_scale),
        (beta(0.19, 2.0), Scale::Linear, too_small),
        (
            Quantity::Discrete(vec![]),
            Scale::Linear,
            QuantityFault::NoValues,
        ),
        (
            Quantity::Discrete(vec![(1.0, 0.0)]),
            Scale::Linear,
            QuantityFault::NoWeight,
        ),
    ] {
        assert_eq!(fault(quantity, scale), QuantityError::Faulty(want));
    }
}

#[test]
fn numbers_too_large_for_arithmetic_are_refused() {
    let (min, mode, max) = (f64::MIN, 0.0, f64::MAX);
    for quantity in [
        Quantity::Uniform { min, max },
        Quantity::Triangular { min, mode, max },
        Quantity::Beta {
            alpha: 2.0,
            beta: 2.0,
            min,
            max,
        },
        Quantity::Normal {
            mean: 0.0,
            sd: 1e307,
        },
        quantiles(min, mode, max),
    ] {
        assert_eq!(fault(quantity, Scale::Linear), QuantityError::Overflow);
    }
    assert_eq!(
        fault(beta(2.0, 1e16), Scale::Linear),
        QuantityError::ShapeTooLarge(1e16)
    );
    // Large, but not too large.
    let large = sampler(&quantiles(1e300, 1e304, 1e308), Scale::Log);
    assert!(large.value(1.0 - 1e-15).is_finite());
}

#[test]
fn beta_shapes_of_any_size_give_the_spread_they_should() {
    // sd of a symmetric beta = 1 / (2 sqrt(2 a + 1)); for large shapes it is normal.
    for shape in [1e4, 1e8, 1e12, 1e15] {
        let sampler = sampler(&beta(shape, shape), Scale::Linear);
        let sd = 0.5 / (2.0 * shape + 1.0_f64).sqrt();
        for z in [-3.0, -1.0, 0.0, 2.0] {
            let off = sampler.value_of_normal(z) - 0.5;
            assert!(
                (off - z * sd).abs() < sd * 30.0 / shape + 1e-16,
                "{shape} {z} {off}"
            );
        }
    }
    // A tiny mean: shapes (0.2, b) are nearly a gamma distribution divided by b, mean 0.2 / b.
    let tiny = sampler(&beta(0.2, 1e15), Scale::Linear);
    let mean = (0..10_000)
        .map(|i| tiny.value((f64::from(i) + 0.5) / 1e4))
        .sum::<f64>()
        / 1e4;
    assert!((mean / 0.2e-15 - 1.0).abs() < 0.002, "{mean}");
}

#[test]
fn the_ends_of_the_unit_interval_never_make_nan() {
    for (quantity, scale) in every_family() {
        let sampler = sampler(&quantity, scale);
        for u in [
            0.0,
            f64::MIN_POSITIVE,
            0.5_f64.powi(53),
            1.0 - 0.5_f64.powi(53),
            1.0,
        ] {
            assert!(!sampler.value(u).is_nan(), "{quantity:?} {u}");
        }
        for z in [-1e9, -40.0, 40.0, 1e9] {
            assert!(!sampler.value_of_normal(z).is_nan(), "{quantity:?} {z}");
        }
    }
}
