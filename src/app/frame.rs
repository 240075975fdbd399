//! State of the Frame and what can be done there.

use super::keys::FrameAction;
use super::{App, Effect};

/// What the Frame remembers.
#[derive(Clone, Debug, Default)]
pub struct FrameState {
    /// The marked line.
    pub at: usize,
}

/// Does an action of the Frame.
pub(super) fn act(app: &mut App, action: FrameAction) -> Vec<Effect> {
    match action {
        FrameAction::Up => app.frame.at = app.frame.at.saturating_sub(1),
        FrameAction::Down => app.frame.at += 1,
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(_app: &App, _action: FrameAction) -> Option<String> {
    None
}

/// What the Frame says in words.
pub(super) fn words(_app: &App) -> Option<String> {
    None
}

/// Puts marks back where something is.
pub(super) fn settle(app: &mut App) {
    app.frame.at = 0;
}
