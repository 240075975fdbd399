//! What there is to open, in the order of the screen.

use std::path::PathBuf;

use crate::app::{App, Source};
use crate::files::Fault;
use crate::files::journal::Unfinished;
use crate::files::library::{Entry, Recent, Summary};
use crate::tell;

/// Everything that can be opened.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// The folder.
    pub folder: PathBuf,
    /// Its scenario files, the last changed first.
    pub entries: Vec<Entry>,
    /// Files that are not listed because there are too many.
    pub left_out: usize,
    /// Files opened before that lie elsewhere.
    pub recent: Vec<Recent>,
    /// Work that was never saved.
    pub unfinished: Vec<Unfinished>,
    /// Embedded examples: name and what it is about.
    pub examples: Vec<(String, Summary)>,
    /// Why the folder cannot be read.
    pub trouble: Option<String>,
}

/// A heading of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Work that was never saved.
    Unfinished,
    /// Files of the folder.
    Folder,
    /// Files opened before.
    Recent,
    /// Examples that come with the program.
    Example,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its heading.
    pub section: Section,
    /// What it opens.
    pub source: Source,
    /// The same as a text.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Where it is about, or when it was kept.
    pub detail: String,
    /// What it is about; `None` where nobody has looked inside.
    pub summary: Option<Summary>,
    /// Why it cannot be read.
    pub fault: Option<Fault>,
    /// Its last run, in words.
    pub ran: Option<String>,
}

/// All lines of the Library.
#[must_use]
pub fn lines(app: &App) -> Vec<Line> {
    let listing = &app.library.listing;
    let unfinished = listing.unfinished.iter().map(of_unfinished);
    let files = listing.entries.iter().map(of_entry);
    let elsewhere = |r: &&Recent| listing.entries.iter().all(|e| e.path != r.path);
    let recent = listing.recent.iter().filter(elsewhere).map(of_recent);
    let examples = listing.examples.iter().map(of_example);
    unfinished
        .chain(files)
        .chain(recent)
        .chain(examples)
        .collect()
}

fn of_unfinished(found: &Unfinished) -> Line {
    let summary = found.scenario.as_ref().ok().map(Summary::of);
    let title = summary.as_ref().map(|s| s.title.clone());
    Line {
        section: Section::Unfinished,
        source: Source::Journal(found.work.clone()),
        key: format!("{:?}", found.work),
        title: title.unwrap_or_else(|| super::name_of(&found.work)),
        detail: tell!("library-kept", at = found.at.clone()),
        summary,
        fault: found.scenario.as_ref().err().cloned(),
        ran: None,
    }
}

fn of_entry(entry: &Entry) -> Line {
    let name = entry.path.file_name().unwrap_or(entry.path.as_os_str());
    let name = name.to_string_lossy().into_owned();
    let summary = entry.read.as_ref().ok().cloned();
    Line {
        section: Section::Folder,
        source: Source::File(entry.path.clone()),
        key: entry.path.display().to_string(),
        title: summary
            .as_ref()
            .map_or_else(|| name.clone(), |s| s.title.clone()),
        detail: summary
            .as_ref()
            .map_or_else(|| tell!("library-unreadable"), |s| s.place.clone()),
        summary,
        fault: entry.read.as_ref().err().cloned(),
        ran: entry.ran.as_ref().map(|ran| {
            let draws = crate::words::numbers::whole(f64::from(ran.draws));
            let id = if ran.is_current {
                "library-ran"
            } else {
                "library-ran-before"
            };
            let values = [
                ("at", ran.at.clone().into()),
                ("draws", draws.into()),
                ("answer", ran.answer.clone().into()),
            ];
            crate::words::tell(id, &values)
        }),
    }
}

fn of_recent(recent: &Recent) -> Line {
    let name = recent
        .path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy();
    Line {
        section: Section::Recent,
        source: Source::File(recent.path.clone()),
        key: recent.path.display().to_string(),
        title: name.into_owned(),
        detail: if recent.is_there {
            recent.path.display().to_string()
        } else {
            tell!("library-not-there")
        },
        summary: None,
        fault: None,
        ran: None,
    }
}

fn of_example((name, summary): &(String, Summary)) -> Line {
    Line {
        section: Section::Example,
        source: Source::Example(name.clone()),
        key: name.clone(),
        title: summary.title.clone(),
        detail: summary.place.clone(),
        summary: Some(summary.clone()),
        fault: None,
        ran: None,
    }
}
