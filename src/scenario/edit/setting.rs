//! Place, years, definitions and the run itself.

use super::EditFault;
use crate::scenario::{BASE_YEAR, BaselineRef, Exposure, Scenario, Simulation};

/// Last year in which a horizon may end.
const LAST_END: i32 = 2060;

/// Most draws.
const MOST_DRAWS: u32 = 10_000_000;

/// Moves a scenario to another place. What was known better about the old one goes, and so does
/// the reference; returns how many inputs that were.
pub fn set_baseline(scenario: &mut Scenario, baseline: BaselineRef) -> usize {
    let setting = &mut scenario.setting;
    if setting.baseline == baseline {
        return 0;
    }
    setting.baseline = baseline;
    setting.reference = None;
    let count = setting.inputs.len();
    setting.inputs.clear();
    count
}

/// Sets the country against which the gap between countries is measured; none = the default.
pub fn set_reference(scenario: &mut Scenario, reference: Option<String>) {
    scenario.setting.reference = reference;
}

/// Sets the last year. Nodes that then lie outside stay, and the check names them.
///
/// # Errors
/// A year too early or too late.
pub fn set_horizon_end(scenario: &mut Scenario, year: i32) -> Result<(), EditFault> {
    let (first, last) = (BASE_YEAR + 1, LAST_END);
    if !(first..=last).contains(&year) {
        return Err(EditFault::Horizon { year, first, last });
    }
    scenario.setting.horizon.1 = year;
    Ok(())
}

/// Sets which jobs count as automatable.
pub fn set_exposure(scenario: &mut Scenario, exposure: Exposure) {
    scenario.setting.exposure = exposure;
}

/// Sets draws, seed and sampling.
///
/// # Errors
/// No draws, or more than any machine here could hold.
pub fn set_simulation(scenario: &mut Scenario, simulation: Simulation) -> Result<(), EditFault> {
    if !(1..=MOST_DRAWS).contains(&simulation.draws) {
        let (draws, most) = (simulation.draws, MOST_DRAWS);
        return Err(EditFault::Draws { draws, most });
    }
    scenario.simulation = simulation;
    Ok(())
}
