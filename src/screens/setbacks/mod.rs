//! Setbacks: what they share, what announces them, where they lie; the answer in a sentence above.

mod boxes;
mod chart;
mod lists;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use crate::app::setbacks::{View, found, head};
use crate::app::{App, Document};
use crate::look::Role;
use crate::scenario::Scenario;
use crate::words::paragraph::{hang, wrap};
use crate::words::setbacks::trouble;

/// Columns of a paragraph that reads well.
const MOST: usize = 100;
/// From this width on, the chart of the search stands beside its box.
const WIDE: u16 = 112;

/// Draws Setbacks.
pub fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let Some(document) = app.shown() else { return };
    let width = usize::from(area.width).saturating_sub(2).min(MOST);
    let mut lines = Vec::new();
    for (place, text) in head(app).iter().enumerate() {
        let role = if place == 0 { Role::Title } else { Role::Muted };
        lines.extend(paragraph(app, text, role, width));
    }
    let hidden = !document.shows_consequences() || document.covered;
    let found = found(app).filter(|_| !hidden);
    if let Some(Err(problem)) = found.map(|found| &found.boxes) {
        lines.push(Line::default());
        lines.extend(paragraph(app, &trouble(problem), Role::Text, width));
    }
    let height = u16::try_from(lines.len()).unwrap_or(area.height);
    let parts = [Constraint::Length(height), Constraint::Fill(1)];
    let [top, body] = Layout::vertical(parts).areas(area);
    show(lines, top, frame);
    let Some(found) = found.filter(|found| found.boxes.is_ok()) else {
        return;
    };
    match app.setbacks.view {
        View::Boxes => boxes::draw(app, scenario(document), found, body, frame),
        View::Signposts => lists::signposts(app, scenario(document), body, frame),
        View::Paths => lists::paths(app, document, found, body, frame),
        View::Tree => lists::tree(app, scenario(document), body, frame),
    }
}

fn scenario(document: &Document) -> &Scenario {
    &document.scenario
}

fn show(lines: Vec<Line<'static>>, area: Rect, frame: &mut Frame<'_>) {
    for (row, line) in area.rows().zip(lines) {
        frame.render_widget(line, row);
    }
}

/// Wrapped text with an empty column before it.
fn paragraph(app: &App, text: &str, role: Role, width: usize) -> Vec<Line<'static>> {
    let rows = wrap(text, width).into_iter();
    let style = app.look.style(role);
    rows.map(|row| Line::styled(format!(" {row}"), style))
        .collect()
}

/// The same as an entry of a list.
fn entry(app: &App, text: &str, role: Role, width: usize) -> Vec<Line<'static>> {
    let rows = hang("- ", text, width).into_iter();
    let style = app.look.style(role);
    rows.map(|row| Line::styled(format!(" {row}"), style))
        .collect()
}
