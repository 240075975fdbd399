//! What follows from the answers of a closed stage.

use serde::{Deserialize, Serialize};

use crate::workshop::{Answer, Expert, Origin};

/// One answer, without its owner.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpertAnswer {
    /// Who, without a name.
    pub expert: Expert,
    /// The answer.
    pub answer: Answer,
    /// Why; may be empty.
    pub reason: String,
    /// How it came here.
    pub from: Origin,
}

/// The middle and spread of one number per person: probabilities, or best guesses.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// How many answers.
    pub answers: usize,
    /// Least answer.
    pub least: f64,
    /// Half answered less; of two answers their middle.
    pub median: f64,
    /// Greatest answer.
    pub greatest: f64,
    /// A quarter answered less than the first, a quarter more than the second. None for fewer than
    /// four answers: show those themselves.
    pub half: Option<(f64, f64)>,
    /// The two groups into which answers fall, when one group is a poor account of them.
    pub humps: Vec<Hump>,
}

/// One of several groups into which answers fall.
#[derive(Clone, Debug, PartialEq)]
pub struct Hump {
    /// Its middle.
    pub at: f64,
    /// Its least and greatest answer.
    pub range: (f64, f64),
    /// How many people.
    pub experts: usize,
}

/// The distribution fitted to one person's range.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// Whose.
    pub expert: Expert,
    /// Name of the family, such as `normal`, `lognormal`, `beta`.
    pub family: String,
    /// 5, 25, 50, 75 and 95 of 100 lie below.
    pub quantiles: [f64; 5],
    /// Largest difference between a fitted and a stated probability, 0..1: what to show.
    pub miss: f64,
}

/// How answers were put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Middle answer; of probabilities only.
    Median,
    /// Mean of the answers; of probabilities only.
    Mean,
    /// Mean of everybody's quantiles (Vincent).
    QuantileAverage,
    /// Mean of everybody's distributions: keeps all of the spread.
    Linear,
}

/// One way to put answers together.
#[derive(Clone, Debug, PartialEq)]
pub struct Pool {
    /// How.
    pub method: Method,
    /// 5, 25, 50, 75 and 95 of 100 lie below. For probabilities the pooled number five times.
    pub quantiles: [f64; 5],
    /// Points (value, share below) of the pooled distribution, rising; for curves. Empty for
    /// probabilities.
    pub curve: Vec<(f64, f64)>,
}

/// Somebody who sees it otherwise than the room.
#[derive(Clone, Debug, PartialEq)]
pub struct Dissenter {
    /// Who, without a name.
    pub expert: Expert,
    /// What they answered.
    pub answer: Answer,
    /// Why; may be empty.
    pub reason: String,
}

/// What changed since the stage before, among those who answered both times. Coming together is no
/// proof of being right.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// Middle before.
    pub median_before: f64,
    /// Middle now.
    pub median: f64,
    /// Distance between quartiles before (between the outermost of fewer than four).
    pub width_before: f64,
    /// The same now.
    pub width: f64,
    /// People who answered both times.
    pub both: usize,
    /// How many of them moved towards the middle of before.
    pub towards: usize,
    /// How many moved away from it, or to its other side.
    pub away: usize,
    /// How many answered as before.
    pub stayed: usize,
}

/// One ranked item.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its title.
    pub title: String,
    /// Impacts, 1..5.
    pub impact: Spread,
    /// Uncertainties, 1..5.
    pub uncertainty: Spread,
}

/// What follows from the answers of a closed stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// All answers, in the order of tags.
    pub answers: Vec<ExpertAnswer>,
    /// Middle and spread; none for ranks and without answers.
    pub spread: Option<Spread>,
    /// One distribution for each range that could be fitted.
    pub fits: Vec<Fit>,
    /// Ways to put answers together, the one that we propose first.
    pub pools: Vec<Pool>,
    /// Those who see it otherwise; kept beside whatever is adopted.
    pub dissent: Vec<Dissenter>,
    /// Against the stage before.
    pub moved: Option<Moved>,
    /// Ranked items, the one with the greatest impact times uncertainty (by medians) first.
    pub items: Vec<Item>,
    /// How far ranks agree: Kendall's W, 0..1, of impacts. None with fewer than two people who
    /// ranked all, or where everything is tied.
    pub agree_impact: Option<f64>,
    /// The same of uncertainties.
    pub agree_uncertainty: Option<f64>,
}
