//! Is one option ahead, or is the difference within the error of so many runs?

/// Standard errors beyond which a difference is no luck of the draws.
pub const CLEARLY: f64 = 2.0;

/// A mean difference with its error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// Weighted mean over runs, in the unit of payoffs.
    pub mean: f64,
    /// Standard error of the mean, 0 for a single run. For draws taken evenly (Latin hypercube,
    /// Sobol) it is on the safe side.
    pub error: f64,
    /// Share of runs in which it is above 0, ties half, 0..1.
    pub ahead: f64,
}

impl Difference {
    /// Of two sets of payoffs run by run; runs may have weights.
    #[must_use]
    pub fn between(ours: &[f64], theirs: &[f64], weights: Option<&[f64]>) -> Self {
        let weight = |run: usize| weights.map_or(1.0, |all| all[run]);
        let runs = ours.iter().zip(theirs).enumerate();
        let pairs = runs.map(|(run, (a, b))| (a - b, weight(run)));
        let (mut total, mut squared, mut sum, mut ahead) = (0.0, 0.0, 0.0, 0.0);
        for (d, w) in pairs.clone() {
            total += w;
            squared += w * w;
            sum += w * d;
            ahead += w * if d > 0.0 {
                1.0
            } else if d < 0.0 {
                0.0
            } else {
                0.5
            };
        }
        let mean = sum / total;
        let spread: f64 = pairs.map(|(d, w)| w * (d - mean).powi(2)).sum::<f64>() / total;
        let effective = total * total / squared;
        let error = if effective > 1.0 {
            (spread / (effective - 1.0)).sqrt()
        } else {
            0.0
        };
        Difference {
            mean,
            error,
            ahead: ahead / total,
        }
    }

    /// Whether it is larger than the error allows for.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.mean.abs() > CLEARLY * self.error && self.mean != 0.0
    }

    /// How many runs would make it clear, given that so many did not; `None` if it is clear
    /// already, or if there is no difference at all.
    #[must_use]
    pub fn runs_needed(&self, runs: usize) -> Option<usize> {
        if self.is_clear() || self.mean == 0.0 {
            return None;
        }
        let times = (CLEARLY * self.error / self.mean).powi(2);
        Some((runs as f64 * times).ceil() as usize)
    }
}
