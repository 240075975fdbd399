//! What a file looks like before anyone asks what it means.

use super::Span;
use crate::scenario::{Place, Step};

/// One value with the bytes it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// All of it, with brackets and name.
    pub span: Span,
    /// What it looks like.
    pub form: Form,
}

/// How a value is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A number, not yet decoded.
    Number,
    /// A text in quotes, not yet decoded.
    Text,
    /// A bare word such as `High`.
    Word,
    /// `[a, b]`
    List(Vec<Value>),
    /// `{"key": value}`
    Map(Vec<(Value, Value)>),
    /// `(field: value)` or `Name(field: value)`
    Struct(Option<Span>, Vec<Field>),
    /// `(a, b)` or `Name(a, b)`; also `()` and `Name()`
    Tuple(Option<Span>, Vec<Value>),
}

/// A named value within brackets.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Where the name stands.
    pub name: Span,
    /// What it names.
    pub value: Value,
}

impl Value {
    /// Where a person looks first: the name if there is one, else the opening bracket, else all.
    #[must_use]
    pub fn head(&self) -> Span {
        match &self.form {
            Form::Number | Form::Text | Form::Word => self.span,
            Form::Struct(Some(name), _) | Form::Tuple(Some(name), _) => *name,
            _ => Span {
                start: self.span.start,
                end: (self.span.start + 1).min(self.span.end),
            },
        }
    }

    /// The span that a place means, or that of the nearest thing around it.
    #[must_use]
    pub fn locate(&self, text: &str, place: &Place) -> Span {
        let mut here = self;
        let mut span = self.head();
        let last = place.steps().len();
        for (number, step) in place.steps().iter().enumerate() {
            let Some((name, value)) = here.child(text, step) else {
                return span;
            };
            let name_meant = place.is_name() && number + 1 == last;
            span = name.filter(|_| name_meant).unwrap_or(value.head());
            here = value;
        }
        span
    }

    /// The value one step further, and where its name or key stands.
    #[must_use]
    pub fn child(&self, text: &str, step: &Step) -> Option<(Option<Span>, &Self)> {
        match (&self.form, step) {
            (Form::Struct(_, fields), Step::Field(name)) => fields
                .iter()
                .find(|field| field.name.of(text) == name)
                .map(|field| (Some(field.name), &field.value)),
            (Form::Map(entries), Step::Key(key)) => entries
                .iter()
                .find(|(name, _)| super::text(text, name).is_ok_and(|name| name == *key))
                .map(|(name, value)| (Some(name.span), value)),
            (Form::List(items), Step::Index(index)) => items.get(*index).map(|value| (None, value)),
            (Form::Tuple(name, items), _) => tuple_child(text, *name, items, step),
            _ => None,
        }
    }
}

/// Steps within a tuple; the wrappings of `Custom((…))`, `Some(…)` and `Discrete([…])` are no
/// steps of their own in a place.
fn tuple_child<'v>(
    text: &str,
    name: Option<Span>,
    items: &'v [Value],
    step: &Step,
) -> Option<(Option<Span>, &'v Value)> {
    match (name, items) {
        (Some(_), [wrapped]) => wrapped.child(text, step),
        (_, items) => match step {
            Step::Index(index) => items.get(*index).map(|value| (None, value)),
            _ => None,
        },
    }
}

impl Value {
    /// The place of the innermost thing that holds a span.
    #[must_use]
    pub fn place(&self, text: &str, span: Span) -> Place {
        let mut steps = Vec::new();
        let mut here = Some(self);
        while let Some(value) = here {
            here = value.step_towards(text, span, &mut steps);
        }
        Place::of(steps)
    }

    fn step_towards(&self, text: &str, span: Span, steps: &mut Vec<Step>) -> Option<&Self> {
        match &self.form {
            Form::Struct(_, fields) => {
                let field = fields
                    .iter()
                    .find(|field| field.name.holds(span) || field.value.span.holds(span))?;
                steps.push(Step::Field(field.name.of(text).to_owned()));
                (!field.name.holds(span)).then_some(&field.value)
            }
            Form::Map(entries) => {
                let (key, value) = entries
                    .iter()
                    .find(|(key, value)| key.span.holds(span) || value.span.holds(span))?;
                let name = super::text(text, key).unwrap_or_default();
                steps.push(Step::Key(name));
                (!key.span.holds(span)).then_some(value)
            }
            Form::List(items) => {
                let index = items.iter().position(|item| item.span.holds(span))?;
                steps.push(Step::Index(index));
                items.get(index)
            }
            Form::Tuple(name, items) => {
                let index = items.iter().position(|item| item.span.holds(span))?;
                if name.is_none() {
                    steps.push(Step::Index(index));
                }
                items.get(index)
            }
            Form::Number | Form::Text | Form::Word => None,
        }
    }
}
