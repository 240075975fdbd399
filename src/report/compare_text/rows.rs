//! One row per indicator: each column's value, and under it how far it lies from the reference.

use super::offline::offline;
use crate::analysis::subject::two_sided_gap;
use crate::report::compare::{CompareCell, CompareReport, CompareRow, Direction};
use crate::report::run::Better;
use crate::report::run_text::{Page, is_share_of_runs, row_label, row_scale, spread_range};
use crate::report::stats::Spread;
use crate::report::table::{Column, Table, aligned};
use crate::tell;
use crate::words::numbers::{Range, Scale};
use crate::words::tell;

/// Who is offline, then every indicator that some column has a value for.
pub(super) fn indicators(report: &CompareReport, page: &mut Page) {
    page.title(&tell!("compare-rows", year = report.year));
    let reference = report.reference.as_str();
    page.prose(&match places(report) {
        _ if report.run.is_single() => tell!("compare-arrows-single", reference = reference),
        true => tell!("compare-arrows-places", reference = reference),
        false => tell!("compare-arrows", reference = reference),
    });
    let mut columns = vec![Column::label("")];
    columns.extend(
        report
            .columns
            .iter()
            .map(|column| Column::numbers(&column.id)),
    );
    let mut table = Table::new(columns);
    for row in offline(report) {
        indicator(report, "", &row, &mut table);
    }
    for (key, row) in &report.indicators {
        indicator(report, key, row, &mut table);
    }
    page.lines(table.lines(page.look));
    if !report.run.is_single() {
        page.prose(&tell!("same-answer"));
    }
    if women_ahead(report) {
        page.prose(&tell!("compare-women-ahead"));
    }
}

/// Whether the columns play in different places: then nobody does better.
fn places(report: &CompareReport) -> bool {
    let mut ids = report.columns.iter().map(|column| &column.baseline.id);
    let first = ids.next();
    ids.any(|id| Some(id) != first)
}

/// Whether women may be ahead in some column: a gap below 0 needs a word.
fn women_ahead(report: &CompareReport) -> bool {
    let gaps = report
        .indicators
        .iter()
        .filter(|(key, _)| two_sided_gap(key));
    let mut cells = gaps.flat_map(|(_, row)| row.columns.values());
    cells.any(|cell| cell.horizon.p5.is_some_and(|low| low < 0.0))
}

fn indicator(report: &CompareReport, key: &str, row: &CompareRow, table: &mut Table) {
    let cells: Vec<Option<&CompareCell>> = report
        .columns
        .iter()
        .map(|column| row.columns.get(&column.id))
        .collect();
    let ranges: Vec<Range> = cells
        .iter()
        .map(|cell| cell.map_or_else(Range::default, |c| shown(key, c.horizon)))
        .collect();
    if ranges.iter().all(|range| range.middle.is_none()) {
        return;
    }
    let scale = row_scale(key, &row.unit, &ranges);
    let values = ranges.iter().map(|range| aligned(&scale.range(*range)));
    table.row(std::iter::once(row_label(row.better, &row.label, scale)).chain(values));
    if cells.iter().flatten().any(|cell| differs(key, cell)) {
        let versus = match scale.unit {
            "percent" => tell!("compare-versus-points", reference = &report.reference),
            _ => tell!("compare-versus", reference = &report.reference),
        };
        let texts = cells
            .iter()
            .map(|cell| cell.map_or_else(String::new, |c| difference(key, c, scale, &ranges)));
        table.row(std::iter::once(under(&versus)).chain(texts));
        let better = tell!("compare-better-in");
        let runs = cells
            .iter()
            .map(|cell| cell.and_then(runs_better).unwrap_or_default());
        if row.better != Better::Context && !report.run.is_single() && !places(report) {
            table.row(std::iter::once(under(&better)).chain(runs));
        }
    }
}

/// A second row of the same indicator.
fn under(text: &str) -> String {
    format!("    {text}")
}

/// Whether there is a difference worth a row. A share of runs differs by its average: its
/// quantiles are 0 or 1 and hide what happens in few runs.
fn differs(key: &str, cell: &CompareCell) -> bool {
    let Some(difference) = &cell.difference else {
        return false;
    };
    match difference.spread.mean {
        Some(mean) if is_share_of_runs(key) => mean.abs() >= 0.005,
        _ => difference.direction != Direction::Same,
    }
}

/// A share of runs has no range; its difference neither.
fn shown(key: &str, spread: Spread) -> Range {
    match spread.mean {
        Some(mean) if is_share_of_runs(key) => Range::certain(mean),
        _ => spread_range(spread),
    }
}

/// How far the column lies from the reference; `=` where nothing differs.
fn difference(key: &str, cell: &CompareCell, scale: Scale, values: &[Range]) -> String {
    let Some(difference) = &cell.difference else {
        return String::new();
    };
    if !differs(key, cell) {
        return tell("compare-equal", &[]);
    }
    aligned(
        &scale
            .signed()
            .range_beside(shown(key, difference.spread), values),
    )
}

/// Of 100 model runs, in how many the column is better than the reference.
fn runs_better(cell: &CompareCell) -> Option<String> {
    let share = cell.difference.as_ref()?.share_better?;
    Some(Scale::of("probability", &[]).number(Some(share)))
}
