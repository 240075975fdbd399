//! Compare: who gains, who loses, who pays, column beside column.

mod gains;
mod indicators;
mod made;
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
        return notice(app, &crate::app::room::covered_words(app), area, frame);
    }
    if columns(app).is_empty() {
        return notice(app, &tell!("answer-waiting"), area, frame);
    }
    let lines = match app.compare.view {
        View::Made => vec![tell!("made-view")],
        View::Gains | View::Indicators => head(app, area),
    };
    let height = u16::try_from(lines.len()).unwrap_or(area.height);
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
        View::Made => made::draw(app, body, frame),
    }
}

/// From this height on every column has its sentence; below, only the marked one has.
const ROOMY: u16 = 28;

/// The headline: a sentence for each column beside the base, never cut in the middle.
fn head(app: &App, area: Rect) -> Vec<String> {
    let width = usize::from(area.width.saturating_sub(2)).max(1);
    let Some(gains) = gains_now(app) else {
        return wrap(&tell!("compare-waiting"), width);
    };
    let mut sentences = headline(gains);
    if gains.columns.len() < 2 {
        sentences = vec![tell!("compare-one-column")];
    } else if area.height < ROOMY || app.presenter {
        let base = gains.place_of(&gains.base).unwrap_or(0);
        let marked = app.compare.column;
        let place = if marked > base { marked - 1 } else { marked };
        let place = place.min(gains.columns.len().saturating_sub(2));
        sentences = sentences.into_iter().skip(place).take(1).collect();
    }
    let mut lines: Vec<String> = sentences.iter().flat_map(|s| wrap(s, width)).collect();
    let most = usize::from(area.height / 3).max(2);
    if lines.len() > most {
        // Whole sentences as far as they fit; `w` has all of them.
        lines.truncate(most);
        while lines
            .last()
            .is_some_and(|line| !line.contains(". ") && !line.ends_with('.'))
        {
            lines.pop();
        }
        if let Some(line) = lines.last_mut()
            && !line.ends_with('.')
            && let Some(end) = line.rfind(". ")
        {
            line.truncate(end + 1);
        }
    }
    lines
}

fn notice(app: &App, text: &str, area: Rect, frame: &mut Frame<'_>) {
    let lines = wrap(text, usize::from(area.width.saturating_sub(4)).min(90));
    for (row, line) in area.rows().skip(1).zip(lines) {
        let line = Line::styled(format!("  {line}"), app.look.style(Role::Text));
        frame.render_widget(line, row);
    }
}
