//! What made the difference between the columns.

use crate::report::attribution::AttributionReport;
use crate::report::compare::CompareReport;
use crate::report::run_text::Page;
use crate::report::table::{Column, Table, aligned};
use crate::tell;
use crate::words::made::{part, part_with_range, sentences};
use crate::words::people::capital;

/// Sentences and a table for each column whose difference was shared out; nothing if none was.
pub(super) fn made(report: &CompareReport, page: &mut Page) {
    let all = report.attribution.iter().flatten();
    for (number, one) in all.enumerate() {
        match number {
            0 => page.title(&tell!("made-title", year = one.year.to_string())),
            _ => page.gap(),
        }
        for sentence in sentences(one) {
            page.prose(&sentence);
        }
        page.gap();
        page.lines(table(one).lines(page.look));
    }
}

/// One row for each change, what made most first.
fn table(report: &AttributionReport) -> Table {
    let mut table = Table::new(vec![
        Column::label(tell!("made-row")),
        Column::numbers(tell!("made-by")),
        Column::numbers(tell!("made-alone")),
        Column::numbers(tell!("made-last")).tall(),
    ])
    .indented(2);
    for change in report.largest_first() {
        table.row(vec![
            capital(&change.text),
            aligned(&part_with_range(report, change)),
            part(report, change.alone),
            part(report, change.last),
        ]);
    }
    table
}
