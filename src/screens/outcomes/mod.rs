//! The Outcomes: one question, answered in a sentence; the picture proves it, the table backs it.

mod back;
mod cohorts;
mod course;
mod fan;
mod head;
mod paths;
mod ranges;
mod spread;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};

use crate::app::outcomes::{
    Asked, View, guess_words, notes, small_words, spread_words, threshold_words,
};
use crate::app::{App, Document};
use crate::look::Role;
use crate::tell;
use crate::widgets::lines::Lines;
use crate::words::subjects;

/// From this width on words and a second picture stand beside the first.
const WIDE: u16 = 112;
/// From this width on the tables stand beside each other.
const VERY_WIDE: u16 = 160;
/// From this height of the screen on there is room for a second table.
const TALL: u16 = 26;

/// Draws the Outcomes.
pub fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let Some(document) = app.shown() else { return };
    if let Some(text) = instead(app, document) {
        fan::empty(app, document, area, frame);
        notice(app, &text, area, frame);
        return;
    }
    let Some(asked) = Asked::of(app) else {
        notice(app, &tell!("outcomes-waiting"), area, frame);
        return;
    };
    let lines = head::lines(app, &asked, area);
    let head = u16::try_from(lines.len()).unwrap_or(1).min(area.height);
    let rows = [Constraint::Length(head), Constraint::Fill(1)];
    let [top, body] = Layout::vertical(rows).areas(area);
    for (row, line) in top.rows().zip(lines) {
        frame.render_widget(line, row);
    }
    let body = inset(body);
    match app.outcomes.view {
        View::Paths => paths::draw(app, &asked, body, frame),
        View::Back => back::draw(app, &asked, body, frame),
        View::Cohorts => cohorts::draw(app, &asked, body, frame),
        _ => pictures(app, &asked, body, frame),
    }
}

/// One column of space on either side.
fn inset(area: Rect) -> Rect {
    Rect {
        x: area.x + 1.min(area.width),
        width: area.width.saturating_sub(2),
        ..area
    }
}

/// What stands there while nothing may be seen.
fn instead(app: &App, document: &Document) -> Option<String> {
    if !document.shows_consequences() {
        return Some(tell!("outcomes-blind"));
    }
    let year = document.scenario.setting.horizon.1;
    if document.covered && crate::app::room::is_predicting(app) {
        return Some(tell!("outcomes-room-guesses", what = app.subject.label()));
    }
    document.covered.then(|| {
        tell!(
            "outcomes-covered",
            what = app.subject.label(),
            year = year.to_string()
        )
    })
}

/// A few sentences in the middle of the screen.
fn notice(app: &App, text: &str, area: Rect, frame: &mut Frame<'_>) {
    let width = area.width.saturating_sub(8).min(64);
    let paragraphs = paragraphs(text.split('\n').map(str::to_owned), Role::Text);
    let lines = Lines {
        paragraphs: &paragraphs,
        top: 0,
        look: app.look,
    };
    let height = u16::try_from(lines.height(width)).unwrap_or(u16::MAX);
    let place = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + area.height.saturating_sub(height) / 3,
        width,
        height: height.min(area.height),
    };
    frame.render_widget(ratatui::widgets::Clear, place);
    frame.render_widget(&lines, place);
}

fn paragraphs(texts: impl IntoIterator<Item = String>, role: Role) -> Vec<(String, Role)> {
    texts.into_iter().map(|text| (text, role)).collect()
}

/// The picture with its tables, and beside it what else there is to see.
fn pictures(app: &App, asked: &Asked, area: Rect, frame: &mut Frame<'_>) {
    let tables = tables_height(app, asked, area);
    let gap = u16::from(tables > 0);
    let rows = [Constraint::Fill(1), Constraint::Length(tables)];
    let [above, below] = Layout::vertical(rows).spacing(gap).areas(area);
    if area.width >= WIDE && !app.presenter {
        let side = (area.width * 3 / 10).clamp(38, 64);
        let columns = [Constraint::Fill(1), Constraint::Length(side)];
        let [left, right] = Layout::horizontal(columns).spacing(3).areas(above);
        picture(app, asked, app.outcomes.view, left, frame);
        aside(app, asked, right, frame);
    } else {
        picture(app, asked, app.outcomes.view, above, frame);
    }
    tables_below(app, asked, below, frame);
}

fn picture(app: &App, asked: &Asked, view: View, area: Rect, frame: &mut Frame<'_>) {
    let yearly = asked.outlook_of(app).is_none_or(|o| !o.bands.is_empty());
    if view == View::Years && yearly {
        fan::draw(app, asked, area, frame);
    } else {
        spread::draw(app, asked, view == View::Cumulative, area, frame);
    }
}

/// The other picture above what there is to say.
fn aside(app: &App, asked: &Asked, area: Rect, frame: &mut Frame<'_>) {
    let single = subjects::is_share_of_runs(&asked.subject);
    let mut texts: Vec<String> = Vec::new();
    texts.extend(single.then(|| tell!("outcomes-no-spread")));
    texts.extend(guess_words(app, asked));
    texts.extend(threshold_words(app, asked));
    texts.extend(small_words(app, asked));
    texts.extend(spread_words(app, asked));
    if let Some(found) = asked.outlook_of(app) {
        texts.extend(notes(found));
    }
    let spaced = texts.into_iter().flat_map(|text| [text, String::new()]);
    let paragraphs = paragraphs(spaced, Role::Text);
    let lines = Lines {
        paragraphs: &paragraphs,
        top: 0,
        look: app.look,
    };
    let words = u16::try_from(lines.height(area.width)).unwrap_or(u16::MAX);
    let room = area.height.saturating_sub(words.saturating_add(1));
    let chart = if room < 6 || single { 0 } else { room.min(16) };
    let rows = [Constraint::Length(chart), Constraint::Fill(1)];
    let [top, below] = Layout::vertical(rows)
        .spacing(u16::from(chart > 0))
        .areas(area);
    if chart > 0 {
        let cumulative = app.outcomes.view == View::Density;
        spread::draw(app, asked, cumulative, top, frame);
    }
    frame.render_widget(&lines, below);
}

/// Lines that the tables take: both where there is room, none where the picture would vanish.
fn tables_height(app: &App, asked: &Asked, area: Rect) -> u16 {
    let cohorts = cohorts::rows(app, asked);
    let course = course::rows(app, asked);
    let wanted = match cohorts {
        0 => course,
        _ if both(app, area) && area.width < VERY_WIDE => cohorts + 1 + course,
        _ if both(app, area) => cohorts.max(course),
        _ => cohorts,
    };
    let wanted = u16::try_from(wanted).unwrap_or(u16::MAX);
    match area.height.saturating_sub(8) {
        room if room < 3 => 0,
        room => wanted.min(room),
    }
}

fn both(app: &App, area: Rect) -> bool {
    area.height >= TALL && !app.presenter
}

fn tables_below(app: &App, asked: &Asked, area: Rect, frame: &mut Frame<'_>) {
    let cohorts = cohorts::rows(app, asked);
    let whole = area.height > 0 && cohorts > 0;
    if !whole {
        course::draw(app, asked, area, frame);
        return;
    }
    let height = u16::try_from(cohorts).unwrap_or(0);
    if area.width >= VERY_WIDE && !app.presenter {
        let columns = [Constraint::Fill(1), Constraint::Fill(1)];
        let [left, right] = Layout::horizontal(columns).spacing(4).areas(area);
        cohorts::table(app, asked, left, frame);
        course::draw(app, asked, right, frame);
    } else if area.height > height + 2 {
        let rows = [Constraint::Length(height), Constraint::Fill(1)];
        let [top, below] = Layout::vertical(rows).spacing(1).areas(area);
        cohorts::table(app, asked, top, frame);
        course::draw(app, asked, below, frame);
    } else {
        cohorts::table(app, asked, area, frame);
    }
}
