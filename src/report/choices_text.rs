//! Choices as text for people, in 80 columns, and as comma-separated values.

use super::choices::Choices;
use super::look::Look;
use super::run_text::Page;
use super::sheet::{SPREAD, Sheet, number, of_spread};
use super::table::{Column, Table, aligned};
use crate::tell;
use crate::words::choices as words;
use crate::words::numbers::Scale;

/// Things worth knowing that are told.
const MOST_WORTH: usize = 6;

/// The whole text. `command` is what to type to see it again.
#[must_use]
pub fn choices_text(choices: &Choices, command: &str, look: Look) -> String {
    let mut page = Page::new(look);
    page.title(&tell!(
        "choices-title",
        decision = &choices.decision.title,
        year = choices.decision.year.to_string(),
    ));
    page.prose(&words::about(choices));
    words::parts(choices)
        .iter()
        .for_each(|part| page.entry(part));
    page.gap();
    words::verdicts(choices)
        .iter()
        .for_each(|own| page.entry(own));
    page.prose(&words::agreement(choices));
    page.gap();
    table(choices, &mut page);
    page.prose(&tell!("choices-explain"));
    section(
        &mut page,
        &tell!("choices-histories-title"),
        &words::histories(choices),
    );
    section(
        &mut page,
        &tell!("choices-regions-title"),
        &words::regions(choices),
    );
    section(&mut page, &tell!("choices-hangs"), &words::assumed(choices));
    let worth = words::information(choices, MOST_WORTH);
    section(&mut page, &tell!("choices-worth-title"), &worth);
    section(
        &mut page,
        &tell!("choices-cost-title"),
        &words::spending(choices),
    );
    let stress: Vec<String> = choices
        .stress
        .iter()
        .map(|own| words::stress(choices, own))
        .collect();
    section(&mut page, &tell!("choices-stress-title"), &stress);
    section(
        &mut page,
        &tell!("choices-doubt-title"),
        &words::doubts(choices),
    );
    page.gap();
    page.prose(&tell!("choices-again", command = command));
    page.text()
}

/// A heading with entries; nothing without entries.
fn section(page: &mut Page, title: &str, entries: &[String]) {
    if entries.is_empty() {
        return;
    }
    page.title(title);
    entries.iter().for_each(|entry| page.entry(entry));
}

fn table(choices: &Choices, page: &mut Page) {
    let written = words::Written::of(choices);
    let mut columns = vec![Column::label("")];
    let asked = choices.verdicts.len() > 3;
    let mut heads = vec![
        tell!("choices-head-expected"),
        tell!("choices-head-range"),
        tell!("choices-head-worst"),
        tell!("choices-head-regret"),
        tell!("choices-head-best-in"),
    ];
    if asked {
        heads.push(words::rule(choices, &choices.rule));
    }
    columns.extend(heads.into_iter().map(Column::numbers));
    let mut table = Table::new(columns).indented(2);
    let share = Scale::of("probability", &[]);
    for own in &choices.options {
        let mut cells = vec![
            own.title.clone(),
            written.value(own.expected),
            aligned(&written.value.range(words::range(&own.value))),
            written.value(own.worst),
            written.amount.number(Some(own.regret)),
            share.number(Some(own.best_in)),
        ];
        if asked {
            cells.push(match choices.rule.name.as_str() {
                "satisfice" => share.number(Some(own.score)),
                _ => written.value(own.score),
            });
        }
        table.row(cells);
    }
    page.lines(table.lines(page.look));
}

/// One row for each option.
#[must_use]
pub fn choices_csv(choices: &Choices) -> String {
    let first = ["decision", "option", "objective", "year", "unit"];
    let last = [
        "expected",
        "error",
        "worst",
        "regret",
        "regret_p95",
        "regret_mean",
        "best_in",
        "rule",
        "level",
        "score",
        "cost",
        "standing",
    ];
    let mut sheet = Sheet::new(&[&first[..], &SPREAD[..], &last[..]].concat());
    for (place, own) in choices.options.iter().enumerate() {
        let year = choices.year.to_string();
        let names = [
            &choices.decision.node,
            &own.option,
            &choices.objective.key,
            &year,
            &choices.objective.unit,
        ];
        let mut fields: Vec<String> = names.into_iter().cloned().collect();
        fields.extend(of_spread(&own.value).map(number));
        let numbers = [
            own.expected,
            own.error,
            own.worst,
            own.regret,
            own.regret_p95,
            own.regret_mean,
            own.best_in,
        ];
        fields.extend(numbers.map(|value| number(Some(value))));
        fields.push(choices.rule.name.clone());
        fields.push(number(choices.rule.level));
        fields.push(number(Some(own.score)));
        let line = choices
            .account()
            .and_then(|account| account.options.get(place));
        fields.push(number(line.and_then(|line| line.cost)));
        fields.push(
            line.and_then(|line| line.standing.clone())
                .unwrap_or_default(),
        );
        sheet.row(&fields);
    }
    sheet.text()
}
