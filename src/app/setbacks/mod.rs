//! State of the Setbacks: in how many runs the poorest lose, and in which way.

use super::assumptions::is_hidden;
use super::keys::SetbacksAction;
use super::{App, Effect, Need};
use crate::live::{Answer, Question, Subject};
use crate::tell;
use crate::words::answers;

/// What the screen remembers.
#[derive(Clone, Copy, Debug, Default)]
pub struct SetbacksState {
    /// Lines above the first one that is shown.
    pub scroll: usize,
}

/// Does an action of the screen.
pub(super) fn act(app: &mut App, action: SetbacksAction) -> Vec<Effect> {
    let last = lines(app).len();
    let scroll = &mut app.setbacks.scroll;
    match action {
        SetbacksAction::Up => *scroll = scroll.saturating_sub(1),
        SetbacksAction::Down => *scroll = (*scroll + 1).min(last),
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(_app: &App, _action: SetbacksAction) -> Option<String> {
    None
}

/// Back to the top: another scenario is shown.
pub(super) fn settle(app: &mut App) {
    app.setbacks.scroll = 0;
}

/// The screen in words.
pub(super) fn words(app: &App) -> Option<String> {
    Some(lines(app).join("\n")).filter(|text| !text.is_empty())
}

/// The three kinds that every screen shows, by indicator.
const KINDS: [&str; 3] = ["setback_vs_noai", "setback_online", "setback_gap"];

/// What the screen asks: each kind, for each option of the next open decision.
pub(super) fn needs(app: &App) -> Vec<Need> {
    let Some(document) = app.shown().filter(|document| !is_hidden(document)) else {
        return Vec::new();
    };
    let ask = |kind: &str| {
        let subject = Subject::Indicator(kind.to_owned());
        Need::Ask(document.id, Question::AnswerLine { subject })
    };
    KINDS.into_iter().map(ask).collect()
}

/// In how many runs each kind of setback happens, option by option.
#[must_use]
pub fn lines(app: &App) -> Vec<String> {
    if app.shown().is_some_and(is_hidden) {
        return vec![tell!("setbacks-hidden")];
    }
    let found = needs(app).into_iter().filter_map(|need| {
        let answer = app.known(&need)?;
        match &**answer {
            Answer::AnswerLine(line) => Some(answers::line(line)),
            _ => None,
        }
    });
    [tell!("setbacks-head")].into_iter().chain(found).collect()
}
