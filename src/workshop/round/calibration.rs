//! How well what people said held over the day.

use std::collections::HashMap;

use crate::analysis::elicitation::calibration::BrierTable;

use super::Round;
use crate::workshop::{Answer, Bin, Calibration, Expert, Truth};

/// Groups of the chart.
const GROUPS: usize = 5;

/// Over all rounds of which something was revealed; `mine` are the tags that the viewer knows.
/// None before the first.
#[must_use]
pub fn calibration(rounds: &[Round], mine: &HashMap<Expert, String>) -> Option<Calibration> {
    let mut day = Day::default();
    for round in rounds {
        let Some(truth) = round.truth else { continue };
        for score in round.bare_scores() {
            let Some(taken) = round.last().answers.get(&score.expert) else {
                continue;
            };
            day.count(
                &taken.answer,
                &truth,
                score.held,
                mine.contains_key(&score.expert),
            );
        }
    }
    day.told(!mine.is_empty())
}

#[derive(Default)]
struct Day {
    /// Confidence of each range and whether it held.
    ranges: Vec<(f64, bool)>,
    mine: (usize, usize),
    /// Probabilities and whether it came about.
    probabilities: Vec<(f64, bool)>,
}

impl Day {
    fn count(&mut self, answer: &Answer, truth: &Truth, held: Option<bool>, mine: bool) {
        match (answer, truth, held) {
            (Answer::Quantity { confidence, .. }, _, Some(held)) => {
                self.ranges.push((*confidence, held));
                self.mine.0 += usize::from(mine);
                self.mine.1 += usize::from(mine && held);
            }
            (Answer::Probability { p, .. }, Truth::Happened(happened), _) => {
                self.probabilities.push((*p, *happened));
            }
            _ => {}
        }
    }

    fn told(self, has_mine: bool) -> Option<Calibration> {
        if self.ranges.is_empty() && self.probabilities.is_empty() {
            return None;
        }
        let all: Vec<(f64, bool)> = self
            .ranges
            .iter()
            .chain(&self.probabilities)
            .copied()
            .collect();
        let bin = |group: &crate::analysis::elicitation::calibration::Group| Bin {
            said: group.said,
            came: group.happened,
            count: group.answers,
            allowed: group.allowed,
        };
        let groups = BrierTable::of(&all, GROUPS).map(|table| table.groups);
        let score = BrierTable::of(&self.probabilities, GROUPS).ok();
        Some(Calibration {
            ranges: self.ranges.len(),
            held: self.ranges.iter().filter(|(_, held)| *held).count(),
            should: self.ranges.iter().map(|(confidence, _)| confidence).sum(),
            mine: has_mine.then_some(self.mine),
            brier: score.map(|table| (self.probabilities.len(), table.score)),
            bins: groups.unwrap_or_default().iter().map(bin).collect(),
        })
    }
}
