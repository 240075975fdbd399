//! The Compare.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::App;

/// Draws the Compare.
pub fn draw(_app: &App, _area: Rect, _frame: &mut Frame<'_>) {}
