//! How exact the headline of a run is, and whether there are enough draws.

use serde::{Deserialize, Serialize};

use super::fill::{Material, all_paths};
use super::fill_paths::paths_of_option;
use super::stats::known;
use crate::analysis::convergence::{
    self, CONFIDENCE, Enough, Estimate, digit, last_digit, of_quantile,
};
use crate::analysis::weighted::Part;
use crate::model::Cohort;
use crate::model::indicators::CohortKey;
use crate::sim::layout::Value;
use crate::tell;
use crate::words::numbers::whole;

/// How exact the first numbers of a report are: the poorest women (or the first cohort) still
/// offline at the horizon, by option of the first open decision.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Precision {
    /// Always `offline`: 1 - `usage`, a share of the cohort.
    pub measure: String,
    /// Whose.
    pub cohort: String,
    /// Of 1, so many intervals hold the number that endless draws would give.
    pub confidence: f64,
    /// Last digit that is shown of these numbers.
    pub last_digit: f64,
    /// Whether twice as many draws would change the shown numbers by less than that (with
    /// `confidence`), or whether the target is met; `null` with too few draws to tell.
    pub enough: Option<bool>,
    /// About so many draws would be needed; `null` if there are enough or nobody can tell.
    pub draws_needed: Option<u64>,
    /// What `--until-precise` asked for: the most that `low` and `high` may lie from `value`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// 5th, 50th and 95th of 100, option by option.
    pub numbers: Vec<PreciseNumber>,
    /// The same in words.
    #[serde(default)]
    pub text: String,
}

/// One number and how exact it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PreciseNumber {
    /// Id of the option; `null` when no decision is open.
    pub option: Option<String>,
    /// Which quantile, 0..1.
    pub level: f64,
    /// The number.
    pub value: Option<f64>,
    /// Its standard error: half the width of the interval over 1.96.
    pub standard_error: Option<f64>,
    /// Lower end of the order-statistic interval; `null` with too few draws.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

/// How exact a room wants the headline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// So many digits are to be certain: intervals reach at most half of the last of them.
    Digits(i32),
    /// Intervals are to be no wider than this share.
    Width(f64),
}

impl std::str::FromStr for Target {
    type Err = ();

    /// `2` = two digits; `0.01` or `1%` = an interval of one point.
    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.trim();
        if let Ok(digits) = text.parse::<i32>() {
            return match digits {
                1..=4 => Ok(Target::Digits(digits)),
                _ => Err(()),
            };
        }
        let (number, scale) = match text.strip_suffix('%') {
            Some(number) => (number.trim_end(), 0.01),
            None => (text, 1.0),
        };
        let width = number.parse::<f64>().map_err(|_| ())? * scale;
        match (1e-6..1.0).contains(&width) {
            true => Ok(Target::Width(width)),
            false => Err(()),
        }
    }
}

impl Target {
    /// How far intervals may reach to either side of numbers.
    fn reach(self, numbers: &[f64]) -> f64 {
        match self {
            Target::Digits(count) => digit(numbers, count) / 2.0,
            Target::Width(width) => width / 2.0,
        }
    }
}

/// Levels of the headline.
const LEVELS: [f64; 3] = [0.05, 0.5, 0.95];

/// Numbers of the headline with their option.
struct Headline {
    cohort: String,
    numbers: Vec<(Option<String>, f64, Estimate)>,
}

impl Headline {
    fn estimates(&self) -> Vec<Estimate> {
        self.numbers.iter().map(|(_, _, one)| *one).collect()
    }

    fn values(&self) -> Vec<f64> {
        self.numbers.iter().map(|(_, _, one)| one.value).collect()
    }
}

/// How exact the headline is; `None` in a run of one draw, which has no ranges, and where no cohort
/// can be followed.
#[must_use]
pub fn precision(material: &Material<'_>, target: Option<Target>) -> Option<Precision> {
    let headline = headline(material)?;
    let (all, values) = (headline.estimates(), headline.values());
    let draws = u64::from(material.ensemble.plan.asked);
    let step = last_digit(&values);
    let reach = target.map(|target| target.reach(&values));
    let found = match reach {
        Some(reach) => convergence::precise(&all, reach, draws),
        None => convergence::enough(&all, step, draws),
    };
    Some(Precision {
        measure: "offline".to_owned(),
        cohort: headline.cohort.clone(),
        confidence: CONFIDENCE,
        last_digit: step,
        enough: match found {
            Enough::Yes => Some(true),
            Enough::Needs(_) => Some(false),
            Enough::Unknown => None,
        },
        draws_needed: match found {
            Enough::Needs(draws) => Some(draws),
            Enough::Yes | Enough::Unknown => None,
        },
        target: reach,
        numbers: headline.numbers.iter().map(number).collect(),
        text: told(found, target.is_some()),
    })
}

/// What the rule for stopping says; `None` where there is nothing to be exact about.
#[must_use]
pub fn enough(material: &Material<'_>, target: Target) -> Option<Enough> {
    let headline = headline(material)?;
    let reach = target.reach(&headline.values());
    let draws = u64::from(material.ensemble.plan.asked);
    Some(convergence::precise(&headline.estimates(), reach, draws))
}

fn number((option, level, found): &(Option<String>, f64, Estimate)) -> PreciseNumber {
    PreciseNumber {
        option: option.clone(),
        level: *level,
        value: known(found.value),
        standard_error: known(found.error),
        low: found.low,
        high: found.high,
    }
}

/// Whether there are enough draws, in words.
#[must_use]
pub fn told(found: Enough, with_target: bool) -> String {
    let count = |draws: u64| whole(draws as f64);
    match (found, with_target) {
        (Enough::Yes, false) => tell!("precision-enough"),
        (Enough::Needs(draws), false) => tell!("precision-needs", draws = count(draws)),
        (Enough::Yes, true) => tell!("precision-met"),
        (Enough::Needs(draws), true) => tell!("precision-not-met", draws = count(draws)),
        (Enough::Unknown, _) => tell!("precision-unknown"),
    }
}

fn headline(material: &Material<'_>) -> Option<Headline> {
    let ensemble = material.ensemble;
    let plan = &*ensemble.plan;
    if plan.asked < 2 {
        return None;
    }
    let cohorts = &plan.country().cohorts;
    let cohort = poorest(cohorts)?;
    let value = Value::Cohort(CohortKey::usage as usize, cohort);
    let options: Vec<(Option<String>, Vec<usize>)> = match &plan.open {
        None => vec![(None, all_paths(plan))],
        Some(open) => {
            let numbered = open.options.iter().enumerate();
            let one =
                |(number, id): (usize, &String)| (Some(id.clone()), paths_of_option(plan, number));
            numbered.map(one).collect()
        }
    };
    let mut numbers = Vec::new();
    for (option, paths) in options {
        let columns: Option<Vec<Vec<f64>>> = paths
            .iter()
            .map(|path| Some(offline(ensemble.horizon(*path, value)?)))
            .collect();
        let columns = columns?;
        let parts: Vec<Part<'_>> = columns
            .iter()
            .zip(&paths)
            .map(|(values, path)| Part {
                values,
                weights: material.weights.whole[*path].as_weight(),
            })
            .collect();
        for level in LEVELS {
            numbers.push((option.clone(), level, of_quantile(&parts, level)));
        }
    }
    Some(Headline {
        cohort: cohorts[cohort].id.clone(),
        numbers,
    })
}

/// Poor women if there are any, else the first poor cohort, else the first.
fn poorest(cohorts: &[Cohort]) -> Option<usize> {
    let find = |test: &dyn Fn(&Cohort) -> bool| cohorts.iter().position(test);
    find(&|cohort| cohort.poor && cohort.female)
        .or_else(|| find(&|cohort| cohort.poor))
        .or((!cohorts.is_empty()).then_some(0))
}

fn offline(mut online: Vec<f64>) -> Vec<f64> {
    online.iter_mut().for_each(|share| *share = 1.0 - *share);
    online
}
