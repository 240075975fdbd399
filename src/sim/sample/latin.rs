//! Latin hypercube sampling: n draws, one in each of n equal slices of every dimension.
//!
//! McKay, Beckman and Conover (1979). Each dimension has its own random order of slices and its
//! own random place inside each slice, so any draw can be asked for directly.

use super::permutation::Permutation;
use super::stream::Stream;

/// Draws handled at a time: their slices and words stay in the fastest cache.
const BLOCK: usize = 128;
/// Bits of a slice number and a place in the slice together. One fewer than a `f64` holds, so that
/// rounding never carries a draw over the edge of its slice.
const BITS: u32 = 51;

/// One dimension of a Latin hypercube of n draws.
#[derive(Clone, Debug)]
pub struct Latin {
    draws: u32,
    order: Permutation,
    places: Stream,
    place_bits: u32,
}

impl Latin {
    /// Dimension number `dimension` of a hypercube of `draws` draws (1 to 100 million).
    pub fn new(seed: u64, dimension: usize, draws: u32) -> Self {
        let order = Stream::new(seed, &format!("latin hypercube/order/{dimension}"));
        Latin {
            draws,
            order: Permutation::new(draws, &order),
            places: Stream::new(seed, &format!("latin hypercube/place/{dimension}")),
            place_bits: BITS - (u32::BITS - draws.saturating_sub(1).leading_zeros()),
        }
    }

    /// The numbers of draws `first_draw`, `first_draw + 1`, ..., strictly between 0 and 1.
    ///
    /// # Panics
    /// When asked for draws beyond the size of the hypercube.
    pub fn fill(&self, first_draw: u64, out: &mut [f64]) {
        let n = f64::from(self.draws);
        let step = 1.0 / (1_u64 << self.place_bits) as f64;
        let shift = u64::BITS - self.place_bits;
        let (mut slices, mut words) = ([0_u32; BLOCK], [0_u64; BLOCK]);
        for (block, out) in out.chunks_mut(BLOCK).enumerate() {
            let first = first_draw + (block * BLOCK) as u64;
            let (slices, words) = (&mut slices[..out.len()], &mut words[..out.len()]);
            // Draw numbers are below the number of draws, a u32.
            self.order.fill(first as u32, slices);
            self.places.fill_words(first, words);
            for ((u, slice), word) in out.iter_mut().zip(slices).zip(words) {
                let place = ((*word >> shift) as f64 + 0.5) * step;
                *u = (f64::from(*slice) + place) / n;
            }
        }
    }
}

#[cfg(test)]
mod tests;
