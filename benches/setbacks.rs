//! How long it takes to find what setbacks have in common: 10,000 runs of 45 numbers and 6 nodes.
//!
//! `cargo bench --bench setbacks` prints medians in milliseconds: checking and sorting the table,
//! the first box (peeling, pasting, choosing), twenty half-samples of it on one thread, a pruned
//! tree with ten-fold cross-validation, and the best signpost of each number.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark may stop"
)]

use std::time::Instant;

use foretree::analysis::setbacks::prim::{Options, first_box, half_sample};
use foretree::analysis::setbacks::{Column, Prepared, Table, cart, signposts};

const RUNS: usize = 10_000;
const ROUNDS: usize = 7;

fn main() {
    let mut state = 88_172_645_463_325_252_u64;
    let mut chance = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut column = || (0..RUNS).map(|_| chance()).collect::<Vec<f64>>();
    let numbers: Vec<Vec<f64>> = (0..45).map(|_| column()).collect();
    let nodes = (0..6).map(|_| column().iter().map(|u| (u * 3.0) as u16).collect());
    let nodes: Vec<Vec<u16>> = nodes.collect();
    let luck = column();
    let setback = |run: usize| {
        let all = numbers[3][run] > 0.6 && numbers[7][run] < 0.4 && nodes[2][run] != 1;
        all || luck[run] < 0.03
    };
    let setback: Vec<bool> = (0..RUNS).map(setback).collect();
    let table = || Table {
        columns: (numbers.iter().map(|c| Column::Numbers(c)))
            .chain(nodes.iter().map(|c| Column::Categories(c)))
            .collect(),
        setback: &setback,
        weights: None,
    };
    let rows = Prepared::new(table()).unwrap();
    let options = Options::default();
    let found = first_box(&rows, &options).unwrap();
    println!(
        "sort              {:8.1} ms",
        median(|| drop(Prepared::new(table())))
    );
    println!(
        "first box         {:8.1} ms",
        median(|| drop(first_box(&rows, &options)))
    );
    let halves = || (0..20).for_each(|round| drop(half_sample(&rows, &found, &options, 1, round)));
    println!("20 half-samples   {:8.1} ms", median(halves));
    let tree = || drop(cart::pruned(&rows, &cart::Options::default()));
    println!("tree              {:8.1} ms", median(tree));
    let posts = || drop(signposts::signposts(&rows, &signposts::Options::default()));
    println!("45 signposts      {:8.1} ms", median(posts));
}

fn median(work: impl Fn()) -> f64 {
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[ROUNDS / 2]
}
