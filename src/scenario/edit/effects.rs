//! What outcomes and wildcards do: adding, changing, removing and ordering effects.

use super::find::{no_such, outcome_mut};
use super::ids::{must_be_free, numbered, slug};
use super::{EditFault, Part, shift, whole};
use crate::scenario::{Effect, Kind, Op, PathFacts, Quantity, Range, Scale, Scenario};

/// To whom an effect belongs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// A branch or option.
    Outcome {
        /// The node.
        node: String,
        /// Its branch or option.
        outcome: String,
    },
    /// A wildcard, by its id.
    Wildcard(String),
}

impl Owner {
    /// The name that the default id of an effect begins with.
    fn name(&self) -> String {
        match self {
            Self::Outcome { node, outcome } => format!("{node}.{outcome}"),
            Self::Wildcard(id) => id.clone(),
        }
    }
}

/// The effects of an owner.
///
/// # Errors
/// The owner does not exist.
pub fn effects<'a>(scenario: &'a Scenario, owner: &Owner) -> Result<&'a [Effect], EditFault> {
    match owner {
        Owner::Outcome { node, outcome } => {
            let outcomes = super::find::node(scenario, node)?.outcomes();
            let mut found = outcomes.iter().filter(|found| found.id == outcome);
            let found = found.next().map(|found| found.effects);
            found.ok_or_else(|| no_such(Part::Outcome, outcome))
        }
        Owner::Wildcard(id) => {
            let found = scenario.wildcards.iter().find(|found| found.id == *id);
            let found = found.map(|found| found.effects.as_slice());
            found.ok_or_else(|| no_such(Part::Wildcard, id))
        }
    }
}

pub(super) fn effects_mut<'a>(
    scenario: &'a mut Scenario,
    owner: &Owner,
) -> Result<&'a mut Vec<Effect>, EditFault> {
    match owner {
        Owner::Outcome { node, outcome } => Ok(outcome_mut(scenario, node, outcome)?.effects),
        Owner::Wildcard(id) => {
            let mut wildcards = scenario.wildcards.iter_mut();
            let found = wildcards.find(|found| found.id == *id);
            let found = found.map(|found| &mut found.effects);
            found.ok_or_else(|| no_such(Part::Wildcard, id))
        }
    }
}

/// Adds an effect behind the others; it gets an id of its own if its default id is taken. Returns
/// its place in the list.
///
/// # Errors
/// The owner does not exist, or the magnitude is no distribution.
pub fn add_effect(
    scenario: &mut Scenario,
    owner: &Owner,
    mut effect: Effect,
) -> Result<usize, EditFault> {
    sound(&effect)?;
    let at = effects(scenario, owner)?.len();
    effect.id = free_id(scenario, owner, &effect, None);
    effects_mut(scenario, owner)?.push(effect);
    Ok(at)
}

/// Changes an effect, any field of it. An id that is given must be free; a default id that would
/// be taken becomes one of its own.
///
/// # Errors
/// There is no such effect, its id is taken or ill-formed, or its magnitude is no distribution.
pub fn change_effect(
    scenario: &mut Scenario,
    owner: &Owner,
    index: usize,
    change: impl FnOnce(&mut Effect),
) -> Result<(), EditFault> {
    whole(scenario, |draft| {
        let found = effects(draft, owner)?.get(index);
        let mut effect = found.cloned().ok_or_else(|| missing(index))?;
        let old = effect.id.clone();
        change(&mut effect);
        sound(&effect)?;
        if let Some(id) = effect.id.as_ref().filter(|id| old.as_ref() != Some(*id)) {
            let taken = ids(draft, Some((owner, index)));
            must_be_free(id, |id| taken.iter().any(|other| other == id))?;
        }
        effect.id = free_id(draft, owner, &effect, Some(index));
        let list = effects_mut(draft, owner)?;
        *list.get_mut(index).ok_or_else(|| missing(index))? = effect;
        Ok(())
    })
}

/// Removes an effect and returns it.
///
/// # Errors
/// There is none at this place.
pub fn remove_effect(
    scenario: &mut Scenario,
    owner: &Owner,
    index: usize,
) -> Result<Effect, EditFault> {
    let list = effects_mut(scenario, owner)?;
    if index >= list.len() {
        return Err(missing(index));
    }
    Ok(list.remove(index))
}

/// Moves an effect to another place in its list.
///
/// # Errors
/// There is no such effect or place.
pub fn move_effect(
    scenario: &mut Scenario,
    owner: &Owner,
    from: usize,
    to: usize,
) -> Result<(), EditFault> {
    shift(effects_mut(scenario, owner)?, from, to)
}

fn missing(index: usize) -> EditFault {
    no_such(Part::Effect, (index + 1).to_string())
}

fn sound(effect: &Effect) -> Result<(), EditFault> {
    // The scale of the path is the check's business; no distribution at all is refused here.
    match effect.magnitude.fault(Scale::Linear) {
        Some((_, fault)) => Err(EditFault::Number(fault)),
        None => Ok(()),
    }
}

/// The effect's explicit id, or one if its default id is taken by another effect.
fn free_id(
    scenario: &Scenario,
    owner: &Owner,
    effect: &Effect,
    at: Option<usize>,
) -> Option<String> {
    let taken = ids(scenario, at.map(|index| (owner, index)));
    let is_taken = |id: &str| taken.iter().any(|other| other == id);
    match &effect.id {
        Some(id) => Some(numbered(id, is_taken)),
        None if is_taken(&effect.id_within(&owner.name())) => {
            let name = format!("{}_{}", owner.name().replace('.', "_"), effect.path);
            Some(numbered(&slug(&name), is_taken))
        }
        None => None,
    }
}

/// The ids of all effects, default or not, but for one.
pub(super) fn ids(scenario: &Scenario, but: Option<(&Owner, usize)>) -> Vec<String> {
    let of_tree = scenario.tree.nodes.iter().flat_map(|(id, node)| {
        let outcomes = node.outcomes().into_iter();
        outcomes.map(move |outcome| {
            let (node, name) = (id.clone(), outcome.id.to_owned());
            let owner = Owner::Outcome {
                node,
                outcome: name,
            };
            (owner, outcome.effects)
        })
    });
    let wildcards = scenario.wildcards.iter();
    let of_wildcards =
        wildcards.map(|card| (Owner::Wildcard(card.id.clone()), card.effects.as_slice()));
    let mut ids = Vec::new();
    for (owner, effects) in of_tree.chain(of_wildcards) {
        for (index, effect) in effects.iter().enumerate() {
            if but != Some((&owner, index)) {
                ids.push(effect.id_within(&owner.name()));
            }
        }
    }
    ids
}

/// A magnitude to begin with: small, uncertain and in the direction that helps people, so that
/// nobody takes it for more than a beginning. `points` are the catalogue's 5, 50 and 95 percent
/// points of the path, if it has any.
#[must_use]
pub fn default_magnitude(op: Op, facts: &PathFacts, points: Option<(f64, f64, f64)>) -> Quantity {
    let Range { min, max } = facts.range;
    let three = |p5, p50, p95| Quantity::Quantiles { p5, p50, p95 };
    let down = facts.helps == crate::scenario::Helps::Down;
    match (op, facts.kind) {
        (Op::Multiply, _) if down => three(0.7, 0.85, 0.95),
        (Op::Multiply, _) => three(1.05, 1.2, 1.5),
        (Op::Set, _) => match points {
            Some((p5, p50, p95)) => three(p5, p50, p95),
            None => Quantity::Fixed(min + (max - min) / 2.0),
        },
        (Op::Add, Kind::Fraction) if down => three(-0.1, -0.05, -0.01),
        (Op::Add, Kind::Fraction) => three(0.01, 0.05, 0.1),
        (Op::Add, Kind::Rate | Kind::Real) => {
            let size = points.map_or((max - min).abs() / 10.0, |(_, p50, _)| p50.abs());
            let size = if size > 0.0 {
                size
            } else {
                (max - min).abs() / 10.0
            };
            let (low, middle, high) = (rough(size * 0.1), rough(size * 0.3), rough(size * 0.6));
            if down {
                three(-high, -middle, -low)
            } else {
                three(low, middle, high)
            }
        }
    }
}

/// Two digits, as somebody would write a first guess.
fn rough(value: f64) -> f64 {
    if value <= 0.0 || !value.is_finite() {
        return 0.0;
    }
    let text = format!("{value:.1e}");
    text.parse().unwrap_or(value)
}
