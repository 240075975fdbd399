//! A question and its answers.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::boxed;
use crate::app::{App, Confirm};
use crate::look::Role;
use crate::tell;
use crate::words::paragraph::wrap;

pub(super) fn draw(app: &App, confirm: &Confirm, area: Rect, frame: &mut Frame<'_>) {
    let width = area.width.min(70);
    let lines = wrap(&confirm.question, usize::from(width.saturating_sub(4)));
    let height = u16::try_from(lines.len() + confirm.ways.len() + 3).unwrap_or(u16::MAX);
    let inner = boxed(app, &tell!("confirm-title"), (width, height), area, frame);
    let text = app.look.style(Role::Text);
    let mut rows: Vec<Line<'_>> = lines.into_iter().map(|l| Line::styled(l, text)).collect();
    rows.push(Line::default());
    for (place, way) in confirm.ways.iter().enumerate() {
        let role = if place == confirm.at {
            Role::Selected
        } else {
            Role::Text
        };
        rows.push(Line::styled(
            format!(" {} ", way.label),
            app.look.style(role),
        ));
    }
    for (row, line) in inner.rows().zip(rows) {
        frame.render_widget(line, row);
    }
}
