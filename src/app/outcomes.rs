//! State of the Outcomes and what can be done there.

use super::keys::OutcomesAction;
use super::{App, Effect, Item, Need, Pick};
use crate::live::{Subject, answer_line, subjects};
use crate::tell;

/// What the Outcomes remembers.
#[derive(Clone, Debug, Default)]
pub struct OutcomesState {
    /// The marked line.
    pub at: usize,
    /// Option of the next open decision that is looked at; `None` = no decision is open.
    pub option: Option<usize>,
}

impl OutcomesState {
    /// Looks at this part of the tree.
    pub fn show(&mut self, selection: crate::live::Selection) {
        self.option = selection.option();
    }
}

/// Does an action of the Outcomes.
pub(super) fn act(app: &mut App, action: OutcomesAction) -> Vec<Effect> {
    match action {
        OutcomesAction::Up => app.outcomes.at = app.outcomes.at.saturating_sub(1),
        OutcomesAction::Down => app.outcomes.at += 1,
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(_app: &App, _action: OutcomesAction) -> Option<String> {
    None
}

/// What the Outcomes wants to know.
pub(super) fn needs(_app: &App) -> Vec<Need> {
    Vec::new()
}

/// What the Outcomes says in words.
pub(super) fn words(_app: &App) -> Option<String> {
    None
}

/// Puts marks back where something is.
pub(super) fn settle(app: &mut App) {
    app.outcomes.at = 0;
}

/// Lets the room choose what is looked at.
pub(super) fn pick_subject(app: &mut App) {
    let Some(results) = app.shown().and_then(|d| d.results.clone()) else {
        return;
    };
    let groups = subjects(&results.ensemble.plan);
    let items = groups.iter().flat_map(|group| {
        let label = group.group.label();
        let one = move |s: &Subject| Item::new(s.label()).detail(label.clone());
        group.subjects.iter().map(one)
    });
    let items: Vec<Item> = items.collect();
    let subjects: Vec<Subject> = groups.iter().flat_map(|g| g.subjects.clone()).collect();
    let at = subjects.iter().position(|s| *s == app.subject).unwrap_or(0);
    let title = tell!("subject-title");
    let pick = Pick::new(title, items, move |app, place| {
        if let Some(subject) = subjects.get(place) {
            app.look_at(subject.clone());
        }
        Vec::new()
    });
    app.pick(pick.at(at));
}

impl App {
    /// Looks at another subject: answer lines follow at once.
    pub fn look_at(&mut self, subject: Subject) {
        for document in &mut self.documents {
            document.before = None;
            document.line = document
                .results
                .as_ref()
                .map(|results| answer_line(results, &subject));
        }
        self.subject = subject;
    }
}
