//! What a round asks, and how it is answered.

use serde::{Deserialize, Serialize};

use crate::scenario::HIGHEST_RANK;

/// A range that is meant to hold the true value less often than this tells nothing.
pub const LEAST_CONFIDENCE: f64 = 0.5;
/// Nobody is certain.
pub const HIGHEST_CONFIDENCE: f64 = 0.99;
/// More cannot be ranked in one go.
pub const MOST_ITEMS: usize = 20;

/// Where in a scenario the result of a round belongs.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// The probability of a branch.
    Branch {
        /// Id of the chance node.
        node: String,
        /// Id of the branch.
        branch: String,
    },
    /// A parameter, by its id.
    Assumption(String),
    /// A country input, by its name.
    Input(String),
    /// How strong an effect is.
    Effect {
        /// Id of the node.
        node: String,
        /// Id of its branch or option.
        outcome: String,
        /// Id of the effect.
        effect: String,
    },
    /// What an option costs, million dollars a year.
    Cost {
        /// Id of the decision.
        node: String,
        /// Id of the option.
        option: String,
    },
}

/// What a round asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// How likely something is, 0..1.
    Probability {
        /// What, in words.
        of: String,
        /// The branch that it belongs to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        target: Option<Target>,
    },
    /// How much or how many: low, high, then best.
    Quantity {
        /// What, in words.
        of: String,
        /// Unit of every number of the answers, in words.
        #[serde(default)]
        unit: String,
        /// The least and the greatest value that can be, in that unit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        limits: Option<(f64, f64)>,
        /// Where it belongs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        target: Option<Target>,
    },
    /// Impact and uncertainty of each item, 1 to 5.
    Rank {
        /// What is ranked, 2 to [`MOST_ITEMS`] titles.
        items: Vec<String>,
    },
    /// A quantity that is known, but not to the room: low, high, then best.
    Calibration {
        /// Which of our calibration questions; keys the truth.
        id: String,
        /// The question in words.
        text: String,
        /// Unit, in words.
        unit: String,
        /// The least and the greatest value that can be.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        limits: Option<(f64, f64)>,
        /// Where the figure was read, with its year.
        source: String,
    },
    /// What our run of a scenario will show: low, high, then best.
    Prediction {
        /// Title of the scenario.
        scenario: String,
        /// Key of the indicator.
        indicator: String,
        /// The cohort; empty = everyone.
        #[serde(default)]
        cohort: String,
        /// The year.
        year: i32,
        /// The option, such as `budget.cheaper`; empty = none in particular.
        #[serde(default)]
        option: String,
        /// The question in words.
        text: String,
        /// Unit, in words.
        unit: String,
    },
}

/// Impact and uncertainty of one item, each 1 to 5; 0 = no view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranked {
    /// How much it matters.
    pub impact: u8,
    /// How little is known of its course.
    pub uncertainty: u8,
}

/// One person's answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// To [`Question::Probability`], 0..1.
    Probability {
        /// How likely.
        p: f64,
        /// At least so likely.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        low: Option<f64>,
        /// At most so likely.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        high: Option<f64>,
    },
    /// To every question about an amount, in the question's unit.
    Quantity {
        /// The value is probably not below this.
        low: f64,
        /// The value is probably not above this.
        high: f64,
        /// Best guess.
        best: f64,
        /// How often such a range would hold the value, [`LEAST_CONFIDENCE`] to
        /// [`HIGHEST_CONFIDENCE`].
        confidence: f64,
    },
    /// To [`Question::Rank`], in the order of its items.
    Rank(Vec<Ranked>),
}

/// Why an answer cannot be taken.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum AnswerFault {
    /// It answers another kind of question.
    #[error("another kind of question")]
    Kind,
    /// A number is missing or is none.
    #[error("not a number")]
    NotANumber,
    /// A probability outside 0..1.
    #[error("{0} is no probability")]
    NotAProbability(f64),
    /// Low, best and high do not rise (two that are the same would say that one is certain).
    #[error("low, best and high do not rise")]
    Order,
    /// Outside the question's limits.
    #[error("{value} is outside {least}..{greatest}")]
    Outside {
        /// What was answered.
        value: f64,
        /// The least that can be.
        least: f64,
        /// The greatest that can be.
        greatest: f64,
    },
    /// A confidence outside [`LEAST_CONFIDENCE`]..[`HIGHEST_CONFIDENCE`].
    #[error("confidence {0}")]
    Confidence(f64),
    /// A rank above 5.
    #[error("rank {0}")]
    Rank(u8),
    /// Not as many ranks as items.
    #[error("{found} ranks for {wanted} items")]
    Items {
        /// How many were given.
        found: usize,
        /// How many are asked for.
        wanted: usize,
    },
}

/// What came out, to score answers against.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Truth {
    /// A number, in the question's unit.
    Value(f64),
    /// The middle of our run and our range, in the question's unit. Answers are scored against the
    /// middle.
    Run {
        /// Middle.
        middle: f64,
        /// Low end of our range.
        low: f64,
        /// High end of our range.
        high: f64,
    },
    /// Whether it came about.
    Happened(bool),
}

impl Question {
    /// The limits of the numbers of an answer, if it has any.
    #[must_use]
    pub fn limits(&self) -> Option<(f64, f64)> {
        match self {
            Question::Probability { .. } => Some((0.0, 1.0)),
            Question::Quantity { limits, .. } | Question::Calibration { limits, .. } => *limits,
            Question::Rank { .. } | Question::Prediction { .. } => None,
        }
    }

    /// The unit of answers in words; empty where they are probabilities or ranks.
    #[must_use]
    pub fn unit(&self) -> &str {
        match self {
            Question::Probability { .. } | Question::Rank { .. } => "",
            Question::Quantity { unit, .. }
            | Question::Calibration { unit, .. }
            | Question::Prediction { unit, .. } => unit,
        }
    }

    /// Where the result belongs in a scenario.
    #[must_use]
    pub fn target(&self) -> Option<&Target> {
        match self {
            Question::Probability { target, .. } | Question::Quantity { target, .. } => {
                target.as_ref()
            }
            _ => None,
        }
    }

    /// Can what comes out be revealed and answers be scored?
    #[must_use]
    pub fn can_be_scored(&self) -> bool {
        !matches!(self, Question::Rank { .. })
    }
}

impl Answer {
    /// Looks whether the answer can be one to the question.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self, question: &Question) -> Result<(), AnswerFault> {
        match (self, question) {
            (Answer::Probability { p, low, high }, Question::Probability { .. }) => {
                check_probability(*p, *low, *high)
            }
            (Answer::Rank(ranks), Question::Rank { items }) => check_ranks(ranks, items.len()),
            (
                Answer::Quantity {
                    low,
                    high,
                    best,
                    confidence,
                },
                Question::Quantity { .. }
                | Question::Calibration { .. }
                | Question::Prediction { .. },
            ) => check_quantity((*low, *best, *high), *confidence, question.limits()),
            _ => Err(AnswerFault::Kind),
        }
    }
}

fn check_probability(p: f64, low: Option<f64>, high: Option<f64>) -> Result<(), AnswerFault> {
    let given = [low, Some(p), high];
    let mut last = 0.0;
    for value in given.into_iter().flatten() {
        match value {
            _ if !value.is_finite() => return Err(AnswerFault::NotANumber),
            _ if !(0.0..=1.0).contains(&value) => return Err(AnswerFault::NotAProbability(value)),
            _ if value < last => return Err(AnswerFault::Order),
            _ => last = value,
        }
    }
    Ok(())
}

fn check_quantity(
    (low, best, high): (f64, f64, f64),
    confidence: f64,
    limits: Option<(f64, f64)>,
) -> Result<(), AnswerFault> {
    for value in [low, best, high] {
        match limits {
            _ if !value.is_finite() => return Err(AnswerFault::NotANumber),
            Some((least, greatest)) if !(least..=greatest).contains(&value) => {
                return Err(AnswerFault::Outside {
                    value,
                    least,
                    greatest,
                });
            }
            _ => {}
        }
    }
    if !(low < best && best < high) {
        return Err(AnswerFault::Order);
    }
    if !(LEAST_CONFIDENCE..=HIGHEST_CONFIDENCE).contains(&confidence) {
        return Err(AnswerFault::Confidence(confidence));
    }
    Ok(())
}

fn check_ranks(ranks: &[Ranked], wanted: usize) -> Result<(), AnswerFault> {
    let found = ranks.len();
    if found != wanted {
        return Err(AnswerFault::Items { found, wanted });
    }
    let all = ranks.iter().flat_map(|one| [one.impact, one.uncertainty]);
    match all.into_iter().find(|rank| *rank > HIGHEST_RANK) {
        Some(rank) => Err(AnswerFault::Rank(rank)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
