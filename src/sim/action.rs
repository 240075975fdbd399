//! Effects of a scenario as the walk needs them: slot, operation, column of magnitudes, timing.

use crate::model::effect::{self, Scale, activation};
use crate::model::lane::Lane;
use crate::model::theta::{Slot, Theta};
use crate::scenario::{Kind, Op};
use crate::sim::compile::model_scale;

/// Effects of one outcome of the tree that act less than the scenario assumes.
#[derive(Clone, Debug, PartialEq)]
pub struct Weakened {
    /// Node of the outcome.
    pub node: String,
    /// Branch or option.
    pub outcome: String,
    /// Id of one effect, own or of the catalogue; none = all of them.
    pub effect: Option<String>,
    /// Share of the assumed effect that is left, 0..1.
    pub share: f64,
}

/// Outcomes of one node that come later than the scenario says, for questions of the kind "how long
/// can it wait?": their effects and costs begin so many years later. The tree keeps its years.
#[derive(Clone, Debug, PartialEq)]
pub struct Delayed {
    /// The node.
    pub node: String,
    /// Branch or option; none = all of the node's.
    pub outcome: Option<String>,
    /// Years.
    pub years: i32,
}

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
    /// Share of the assumed effect that acts; 1 unless somebody asks what a weaker one would do.
    pub share: f64,
}

/// What a value becomes under an effect at full strength; `kind` is the scale of its path.
#[must_use]
pub fn in_full(op: Op, kind: Kind, value: f64, magnitude: f64) -> f64 {
    let scale = model_scale(kind);
    match (op, scale) {
        (Op::Set, _) => magnitude,
        (Op::Multiply, _) => effect::multiply(scale, value, magnitude, 1.0),
        (Op::Add, Scale::Fraction) => effect::add_to_fraction(value, magnitude, 1.0),
        (Op::Add, Scale::Rate) => effect::add_to_rate(value, magnitude),
        (Op::Add, Scale::Real) => value + magnitude,
    }
}

impl Action {
    /// m(t) in 0..1 at a step, times the share that acts: a multiplication by x becomes one by
    /// x^share, an addition of x one of share x, and a set goes that share of the way.
    pub fn strength(&self, step: usize) -> f64 {
        let step = i32::try_from(step).unwrap_or(i32::MAX);
        self.share * activation(step - self.start, self.ramp, self.duration, self.fade)
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

impl Touch {
    /// Makes the slot's value anew from its base value and everything in force on it; `magnitude`
    /// gives the value of a column.
    #[inline(always)]
    pub fn apply<L: Lane, const G: usize>(
        &self,
        theta: &mut Theta<L, G>,
        base: &Theta<L, G>,
        magnitude: impl Fn(usize) -> L,
    ) {
        match self.slot {
            Slot::National(i) => theta.national[i] = self.in_force(base.national[i], &magnitude),
            Slot::Cohort(i) => {
                for g in 0..G {
                    if self.cohorts & (1 << g) != 0 {
                        theta.cohort[i][g] = self.in_force(base.cohort[i][g], &magnitude);
                    }
                }
            }
        }
    }

    /// Sets, then multiplies, then adds (MODEL 3.9).
    #[inline(always)]
    fn in_force<L: Lane>(&self, base: L, magnitude: &impl Fn(usize) -> L) -> L {
        let mut value = base;
        let mut added = base.like(0.0);
        let mut adds = false;
        for part in &self.moves {
            let x = magnitude(part.column);
            match (part.op, self.scale) {
                (Op::Set, _) => value = effect::set(value, x, part.strength),
                (Op::Multiply, scale) => value = effect::multiply(scale, value, x, part.strength),
                (Op::Add, Scale::Fraction) => {
                    value = effect::add_to_fraction(value, x, part.strength)
                }
                (Op::Add, _) => {
                    added = added + x * part.strength;
                    adds = true;
                }
            }
        }
        match self.scale {
            Scale::Rate if adds => effect::add_to_rate(value, added),
            _ => value + added,
        }
    }
}
