//! The Workshop: what is going on, the part that was chosen, or a round with its results.

mod fits;
mod parts;
mod ranked;
mod round;
mod scores;
mod spread;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::room::{self, Show};
use crate::look::Role;
use crate::tell;
use crate::widgets::shorten;
use crate::words::paragraph::wrap;

/// Most lines of what is going on.
const MOST: usize = 3;

/// Draws the Workshop.
pub fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    if app.room.is_none() {
        paragraph(app, &tell!("room-none"), Role::Text, area, frame);
        return;
    }
    let head = head(app, area.width);
    let height = u16::try_from(head.len()).unwrap_or(1);
    let rows = [
        Constraint::Length(height),
        Constraint::Length(1),
        Constraint::Fill(1),
    ];
    let [top, line, body] = Layout::vertical(rows).areas(area);
    for (row, text) in top.rows().zip(head) {
        let line = Line::styled(format!(" {text}"), app.look.style(Role::Answer));
        frame.render_widget(line, row);
    }
    match app.seat.show {
        Show::Parts => parts::draw(app, (line, body), frame),
        Show::Round(_) => round::draw(app, (line, body), frame),
        Show::Spread => spread::draw(app, (line, body), frame),
    }
}

/// What is going on, in a few lines; the whole of it behind `w`.
fn head(app: &App, width: u16) -> Vec<String> {
    let width = usize::from(width.saturating_sub(2)).max(1);
    let mut said = room::going_on(app);
    if said.is_empty() {
        said.push(tell!("room-quiet"));
    }
    let mut lines = wrap(&said.join(" "), width);
    if lines.len() > MOST {
        lines.truncate(MOST);
        if let Some(last) = lines.last_mut() {
            let dots = app.look.glyphs().ellipsis;
            *last = format!("{}{dots}", shorten(last, width.saturating_sub(2), ""));
        }
    }
    lines
}

/// What is going on, in one line on every other screen; nothing outside a workshop.
pub(super) fn line(app: &App, width: u16) -> Option<Line<'static>> {
    if app.screen == crate::app::Screen::Room {
        return None;
    }
    let said = room::going_on(app);
    if said.is_empty() {
        return None;
    }
    let dots = app.look.glyphs().ellipsis;
    let room = usize::from(width.saturating_sub(6));
    let text = shorten(&app.look.text(&said.join(" ")), room, dots);
    Some(Line::from(vec![
        Span::styled(" F3 ", app.look.style(Role::Key)),
        Span::styled(text, app.look.style(Role::Text)),
    ]))
}

/// Names of which one is shown.
fn tabs(app: &App, names: &[(String, bool)]) -> Line<'static> {
    let mut line = Line::from(" ");
    for (name, here) in names {
        let role = if *here { Role::Selected } else { Role::Text };
        line.push_span(Span::styled(format!(" {name} "), app.look.style(role)));
        line.push_span(" ");
    }
    line
}

/// Text in lines, as far as there is room; the room that is left.
fn paragraph(app: &App, text: &str, role: Role, area: Rect, frame: &mut Frame<'_>) -> Rect {
    let width = usize::from(area.width.saturating_sub(2)).clamp(1, 110);
    let lines = wrap(text, width);
    let used = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    for (row, line) in area.rows().zip(lines) {
        let line = Line::styled(format!(" {line}"), app.look.style(role));
        frame.render_widget(line, row);
    }
    below(area, used)
}

/// What is left of an area below so many rows.
fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y.saturating_add(rows),
        height: area.height - rows,
        ..area
    }
}

/// A list, and below it what is known of its marked line.
fn split(area: Rect) -> [Rect; 2] {
    let rows = 4.min(area.height / 3);
    Layout::vertical([Constraint::Fill(1), Constraint::Length(rows)]).areas(area)
}
