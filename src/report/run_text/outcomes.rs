//! All indicators at the end of the horizon, group by group.

use super::choices::{Choice, choices};
use super::who::header;
use super::{Page, years};
use crate::report::look::WIDTH;
use crate::report::run::{Better, IndicatorReport, RunReport};
use crate::report::single::OF_CHANCES;
use crate::report::table::{Column, Table, aligned};
use crate::tell;
use crate::words::numbers::{Range, Scale};
use crate::words::paragraph::hang;
use crate::words::tell;

/// Groups in the order in which they are shown.
const GROUPS: [&str; 6] = ["connectivity", "work", "income", "harm", "between", "cost"];

/// One table for each group of indicators.
pub(super) fn outcomes(report: &RunReport, page: &mut Page) {
    let choices = choices(report);
    if choices.is_empty() {
        return;
    }
    page.title(&tell!("run-outcomes", year = years(report).1));
    page.prose(&match report.run.is_single() {
        true => tell!("run-arrows-single"),
        false => tell!("run-arrows"),
    });
    for choice in choices.iter().filter(|choice| !choice.letter.is_empty()) {
        page.lines(hang(
            &format!("{}  ", choice.letter),
            &page.look.text(choice.title),
            WIDTH,
        ));
    }
    for name in GROUPS {
        group(report, &choices, name, page);
    }
    let known = |indicator: &IndicatorReport| GROUPS.contains(&indicator.group.as_str());
    if !report.indicators.values().all(known) {
        group(report, &choices, "", page);
    }
}

/// One group; indicators of unknown groups go under the empty name.
fn group(report: &RunReport, choices: &[Choice<'_>], name: &str, page: &mut Page) {
    let mut columns = vec![Column::label("")];
    columns.extend(
        choices
            .iter()
            .map(|choice| Column::numbers(header(choice, report))),
    );
    let mut table = Table::new(columns).indented(2);
    let belongs = |indicator: &IndicatorReport| match name {
        "" => !GROUPS.contains(&indicator.group.as_str()),
        _ => indicator.group == name,
    };
    for (key, indicator) in report.indicators.iter().filter(|(_, i)| belongs(i)) {
        row(key, indicator, choices, &mut table);
    }
    if table.is_empty() {
        return;
    }
    page.gap();
    page.prose(&group_title(report, name));
    page.lines(table.lines(page.look));
    if name == "harm" && choices.len() > 1 && !report.run.is_single() {
        page.prose(&tell!("same-answer"));
    }
}

fn group_title(report: &RunReport, name: &str) -> String {
    match (name, &report.reference) {
        ("between", Some(country)) => tell!("run-group-between", country = &country.name),
        ("", _) => tell("group-other", &[]),
        _ => tell(&format!("group-{name}"), &[]),
    }
}

/// One indicator, unless no option has a value for it.
fn row(key: &str, indicator: &IndicatorReport, choices: &[Choice<'_>], table: &mut Table) {
    let ranges: Vec<Range> = choices.iter().map(|choice| value(key, choice)).collect();
    if ranges.iter().all(|range| range.middle.is_none()) {
        return;
    }
    let scale = row_scale(key, &indicator.unit, &ranges);
    let mut cells = vec![row_label(indicator.better, &indicator.label, scale)];
    cells.extend(ranges.iter().map(|range| aligned(&scale.range(*range))));
    table.row(cells);
}

/// A share of runs has no range of its own; everything else has one.
fn value(key: &str, choice: &Choice<'_>) -> Range {
    if is_share_of_runs(key) {
        choice.mean(key).map_or_else(Range::default, Range::certain)
    } else {
        choice.indicator(key)
    }
}

/// Whether an indicator is a share of model runs, not a value within each run.
pub(crate) fn is_share_of_runs(key: &str) -> bool {
    key.starts_with("setback_")
}

/// The scale in which a row of an indicator is written.
pub(crate) fn row_scale(key: &str, unit: &str, ranges: &[Range]) -> Scale {
    let points = ["poor_gap_pp", "usage_gap_between", "ai_dividend_gap"];
    let scale = match unit {
        OF_CHANCES => Scale::of("share", ranges),
        "share" if is_share_of_runs(key) => Scale::of("probability", ranges),
        "share" if points.contains(&key) => Scale::of("points", ranges),
        _ => Scale::of(unit, ranges),
    };
    if signed(key) { scale.signed() } else { scale }
}

/// Whether an indicator measures a change, so that gains carry a plus sign.
fn signed(key: &str) -> bool {
    !is_share_of_runs(key) && (key.contains("_vs_") || key == "worst_loss_poor")
}

/// The name of a row: an arrow towards better, the indicator, its unit.
pub(crate) fn row_label(better: Better, label: &str, scale: Scale) -> String {
    let arrow = match better {
        Better::Down => tell("arrow-down", &[]),
        Better::Up => tell("arrow-up", &[]),
        Better::Context => tell("arrow-none", &[]),
    };
    let unit = scale.unit_after(label);
    match unit.is_empty() {
        true => tell!("run-label", arrow = arrow, label = label),
        false => tell!("run-label-unit", arrow = arrow, label = label, unit = unit),
    }
}
