//! A round: what is asked, who of this table has answered, and what came of it.
//!
//! Before a stage is closed there is nothing to draw of other people's answers: the view has none.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{below, fits, paragraph, ranked, scores, tabs};
use crate::app::App;
use crate::app::room::{RoundPage, chosen_round, closed_stage};
use crate::look::Role;
use crate::tell;
use crate::widgets::marks::{MarkRow, Marks, ends, whisker};
use crate::widgets::scroll::keep_in_view;
use crate::widgets::shorten;
use crate::words::rounds::{self, Unit};
use crate::workshop::{Answer, Expert, Question, RoundState, RoundView, StageView, Truth};

/// Draws the round that is looked at.
pub(super) fn draw(app: &App, (line, body): (Rect, Rect), frame: &mut Frame<'_>) {
    let Some(round) = chosen_round(app) else {
        paragraph(app, &tell!("room-round-not-yet"), Role::Muted, body, frame);
        return;
    };
    let names = RoundPage::ALL.map(|page| (name(page), page == app.seat.page));
    frame.render_widget(tabs(app, &names), line);
    let asked = tell!(
        "round-head",
        round = i64::from(round.number),
        what = rounds::asked(&round.question)
    );
    let mut left = paragraph(app, &asked, Role::Title, below(body, 1), frame);
    if round.state == RoundState::Open {
        left = open(app, round, left, frame);
    }
    if round.stages.is_empty() {
        return;
    }
    let left = below(left, 1);
    match (app.seat.page, &round.question) {
        (RoundPage::Marks, Question::Rank { .. }) => ranked::draw(app, round, left, frame),
        (RoundPage::Marks, _) => marks(app, round, left, frame),
        (RoundPage::Reasons, _) => reasons(app, round, left, frame),
        (RoundPage::Fits, _) => fits::draw(app, round, left, frame),
        (RoundPage::Scores, _) => scores::draw(app, round, left, frame),
    }
}

fn name(page: RoundPage) -> String {
    match page {
        RoundPage::Marks => tell!("round-page-marks"),
        RoundPage::Reasons => tell!("round-page-reasons"),
        RoundPage::Fits => tell!("round-page-fits"),
        RoundPage::Scores => tell!("round-page-scores"),
    }
}

/// How far the open stage is, and who of this table has answered; no answer.
fn open(app: &App, round: &RoundView, area: Rect, frame: &mut Frame<'_>) -> Rect {
    let mut left = paragraph(app, &rounds::state(round), Role::Text, area, frame);
    if round.mine.is_empty() {
        return left;
    }
    left = below(left, 1);
    let glyphs = app.look.glyphs();
    let people = round.mine.iter().map(|given| {
        let mark = match given.answer {
            Some(_) => glyphs.tick,
            None => glyphs.dot,
        };
        let name = match given.person.as_str() {
            "" => tell!("round-this-table"),
            person => person.to_owned(),
        };
        format!("{mark} {name}")
    });
    let people: Vec<String> = people.collect();
    left = paragraph(app, &people.join("   "), Role::Text, left, frame);
    paragraph(
        app,
        &tell!("round-how-to-answer"),
        Role::Muted,
        below(left, 1),
        frame,
    )
}

/// Every answer as a mark, one row for each stage, with the result in words above.
fn marks(app: &App, round: &RoundView, area: Rect, frame: &mut Frame<'_>) {
    let mut left = area;
    for text in rounds::result(&round.question, &round.stages) {
        left = paragraph(app, &text, Role::Answer, left, frame);
    }
    if let Some(truth) = &round.truth {
        let text = rounds::truth(&round.question, truth);
        left = paragraph(app, &text, Role::Text, left, frame);
    }
    let unit = Unit::of(&round.question);
    let names: Vec<String> = round
        .stages
        .iter()
        .map(|stage| tell!("round-stage", stage = i64::from(stage.stage)))
        .collect();
    let values: Vec<Vec<f64>> = round.stages.iter().map(bests).collect();
    let rows = round.stages.iter().zip(&names).zip(&values);
    let rows: Vec<MarkRow<'_>> = rows
        .map(|((stage, name), values)| row(stage, name, values))
        .collect();
    let words = tell!("round-came-out");
    let largest = values.iter().flatten().fold(0.0_f64, |a, b| a.max(b.abs()));
    let label = |value: f64| unit.number(value, largest);
    let marks = Marks {
        rows: &rows,
        ends: matches!(round.question, Question::Probability { .. }).then_some((0.0, 1.0)),
        truth: truth_at(round).map(|at| (at, words.as_str())),
        label: &label,
        look: app.look,
    };
    let chart = below(left, 1);
    let most = u16::try_from(7 * rows.len() + 3).unwrap_or(u16::MAX);
    let chart = Rect {
        x: chart.x.saturating_add(1),
        width: chart.width.saturating_sub(1).min(120),
        height: chart.height.min(most),
        ..chart
    };
    frame.render_widget(&marks, chart);
}

/// A stage as a row of marks: quartiles from four answers on, and no middle between two groups.
fn row<'a>(stage: &StageView, name: &'a str, values: &'a [f64]) -> MarkRow<'a> {
    let spread = stage.results.spread.as_ref();
    let spread = spread.filter(|spread| spread.humps.len() < 2);
    MarkRow {
        name,
        values,
        half: spread.and_then(|spread| spread.half),
        middle: spread
            .filter(|_| values.len() > 2)
            .map(|spread| spread.median),
    }
}

/// Probabilities or best guesses of a stage.
fn bests(stage: &StageView) -> Vec<f64> {
    let answers = stage.results.answers.iter();
    answers.filter_map(|one| best(&one.answer)).collect()
}

fn best(answer: &Answer) -> Option<f64> {
    match answer {
        Answer::Probability { p, .. } => Some(*p),
        Answer::Quantity { best, .. } => Some(*best),
        Answer::Rank(_) => None,
    }
}

fn truth_at(round: &RoundView) -> Option<f64> {
    match round.truth? {
        Truth::Value(value) | Truth::Run { middle: value, .. } => Some(value),
        Truth::Happened(_) => None,
    }
}

/// Low, best and high of an answer.
fn range(answer: &Answer) -> Option<(f64, f64, f64)> {
    match answer {
        Answer::Probability { p, low, high } => Some((low.unwrap_or(*p), *p, high.unwrap_or(*p))),
        Answer::Quantity {
            low, best, high, ..
        } => Some((*low, *best, *high)),
        Answer::Rank(_) => None,
    }
}

/// Everybody's answer with its range and reason; nobody is named.
fn reasons(app: &App, round: &RoundView, area: Rect, frame: &mut Frame<'_>) {
    let Some(stage) = closed_stage(round) else {
        return;
    };
    let answers = &stage.results.answers;
    let dissent = |expert: &Expert| stage.results.dissent.iter().any(|d| d.expert == *expert);
    let ranges = answers.iter().filter_map(|one| range(&one.answer));
    let axis = match round.question {
        Question::Probability { .. } => Some((0.0, 1.0)),
        _ => ends(ranges.flat_map(|(low, _, high)| [low, high])),
    };
    let [list, aside] = super::split(area);
    let height = usize::from(list.height).max(1);
    let top = keep_in_view(0, app.seat.line, height, answers.len());
    let wide = (usize::from(list.width) / 3).clamp(8, 40);
    for (row, (place, one)) in list.rows().zip(answers.iter().enumerate().skip(top)) {
        let picture = match (range(&one.answer), axis) {
            (Some(range), Some(axis)) => whisker(range, axis, wide, app.look),
            _ => String::new(),
        };
        let text = rounds::answer(&round.question, &one.answer);
        let other = if dissent(&one.expert) {
            tell!("round-sees-otherwise")
        } else {
            String::new()
        };
        let head = format!(" {:<4} ", one.expert.0);
        let role = if place == app.seat.line {
            Role::Selected
        } else {
            Role::Text
        };
        let gap = " ".repeat(wide.saturating_sub(picture.width()) + 1);
        let reason = [text, other, one.reason.clone()];
        let reason = reason.into_iter().filter(|part| !part.is_empty());
        let reason = reason.collect::<Vec<_>>().join(" · ");
        let space = usize::from(list.width).saturating_sub(head.width() + wide + 2);
        let reason = shorten(&app.look.text(&reason), space, app.look.glyphs().ellipsis);
        let line = Line::from(vec![
            Span::styled(head, app.look.style(Role::Muted)),
            Span::styled(format!("{picture}{gap}"), app.look.style(Role::Text)),
            Span::styled(reason, app.look.style(role)),
        ]);
        frame.render_widget(line, row);
    }
    if let Some(one) = answers.get(app.seat.line) {
        let text = tell!(
            "round-answer-reason",
            expert = &one.expert.0,
            answer = rounds::answer(&round.question, &one.answer),
            reason = match one.reason.as_str() {
                "" => tell!("round-no-reason"),
                reason => reason.to_owned(),
            }
        );
        paragraph(app, &text, Role::Muted, below(aside, 1), frame);
    }
}
