//! The embedded catalogue for people and programs: what we know, with sources and years.
//!
//! Every table is turned into records first, so that JSON, CSV and the full view of one entry need
//! nothing of their own; only the columns of the short list for people are chosen by table.

mod entry;
mod shown;
mod tables;

use serde_json::{Map, Value};

use super::look::Look;
use super::run_text::Page;
use super::sheet::Sheet;
use super::table::Table;
use crate::words::tell;

pub use tables::{Name, listing};

/// One record: field names and values.
pub type Record = Map<String, Value>;

/// A table of the catalogue.
pub struct Listing {
    /// Name as typed on the command line.
    pub name: &'static str,
    /// The field that names an entry.
    pub id: &'static str,
    /// All entries, in catalogue order.
    pub records: Vec<Record>,
    columns: Vec<shown::Shown>,
    /// The field that is shown under each row.
    below: &'static str,
    details: fn(&Record) -> Record,
}

impl Listing {
    /// The entry of that id; upper and lower case count as equal.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Record> {
        self.records.iter().find(|record| {
            let own = record.get(self.id).and_then(Value::as_str);
            own.is_some_and(|own| own.to_lowercase() == id.to_lowercase())
        })
    }

    /// Ids of all entries.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.records
            .iter()
            .filter_map(|record| record.get(self.id).and_then(Value::as_str))
    }

    /// An entry with everything that other tables know about it.
    #[must_use]
    pub fn full(&self, record: &Record) -> Record {
        let mut full = record.clone();
        full.extend((self.details)(record));
        full
    }

    /// The short list for people.
    #[must_use]
    pub fn text(&self, look: Look) -> String {
        let mut page = Page::new(look);
        page.title(&tell(&format!("data-{}", self.name), &[]));
        page.prose(&tell(&format!("data-{}-about", self.name), &[]));
        page.gap();
        let columns = self.columns.iter().map(shown::Shown::column).collect();
        let mut table = Table::new(columns);
        for record in &self.records {
            table.row(self.columns.iter().map(|column| column.text(record)));
            if let Some(sentence) = record.get(self.below).and_then(Value::as_str) {
                table.note(sentence);
            }
        }
        page.lines(table.lines(look));
        page.gap();
        page.prose(&tell(
            "data-more",
            &[
                ("name", self.name.into()),
                ("id", self.ids().next().unwrap_or_default().into()),
            ],
        ));
        page.text()
    }

    /// One entry in full, for people.
    #[must_use]
    pub fn entry_text(&self, record: &Record, look: Look) -> String {
        let mut page = Page::new(look);
        entry::entry(&self.full(record), self.id, &mut page);
        page.text()
    }

    /// All entries as comma-separated values, or only one.
    #[must_use]
    pub fn csv(&self, only: Option<&Record>) -> String {
        let chosen: Vec<&Record> = only.map_or_else(|| self.records.iter().collect(), |r| vec![r]);
        let flat: Vec<Vec<(String, String)>> =
            chosen.iter().map(|record| entry::flat(record)).collect();
        let mut names: Vec<&str> = Vec::new();
        for (name, _) in flat.iter().flatten() {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        let mut sheet = Sheet::new(&names);
        for fields in &flat {
            let value = |name: &&str| {
                fields
                    .iter()
                    .find(|(own, _)| own == name)
                    .map_or("", |(_, value)| value.as_str())
            };
            sheet.row(&names.iter().map(value).collect::<Vec<_>>());
        }
        sheet.text()
    }
}

#[cfg(test)]
mod tests;
