//! Choices: the answer, then the view, line by line.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{App, choices};

/// Draws Choices.
pub fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let width = usize::from(area.width).saturating_sub(2);
    let lines = choices::lines(app, width);
    let last = lines.len().saturating_sub(usize::from(area.height));
    let shown = lines.into_iter().skip(app.choices.scroll.min(last));
    for (row, line) in area.rows().zip(shown) {
        let text = format!(" {}", line.text);
        frame.render_widget(Line::styled(text, app.look.style(line.role)), row);
    }
}
