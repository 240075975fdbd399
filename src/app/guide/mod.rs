//! State of the Guide: the tutorial's tasks, the agenda with its timer, what can be looked up.

pub mod agenda;
mod shelf;
pub mod tasks;

use std::collections::HashSet;

use self::agenda::Agenda;
use self::tasks::TASKS;
use super::keys::GuideAction;
use super::{Action, App, Effect, Screen};
use crate::tell;

/// A part of the Guide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chapter {
    /// Tasks that tick themselves off.
    #[default]
    Tutorial,
    /// A workshop of four hours.
    Agenda,
    /// Words.
    Glossary,
    /// Measures of the road map.
    Measures,
    /// Evidence.
    Evidence,
}

impl Chapter {
    /// All parts in the order of the screen.
    pub const ALL: [Chapter; 5] = [
        Chapter::Tutorial,
        Chapter::Agenda,
        Chapter::Glossary,
        Chapter::Measures,
        Chapter::Evidence,
    ];
}

/// What the Guide remembers.
#[derive(Clone, Debug, Default)]
pub struct GuideState {
    /// The part that is shown.
    pub chapter: Chapter,
    /// The marked line.
    pub at: usize,
    /// Ids of the tutorial's tasks that are done.
    pub done: Vec<String>,
    /// What was done in this session, for the tutorial.
    pub performed: HashSet<Action>,
    /// The workshop's agenda.
    pub agenda: Agenda,
}

impl GuideState {
    /// Milliseconds until the timer shows something else.
    #[must_use]
    pub fn next_tick(&self, now: u64) -> Option<u64> {
        self.agenda.next_tick(now)
    }
}

/// Does an action of the Guide.
pub(super) fn act(app: &mut App, action: GuideAction) -> Vec<Effect> {
    use GuideAction as G;
    let last = lines(app).saturating_sub(1);
    match action {
        G::Up => app.guide.at = app.guide.at.saturating_sub(1),
        G::Down => app.guide.at = (app.guide.at + 1).min(last),
        G::Left => turn(app, Chapter::ALL.len() - 1),
        G::Right => turn(app, 1),
        G::Open => return open(app),
        G::Find => shelf::find(app),
        G::Timer => app.guide.agenda.toggle(app.now),
        G::NextItem => app.guide.agenda.next(app.now),
        G::Longer => app.guide.agenda.stretch(app.guide.at, 5),
        G::Shorter => app.guide.agenda.stretch(app.guide.at, -5),
        G::Restart => {
            app.guide.done.clear();
            app.guide.performed.clear();
            return vec![app.keep_settings()];
        }
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(app: &App, action: GuideAction) -> Option<String> {
    let on_agenda = app.guide.chapter == Chapter::Agenda;
    match action {
        GuideAction::Longer | GuideAction::Shorter if !on_agenda => Some(tell!("agenda-only")),
        GuideAction::NextItem if !app.guide.agenda.is_running() => {
            Some(tell!("agenda-start-first"))
        }
        _ => None,
    }
}

/// What the Guide says in words: the part that is shown.
pub(super) fn words(app: &App) -> Option<String> {
    let lines = match app.guide.chapter {
        Chapter::Tutorial => TASKS
            .iter()
            .map(|task| {
                let mark = if app.guide.done.iter().any(|d| d == task.id) {
                    "x"
                } else {
                    " "
                };
                format!("[{mark}] {}", task.title())
            })
            .collect(),
        Chapter::Agenda => app.guide.agenda.told(),
        _ => shelf::entries(app.guide.chapter)
            .into_iter()
            .map(|entry| format!("{}: {}", entry.label, entry.about))
            .collect::<Vec<String>>(),
    };
    Some(lines.join("\n"))
}

/// Ticks tasks off that are done now.
pub(super) fn tick_tasks(app: &mut App) -> Vec<Effect> {
    let now: Vec<String> = TASKS
        .iter()
        .filter(|task| !app.guide.done.iter().any(|d| d == task.id) && (task.is_done)(app))
        .map(|task| task.id.to_owned())
        .collect();
    if now.is_empty() {
        return Vec::new();
    }
    app.guide.done.extend(now);
    vec![app.keep_settings()]
}

/// Lines of the part that is shown.
#[must_use]
pub fn lines(app: &App) -> usize {
    match app.guide.chapter {
        Chapter::Tutorial => TASKS.len(),
        Chapter::Agenda => app.guide.agenda.items.len(),
        other => shelf::entries(other).len(),
    }
}

/// What can be looked up in a part.
#[must_use]
pub fn entries(chapter: Chapter) -> Vec<super::Item> {
    shelf::entries(chapter)
}

fn turn(app: &mut App, by: usize) {
    let all = Chapter::ALL;
    let here = all
        .iter()
        .position(|c| *c == app.guide.chapter)
        .unwrap_or(0);
    if let Some(next) = all.get((here + by) % all.len()) {
        app.guide.chapter = *next;
        app.guide.at = 0;
    }
}

/// Enter: a task leads to its screen, an entry is told, an item of the agenda is renamed.
fn open(app: &mut App) -> Vec<Effect> {
    match app.guide.chapter {
        Chapter::Tutorial => {
            let Some(task) = TASKS.get(app.guide.at) else {
                return Vec::new();
            };
            let ready = !task.screen.needs_document() || app.shown().is_some();
            let screen = if ready { task.screen } else { Screen::Library };
            app.screen = screen;
            app.say(task.how());
            Vec::new()
        }
        Chapter::Agenda => {
            agenda::rename(app);
            Vec::new()
        }
        chapter => {
            let entry = shelf::entries(chapter).into_iter().nth(app.guide.at);
            if let Some(entry) = entry {
                app.show_page(entry.label, entry.about);
            }
            Vec::new()
        }
    }
}
