//! A few values with weights.

/// Rounding forgiven when weights are added up: 0.1 + 0.2 + 0.2 counts as one half.
const FORGIVEN: f64 = 1e-12;

/// Values in rising order with the share of all weight at or below each.
#[derive(Clone, Debug)]
pub(super) struct Discrete {
    values: Vec<f64>,
    shares: Vec<f64>,
}

impl Discrete {
    /// From (value, weight) pairs in any order, at least one of positive weight; weights need not
    /// add up to 1. Values without weight are left out.
    pub(super) fn new(outcomes: &[(f64, f64)]) -> Self {
        let mut kept: Vec<(f64, f64)> = outcomes
            .iter()
            .copied()
            .filter(|pair| pair.1 > 0.0)
            .collect();
        kept.sort_by(|a, b| a.0.total_cmp(&b.0));
        let total: f64 = kept.iter().map(|pair| pair.1).sum();
        let mut sum = 0.0;
        let shares = kept.iter().map(|pair| {
            sum += pair.1;
            sum / total
        });
        Discrete {
            shares: shares.collect(),
            values: kept.iter().map(|pair| pair.0).collect(),
        }
    }

    /// The smallest value whose cumulative share of the weight is at least u.
    pub(super) fn value(&self, u: f64) -> f64 {
        let below = self.shares.partition_point(|share| *share < u - FORGIVEN);
        // Rounding may leave the last share a little below 1.
        self.values[below.min(self.values.len() - 1)]
    }

    /// Replaces uniform numbers by values.
    pub(super) fn fill(&self, column: &mut [f64]) {
        for number in column {
            *number = self.value(*number);
        }
    }

    pub(super) fn support(&self) -> (f64, f64) {
        (self.values[0], self.values[self.values.len() - 1])
    }
}
