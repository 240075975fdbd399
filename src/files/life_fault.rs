//! Why something around a scenario file failed: finding, naming, keeping, locking.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::Fault;
use super::lock::Holder;

/// Why something around a scenario file failed. The sentences are in
/// [`crate::words::faults::of_life`].
#[derive(Clone, Debug, PartialEq, Error)]
pub enum LifeFault {
    /// The user has no home folder.
    #[error("no home folder")]
    NoHome,
    /// A name without a letter or digit.
    #[error("no name")]
    NoName,
    /// There is such a file already.
    #[error("{}: exists", .0.display())]
    Exists(PathBuf),
    /// Another program works on the file.
    #[error("{}: open elsewhere", .0.display())]
    Open(PathBuf, Holder),
    /// Somebody else changed the file since it was read.
    #[error("{}: changed on the disk", .0.display())]
    Changed(PathBuf),
    /// The system refused, and why.
    #[error("{}: {}", .0.display(), .1)]
    System(PathBuf, String),
    /// The file itself.
    #[error(transparent)]
    File(#[from] Fault),
}

impl LifeFault {
    /// What the system said about a path.
    pub(super) fn of(path: &Path, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::AlreadyExists => Self::Exists(path.to_owned()),
            io::ErrorKind::NotFound => Self::File(Fault::NotFound(path.to_owned())),
            _ => Self::System(path.to_owned(), error.to_string()),
        }
    }
}
