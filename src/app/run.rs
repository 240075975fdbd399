//! State of the Run and what can be done there.

use super::keys::RunAction;
use super::{App, Effect, Need};

/// What the Run remembers.
#[derive(Clone, Debug, Default)]
pub struct RunState {
    /// The marked line.
    pub at: usize,
    /// How runs are carried out.
    pub wish: crate::live::RunWish,
}

/// Does an action of the Run.
pub(super) fn act(app: &mut App, action: RunAction) -> Vec<Effect> {
    match action {
        RunAction::Up => app.run.at = app.run.at.saturating_sub(1),
        RunAction::Down => app.run.at += 1,
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(_app: &App, _action: RunAction) -> Option<String> {
    None
}

/// What the Run wants to know.
pub(super) fn needs(_app: &App) -> Vec<Need> {
    Vec::new()
}

/// What the Run says in words.
pub(super) fn words(_app: &App) -> Option<String> {
    None
}
