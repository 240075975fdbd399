//! Effects of a scenario as the walk needs them: slot, operation, column of magnitudes, timing.

use crate::model::effect::{Scale, activation};
use crate::model::theta::Slot;
use crate::scenario::Op;

/// One effect in force from some step on.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// What it moves.
    pub slot: Slot,
    /// Scale of what it moves.
    pub scale: Scale,
    /// How.
    pub op: Op,
    /// Column of its magnitudes.
    pub column: usize,
    /// Cohorts it acts on, one bit each; all bits for national slots.
    pub cohorts: u8,
    /// First step (years after the base year).
    pub start: i32,
    /// Years to full strength.
    pub ramp: u32,
    /// Years of activity; `None` = to the end.
    pub duration: Option<u32>,
    /// Years over which it then fades.
    pub fade: u32,
    /// Moves the world's frontier, and so the reference country too.
    pub global: bool,
}

impl Action {
    /// m(t) in 0..1 at a step.
    pub fn strength(&self, step: usize) -> f64 {
        let step = i32::try_from(step).unwrap_or(i32::MAX);
        activation(step - self.start, self.ramp, self.duration, self.fade)
    }
}

/// One part of a touch: an operation with its column and strength.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// How; within a touch all sets come first, then multiplications, then additions.
    pub op: Op,
    /// Column of magnitudes.
    pub column: usize,
    /// m(t), above 0.
    pub strength: f64,
}

/// A slot whose content changes: its value is made anew from the base value.
#[derive(Clone, Debug, PartialEq)]
pub struct Touch {
    /// What changes.
    pub slot: Slot,
    /// Scale of the slot.
    pub scale: Scale,
    /// Cohorts, one bit each.
    pub cohorts: u8,
    /// What is in force now; none puts the base value back.
    pub moves: Vec<Move>,
}
