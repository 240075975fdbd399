//! Reads words such as `High`, `Fixed(1.0)` and `Chance(title: …)`.

use super::{Problem, Read, Reader};
use crate::files::Trouble;
use crate::files::syntax::{Form, Span};
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, EnumAccess, VariantAccess, Visitor};

/// A word and what follows it in brackets.
pub(super) struct Variant<'t> {
    reader: Reader<'t>,
    name: Span,
}

impl<'t> Variant<'t> {
    /// The variant that a value names, if it names one.
    pub(super) fn of(reader: Reader<'t>) -> Option<Self> {
        match &reader.value.form {
            Form::Word => Some(reader.value.span),
            Form::Struct(name, _) | Form::Tuple(name, _) => *name,
            _ => None,
        }
        .map(|name| Self { reader, name })
    }

    fn written(&self) -> String {
        self.name.of(self.reader.text).to_owned()
    }
}

/// The error for a value that names no variant, with the help that its form suggests.
pub(super) fn not_one(reader: Reader<'_>, expected: &str) -> Trouble {
    let written = reader.written();
    match reader.value.form {
        Form::Number if expected == "enum Quantity" => {
            reader.trouble(Problem::NumberForQuantity(written))
        }
        Form::Text => reader.trouble(Problem::WordInQuotes(written.trim_matches('"').to_owned())),
        _ => reader.wrong("a word"),
    }
}

impl<'t> EnumAccess<'t> for Variant<'t> {
    type Error = Trouble;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'t>>(self, seed: S) -> Read<(S::Value, Self)> {
        let name = self.name.of(self.reader.text);
        let read = seed.deserialize(StrDeserializer::<Trouble>::new(name));
        let value = read.map_err(|trouble| trouble.or_at(self.name))?;
        Ok((value, self))
    }
}

impl<'t> VariantAccess<'t> for Variant<'t> {
    type Error = Trouble;

    fn unit_variant(self) -> Read<()> {
        match self.reader.value.form {
            Form::Word => Ok(()),
            _ => {
                let expected = format!("`{}` without brackets", self.written());
                Err(self.reader.wrong(&expected))
            }
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'t>>(self, seed: S) -> Read<S::Value> {
        match &self.reader.value.form {
            Form::Tuple(_, items) => match items.as_slice() {
                [inner] => seed
                    .deserialize(self.reader.of(inner))
                    .map_err(|trouble| trouble.or_at(inner.head())),
                _ => {
                    let expected = format!("one value in `{}(…)`", self.written());
                    let found = items.len();
                    Err(self.reader.trouble(Problem::WrongCount { expected, found }))
                }
            },
            Form::Struct(..) => Err(self.reader.trouble(Problem::SingleBrackets(self.written()))),
            _ => {
                let expected = format!("`{}(…)` with a value in brackets", self.written());
                Err(self.reader.wrong(&expected))
            }
        }
    }

    fn tuple_variant<V: Visitor<'t>>(self, length: usize, visitor: V) -> Read<V::Value> {
        match &self.reader.value.form {
            Form::Tuple(_, items) if items.len() == length => self.reader.items(items, visitor),
            _ => Err(self.reader.wrong(&format!("{length} values in brackets"))),
        }
    }

    fn struct_variant<V: Visitor<'t>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        match &self.reader.value.form {
            Form::Struct(_, fields) => self.reader.fields(fields, visitor),
            Form::Tuple(_, items) if items.is_empty() => self.reader.fields(&[], visitor),
            _ => {
                let expected = format!("`{}(…)` with named fields", self.written());
                Err(self.reader.wrong(&expected))
            }
        }
    }
}
