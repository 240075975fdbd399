//! Values of a subject in any year, by path and draw.

use std::sync::Arc;

use crate::jobs::{ByPath, Columns, Wanted};
use crate::live::results::Results;
use crate::live::subject::Subject;
use crate::sim::Value;

/// Values in a year, or at the horizon; `None` where the subject has none. What was not kept is
/// simulated again.
pub(super) fn values(results: &Results, subject: &Subject, year: Option<i32>) -> Option<ByPath> {
    let year = match year {
        Some(year) if year != results.last_year() => year,
        _ => return results.values(subject),
    };
    let plan = &results.ensemble.plan;
    let step = usize::try_from(year - plan.base_year).ok()?;
    if step > plan.steps || !subject.has_series() {
        return None;
    }
    let value = subject.value(plan)?;
    let columns = match kept(results, value, step) {
        Some(kept) => kept,
        None => again(results, value, step)?,
    };
    Some(match subject.is_complement() {
        true => Arc::new(
            columns
                .iter()
                .map(|c| c.iter().map(|v| 1.0 - v).collect())
                .collect(),
        ),
        false => columns,
    })
}

fn kept(results: &Results, value: Value, step: usize) -> Option<ByPath> {
    let ensemble = &results.ensemble;
    let place = ensemble.layout.in_series(value)?;
    let paths = ensemble.plan.paths.iter();
    let columns = paths.map(|path| ensemble.yearly(*path.rows.get(step)?, place));
    Some(Arc::new(columns.collect::<Option<_>>()?))
}

fn again(results: &Results, value: Value, step: usize) -> Option<ByPath> {
    let mut columns = Columns::new(&results.ensemble.plan, results.wish.options());
    let found = columns.get(&[Wanted { value, step }], &mut |_| true)?;
    found.into_iter().next()
}
