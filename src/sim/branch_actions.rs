//! The effects of one outcome of the tree, own and adopted, as actions with columns.

use super::action::{Action, Delayed, Weakened};
use super::columns::{FIRST_EFFECT, Limits, Origin, UNLIMITED};
use super::compile::{PlanOptions, known_slot, model_scale};
use super::error::PlanError;
use super::plan::Plan;
use super::sample::Scale;
use crate::model::theta::Slot;
use crate::scenario::{Effect, Kind, Op, Outcome, Quantity, Wildcard};
use crate::seeds::{CatalogueEffect, EffectPath, catalogue};

/// Paths that act on the whole world, the reference country included.
const GLOBAL_PREFIX: &str = "frontier_";

/// Turns effects into actions for one country's cohorts.
pub(super) struct Actions {
    cohorts: Vec<(String, bool, bool)>,
    weakened: Vec<Weakened>,
    delayed: Vec<Delayed>,
}

/// Effect, owner of its default id, and the year it belongs to.
struct Placed<'a> {
    effect: &'a Effect,
    owner: &'a str,
    year: i32,
}

impl Actions {
    pub(super) fn new(plan: &Plan, options: &PlanOptions) -> Self {
        let cohorts = plan.country().cohorts.iter();
        Actions {
            cohorts: cohorts.map(|c| (c.id.clone(), c.poor, c.female)).collect(),
            weakened: options.weakened.clone(),
            delayed: options.delayed.clone(),
        }
    }

    /// Share of an effect that acts where somebody asked for less than all of it.
    fn share(&self, node: &str, outcome: &str, effect: &str) -> f64 {
        let asked = self.weakened.iter().filter(|weak| {
            weak.node == node
                && weak.outcome == outcome
                && weak.effect.as_deref().is_none_or(|id| id == effect)
        });
        asked.map(|weak| weak.share).product()
    }

    /// Years by which an outcome comes later than the scenario says.
    pub(super) fn delay(&self, node: &str, outcome: &str) -> i32 {
        let asked = self.delayed.iter().filter(|late| {
            late.node == node && late.outcome.as_deref().is_none_or(|id| id == outcome)
        });
        asked.map(|late| late.years).sum()
    }

    /// Of the same catalogue effect twice on a path only the earlier counts. Without delays the
    /// first is the earlier, and no second is made.
    pub(super) fn keep_earliest(&self, plan: &Plan, actions: &mut Vec<Action>) {
        if self.delayed.is_empty() {
            return;
        }
        let adopted = |action: &Action| {
            let column = plan.columns.list().get(action.column);
            column.is_some_and(|column| matches!(column.origin, Origin::Dimension(_)))
        };
        let all = actions.clone();
        let mut place = 0;
        actions.retain(|action| {
            let own = place;
            place += 1;
            let earlier = |(other_place, other): (usize, &Action)| {
                other.column == action.column && (other.start, other_place) < (action.start, own)
            };
            !adopted(action) || !all.iter().enumerate().any(earlier)
        });
    }

    /// Own effects, then those of adopted measures that this path has not adopted before.
    pub(super) fn of_outcome(
        &self,
        plan: &mut Plan,
        (node, year): (&str, i32),
        outcome: &Outcome<'_>,
        adopted: &mut Vec<usize>,
    ) -> Result<Vec<Action>, PlanError> {
        let owner = format!("{node}.{}", outcome.id);
        let delay = self.delay(node, outcome.id);
        let mut actions = Vec::new();
        for effect in outcome.effects {
            let placed = Placed {
                effect,
                owner: &owner,
                year,
            };
            actions.push(Action {
                share: self.share(node, outcome.id, &effect.id_within(&owner)),
                ..self.own(plan, &placed)?
            });
        }
        for measure in outcome.adopts {
            for (number, effect) in catalogue().effects.iter().enumerate() {
                // On one path each catalogue effect applies once, from its earliest start; nodes
                // come in the order of years and delays are fixed, so the first is the earliest.
                if effect.measures.contains(measure) && !adopted.contains(&number) {
                    // A later node may be earlier than one that is delayed.
                    if delay == 0 {
                        adopted.push(number);
                    }
                    actions.push(Action {
                        share: self.share(node, outcome.id, &effect.id),
                        ..self.adopted(plan, number, effect, year)?
                    });
                }
            }
        }
        actions.iter_mut().for_each(|action| action.start += delay);
        Ok(actions)
    }

    /// The effects of a wildcard, all owned by it.
    pub(super) fn of_wildcard(
        &self,
        plan: &mut Plan,
        wildcard: &Wildcard,
    ) -> Result<Vec<Action>, PlanError> {
        let owner = wildcard.id.as_str();
        let placed = wildcard.effects.iter().map(|effect| Placed {
            effect,
            owner,
            year: wildcard.year,
        });
        placed.map(|p| self.own(plan, &p)).collect()
    }

    fn own(&self, plan: &mut Plan, placed: &Placed<'_>) -> Result<Action, PlanError> {
        let effect = placed.effect;
        let path = catalogue()
            .path(&effect.path)
            .ok_or_else(|| PlanError::UnknownPath(effect.path.clone()))?;
        let origin = Origin::Purpose(format!("effect:{}", effect.id_within(placed.owner)));
        let scale = Scale::of_effect(effect.op, path.kind, &effect.magnitude);
        let column = plan.columns.column(
            origin,
            &effect.magnitude,
            scale,
            magnitude_limits(effect.op, path),
        )?;
        Ok(Action {
            slot: known_slot(&effect.path)?,
            scale: model_scale(path.kind),
            op: effect.op,
            column,
            cohorts: self.mask(&effect.path, &effect.cohorts)?,
            start: effect.start.unwrap_or(placed.year) - plan.base_year,
            ramp: effect.ramp,
            duration: effect.duration,
            fade: effect.fade,
            global: effect.path.starts_with(GLOBAL_PREFIX),
            share: 1.0,
        })
    }

    fn adopted(
        &self,
        plan: &mut Plan,
        number: usize,
        effect: &CatalogueEffect,
        year: i32,
    ) -> Result<Action, PlanError> {
        let path = catalogue()
            .path(&effect.path)
            .ok_or_else(|| PlanError::UnknownPath(effect.path.clone()))?;
        let magnitude = Quantity::Quantiles {
            p5: effect.p5,
            p50: effect.p50,
            p95: effect.p95,
        };
        let origin = Origin::Dimension(FIRST_EFFECT + number);
        let column = plan.columns.column(
            origin,
            &magnitude,
            Scale::of_path(effect.kind),
            magnitude_limits(effect.op, path),
        )?;
        Ok(Action {
            slot: known_slot(&effect.path)?,
            scale: model_scale(path.kind),
            op: effect.op,
            column,
            cohorts: self.mask(&effect.path, &effect.cohorts)?,
            start: year + effect.delay() - plan.base_year,
            ramp: effect.ramp,
            duration: effect.duration,
            fade: effect.fade,
            global: effect.path.starts_with(GLOBAL_PREFIX),
            share: 1.0,
        })
    }

    /// Cohorts by id or tag, one bit each; an empty list is everybody.
    fn mask(&self, path: &str, names: &[String]) -> Result<u8, PlanError> {
        if names.is_empty() || matches!(known_slot(path)?, Slot::National(_)) {
            return Ok(u8::MAX);
        }
        let mut mask = 0;
        for name in names {
            let (mut found, tag) = (0_u8, is_tag(name));
            for (bit, (id, poor, female)) in self.cohorts.iter().enumerate() {
                let hit = match name.as_str() {
                    "poor" => *poor,
                    "rest" => !*poor,
                    "women" => *female,
                    "men" => !*female,
                    other => id == other,
                };
                found |= u8::from(hit) << bit;
            }
            if found == 0 && !tag {
                return Err(PlanError::UnknownCohort(name.clone()));
            }
            mask |= found;
        }
        Ok(mask)
    }
}

fn is_tag(name: &str) -> bool {
    matches!(name, "poor" | "rest" | "women" | "men")
}

/// What the magnitude of an effect can be.
fn magnitude_limits(op: Op, path: &EffectPath) -> Limits {
    match (op, path.kind) {
        (Op::Set, _) => (path.min, path.max),
        (Op::Multiply, _) => (0.0, f64::INFINITY),
        (Op::Add, Kind::Fraction) => (-1.0, 1.0),
        (Op::Add, _) => UNLIMITED,
    }
}
