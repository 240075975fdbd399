//! What a question is about: an indicator, or something measured for one group of people.

use serde::{Deserialize, Serialize};

use crate::model::indicators::{COHORT_SERIES, CohortKey, INDICATORS};
use crate::seeds::{Better, catalogue};
use crate::sim::layout::{Value, available};
use crate::sim::{Ensemble, Plan};

/// What a question is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// An indicator of the catalogue, by its key.
    Indicator(String),
    /// Something measured by cohort.
    Cohort {
        /// What: `usage`, `income_vs_noai` and so on.
        measure: String,
        /// Of whom: `poor_women`.
        cohort: String,
    },
}

impl Subject {
    /// Use of the internet by one cohort.
    #[must_use]
    pub fn usage_of(cohort: &str) -> Self {
        Self::Cohort {
            measure: COHORT_SERIES[CohortKey::usage as usize].0.to_owned(),
            cohort: cohort.to_owned(),
        }
    }

    /// The number behind it; `None` where the plan's setting does not have it.
    #[must_use]
    pub fn value(&self, plan: &Plan) -> Option<Value> {
        match self {
            Self::Indicator(key) => {
                let number = INDICATORS.iter().position(|(name, _)| name == key)?;
                available(plan, number).then_some(Value::Indicator(number))
            }
            Self::Cohort { measure, cohort } => {
                let number = COHORT_SERIES.iter().position(|(name, _)| name == measure)?;
                let cohorts = &plan.country().cohorts;
                let place = cohorts.iter().position(|own| own.id == *cohort)?;
                Some(Value::Cohort(number, place))
            }
        }
    }

    /// Which direction is good for people.
    #[must_use]
    pub fn better(&self) -> Better {
        match self {
            Self::Indicator(key) => catalogue()
                .indicator(key)
                .map_or(Better::Context, |indicator| indicator.better),
            Self::Cohort { measure, .. } => {
                let displaced = COHORT_SERIES[CohortKey::displaced as usize].0;
                match measure == displaced {
                    true => Better::Down,
                    false => Better::Up,
                }
            }
        }
    }

    /// A gap that is 0 where nobody is ahead and may lie on either side of it.
    #[must_use]
    pub fn is_two_sided_gap(&self) -> bool {
        matches!(self, Self::Indicator(key) if two_sided_gap(key))
    }

    /// A share of model runs: 0 or 1 in each, so its average tells more than its middle.
    #[must_use]
    pub fn is_share_of_runs(&self) -> bool {
        matches!(self, Self::Indicator(key) if share_of_runs(key))
    }

    /// Values of one path at the horizon, one for each draw.
    #[must_use]
    pub fn horizon(&self, ensemble: &Ensemble, path: usize) -> Option<Vec<f64>> {
        ensemble.horizon(path, self.value(&ensemble.plan)?)
    }
}

/// Whether an indicator is a share of model runs, not a value within each run.
#[must_use]
pub fn share_of_runs(key: &str) -> bool {
    key.starts_with("setback_")
}

/// Whether 0 is best and either side of it is worse: the gap between two sexes has no sign that
/// is good.
#[must_use]
pub fn two_sided_gap(key: &str) -> bool {
    matches!(key, "gender_gap" | "augmentation_gender_gap")
}

/// How good a value is: larger is better, whatever the direction of the indicator.
#[must_use]
pub fn goodness(subject: &Subject, value: f64) -> f64 {
    match (subject.is_two_sided_gap(), subject.better()) {
        (true, _) => -value.abs(),
        (false, Better::Down) => -value,
        (false, Better::Up | Better::Context) => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_in_favour_of_women_is_as_far_from_equal_as_one_in_favour_of_men() {
        let gap = Subject::Indicator("gender_gap".into());
        assert_eq!(goodness(&gap, -0.1), goodness(&gap, 0.1));
        assert!(goodness(&gap, -0.02) > goodness(&gap, 0.1));
    }

    #[test]
    fn fewer_offline_and_more_online_are_both_good() {
        let offline = Subject::Indicator("offline_poor".into());
        assert!(goodness(&offline, 1.0) > goodness(&offline, 2.0));
        assert!(goodness(&Subject::usage_of("poor_women"), 0.6) > 0.5);
    }
}
