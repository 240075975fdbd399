//! Numbers that look random and are functions of what they are for: SplitMix64 (Steele, Lea and
//! Flood 2014, *Fast splittable pseudorandom number generators*).
//!
//! For sampling within an analysis, where nothing but repeatability is asked; what a run draws
//! comes from `sim::sample`.

/// What the state grows by from one word to the next.
pub(crate) const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// The word after a state.
pub(crate) fn after(state: u64) -> u64 {
    scrambled(state.wrapping_add(STEP))
}

/// The word of a state.
pub(crate) fn scrambled(state: u64) -> u64 {
    let mut word = state;
    word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

/// A word as a number from 0 on, below 1.
pub(crate) fn unit(word: u64) -> f64 {
    (word >> 11) as f64 / (1_u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_the_published_generator() {
        // The first words of the reference implementation (Vigna, splitmix64.c) from state 0.
        assert_eq!(after(0), 0xe220_a839_7b1d_cdaf);
        assert_eq!(after(STEP), 0x6e78_9e6a_a1b9_65f4);
    }

    #[test]
    fn a_word_becomes_a_number_below_one() {
        assert_eq!(unit(0), 0.0);
        assert!(unit(u64::MAX) < 1.0);
    }
}
