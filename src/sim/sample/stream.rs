//! Streams of random numbers, each with a purpose and a place for every draw.
//!
//! The generator is ChaCha with 8 rounds (Bernstein 2008; Aumasson 2019 argues for 8). Its 256-bit
//! key comes from the seed, its 64-bit stream number from the purpose, and draw i owns the words
//! 2i and 2i + 1. So the number of a draw needs no memory of earlier ones.
//!
//! Both expansions are part of the contract that a seed reproduces a result:
//! - key = SHA-256 of the bytes `foretree draws 1`, then the seed as 8 little-endian bytes;
//! - stream number = first 8 bytes, little-endian, of SHA-256 of the purpose in UTF-8.

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

/// Names this way of turning a seed into numbers. Changing the numbers means changing it.
const KEY_PREFIX: &[u8] = b"foretree draws 1";

/// The random numbers of one purpose under one seed: one 64-bit word per draw.
#[derive(Clone, Debug)]
pub struct Stream {
    key: [u8; 32],
    number: u64,
}

impl Stream {
    /// The stream for a purpose, a free text such as `incidents/setting/2031`.
    ///
    /// Different purposes give independent numbers; the same purpose always gives the same.
    pub fn new(seed: u64, purpose: &str) -> Self {
        let key = Sha256::new()
            .chain_update(KEY_PREFIX)
            .chain_update(seed.to_le_bytes());
        let mut first = [0; 8];
        for (to, from) in first.iter_mut().zip(Sha256::digest(purpose.as_bytes())) {
            *to = from;
        }
        Stream {
            key: key.finalize().into(),
            number: u64::from_le_bytes(first),
        }
    }

    /// The words of draws `first_draw`, `first_draw + 1`, ...: one per place in `out`.
    pub fn fill_words(&self, first_draw: u64, out: &mut [u64]) {
        let mut generator = self.at(first_draw);
        for word in out {
            *word = generator.next_u64();
        }
    }

    /// Uniform numbers strictly between 0 and 1: (k + 1/2) / 2^52 for the upper 52 bits k.
    pub fn fill_uniform(&self, first_draw: u64, out: &mut [f64]) {
        let mut generator = self.at(first_draw);
        for u in out {
            *u = open_unit(generator.next_u64());
        }
    }

    fn at(&self, draw: u64) -> ChaCha8Rng {
        let mut generator = ChaCha8Rng::from_seed(self.key);
        generator.set_stream(self.number);
        generator.set_word_pos(2 * u128::from(draw));
        generator
    }
}

/// A word as a number strictly between 0 and 1, symmetric around 1/2.
fn open_unit(word: u64) -> f64 {
    const STEP: f64 = 1.0 / (1_u64 << 52) as f64;
    ((word >> 12) as f64 + 0.5) * STEP
}

#[cfg(test)]
mod tests;
