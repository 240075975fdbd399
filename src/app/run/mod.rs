//! State of Run and what can be done there: how many draws, from which seed, and how it goes.

mod edits;
pub mod told;

use super::assumptions::is_hidden;
use super::keys::RunAction;
use super::{App, DocumentId, Effect, Need};
use crate::live::{AnswerLine, Results, RunWish, answer_line};
use crate::tell;

/// What Run remembers.
#[derive(Clone, Debug, Default)]
pub struct RunState {
    /// The marked line.
    pub at: usize,
    /// How runs are carried out.
    pub wish: RunWish,
    /// The wildcard that is switched on here; it changes no other screen.
    pub stress: Option<String>,
    /// The answer with it.
    pub stressed: Option<AnswerLine>,
}

/// A line that can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// How many draws; kept in the scenario.
    Draws,
    /// Key of every random number; kept in the scenario.
    Seed,
    /// How draws are spread; kept in the scenario.
    Sampling,
    /// Worker threads; changes no number.
    Threads,
    /// Memory that the numbers may take.
    Memory,
    /// The wildcard that is switched on.
    Stress,
}

impl Setting {
    /// All lines from top to bottom.
    pub const ALL: [Setting; 6] = [
        Setting::Draws,
        Setting::Seed,
        Setting::Sampling,
        Setting::Threads,
        Setting::Memory,
        Setting::Stress,
    ];
}

/// Does an action of Run.
pub(super) fn act(app: &mut App, action: RunAction) -> Vec<Effect> {
    let last = Setting::ALL.len() - 1;
    match action {
        RunAction::Up => app.run.at = app.run.at.saturating_sub(1),
        RunAction::Down => app.run.at = (app.run.at + 1).min(last),
        RunAction::Edit => edits::edit(app, marked(app)),
        RunAction::More => return edits::scale(app, true),
        RunAction::Fewer => return edits::scale(app, false),
        RunAction::Stress => edits::edit(app, Setting::Stress),
        RunAction::Stop => return stop(app),
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(app: &App, action: RunAction) -> Option<String> {
    let document = app.shown()?;
    let wildcards = &document.scenario.wildcards;
    let stress =
        action == RunAction::Stress || action == RunAction::Edit && marked(app) == Setting::Stress;
    if stress && wildcards.is_empty() && app.run.stress.is_none() {
        return Some(tell!("running-no-wildcard"));
    }
    match action {
        RunAction::Stop if document.progress.is_none() => Some(tell!("running-nothing-runs")),
        _ => None,
    }
}

/// What Run wants to know: nothing beyond the answer line.
pub(super) fn needs(_app: &App) -> Vec<Need> {
    Vec::new()
}

/// How the numbers came about, in words.
pub(super) fn words(app: &App) -> Option<String> {
    let document = app.shown()?;
    let mut text: Vec<String> = Setting::ALL
        .into_iter()
        .map(|setting| format!("{}: {}", told::label(setting), told::value(app, setting)))
        .collect();
    text.extend(told::stressed(app));
    text.extend(told::enough(app).filter(|_| !is_hidden(document)));
    text.extend(told::origin(document));
    Some(text.join("\n"))
}

/// Puts the mark and the wildcard back where something is.
pub(super) fn settle(app: &mut App) {
    let Some(document) = app.shown() else { return };
    let known = |id: &String| document.scenario.wildcards.iter().any(|w| w.id == *id);
    if !app.run.stress.as_ref().is_none_or(known) {
        app.run.stress = None;
    }
    app.run.stressed = None;
}

/// Takes the results of the stress test that is looked at here.
pub(super) fn stressed(app: &mut App, id: DocumentId, wildcard: &str, results: &Results) {
    if app.current == Some(id) && app.run.stress.as_deref() == Some(wildcard) {
        app.run.stressed = Some(answer_line(results, &app.subject));
    }
}

/// The marked line.
#[must_use]
pub fn marked(app: &App) -> Setting {
    let found = Setting::ALL.get(app.run.at).copied();
    found.unwrap_or(Setting::Stress)
}

/// Stops the run; what was finished stays, labelled.
fn stop(app: &mut App) -> Vec<Effect> {
    let Some(id) = app.current else {
        return Vec::new();
    };
    app.say(tell!("run-cancelled"));
    vec![Effect::Cancel(id)]
}
