//! State of the Compare and what can be done there.

use super::keys::CompareAction;
use super::{App, Effect, Need};

/// What the Compare remembers.
#[derive(Clone, Debug, Default)]
pub struct CompareState {
    /// The marked line.
    pub at: usize,
}

/// Does an action of the Compare.
pub(super) fn act(app: &mut App, action: CompareAction) -> Vec<Effect> {
    match action {
        CompareAction::Up => app.compare.at = app.compare.at.saturating_sub(1),
        CompareAction::Down => app.compare.at += 1,
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(_app: &App, _action: CompareAction) -> Option<String> {
    None
}

/// What the Compare wants to know.
pub(super) fn needs(_app: &App) -> Vec<Need> {
    Vec::new()
}

/// What the Compare says in words.
pub(super) fn words(_app: &App) -> Option<String> {
    None
}

/// Puts marks back where something is.
pub(super) fn settle(app: &mut App) {
    app.compare.at = 0;
}
