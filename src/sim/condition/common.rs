//! One condition for several scenarios on the same draws.

use super::{Condition, ConditionFault, Test};
use crate::scenario::Scenario;
use crate::sim::compile::PlanOptions;
use crate::sim::error::PlanError;
use crate::sim::plan::Plan;
use std::sync::Arc;

/// The options for scenarios that are compared draw by draw, and for mixtures of them: only draws
/// that pass in every one of them. A test on what a scenario does not have is passed over there, as long as another has it.
///
/// # Errors
/// What keeps a scenario from being compiled, names that none has, and nothing left.
pub fn in_common(scenarios: &[&Scenario], options: &PlanOptions) -> Result<PlanOptions, PlanError> {
    let [_, _, ..] = scenarios else {
        return Ok(options.clone());
    };
    if options.condition.is_empty() {
        return Ok(options.clone());
    }
    let mut lenient = PlanOptions {
        condition: Condition {
            lenient: true,
            ..options.condition.clone()
        },
        ..options.clone()
    };
    for test in &options.condition.tests {
        somewhere(scenarios, options, test)?;
    }
    let mut common: Option<(u32, Vec<u32>)> = None;
    for scenario in scenarios {
        let plan = Plan::compile(scenario, &lenient)?;
        let Some(chosen) = &plan.chosen else { continue };
        match &mut common {
            Some((_, draws)) => draws.retain(|draw| chosen.binary_search(draw).is_ok()),
            None => common = Some((plan.asked, chosen.to_vec())),
        }
    }
    if let Some((asked, draws)) = common {
        if draws.is_empty() {
            return Err(PlanError::Condition(ConditionFault::NoDraw {
                draws: asked,
                kept: Vec::new(),
            }));
        }
        lenient.condition.among = Some((asked, Arc::new(draws)));
    }
    Ok(lenient)
}

/// Fails with the first scenario's reason if no scenario knows what a test names.
fn somewhere(scenarios: &[&Scenario], options: &PlanOptions, test: &Test) -> Result<(), PlanError> {
    let alone = PlanOptions {
        condition: Condition {
            tests: vec![test.clone()],
            ..Condition::default()
        },
        ..options.clone()
    };
    let mut first = None;
    for scenario in scenarios {
        match Plan::compile(scenario, &alone) {
            Err(PlanError::Condition(fault)) if is_about_a_name(&fault) => {
                first.get_or_insert(fault);
            }
            Err(other) => return Err(other),
            Ok(_) => return Ok(()),
        }
    }
    first.map_or(Ok(()), |fault| Err(PlanError::Condition(fault)))
}

fn is_about_a_name(fault: &ConditionFault) -> bool {
    matches!(
        fault,
        ConditionFault::Unknown { .. } | ConditionFault::UnknownOutcome { .. }
    )
}
