//! What the room sees differently: parameters of the model and inputs of the country.

use super::find::no_such;
use super::{EditFault, Part};
use crate::scenario::{Assumption, Scale, Scenario};
use indexmap::IndexMap;

/// Where an assumption stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Store {
    /// Parameters of the model.
    Parameters,
    /// Inputs of the country.
    Inputs,
}

type Entries = IndexMap<String, Assumption>;

impl Store {
    fn of(self, scenario: &Scenario) -> &Entries {
        match self {
            Self::Parameters => &scenario.assumptions,
            Self::Inputs => &scenario.setting.inputs,
        }
    }

    fn of_mut(self, scenario: &mut Scenario) -> &mut Entries {
        match self {
            Self::Parameters => &mut scenario.assumptions,
            Self::Inputs => &mut scenario.setting.inputs,
        }
    }
}

/// What the room assumes, if it differs from the catalogue.
#[must_use]
pub fn assumption<'a>(scenario: &'a Scenario, store: Store, id: &str) -> Option<&'a Assumption> {
    store.of(scenario).get(id)
}

/// Sets an assumption; a new one stands behind the others.
///
/// # Errors
/// The value is no distribution.
pub fn set_assumption(
    scenario: &mut Scenario,
    store: Store,
    id: &str,
    assumption: Assumption,
) -> Result<(), EditFault> {
    if let Some((_, fault)) = assumption.value.fault(Scale::Linear) {
        return Err(EditFault::Number(fault));
    }
    store.of_mut(scenario).insert(id.to_owned(), assumption);
    Ok(())
}

/// Goes back to the catalogue and returns what was assumed.
///
/// # Errors
/// Nothing else was assumed.
pub fn reset_assumption(
    scenario: &mut Scenario,
    store: Store,
    id: &str,
) -> Result<Assumption, EditFault> {
    let removed = store.of_mut(scenario).shift_remove(id);
    removed.ok_or_else(|| no_such(Part::Assumption, id))
}

/// Goes back to the catalogue everywhere; returns how many assumptions that were.
pub fn reset_all(scenario: &mut Scenario, store: Store) -> usize {
    let entries = store.of_mut(scenario);
    let count = entries.len();
    entries.clear();
    count
}

pub(super) fn entry_mut<'a>(
    scenario: &'a mut Scenario,
    store: Store,
    id: &str,
) -> Result<&'a mut Assumption, EditFault> {
    let found = store.of_mut(scenario).get_mut(id);
    found.ok_or_else(|| no_such(Part::Assumption, id))
}
