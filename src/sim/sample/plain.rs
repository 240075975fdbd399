//! Independent draws: the plain design that the others are compared with.

use super::stream::Stream;

/// One dimension of independent uniform numbers.
#[derive(Clone, Debug)]
pub struct Plain {
    stream: Stream,
}

impl Plain {
    /// Dimension number `dimension`; any number of draws.
    pub fn new(seed: u64, dimension: usize) -> Self {
        Plain {
            stream: Stream::new(seed, &format!("independent/{dimension}")),
        }
    }

    /// The numbers of draws `first_draw`, `first_draw + 1`, ..., strictly between 0 and 1.
    pub fn fill(&self, first_draw: u64, out: &mut [f64]) {
        self.stream.fill_uniform(first_draw, out);
    }
}
