//! State of the Choices: what each option of the next open decision comes to, by average, worst
//! case and regret; where the choice turns, what it is worth to know more, and what it hangs on.

mod ask;
mod lines;

pub use ask::{answer, ask_of, map};
pub use lines::{Told, lines};

use super::assumptions::is_hidden;
use super::keys::ChoicesAction;
use super::{App, Effect, Need};
use crate::analysis::choices::MOST_AVERSE;
use crate::tell;

/// What the screen remembers.
#[derive(Clone, Copy, Debug, Default)]
pub struct ChoicesState {
    /// Lines above the first one that is shown.
    pub scroll: usize,
    /// What is shown.
    pub view: View,
    /// The rule beside average, worst case and regret, by its place among those on offer.
    pub rule: usize,
    /// How much inequality is minded, if at all.
    pub epsilon: Option<f64>,
    /// The chance whose probability moves, by its place.
    pub chance: usize,
    /// Whether two probabilities move at once.
    pub map: bool,
}

/// What is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The options and what to choose later.
    #[default]
    Options,
    /// Where the choice turns.
    Turns,
    /// What it would be worth to know more.
    Worth,
    /// What was assumed, what it costs, what wildcards do.
    Hangs,
}

impl View {
    /// All views, in the order in which they follow each other.
    pub const ALL: [View; 4] = [View::Options, View::Turns, View::Worth, View::Hangs];

    fn turned(self, by: usize) -> View {
        let here = View::ALL.iter().position(|v| *v == self).unwrap_or(0);
        let next = (here + by) % View::ALL.len();
        View::ALL.get(next).copied().unwrap_or_default()
    }

    /// Whether it needs what takes longer.
    #[must_use]
    pub fn is_slow(self) -> bool {
        matches!(self, View::Worth | View::Hangs)
    }
}

/// Steps in which epsilon moves.
const EPSILON_STEP: f64 = 0.5;

/// Does an action of the screen.
pub(super) fn act(app: &mut App, action: ChoicesAction) -> Vec<Effect> {
    use ChoicesAction as C;
    let last = lines(app, usize::MAX).len();
    let chances = answer(app)
        .and_then(Result::ok)
        .map_or(1, |found| found.regions.len());
    let state = &mut app.choices;
    match action {
        C::Up => state.scroll = state.scroll.saturating_sub(1),
        C::Down => state.scroll = (state.scroll + 1).min(last.saturating_sub(1)),
        C::View => show(state, state.view.turned(1)),
        C::ViewBefore => show(state, state.view.turned(View::ALL.len() - 1)),
        C::Rule => state.rule = (state.rule + 1) % ask::RULES,
        C::MoreEven => state.epsilon = Some(state.epsilon.map_or(0.0, more)),
        C::LessEven => state.epsilon = state.epsilon.filter(|e| *e > 0.0).map(less),
        C::Chance => {
            state.chance = (state.chance + 1) % chances.max(1);
            show(state, View::Turns);
        }
        C::Map => {
            state.map = !state.map;
            show(state, View::Turns);
        }
    }
    Vec::new()
}

fn more(epsilon: f64) -> f64 {
    (epsilon + EPSILON_STEP).min(MOST_AVERSE)
}

fn less(epsilon: f64) -> f64 {
    (epsilon - EPSILON_STEP).max(0.0)
}

fn show(state: &mut ChoicesState, view: View) {
    state.view = view;
    state.scroll = 0;
}

/// Why an action is not possible now.
pub(super) fn why_not(app: &App, action: ChoicesAction) -> Option<String> {
    use ChoicesAction as C;
    if matches!(action, C::Up | C::Down | C::View | C::ViewBefore) {
        return None;
    }
    let found = answer(app)?.ok()?;
    match action {
        C::Map if found.regions.len() < 2 => Some(tell!("choices-one-chance")),
        C::Chance if found.regions.is_empty() => Some(tell!("choices-one-chance")),
        _ => None,
    }
}

/// Back to the top: another scenario is shown.
pub(super) fn settle(app: &mut App) {
    app.choices.scroll = 0;
    app.choices.chance = 0;
}

/// The screen in words.
pub(super) fn words(app: &App) -> Option<String> {
    let all = lines(app, usize::MAX);
    let text: Vec<String> = all.into_iter().map(|line| line.text).collect();
    Some(text.join("\n")).filter(|text| !text.is_empty())
}

/// What the screen asks.
pub(super) fn needs(app: &App) -> Vec<Need> {
    match app.shown() {
        Some(document) if !is_hidden(document) => ask::needs(app),
        _ => Vec::new(),
    }
}
