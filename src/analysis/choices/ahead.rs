//! Is one option ahead, or is the difference within the error of so many runs?

/// Standard errors beyond which a difference is no luck of the draws.
pub const CLEARLY: f64 = 2.0;

/// A mean difference with its error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// Weighted mean over runs, in the unit of payoffs.
    pub mean: f64,
    /// Standard error of the mean, 0 for a single run: the root of `sum w^2 (d - mean)^2` over
    /// `sum w`, times `n / (n - 1)` inside the root (Cochran 1977, 6.3), so that a run that counts
    /// much is one run only. With equal weights s / √n. For draws taken evenly (Latin hypercube, Sobol)
    /// it is on the safe side.
    pub error: f64,
    /// Share of runs in which it is above 0, ties half, 0..1.
    pub ahead: f64,
}

impl Difference {
    /// Nothing to compare: no run, or none that has weight.
    const NONE: Difference = Difference {
        mean: 0.0,
        error: 0.0,
        ahead: 0.5,
    };

    /// Of two sets of payoffs run by run; runs may have weights, 0 or more. Runs beyond the shortest
    /// of the three are left out; where none has weight there is no difference, and half the ties go
    /// either way.
    ///
    /// ```
    /// use foretree::analysis::choices::Difference;
    ///
    /// let lead = Difference::between(&[3.0, 5.0, 4.0], &[2.0, 3.0, 4.0], None);
    /// assert_eq!(lead.mean, 1.0);
    /// assert!((lead.error - 1.0 / 3_f64.sqrt()).abs() < 1e-12);
    /// assert!(!lead.is_clear());
    /// ```
    #[must_use]
    pub fn between(ours: &[f64], theirs: &[f64], weights: Option<&[f64]>) -> Self {
        let weight = |run: usize| weights.map_or(Some(1.0), |all| all.get(run).copied());
        let runs = ours.iter().zip(theirs).enumerate();
        let pairs = runs.filter_map(|(run, (a, b))| Some((a - b, weight(run)?)));
        let pairs = pairs.filter(|(_, w)| *w > 0.0);
        let (mut total, mut count, mut sum, mut ahead) = (0.0, 0.0, 0.0, 0.0);
        for (d, w) in pairs.clone() {
            total += w;
            count += 1.0;
            sum += w * d;
            ahead += w * if d > 0.0 {
                1.0
            } else if d < 0.0 {
                0.0
            } else {
                0.5
            };
        }
        if count == 0.0 {
            return Self::NONE;
        }
        let mean = sum / total;
        let squares: f64 = pairs.map(|(d, w)| (w * (d - mean)).powi(2)).sum();
        let error = if count > 1.0 {
            (squares * count / (count - 1.0)).sqrt() / total
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
