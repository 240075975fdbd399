//! Reading an embedded table: `#` starts a comment line, the first other line names the columns.

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error};

use crate::seeds::SeedError;

/// Every row of a table, in file order.
pub(crate) fn rows<T: DeserializeOwned>(
    file: &'static str,
    text: &str,
) -> Result<Vec<T>, SeedError> {
    csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(text.as_bytes())
        .into_deserialize()
        .collect::<Result<_, csv::Error>>()
        .map_err(|source| SeedError::Table { file, source })
}

/// A list written `one|two|three`; an empty field is an empty list.
pub(crate) fn list<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    let text = String::deserialize(from)?;
    Ok(text
        .split('|')
        .filter(|item| !item.is_empty())
        .map(str::to_owned)
        .collect())
}

/// `yes` or `no`.
pub(crate) fn yes<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    match String::deserialize(from)?.as_str() {
        "yes" => Ok(true),
        "no" => Ok(false),
        other => Err(D::Error::custom(format!(
            "expected yes or no, found '{other}'"
        ))),
    }
}
