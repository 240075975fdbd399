//! Making, copying and renaming files. Nothing is overwritten.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::name::{candidates, stem};
use super::recent::replace;
use crate::files::{Homes, LifeFault, Loaded, load, lock, parse, to_ron, write_new};
use crate::scenario::Scenario;

/// Writes a scenario into the library under the name that its title suggests.
///
/// # Errors
/// If the title has no letter or the folder cannot be written.
pub fn create(homes: &Homes, scenario: &Scenario) -> Result<PathBuf, LifeFault> {
    let stem = stem(&scenario.title)?;
    write_first_free(&homes.scenarios, &stem, to_ron(scenario).as_bytes())
}

/// Copies a file into the library under another title; comments stay. A file that cannot be read
/// as a scenario is copied as it is.
///
/// # Errors
/// If the title has no letter, the file cannot be read or the folder cannot be written.
pub fn duplicate(homes: &Homes, path: &Path, title: &str) -> Result<PathBuf, LifeFault> {
    let bytes = retitled(path, title)?;
    write_first_free(&homes.scenarios, &stem(title)?, &bytes)
}

/// Gives a scenario another title and its file the name that goes with it; comments stay. A file
/// that cannot be read as a scenario gets the name only.
///
/// # Errors
/// If another program works on it, the title has no letter, or the folder cannot be written; the
/// file is then as it was.
pub fn rename(homes: &Homes, path: &Path, title: &str) -> Result<PathBuf, LifeFault> {
    free(homes, path)?;
    let stem = stem(title)?;
    let bytes = retitled(path, title)?;
    if path.file_stem().is_some_and(|now| now == stem.as_str()) {
        crate::files::write_atomically(path, &bytes)
            .map_err(|error| LifeFault::of(path, &error))?;
        return Ok(path.to_owned());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let renamed = write_first_free(folder, &stem, &bytes)?;
    fs::remove_file(path).map_err(|error| LifeFault::of(path, &error))?;
    replace(homes, path, &renamed);
    Ok(renamed)
}

/// Refuses what another program works on.
pub(super) fn free(homes: &Homes, path: &Path) -> Result<(), LifeFault> {
    match lock::holder(homes, path) {
        Some(holder) => Err(LifeFault::Open(path.to_owned(), holder)),
        None => Ok(()),
    }
}

/// The bytes of a file with another title.
fn retitled(path: &Path, title: &str) -> Result<Vec<u8>, LifeFault> {
    match load(path) {
        Ok(loaded) => Ok(with_title(&loaded, title).into_bytes()),
        Err(_) => fs::read(path).map_err(|error| LifeFault::of(path, &error)),
    }
}

fn with_title(loaded: &Loaded, title: &str) -> String {
    let mut wanted = loaded.scenario.clone();
    wanted.title = title.to_owned();
    let spliced = loaded.retitled(title);
    match parse(&spliced, &loaded.file) {
        Ok(read) if read.scenario == wanted => spliced,
        _ => to_ron(&wanted),
    }
}

fn write_first_free(folder: &Path, stem: &str, bytes: &[u8]) -> Result<PathBuf, LifeFault> {
    let refused = |path: &Path, error: &io::Error| LifeFault::of(path, error);
    fs::create_dir_all(folder).map_err(|error| refused(folder, &error))?;
    for path in candidates(folder, stem) {
        match write_new(&path, bytes) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(refused(&path, &error)),
        }
    }
    Err(LifeFault::Exists(folder.join(stem)))
}
