//! `foretree data`: the embedded catalogue.

use serde_json::{Value, json};

use super::arguments::{Data, Format, Table};
use super::failure::Failure;
use super::new::unknown;
use super::output;
use crate::report::data::{Name, listing};
use crate::scenario::nearest;

/// A table, or one entry of it.
///
/// # Errors
///
/// An id that does not exist.
pub(crate) fn data(asked: &Data) -> Result<String, Failure> {
    let listing = listing(name(asked.table));
    let record = match &asked.id {
        Some(id) => Some(
            listing
                .find(id)
                .ok_or_else(|| unknown(listing.name, id, nearest(id, listing.ids())))?,
        ),
        None => None,
    };
    Ok(match (asked.format, record) {
        (Format::Text, None) => listing.text(output::look()),
        (Format::Text, Some(record)) => listing.entry_text(record, output::look()),
        (Format::Json, None) => json(&json!(listing.records)),
        (Format::Json, Some(record)) => json(&Value::Object(listing.full(record))),
        (Format::Csv, record) => listing.csv(record),
    })
}

/// JSON with a line break at the end.
pub(crate) fn json(value: &Value) -> String {
    format!("{value:#}\n")
}

fn name(table: Table) -> Name {
    match table {
        Table::Countries => Name::Countries,
        Table::Groups => Name::Groups,
        Table::Parameters => Name::Parameters,
        Table::Measures => Name::Measures,
        Table::Effects => Name::Effects,
        Table::Evidence => Name::Evidence,
        Table::Glossary => Name::Glossary,
        Table::Paths => Name::Paths,
        Table::Indicators => Name::Indicators,
    }
}
