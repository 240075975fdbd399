//! What can be wrong with a record.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

/// Where and how a chain first breaks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Break {
    /// The line does not begin with a hash and a space, is too long or is no text.
    #[error("line {line} is no entry")]
    NoEntry {
        /// Number of the line, from 1.
        line: u64,
    },
    /// The hash is not that of this line after the line before it: this line was changed, or lines
    /// before it were removed, added or moved.
    #[error("line {line} does not follow from the line before it")]
    Hash {
        /// Number of the line, from 1.
        line: u64,
    },
    /// The hash holds, but the entry cannot be read.
    #[error("line {line} cannot be read")]
    Unreadable {
        /// Number of the line, from 1.
        line: u64,
    },
}

impl Break {
    /// The first line that does not hold, from 1.
    #[must_use]
    pub fn line(&self) -> u64 {
        match self {
            Break::NoEntry { line } | Break::Hash { line } | Break::Unreadable { line } => *line,
        }
    }
}

/// Why a record cannot be read or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordFault {
    /// There is none.
    #[error("{0} does not exist")]
    Missing(PathBuf),
    /// There is one already.
    #[error("{0} exists already")]
    Exists(PathBuf),
    /// The disk is full.
    #[error("no room is left for {0}")]
    DiskFull(PathBuf),
    /// The chain is broken.
    #[error("{0}: {1}")]
    Broken(PathBuf, Break),
    /// Somebody has cut it while it was open.
    #[error("{0} has become shorter")]
    Shorter(PathBuf),
    /// The entry would be longer than a line may be.
    #[error("an entry is too long")]
    TooLong,
    /// The entry holds numbers that cannot be written.
    #[error("an entry cannot be written")]
    Unspeakable,
    /// Something else that the system reports.
    #[error("{0}: {1}")]
    System(PathBuf, String),
}

impl RecordFault {
    pub(in crate::workshop) fn of(path: &Path, error: &Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::NotFound => Self::Missing(path),
            ErrorKind::AlreadyExists => Self::Exists(path),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::WriteZero => {
                Self::DiskFull(path)
            }
            _ => Self::System(path, error.to_string()),
        }
    }
}
