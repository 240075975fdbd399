//! The last run of a file, so that the library can show it without simulating.

use std::fs;
use std::path::{Path, PathBuf};

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::files::identity::key;
use crate::files::watch::Stamp;
use crate::files::{Homes, LifeFault, write_atomically};

/// A run and its main number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ran {
    /// When, as `2026-11-22 09:30`.
    pub at: String,
    /// Model runs on each path.
    pub draws: u32,
    /// The main number in words, as it was shown.
    pub answer: String,
    /// The file that was simulated.
    file: String,
    /// Whether the file is still the one that was simulated.
    #[serde(skip)]
    pub is_current: bool,
}

impl Ran {
    /// A run of a file with this stamp.
    #[must_use]
    pub fn new(at: String, draws: u32, answer: String, file: Stamp) -> Self {
        Self {
            at,
            draws,
            answer,
            file: file.to_text(),
            is_current: true,
        }
    }
}

/// The last run of a file, if one is remembered.
#[must_use]
pub fn last_run(homes: &Homes, path: &Path) -> Option<Ran> {
    let text = fs::read_to_string(place(homes, path)).ok()?;
    let ran: Ran = ron::from_str(&text).ok()?;
    let now = fs::read(path).map(|bytes| Stamp::of(&bytes).to_text());
    Some(Ran {
        is_current: now.is_ok_and(|now| now == ran.file),
        ..ran
    })
}

/// Remembers the last run of a file.
///
/// # Errors
/// If the data folder cannot be written.
pub fn remember_run(homes: &Homes, path: &Path, ran: &Ran) -> Result<(), LifeFault> {
    let place = place(homes, path);
    let refused = |reason: String| LifeFault::System(place.clone(), reason);
    let text = ron::ser::to_string_pretty(ran, PrettyConfig::default());
    let text = text.map_err(|error| refused(error.to_string()))?;
    fs::create_dir_all(homes.data.join("runs"))
        .and_then(|()| write_atomically(&place, text.as_bytes()))
        .map_err(|error| refused(error.to_string()))
}

fn place(homes: &Homes, path: &Path) -> PathBuf {
    homes
        .data
        .join("runs")
        .join(key(path))
        .with_extension("ron")
}
