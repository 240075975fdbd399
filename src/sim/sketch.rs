//! Counts in bins: yearly distributions of large trees in little memory.
//!
//! Bins are laid from the range of a pilot run, a little wider, with open ends; quantiles are
//! interpolated within a bin. Counts are whole numbers, so the order of merging does not matter.

/// Bins per distribution.
pub const BINS: usize = 128;
/// Draws of the pilot run.
pub const PILOT: usize = 128;
/// Relative slack of a quantile, that of exact ones: rounding of weights skips no value.
const SLACK: f64 = 1e-12;
/// How far the bins reach beyond the pilot's range on either side, relative to it.
const MARGIN: f64 = 0.25;

/// Bytes that the counts of a plan take.
pub fn bytes(rows: usize, streams: usize) -> usize {
    rows * streams * BINS * 4
}

/// Where the bins of one distribution lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bins {
    /// Lower edge of the first bin.
    pub low: f64,
    /// Width of a bin; 0 when all pilot values were the same.
    pub width: f64,
    /// Bins for each unit; 0 when all pilot values were the same.
    per_unit: f64,
}

impl Bins {
    /// Bins over the range `low..=high` and a margin.
    pub fn over(low: f64, high: f64) -> Self {
        let range = high - low;
        if range.is_nan() || range <= 0.0 {
            return Bins {
                low,
                width: 0.0,
                per_unit: 0.0,
            };
        }
        let width = range * (1.0 + 2.0 * MARGIN) / BINS as f64;
        Bins {
            low: low - range * MARGIN,
            width,
            per_unit: 1.0 / width,
        }
    }

    /// The bin of a value; values beyond the ends go to the last bin on their side.
    #[inline(always)]
    pub fn bin(&self, value: f64) -> u32 {
        // A negative number becomes 0 when converted.
        (((value - self.low) * self.per_unit) as u32).min(BINS as u32 - 1)
    }

    /// The value below which the share `q` of the weight lies, interpolated within its bin.
    pub fn quantile(&self, weights: &[f64; BINS], q: f64) -> f64 {
        let goal = q * weights.iter().sum::<f64>() * (1.0 - SLACK);
        let mut before = 0.0;
        for (bin, weight) in weights.iter().enumerate() {
            if *weight > 0.0 && before + weight >= goal {
                let inside = ((goal - before) / weight).clamp(0.0, 1.0);
                return self.low + (bin as f64 + inside) * self.width;
            }
            before += weight;
        }
        f64::NAN
    }
}
