//! The answer: the poorest women still offline at the end, one line per option.

use super::choices::{Choice, choices};
use super::{Page, years};
use crate::report::run::RunReport;
use crate::report::spark::sparkline;
use crate::report::table::{Column, Table, aligned};
use crate::seeds::catalogue;
use crate::tell;
use crate::words::numbers::{Range, Scale};
use crate::words::people::cohort_name;
use crate::words::sentences;

/// Most places that a small chart takes.
const CHART: usize = 16;

/// The answer, or nothing if no cohort can be followed.
pub(super) fn answer(report: &RunReport, page: &mut Page) {
    let Some(cohort) = poorest(report) else {
        return;
    };
    let choices = choices(report);
    if choices.is_empty() {
        page.gap();
        page.prose(&tell!("run-only-open"));
        return;
    }
    title(report, cohort, page);
    page.lines(table(report, cohort, &choices, page).lines(page.look));
    explain(report, cohort, &choices, page);
}

/// Poor women if there are any, else the first poor cohort, else the first.
fn poorest(report: &RunReport) -> Option<&str> {
    let facts = &report.cohort_facts;
    let poor_women = facts.iter().find(|cohort| cohort.poor && cohort.female);
    let poor = poor_women.or_else(|| facts.iter().find(|cohort| cohort.poor));
    poor.map(|cohort| cohort.id.as_str())
        .or(report.cohorts.first().map(String::as_str))
}

fn title(report: &RunReport, cohort: &str, page: &mut Page) {
    let who = cohort_name(cohort);
    let (first, last) = years(report);
    let base = report
        .cohort_series
        .get("usage")
        .and_then(|cohorts| cohorts.get(cohort));
    let base = base.and_then(|band| band.p50.first().copied().flatten());
    page.title(&match base {
        Some(online) => tell!(
            "run-headline-base",
            who = who,
            year = last,
            base = first,
            value = Scale::of("share", &[]).told(Range::certain(1.0 - online)),
        ),
        None => tell!("run-headline", who = who, year = last),
    });
}

fn table(report: &RunReport, cohort: &str, choices: &[Choice<'_>], page: &Page) -> Table {
    let (first, last) = years(report);
    let mut columns = Vec::new();
    if choices.len() > 1 {
        columns.extend([Column::short(""), Column::words("")]);
    }
    columns.push(Column::numbers(""));
    columns.push(Column::short(tell!("run-chart", from = first, to = last)));
    let mut table = Table::new(columns).indented(2);
    let share = Scale::of("share", &[]);
    for choice in choices {
        let value = aligned(&share.told(offline(choice.cohort("usage", cohort))));
        let chart = choice
            .band("usage", cohort)
            .map_or_else(String::new, |band| {
                let offline: Vec<_> = band.p50.iter().map(|x| x.map(|x| 1.0 - x)).collect();
                sparkline(&thinned(&offline), 0.0, 1.0, page.look)
            });
        match choices.len() {
            1 => table.row([value, chart]),
            _ => table.row([choice.letter.clone(), choice.title.to_owned(), value, chart]),
        }
    }
    table
}

fn explain(report: &RunReport, cohort: &str, choices: &[Choice<'_>], page: &mut Page) {
    if let [only] = choices {
        let range = offline(only.cohort("usage", cohort));
        if let (Some(low), Some(high), false) = (range.low, range.high, report.run.is_single()) {
            let year = years(report).1;
            page.prose(&sentences::range_offline(low, high, cohort, year));
        }
    } else if !report.run.is_single() {
        page.prose(&tell!("run-brackets"));
    }
    if !report.run.is_single() {
        page.prose(&held(report));
    }
    if let Some(precision) = &report.precision {
        page.prose(&precision.text);
    }
    for (index, open) in report.open_decisions.iter().enumerate() {
        match index {
            0 => page.prose(&tell!("run-open", title = &open.title)),
            _ => page.prose(&tell!("run-open-further", title = &open.title)),
        }
    }
    effort(report, page);
}

/// How ranges of internet use held in the past, in countries like this one.
fn held(report: &RunReport) -> String {
    let id = report.baseline.id.as_str();
    sentences::held_or_not(match catalogue().country(id) {
        Some(country) => sentences::Held::of(Some(country)),
        None => sentences::Held::of_group(id),
    })
}

/// What each option takes and leaves out, in the words of the scenario.
fn effort(report: &RunReport, page: &mut Page) {
    for (index, option) in report.options.iter().enumerate() {
        let letter = super::choices::letter(index);
        let left_out = option.not_counted.trim_end_matches('.');
        match (option.effort, left_out) {
            (None, "") => {}
            (Some(effort), "") => {
                page.prose(&tell!(
                    "run-option-effort",
                    letter = letter,
                    effort = effort
                ));
            }
            (None, what) => {
                page.prose(&tell!(
                    "run-option-not-counted",
                    letter = letter,
                    what = what
                ));
            }
            (Some(effort), what) => page.prose(&tell!(
                "run-option-effort-not-counted",
                letter = letter,
                effort = effort,
                what = what,
            )),
        }
    }
}

/// People offline where `online` are online: what was low is high.
pub(super) fn offline(online: Range) -> Range {
    let rest = |x: Option<f64>| x.map(|x| 1.0 - x);
    Range::new(rest(online.middle), rest(online.high), rest(online.low))
}

/// At most as many values as a small chart has places, the first and the last among them.
fn thinned(values: &[Option<f64>]) -> Vec<Option<f64>> {
    if values.len() <= CHART {
        return values.to_vec();
    }
    let pick = |place: usize| {
        values
            .get(place * (values.len() - 1) / (CHART - 1))
            .copied()
            .flatten()
    };
    (0..CHART).map(pick).collect()
}
