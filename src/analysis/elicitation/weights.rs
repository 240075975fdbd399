//! How much each expert counts.

use super::ElicitationFault;

/// Weights of experts: none below 0, together 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights(Vec<f64>);

impl Weights {
    /// Everybody counts alike: what we show unless a room decides otherwise.
    ///
    /// # Errors
    /// Nobody.
    pub fn equal(experts: usize) -> Result<Self, ElicitationFault> {
        Self::new(&vec![1.0; experts])
    }

    /// Weights in any unit; they are divided by their sum.
    ///
    /// # Errors
    /// None at all, one below 0 or not finite, or all 0.
    pub fn new(weights: &[f64]) -> Result<Self, ElicitationFault> {
        if weights.is_empty() {
            return Err(ElicitationFault::TooFew { found: 0, least: 1 });
        }
        if !weights.iter().all(|weight| weight.is_finite()) {
            return Err(ElicitationFault::NotANumber);
        }
        if let Some(weight) = weights.iter().find(|weight| **weight < 0.0) {
            return Err(ElicitationFault::NegativeWeight(*weight));
        }
        // Divided by the greatest first: the sum of huge weights would overflow.
        let greatest = weights.iter().copied().fold(0.0, f64::max);
        if greatest <= 0.0 {
            return Err(ElicitationFault::NoWeight);
        }
        let scaled: Vec<f64> = weights.iter().map(|weight| weight / greatest).collect();
        let sum: f64 = scaled.iter().sum();
        Ok(Self(scaled.iter().map(|weight| weight / sum).collect()))
    }

    /// The weights, in order, summing to 1.
    #[must_use]
    pub fn as_slice(&self) -> &[f64] {
        &self.0
    }

    /// How many experts would count as much if all counted alike: 1 / sum of squares, from 1 (one
    /// person decides) to the number of experts (Kish 1965).
    #[must_use]
    pub fn effective(&self) -> f64 {
        1.0 / self.0.iter().map(|weight| weight * weight).sum::<f64>()
    }

    /// Checks that there is one weight for each of `members`.
    pub(super) fn check(&self, members: usize) -> Result<(), ElicitationFault> {
        if self.0.len() == members {
            return Ok(());
        }
        Err(ElicitationFault::Length {
            found: self.0.len(),
            wanted: members,
        })
    }

    /// The weighted mean of one value for each expert.
    pub(super) fn mean(&self, values: impl Iterator<Item = f64>) -> f64 {
        self.0
            .iter()
            .zip(values)
            .filter(|(weight, _)| **weight > 0.0)
            .map(|(weight, value)| weight * value)
            .sum()
    }
}
