//! The text of a journal.

use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::files::identity::{canonical, key};
use crate::files::watch::Stamp;
use crate::files::{Homes, LifeFault, to_ron, write_atomically};
use crate::scenario::Scenario;

/// The first line; another format would get another one.
const FIRST: &str = "// foretree journal 1";

/// What somebody works on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Work {
    /// A file.
    File(PathBuf),
    /// Something that was never saved, by a name that no other such thing has.
    Untitled(String),
}

impl Work {
    /// Something new that was never saved.
    #[must_use]
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let age = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        let seconds = age.map_or(0, |age| age.as_secs());
        Self::Untitled(format!("untitled-{seconds}-{}-{number}", process::id()))
    }

    /// Where its journal is.
    #[must_use]
    pub fn journal(&self, homes: &Homes) -> PathBuf {
        let name = match self {
            Self::File(path) => key(path),
            Self::Untitled(name) => name.clone(),
        };
        folder(homes).join(format!("{name}.ron"))
    }

    /// What to [lock](crate::files::lock::acquire) while working on it. New work has a lock too,
    /// or another program would offer it back while somebody is still at it.
    #[must_use]
    pub fn to_lock(&self, homes: &Homes) -> PathBuf {
        match self {
            Self::File(path) => path.clone(),
            Self::Untitled(_) => self.journal(homes),
        }
    }
}

impl Default for Work {
    fn default() -> Self {
        Self::new()
    }
}

/// The second line.
#[derive(Serialize, Deserialize)]
struct Head {
    path: Option<String>,
    untitled: Option<String>,
    /// Stamp of the file when it was read or saved last.
    base: Option<String>,
    at: String,
}

/// What a journal says before its scenario.
pub(super) struct Record {
    pub work: Work,
    pub base: Option<Stamp>,
    pub at: String,
    pub scenario: String,
}

pub(super) fn folder(homes: &Homes) -> PathBuf {
    homes.data.join("journal")
}

/// Keeps unsaved work. `base` is the stamp of the file that it changes, `at` says when.
///
/// # Errors
/// If the data folder cannot be written; what was kept before is then still there.
pub fn write(
    homes: &Homes,
    work: &Work,
    base: Option<Stamp>,
    scenario: &Scenario,
    at: &str,
) -> Result<(), LifeFault> {
    let path = work.journal(homes);
    let text = text(work, base, scenario, at);
    let kept =
        fs::create_dir_all(folder(homes)).and_then(|()| write_atomically(&path, text.as_bytes()));
    kept.map_err(|error| LifeFault::System(path, error.to_string()))
}

/// Forgets what was kept: it has been saved, or given up.
///
/// # Errors
/// If the data folder cannot be written.
pub fn forget(homes: &Homes, work: &Work) -> Result<(), LifeFault> {
    let path = work.journal(homes);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(LifeFault::of(&path, &error))
        }
        _ => Ok(()),
    }
}

fn text(work: &Work, base: Option<Stamp>, scenario: &Scenario, at: &str) -> String {
    let (path, untitled) = match work {
        Work::File(path) => (Some(canonical(path).to_string_lossy().into_owned()), None),
        Work::Untitled(name) => (None, Some(name.clone())),
    };
    let head = Head {
        path,
        untitled,
        base: base.map(Stamp::to_text),
        at: at.to_owned(),
    };
    let head = serde_json::to_string(&head).unwrap_or_default();
    format!("{FIRST}\n// {head}\n{}", to_ron(scenario))
}

/// Reads a journal; `None` if it is none.
pub(super) fn read(path: &Path) -> Option<Record> {
    let text = fs::read_to_string(path).ok()?;
    let (head, scenario) = text
        .strip_prefix(FIRST)?
        .strip_prefix("\n// ")?
        .split_once('\n')?;
    let head: Head = serde_json::from_str(head).ok()?;
    let work = match (head.path, head.untitled) {
        (Some(path), _) => Work::File(path.into()),
        (None, Some(name)) => Work::Untitled(name),
        (None, None) => return None,
    };
    Some(Record {
        work,
        base: head.base.as_deref().and_then(Stamp::from_text),
        at: head.at,
        scenario: scenario.to_owned(),
    })
}
