//! Noticing that somebody else changed a file.
//!
//! Nothing runs in the background: who shows a file looks when a window gets attention, before
//! saving, and now and then while somebody works.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::identity::digest;
use super::load::read_bytes;
use super::{Fault, LifeFault, Loaded, parse_bytes, to_ron, write_atomically};
use crate::scenario::Scenario;

/// What the bytes of a file were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    length: u64,
    digest: u64,
}

impl Stamp {
    /// The stamp of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self {
            length: bytes.len() as u64,
            digest: digest(bytes),
        }
    }

    /// As text, for a journal.
    pub(super) fn to_text(self) -> String {
        format!("{}-{:016x}", self.length, self.digest)
    }

    /// What [`Stamp::to_text`] wrote.
    pub(super) fn from_text(text: &str) -> Option<Self> {
        let (length, digest) = text.split_once('-')?;
        Some(Self {
            length: length.parse().ok()?,
            digest: u64::from_str_radix(digest, 16).ok()?,
        })
    }
}

/// What became of a file since its stamp was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Its bytes are the same.
    Same,
    /// It has other bytes, with this stamp.
    Changed(Stamp),
    /// It is gone.
    Gone,
    /// It cannot be read at the moment.
    Unreadable,
}

/// What became of a file since its stamp was taken.
#[must_use]
pub fn change(path: &Path, stamp: Stamp) -> Change {
    match fs::read(path).map(|bytes| Stamp::of(&bytes)) {
        Ok(now) if now == stamp => Change::Same,
        Ok(now) => Change::Changed(now),
        Err(error) if error.kind() == ErrorKind::NotFound => Change::Gone,
        Err(_) => Change::Unreadable,
    }
}

/// Reads a file together with its stamp.
///
/// # Errors
/// As [`super::load()`].
pub fn load(path: &Path) -> Result<(Loaded, Stamp), Fault> {
    let bytes = read_bytes(path)?;
    let loaded = parse_bytes(&bytes, &path.display().to_string())?;
    Ok((loaded, Stamp::of(&bytes)))
}

/// Saves a scenario unless somebody else changed the file since `stamp` was taken, and gives its
/// new stamp. Without a stamp whatever is there is replaced. A file that is gone is made again.
///
/// # Errors
/// [`LifeFault::Changed`], or [`Fault::Unwritable`]; the file is then untouched.
pub fn save(path: &Path, scenario: &Scenario, stamp: Option<Stamp>) -> Result<Stamp, LifeFault> {
    if let Some(Change::Changed(_)) = stamp.map(|stamp| change(path, stamp)) {
        return Err(LifeFault::Changed(path.to_owned()));
    }
    let text = to_ron(scenario);
    write_atomically(path, text.as_bytes())
        .map_err(|error| Fault::Unwritable(path.to_owned(), error.to_string()))?;
    Ok(Stamp::of(text.as_bytes()))
}
