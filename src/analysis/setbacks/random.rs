//! Hashed choices: a function of seed, round and row, never of the order of work.

/// A number that looks random, from three that name it (SplitMix64; Steele and others 2014).
pub(super) fn hashed(seed: u64, round: u64, row: u64) -> u64 {
    let mix = |state: u64, with: u64| {
        let mut z = (state ^ with).wrapping_add(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    mix(mix(mix(0, seed), round), row)
}
