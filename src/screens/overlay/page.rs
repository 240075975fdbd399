//! Text to read.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::boxed;
use crate::app::{App, Page};
use crate::look::Role;
use crate::widgets::shorten;
use crate::words::paragraph::wrap;

pub(super) fn draw(app: &App, page: &Page, area: Rect, frame: &mut Frame<'_>) {
    let width = area.width.saturating_sub(4).min(84);
    let room = usize::from(width.saturating_sub(4)).max(1);
    let lines: Vec<String> = page
        .text
        .lines()
        .flat_map(|paragraph| {
            // An excerpt of a file keeps its columns: a caret must stand where it points.
            if paragraph.starts_with(' ') {
                return vec![shorten(paragraph, room, app.look.glyphs().ellipsis)];
            }
            let lines = wrap(paragraph, room);
            if lines.is_empty() {
                vec![String::new()]
            } else {
                lines
            }
        })
        .collect();
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let height = height.min(area.height.saturating_sub(2));
    let inner = boxed(app, &page.title, (width, height), area, frame);
    let last_top = lines.len().saturating_sub(usize::from(inner.height));
    let top = page.top.min(last_top);
    let style = app.look.style(Role::Text);
    for (row, line) in inner.rows().zip(lines.iter().skip(top)) {
        frame.render_widget(Line::styled(line.clone(), style), row);
    }
    if top < last_top && inner.height > 0 {
        let more = app.look.glyphs().down;
        let place = Rect {
            x: inner.right(),
            y: inner.bottom() - 1,
            width: 1,
            height: 1,
        };
        frame.render_widget(
            Line::styled(more, app.look.style(Role::Key)),
            place.intersection(area),
        );
    }
}
