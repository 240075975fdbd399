//! How answers did once it is known what came out.

use crate::analysis::elicitation::probability::brier;
use crate::analysis::elicitation::scores::{crps, range};

use super::Stage;
use super::results::{fit_within, judgement};
use crate::workshop::{Answer, Question, Score, Truth};

/// Can this be what came out of the question?
#[must_use]
pub fn suits(question: &Question, truth: &Truth) -> bool {
    match (question, truth) {
        (Question::Probability { .. }, Truth::Happened(_)) => true,
        (Question::Calibration { .. } | Question::Quantity { .. }, Truth::Value(value)) => {
            value.is_finite()
        }
        (Question::Prediction { .. }, Truth::Value(value)) => value.is_finite(),
        (Question::Prediction { .. }, Truth::Run { middle, low, high }) => {
            middle.is_finite() && low <= middle && middle <= high
        }
        _ => false,
    }
}

/// The number that answers are measured against; none for what happened or not.
#[must_use]
pub fn observed(truth: &Truth) -> Option<f64> {
    match truth {
        Truth::Value(value) | Truth::Run { middle: value, .. } => Some(*value),
        Truth::Happened(_) => None,
    }
}

/// One score for each answer, in the order of tags.
#[must_use]
pub fn scores(question: &Question, stage: &Stage, truth: &Truth) -> Vec<Score> {
    let one = |(expert, taken): (&crate::workshop::Expert, &super::Taken)| {
        let mut score = Score {
            expert: expert.clone(),
            mine: None,
            held: None,
            interval: None,
            crps: None,
            brier: None,
        };
        match (&taken.answer, truth) {
            (Answer::Probability { p, .. }, Truth::Happened(happened)) => {
                score.brier = brier(*p, *happened).ok();
            }
            (Answer::Quantity { low, high, .. }, _) => {
                let observed = observed(truth)?;
                score.held = Some((*low..=*high).contains(&observed));
                let said = judgement(question, &taken.answer);
                score.interval = said.as_ref().and_then(|said| range(said, observed));
                let fitted = said.and_then(|said| fit_within(&said));
                score.crps = fitted.map(|fit| crps(|p| fit.distribution.quantile(p), observed));
            }
            _ => return None,
        }
        Some(score)
    };
    stage.answers.iter().filter_map(one).collect()
}
