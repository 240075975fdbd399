//! New probabilities without a new simulation.
//!
//! A wrong "yes" would show numbers of another scenario. So the comparison of the scenarios goes
//! by exclusion ([`what_it_affects`]), and the plan checks again that the tree fits.

use std::sync::Arc;

use super::results::Results;
use crate::scenario::Scenario;
use crate::scenario::edit::{Change, what_it_affects};

/// The results of the edited scenario, if it differs from that of `results` in certain
/// probabilities and texts only: the same numbers under new weights. `None` when it has to be
/// simulated again.
///
/// With [`super::Stage::Whole`] results, every number is the one, bit by bit, that simulating the
/// edited scenario under the same wish would give.
#[must_use]
pub fn reweighted(results: &Results, edited: &Arc<Scenario>) -> Option<Results> {
    match what_it_affects(&results.scenario, edited) {
        Change::Nothing => Some(Results {
            scenario: Arc::clone(edited),
            ..results.clone()
        }),
        Change::Probabilities => {
            let plan = results.ensemble.plan.with_probabilities(edited)?;
            Some(results.with_weights(edited, plan))
        }
        Change::Runs => None,
    }
}
