//! Deleted files. They stay until somebody empties the folder by hand.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::change::free;
use super::name::candidates;
use crate::files::identity::canonical;
use crate::files::{Homes, LifeFault, write_new};

/// Where the file came from, beside it in its folder of the trash.
const ORIGIN: &str = "origin.txt";

/// A deleted file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trashed {
    /// Where it is now.
    pub path: PathBuf,
    /// Where it was.
    pub origin: PathBuf,
    /// When it was deleted, as it was said then.
    pub at: String,
}

/// Moves a file to the trash; `at` says when.
///
/// # Errors
/// If another program works on it or the folder cannot be written; the file then stays.
pub fn delete(homes: &Homes, path: &Path, at: &str) -> Result<Trashed, LifeFault> {
    free(homes, path)?;
    let refused = |error: io::Error| LifeFault::of(path, &error);
    let name = path.file_name().ok_or(LifeFault::NoName)?;
    let origin = canonical(path.parent().unwrap_or(Path::new("."))).join(name);
    let folder = new_folder(&homes.data.join("trash")).map_err(refused)?;
    let trashed = Trashed {
        path: folder.join(name),
        origin,
        at: at.to_owned(),
    };
    let note = format!("{}\n{at}\n", trashed.origin.display());
    let moved = write_new(&folder.join(ORIGIN), note.as_bytes())
        .and_then(|()| move_file(path, &trashed.path));
    if let Err(error) = moved {
        let _ = fs::remove_dir_all(&folder);
        return Err(refused(error));
    }
    Ok(trashed)
}

/// Everything in the trash, the last deleted first.
#[must_use]
pub fn in_trash(homes: &Homes) -> Vec<Trashed> {
    let Ok(all) = fs::read_dir(homes.data.join("trash")) else {
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = all.flatten().map(|entry| entry.path()).collect();
    folders.sort_by_key(|path| std::cmp::Reverse(number(path)));
    folders.iter().filter_map(|folder| look(folder)).collect()
}

/// Moves a file from the trash to where it was, under another name if that is taken.
///
/// # Errors
/// If it is gone, or the folder cannot be written; it then stays in the trash.
pub fn restore(trashed: &Trashed) -> Result<PathBuf, LifeFault> {
    let folder = trashed.origin.parent().unwrap_or(Path::new("."));
    let stem = trashed.origin.file_stem().unwrap_or_default();
    let refused = |error: &io::Error| LifeFault::of(&trashed.path, error);
    fs::create_dir_all(folder).map_err(|error| refused(&error))?;
    let as_before = std::iter::once(trashed.origin.clone());
    for path in as_before.chain(candidates(folder, &stem.to_string_lossy())) {
        match move_new(&trashed.path, &path) {
            Ok(()) => {
                let _ = trashed.path.parent().map(fs::remove_dir_all);
                return Ok(path);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(refused(&error)),
        }
    }
    Err(LifeFault::Exists(trashed.origin.clone()))
}

fn number(path: &Path) -> u64 {
    let name = path.file_name().and_then(|name| name.to_str());
    name.and_then(|name| name.parse().ok()).unwrap_or_default()
}

fn new_folder(trash: &Path) -> io::Result<PathBuf> {
    fs::create_dir_all(trash)?;
    let last = fs::read_dir(trash)?.flatten().map(|e| number(&e.path()));
    let next = last.max().unwrap_or_default() + 1;
    for number in next..next + 100 {
        let folder = trash.join(number.to_string());
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            other => return other.map(|()| folder),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

fn look(folder: &Path) -> Option<Trashed> {
    let note = fs::read_to_string(folder.join(ORIGIN)).ok()?;
    let (origin, at) = note.split_once('\n')?;
    let inside = fs::read_dir(folder).ok()?.flatten();
    let mut paths = inside.map(|entry| entry.path());
    Some(Trashed {
        path: paths.find(|path| path.file_name().is_some_and(|name| name != ORIGIN))?,
        origin: origin.into(),
        at: at.trim_end().to_owned(),
    })
}

/// Moves a file to a place where nothing is.
fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => move_new(from, to),
        other => other,
    }
}

/// Moves a file, on any disk, to a place that must be free.
fn move_new(from: &Path, to: &Path) -> io::Result<()> {
    write_new(to, &fs::read(from)?)?;
    fs::remove_file(from)
}
