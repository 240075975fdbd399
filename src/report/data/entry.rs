//! One entry in full, and records as flat fields.

use serde_json::Value;

use super::Record;
use super::shown::plain;
use crate::report::look::WIDTH;
use crate::report::paragraph::{hang, indent_rest};
use crate::report::run_text::Page;

/// Every field on a line of its own, named as in the data; what is empty is left out.
pub(super) fn entry(record: &Record, id: &str, page: &mut Page) {
    page.title(&record.get(id).map(plain).unwrap_or_default());
    for (name, value) in record.iter().filter(|(name, _)| *name != id) {
        let label = name.replace('_', " ");
        match value {
            Value::Array(items) if items.iter().any(Value::is_object) => {
                page.lines([format!("{label}:")]);
                for item in items {
                    page.lines(hang("  - ", &page.look.text(&plain(item)), WIDTH));
                }
            }
            _ => {
                let text = page.look.text(&plain(value));
                if !text.is_empty() {
                    page.lines(indent_rest(&format!("{label}: {text}"), 2, WIDTH));
                }
            }
        }
    }
}

/// Names and texts of all fields; figures become `name` and `name_year`, lists are joined by `;`.
pub(super) fn flat(record: &Record) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for (name, value) in record {
        match value {
            Value::Object(inner) if inner.contains_key("value") => {
                fields.push((
                    name.clone(),
                    bare(inner.get("value").unwrap_or(&Value::Null)),
                ));
                let year = inner.get("year").unwrap_or(&Value::Null);
                fields.push((format!("{name}_year"), bare(year)));
            }
            Value::Object(inner) => {
                let inner = inner
                    .iter()
                    .map(|(key, value)| (format!("{name}_{key}"), bare(value)));
                fields.extend(inner);
            }
            Value::Array(items) => {
                let items: Vec<String> = items.iter().map(bare).collect();
                fields.push((name.clone(), items.join(";")));
            }
            _ => fields.push((name.clone(), bare(value))),
        }
    }
    fields
}

/// A value without any dressing.
fn bare(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
