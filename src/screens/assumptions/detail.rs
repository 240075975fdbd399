//! All that is known of the marked entry, with a picture of its density.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::assumptions::facts::{Facts, facts};
use crate::app::assumptions::{evidence_sheet, is_hidden, marked};
use crate::look::Role;
use crate::scenario::Quantity;
use crate::tell;
use crate::words::paragraph::wrap;

/// Rows of one picture.
const PICTURE: u16 = 4;

/// Draws what is known beside the list.
pub(super) fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let (Some(document), Some(entry)) = (app.shown(), marked(app)) else {
        return;
    };
    let facts = facts(document, &entry);
    let hidden = is_hidden(document);
    let bar = app.look.glyphs().vertical;
    for row in area.rows() {
        let line = Span::styled(format!("{bar} "), app.look.style(Role::Muted));
        frame.render_widget(Line::from(line), row);
    }
    let inner = Rect {
        x: area.x.saturating_add(2),
        width: area.width.saturating_sub(3),
        ..area
    };
    let pictures = pictures(&facts, hidden);
    let height = (PICTURE + 2) * u16::try_from(pictures.len()).unwrap_or(0);
    let [text, below] =
        Layout::vertical([Constraint::Fill(1), Constraint::Length(height)]).areas(inner);
    words(app, &facts, hidden, text, frame);
    let mut below = below;
    for (name, quantity) in pictures {
        let [one, rest] =
            Layout::vertical([Constraint::Length(PICTURE + 2), Constraint::Fill(1)]).areas(below);
        below = rest;
        let [head, picture] =
            Layout::vertical([Constraint::Length(1), Constraint::Length(PICTURE)]).areas(one);
        frame.render_widget(Line::styled(name, app.look.style(Role::Muted)), head);
        let scale = facts.kind.scale();
        crate::screens::density::draw(app.look, &quantity, scale, picture, frame);
    }
}

fn words(app: &App, facts: &Facts, hidden: bool, area: Rect, frame: &mut Frame<'_>) {
    let mut rows = area.rows();
    let paragraphs = evidence_sheet(facts, hidden);
    for (number, paragraph) in paragraphs.split("\n\n").enumerate() {
        let role = if number == 0 { Role::Text } else { Role::Muted };
        for line in wrap(paragraph, usize::from(area.width)) {
            let Some(row) = rows.next() else { return };
            frame.render_widget(Line::styled(line, app.look.style(role)), row);
        }
        rows.next();
    }
}

/// Uncertain numbers that can be drawn: ours, then the room's.
fn pictures(facts: &Facts, hidden: bool) -> Vec<(String, Quantity)> {
    let ours = facts.default.clone().filter(|_| !hidden);
    let room = facts.room.as_ref().map(|room| room.value.clone());
    let both = [
        (tell!("assumptions-column-ours"), ours),
        (tell!("assumptions-column-room"), room),
    ];
    let drawn = both.into_iter().filter_map(|(name, q)| Some((name, q?)));
    drawn.filter(|(_, quantity)| !quantity.is_fixed()).collect()
}
