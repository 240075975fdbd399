//! The summary of a workshop, in Markdown: dissent, parked ideas and missing voices first.

use std::collections::HashMap;

use super::Course;
use crate::tell;
use crate::words::course::{of_question, of_truth};
use crate::words::numbers::two_digits;
use crate::words::workshop::{adopted_because, minority, percent};
use crate::workshop::room::Room;
use crate::workshop::round::{Round, calibration, place_of};
use crate::workshop::{Minority, Noted, Question, Results, Spread, StageView};

/// The summary as Markdown.
#[must_use]
pub fn summary(course: &Course, room: &Room) -> String {
    let date = date(course);
    let mut text = vec![
        format!("# {}", tell!("summary-title", title = &room.title)),
        String::new(),
        head(room, &date),
    ];
    part(
        &mut text,
        &tell!("summary-dissent"),
        dissent(room),
        &tell!("summary-no-dissent"),
    );
    part(
        &mut text,
        &tell!("summary-parked"),
        noted(&room.parked),
        &tell!("summary-no-parked"),
    );
    part(
        &mut text,
        &tell!("summary-missing"),
        noted(&room.missing),
        &tell!("summary-no-missing"),
    );
    text.extend([
        String::new(),
        format!("## {}", tell!("summary-rounds")),
        String::new(),
    ]);
    match rounds(room) {
        none if none.is_empty() => text.push(tell!("summary-no-rounds")),
        lines => text.extend(lines),
    }
    part(
        &mut text,
        &tell!("summary-adopted"),
        adopted(room, &date),
        &tell!("summary-no-adopted"),
    );
    part(
        &mut text,
        &tell!("summary-handed"),
        handed(room),
        &tell!("summary-no-handed"),
    );
    let day = day(room);
    if !day.is_empty() {
        part(&mut text, &tell!("summary-calibration"), day, "");
    }
    let changed: Vec<Noted> = room
        .changed_after
        .iter()
        .map(|(_, one)| one.clone())
        .collect();
    if !changed.is_empty() {
        part(&mut text, &tell!("summary-changed"), noted(&changed), "");
    }
    part(&mut text, &tell!("summary-course"), course.lines(), "");
    text.join("\n") + "\n"
}

fn date(course: &Course) -> String {
    let first = course.entries.first().map(|line| line.entry.at.as_str());
    first
        .and_then(|at| at.get(..10))
        .unwrap_or_default()
        .to_owned()
}

fn head(room: &Room, date: &str) -> String {
    tell!(
        "summary-head",
        date = date,
        tables = tell!("summary-count-tables", count = room.tables.len()),
        people = tell!("summary-count-people", count = room.voices()),
        rounds = tell!("summary-count-rounds", count = room.rounds.len()),
        entries = tell!(
            "summary-count-entries",
            count = usize::try_from(room.entries).unwrap_or(0)
        ),
        hash = &room.head
    )
}

fn part(text: &mut Vec<String>, title: &str, lines: Vec<String>, without: &str) {
    text.extend([String::new(), format!("## {title}"), String::new()]);
    if lines.is_empty() {
        text.push(without.to_owned());
    }
    // Lines of the course are set in columns; in a list that would be an indent.
    let item = |line: String| format!("- {}", line.trim_start());
    text.extend(lines.into_iter().map(item));
}

/// Views that the room did not share, of the last closed stage of each round and of adoptions.
fn dissent(room: &Room) -> Vec<String> {
    let mut lines = Vec::new();
    for round in &room.rounds {
        let Some(last) = round.closed_stages().pop() else {
            continue;
        };
        for one in &last.results.dissent {
            let view = Minority {
                answer: one.answer.clone(),
                reason: one.reason.clone(),
            };
            lines.push(tell!(
                "summary-dissent-line",
                round = round.number.to_string(),
                question = of_question(&round.question),
                view = minority(&view, round.question.unit())
            ));
        }
    }
    lines
}

fn noted(all: &[Noted]) -> Vec<String> {
    let line = |one: &Noted| {
        let table = match one.table.as_str() {
            "" => tell!("summary-by-trainer"),
            name => name.to_owned(),
        };
        tell!("summary-noted", text = &one.text, table = table)
    };
    all.iter().map(line).collect()
}

/// What came of each round, in lines of Markdown.
pub(super) fn rounds(room: &Room) -> Vec<String> {
    room.rounds.iter().flat_map(round).collect()
}

fn round(round: &Round) -> Vec<String> {
    let asked = of_question(&round.question);
    let number = round.number.to_string();
    let mut lines = vec![
        String::new(),
        format!(
            "### {}",
            tell!("summary-round", round = number, question = asked)
        ),
        String::new(),
    ];
    for stage in round.closed_stages() {
        lines.push(format!("- {}", of_stage(&round.question, &stage)));
        let under = |line: String| format!("  - {}", line.trim_start());
        lines.extend(more(&round.question, &stage.results).map(under));
    }
    if let Some(truth) = &round.truth {
        let truth = of_truth(truth, round.question.unit());
        lines.push(format!("- {}", tell!("summary-truth", truth = truth)));
    }
    lines
}

/// A number of an answer to this question, beside others of this size.
fn number(question: &Question, value: f64, largest: f64) -> String {
    match question {
        Question::Probability { .. } => percent(value),
        _ => two_digits(value, largest),
    }
}

fn of_stage(question: &Question, stage: &StageView) -> String {
    let stage_number = stage.stage.to_string();
    let Some(spread) = &stage.results.spread else {
        let count = stage.results.answers.len();
        if count == 0 {
            return tell!("summary-stage-none", stage = stage_number);
        }
        return tell!("summary-answers", count = count);
    };
    let largest = spread.least.abs().max(spread.greatest.abs());
    let number = |value: f64| number(question, value, largest);
    let half = spread
        .half
        .map(|(low, high)| tell!("summary-half", low = number(low), high = number(high)));
    tell!(
        "summary-stage",
        stage = stage_number,
        answers = tell!("summary-answers", count = spread.answers),
        median = number(spread.median),
        half = half.unwrap_or_default(),
        least = number(spread.least),
        greatest = number(spread.greatest)
    )
}

fn more<'a>(question: &'a Question, results: &'a Results) -> impl Iterator<Item = String> + 'a {
    let humps = results
        .spread
        .iter()
        .filter_map(|spread| humps(question, spread));
    let moved = results.moved.iter().map(|moved| {
        tell!(
            "summary-moved",
            both = moved.both,
            towards = moved.towards,
            away = moved.away,
            stayed = moved.stayed
        )
    });
    let items = results.items.iter().map(|item| {
        tell!(
            "summary-item",
            title = &item.title,
            impact = two_digits(item.impact.median, 5.0),
            uncertainty = two_digits(item.uncertainty.median, 5.0)
        )
    });
    let reasons = results.answers.iter().filter(|one| !one.reason.is_empty());
    let reasons = reasons.map(|one| format!("  “{}”", one.reason));
    humps.chain(moved).chain(items).chain(reasons)
}

fn humps(question: &Question, spread: &Spread) -> Option<String> {
    let [first, second] = spread.humps.as_slice() else {
        return None;
    };
    let largest = spread.least.abs().max(spread.greatest.abs());
    Some(tell!(
        "summary-humps",
        first = first.experts,
        low = number(question, first.at, largest),
        second = second.experts,
        high = number(question, second.at, largest)
    ))
}

fn adopted(room: &Room, date: &str) -> Vec<String> {
    let line = |one: &crate::workshop::Adopted| {
        tell!(
            "summary-adopted-line",
            round = one.round.to_string(),
            scenario = &one.scenario,
            place = place_of(&one.target),
            because = adopted_because(one, date)
        )
    };
    room.adopted.iter().map(line).collect()
}

fn handed(room: &Room) -> Vec<String> {
    let tables = room.tables.values();
    let all = tables.flat_map(|table| table.handed.iter().map(move |one| (table, one)));
    let line = |(table, one): (
        &crate::workshop::room::Table,
        &crate::workshop::room::Handed,
    )| {
        tell!(
            "summary-handed-line",
            table = &table.name,
            number = one.what.number.to_string(),
            title = &one.what.title,
            count = one.what.changes.len(),
            comment = &one.what.comment
        )
        .trim_end()
        .to_owned()
    };
    all.map(line).collect()
}

fn day(room: &Room) -> Vec<String> {
    let Some(day) = calibration(&room.rounds, &HashMap::new()) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    if day.ranges > 0 {
        lines.push(tell!(
            "summary-calibration-ranges",
            held = day.held,
            count = day.ranges,
            should = two_digits(day.should, day.should)
        ));
    }
    if let Some((count, brier)) = day.brier {
        lines.push(tell!(
            "summary-calibration-brier",
            count = count,
            brier = two_digits(brier, brier)
        ));
    }
    lines
}
