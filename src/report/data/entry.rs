//! One entry in full, and records as flat fields.

use serde_json::Value;

use super::Record;
use super::shown::plain;
use crate::report::look::WIDTH;
use crate::report::run_text::Page;
use crate::report::table::{Column, Table};
use crate::tell;
use crate::words::numbers::two_digits;
use crate::words::paragraph::{hang, indent_rest};

/// Field that says who published the others.
const SOURCES: &str = "sources";

/// Every field on a line of its own, named as in the data; what is empty is left out.
pub(super) fn entry(record: &Record, id: &str, page: &mut Page) {
    page.title(&record.get(id).map(plain).unwrap_or_default());
    for (name, value) in record
        .iter()
        .filter(|(name, _)| *name != id && *name != SOURCES)
    {
        let label = name.replace('_', " ");
        match value {
            Value::Array(items) if items.iter().all(is_row) && !items.is_empty() => {
                page.lines([format!("{label}:")]);
                page.lines(rows(items).indented(2).lines(page.look));
            }
            Value::Array(items) if items.iter().any(Value::is_object) => {
                page.lines([format!("{label}:")]);
                for item in items {
                    page.lines(hang("  - ", &page.look.text(&plain(item)), WIDTH));
                }
            }
            _ => {
                let text = page.look.text(&sourced(record, name, plain(value)));
                if !text.is_empty() {
                    page.lines(indent_rest(&format!("{label}: {text}"), 2, WIDTH));
                }
            }
        }
    }
}

/// The text with who published it, where that is known.
fn sourced(record: &Record, name: &str, text: String) -> String {
    let source = record.get(SOURCES).and_then(|sources| sources.get(name));
    match source.and_then(Value::as_str) {
        Some(source) => tell!("data-sourced", value = text, source = source),
        None => text,
    }
}

/// A name with numbers.
fn is_row(item: &Value) -> bool {
    let Value::Object(fields) = item else {
        return false;
    };
    let mut values = fields.values();
    values.next().is_some_and(Value::is_string) && values.all(Value::is_number)
}

/// Rows of numbers, one line per name.
fn rows(items: &[Value]) -> Table {
    let names = items
        .first()
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(|row| row.keys());
    let columns = names.enumerate().map(|(index, name)| match index {
        0 => Column::short(""),
        _ => Column::numbers(name.replace('_', " ")).tall(),
    });
    let mut table = Table::new(columns.collect());
    for row in items.iter().filter_map(Value::as_object) {
        table.row(row.values().map(|value| match value.as_f64() {
            Some(number) => two_digits(number, number),
            None => plain(value),
        }));
    }
    table
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
