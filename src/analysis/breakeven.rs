//! Break-even: how weak an assumed effect must be before a ranking turns.
//!
//! Owns the search only. What a weakened effect does is asked of the caller, so that the search can
//! be tried on made-up functions; [`crate::live::breakeven`] asks the model.

use serde::{Deserialize, Serialize};

use super::paired::paired;
use super::subject::Subject;

/// Where a lead turns as what is assumed is weakened from all of it (1) to nothing (0).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// The lead is lost when less than this share of the assumed effect is left, 0..1.
    At(f64),
    /// Ahead at every share, and still ahead without any of the effect: something else carries it.
    Never,
    /// Ahead at every share and level without any: it only adds benefits and nothing weighs
    /// against them, so no weakness of the effect can make it lose.
    OnlyGains,
    /// Not ahead even at full strength.
    Behind,
    /// No difference even at full strength.
    Level,
}

/// Steps at which the lead is looked at before the search narrows down.
const STEPS: [f64; 2] = [0.5, 0.0];

/// A share of an effect is told with two digits; nothing finer is looked for.
const FINE_ENOUGH: f64 = 0.002;

/// Most trials between two steps. Each costs a simulation; smooth leads need three or four.
const TRIALS: usize = 9;

/// Differences smaller than this are rounding.
const NOTHING: f64 = 1e-12;

/// Searches the largest share at which the lead is lost. `lead` is above 0 where we are ahead;
/// the search ends without an answer when it has none.
pub fn turn(lead: &mut dyn FnMut(f64) -> Option<f64>) -> Option<Turn> {
    let full = lead(1.0)?;
    if full.abs() <= NOTHING {
        return Some(Turn::Level);
    }
    if full < 0.0 {
        return Some(Turn::Behind);
    }
    let mut ahead = (1.0, full);
    for share in STEPS {
        let mut now = (share, lead(share)?);
        if now.1 > NOTHING {
            ahead = now;
            continue;
        }
        if share == 0.0 && now.1 >= -NOTHING {
            // Level at nothing may hide a stretch below the last step in which we are behind.
            let near = ahead.0 / 8.0;
            now = (near, lead(near)?);
            if now.1 >= -NOTHING {
                return Some(Turn::OnlyGains);
            }
        }
        return Some(Turn::At(between(lead, now, ahead)?));
    }
    Some(Turn::Never)
}

/// The share at which the lead turns, between one where it is lost and one where it holds: the
/// rule of false position, halving the weight of an end that stays (Illinois).
fn between(
    lead: &mut dyn FnMut(f64) -> Option<f64>,
    mut lost: (f64, f64),
    mut ahead: (f64, f64),
) -> Option<f64> {
    // At an end that is exactly level a straight line would never leave it.
    lost.1 = lost.1.min(-NOTHING);
    let (mut guess, mut was_ahead) = (f64::NAN, None);
    for _ in 0..TRIALS {
        let before = guess;
        guess = (lost.0 * ahead.1 - ahead.0 * lost.1) / (ahead.1 - lost.1);
        if (guess - before).abs() < FINE_ENOUGH || ahead.0 - lost.0 < FINE_ENOUGH {
            break;
        }
        let now = lead(guess)?;
        let holds = now > NOTHING;
        let again = was_ahead == Some(holds);
        match holds {
            true => ahead = (guess, now),
            false => lost = (guess, now.min(-NOTHING)),
        }
        match (again, holds) {
            (true, true) => lost.1 *= 0.5,
            (true, false) => ahead.1 *= 0.5,
            (false, _) => {}
        }
        was_ahead = Some(holds);
    }
    Some(guess)
}

/// How far ahead: the middle of the paired differences in goodness, draw by draw, or their
/// average where every value is 0 or 1. NaN in any draw gives none.
#[must_use]
pub fn lead(subject: &Subject, ours: &[f64], theirs: &[f64]) -> Option<f64> {
    let good = |values: &[f64]| -> Vec<f64> {
        let one = |value: &f64| super::subject::goodness(subject, *value);
        values.iter().map(one).collect()
    };
    let found = paired(&good(ours), &good(theirs)).difference;
    let lead = match subject.is_share_of_runs() {
        true => found.mean,
        false => found.levels[2],
    };
    let rounding = lead.abs() <= NOTHING;
    lead.is_finite()
        .then_some(if rounding { 0.0 } else { lead })
}

/// One assumed effect of a column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EffectName {
    /// Node of the outcome that has it.
    pub node: String,
    /// The branch or option.
    pub outcome: String,
    /// Id of the effect.
    pub id: String,
    /// The parameter or input that it moves.
    pub path: String,
}

/// How much of a lead hangs on one effect alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SingleTurn {
    /// Which effect is weakened, all others at full strength.
    pub effect: EffectName,
    /// Where the lead turns then.
    pub turn: Turn,
    /// The lead without this effect.
    pub without: f64,
}

/// How weak what a column assumes may be before it is no longer ahead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BreakEven {
    /// What the ranking is about.
    pub subject: Subject,
    /// The lead at full strength, in the unit of the subject, above 0 where the column is ahead.
    pub lead: f64,
    /// What the lead is without any of the effects.
    pub without: f64,
    /// All effects that distinguish the column, weakened together.
    pub whole: Turn,
    /// The same effects one at a time.
    pub single: Vec<SingleTurn>,
    /// Draws behind these numbers.
    pub draws: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(mut lead: impl FnMut(f64) -> f64) -> Turn {
        turn(&mut |share| Some(lead(share))).unwrap()
    }

    #[test]
    fn a_straight_line_turns_where_it_crosses_nothing() {
        // 10 points of benefit against a cost of 3: break-even at three tenths.
        let Turn::At(share) = of(|s| 10.0 * s - 3.0) else {
            panic!("it turns")
        };
        assert!((share - 0.3).abs() < 0.01, "{share}");
    }

    #[test]
    fn an_effect_that_only_helps_never_loses_and_says_so() {
        assert_eq!(of(|s| 4.0 * s), Turn::OnlyGains);
        assert_eq!(of(|s| 4.0 * s * s), Turn::OnlyGains);
    }

    #[test]
    fn what_is_ahead_without_its_effects_never_turns() {
        assert_eq!(of(|s| 0.2 + s), Turn::Never);
        assert_eq!(of(|s| 0.2 - 0.1 * s), Turn::Never);
    }

    #[test]
    fn what_is_not_ahead_has_no_break_even() {
        assert_eq!(of(|s| s - 2.0), Turn::Behind);
        assert_eq!(of(|_| 0.0), Turn::Level);
    }

    #[test]
    fn a_help_that_harms_in_small_doses_turns_where_the_harm_ends() {
        // Behind between 0 and 0.1, level at nothing.
        let Turn::At(share) = of(|s| s * (s - 0.1)) else {
            panic!("it turns")
        };
        assert!((share - 0.1).abs() < 0.01, "{share}");
    }

    #[test]
    fn a_search_that_is_stopped_gives_no_answer() {
        assert_eq!(turn(&mut |_| None), None);
    }

    #[test]
    fn the_lead_is_the_middle_of_paired_differences_in_the_good_direction() {
        let offline = Subject::Indicator("offline_poor".into());
        let lead = lead(&offline, &[1.0, 2.0, 9.0], &[4.0, 4.0, 4.0]);
        assert_eq!(lead, Some(2.0));
    }
}
