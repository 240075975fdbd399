//! What a condition would leave of a run, told before anything is simulated, and what can be asked
//! for in one.

use super::results::RunWish;
use crate::analysis::inputs::Input;
use crate::scenario::Scenario;
use crate::sim::condition::input_name;
use crate::sim::{Plan, PlanError};

/// What is left of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// Draws that pass.
    pub draws: u32,
    /// Draws of the design.
    pub asked: u32,
    /// Paths that pass.
    pub paths: usize,
}

/// What the condition of a wish leaves, without simulating.
///
/// # Errors
/// What keeps the scenario from being simulated under it: names that it does not have, nothing
/// left.
pub fn left(scenario: &Scenario, wish: &RunWish) -> Result<Left, PlanError> {
    let plan = Plan::compile(scenario, &wish.plan())?;
    Ok(Left {
        draws: plan.draws,
        asked: plan.asked,
        paths: plan.paths.len(),
    })
}

/// Inputs of a plan that conditions may name, each with its name there; those that are the same in
/// every draw are left out.
#[must_use]
pub fn testable(plan: &Plan) -> Vec<(Input, String)> {
    let varies = |column: &crate::sim::columns::Column| {
        let mut ends = [0.05, 0.95];
        column.evaluate(&mut ends, false);
        ends[0] != ends[1]
    };
    let columns = plan.columns.list().iter().filter(|column| varies(column));
    let named = columns.filter_map(|column| {
        let name = input_name(&column.origin)?.to_owned();
        Some((Input::of(&column.origin)?, name))
    });
    // A probability that hangs on what happened before has no name that could be typed.
    named.filter(|(_, name)| !name.contains('|')).collect()
}
