//! Chance alone: what differs from year to year for no reason that anybody could know before.

use super::{Input, InputColumn};
use crate::sim::Plan;
use crate::sim::sheet::{CHUNK, Sheet, Source};

/// The surprises in use (standard normal) and the luck behind the number of incidents (uniform in
/// 0..1, high is bad) of every year, for the first `draws` draws of a plan. How severe each incident is
/// and the reference country's own incidents are not among them.
#[must_use]
pub fn luck(plan: &Plan, draws: usize) -> Vec<InputColumn> {
    if plan.median {
        return Vec::new();
    }
    let draws = draws.min(plan.draws as usize);
    let year = |step: usize| plan.base_year + i32::try_from(step).unwrap_or(0) + 1;
    let steps = 0..plan.steps;
    let surprises = steps.clone().map(|step| Input::Surprise(year(step)));
    let incidents = steps.map(|step| Input::Incidents(year(step)));
    let empty = |input| InputColumn {
        input,
        values: Vec::with_capacity(draws),
        evidence: None,
    };
    let mut columns: Vec<InputColumn> = surprises.chain(incidents).map(empty).collect();
    let source = Source::new(plan);
    let mut sheet = Sheet::new(plan);
    for first in (0..draws).step_by(CHUNK) {
        let count = CHUNK.min(draws - first);
        sheet.fill(&source, first as u64, count);
        let rows = (0..plan.steps).map(|step| sheet.surprise(step));
        let rows = rows.chain((0..plan.steps).map(|step| sheet.incident_luck(step)));
        for (column, row) in columns.iter_mut().zip(rows) {
            column.values.extend_from_slice(&row[..count]);
        }
    }
    columns
}
