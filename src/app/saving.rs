//! Saving and leaving: nothing unsaved is lost without a question.

use std::path::PathBuf;
use std::sync::Arc;

use super::editing::read_only;
use super::{App, Confirm, DocumentId, Effect, Field, Form, Settings, Way};
use crate::tell;

impl App {
    /// Saves the scenario that is shown.
    pub(super) fn save(&mut self) -> Vec<Effect> {
        let Some(document) = self.shown() else {
            return Vec::new();
        };
        if let Some(reason) = &document.read_only {
            let reason = read_only(reason);
            self.trouble(reason);
            return Vec::new();
        }
        let id = document.id;
        if document.has_comments {
            let name = App::name(document);
            self.confirm(Confirm::new(
                tell!("save-drops-comments", name = name),
                vec![
                    Way::nothing(tell!("save-not-now")),
                    Way::new(tell!("save-without-comments"), move |app| {
                        app.write(id, false)
                    }),
                ],
            ));
            return Vec::new();
        }
        self.write(id, false)
    }

    /// Writes a scenario to its file.
    pub(super) fn write(&mut self, id: DocumentId, force: bool) -> Vec<Effect> {
        let Some(document) = self.document(id) else {
            return Vec::new();
        };
        vec![Effect::Save {
            document: id,
            path: document.path.clone(),
            scenario: Arc::clone(&document.scenario),
            force,
        }]
    }

    /// Asks for a name to save under.
    pub(super) fn save_as(&mut self) {
        let Some(document) = self.shown() else {
            return;
        };
        let id = document.id;
        let path = document.path.as_ref().map(|p| p.display().to_string());
        let field = Field::text(tell!("save-as-field"), &path.unwrap_or_default())
            .hint(tell!("save-as-hint"));
        let title = tell!("save-as-title");
        self.ask(Form::line(title, field, move |app, typed| {
            let Some(document) = app.document(id) else {
                return Ok(Vec::new());
            };
            match typed {
                "" => Err(tell!("save-as-empty")),
                typed => Ok(vec![Effect::Save {
                    document: id,
                    path: Some(PathBuf::from(typed)),
                    scenario: Arc::clone(&document.scenario),
                    force: false,
                }]),
            }
        }));
    }

    /// Leaves the program; asks first when there is unsaved work.
    pub(super) fn leave(&mut self) -> Vec<Effect> {
        let unsaved = self.unsaved();
        if unsaved.is_empty() {
            self.leaving = true;
            return vec![Effect::Quit];
        }
        let names: Vec<String> = self
            .documents
            .iter()
            .filter(|d| unsaved.contains(&d.id))
            .map(App::name)
            .collect();
        self.confirm(Confirm::new(
            tell!(
                "leave-unsaved",
                count = names.len(),
                names = names.join(", ")
            ),
            vec![
                Way::new(tell!("leave-save"), |app| {
                    app.leaving = true;
                    let ids = app.unsaved();
                    ids.into_iter()
                        .flat_map(|id| app.write(id, false))
                        .collect()
                }),
                Way::new(tell!("leave-keep"), |_| vec![Effect::Quit]),
                Way::nothing(tell!("leave-stay")),
            ],
        ));
        Vec::new()
    }

    /// After a save on the way out: leaves once nothing is unsaved.
    pub(super) fn go_on_leaving(&self) -> Vec<Effect> {
        if self.leaving && self.unsaved().is_empty() {
            vec![Effect::Quit]
        } else {
            Vec::new()
        }
    }

    fn unsaved(&self) -> Vec<DocumentId> {
        let unsaved = self.documents.iter().filter(|d| d.is_unsaved());
        unsaved.map(|d| d.id).collect()
    }

    pub(super) fn keep_settings(&self) -> Effect {
        Effect::Keep(Settings {
            look: self.look,
            tutorial: self.guide.done.clone(),
        })
    }
}
