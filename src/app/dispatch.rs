//! From an action to the screen that knows it, and why an action is not possible now.

use super::{Action, App, Effect, Need, Screen};
use crate::tell;

impl App {
    /// Does an action, or says why it cannot be done.
    pub fn perform(&mut self, action: Action) -> Vec<Effect> {
        if let Some(reason) = self.why_not(action) {
            self.trouble(reason);
            return Vec::new();
        }
        self.guide.performed.insert(action);
        match action {
            Action::Global(action) => super::global::act(self, action),
            Action::Library(action) => super::library::act(self, action),
            Action::Frame(action) => super::frame::act(self, action),
            Action::Tree(action) => super::tree::act(self, action),
            Action::Assumptions(action) => super::assumptions::act(self, action),
            Action::Outcomes(action) => super::outcomes::act(self, action),
            Action::Compare(action) => super::compare::act(self, action),
            Action::Matters(action) => super::matters::act(self, action),
            Action::Setbacks(action) => super::setbacks::act(self, action),
            Action::Choices(action) => super::choices::act(self, action),
            Action::Run(action) => super::run::act(self, action),
            Action::Guide(action) => super::guide::act(self, action),
            Action::Room(action) => super::room::act(self, action),
            Action::Overlay(action) => self.overlay_action(action),
        }
    }

    /// Why an action is not possible now; `None` = it is.
    #[must_use]
    pub fn why_not(&self, action: Action) -> Option<String> {
        match action {
            Action::Global(action) => super::global::why_not(self, action),
            Action::Library(action) => super::library::why_not(self, action),
            Action::Guide(action) => super::guide::why_not(self, action),
            Action::Room(action) => super::room::why_not(self, action),
            Action::Overlay(_) => None,
            _ if self.shown().is_none() => Some(tell!("edit-nothing-open")),
            Action::Frame(action) => super::frame::why_not(self, action),
            Action::Tree(action) => super::tree::why_not(self, action),
            Action::Assumptions(action) => super::assumptions::why_not(self, action),
            Action::Outcomes(action) => super::outcomes::why_not(self, action),
            Action::Compare(action) => super::compare::why_not(self, action),
            Action::Matters(action) => super::matters::why_not(self, action),
            Action::Setbacks(action) => super::setbacks::why_not(self, action),
            Action::Choices(action) => super::choices::why_not(self, action),
            Action::Run(action) => super::run::why_not(self, action),
        }
    }

    /// After another scenario is shown or an edit was taken back, marks may point nowhere.
    pub(super) fn forget_places(&mut self) {
        super::frame::settle(self);
        super::tree::settle(self);
        super::assumptions::settle(self);
        super::outcomes::settle(self);
        super::compare::settle(self);
        super::matters::settle(self);
        super::setbacks::settle(self);
        super::choices::settle(self);
        super::run::settle(self);
        super::room::settle(self);
    }
}

/// What the visible screen wants to know.
pub(crate) fn screen_needs(app: &App) -> Vec<Need> {
    match app.screen {
        Screen::Library | Screen::Frame | Screen::Guide => Vec::new(),
        Screen::Room => super::room::needs(app),
        Screen::Tree => super::tree::needs(app),
        Screen::Assumptions => super::assumptions::needs(app),
        Screen::Outcomes => super::outcomes::needs(app),
        Screen::Compare => super::compare::needs(app),
        Screen::Matters => super::matters::needs(app),
        Screen::Setbacks => super::setbacks::needs(app),
        Screen::Choices => super::choices::needs(app),
        Screen::Run => super::run::needs(app),
    }
}

/// What the visible screen says in words, for reading aloud and for copying.
#[must_use]
pub fn words(app: &App) -> Option<String> {
    match app.screen {
        Screen::Library => None,
        Screen::Frame => super::frame::words(app),
        Screen::Tree => super::tree::words(app),
        Screen::Assumptions => super::assumptions::words(app),
        Screen::Outcomes => super::outcomes::words(app),
        Screen::Compare => super::compare::words(app),
        Screen::Matters => super::matters::words(app),
        Screen::Setbacks => super::setbacks::words(app),
        Screen::Choices => super::choices::words(app),
        Screen::Run => super::run::words(app),
        Screen::Guide => super::guide::words(app),
        Screen::Room => super::room::words(app),
    }
}
