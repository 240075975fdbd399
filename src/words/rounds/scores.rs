//! Scores in words: how answers did beside what came out, and how the day went.

use super::Unit;
use crate::tell;
use crate::words::numbers::two_digits;
use crate::workshop::{Calibration, Question, RoundView, Score};

/// From here on a share says something.
const ENOUGH: usize = 10;

/// How the answers of a round did, once something was revealed.
#[must_use]
pub fn of_round(round: &RoundView) -> Vec<String> {
    let mut text = Vec::new();
    let scores = &round.scores;
    let ranges = scores.iter().filter(|score| score.held.is_some()).count();
    if ranges > 0 {
        let held = scores.iter().filter(|score| score.held == Some(true));
        text.push(tell!("round-held", held = held.count(), ranges = ranges));
    }
    let unit = Unit::of(&round.question);
    let mean = |value: fn(&Score) -> Option<f64>| {
        let all: Vec<f64> = scores.iter().filter_map(value).collect();
        (!all.is_empty()).then(|| all.iter().sum::<f64>() / all.len() as f64)
    };
    if let Some(crps) = mean(|score| score.crps) {
        text.push(tell!("round-crps", crps = unit.told(crps)));
    }
    if let Some(brier) = mean(|score| score.brier) {
        text.push(tell!("round-brier", brier = two_digits(brier, 0.9)));
    }
    if matches!(round.question, Question::Prediction { .. }) && !text.is_empty() {
        text.push(tell!("round-against-run"));
    }
    text
}

/// How well ranges and probabilities held so far today.
#[must_use]
pub fn day(calibration: &Calibration) -> Vec<String> {
    let mut text = Vec::new();
    let ranges = calibration.ranges;
    if ranges > 0 {
        text.push(tell!(
            "round-day-held",
            held = calibration.held,
            ranges = ranges,
            should = two_digits(calibration.should, ranges as f64)
        ));
        text.push(verdict(calibration));
    }
    if let Some((mine, held)) = calibration.mine.filter(|(all, _)| *all > 0) {
        text.push(tell!("round-day-mine", held = held, ranges = mine));
    }
    if let Some((count, brier)) = calibration.brier {
        text.push(tell!(
            "round-day-brier",
            count = count,
            brier = two_digits(brier, 0.9)
        ));
    }
    text
}

/// Too narrow, too wide, or no more than chance does.
fn verdict(calibration: &Calibration) -> String {
    let ranges = calibration.ranges as f64;
    if calibration.ranges < ENOUGH {
        return tell!("round-day-few");
    }
    let share = (calibration.should / ranges).clamp(0.0, 1.0);
    let chance = 1.96 * (ranges * share * (1.0 - share)).sqrt();
    let apart = calibration.held as f64 - calibration.should;
    match apart {
        apart if apart < -chance => tell!("round-day-narrow"),
        apart if apart > chance => tell!("round-day-wide"),
        _ => tell!("round-day-fits"),
    }
}
