//! Edits: one step that can be taken back, kept in a journal, and answered at once.

use std::sync::Arc;

use super::{App, Document, DocumentId, Effect, ReadOnly};
use crate::scenario::Scenario;
use crate::scenario::edit::EditFault;
use crate::tell;
use crate::words::faults;

impl App {
    /// Changes the scenario that is shown, as one step called `what`.
    ///
    /// # Errors
    /// Why not, in a sentence; the scenario stays as it was.
    pub fn edit(
        &mut self,
        what: impl Into<String>,
        change: impl FnOnce(&mut Scenario) -> Result<(), EditFault>,
    ) -> Result<Vec<Effect>, String> {
        let Some(document) = self.shown_mut() else {
            return Err(tell!("edit-nothing-open"));
        };
        if let Some(reason) = &document.read_only {
            return Err(read_only(reason));
        }
        if let Some(reason) = super::room::why_no_edit(self) {
            return Err(reason);
        }
        let Some(document) = self.shown_mut() else {
            return Err(tell!("edit-nothing-open"));
        };
        let mut scenario = (*document.scenario).clone();
        change(&mut scenario).map_err(|fault| faults::of_edit(&fault))?;
        if scenario == *document.scenario {
            return Ok(Vec::new());
        }
        let what = what.into();
        let id = document.id;
        super::sight::note_change(document, &what, &mut scenario);
        let before = Arc::clone(&document.scenario);
        document.take(what.clone(), scenario);
        let mut effects = self.edited(id);
        effects.extend(super::room::changed_after_reveal(self, id, &before, &what));
        Ok(effects)
    }

    /// The same where a refusal is told as a notice.
    pub fn edit_or_say(
        &mut self,
        what: impl Into<String>,
        change: impl FnOnce(&mut Scenario) -> Result<(), EditFault>,
    ) -> Vec<Effect> {
        self.edit(what, change).unwrap_or_else(|reason| {
            self.trouble(reason);
            Vec::new()
        })
    }

    /// What follows from a new state of a scenario: its journal and its consequences.
    pub(super) fn edited(&mut self, id: DocumentId) -> Vec<Effect> {
        let Some(document) = self.document_mut(id) else {
            return Vec::new();
        };
        document.before = document.line.clone();
        let journal = Effect::Journal {
            document: id,
            path: document.path.clone(),
            scenario: Arc::clone(&document.scenario),
        };
        let mut effects = vec![journal];
        effects.extend(self.simulate(id));
        effects
    }

    /// Asks for the consequences of a scenario as it stands.
    pub(super) fn simulate(&mut self, id: DocumentId) -> Vec<Effect> {
        let (wish, watch) = (self.run.wish.clone(), self.subject.clone());
        let Some(document) = self.document_mut(id) else {
            return Vec::new();
        };
        if !document.is_sound() {
            document.progress = None;
            return vec![Effect::Cancel(id)];
        }
        document.failure = None;
        vec![Effect::Simulate {
            document: id,
            scenario: Arc::clone(&document.scenario),
            wish,
            from: document.results.clone(),
            watch,
        }]
    }

    pub(super) fn undo(&mut self) -> Vec<Effect> {
        self.step(
            Document::undo,
            |what| tell!("edit-undone", what = what),
            || tell!("edit-nothing-to-undo"),
        )
    }

    pub(super) fn redo(&mut self) -> Vec<Effect> {
        self.step(
            Document::redo,
            |what| tell!("edit-redone", what = what),
            || tell!("edit-nothing-to-redo"),
        )
    }

    fn step(
        &mut self,
        step: fn(&mut Document) -> Option<String>,
        done: fn(String) -> String,
        nothing: fn() -> String,
    ) -> Vec<Effect> {
        if let Some(reason) = super::room::why_no_edit(self) {
            self.trouble(reason);
            return Vec::new();
        }
        let Some(document) = self.shown_mut() else {
            return Vec::new();
        };
        let id = document.id;
        match step(document) {
            Some(what) => {
                self.say(done(what));
                self.forget_places();
                self.edited(id)
            }
            None => {
                self.trouble(nothing());
                Vec::new()
            }
        }
    }
}

/// Why a scenario cannot be changed.
pub(super) fn read_only(reason: &ReadOnly) -> String {
    match reason {
        ReadOnly::Wished => tell!("edit-read-only"),
        ReadOnly::Held(by) => tell!("edit-held", by = by),
    }
}
