//! The tutorial: from an empty desk to a comparison and a country of one's own.
//!
//! A task looks at what is there, so it ticks itself off however somebody got there.

use crate::app::keys::{GlobalAction, TreeAction};
use crate::app::{Action, App, Screen, Sight};
use crate::words::tell;

/// One task.
pub struct Task {
    /// Its name in settings and messages.
    pub id: &'static str,
    /// The screen where it is done.
    pub screen: Screen,
    /// Is it done?
    pub is_done: fn(&App) -> bool,
}

impl Task {
    /// What to do.
    #[must_use]
    pub fn title(&self) -> String {
        tell(&format!("task-{}", self.id), &[])
    }

    /// Which keys do it.
    #[must_use]
    pub fn how(&self) -> String {
        tell(&format!("task-{}-how", self.id), &[])
    }
}

fn did(app: &App, action: Action) -> bool {
    app.guide.performed.contains(&action)
}

fn tree(app: &App, any: &[TreeAction]) -> bool {
    any.iter().any(|action| did(app, Action::Tree(*action)))
}

fn edited(app: &App) -> bool {
    app.documents.iter().any(|d| !d.past.is_empty())
}

/// All tasks in their order.
pub const TASKS: [Task; 12] = [
    Task {
        id: "open",
        screen: Screen::Library,
        is_done: |app| !app.documents.is_empty(),
    },
    Task {
        id: "walk",
        screen: Screen::Tree,
        is_done: |app| {
            app.screen == Screen::Tree && app.tree.mark.outcome.is_some() && app.shown().is_some()
        },
    },
    Task {
        id: "nudge",
        screen: Screen::Tree,
        is_done: |app| edited(app) && tree(app, &[TreeAction::More, TreeAction::Less]),
    },
    Task {
        id: "undo",
        screen: Screen::Tree,
        is_done: |app| app.documents.iter().any(|d| !d.future.is_empty()),
    },
    Task {
        id: "indicator",
        screen: Screen::Outcomes,
        is_done: |app| did(app, Action::Global(GlobalAction::Indicator)) && app.overlays.is_empty(),
    },
    Task {
        id: "outcomes",
        screen: Screen::Outcomes,
        is_done: |app| {
            app.screen == Screen::Outcomes && app.shown().is_some_and(|d| d.results.is_some())
        },
    },
    Task {
        id: "words",
        screen: Screen::Outcomes,
        is_done: |app| did(app, Action::Global(GlobalAction::Words)),
    },
    Task {
        id: "compare",
        screen: Screen::Compare,
        is_done: |app| {
            app.screen == Screen::Compare && app.shown().is_some_and(|d| d.results.is_some())
        },
    },
    Task {
        id: "own",
        screen: Screen::Library,
        is_done: |app| app.documents.iter().any(|d| d.is_own),
    },
    Task {
        id: "decide",
        screen: Screen::Tree,
        is_done: |app| {
            edited(app)
                && tree(
                    app,
                    &[TreeAction::Add, TreeAction::Measure, TreeAction::Effect],
                )
        },
    },
    Task {
        id: "guess",
        screen: Screen::Outcomes,
        is_done: |app| {
            app.documents
                .iter()
                .any(|d| !d.guesses.is_empty() || d.sight == Sight::Blind)
        },
    },
    Task {
        id: "save",
        screen: Screen::Tree,
        is_done: |app| {
            app.documents
                .iter()
                .any(|d| d.is_own && d.path.is_some() && !d.is_unsaved())
        },
    },
];
