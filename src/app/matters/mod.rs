//! State of What matters: one ranking of what moves the shown indicator, the methods behind a key.

mod behind;
mod told;

use told::listed;
pub use told::{Row, rows, sentence, summary, words};

use super::assumptions::is_hidden;
use super::keys::MattersAction;
use super::outcomes::Asked;
use super::{App, Effect, Need};
use crate::live::matters::{Matters, MattersFault, MattersWish};
use crate::live::{Answer, Question};

/// What the screen remembers.
#[derive(Clone, Copy, Debug, Default)]
pub struct MattersState {
    /// Row that is marked.
    pub at: usize,
    /// The other methods stand in the place of the bars.
    pub methods: bool,
    /// What cannot be told from chance is listed too.
    pub all: bool,
}

/// Does an action of the screen.
pub(super) fn act(app: &mut App, action: MattersAction) -> Vec<Effect> {
    let last = rows(app).len().saturating_sub(1);
    let state = &mut app.matters;
    match action {
        MattersAction::Up => state.at = state.at.min(last).saturating_sub(1),
        MattersAction::Down => state.at = (state.at + 1).min(last),
        MattersAction::Open => behind::open(app),
        MattersAction::Methods => state.methods = !state.methods,
        MattersAction::All => state.all = !state.all,
        MattersAction::Option => super::outcomes::turn_option(app, true),
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(app: &App, action: MattersAction) -> Option<String> {
    match action {
        MattersAction::Option if Asked::of(app).is_some_and(|asked| asked.options == 0) => {
            Some(crate::tell!("matters-no-option"))
        }
        MattersAction::Open if behind::marked(app).is_none() => {
            Some(crate::tell!("matters-nothing-marked"))
        }
        _ => None,
    }
}

/// Back to the top: another scenario is shown.
pub(super) fn settle(app: &mut App) {
    app.matters.at = 0;
}

/// What the screen asks.
pub(super) fn needs(app: &App) -> Vec<Need> {
    need(app).into_iter().collect()
}

/// The question: over the option that the charts show, or the first; never over open decisions.
#[must_use]
pub fn need(app: &App) -> Option<Need> {
    let document = app.shown()?;
    if is_hidden(document) {
        return None;
    }
    let asked = Asked::of(app)?;
    let wish = MattersWish {
        subject: asked.subject.clone(),
        year: None,
        selection: asked.selection,
        methods: app.matters.methods,
    };
    Some(Need::Ask(document.id, Question::Matters(wish)))
}

/// The answer, once there is one; that of another view of the same meanwhile.
#[must_use]
pub fn found(app: &App) -> Option<&Result<Box<Matters>, MattersFault>> {
    match &**app.known(&need(app)?)? {
        Answer::Matters(found) => Some(found),
        _ => None,
    }
}
