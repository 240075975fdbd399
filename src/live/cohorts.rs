//! Every cohort beside the others, the poorest first: our range, and how far from other men and
//! from the reference country in the same model runs.

use super::results::{Results, Stage};
use super::selection::Selection;
use super::subject::{CohortMeasure, Subject};
use crate::analysis::summary::{Moments, moments};
use crate::analysis::weighted::Part;
use crate::jobs::{ByPath, each};

/// Every cohort beside the others.
#[derive(Clone, Debug, PartialEq)]
pub struct CohortTable {
    /// What is measured.
    pub measure: CohortMeasure,
    /// Which paths.
    pub selection: Selection,
    /// Whether the numbers may still change.
    pub stage: Stage,
    /// Draws behind them.
    pub draws: usize,
    /// The year.
    pub year: i32,
    /// Id of the cohort that the others are measured against: other men.
    pub versus: Option<String>,
    /// Name of the reference country, where it can be compared.
    pub reference: Option<String>,
    /// In the order of the baseline: the poorest first.
    pub rows: Vec<CohortRow>,
}

/// One cohort.
#[derive(Clone, Debug, PartialEq)]
pub struct CohortRow {
    /// Its id.
    pub cohort: String,
    /// What a key for this row would look at.
    pub subject: Subject,
    /// In extreme poverty in the base year.
    pub poor: bool,
    /// Women (true) or men (false).
    pub female: bool,
    /// At the horizon.
    pub value: Moments,
    /// This cohort minus other men, in the same path and draw; `None` for them.
    pub versus_other: Option<Moments>,
    /// This cohort minus everyone in the reference country, in the same draw.
    pub versus_reference: Option<Moments>,
}

/// Every cohort beside the others.
#[must_use]
pub fn cohort_table(
    results: &Results,
    measure: CohortMeasure,
    selection: Selection,
) -> CohortTable {
    let plan = &*results.ensemble.plan;
    let cohorts = &plan.country().cohorts;
    let paths = selection.paths(plan);
    let subject = |id: &str| Subject::Cohort(measure, id.to_owned());
    // Head counts of groups of different size are not compared.
    let compares = subject("").unit() == "share";
    let other = cohorts.iter().find(|c| compares && !c.poor && !c.female);
    let other = other.and_then(|c| Some((c.id.clone(), results.values(&subject(&c.id))?)));
    let abroad = results.abroad();
    let there = abroad.as_ref().and_then(|abroad| {
        let column = abroad.values(&subject(""), results.draws())?;
        Some((abroad.name.clone(), column))
    });
    let rows = each(cohorts.len(), results.wish.workers(), |number| {
        let cohort = &cohorts[number];
        let subject = subject(&cohort.id);
        let own = results.values(&subject);
        let minus = |column: &dyn Fn(usize) -> Option<Vec<f64>>| {
            own.as_ref()
                .map(|own| difference(results, own, &paths, column))
        };
        let versus_other = other.as_ref().filter(|(id, _)| *id != cohort.id);
        CohortRow {
            cohort: cohort.id.clone(),
            poor: cohort.poor,
            female: cohort.female,
            value: results.moments(&subject, &paths),
            versus_other: versus_other
                .and_then(|(_, columns)| minus(&|path| columns.get(path).cloned())),
            versus_reference: there
                .as_ref()
                .and_then(|(_, column)| minus(&|_| Some(column.clone()))),
            subject,
        }
    });
    CohortTable {
        measure,
        selection,
        stage: results.stage,
        draws: results.draws(),
        year: results.last_year(),
        versus: other.map(|(id, _)| id),
        reference: there.map(|(name, _)| name),
        rows,
    }
}

/// Weighted moments of a difference, taken in each path and draw.
fn difference(
    results: &Results,
    own: &ByPath,
    paths: &[usize],
    other: &dyn Fn(usize) -> Option<Vec<f64>>,
) -> Moments {
    let mut columns: Vec<Vec<f64>> = vec![Vec::new(); own.len()];
    for path in paths {
        let Some(mut column) = other(*path) else {
            return Moments::NONE;
        };
        for (value, own) in column.iter_mut().zip(&own[*path]) {
            *value = own - *value;
        }
        columns[*path] = column;
    }
    let parts: Vec<Part<'_>> = results.parts(&columns, paths);
    moments(&parts)
}
