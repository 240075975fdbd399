use super::super::statistics::{TWO_SIDED, assert_chi_square, assert_uniform};
use super::*;

const FIRST_POINTS: &str = include_str!("../../../../tests/oracles/sobol_sequence_d12.json");
const LATER_POINTS: &str = include_str!("../../../../tests/oracles/sobol_points_1000_to_1003.csv");

fn dimension(seed: u64, dimension: usize) -> Sobol {
    Sobol::new(seed, dimension).unwrap()
}

fn unscrambled(sobol: &Sobol, draw: u32) -> f64 {
    f64::from(sobol.point(draw)) * STEP
}

fn column(seed: u64, number: usize, n: usize) -> Vec<f64> {
    let mut out = vec![0.0; n];
    dimension(seed, number).fill(0, &mut out);
    out
}

#[test]
fn unscrambled_points_are_those_of_two_other_programs() {
    let oracle: serde_json::Value = serde_json::from_str(FIRST_POINTS).unwrap();
    let scipy: Vec<Vec<f64>> = serde_json::from_value(oracle["scipy"].clone()).unwrap();
    assert_eq!(scipy.len(), 32);
    for (draw, point) in (0..).zip(&scipy) {
        for (number, want) in point.iter().enumerate() {
            assert_eq!(unscrambled(&dimension(0, number), draw), *want);
        }
    }
}

#[test]
fn all_128_dimensions_agree_with_another_program_further_on() {
    let mut rows = 0;
    for line in LATER_POINTS.lines().skip(1) {
        let mut fields = line.split(',');
        let sobol = dimension(0, fields.next().unwrap().parse().unwrap());
        for (draw, want) in (1_000..).zip(fields) {
            assert_eq!(
                unscrambled(&sobol, draw),
                want.parse::<f64>().unwrap(),
                "{line}"
            );
        }
        rows += 1;
    }
    assert_eq!(rows, DIMENSIONS);
    assert!(Sobol::new(0, DIMENSIONS).is_none());
}

#[test]
fn walking_from_draw_to_draw_gives_the_same_as_asking_for_each() {
    let sobol = dimension(4, 77);
    for first in [0, 1, 1_023, 1_024, (1 << 32) - 50] {
        let mut walked = [0.0; 100];
        sobol.fill(first, &mut walked);
        for (draw, walked) in (first..).zip(walked) {
            let mut asked = [0.0];
            sobol.fill(draw, &mut asked);
            assert_eq!(asked[0], walked, "{draw}");
        }
    }
}

/// Each of the n = 2^m slices of every dimension holds one of the first n draws, and of every later
/// run of n that starts at a multiple of n.
#[test]
fn scrambled_draws_are_stratified_exactly_in_one_dimension() {
    for number in [0, 1, 2, 17, 71, 127] {
        for m in 0..=12 {
            let n = 1_usize << m;
            let mut out = vec![0.0; n];
            dimension(20_250_601, number).fill(3 * n as u64, &mut out);
            let mut slices: Vec<usize> = out.iter().map(|u| (u * n as f64) as usize).collect();
            slices.sort_unstable();
            assert!(slices.into_iter().eq(0..n), "dimension {number}, {n} draws");
        }
    }
}

/// The first two dimensions are a (0, m, 2)-net: every box of 2^-k by 2^-(m - k) holds one draw.
#[test]
fn scrambled_draws_are_stratified_exactly_in_boxes_of_two_dimensions() {
    let m = 10;
    for seed in 0..5 {
        let (one, two) = (column(seed, 0, 1 << m), column(seed, 1, 1 << m));
        for k in 0..=m {
            let mut counts = vec![0; 1 << m];
            for (x, y) in one.iter().zip(&two) {
                let (i, j) = (x * f64::from(1 << k), y * f64::from(1 << (m - k)));
                counts[(i as usize) << (m - k) | j as usize] += 1;
            }
            assert!(counts.iter().all(|count| *count == 1), "seed {seed}, {k}");
        }
    }
}

#[test]
fn every_draw_is_uniform_over_seeds() {
    for draw in [0, 1, 1_000] {
        let over_seeds: Vec<f64> = (0..20_000)
            .map(|seed| {
                let mut out = [0.0];
                dimension(seed, 5).fill(draw, &mut out);
                out[0]
            })
            .collect();
        assert_uniform(&over_seeds, "one draw over seeds");
        assert!(over_seeds.iter().all(|u| 0.0 < *u && *u < 1.0));
    }
}

/// Nested uniform scrambling: below the first differing bit, two points' bits are independent.
#[test]
fn scrambling_turns_each_lower_bit_over_for_half_of_the_keys() {
    let mut keys = vec![0; 2_000];
    Stream::new(1, "keys").fill_words(0, &mut keys);
    let (mut square, mut trials, mut worst) = (0.0, 0.0, 0.0_f64);
    for point in [0_u32, 0x9e37_79b9, 0x3c6e_f372, 0xdaa6_6d2b] {
        for flipped in [0, 1, 3, 7] {
            let turned = |key: &u64| {
                let scramble = Scramble::new(*key);
                scramble.apply(point) ^ scramble.apply(point ^ (HALF >> flipped))
            };
            let turned: Vec<u32> = keys.iter().map(turned).collect();
            assert!(turned.iter().all(|bits| bits.leading_zeros() == flipped));
            for bit in flipped + 1..20 {
                let count = turned
                    .iter()
                    .filter(|bits| (*bits << bit) & HALF != 0)
                    .count() as f64;
                let z = (count - 1_000.0) / 500_f64.sqrt();
                worst = worst.max(z.abs());
                square += z * z;
                trials += 1.0;
            }
        }
    }
    assert_chi_square(square, trials, "turned bits");
    assert!(worst < 5.3, "{worst}"); // 260 trials at 1e-7 each
}

fn mean_of_product(seed: u64, n: usize) -> f64 {
    let columns: Vec<Vec<f64>> = (0..8).map(|number| column(seed, number, n)).collect();
    let product = |draw| {
        columns
            .iter()
            .map(|u| 1.0 + 1.2 * (u[draw] - 0.5))
            .product::<f64>()
    };
    (0..n).map(product).sum::<f64>() / n as f64
}

#[test]
fn means_are_unbiased_and_their_error_falls_faster_than_chance_allows() {
    let errors = |n| -> Vec<f64> {
        (0..200)
            .map(|seed| mean_of_product(seed, n) - 1.0)
            .collect()
    };
    let size = |errors: &[f64]| (errors.iter().map(|e| e * e).sum::<f64>() / 200.0).sqrt();
    let (few, many) = (errors(256), errors(4_096));
    for errors in [&few, &many] {
        let mean = errors.iter().sum::<f64>() / 200.0;
        assert!(
            mean.abs() < TWO_SIDED * size(errors) / 200_f64.sqrt(),
            "bias {mean}"
        );
    }
    // 16 times the draws: independent draws would gain a factor of 4.
    let gain = size(&few) / size(&many);
    assert!(gain > 8.0, "{gain}");
    // The same mean with independent draws has a standard error of 1.12 / 64 (exact variance).
    assert!(size(&many) < 0.1 * 1.12 / 64.0);
}
