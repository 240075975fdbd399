//! Text to read, scrolled by line and page.

use crate::app::keys::OverlayAction;

/// A page of text over the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What it is about.
    pub title: String,
    /// Paragraphs, parted by line breaks.
    pub text: String,
    /// First line shown; drawing stops at the last page.
    pub top: usize,
}

impl Page {
    /// A page from its start.
    #[must_use]
    pub fn new(title: String, text: String) -> Self {
        Page {
            title,
            text,
            top: 0,
        }
    }

    pub(super) fn act(&mut self, action: OverlayAction, page: usize) {
        // A paragraph may wrap into several lines: this bound is generous, drawing is exact.
        let most = self.text.lines().count() + self.text.len() / 20;
        self.top = match action {
            OverlayAction::Up => self.top.saturating_sub(1),
            OverlayAction::Down => (self.top + 1).min(most),
            OverlayAction::PageUp => self.top.saturating_sub(page),
            OverlayAction::PageDown => (self.top + page).min(most),
            OverlayAction::Start => 0,
            OverlayAction::End => most,
            _ => self.top,
        };
    }
}
