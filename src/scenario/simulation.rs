//! How the scenario is simulated.

use serde::{Deserialize, Serialize};

/// How uncertain numbers are spread over their distributions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Sampling {
    /// One draw in each of N equal slices of every dimension.
    #[default]
    LatinHypercube,
    /// A scrambled Sobol sequence.
    Sobol,
    /// Plain independent draws.
    Independent,
}

/// Number of draws, seed and sampling.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Simulation {
    /// Draws, at least 1.
    pub draws: u32,
    /// Seed of all random numbers.
    pub seed: u64,
    /// How the draws are spread.
    pub sampling: Sampling,
}

impl Default for Simulation {
    fn default() -> Self {
        Self {
            draws: 10_000,
            seed: 20_250_601,
            sampling: Sampling::LatinHypercube,
        }
    }
}

/// Two parameters that tend to be high or low together.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correlation {
    /// The two parameter ids.
    pub between: (String, String),
    /// Spearman's rank correlation, -1..=1.
    pub rank: f64,
}
