//! What matters: how long the rankings take for 10,000 draws of 45 parameters.
//!
//! `cargo bench --bench matters` prints medians; two threads. Aims: rank correlations and variance
//! shares for all indicators under 0.5 s, delta with 100 resamples under 1 s, PAWN with intervals
//! under 0.2 s.

#![allow(clippy::print_stdout, reason = "a benchmark tells its figures")]
#![allow(
    clippy::unwrap_used,
    reason = "a benchmark that cannot go on should stop"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use foretree::analysis::matters::{Factor, Factors, Settings};

const DRAWS: usize = 10_000;
const INPUTS: usize = 45;
/// As many outputs as the catalogue has indicators.
const OUTPUTS: usize = 40;
const RUNS: usize = 5;

fn main() {
    let columns: Vec<Vec<f64>> = (0..INPUTS as u64).map(uniforms).collect();
    let outputs: Vec<Vec<f64>> = (0..OUTPUTS).map(|k| output(&columns, k)).collect();
    let settings = Settings {
        threads: 2,
        ..Settings::default()
    };
    let given = |count: usize| -> Vec<Factor<'_>> {
        columns
            .iter()
            .take(count)
            .map(|c| Factor::Number(c))
            .collect()
    };
    let all = given(INPUTS);
    told("inputs prepared", || Factors::new(&all).unwrap());
    let factors = Factors::new(&all).unwrap();
    let outputs: Vec<&[f64]> = outputs.iter().map(Vec::as_slice).collect();
    told(
        "rank correlations and first-order shares, 40 indicators",
        || factors.against_all(&outputs, &settings),
    );
    told(
        "all 40 indicators, from raw inputs: rank correlations, first-order and total shares",
        || {
            let factors = Factors::new(&all).unwrap();
            factors.shares_of_all(&outputs, &settings)
        },
    );
    let against = factors.against(outputs[0]).unwrap();
    told("total shares, 1 indicator", || against.total(&settings));
    told("PAWN with intervals", || against.pawn(&settings));
    told("delta, 100 resamples, 45 inputs", || {
        against.delta(&settings)
    });
    let few = Factors::new(&given(12)).unwrap();
    let against = few.against(outputs[0]).unwrap();
    told("delta, 100 resamples, 12 inputs", || {
        against.delta(&settings)
    });
}

fn told<T>(what: &str, mut work: impl FnMut() -> T) {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    println!("{what}: {:.1} ms", times[RUNS / 2].as_secs_f64() * 1e3);
}

/// Uniform numbers of one input (SplitMix64).
fn uniforms(input: u64) -> Vec<f64> {
    let mut state = input << 40;
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = state;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((word ^ (word >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    };
    (0..DRAWS).map(|_| next()).collect()
}

/// A skewed output of eight inputs that work together.
fn output(columns: &[Vec<f64>], shift: usize) -> Vec<f64> {
    let at = |input: usize, draw: usize| columns[(input + shift) % INPUTS][draw];
    let one = |draw: usize| {
        let sum: f64 = (0..8).map(|i| at(i, draw) / (1.0 + i as f64)).sum();
        (sum + at(0, draw) * at(1, draw) + 0.5 * at(2, draw) * at(3, draw)).exp()
    };
    (0..DRAWS).map(one).collect()
}
