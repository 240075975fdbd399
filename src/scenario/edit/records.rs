//! Lists of small records: dissent, signposts, drivers, guesses, correlations.

use super::find::no_such;
use super::ids::must_have_title;
use super::{EditFault, Part, shift};
use crate::scenario::{
    Correlation, Dissent, Driver, HIGHEST_RANK, Prediction, QuantityFault, Scenario, Signpost,
};

/// A record of which a scenario has a list.
pub trait Record: Sized {
    /// The list of a scenario.
    fn list(scenario: &mut Scenario) -> &mut Vec<Self>;

    /// Whether the record makes sense by itself and beside the others.
    ///
    /// # Errors
    /// Why it does not.
    fn sound<'a>(&self, others: impl Iterator<Item = &'a Self>) -> Result<(), EditFault>
    where
        Self: 'a;
}

/// Adds a record behind the others and returns its place.
///
/// # Errors
/// It makes no sense; see [`Record::sound`].
pub fn add_record<R: Record>(scenario: &mut Scenario, record: R) -> Result<usize, EditFault> {
    let list = R::list(scenario);
    record.sound(list.iter())?;
    list.push(record);
    Ok(list.len() - 1)
}

/// Replaces a record.
///
/// # Errors
/// It makes no sense, or there is none at this place.
pub fn set_record<R: Record>(
    scenario: &mut Scenario,
    index: usize,
    record: R,
) -> Result<(), EditFault> {
    let list = R::list(scenario);
    let others = list.iter().enumerate();
    let others = others
        .filter(|(at, _)| *at != index)
        .map(|(_, other)| other);
    record.sound(others)?;
    *list.get_mut(index).ok_or_else(|| missing(index))? = record;
    Ok(())
}

/// Removes a record and returns it.
///
/// # Errors
/// There is none at this place.
pub fn remove_record<R: Record>(scenario: &mut Scenario, index: usize) -> Result<R, EditFault> {
    let list = R::list(scenario);
    if index >= list.len() {
        return Err(missing(index));
    }
    Ok(list.remove(index))
}

/// Moves a record to another place.
///
/// # Errors
/// There is no such record or place.
pub fn move_record<R: Record>(
    scenario: &mut Scenario,
    from: usize,
    to: usize,
) -> Result<(), EditFault> {
    shift(R::list(scenario), from, to)
}

pub(super) fn missing(index: usize) -> EditFault {
    no_such(Part::Item, (index + 1).to_string())
}

/// Refuses a number outside of a range.
fn within(value: f64, min: f64, max: f64) -> Result<(), EditFault> {
    match (min..=max).contains(&value) {
        true => Ok(()),
        false => Err(EditFault::Outside { value, min, max }),
    }
}

impl Record for Dissent {
    fn list(scenario: &mut Scenario) -> &mut Vec<Self> {
        &mut scenario.dissent
    }

    fn sound<'a>(&self, _: impl Iterator<Item = &'a Self>) -> Result<(), EditFault> {
        must_have_title(&self.view)
    }
}

impl Record for Signpost {
    fn list(scenario: &mut Scenario) -> &mut Vec<Self> {
        &mut scenario.signposts
    }

    fn sound<'a>(&self, _: impl Iterator<Item = &'a Self>) -> Result<(), EditFault> {
        must_have_title(&self.watch)
    }
}

impl Record for Driver {
    fn list(scenario: &mut Scenario) -> &mut Vec<Self> {
        &mut scenario.frame.drivers
    }

    fn sound<'a>(&self, _: impl Iterator<Item = &'a Self>) -> Result<(), EditFault> {
        must_have_title(&self.title)?;
        let most = f64::from(HIGHEST_RANK);
        within(f64::from(self.impact), 0.0, most)?;
        within(f64::from(self.uncertainty), 0.0, most)
    }
}

impl Record for Prediction {
    fn list(scenario: &mut Scenario) -> &mut Vec<Self> {
        &mut scenario.predictions
    }

    fn sound<'a>(&self, _: impl Iterator<Item = &'a Self>) -> Result<(), EditFault> {
        if !(self.low.is_finite() && self.high.is_finite()) {
            return Err(EditFault::Number(QuantityFault::NotFinite));
        }
        if self.low > self.high {
            let (min, max) = (self.low, self.high);
            return Err(EditFault::Number(QuantityFault::Bounds { min, max }));
        }
        Ok(())
    }
}

impl Record for Correlation {
    fn list(scenario: &mut Scenario) -> &mut Vec<Self> {
        &mut scenario.correlations
    }

    fn sound<'a>(&self, mut others: impl Iterator<Item = &'a Self>) -> Result<(), EditFault> {
        let (first, second) = &self.between;
        if first == second {
            return Err(EditFault::Itself { id: first.clone() });
        }
        let (one, two) = (first, second);
        let same = |other: &'a Self| {
            let (a, b) = &other.between;
            (a, b) == (one, two) || (b, a) == (one, two)
        };
        if others.any(same) {
            let (first, second) = self.between.clone();
            return Err(EditFault::SamePair { first, second });
        }
        within(self.rank, -1.0, 1.0)
    }
}
