//! Fields to fill in; what is refused stays typed, with the reason beside it.

use std::fmt;
use std::sync::Arc;

use tui_input::{Input, InputRequest};

use crate::app::key::Code;
use crate::app::keys::OverlayAction;
use crate::app::{App, Effect, Key};
use crate::scenario::{Quantity, Scale};

/// Why a form was not accepted, and in which field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Place of the field.
    pub field: usize,
    /// The reason, in a sentence.
    pub reason: String,
}

impl Refusal {
    /// A refusal of one field.
    pub fn new(field: usize, reason: impl Into<String>) -> Self {
        Refusal {
            field,
            reason: reason.into(),
        }
    }
}

/// What a form does with its values when it is accepted.
pub type Submit = Arc<dyn Fn(&mut App, &[String]) -> Result<Vec<Effect>, Refusal> + Send + Sync>;

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// By typing.
    Text,
    /// By choosing one of these with the left and right arrows.
    Choice(Vec<String>),
}

/// One field.
#[derive(Clone, Debug)]
pub struct Field {
    /// What is asked.
    pub label: String,
    /// What helps to answer: unit, range, default.
    pub hint: String,
    /// What was typed.
    pub input: Input,
    /// How it is filled in.
    pub kind: FieldKind,
}

/// A line break inside a one-line field.
const BREAK: &str = "¶";

impl Field {
    /// A field for text; line breaks show as `¶`.
    pub fn text(label: impl Into<String>, value: &str) -> Self {
        Field {
            label: label.into(),
            hint: String::new(),
            input: Input::new(value.replace('\n', BREAK)),
            kind: FieldKind::Text,
        }
    }

    /// A field for one of several names.
    pub fn choice(label: impl Into<String>, names: Vec<String>, chosen: usize) -> Self {
        let value = names.get(chosen).cloned().unwrap_or_default();
        Field {
            kind: FieldKind::Choice(names),
            ..Field::text(label, &value)
        }
    }

    /// The same with a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// What was filled in.
    #[must_use]
    pub fn value(&self) -> String {
        self.input.value().replace(BREAK, "\n")
    }

    fn turn(&mut self, by: isize) {
        let FieldKind::Choice(names) = &self.kind else {
            return;
        };
        let at = names.iter().position(|n| n == self.input.value());
        let count = isize::try_from(names.len()).unwrap_or(1).max(1);
        let at = isize::try_from(at.unwrap_or(0)).unwrap_or(0);
        let next = usize::try_from((at + by).rem_euclid(count)).unwrap_or(0);
        if let Some(name) = names.get(next) {
            self.input = Input::new(name.clone());
        }
    }
}

/// A quantity drawn while it is typed, read from the values of the fields.
#[derive(Clone, Copy)]
pub struct Picture {
    /// Reads the quantity; `None` while the values make none.
    pub quantity: fn(&[String]) -> Option<Quantity>,
    /// The scale it is read on.
    pub scale: Scale,
}

impl fmt::Debug for Picture {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Picture").finish_non_exhaustive()
    }
}

/// Fields over the screen.
#[derive(Clone)]
pub struct Form {
    /// What it is about.
    pub title: String,
    /// A sentence that helps.
    pub help: String,
    /// The fields.
    pub fields: Vec<Field>,
    /// The field that is filled in now.
    pub focus: usize,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
    /// Density of what is typed.
    pub picture: Option<Picture>,
    /// What follows.
    pub submit: Submit,
}

impl fmt::Debug for Form {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Form")
            .field("title", &self.title)
            .field("fields", &self.fields)
            .field("focus", &self.focus)
            .field("refusal", &self.refusal)
            .finish_non_exhaustive()
    }
}

impl Form {
    /// A form with these fields.
    pub fn new(
        title: impl Into<String>,
        fields: Vec<Field>,
        submit: impl Fn(&mut App, &[String]) -> Result<Vec<Effect>, Refusal> + Send + Sync + 'static,
    ) -> Self {
        Form {
            title: title.into(),
            help: String::new(),
            fields,
            focus: 0,
            refusal: None,
            picture: None,
            submit: Arc::new(submit),
        }
    }

    /// A form with one field, whose text comes without the spaces around it; why it is refused
    /// stands beside it.
    pub fn line(
        title: impl Into<String>,
        field: Field,
        submit: impl Fn(&mut App, &str) -> Result<Vec<Effect>, String> + Send + Sync + 'static,
    ) -> Self {
        Form::new(title, vec![field], move |app, values| {
            let typed = values.first().map_or("", |value| value.trim());
            submit(app, typed).map_err(|reason| Refusal::new(0, reason))
        })
    }

    /// The same with a sentence that helps.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// The same with a picture of the quantity that is typed.
    #[must_use]
    pub fn picture(mut self, picture: Picture) -> Self {
        self.picture = Some(picture);
        self
    }

    /// Values of all fields.
    #[must_use]
    pub fn values(&self) -> Vec<String> {
        self.fields.iter().map(Field::value).collect()
    }

    /// The quantity that is typed now.
    #[must_use]
    pub fn typed_quantity(&self) -> Option<Quantity> {
        (self.picture?.quantity)(&self.values())
    }

    pub(super) fn refuse(&mut self, refusal: Refusal) {
        self.focus = refusal.field.min(self.fields.len().saturating_sub(1));
        self.refusal = Some(refusal);
    }

    pub(super) fn act(&mut self, action: OverlayAction) {
        let count = self.fields.len().max(1);
        match action {
            OverlayAction::NextField => self.focus = (self.focus + 1) % count,
            OverlayAction::PreviousField => self.focus = (self.focus + count - 1) % count,
            _ => {}
        }
    }

    pub(super) fn typed(&mut self, key: Key) {
        let Some(field) = self.fields.get_mut(self.focus) else {
            return;
        };
        if matches!(field.kind, FieldKind::Choice(_)) {
            match key.code {
                Code::Left => field.turn(-1),
                Code::Right | Code::Char(' ') => field.turn(1),
                _ => {}
            }
        } else if let Some(request) = request(key) {
            self.refusal = None;
            field.input.handle(request);
        }
    }
}

/// What a key does to a line of text, as in a shell.
pub(super) fn request(key: Key) -> Option<InputRequest> {
    use InputRequest::{
        DeleteLine, DeleteNextChar, DeletePrevChar, DeletePrevWord, DeleteTillEnd, GoToEnd,
        GoToNextChar, GoToNextWord, GoToPrevChar, GoToPrevWord, GoToStart, InsertChar,
    };
    if let Some(letter) = key.typed() {
        return Some(InsertChar(letter));
    }
    Some(match (key.code, key.ctrl || key.alt) {
        (Code::Left, false) | (Code::Char('b'), true) => GoToPrevChar,
        (Code::Right, false) | (Code::Char('f'), true) => GoToNextChar,
        (Code::Left, true) => GoToPrevWord,
        (Code::Right, true) => GoToNextWord,
        (Code::Home, _) | (Code::Char('a'), true) => GoToStart,
        (Code::End, _) | (Code::Char('e'), true) => GoToEnd,
        (Code::Backspace, false) | (Code::Char('h'), true) => DeletePrevChar,
        (Code::Backspace | Code::Char('w'), true) => DeletePrevWord,
        (Code::Delete, _) | (Code::Char('d'), true) => DeleteNextChar,
        (Code::Char('u'), true) => DeleteLine,
        (Code::Char('k'), true) => DeleteTillEnd,
        _ => return None,
    })
}
