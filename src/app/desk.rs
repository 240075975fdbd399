//! The open scenarios.

use super::{App, Document, DocumentId, Effect, Opened, ReadOnly, Screen, Source};
use crate::tell;

impl App {
    /// An open scenario by number.
    #[must_use]
    pub fn document(&self, id: DocumentId) -> Option<&Document> {
        self.documents.iter().find(|d| d.id == id)
    }

    /// The same to change.
    pub fn document_mut(&mut self, id: DocumentId) -> Option<&mut Document> {
        self.documents.iter_mut().find(|d| d.id == id)
    }

    /// The scenario that is shown.
    #[must_use]
    pub fn shown(&self) -> Option<&Document> {
        self.document(self.current?)
    }

    /// The same to change.
    pub fn shown_mut(&mut self) -> Option<&mut Document> {
        self.document_mut(self.current?)
    }

    /// Opens a new scenario that has no file yet.
    pub fn open_new(&mut self, scenario: crate::scenario::Scenario) -> Vec<Effect> {
        let mut document = Document::new(self.fresh_id(), None, scenario);
        document.is_own = true;
        self.add(document)
    }

    /// Takes a scenario that was opened and shows it.
    pub(super) fn opened(&mut self, opened: Opened) -> Vec<Effect> {
        let same = |d: &&Document| d.path.is_some() && d.path == opened.path;
        if let Some(open) = self.documents.iter().find(same) {
            let id = open.id;
            return self.show(id);
        }
        let mut document = Document::new(self.fresh_id(), opened.path, opened.scenario);
        document.read_only = opened.read_only;
        document.has_comments = opened.has_comments;
        if let Some(reason @ ReadOnly::Held(_)) = &document.read_only {
            // Who has it matters before the first edit is refused.
            self.trouble(super::editing::read_only(reason));
        }
        super::room::side::opened(self, &opened.source, document.id);
        let mut effects = Vec::new();
        if let Source::Journal(work) = opened.source {
            // What was found is newer than the file: it must count as unsaved work.
            document.mark_recovered(opened.saved);
            if document.path.is_none() {
                effects.push(Effect::Adopt(document.id, work));
            }
            self.say(tell!("edit-recovered-how"));
        }
        effects.extend(self.add(document));
        effects
    }

    fn fresh_id(&mut self) -> DocumentId {
        let id = DocumentId(self.next_document);
        self.next_document += 1;
        id
    }

    fn add(&mut self, mut document: Document) -> Vec<Effect> {
        let id = document.id;
        document.covered = super::room::is_predicting(self);
        self.documents.push(document);
        let mut effects = self.simulate(id);
        effects.extend(self.show(id));
        if self
            .compare_when_open
            .is_some_and(|count| self.documents.len() >= count)
        {
            self.compare_when_open = None;
            self.screen = Screen::Compare;
        }
        effects
    }

    /// Shows an open scenario, on the Tree if a screen without scenario was shown.
    pub fn show(&mut self, id: DocumentId) -> Vec<Effect> {
        self.current = Some(id);
        if !self.screen.needs_document() {
            self.screen = Screen::Tree;
        }
        self.forget_places();
        Vec::new()
    }

    /// Shows the open scenario that is `by` places further.
    pub(super) fn turn_documents(&mut self, by: isize) -> Vec<Effect> {
        let count = isize::try_from(self.documents.len()).unwrap_or(0);
        if count < 2 {
            self.trouble(tell!("desk-only-one"));
            return Vec::new();
        }
        let here = self
            .documents
            .iter()
            .position(|d| Some(d.id) == self.current);
        let here = isize::try_from(here.unwrap_or(0)).unwrap_or(0);
        let next = usize::try_from((here + by).rem_euclid(count)).unwrap_or(0);
        match self.documents.get(next).map(|d| d.id) {
            Some(id) => self.show(id),
            None => Vec::new(),
        }
    }

    /// Closes an open scenario; unsaved work stays in its journal only if `keep`.
    pub(super) fn close(&mut self, id: DocumentId) -> Vec<Effect> {
        let Some(place) = self.documents.iter().position(|d| d.id == id) else {
            return Vec::new();
        };
        let closed = self.documents.remove(place);
        let effects = vec![
            Effect::Cancel(id),
            Effect::Forget {
                document: id,
                path: closed.path,
            },
        ];
        let next = self.documents.get(place).or(self.documents.last());
        self.current = next.map(|d| d.id);
        if self.current.is_none() && self.screen.needs_document() {
            self.screen = Screen::Library;
        }
        self.forget_places();
        effects
    }

    /// The name of a scenario in lists: its title, or that of the file.
    #[must_use]
    pub fn name(document: &Document) -> String {
        if document.scenario.title.is_empty() {
            tell!("desk-untitled")
        } else {
            document.scenario.title.clone()
        }
    }
}
