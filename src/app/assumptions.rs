//! State of the Assumptions and what can be done there.

use super::keys::AssumptionsAction;
use super::{App, Effect, Need};

/// What the Assumptions remembers.
#[derive(Clone, Debug, Default)]
pub struct AssumptionsState {
    /// The marked line.
    pub at: usize,
}

/// Does an action of the Assumptions.
pub(super) fn act(app: &mut App, action: AssumptionsAction) -> Vec<Effect> {
    match action {
        AssumptionsAction::Up => app.assumptions.at = app.assumptions.at.saturating_sub(1),
        AssumptionsAction::Down => app.assumptions.at += 1,
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(_app: &App, _action: AssumptionsAction) -> Option<String> {
    None
}

/// What the Assumptions wants to know.
pub(super) fn needs(_app: &App) -> Vec<Need> {
    Vec::new()
}

/// What the Assumptions says in words.
pub(super) fn words(_app: &App) -> Option<String> {
    None
}

/// Puts marks back where something is.
pub(super) fn settle(app: &mut App) {
    app.assumptions.at = 0;
}
