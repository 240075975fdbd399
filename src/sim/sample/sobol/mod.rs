//! Scrambled Sobol points: n draws that fill the space more evenly than chance.
//!
//! Points come in Gray code order (Antonov and Saleev 1979), 32 bits each, from the direction
//! numbers of Joe and Kuo (2008); each dimension is then scrambled on its own ([`owen`]). Draw i is
//! point i, so any draw can be asked for directly. Powers of two of draws fill the space best;
//! any number is allowed.

mod directions;
mod owen;

use super::stream::Stream;
use directions::INITIAL;
use owen::Scramble;

/// Dimensions for which there are direction numbers.
pub(super) const DIMENSIONS: usize = INITIAL.len() + 1;
/// 1/2 in the 32-bit fixed-point form of the directions.
const HALF: u32 = 1 << 31;
const STEP: f64 = 1.0 / (1_u64 << 32) as f64;

/// One dimension of the sequence.
#[derive(Clone, Debug)]
pub struct Sobol {
    directions: [u32; 32],
    scramble: Scramble,
}

impl Sobol {
    /// Dimension number `dimension`, counted from 0; `None` beyond the table of 128.
    pub fn new(seed: u64, dimension: usize) -> Option<Self> {
        let mut keys = [0];
        Stream::new(seed, &format!("sobol/scramble/{dimension}")).fill_words(0, &mut keys);
        Some(Sobol {
            directions: directions_of(dimension)?,
            scramble: Scramble::new(keys[0]),
        })
    }

    /// The numbers of draws `first_draw`, `first_draw + 1`, ..., strictly between 0 and 1.
    ///
    /// Draws are numbered modulo 2^32.
    pub fn fill(&self, first_draw: u64, out: &mut [f64]) {
        let mut draw = first_draw as u32;
        let mut point = self.point(draw);
        for u in out {
            *u = (f64::from(self.scramble.apply(point)) + 0.5) * STEP;
            draw = draw.wrapping_add(1);
            // Neighbours in Gray code differ in one bit: that of the next one's trailing zeros (the
            // highest where the count starts again).
            point ^= self.directions[draw.trailing_zeros().min(31) as usize];
        }
    }

    /// Unscrambled point number `draw`, as 32 bits after the binary point.
    fn point(&self, draw: u32) -> u32 {
        let gray = draw ^ (draw >> 1);
        let bits = (0..32).filter(|bit| (gray >> bit) & 1 == 1);
        bits.fold(0, |point, bit| point ^ self.directions[bit])
    }
}

/// The 32 direction numbers of a dimension, by the recurrence of its primitive polynomial
/// (Bratley and Fox 1988, algorithm 659).
fn directions_of(dimension: usize) -> Option<[u32; 32]> {
    let mut v = [0; 32];
    let Some(row) = dimension.checked_sub(1) else {
        for (bit, direction) in v.iter_mut().enumerate() {
            *direction = HALF >> bit;
        }
        return Some(v);
    };
    let (coefficients, initial) = INITIAL.get(row)?;
    let degree = initial.len();
    for bit in 0..32 {
        v[bit] = match initial.get(bit) {
            Some(m) => m << (31 - bit),
            None => (1..degree)
                .filter(|k| (coefficients >> (degree - 1 - k)) & 1 == 1)
                .fold(v[bit - degree] ^ (v[bit - degree] >> degree), |sum, k| {
                    sum ^ v[bit - k]
                }),
        };
    }
    Some(v)
}

#[cfg(test)]
mod tests;
