use super::super::statistics::{assert_chi_square, assert_even, correlation};
use super::*;

fn entries(n: u32, seed: u64) -> Vec<u32> {
    let mut out = vec![0; n as usize];
    Permutation::new(n, &Stream::new(seed, "permutation")).fill(0, &mut out);
    out
}

fn as_numbers(entries: &[u32]) -> Vec<f64> {
    entries.iter().map(|entry| f64::from(*entry)).collect()
}

#[test]
fn every_entry_occurs_once() {
    for n in [
        1,
        2,
        3,
        7,
        97,
        1_000,
        LISTED,
        LISTED + 1,
        65_792,
        66_049,
        100_003,
        1_000_000,
    ] {
        let mut seen = entries(n, 3);
        seen.sort_unstable();
        assert!(seen.into_iter().eq(0..n), "{n}");
    }
}

#[test]
fn an_entry_does_not_depend_on_where_reading_starts() {
    for n in [1_000, 100_003] {
        let whole = entries(n, 11);
        let permutation = Permutation::new(n, &Stream::new(11, "permutation"));
        for first in [0, 1, 316, 317, 500, n - 100] {
            let mut part = vec![0; 100];
            permutation.fill(first, &mut part);
            assert_eq!(part, whole[first as usize..][..100], "{n} from {first}");
        }
    }
}

#[test]
fn the_computed_permutation_of_the_largest_size_stays_in_range() {
    let n = 100_000_000;
    let network = Network::new(n, &Stream::new(1, "large"));
    let mut out = vec![0; 200_000];
    network.fill(n - 200_000, &mut out);
    assert!(out.iter().all(|entry| *entry < n));
    out.sort_unstable();
    out.dedup();
    assert_eq!(out.len(), 200_000);
}

#[test]
fn all_orders_of_four_are_equally_frequent() {
    let mut counts = vec![0; 256];
    for seed in 0..24_000 {
        let code = entries(4, seed)
            .iter()
            .fold(0, |code, entry| code * 4 + entry);
        counts[code as usize] += 1;
    }
    let seen: Vec<u32> = counts.into_iter().filter(|count| *count > 0).collect();
    assert_eq!(seen.len(), 24);
    assert_even(&seen, "orders of four");
}

/// Correlations of a random permutation of n have mean about 0 and variance 1 / (n - 1).
#[test]
fn correlations_vary_as_those_of_random_permutations() {
    for (n, seeds) in [(1_000, 200), (70_000, 60)] {
        let identity: Vec<f64> = (0..n).map(f64::from).collect();
        let degrees = f64::from(seeds);
        let (mut own, mut serial, mut mutual) = (0.0, 0.0, 0.0);
        let mut before = as_numbers(&entries(n, u64::MAX));
        for seed in 0..seeds {
            let column = as_numbers(&entries(n, u64::try_from(seed).unwrap()));
            let scaled = |r: f64| r * r * f64::from(n - 1);
            own += scaled(correlation(&column, &identity));
            serial += scaled(correlation(&column[1..], &column[..column.len() - 1]));
            mutual += scaled(correlation(&column, &before));
            before = column;
        }
        assert_chi_square(own, degrees, "with the identity");
        assert_chi_square(serial, degrees, "with the neighbour");
        assert_chi_square(mutual, degrees, "with another permutation");
    }
}

/// The number of descents of a random permutation is nearly normal: mean (n - 1) / 2, variance
/// (n + 1) / 12. A network with too few rounds shows here first.
#[test]
fn descents_are_as_frequent_as_in_random_permutations() {
    for (n, seeds) in [(1_000, 200), (70_000, 60)] {
        let squares = (0..seeds).map(|seed| {
            let column = entries(n, seed);
            let descents = column.windows(2).filter(|pair| pair[1] < pair[0]).count() as f64;
            (descents - f64::from(n - 1) / 2.0).powi(2) / (f64::from(n + 1) / 12.0)
        });
        assert_chi_square(squares.sum(), seeds as f64, "descents");
    }
}
