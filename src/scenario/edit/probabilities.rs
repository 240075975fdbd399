//! How likely branches are: one is changed, its siblings make room.

use super::find::{chance_mut, no_such};
use super::givens::{Earlier, fill_row, fill_rows, must_come_before, put_row, row};
use super::shares::{rounded, scaled};
use super::{EditFault, Part, whole};
use crate::scenario::{Quantity, Scale, Scenario};
use std::collections::HashSet;

/// Makes a branch more or less likely by `delta`; see [`set_probability`].
///
/// # Errors
/// As [`set_probability`].
pub fn nudge(
    scenario: &mut Scenario,
    node: &str,
    branch: &str,
    after: Option<&Earlier>,
    delta: f64,
    pinned: &HashSet<String>,
) -> Result<f64, EditFault> {
    let chance = chance_mut(scenario, node)?;
    let at = place(chance, branch)?;
    let now = row(chance, after).get(at).map_or(0.0, |now| now.median());
    let wish = (now + delta).clamp(0.0, 1.0);
    if !delta.is_finite() {
        return Err(not_a_share(delta));
    }
    set_probability(scenario, node, branch, after, wish, pinned)
}

/// Makes a branch exactly so likely, in all histories or after an earlier outcome. Siblings that
/// are certain and not pinned rescale in proportion, so that the sum is 1. What pinned siblings
/// leave no room for is cut off; returns the probability that was set.
///
/// # Errors
/// Not a share, no such branch, an outcome that never comes before, or siblings that are all
/// held fast.
pub fn set_probability(
    scenario: &mut Scenario,
    node: &str,
    branch: &str,
    after: Option<&Earlier>,
    wish: f64,
    pinned: &HashSet<String>,
) -> Result<f64, EditFault> {
    if !(0.0..=1.0).contains(&wish) {
        return Err(not_a_share(wish));
    }
    changed_row(scenario, node, branch, after, |ids, values, at| {
        let free = |number: usize| {
            let loose = ids.get(number).is_some_and(|id| !pinned.contains(id));
            let certain = values.get(number).is_some_and(Quantity::is_fixed);
            number != at && loose && certain
        };
        let free: Vec<usize> = (0..values.len()).filter(|number| free(*number)).collect();
        share_out(node, values, at, wish, &free)
    })
}

fn share_out(
    node: &str,
    values: &mut [Quantity],
    at: usize,
    wish: f64,
    free: &[usize],
) -> Result<f64, EditFault> {
    let numbers: Vec<f64> = values.iter().map(Quantity::median).collect();
    let others = (0..numbers.len()).filter(|number| *number != at);
    let uncertain = others
        .clone()
        .any(|number| values.get(number).is_some_and(|value| !value.is_fixed()));
    let held = others.filter(|number| !free.contains(number));
    let held: f64 = held.filter_map(|number| numbers.get(number)).sum();
    let room = (1.0 - held).clamp(0.0, 1.0);
    let was = numbers.get(at).copied().unwrap_or(0.0);
    let set = match (free.is_empty(), uncertain) {
        (false, _) => rounded(wish.min(room)),
        // Uncertain siblings are scaled draw by draw: any share will do.
        (true, true) => rounded(wish),
        (true, false) if (wish - room).abs() < 1e-9 => rounded(room),
        (true, false) if (wish - was).abs() < 1e-12 => return Ok(was),
        (true, false) => {
            let node = node.to_owned();
            return Err(EditFault::AllPinned { node });
        }
    };
    let mine: Vec<f64> = free
        .iter()
        .filter_map(|n| numbers.get(*n).copied())
        .collect();
    let theirs = scaled(&mine, (room - set).max(0.0));
    let mut put = |number: usize, share: f64| {
        if let Some(value) = values.get_mut(number) {
            *value = Quantity::Fixed(share);
        }
    };
    put(at, set);
    free.iter()
        .zip(theirs)
        .for_each(|(number, share)| put(*number, share));
    Ok(set)
}

/// Makes a branch's probability uncertain. All probabilities of the node are then scaled to 1
/// draw by draw.
///
/// # Errors
/// No distribution of shares, or no such branch.
pub fn set_uncertain(
    scenario: &mut Scenario,
    node: &str,
    branch: &str,
    after: Option<&Earlier>,
    probability: Quantity,
) -> Result<(), EditFault> {
    if let Some((_, fault)) = probability.fault(Scale::PROBABILITY) {
        return Err(EditFault::Number(fault));
    }
    let (low, high) = probability.central();
    if low < 0.0 || high > 1.0 {
        return Err(not_a_share(if low < 0.0 { low } else { high }));
    }
    changed_row(scenario, node, branch, after, |_, values, at| {
        if let Some(value) = values.get_mut(at) {
            *value = probability;
        }
        Ok(())
    })
}

/// Makes an uncertain probability certain again, at its median; siblings as in
/// [`set_probability`].
///
/// # Errors
/// As [`set_probability`].
pub fn set_certain(
    scenario: &mut Scenario,
    node: &str,
    branch: &str,
    after: Option<&Earlier>,
    pinned: &HashSet<String>,
) -> Result<f64, EditFault> {
    nudge(scenario, node, branch, after, 0.0, pinned)
}

fn not_a_share(value: f64) -> EditFault {
    let (min, max) = (0.0, 1.0);
    EditFault::Outside { value, min, max }
}

fn place(chance: &crate::scenario::Chance, branch: &str) -> Result<usize, EditFault> {
    let found = chance.branches.iter().position(|other| other.id == branch);
    found.ok_or_else(|| no_such(Part::Outcome, branch))
}

/// Changes the probabilities of one row; the other rows stay as they are.
fn changed_row<T>(
    scenario: &mut Scenario,
    node: &str,
    branch: &str,
    after: Option<&Earlier>,
    change: impl FnOnce(&[String], &mut Vec<Quantity>, usize) -> Result<T, EditFault>,
) -> Result<T, EditFault> {
    if let Some(earlier) = after {
        must_come_before(scenario, node, earlier)?;
    }
    whole(scenario, |draft| {
        let chance = chance_mut(draft, node)?;
        let at = place(chance, branch)?;
        match after {
            Some(earlier) => fill_row(chance, earlier),
            None => fill_rows(chance),
        }
        let ids: Vec<String> = chance.branches.iter().map(|b| b.id.clone()).collect();
        let mut values: Vec<Quantity> = row(chance, after).into_iter().cloned().collect();
        let result = change(&ids, &mut values, at)?;
        put_row(chance, after, values);
        Ok(result)
    })
}
