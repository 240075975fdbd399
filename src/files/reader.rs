//! Reads typed values out of a file's form, keeping the place of every error.
//!
//! A `serde` deserializer over [`Value`]; `Some(…)` around a value may be left out, as in RON
//! with its extension `implicit_some`.

use super::syntax::{self, Field, Form, Value};
use super::{Problem, Trouble};
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::collections::HashSet;

mod variant;

/// One value to read and the text it stands in.
#[derive(Clone, Copy)]
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) value: &'t Value,
}

type Read<T> = Result<T, Trouble>;

impl<'t> Reader<'t> {
    fn of(self, value: &'t Value) -> Self {
        Self { value, ..self }
    }

    fn trouble(self, problem: Problem) -> Trouble {
        Trouble::new(problem, self.value.head())
    }

    fn wrong(self, expected: &str) -> Trouble {
        let expected = expected.to_owned();
        let found = form_name(&self.value.form);
        self.trouble(Problem::WrongForm { expected, found })
    }

    fn written(self) -> String {
        self.value.span.of(self.text).chars().take(40).collect()
    }

    fn float(self) -> Read<f64> {
        let written = self.written();
        let bare = written.trim_start_matches(['+', '-']);
        let special = ["inf", "NaN"].iter().any(|word| bare.starts_with(word));
        match self.value.form {
            Form::Number | Form::Word if special => Err(self.trouble(Problem::NotFinite(written))),
            Form::Number => match syntax::number::<f64>(self.text, self.value) {
                Some(number) if number.is_finite() => Ok(number),
                Some(_) => Err(self.trouble(Problem::Overflow(written))),
                None => Err(self.trouble(Problem::BadNumber(written))),
            },
            _ => Err(self.wrong("a number")),
        }
    }

    fn whole<T>(self, min: impl Into<i128>, max: impl Into<i128>) -> Read<T>
    where
        T: serde::de::DeserializeOwned,
    {
        if self.value.form != Form::Number {
            return Err(self.wrong("a whole number"));
        }
        syntax::number(self.text, self.value).ok_or_else(|| {
            let (min, max, found) = (min.into(), max.into(), self.written());
            self.trouble(Problem::NotWhole { found, min, max })
        })
    }

    fn string(self) -> Read<String> {
        syntax::text(self.text, self.value).map_err(|(problem, span)| match problem {
            Problem::ExpectedText => self.wrong("a text in quotation marks"),
            problem => Trouble::new(problem, span),
        })
    }

    /// Reads `(field: value, …)`.
    fn fields<V: Visitor<'t>>(self, fields: &'t [Field], visitor: V) -> Read<V::Value> {
        let access = Fields {
            reader: self,
            fields: fields.iter(),
            next: None,
            seen: HashSet::new(),
        };
        let read = visitor.visit_map(access);
        read.map_err(|trouble| trouble.or_at(self.value.head()))
    }

    fn items<V: Visitor<'t>>(self, items: &'t [Value], visitor: V) -> Read<V::Value> {
        let expected = expectation(&visitor);
        let mut access = Items {
            reader: self,
            items: items.iter(),
        };
        let read = visitor.visit_seq(&mut access);
        let read = read.map_err(|trouble| trouble.or_at(self.value.head()))?;
        if access.items.len() > 0 {
            let found = items.len();
            return Err(self.trouble(Problem::WrongCount { expected, found }));
        }
        Ok(read)
    }
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $type:ty),*) => {$(
        fn $method<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
            visitor.$visit(self.whole::<$type>(<$type>::MIN, <$type>::MAX)?)
        }
    )*};
}

impl<'t> Deserializer<'t> for Reader<'t> {
    type Error = Trouble;

    /// Numbers and enums only: all that a field of several forms needs.
    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        match self.value.form {
            Form::Number => visitor.visit_f64(self.float()?),
            Form::Word if self.float_word() => visitor.visit_f64(self.float()?),
            Form::Word | Form::Struct(Some(_), _) | Form::Tuple(Some(_), _) => {
                self.deserialize_enum("", &[], visitor)
            }
            _ => Err(self.wrong(&expectation(&visitor))),
        }
    }

    whole_numbers!(
        deserialize_u8 visit_u8 u8,
        deserialize_u16 visit_u16 u16,
        deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64,
        deserialize_i8 visit_i8 i8,
        deserialize_i16 visit_i16 i16,
        deserialize_i32 visit_i32 i32,
        deserialize_i64 visit_i64 i64
    );

    fn deserialize_f64<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_f64(self.float()?)
    }

    fn deserialize_f32<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        match (&self.value.form, self.value.span.of(self.text)) {
            (Form::Word, "true") => visitor.visit_bool(true),
            (Form::Word, "false") => visitor.visit_bool(false),
            _ => Err(self.wrong("`true` or `false`")),
        }
    }

    fn deserialize_string<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_string(self.string()?)
    }

    fn deserialize_str<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        self.deserialize_string(visitor)
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        match &self.value.form {
            Form::Word if self.value.span.of(self.text) == "None" => visitor.visit_none(),
            Form::Tuple(Some(name), items) if name.of(self.text) == "Some" => {
                match items.as_slice() {
                    [inner] => visitor.visit_some(self.of(inner)),
                    _ => Err(self.wrong("one value in `Some(…)`")),
                }
            }
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'t>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Read<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        match &self.value.form {
            Form::List(items) => self.items(items, visitor),
            _ => Err(self.wrong("a list in `[ ]`")),
        }
    }

    fn deserialize_tuple<V: Visitor<'t>>(self, length: usize, visitor: V) -> Read<V::Value> {
        match &self.value.form {
            Form::Tuple(None, items) if items.len() == length => self.items(items, visitor),
            Form::Tuple(None, items) => {
                let (expected, found) = (format!("{length} values in `( )`"), items.len());
                Err(self.trouble(Problem::WrongCount { expected, found }))
            }
            _ => Err(self.wrong(&format!("{length} values in `( )`"))),
        }
    }

    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        match &self.value.form {
            Form::Map(entries) => visitor.visit_map(Entries {
                reader: self,
                entries: entries.iter(),
                value: None,
                seen: HashSet::new(),
            }),
            _ => Err(self.wrong("a map in `{ }`")),
        }
    }

    fn deserialize_struct<V: Visitor<'t>>(
        self,
        name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        let (written, fields) = match &self.value.form {
            Form::Struct(written, fields) => (written, fields.as_slice()),
            Form::Tuple(written, items) if items.is_empty() => (written, [].as_slice()),
            _ => return Err(self.wrong("named fields in `( )`")),
        };
        match written {
            Some(written) if written.of(self.text) != name => {
                Err(self.wrong("named fields in `( )` without a name before them"))
            }
            _ => self.fields(fields, visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'t>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        let expected = expectation(&visitor);
        match variant::Variant::of(self) {
            Some(variant) => visitor.visit_enum(variant),
            None => Err(variant::not_one(self, &expected)),
        }
    }

    serde::forward_to_deserialize_any! {
        <V: Visitor<'t>>
        char bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }
}

impl Reader<'_> {
    fn float_word(self) -> bool {
        matches!(
            self.value.span.of(self.text),
            "inf" | "NaN" | "inff32" | "inff64" | "NaNf32" | "NaNf64"
        )
    }
}

/// What a visitor waits for, in words.
fn expectation<'t, V: Visitor<'t>>(visitor: &V) -> String {
    struct Shown<'v, V>(&'v V);
    impl<'t, V: Visitor<'t>> std::fmt::Display for Shown<'_, V> {
        fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            self.0.expecting(out)
        }
    }
    Shown(visitor).to_string()
}

fn form_name(form: &Form) -> &'static str {
    match form {
        Form::Number => "a number",
        Form::Text => "a text",
        Form::Word => "a word",
        Form::List(_) => "a list",
        Form::Map(_) => "a map",
        Form::Struct(None, _) => "named fields",
        Form::Tuple(None, _) => "values in brackets",
        Form::Struct(Some(_), _) | Form::Tuple(Some(_), _) => "a word with brackets",
    }
}

struct Fields<'t> {
    reader: Reader<'t>,
    fields: std::slice::Iter<'t, Field>,
    next: Option<&'t Field>,
    seen: HashSet<&'t str>,
}

impl<'t> MapAccess<'t> for Fields<'t> {
    type Error = Trouble;

    fn next_key_seed<K: DeserializeSeed<'t>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        self.next = self.fields.next();
        let Some(field) = self.next else {
            return Ok(None);
        };
        let name = field.name.of(self.reader.text);
        if !self.seen.insert(name) {
            let problem = Problem::RepeatedField {
                name: name.to_owned(),
            };
            return Err(Trouble::new(problem, field.name));
        }
        let read = seed.deserialize(StrDeserializer::<Trouble>::new(name));
        read.map(Some).map_err(|trouble| trouble.or_at(field.name))
    }

    fn next_value_seed<V: DeserializeSeed<'t>>(&mut self, seed: V) -> Read<V::Value> {
        let Some(field) = self.next else {
            return Err(self.reader.wrong("a value"));
        };
        let read = seed.deserialize(self.reader.of(&field.value));
        read.map_err(|trouble| trouble.or_at(field.value.head()))
    }
}

struct Items<'t> {
    reader: Reader<'t>,
    items: std::slice::Iter<'t, Value>,
}

impl<'t> SeqAccess<'t> for Items<'t> {
    type Error = Trouble;

    fn next_element_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Read<Option<S::Value>> {
        let Some(item) = self.items.next() else {
            return Ok(None);
        };
        let read = seed.deserialize(self.reader.of(item));
        read.map(Some).map_err(|trouble| trouble.or_at(item.head()))
    }
}

struct Entries<'t> {
    reader: Reader<'t>,
    entries: std::slice::Iter<'t, (Value, Value)>,
    value: Option<&'t Value>,
    seen: HashSet<String>,
}

impl<'t> Entries<'t> {
    fn key(&mut self, key: &'t Value) -> Read<String> {
        let name = self.reader.of(key).string()?;
        if !self.seen.insert(name.clone()) {
            let problem = Problem::RepeatedKey { key: name.clone() };
            return Err(Trouble::new(problem, key.head()));
        }
        Ok(name)
    }
}

impl<'t> MapAccess<'t> for Entries<'t> {
    type Error = Trouble;

    fn next_key_seed<K: DeserializeSeed<'t>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        let Some((key, value)) = self.entries.next() else {
            return Ok(None);
        };
        let name = self.key(key)?;
        let read = seed.deserialize(StrDeserializer::<Trouble>::new(&name));
        self.value = Some(value);
        read.map(Some).map_err(|trouble| trouble.or_at(key.head()))
    }

    fn next_value_seed<V: DeserializeSeed<'t>>(&mut self, seed: V) -> Read<V::Value> {
        let Some(value) = self.value.take() else {
            return Err(self.reader.wrong("a value"));
        };
        let read = seed.deserialize(self.reader.of(value));
        read.map_err(|trouble| trouble.or_at(value.head()))
    }
}
