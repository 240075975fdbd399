//! Files that were opened before, the last first.

use std::fs;
use std::path::{Path, PathBuf};

use crate::files::identity::canonical;
use crate::files::{Homes, LifeFault, write_atomically};

/// No more are remembered.
pub const MOST_RECENT: usize = 30;

/// A file that was opened before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    /// Where it was.
    pub path: PathBuf,
    /// Whether it is there now; a disk may be unplugged for a while.
    pub is_there: bool,
}

/// Files that were opened before, the last first.
#[must_use]
pub fn recent(homes: &Homes) -> Vec<Recent> {
    let known = |path: PathBuf| Recent {
        is_there: path.is_file(),
        path,
    };
    read(homes).into_iter().map(known).collect()
}

/// Remembers that a file was opened.
///
/// # Errors
/// If the data folder cannot be written.
pub fn remember(homes: &Homes, path: &Path) -> Result<(), LifeFault> {
    let path = canonical(path);
    let mut all = read(homes);
    all.retain(|other| *other != path);
    all.insert(0, path);
    write(homes, &all)
}

/// Remembers a renamed file by its new name. Forgetting that does no harm.
pub(super) fn replace(homes: &Homes, before: &Path, after: &Path) {
    // The file itself is gone by now, but its folder is not.
    let (before, after) = (canonical(before), canonical(after));
    let mut all = read(homes);
    for path in all.iter_mut().filter(|path| **path == before) {
        path.clone_from(&after);
    }
    let _ = write(homes, &all);
}

fn place(homes: &Homes) -> PathBuf {
    homes.data.join("recent.txt")
}

fn read(homes: &Homes) -> Vec<PathBuf> {
    let text = fs::read_to_string(place(homes)).unwrap_or_default();
    let lines = text.lines().filter(|line| !line.is_empty());
    lines.map(PathBuf::from).take(MOST_RECENT).collect()
}

/// One path on each line; a path that cannot be written so is not remembered.
fn write(homes: &Homes, all: &[PathBuf]) -> Result<(), LifeFault> {
    let texts = all.iter().filter_map(|path| path.to_str());
    let lines = texts.filter(|path| !path.contains(['\n', '\r']));
    let text: String = lines
        .take(MOST_RECENT)
        .map(|path| format!("{path}\n"))
        .collect();
    let place = place(homes);
    fs::create_dir_all(&homes.data)
        .and_then(|()| write_atomically(&place, text.as_bytes()))
        .map_err(|error| LifeFault::of(&place, &error))
}
