//! Scenarios or options side by side as tables and sentences for people, in 80 columns.
//!
//! Every difference names the column it is measured against.

mod answer;
mod inputs;
mod made;
mod offline;
mod rows;

use super::compare::CompareReport;
use super::gains_text;
use super::look::{Look, WIDTH};
use super::run_text::{Page, again, notes, only_where};
use super::single::without_ranges;
use crate::tell;
use crate::words::paragraph::hang;
use crate::words::sentences;

/// The whole text. `command` is what to type to see it again.
#[must_use]
pub fn compare_text(report: &CompareReport, command: &str, look: Look) -> String {
    let single = report.run.is_single().then(|| without_ranges(report));
    let report = single.as_ref().unwrap_or(report);
    let mut page = Page::new(look);
    page.title(&tell!("compare-title", year = report.year));
    if let Some(text) = only_where(&report.run) {
        page.prose(&text);
    }
    answer::answer(report, &mut page);
    columns(report, &mut page);
    rows::indicators(report, &mut page);
    made::made(report, &mut page);
    inputs::inputs(report, &mut page);
    page.title(&tell!("run-doubts"));
    doubts(report, &mut page);
    notes(&report.notes, &mut page);
    let fingerprints: Vec<&str> = report
        .columns
        .iter()
        .map(|column| column.scenario.fingerprint.as_str())
        .collect();
    let mut distinct = fingerprints.clone();
    distinct.dedup();
    again(&report.run, &distinct.join(" "), command, &mut page);
    page.text()
}

/// What a comparison cannot say.
fn doubts(report: &CompareReport, page: &mut Page) {
    if !report.run.is_single() {
        page.entry(&tell!("compare-not-a-chance"));
    }
    page.entry(&sentences::untested());
    page.entry(&sentences::not_counted());
    if let Some(gains) = &report.gains {
        for sentence in gains_text::not_counted(gains) {
            page.entry(&sentence);
        }
        if gains_text::one_way(gains) {
            page.entry(&tell!("gains-all-help"));
        }
    }
}

/// What stands in which column.
fn columns(report: &CompareReport, page: &mut Page) {
    page.gap();
    for column in &report.columns {
        let title = match &column.option {
            Some(option) => tell!(
                "compare-column-option",
                scenario = &column.scenario.title,
                option = &option.option_title,
                baseline = &column.baseline.name,
            ),
            None => tell!(
                "compare-column",
                scenario = &column.scenario.title,
                baseline = &column.baseline.name,
            ),
        };
        let title = match column.id == report.reference {
            true => tell!("compare-column-reference", title = title),
            false => title,
        };
        page.lines(hang(
            &format!("{}  ", column.id),
            &page.look.text(&title),
            WIDTH,
        ));
        if column.mixes_open_decisions {
            page.lines(hang("   ", &page.look.text(&tell!("compare-mixed")), WIDTH));
        }
    }
}

#[cfg(test)]
mod tests;
