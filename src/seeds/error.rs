//! What can be wrong with an embedded file.
//!
//! A shipped program never meets these: a test parses every file. They exist so that a person who
//! edits a seed file is told where the fault is.

use thiserror::Error;

/// A fault in an embedded catalogue file.
#[derive(Debug, Error)]
pub enum SeedError {
    /// A table whose text is not what its columns promise.
    #[error("seeds/{file}: {source}")]
    Table {
        /// Name of the file.
        file: &'static str,
        /// What the reader found, with its line.
        source: csv::Error,
    },
    /// A structured text that cannot be read.
    #[error("seeds/{file}: {source}")]
    Text {
        /// Name of the file.
        file: &'static str,
        /// What the reader found, with its position.
        source: Box<ron::error::SpannedError>,
    },
    /// A field that is missing or not of its kind.
    #[error("seeds/{file}:{line}: the field '{column}' is missing or cannot be read")]
    Field {
        /// Name of the file.
        file: &'static str,
        /// Line in the file, from 1.
        line: u64,
        /// Name of the column.
        column: &'static str,
    },
    /// A name that another file does not have.
    #[error("seeds/{file}: '{id}' names '{missing}', which does not exist")]
    Unresolved {
        /// Name of the file.
        file: &'static str,
        /// The row at fault.
        id: String,
        /// The name that leads nowhere.
        missing: String,
    },
}
