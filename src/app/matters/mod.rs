//! State of What matters: which inputs move the shown indicator most.

use super::assumptions::{facts, is_hidden, leading};
use super::keys::MattersAction;
use super::{App, Effect, Need};
use crate::live::LeadingInput;
use crate::tell;
use crate::words::numbers;

/// What the screen remembers.
#[derive(Clone, Copy, Debug, Default)]
pub struct MattersState {
    /// Lines above the first one that is shown.
    pub scroll: usize,
}

/// Does an action of the screen.
pub(super) fn act(app: &mut App, action: MattersAction) -> Vec<Effect> {
    let last = lines(app).len();
    let scroll = &mut app.matters.scroll;
    match action {
        MattersAction::Up => *scroll = scroll.saturating_sub(1),
        MattersAction::Down => *scroll = (*scroll + 1).min(last),
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(_app: &App, _action: MattersAction) -> Option<String> {
    None
}

/// Back to the top: another scenario is shown.
pub(super) fn settle(app: &mut App) {
    app.matters.scroll = 0;
}

/// The screen in words.
pub(super) fn words(app: &App) -> Option<String> {
    Some(lines(app).join("\n")).filter(|text| !text.is_empty())
}

/// What the screen asks.
pub(super) fn needs(app: &App) -> Vec<Need> {
    leading::need(app).into_iter().collect()
}

/// The answer and the inputs behind it, the strongest first.
#[must_use]
pub fn lines(app: &App) -> Vec<String> {
    let Some(document) = app.shown() else {
        return Vec::new();
    };
    if is_hidden(document) {
        return vec![tell!("matters-hidden")];
    }
    let Some(found) = leading::leading(app) else {
        return vec![tell!("matters-nothing-yet")];
    };
    let what = found.subject.label();
    let head = match leading::option(app, found) {
        Some(option) => tell!("matters-head-option", what = what, option = option),
        None => tell!("matters-head", what = what),
    };
    let of_input = |one: &LeadingInput| {
        let entry = leading::entry(&one.input)?;
        let meaning = facts::facts(document, &entry).meaning;
        let share = numbers::two_digits(one.share * 100.0, 100.0);
        Some(tell!("matters-input", share = share, input = meaning))
    };
    let inputs = found.inputs.iter().filter_map(of_input);
    let rest = numbers::two_digits(found.rest * 100.0, 100.0);
    let rest = tell!("matters-rest", share = rest);
    [head].into_iter().chain(inputs).chain([rest]).collect()
}
