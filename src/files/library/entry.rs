//! What is in the folder.

use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::{Ran, last_run};
use crate::files::{Fault, Homes, LifeFault, load};
use crate::scenario::{BaselineRef, Closed, Scenario, count_paths};
use crate::seeds::catalogue;

/// More files of a folder are not read.
pub const MOST_FILES: usize = 500;

/// One scenario file.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Where it is.
    pub path: PathBuf,
    /// When it was last changed.
    pub modified: Option<SystemTime>,
    /// What it says, or why it cannot be read.
    pub read: Result<Summary, Fault>,
    /// Its last run, if one is remembered.
    pub ran: Option<Ran>,
}

/// What a scenario is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Its title.
    pub title: String,
    /// Its question, perhaps empty.
    pub question: String,
    /// Name of the country, group or made-up place.
    pub place: String,
    /// How many nodes the tree has.
    pub nodes: usize,
    /// How many paths the tree has, `u64::MAX` for too many to count.
    pub paths: u64,
}

impl Summary {
    /// What this scenario is about.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            title: scenario.title.clone(),
            question: scenario.question.clone(),
            place: place(&scenario.setting.baseline),
            nodes: scenario.tree.nodes.len(),
            paths: count_paths(&scenario.tree, Closed::Respected),
        }
    }
}

/// A place as people call it; an unknown one by its code.
fn place(baseline: &BaselineRef) -> String {
    match baseline {
        BaselineRef::Country(code) => catalogue()
            .country(code)
            .map_or(code, |country| &country.short_name)
            .clone(),
        BaselineRef::Group(id) => catalogue()
            .group(id)
            .map_or(id, |group| &group.name)
            .clone(),
        BaselineRef::Custom(custom) => custom.name.clone(),
    }
}

/// The scenario files of a folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// The last changed first.
    pub entries: Vec<Entry>,
    /// How many more there are than [`MOST_FILES`].
    pub left_out: usize,
}

/// Reads all scenario files of the library's folder. A folder that does not exist yet is empty.
///
/// # Errors
/// If the folder cannot be read; files that cannot are entries all the same.
pub fn list(homes: &Homes) -> Result<Listing, LifeFault> {
    let mut files = scenario_files(&homes.scenarios)?;
    files.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let left_out = files.len().saturating_sub(MOST_FILES);
    files.truncate(MOST_FILES);
    let entry = |(path, modified): (PathBuf, Option<SystemTime>)| Entry {
        read: load(&path).map(|loaded| Summary::of(&loaded.scenario)),
        ran: last_run(homes, &path),
        path,
        modified,
    };
    let entries = files.into_iter().map(entry).collect();
    Ok(Listing { entries, left_out })
}

fn scenario_files(folder: &Path) -> Result<Vec<(PathBuf, Option<SystemTime>)>, LifeFault> {
    let all = match fs::read_dir(folder) {
        Ok(all) => all,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(LifeFault::of(folder, &error)),
    };
    let scenario = |entry: DirEntry| {
        let path = entry.path();
        let visible = !entry.file_name().as_encoded_bytes().starts_with(b".");
        let named = path.extension().is_some_and(|ending| ending == "ron");
        // Follows links. A link that leads nowhere is an entry that cannot be read.
        let about = fs::metadata(&path).ok();
        let folder = about.as_ref().is_some_and(fs::Metadata::is_dir);
        let modified = about.and_then(|about| about.modified().ok());
        (visible && named && !folder).then_some((path, modified))
    };
    Ok(all.flatten().filter_map(scenario).collect())
}

/// Removes what a save left behind that was killed in the middle.
pub fn sweep(folder: &Path) {
    const HOUR: Duration = Duration::from_secs(3600);
    let ours = |entry: &DirEntry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with(".foretree-") && name.ends_with(".tmp")
    };
    let is_old = |entry: &DirEntry| {
        let modified = entry.metadata().and_then(|about| about.modified());
        modified.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > HOUR))
    };
    let Ok(all) = fs::read_dir(folder) else {
        return;
    };
    for entry in all.flatten().filter(ours).filter(is_old) {
        let _ = fs::remove_file(entry.path());
    }
}
