//! The Outcomes.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::App;

/// Draws the Outcomes.
pub fn draw(_app: &App, _area: Rect, _frame: &mut Frame<'_>) {}
