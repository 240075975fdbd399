//! The way back from a target as tables and sentences for people, in 80 columns.

use super::backcast::{BackcastReport, PathShare, WaitingOption};
use super::look::Look;
use super::run_text::{Page, again};
use super::table::{Column, Table};
use crate::tell;
use crate::words::waiting::{Reached, answers, error, in_common, reached, runs, title, waiting};

/// Most paths that are listed.
const LISTED: usize = 12;

/// The whole text. `command` is what to type to see it again.
#[must_use]
pub fn backcast_text(report: &BackcastReport, command: &str, look: Look) -> String {
    let mut page = Page::new(look);
    page.title(&report.scenario.title);
    page.title(&title(&report.target));
    for sentence in answers(report) {
        page.prose(&sentence);
    }
    let some = reached(report) == Reached::Sometimes;
    if report.paths.len() > 1 && some {
        paths(report, &mut page);
        page.title(&tell!("back-common"));
        for sentence in in_common(report) {
            page.entry(&sentence);
        }
    }
    if let Some(decision) = &report.decision {
        page.title(&tell!("back-waiting", title = &decision.title));
    } else {
        page.gap();
    }
    for sentence in waiting(report) {
        page.prose(&sentence);
    }
    let tables = report.decision.iter().filter(|_| some);
    for option in tables.flat_map(|d| &d.options) {
        page.title(&option.title);
        page.lines(years(option).lines(look));
    }
    again(
        &report.run,
        &report.scenario.fingerprint,
        command,
        &mut page,
    );
    page.text()
}

/// The paths that reach it in most of their runs.
fn paths(report: &BackcastReport, page: &mut Page) {
    let mut listed: Vec<&PathShare> = report.paths.iter().collect();
    // A stable sort keeps the order of the tree among equals.
    listed.sort_by(|a, b| b.share.share.total_cmp(&a.share.share));
    let left_out = listed.len().saturating_sub(LISTED);
    listed.truncate(LISTED);
    page.title(&tell!("back-paths"));
    let mut table = Table::new(vec![
        Column::label(tell!("back-path")),
        Column::numbers(tell!("back-path-share")).tall(),
        Column::numbers(tell!("back-path-error")),
        Column::numbers(tell!("back-path-of-all")).tall(),
    ])
    .indented(2);
    for path in listed {
        table.row(vec![
            path.id.replace('/', " / "),
            runs(path.share.share),
            error(path.share.standard_error),
            runs(path.of_all),
        ]);
    }
    page.lines(table.lines(page.look));
    if left_out > 0 {
        page.prose(&tell!("back-paths-more", count = left_out));
    }
}

/// Share of runs by the year in which an option is taken.
fn years(option: &WaitingOption) -> Table {
    let mut table = Table::new(vec![
        Column::numbers(tell!("back-year")),
        Column::numbers(tell!("back-year-share")).tall(),
        Column::numbers(tell!("back-path-error")),
        Column::numbers(tell!("back-year-gain")).tall(),
        Column::numbers(tell!("back-path-error")),
        Column::short(tell!("back-year-helps")),
    ])
    .indented(2);
    for year in &option.years {
        table.row(vec![
            year.year.to_string(),
            runs(year.share.share),
            error(year.share.standard_error),
            runs(year.gain),
            error(year.gain_error),
            match year.helps {
                true => tell!("back-yes"),
                false => tell!("back-no"),
            },
        ]);
    }
    table
}
