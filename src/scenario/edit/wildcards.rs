//! Stress tests: adding, removing, renaming and dating them.

use super::find::no_such;
use super::ids::{must_be_free, must_have_title};
use super::reach::within_horizon;
use super::{EditFault, Part, fresh_id};
use crate::scenario::{Scenario, Wildcard};

/// Adds a wildcard that does nothing yet and returns its id.
///
/// # Errors
/// No title, or a year outside of the horizon.
pub fn add_wildcard(scenario: &mut Scenario, title: &str, year: i32) -> Result<String, EditFault> {
    must_have_title(title)?;
    within_horizon(scenario, year)?;
    let id = fresh_id(title, |id| taken(scenario, id));
    scenario.wildcards.push(Wildcard {
        id: id.clone(),
        title: title.to_owned(),
        year,
        effects: Vec::new(),
        rationale: String::new(),
        sources: Vec::new(),
    });
    Ok(id)
}

/// Removes a wildcard and returns it.
///
/// # Errors
/// It does not exist.
pub fn remove_wildcard(scenario: &mut Scenario, id: &str) -> Result<Wildcard, EditFault> {
    let at = scenario.wildcards.iter().position(|card| card.id == id);
    let at = at.ok_or_else(|| no_such(Part::Wildcard, id))?;
    Ok(scenario.wildcards.remove(at))
}

/// Gives a wildcard another id.
///
/// # Errors
/// It does not exist, or the new id is taken or ill-formed.
pub fn rename_wildcard(scenario: &mut Scenario, old: &str, new: &str) -> Result<(), EditFault> {
    if old != new {
        must_be_free(new, |id| taken(scenario, id))?;
    }
    wildcard_mut(scenario, old)?.id = new.to_owned();
    Ok(())
}

/// Sets the year in which a wildcard happens.
///
/// # Errors
/// It does not exist, or the year lies outside of the horizon.
pub fn set_wildcard_year(scenario: &mut Scenario, id: &str, year: i32) -> Result<(), EditFault> {
    within_horizon(scenario, year)?;
    wildcard_mut(scenario, id)?.year = year;
    Ok(())
}

fn taken(scenario: &Scenario, id: &str) -> bool {
    scenario.wildcards.iter().any(|card| card.id == id)
}

pub(super) fn wildcard_mut<'a>(
    scenario: &'a mut Scenario,
    id: &str,
) -> Result<&'a mut Wildcard, EditFault> {
    let mut cards = scenario.wildcards.iter_mut();
    let found = cards.find(|card| card.id == id);
    found.ok_or_else(|| no_such(Part::Wildcard, id))
}
