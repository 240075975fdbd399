//! `update`: one message in, effects out.

use super::document::Progress;
use super::keys::{Context, meaning};
use super::{App, Code, Document, DocumentId, Effect, Key, Msg, Source};
use crate::live::Report;
use crate::tell;

impl App {
    /// Takes one message; what it asks of the world comes back.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        if let Some(recording) = &mut self.recording {
            recording.note(&msg);
        }
        let mut effects = self.take(msg);
        effects.extend(super::guide::tick_tasks(self));
        super::room::side::arrived(self);
        effects.extend(super::room::tell_where(self));
        effects.extend(self.ask_for_needs());
        if let (Some(recording), true) = (&mut self.recording, self.overlays.is_empty()) {
            recording.note_quiet();
        }
        effects
    }

    fn take(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Key(key) => self.key(key),
            Msg::Paste(text) => {
                self.overlay_pasted(&text);
                Vec::new()
            }
            Msg::Resize(columns, rows) => {
                self.size = (columns, rows);
                Vec::new()
            }
            Msg::Focus => self.look_at_disk(),
            Msg::Tick(now) => {
                self.now = now;
                Vec::new()
            }
            // For whoever paces frames.
            Msg::Shown => Vec::new(),
            Msg::Retaken => vec![Effect::Redraw],
            Msg::Terminate => {
                self.leaving = true;
                vec![Effect::Quit]
            }
            Msg::Library(listing) => {
                super::library::take(self, *listing);
                Vec::new()
            }
            Msg::Opened(opened) => self.opened(*opened),
            Msg::NotOpened(source, reason) => {
                super::library::not_opened(self, &source, reason);
                Vec::new()
            }
            Msg::Saved(id, path, scenario) => self.saved(id, path, scenario),
            Msg::NotSaved(_, reason) => {
                // Whoever was on the way out stays: the work would be gone.
                self.leaving = false;
                self.trouble(reason);
                Vec::new()
            }
            Msg::Trouble(reason) => {
                self.trouble(reason);
                Vec::new()
            }
            Msg::ChangedOnDisk(id) => self.changed_on_disk(id),
            Msg::Live(id, None, report) => self.live(id, *report),
            Msg::Live(id, Some(wildcard), report) => {
                self.live_stressed(id, wildcard, *report);
                Vec::new()
            }
            Msg::Answer(..) | Msg::GivenUp(..) | Msg::Searching(..) => {
                self.of_a_question(msg);
                Vec::new()
            }
            Msg::Room(_) | Msg::Mirror(_) => {
                self.of_the_room(msg);
                Vec::new()
            }
            Msg::Done(text) => {
                self.say(text);
                vec![Effect::ListLibrary]
            }
        }
    }

    /// News of something that a screen asked for.
    fn of_a_question(&mut self, msg: Msg) {
        match msg {
            Msg::Answer(need, results, answer) => self.take_answer(&need, &results, answer),
            Msg::GivenUp(need, results) => self.drop_need(&need, &results),
            Msg::Searching(need, share) => self.note_progress(&need, share),
            _ => {}
        }
    }

    /// News of the workshop's room.
    fn of_the_room(&mut self, msg: Msg) {
        match msg {
            Msg::Room(view) => super::room::take(self, view),
            Msg::Mirror(shown) => self.mirror = shown,
            _ => {}
        }
    }

    /// A key: the overlay on top, else the screen, else what works everywhere.
    fn key(&mut self, key: Key) -> Vec<Effect> {
        self.flash = None;
        let interrupt = Key {
            ctrl: true,
            ..Key::plain(Code::Char('c'))
        };
        if key == interrupt && self.interrupted {
            self.leaving = true;
            return vec![Effect::Quit];
        }
        if self.mirror.is_some() && key != interrupt {
            return self.key_while_following(key);
        }
        if !self.overlays.is_empty() {
            let effects = self.overlay_key(key);
            self.interrupted = key == interrupt;
            return effects;
        }
        self.interrupted = key == interrupt;
        match meaning(&self.contexts(), key) {
            Some(binding) => self.perform(binding.action),
            None => Vec::new(),
        }
    }

    /// Where keys are looked up, the nearest first.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match self.overlays.last() {
            Some(overlay) => vec![overlay.context()],
            None => vec![Context::On(self.screen), Context::Global],
        }
    }

    fn saved(
        &mut self,
        id: DocumentId,
        path: std::path::PathBuf,
        scenario: std::sync::Arc<crate::scenario::Scenario>,
    ) -> Vec<Effect> {
        if let Some(document) = self.document_mut(id) {
            document.saved = Some(scenario);
            document.has_comments = false;
            if document.path.as_ref() != Some(&path) {
                // A copy under another name is nobody else's file.
                document.read_only = None;
            }
            document.path = Some(path.clone());
            self.say(tell!("save-done", path = path.display().to_string()));
        }
        let mut effects = vec![Effect::ListLibrary];
        effects.extend(self.go_on_leaving());
        effects
    }

    fn changed_on_disk(&mut self, id: DocumentId) -> Vec<Effect> {
        let Some(document) = self.document(id) else {
            return Vec::new();
        };
        let text = tell!("save-changed-on-disk", name = App::name(document));
        self.trouble(text);
        Vec::new()
    }

    /// Asks whether files of open scenarios have changed.
    fn look_at_disk(&mut self) -> Vec<Effect> {
        let file = |d: &Document| Some((d.id, d.path.clone()?));
        let files: Vec<_> = self.documents.iter().filter_map(file).collect();
        if files.is_empty() {
            return Vec::new();
        }
        vec![Effect::LookAtDisk(files)]
    }

    fn live(&mut self, id: DocumentId, report: Report) -> Vec<Effect> {
        if let Report::Preview(found) | Report::Done(found) | Report::Partial(found) = &report {
            self.suit_subject(id, &found.ensemble.plan);
        }
        let subject = self.subject.clone();
        let Some(document) = self.document_mut(id) else {
            return Vec::new();
        };
        match report {
            Report::Progress {
                share,
                seconds_left,
                convergence,
            } => {
                document.settling = Some((subject, convergence.clone()));
                document.progress = Some(Progress {
                    share,
                    seconds_left,
                    convergence,
                });
            }
            Report::Stopped => document.progress = None,
            Report::Preview(results) => document.take_results(results, &subject),
            Report::Done(results) => {
                document.progress = None;
                document.take_results(results, &subject);
                return self.ran(id);
            }
            Report::Partial(results) => {
                document.progress = None;
                document.take_results(results, &subject);
            }
            Report::Failed(error) => {
                document.progress = None;
                document.failure = Some(crate::words::faults::plan_sentence(&error));
            }
            Report::Panicked(reason) => {
                document.progress = None;
                document.failure = Some(tell!("run-panicked", reason = reason));
            }
        }
        Vec::new()
    }

    /// A place without the cohort that is looked at shows what it has.
    fn suit_subject(&mut self, id: DocumentId, plan: &crate::sim::Plan) {
        if self.current == Some(id) && !self.subject.available(plan) {
            self.look_at(crate::live::Subject::first(plan));
        }
    }

    /// Remembers the answer of a saved file, for the Library.
    fn ran(&self, id: DocumentId) -> Vec<Effect> {
        let remember = |document: &Document| {
            let path = document.path.clone().filter(|_| !document.is_unsaved())?;
            let draws = document.results.as_ref()?.draws();
            Some(Effect::Ran {
                path,
                draws: u32::try_from(draws).unwrap_or(u32::MAX),
                answer: crate::words::answers::line(document.line.as_ref()?),
            })
        };
        self.document(id).and_then(remember).into_iter().collect()
    }

    /// News of a stress test.
    fn live_stressed(&mut self, id: DocumentId, wildcard: String, report: Report) {
        let Some(document) = self.document_mut(id) else {
            return;
        };
        if let Report::Preview(found) | Report::Done(found) | Report::Partial(found) = report {
            document.stressed.retain(|(other, _)| *other != wildcard);
            document
                .stressed
                .push((wildcard.clone(), std::sync::Arc::clone(&found)));
            super::run::stressed(self, id, &wildcard, &found);
        }
    }

    /// Opens a scenario.
    #[must_use]
    pub fn open(source: Source, read_only: bool) -> Effect {
        Effect::Open { source, read_only }
    }
}
