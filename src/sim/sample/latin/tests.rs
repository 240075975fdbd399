use super::super::statistics::{assert_even, assert_uniform, cells};
use super::*;
use proptest::prelude::*;

fn column(seed: u64, dimension: usize, draws: u32) -> Vec<f64> {
    let mut out = vec![0.0; draws as usize];
    Latin::new(seed, dimension, draws).fill(0, &mut out);
    out
}

#[test]
fn every_slice_holds_exactly_one_draw() {
    for n in [
        1, 2, 3, 10, 97, 1_000, 4_096, 65_536, 65_537, 100_003, 1_000_000,
    ] {
        let mut slices: Vec<u32> = column(5, 2, n)
            .iter()
            .map(|u| (u * f64::from(n)) as u32)
            .collect();
        slices.sort_unstable();
        assert!(slices.into_iter().eq(0..n), "{n}");
    }
}

#[test]
fn a_hundred_million_draws_keep_to_their_slices() {
    let n = 100_000_000;
    let latin = Latin::new(9, 44, n);
    let mut out = vec![0.0; 100_000];
    latin.fill(u64::from(n) - 100_000, &mut out);
    assert!(out.iter().all(|u| 0.0 < *u && *u < 1.0));
    let mut slices: Vec<u32> = out.iter().map(|u| (u * f64::from(n)) as u32).collect();
    slices.sort_unstable();
    slices.dedup();
    assert_eq!(slices.len(), out.len());
}

/// The worst case of rounding: the last place in each slice must not reach the next slice.
#[test]
fn rounding_never_carries_a_draw_over_the_edge_of_its_slice() {
    for n in [3, 1_000, 65_537, 99_999_989, 100_000_000_u32] {
        let bits = Latin::new(0, 0, n).place_bits;
        let last = 1.0 - 0.5_f64.powi(bits as i32 + 1);
        for slice in (0..n).step_by((n / 1_000).max(1) as usize).chain([n - 1]) {
            let u = (f64::from(slice) + last) / f64::from(n);
            assert_eq!((u * f64::from(n)) as u32, slice, "{n}");
            assert!(u < 1.0);
        }
    }
}

#[test]
fn places_inside_the_slices_are_uniform() {
    let n = 50_000;
    let places: Vec<f64> = column(1, 0, n)
        .iter()
        .map(|u| (u * f64::from(n)).fract())
        .collect();
    assert_uniform(&places, "places");
}

#[test]
fn two_dimensions_fill_the_square_evenly() {
    for n in [20_000, 100_003] {
        let (one, two) = (column(1, 0, n), column(1, 1, n));
        assert_even(&cells(&one, &two), "two dimensions");
        assert_even(&cells(&one, &column(2, 0, n)), "two seeds");
    }
}

proptest! {
    #[test]
    fn a_draw_has_the_same_number_however_it_is_asked_for(first in 0_usize..99_000, cut in 0_usize..1_000) {
        let latin = Latin::new(7, 3, 100_000);
        let mut whole = vec![0.0; 1_000];
        latin.fill(first as u64, &mut whole);
        let mut parts = vec![0.0; 1_000];
        let (early, late) = parts.split_at_mut(cut);
        latin.fill((first + cut) as u64, late);
        latin.fill(first as u64, early);
        prop_assert_eq!(whole, parts);
    }
}
