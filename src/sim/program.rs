//! A tree compiled to a flat list of segments, depth first.
//!
//! A segment is a stretch of years between two splits. The compiler follows what each slot holds
//! while the list is walked and emits a [`Touch`] only where that changes, so nothing is computed
//! again while an effect is steady and nothing needs undoing between siblings.

use std::collections::BTreeMap;

use super::action::{Action, Move, Touch};
use crate::model::effect::Scale;
use crate::model::theta::Slot;
use crate::scenario::Op;

/// A stretch of years between two splits.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Splits before it: where its starting state lies on the stack.
    pub depth: usize,
    /// First step it stands in.
    pub from: usize,
    /// First step it no longer stands in.
    pub to: usize,
    /// Row of its first year in the table of years; the others follow.
    pub first_row: usize,
    /// What changes at each of its steps.
    pub touches: Vec<Vec<Touch>>,
    /// The path that ends with it.
    pub leaf: Option<usize>,
    /// Branch of the reference country's program that runs beside it.
    pub peer: usize,
}

/// A run of the reference country; it splits off only where the frontier of AI is moved.
#[derive(Clone, Debug)]
pub struct PeerBranch {
    /// The branch it leaves; `None` for the first.
    pub parent: Option<usize>,
    /// The step at which it leaves.
    pub from: usize,
    /// Effects in force on it, its parents' included.
    pub actions: Vec<Action>,
    /// What changes at each step from `from` to the end.
    pub touches: Vec<Vec<Touch>>,
}

/// What the slots hold at some point of the walk.
type Contents = BTreeMap<(Slot, usize), (Scale, Vec<Move>)>;

/// Follows the contents of slots while segments are laid down.
#[derive(Default)]
pub struct SlotTracker {
    held: Contents,
}

impl SlotTracker {
    /// The touches that bring all slots to what `actions` hold at `step`.
    pub fn advance(&mut self, actions: &[Action], step: usize, cohorts: usize) -> Vec<Touch> {
        let wanted = contents(actions, step, cohorts);
        let mut changed: Contents = BTreeMap::new();
        for (place, (scale, _)) in &self.held {
            if !wanted.contains_key(place) {
                changed.insert(*place, (*scale, Vec::new()));
            }
        }
        for (place, content) in &wanted {
            if self.held.get(place) != Some(content) {
                changed.insert(*place, content.clone());
            }
        }
        self.held = wanted;
        merge_cohorts(changed)
    }
}

/// What each slot should hold, in the order of operations and, among equals, of the actions.
fn contents(actions: &[Action], step: usize, cohorts: usize) -> Contents {
    let mut wanted: Contents = BTreeMap::new();
    for action in actions {
        let strength = action.strength(step);
        if strength == 0.0 {
            continue;
        }
        let places = match action.slot {
            Slot::National(_) => 1,
            Slot::Cohort(_) => cohorts,
        };
        for g in (0..places).filter(|g| action.cohorts & (1 << g) != 0) {
            let moves = &mut wanted
                .entry((action.slot, g))
                .or_insert((action.scale, Vec::new()))
                .1;
            moves.push(Move {
                op: action.op,
                column: action.column,
                strength,
            });
        }
    }
    for (_, moves) in wanted.values_mut() {
        moves.sort_by_key(|m| rank(m.op));
    }
    wanted
}

fn rank(op: Op) -> u8 {
    match op {
        Op::Set => 0,
        Op::Multiply => 1,
        Op::Add => 2,
    }
}

/// One touch for all cohorts of a slot that change alike.
fn merge_cohorts(changed: Contents) -> Vec<Touch> {
    let mut touches: Vec<Touch> = Vec::new();
    for ((slot, g), (scale, moves)) in changed {
        let same = touches
            .iter_mut()
            .find(|t| t.slot == slot && t.moves == moves);
        match same {
            Some(touch) => touch.cohorts |= 1 << g,
            None => touches.push(Touch {
                slot,
                scale,
                cohorts: 1 << g,
                moves,
            }),
        }
    }
    touches
}
