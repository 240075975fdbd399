//! Probabilities given what has happened before.

use super::{Branch, Chance, PathStep, Quantity};

impl Branch {
    /// The branch's probability after a history: that of the nearest earlier outcome which a
    /// `given` names, else its own.
    #[must_use]
    pub fn probability_after(&self, history: &[PathStep<'_>]) -> &Quantity {
        history
            .iter()
            .rev()
            .find_map(|step| {
                self.given
                    .iter()
                    .find(|given| given.node == step.node && given.branch == step.outcome)
            })
            .map_or(&self.probability, |given| &given.probability)
    }
}

impl Chance {
    /// The probabilities of all branches after a history, in the order of the file.
    #[must_use]
    pub fn probabilities_after(&self, history: &[PathStep<'_>]) -> Vec<&Quantity> {
        self.branches
            .iter()
            .map(|branch| branch.probability_after(history))
            .collect()
    }

    /// Median probabilities after a history; normalised if any of them is uncertain.
    #[must_use]
    pub fn medians_after(&self, history: &[PathStep<'_>]) -> Vec<f64> {
        let quantities = self.probabilities_after(history);
        let mut medians: Vec<f64> = quantities
            .iter()
            .map(|quantity| quantity.median())
            .collect();
        let total: f64 = medians.iter().sum();
        if total > 0.0 && !quantities.iter().all(|quantity| quantity.is_fixed()) {
            medians.iter_mut().for_each(|median| *median /= total);
        }
        medians
    }
}
