//! The Tree.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::App;

/// Draws the Tree.
pub fn draw(_app: &App, _area: Rect, _frame: &mut Frame<'_>) {}
