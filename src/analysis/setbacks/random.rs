//! Hashed choices: a function of seed, round and row, never of the order of work.

use crate::analysis::splitmix::after;

/// A number that looks random, from three that name it.
pub(super) fn hashed(seed: u64, round: u64, row: u64) -> u64 {
    after(after(after(seed) ^ round) ^ row)
}
