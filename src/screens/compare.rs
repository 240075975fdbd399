//! Compare: who gains, who loses, who pays, column beside column.

mod gains;
mod indicators;
mod sheet;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use crate::app::App;
use crate::app::compare::{View, columns, gains as gains_now, is_fresh};
use crate::look::Role;
use crate::report::gains_text::headline;
use crate::tell;
use crate::words::paragraph::wrap;

/// Draws Compare.
pub fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let Some(document) = app.shown() else { return };
    if !document.shows_consequences() {
        return notice(app, &tell!("answer-blind"), area, frame);
    }
    if document.covered {
        return notice(app, &tell!("answer-covered"), area, frame);
    }
    if columns(app).is_empty() {
        return notice(app, &tell!("answer-waiting"), area, frame);
    }
    let lines = head(app, area.width);
    let most = (area.height / 3).max(2);
    let height = u16::try_from(lines.len()).unwrap_or(most).min(most);
    let [top, body] =
        Layout::vertical([Constraint::Length(height), Constraint::Fill(1)]).areas(area);
    let role = if is_fresh(app) {
        Role::Text
    } else {
        Role::Muted
    };
    for (row, line) in top.rows().zip(lines) {
        frame.render_widget(Line::styled(format!(" {line}"), app.look.style(role)), row);
    }
    match app.compare.view {
        View::Gains => gains::draw(app, body, frame),
        View::Indicators => indicators::draw(app, body, frame),
    }
}

/// The headline: a sentence for each column beside the base.
fn head(app: &App, width: u16) -> Vec<String> {
    let width = usize::from(width.saturating_sub(2)).max(1);
    let Some(gains) = gains_now(app) else {
        return wrap(&tell!("compare-waiting"), width);
    };
    let mut sentences = headline(gains);
    if gains.columns.len() < 2 {
        sentences = vec![tell!("compare-one-column")];
    }
    if app.presenter {
        sentences.truncate(1);
    }
    sentences.iter().flat_map(|s| wrap(s, width)).collect()
}

fn notice(app: &App, text: &str, area: Rect, frame: &mut Frame<'_>) {
    let lines = wrap(text, usize::from(area.width.saturating_sub(4)).min(90));
    for (row, line) in area.rows().skip(1).zip(lines) {
        let line = Line::styled(format!("  {line}"), app.look.style(Role::Text));
        frame.render_widget(line, row);
    }
}
