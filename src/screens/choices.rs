//! Choices: told line by line.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::told;
use crate::app::{App, choices};

/// Draws Choices.
pub fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let lines = choices::lines(app);
    told::draw(app, &lines, app.choices.scroll, area, frame);
}
