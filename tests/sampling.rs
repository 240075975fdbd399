//! Quantile functions and sampling designs against numbers computed elsewhere.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what is wrong by failing"
)]

use std::collections::BTreeMap;

use foretree::scenario::{Quantity, Sampling, Scale};
use foretree::sim::sample::{Sampler, Stream, Uniforms};
use sha2::{Digest, Sha256};

fn sampler(quantity: &Quantity, scale: Scale) -> Sampler {
    Sampler::new(quantity, scale).unwrap()
}

fn rows(csv: &str) -> impl Iterator<Item = Vec<&str>> {
    csv.lines().skip(1).map(|line| line.split(',').collect())
}

fn number(text: &str) -> f64 {
    text.parse().unwrap()
}

/// What scipy says of one distribution.
#[derive(serde::Deserialize)]
struct Known {
    ppf: Vec<f64>,
    mean: f64,
    var: f64,
}

#[derive(serde::Deserialize)]
struct Oracle {
    p: Vec<f64>,
    dists: BTreeMap<String, Known>,
}

fn check_against_scipy(oracle: &Oracle, name: &str, quantity: &Quantity) {
    let known = &oracle.dists[name];
    let near = |got: f64, want: f64, tolerance: f64| {
        let off = (got / want - 1.0).abs();
        assert!(off < tolerance, "{name}: {got} for {want}");
    };
    let sampler = sampler(quantity, Scale::Linear);
    for (p, value) in oracle.p.iter().zip(&known.ppf) {
        near(sampler.value(*p), *value, 1e-9);
    }
    near(sampler.median(), known.ppf[3], 1e-9);
    // Midpoints of 100,000 equal slices: what they miss of the tails is below the tolerances.
    let n = 100_000;
    let us = (0..n).map(|i| (f64::from(i) + 0.5) / f64::from(n));
    let values: Vec<f64> = us.map(|u| sampler.value(u)).collect();
    let average = |values: &mut dyn Iterator<Item = f64>| values.sum::<f64>() / f64::from(n);
    let mean = average(&mut values.iter().copied());
    near(mean, known.mean, 1e-5);
    near(
        average(&mut values.iter().map(|x| (x - mean).powi(2))),
        known.var,
        1e-3,
    );
}

#[test]
fn quantiles_moments_and_medians_agree_with_scipy() {
    let oracle: Oracle =
        serde_json::from_str(include_str!("oracles/distribution_quantiles.json")).unwrap();
    let pert = Quantity::Pert {
        min: 0.4,
        mode: 0.7,
        max: 0.95,
    };
    check_against_scipy(&oracle, "PERT(0.4,0.7,0.95)", &pert);
    let triangular = Quantity::Triangular {
        min: 0.01,
        mode: 0.05,
        max: 0.12,
    };
    check_against_scipy(&oracle, "Triangular(0.01,0.05,0.12)", &triangular);
    let log_normal = Quantity::LogNormal {
        median: 0.45,
        sd_log: 0.35,
    };
    check_against_scipy(&oracle, "LogNormal(ln0.45,0.35)", &log_normal);
    let beta = Quantity::Beta {
        alpha: 2.0,
        beta: 38.0,
        min: 0.0,
        max: 1.0,
    };
    check_against_scipy(&oracle, "Beta(2,38)", &beta);
    let normal = Quantity::Normal {
        mean: 0.1,
        sd: 0.05,
    };
    check_against_scipy(&oracle, "Normal(0.1,0.05)", &normal);
}

#[test]
fn parameters_take_the_values_of_the_reference_draws() {
    let mut checked = 0;
    for row in rows(include_str!("oracles/parameter_draws.csv")) {
        let scale = match row[1] {
            "rate" => Scale::Log,
            "fraction" => Scale::Logit,
            "real" => Scale::Linear,
            other => panic!("scale {other}"),
        };
        let points = Quantity::Quantiles {
            p5: number(row[2]),
            p50: number(row[3]),
            p95: number(row[4]),
        };
        let got = sampler(&points, scale).value(number(row[5]));
        let want = number(row[6]);
        assert!(
            (got / want - 1.0).abs() < 1e-12,
            "{}: {got} for {want}",
            row[0]
        );
        checked += 1;
    }
    assert_eq!(checked, 45 * 5);
}

/// Shares and their complements to 50 digits (mpmath), from 1e-14 to 1 - 1e-15 of the draws.
#[test]
fn beta_quantiles_keep_ten_digits_in_both_tails() {
    let mut samplers = BTreeMap::new();
    let mut checked = 0;
    for row in rows(include_str!("oracles/beta_quantiles.csv")) {
        let (a, b) = (row[0], row[1]);
        let mut value = |alpha, beta, z| {
            let shapes = Quantity::Beta {
                alpha: number(alpha),
                beta: number(beta),
                min: 0.0,
                max: 1.0,
            };
            let built = samplers
                .entry((alpha, beta))
                .or_insert_with(|| sampler(&shapes, Scale::Linear));
            built.value_of_normal(z)
        };
        let z = number(row[2]);
        for (got, want) in [
            (value(a, b, z), number(row[3])),
            (value(b, a, -z), number(row[4])),
        ] {
            assert!(
                (got / want - 1.0).abs() < 1e-10,
                "({a}, {b}) at {z}: {got} for {want}"
            );
        }
        checked += 1;
    }
    assert_eq!(checked, 13 * 17);
}

/// One of every family that computes its values.
fn families() -> Vec<(Quantity, Scale)> {
    let points = Quantity::Quantiles {
        p5: 0.1,
        p50: 0.3,
        p95: 0.7,
    };
    vec![
        (points.clone(), Scale::Log),
        (points.clone(), Scale::Logit),
        (points, Scale::Linear),
        (
            Quantity::LogNormal {
                median: 0.45,
                sd_log: 0.35,
            },
            Scale::Linear,
        ),
        (
            Quantity::Triangular {
                min: 0.01,
                mode: 0.05,
                max: 0.12,
            },
            Scale::Linear,
        ),
        (
            Quantity::Pert {
                min: 0.4,
                mode: 0.7,
                max: 0.95,
            },
            Scale::Linear,
        ),
        (
            Quantity::Beta {
                alpha: 0.2,
                beta: 30.0,
                min: 0.0,
                max: 1.0,
            },
            Scale::Linear,
        ),
    ]
}

/// A seed must reproduce a result anywhere: this digest is the same on every machine.
#[test]
fn the_same_seed_gives_the_same_bits_on_every_machine() {
    let mut digest = Sha256::new();
    let mut add = |values: &[f64]| values.iter().for_each(|v| digest.update(v.to_le_bytes()));
    let mut us = vec![0.0; 1_000];
    for (design, draws) in [
        (Sampling::LatinHypercube, 10_000),
        (Sampling::LatinHypercube, 100_000),
        (Sampling::Sobol, 10_000),
        (Sampling::Independent, 10_000),
    ] {
        let uniforms = Uniforms::new(design, 72, draws, 20_250_601).unwrap();
        for dimension in [0, 44, 71] {
            uniforms.fill(dimension, 4_321, &mut us);
            add(&us);
        }
    }
    Stream::new(20_250_601, "digest").fill_uniform(0, &mut us);
    let mut values = vec![0.0; 1_000];
    for (quantity, scale) in families() {
        sampler(&quantity, scale).fill(&us, &mut values);
        add(&values);
    }
    let hex: String = digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(
        hex,
        "35eab95116ff6804a4b28a0729b97e6d36e242f119172599a55d41e64fd54d47"
    );
}
