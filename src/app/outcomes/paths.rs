//! The table of paths, sorted as the room wants it.

use super::titles::path_parts;
use super::{Asked, Sort};
use crate::analysis::summary::Moments;
use crate::app::App;
use crate::live::Subject;
use crate::words::subjects;

/// One path as it stands in the table.
#[derive(Clone, Debug, PartialEq)]
pub struct PathLine {
    /// Its id.
    pub id: String,
    /// What happens on it, step by step.
    pub parts: Vec<String>,
    /// Probability of its chances, given the choices on it.
    pub probability: f64,
    /// One for each subject.
    pub cells: Vec<Moments>,
}

/// What the columns after title and probability are about.
#[must_use]
pub fn path_columns(app: &App, asked: &Asked) -> Vec<Subject> {
    let table = asked.path_table(app);
    table.map(|t| t.subjects.clone()).unwrap_or_default()
}

/// Every path, in the order in which it is shown.
#[must_use]
pub fn path_lines(app: &App, asked: &Asked) -> Vec<PathLine> {
    let Some(table) = asked.path_table(app) else {
        return Vec::new();
    };
    let line = |row: &crate::live::PathRow| PathLine {
        id: row.id.clone(),
        parts: path_parts(&asked.results, &row.history),
        probability: row.probability,
        cells: row.cells.clone(),
    };
    let mut lines: Vec<PathLine> = table.rows.iter().map(line).collect();
    sorted(&mut lines, &table.subjects, app.outcomes.sort);
    lines
}

/// Sorts by a column; what has no value comes last either way.
fn sorted(lines: &mut [PathLine], columns: &[Subject], sort: Sort) {
    let key = |line: &PathLine| match sort.column {
        0 => None,
        1 => Some(line.probability),
        column => {
            let (subject, cell) = (columns.get(column - 2)?, line.cells.get(column - 2)?);
            subjects::range(subject, cell).middle
        }
    };
    if sort.column == 0 {
        if sort.largest_first {
            lines.reverse();
        }
        return;
    }
    lines.sort_by(|one, other| match (key(one), key(other)) {
        (Some(one), Some(other)) if sort.largest_first => other.total_cmp(&one),
        (Some(one), Some(other)) => one.total_cmp(&other),
        (one, other) => other.is_some().cmp(&one.is_some()),
    });
}
