//! State of the Choices: what each option of the next open decision is worth, in the middle and in a bad run.

use super::assumptions::is_hidden;
use super::keys::ChoicesAction;
use super::{App, Effect, Need};
use crate::live::{AnswerEntry, AnswerLine};
use crate::report::run::Better;
use crate::tell;
use crate::words::answers;

/// What the screen remembers.
#[derive(Clone, Copy, Debug, Default)]
pub struct ChoicesState {
    /// Lines above the first one that is shown.
    pub scroll: usize,
}

/// Does an action of the screen.
pub(super) fn act(app: &mut App, action: ChoicesAction) -> Vec<Effect> {
    let last = lines(app).len();
    let scroll = &mut app.choices.scroll;
    match action {
        ChoicesAction::Up => *scroll = scroll.saturating_sub(1),
        ChoicesAction::Down => *scroll = (*scroll + 1).min(last),
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(_app: &App, _action: ChoicesAction) -> Option<String> {
    None
}

/// Back to the top: another scenario is shown.
pub(super) fn settle(app: &mut App) {
    app.choices.scroll = 0;
}

/// The screen in words.
pub(super) fn words(app: &App) -> Option<String> {
    Some(lines(app).join("\n")).filter(|text| !text.is_empty())
}

/// What the screen asks: nothing beyond the answer line.
pub(super) fn needs(_app: &App) -> Vec<Need> {
    Vec::new()
}

/// The options with their average and what one run in twenty is worse than.
#[must_use]
pub fn lines(app: &App) -> Vec<String> {
    let Some(document) = app.shown() else {
        return Vec::new();
    };
    if is_hidden(document) {
        return vec![tell!("choices-hidden")];
    }
    let Some(line) = &document.line else {
        return vec![tell!("choices-nothing-yet")];
    };
    if line.decision.is_none() {
        return vec![tell!("choices-none-open")];
    }
    let (_, scale) = answers::ranges(line);
    let option = |entry: &AnswerEntry| {
        tell!(
            "choices-option",
            option = &entry.title,
            average = scale.number(Some(entry.moments.mean)),
            bad = scale.number(bad(line, entry)),
        )
    };
    let options = line.entries.iter().map(option);
    [answers::head(line)].into_iter().chain(options).collect()
}

/// What one run in twenty is worse than.
fn bad(line: &AnswerLine, entry: &AnswerEntry) -> Option<f64> {
    let [lowest, .., highest] = entry.moments.levels;
    Some(match line.subject.better() {
        Better::Down => highest,
        Better::Up | Better::Context => lowest,
    })
}
