//! What follows from the answers of a closed stage.

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
    /// Least answer.
    pub least: f64,
    /// A quarter answered less.
    pub lower: f64,
    /// Half answered less.
    pub median: f64,
    /// A quarter answered more.
    pub upper: f64,
    /// Greatest answer.
    pub greatest: f64,
    /// Groups of answers, when there is more than one.
    pub humps: Vec<Hump>,
}

/// One of several groups into which answers fall.
#[derive(Clone, Debug, PartialEq)]
pub struct Hump {
    /// Its middle.
    pub at: f64,
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
}

/// How answers were put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Middle answer.
    Median,
    /// Mean of the answers.
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

/// What changed since the stage before.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// Middle of the stage before.
    pub median_before: f64,
    /// Width of the middle half of the stage before.
    pub width_before: f64,
    /// People who answered both times.
    pub both: usize,
    /// How many of them changed their answer.
    pub changed: usize,
}

/// One ranked item.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its title.
    pub title: String,
    /// Middle impact, 1..5.
    pub impact: f64,
    /// Quarter and three quarters of the impacts.
    pub impact_half: (f64, f64),
    /// Middle uncertainty, 1..5.
    pub uncertainty: f64,
    /// Quarter and three quarters of the uncertainties.
    pub uncertainty_half: (f64, f64),
    /// How many had a view.
    pub experts: usize,
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
    /// Ranked items, the one that most hangs on while least is known first.
    pub items: Vec<Item>,
    /// How far ranks agree: Kendall's W for impact and for uncertainty, 0..1.
    pub agreement: Option<(f64, f64)>,
}
