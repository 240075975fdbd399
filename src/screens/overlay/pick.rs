//! A list to pick from, narrowed by typing, with what is told of the marked line below.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::boxed;
use crate::app::{App, Item, Pick};
use crate::look::Role;
use crate::tell;
use crate::widgets::shorten;
use crate::words::paragraph::wrap;

/// Lines for what is told of the marked line.
const ABOUT: u16 = 4;

pub(super) fn draw(app: &App, pick: &Pick, area: Rect, frame: &mut Frame<'_>) {
    let width = area.width.saturating_sub(4).min(96);
    let told = pick.items.iter().any(|item| !item.about.is_empty());
    let about = if told { ABOUT } else { 0 };
    let count = u16::try_from(pick.items.len()).unwrap_or(u16::MAX);
    let height = count
        .saturating_add(4 + about)
        .min(area.height.saturating_sub(2));
    let inner = boxed(app, &pick.title, (width, height), area, frame);
    let rows = [
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(about),
    ];
    let [filter, list, below] = Layout::vertical(rows).areas(inner);
    draw_filter(app, pick, filter, frame);
    draw_list(app, pick, list, frame);
    let marked = pick.chosen_item().and_then(|place| pick.items.get(place));
    let text = marked.map(|item| item.about.as_str()).unwrap_or_default();
    let lines = wrap(text, usize::from(below.width));
    for (row, line) in below.rows().skip(1).zip(lines) {
        frame.render_widget(Line::styled(line, app.look.style(Role::Muted)), row);
    }
}

fn draw_filter(app: &App, pick: &Pick, area: Rect, frame: &mut Frame<'_>) {
    let prompt = tell!("pick-filter");
    let typed = pick.filter.value().to_owned();
    let at = prompt.width() + pick.filter.visual_cursor();
    let line = Line::from(vec![
        Span::styled(prompt, app.look.style(Role::Muted)),
        Span::styled(typed, app.look.style(Role::Text)),
    ]);
    frame.render_widget(line, area);
    let x = area.x.saturating_add(u16::try_from(at).unwrap_or(u16::MAX));
    if x < area.right() {
        frame.set_cursor_position(Position::new(x, area.y));
    }
}

fn draw_list(app: &App, pick: &Pick, area: Rect, frame: &mut Frame<'_>) {
    let height = usize::from(area.height);
    let top = pick.at.saturating_sub(height.saturating_sub(1));
    if pick.shown.is_empty() {
        frame.render_widget(
            Line::styled(tell!("pick-none"), app.look.style(Role::Muted)),
            area,
        );
        return;
    }
    let shown = pick.shown.iter().enumerate().skip(top);
    for (row, (place, item)) in area.rows().zip(shown) {
        if let Some(item) = pick.items.get(*item) {
            draw_item(app, item, place == pick.at, row, frame);
        }
    }
}

fn draw_item(app: &App, item: &Item, marked: bool, row: Rect, frame: &mut Frame<'_>) {
    let dots = app.look.glyphs().ellipsis;
    let width = usize::from(row.width);
    let detail = shorten(&item.detail, width / 2, dots);
    let room = width.saturating_sub(detail.width() + 2);
    let label = shorten(&item.label, room, dots);
    let gap = " ".repeat(room.saturating_sub(label.width()) + 1);
    let (text, muted) = if marked {
        (Role::Selected, Role::Selected)
    } else {
        (Role::Text, Role::Muted)
    };
    let line = Line::from(vec![
        Span::styled(label, app.look.style(text)),
        Span::styled(gap, app.look.style(text)),
        Span::styled(detail, app.look.style(muted)),
    ]);
    frame.render_widget(line, row);
}
