//! What matters: told line by line.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::told;
use crate::app::{App, matters};

/// Draws What matters.
pub fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let lines = matters::lines(app);
    told::draw(app, &lines, app.matters.scroll, area, frame);
}
