//! Setbacks: told line by line.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::told;
use crate::app::{App, setbacks};

/// Draws Setbacks.
pub fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let lines = setbacks::lines(app);
    told::draw(app, &lines, app.setbacks.scroll, area, frame);
}
