//! What a share of income is in dollars a year for one person.

use super::Asked;
use crate::live::{CohortMeasure, Subject};

const DAYS: f64 = 365.0;

/// Dollars a year that a subject's whole income is; `None` unless it is about income.
pub(super) fn dollars(asked: &Asked) -> Option<f64> {
    let cohorts = &asked.results.ensemble.plan.country().cohorts;
    match &asked.subject {
        Subject::Cohort(CohortMeasure::IncomeVsNoai, id) => {
            let cohort = cohorts.iter().find(|c| c.id == *id)?;
            Some(cohort.income * DAYS)
        }
        Subject::Indicator(key) if key == "income_poor_vs_noai" => {
            let poor = || cohorts.iter().filter(|c| c.poor);
            let people: f64 = poor().map(|c| c.share).sum();
            let income: f64 = poor().map(|c| c.share * c.income).sum();
            (people > 0.0).then(|| income / people * DAYS)
        }
        _ => None,
    }
}
