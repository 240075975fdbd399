//! Work that was never saved.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::record::{Record, Work, folder, read};
use crate::files::watch::{self, Change, Stamp};
use crate::files::{Fault, Homes, LifeFault, lock, parse, to_ron};
use crate::scenario::Scenario;

/// So many declined journals are kept.
pub const MOST_OLD: usize = 20;

/// Work that was never saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Unfinished {
    /// What somebody worked on.
    pub work: Work,
    /// When it was kept last, as it was said then.
    pub at: String,
    /// What it said last.
    pub scenario: Result<Scenario, Fault>,
    /// Stamp of the file that the work changes.
    pub base: Option<Stamp>,
    /// What became of that file since.
    pub on_disk: OnDisk,
    /// Where it is kept.
    pub journal: PathBuf,
}

/// What became of the file that unsaved work changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDisk {
    /// It is as it was then.
    AsThen,
    /// Somebody changed it since: taking the work over would replace that.
    Changed,
    /// It is gone.
    Gone,
    /// It was never saved.
    Never,
}

/// All work that was never saved and that nobody works on now, the latest first. Ask before opening
/// files: work on files that are open, here or elsewhere, is not offered.
#[must_use]
pub fn unfinished(homes: &Homes) -> Vec<Unfinished> {
    let mut found: Vec<_> = journals(&folder(homes))
        .into_iter()
        .filter_map(|(modified, path)| Some((modified, look(&path)?)))
        .filter(|(_, found)| lock::holder(homes, &found.work.to_lock(homes)).is_none())
        .collect();
    found.sort_by_key(|(modified, _)| std::cmp::Reverse(*modified));
    found.into_iter().map(|(_, found)| found).collect()
}

/// Work on this file that was never saved, for the one who holds its lock.
#[must_use]
pub fn unfinished_of(homes: &Homes, path: &Path) -> Option<Unfinished> {
    look(&Work::File(path.to_owned()).journal(homes))
}

/// Puts declined work aside. The last [`MOST_OLD`] of these are kept.
///
/// # Errors
/// If the data folder cannot be written; the work is then offered again.
pub fn set_aside(homes: &Homes, declined: &Unfinished) -> Result<PathBuf, LifeFault> {
    let old = folder(homes).join("old");
    let refused = |error: std::io::Error| LifeFault::of(&declined.journal, &error);
    fs::create_dir_all(&old).map_err(refused)?;
    let stem = declined.journal.file_stem().unwrap_or_default();
    let free = |number: &u32| {
        let name = format!("{}-{number}.ron", stem.to_string_lossy());
        let path = old.join(name);
        (!path.exists()).then_some(path)
    };
    let path = (1..10_000).find_map(|number| free(&number));
    let path = path.ok_or_else(|| LifeFault::Exists(old.clone()))?;
    fs::rename(&declined.journal, &path).map_err(refused)?;
    for (_, path) in newest_first(&old).into_iter().skip(MOST_OLD) {
        let _ = fs::remove_file(path);
    }
    Ok(path)
}

fn journals(folder: &Path) -> Vec<(SystemTime, PathBuf)> {
    let Ok(all) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = all.flatten().map(|entry| entry.path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .filter_map(|path| Some((fs::metadata(&path).ok()?.modified().ok()?, path)))
        .collect()
}

fn newest_first(folder: &Path) -> Vec<(SystemTime, PathBuf)> {
    let mut all = journals(folder);
    all.sort_by(|a, b| b.cmp(a));
    all
}

/// What a journal holds, unless it says the same as its file.
fn look(journal: &Path) -> Option<Unfinished> {
    let record = read(journal)?;
    if is_saved(&record) {
        let _ = fs::remove_file(journal);
        return None;
    }
    let name = journal.display().to_string();
    Some(Unfinished {
        on_disk: on_disk(&record),
        scenario: parse(&record.scenario, &name).map(|loaded| loaded.scenario),
        work: record.work,
        at: record.at,
        base: record.base,
        journal: journal.to_owned(),
    })
}

/// Whether the crash came after saving and before forgetting.
fn is_saved(record: &Record) -> bool {
    let Work::File(path) = &record.work else {
        return false;
    };
    let saved = watch::load(path).map(|(loaded, _)| to_ron(&loaded.scenario));
    saved.is_ok_and(|saved| saved == record.scenario)
}

fn on_disk(record: &Record) -> OnDisk {
    match (&record.work, record.base) {
        (Work::Untitled(_), _) => OnDisk::Never,
        (Work::File(path), None) if path.exists() => OnDisk::Changed,
        (Work::File(_), None) => OnDisk::Never,
        (Work::File(path), Some(base)) => match watch::change(path, base) {
            Change::Same => OnDisk::AsThen,
            Change::Changed(_) | Change::Unreadable => OnDisk::Changed,
            Change::Gone => OnDisk::Gone,
        },
    }
}
