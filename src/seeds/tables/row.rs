//! Reading wide tables by column name, where most fields may be empty.

use serde::de::{Deserialize, IntoDeserializer, value::StrDeserializer};

use super::countries::Figure;
use crate::seeds::SeedError;

/// One line of a table with its column names.
pub(crate) struct Row<'a> {
    file: &'static str,
    columns: &'a csv::StringRecord,
    fields: &'a csv::StringRecord,
}

/// Every line of a table, turned into a value.
pub(crate) fn records<T>(
    file: &'static str,
    text: &str,
    build: impl Fn(&Row<'_>) -> Result<T, SeedError>,
) -> Result<Vec<T>, SeedError> {
    let table = |source| SeedError::Table { file, source };
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(text.as_bytes());
    let columns = reader.headers().map_err(table)?.clone();
    let mut values = Vec::new();
    for fields in reader.records() {
        let fields = fields.map_err(table)?;
        values.push(build(&Row {
            file,
            columns: &columns,
            fields: &fields,
        })?);
    }
    Ok(values)
}

impl Row<'_> {
    /// The text of a field; it may be empty.
    pub(crate) fn text(&self, column: &'static str) -> Result<String, SeedError> {
        Ok(self.field(column)?.to_owned())
    }

    /// A number, or `None` where the field is empty.
    pub(crate) fn number(&self, column: &'static str) -> Result<Option<f64>, SeedError> {
        self.parsed(column)
    }

    /// A figure with the year of the next column, divided by `scale`.
    pub(crate) fn figure(
        &self,
        column: &'static str,
        scale: f64,
    ) -> Result<Option<Figure>, SeedError> {
        let year = self.parsed_at(self.position(column)? + 1, column)?;
        Ok(self.number(column)?.map(|value| Figure {
            value: value / scale,
            year,
        }))
    }

    /// `yes` or `no`.
    pub(crate) fn yes(&self, column: &'static str) -> Result<bool, SeedError> {
        match self.field(column)? {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ => Err(self.fault(column)),
        }
    }

    /// One of the names of an enum, or `None` where the field is empty.
    pub(crate) fn choice<T: for<'de> Deserialize<'de>>(
        &self,
        column: &'static str,
    ) -> Result<Option<T>, SeedError> {
        let name: StrDeserializer<'_, serde::de::value::Error> = match self.field(column)? {
            "" => return Ok(None),
            name => name.into_deserializer(),
        };
        T::deserialize(name)
            .map(Some)
            .map_err(|_| self.fault(column))
    }

    fn parsed<T: std::str::FromStr>(&self, column: &'static str) -> Result<Option<T>, SeedError> {
        self.parsed_at(self.position(column)?, column)
    }

    fn parsed_at<T: std::str::FromStr>(
        &self,
        at: usize,
        column: &'static str,
    ) -> Result<Option<T>, SeedError> {
        match self.fields.get(at) {
            None | Some("") => Ok(None),
            Some(text) => text.parse().map(Some).map_err(|_| self.fault(column)),
        }
    }

    fn field(&self, column: &'static str) -> Result<&str, SeedError> {
        self.fields
            .get(self.position(column)?)
            .ok_or_else(|| self.fault(column))
    }

    fn position(&self, column: &'static str) -> Result<usize, SeedError> {
        self.columns
            .iter()
            .position(|name| name == column)
            .ok_or_else(|| self.fault(column))
    }

    fn fault(&self, column: &'static str) -> SeedError {
        let line = self.fields.position().map_or(0, csv::Position::line);
        SeedError::Field {
            file: self.file,
            line,
            column,
        }
    }
}
