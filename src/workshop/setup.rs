//! Setting a workshop up: its folder, its codes, its first entry.

use std::fs;
use std::io;
use std::path::PathBuf;

use super::access::{Access, AccessFault, Codes};
use super::record::{Record, RecordFault, digest};
use super::room::written;
use super::sandbox::Folder;
use super::texts::{MOST_REMARK, plain_line};
use super::{Event, Who};
use crate::files::library::slug;
use crate::files::{self, Clock, Fault};

/// What a new workshop is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewWorkshop {
    /// Its folder; made if there is none.
    pub folder: PathBuf,
    /// Its title.
    pub title: String,
    /// Scenario files that it starts from.
    pub scenarios: Vec<PathBuf>,
    /// May the folder's group read and write it (several accounts, no server)?
    pub shared: bool,
}

/// Why a workshop cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum SetupFault {
    /// The title is empty.
    #[error("no title")]
    NoTitle,
    /// A scenario cannot be read.
    #[error("a scenario cannot be read")]
    Scenario(Box<Fault>),
    /// A folder or file cannot be made.
    #[error("{0}")]
    System(PathBuf, io::Error),
    /// The record cannot be begun.
    #[error(transparent)]
    Record(#[from] RecordFault),
    /// The codes cannot be made.
    #[error(transparent)]
    Access(#[from] AccessFault),
}

/// Sets a workshop up and returns its codes, which are shown once.
///
/// # Errors
/// If a scenario cannot be read, the folder already holds a workshop, or it cannot be written.
pub fn make(wish: &NewWorkshop, clock: Clock) -> Result<Codes, SetupFault> {
    let title = plain_line(&wish.title, MOST_REMARK);
    if title.is_empty() {
        return Err(SetupFault::NoTitle);
    }
    let mut texts: Vec<(String, String)> = Vec::new();
    for path in &wish.scenarios {
        let loaded = files::load(path).map_err(|fault| SetupFault::Scenario(Box::new(fault)))?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let stem = slug(&stem).unwrap_or_else(|| "scenario".to_owned());
        texts.push((free_name(&texts, &stem), files::to_ron(&loaded.scenario)));
    }
    let folder = Folder::at(&wish.folder);
    if folder.record().exists() {
        return Err(RecordFault::Exists(folder.record()).into());
    }
    let system = |error| SetupFault::System(wish.folder.clone(), error);
    folder.make(wish.shared).map_err(system)?;
    let mut scenarios = Vec::new();
    for (name, text) in texts {
        fs::write(folder.scenarios().join(&name), &text).map_err(system)?;
        scenarios.push((name, digest(text.as_bytes())));
    }
    let codes = Access::make(&folder.keys())?;
    // The record comes last: a folder with one is a workshop.
    let first = Event::Opened {
        title,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        scenarios,
    };
    let now = written(clock.now());
    Record::begin(&folder.record(), wish.shared, (&now, Who::Host, first))?;
    Ok(codes)
}

fn free_name(taken: &[(String, String)], stem: &str) -> String {
    let is_free = |name: &String| taken.iter().all(|(other, _)| other != name);
    let more = (2..).map(|number| format!("{stem}-{number}.ron"));
    let mut names = std::iter::once(format!("{stem}.ron")).chain(more);
    names.find(is_free).unwrap_or_default()
}
