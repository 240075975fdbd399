//! The columns of the short lists.

use serde_json::Value;

use super::Record;
use crate::report::table::{Column, aligned};
use crate::tell;
use crate::words::numbers::{Scale, catalogued, two_digits};
use crate::words::{known_message, tell};

/// One column: where its text comes from and how it is set.
pub(super) struct Shown {
    key: &'static str,
    how: How,
}

#[derive(Clone, Copy, PartialEq)]
enum How {
    Short,
    Words,
    /// A name of the data that people know under another one.
    Named,
    /// A share with its year.
    Share,
    /// People, in millions.
    People,
    /// `p50 [p5–p95]` of the record.
    Range,
    /// How many there are in a list.
    Count,
}

impl Shown {
    pub(super) fn short(key: &'static str) -> Self {
        Self {
            key,
            how: How::Short,
        }
    }

    pub(super) fn named(key: &'static str) -> Self {
        Self {
            key,
            how: How::Named,
        }
    }

    pub(super) fn words(key: &'static str) -> Self {
        Self {
            key,
            how: How::Words,
        }
    }

    pub(super) fn share(key: &'static str) -> Self {
        Self {
            key,
            how: How::Share,
        }
    }

    pub(super) fn people(key: &'static str) -> Self {
        Self {
            key,
            how: How::People,
        }
    }

    pub(super) fn range() -> Self {
        Self {
            key: "range",
            how: How::Range,
        }
    }

    pub(super) fn count(key: &'static str) -> Self {
        Self {
            key,
            how: How::Count,
        }
    }

    /// The column, with its heading from the catalogue of words.
    pub(super) fn column(&self) -> Column {
        let title = tell(&format!("data-column-{}", self.key), &[]);
        match self.how {
            How::Short | How::Named => Column::short(title),
            How::Words => Column::words(title),
            How::Share | How::People | How::Range | How::Count => Column::numbers(title),
        }
    }

    /// The cell of a record.
    pub(super) fn text(&self, record: &Record) -> String {
        let value = record.get(self.key).unwrap_or(&Value::Null);
        match self.how {
            How::Short | How::Words => plain(value),
            How::Named => named(self.key, &plain(value)),
            How::Count => value
                .as_array()
                .map_or_else(String::new, |list| list.len().to_string()),
            How::Range => range(record),
            How::Share | How::People => figure(value, self.how),
        }
    }
}

/// The words for a value, such as `act now` for the cluster `High`.
fn named(key: &str, value: &str) -> String {
    let id = format!("kind-{key}-{value}");
    if known_message(&id) {
        tell(&id, &[])
    } else {
        value.to_owned()
    }
}

/// A value as a word; lists with commas.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => tell("yes", &[]),
        Value::Bool(false) => tell("no", &[]),
        Value::Number(number) => number.as_f64().map_or_else(String::new, catalogued),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(fields) if fields.contains_key("reason") => flag(fields),
        Value::Object(fields) => match (fields.get("value"), fields.get("year")) {
            (Some(value), Some(Value::Number(year))) => {
                tell!("data-figure", value = plain(value), year = year.to_string())
            }
            (Some(value), _) => plain(value),
            _ => {
                let parts = fields
                    .iter()
                    .map(|(name, value)| format!("{name} {}", plain(value)));
                parts.collect::<Vec<_>>().join("; ")
            }
        },
    }
}

/// A doubt about a figure.
fn flag(fields: &Record) -> String {
    let text = |key: &str| fields.get(key).map(plain).unwrap_or_default();
    match fields.get("year").and_then(Value::as_i64) {
        Some(year) => tell!(
            "doubt-flag-year",
            input = text("input"),
            reason = text("reason"),
            year = year.to_string()
        ),
        None => tell!("doubt-flag", input = text("input"), reason = text("reason")),
    }
}

/// A published figure with its year.
fn figure(value: &Value, how: How) -> String {
    let number = value.get("value").and_then(Value::as_f64);
    let Some(number) = number else {
        return tell("value-missing", &[]);
    };
    let shown = match how {
        How::People => two_digits(number / 1e6, 10.0),
        _ => Scale::of("share", &[]).number(Some(number)),
    };
    match value.get("year").and_then(Value::as_i64) {
        Some(year) => aligned(&tell!("data-dated", value = shown, year = year.to_string())),
        None => shown,
    }
}

fn range(record: &Record) -> String {
    let number = |key: &str| {
        record
            .get(key)
            .and_then(Value::as_f64)
            .map(catalogued)
            .unwrap_or_default()
    };
    aligned(&tell!(
        "value-range",
        middle = number("p50"),
        low = number("p5"),
        high = number("p95")
    ))
}
