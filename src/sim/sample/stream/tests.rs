use super::super::statistics::{assert_even, assert_uncorrelated, assert_uniform, cells};
use super::*;
use proptest::prelude::*;

fn uniforms(seed: u64, purpose: &str, n: usize) -> Vec<f64> {
    let mut out = vec![0.0; n];
    Stream::new(seed, purpose).fill_uniform(0, &mut out);
    out
}

#[test]
fn words_agree_with_an_independent_writing_of_the_contract() {
    // Computed with a separate program from SHA-256 and the ChaCha definition (8 rounds).
    for (seed, purpose, draw, want) in [
        (
            20_250_601,
            "incidents/setting/2031",
            0,
            0xd228_8ceb_4cbc_df10,
        ),
        (
            20_250_601,
            "incidents/setting/2031",
            1,
            0xec52_d974_c292_c95a,
        ),
        (
            20_250_601,
            "incidents/setting/2031",
            9_999,
            0x6fa0_b112_edd4_e86c,
        ),
        (0, "", 1 << 40, 0x0117_d3b2_733f_8c2a),
        (u64::MAX, "élan", 7, 0x50c5_8e88_4aae_f92f),
    ] {
        let mut word = [0];
        Stream::new(seed, purpose).fill_words(draw, &mut word);
        assert_eq!(word[0], want, "{seed} {purpose} {draw}");
    }
}

#[test]
fn numbers_lie_strictly_between_0_and_1_and_mirror_each_other() {
    assert!(open_unit(0) > 0.0 && open_unit(u64::MAX) < 1.0);
    for word in [0, 1, 12_345_678_901_234_567, u64::MAX / 3] {
        assert_eq!(open_unit(word), 1.0 - open_unit(!word));
    }
}

proptest! {
    #[test]
    fn a_draw_has_the_same_number_however_it_is_asked_for(first in 0_u64..1 << 40, cut in 0_usize..100) {
        let stream = Stream::new(7, "chunks");
        let mut whole = [0.0; 100];
        stream.fill_uniform(first, &mut whole);
        let mut parts = [0.0; 100];
        let (early, late) = parts.split_at_mut(cut);
        stream.fill_uniform(first + cut as u64, late);
        stream.fill_uniform(first, early);
        prop_assert_eq!(whole, parts);
    }
}

#[test]
fn numbers_of_one_purpose_are_uniform_and_do_not_depend_on_their_neighbours() {
    let numbers = uniforms(1, "use/MWI/2030", 200_000);
    assert_uniform(&numbers, "stream");
    assert_uncorrelated(&numbers, &numbers[1..], "neighbours");
    assert_even(&cells(&numbers, &numbers[1..]), "neighbours");
    let low_bits: Vec<f64> = numbers
        .iter()
        .map(|u| (u * 2_f64.powi(30)).fract())
        .collect();
    assert_uniform(&low_bits, "lower bits");
}

#[test]
fn purposes_and_seeds_that_differ_little_give_independent_numbers() {
    let one = uniforms(1, "use/2030", 100_000);
    for (seed, purpose) in [
        (1, "use/2031"),
        (2, "use/2030"),
        (1 << 63 | 1, "use/2030"),
        (1, "Use/2030"),
    ] {
        let other = uniforms(seed, purpose, 100_000);
        assert_uncorrelated(&one, &other, purpose);
        assert_even(&cells(&one, &other), purpose);
    }
}

#[test]
fn the_first_numbers_of_many_purposes_are_uniform() {
    let firsts: Vec<f64> = (0..50_000)
        .map(|i| uniforms(5, &format!("effect/{i}"), 1)[0])
        .collect();
    assert_uniform(&firsts, "first numbers");
    assert_uncorrelated(&firsts, &firsts[1..], "purposes one after the other");
}
