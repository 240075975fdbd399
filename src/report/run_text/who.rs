//! Who: every cohort beside the others, the poorest first, women beside men.

use super::answer::offline;
use super::choices::{Choice, choices};
use super::{Page, years};
use crate::report::run::RunReport;
use crate::report::table::{Column, Table, aligned};
use crate::tell;
use crate::words::numbers::{Range, Scale};
use crate::words::people::cohort_name;

/// Two tables: who is offline, and what AI does to the income of whom.
pub(super) fn who(report: &RunReport, page: &mut Page) {
    let choices = choices(report);
    if choices.is_empty() {
        return;
    }
    let year = years(report).1;
    let share = Scale::of("share", &[]);
    page.title(&tell!("run-who-offline", year = year));
    let still = |choice: &Choice<'_>, cohort: &str| offline(choice.cohort("usage", cohort));
    let base = |cohort: &str| base_year(report, cohort).map(|online| 1.0 - online);
    page.lines(table(report, &choices, share, still, Some(&base)).lines(page.look));
    if has(&choices, report, "income_vs_noai") {
        page.title(&tell!("run-who-income", year = year));
        let income = |choice: &Choice<'_>, cohort: &str| choice.cohort("income_vs_noai", cohort);
        page.lines(table(report, &choices, share.signed(), income, None).lines(page.look));
        dollars(report, &choices, page);
    }
}

fn has(choices: &[Choice<'_>], report: &RunReport, measure: &str) -> bool {
    choices.iter().any(|choice| {
        report
            .cohorts
            .iter()
            .any(|cohort| choice.cohort(measure, cohort).middle.is_some())
    })
}

fn base_year(report: &RunReport, cohort: &str) -> Option<f64> {
    let usage = report.cohort_series.get("usage")?.get(cohort)?;
    usage.p50.first().copied().flatten()
}

/// A cohort's value in the base year.
type BaseYear<'a> = &'a dyn Fn(&str) -> Option<f64>;

/// One row per cohort and one column per option, with the base year where there is one.
fn table(
    report: &RunReport,
    choices: &[Choice<'_>],
    scale: Scale,
    value: impl Fn(&Choice<'_>, &str) -> Range,
    base: Option<BaseYear<'_>>,
) -> Table {
    let mut columns = vec![Column::words("")];
    columns.extend(base.map(|_| Column::numbers(years(report).0.to_string())));
    columns.extend(
        choices
            .iter()
            .map(|choice| Column::numbers(header(choice, report))),
    );
    let mut table = Table::new(columns).indented(2);
    for cohort in &report.cohorts {
        let mut cells = vec![cohort_name(cohort)];
        cells.extend(base.map(|base| scale.number(base(cohort))));
        let ranges = choices
            .iter()
            .map(|choice| scale.range(value(choice, cohort)));
        cells.extend(ranges.map(|text| aligned(&text)));
        table.row(cells);
    }
    table
}

/// The option's letter, or the year where there are no options.
pub(super) fn header(choice: &Choice<'_>, report: &RunReport) -> String {
    if choice.letter.is_empty() {
        years(report).1.to_string()
    } else {
        choice.letter.clone()
    }
}

/// What a percent of income is in dollars a year, for each poor cohort.
fn dollars(report: &RunReport, choices: &[Choice<'_>], page: &mut Page) {
    let poor: Vec<_> = report
        .cohort_facts
        .iter()
        .filter(|cohort| cohort.poor)
        .collect();
    if poor.is_empty() {
        return;
    }
    let dollars = Scale::of("usd", &[]).signed();
    let mut columns = vec![Column::words("")];
    columns.extend(
        choices
            .iter()
            .map(|choice| Column::numbers(header(choice, report))),
    );
    let mut table = Table::new(columns).indented(2);
    for cohort in poor {
        let mut cells = vec![cohort_name(&cohort.id)];
        let value = |choice: &Choice<'_>| {
            let share = choice.cohort("income_vs_noai", &cohort.id);
            aligned(&dollars.range(share.times(cohort.income_per_year)))
        };
        cells.extend(choices.iter().map(value));
        table.row(cells);
    }
    page.prose(&tell!("run-who-dollars", year = years(report).0));
    page.lines(table.lines(page.look));
}
