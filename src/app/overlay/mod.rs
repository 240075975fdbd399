//! What lies over a screen: forms, lists to pick from, questions, pages of text.

mod confirm;
mod form;
mod page;
mod pick;

pub use confirm::{Confirm, Way};
pub use form::{Field, FieldKind, Form, Picture, Refusal, Submit};
pub use page::Page;
pub use pick::{Chosen, Item, Pick, matching};

use super::keys::{Action, Context, OverlayAction};
use super::{App, Effect, Key};

/// One thing over the screen.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// Fields to fill in.
    Form(Form),
    /// A list to pick from, with a filter.
    Pick(Pick),
    /// A question with a few answers.
    Confirm(Confirm),
    /// Text to read.
    Page(Page),
}

impl Overlay {
    /// Where keys are looked up while it is open.
    #[must_use]
    pub fn context(&self) -> Context {
        match self {
            Overlay::Form(_) => Context::Form,
            Overlay::Pick(_) => Context::Pick,
            Overlay::Confirm(_) => Context::Confirm,
            Overlay::Page(_) => Context::Page,
        }
    }
}

impl App {
    /// Lays a form over the screen.
    pub fn ask(&mut self, form: Form) {
        self.overlays.push(Overlay::Form(form));
    }

    /// Lays a list over the screen.
    pub fn pick(&mut self, pick: Pick) {
        self.overlays.push(Overlay::Pick(pick));
    }

    /// Lays a question over the screen.
    pub fn confirm(&mut self, confirm: Confirm) {
        self.overlays.push(Overlay::Confirm(confirm));
    }

    /// Lays a page of text over the screen.
    pub fn show_page(&mut self, title: impl Into<String>, text: impl Into<String>) {
        let page = Page::new(title.into(), text.into());
        self.overlays.push(Overlay::Page(page));
    }

    /// A key while something lies over the screen.
    pub(super) fn overlay_key(&mut self, key: Key) -> Vec<Effect> {
        let Some(overlay) = self.overlays.last() else {
            return Vec::new();
        };
        let found = super::keys::meaning(&[overlay.context()], key);
        match found.map(|binding| binding.action) {
            Some(Action::Overlay(action)) => self.overlay_action(action),
            _ => {
                self.overlay_typed(key);
                Vec::new()
            }
        }
    }

    /// Does an action of the overlay on top.
    pub(super) fn overlay_action(&mut self, action: OverlayAction) -> Vec<Effect> {
        if action == OverlayAction::Cancel {
            self.overlays.pop();
            return Vec::new();
        }
        let page = usize::from(self.size.1).saturating_sub(6).max(1);
        match self.overlays.last_mut() {
            Some(Overlay::Form(form)) if action != OverlayAction::Accept => {
                form.act(action);
                Vec::new()
            }
            Some(Overlay::Pick(pick)) if action != OverlayAction::Accept => {
                pick.act(action, page);
                Vec::new()
            }
            Some(Overlay::Confirm(confirm)) if action != OverlayAction::Accept => {
                confirm.act(action);
                Vec::new()
            }
            Some(Overlay::Page(shown)) if action == OverlayAction::CopyPage => {
                vec![Effect::Copy(shown.text.clone())]
            }
            Some(Overlay::Page(shown)) => {
                shown.act(action, page);
                Vec::new()
            }
            _ => self.accept(),
        }
    }

    fn overlay_typed(&mut self, key: Key) {
        match self.overlays.last_mut() {
            Some(Overlay::Form(form)) => form.typed(key),
            Some(Overlay::Pick(pick)) => pick.typed(key),
            _ => {}
        }
    }

    /// Text that was pasted.
    pub(super) fn overlay_pasted(&mut self, text: &str) {
        let line = text.lines().map(str::trim).collect::<Vec<_>>().join(" ");
        match self.overlays.last_mut() {
            Some(Overlay::Form(form)) => line.chars().for_each(|c| form.typed(Key::char(c))),
            Some(Overlay::Pick(pick)) => line.chars().for_each(|c| pick.typed(Key::char(c))),
            _ => {}
        }
    }

    /// Enter: the overlay closes and does what it is for; a form stays open when it is refused.
    fn accept(&mut self) -> Vec<Effect> {
        match self.overlays.pop() {
            Some(Overlay::Form(mut form)) => {
                let submit = std::sync::Arc::clone(&form.submit);
                match submit(self, &form.values()) {
                    Ok(effects) => effects,
                    Err(refusal) => {
                        form.refuse(refusal);
                        self.overlays.push(Overlay::Form(form));
                        Vec::new()
                    }
                }
            }
            Some(Overlay::Pick(pick)) => match pick.chosen_item() {
                Some(item) => (pick.chosen)(self, item),
                None => Vec::new(),
            },
            Some(Overlay::Confirm(confirm)) => confirm.act_on(self),
            other => {
                self.overlays.extend(other);
                Vec::new()
            }
        }
    }
}
