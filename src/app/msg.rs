//! What reaches the app: keys, sizes, answers of files and runs, time.

use std::path::PathBuf;
use std::sync::Arc;

use super::App;
use super::document::{DocumentId, ReadOnly};
use super::effect::{Need, Source};
use super::key::Key;
use super::library::Listing;
use crate::live::{Answer, Report, Results};
use crate::scenario::Scenario;
use crate::workshop::RoomView;

/// A scenario that was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// From where.
    pub source: Source,
    /// Its file; `None` for examples and new ones.
    pub path: Option<PathBuf>,
    /// The scenario.
    pub scenario: Scenario,
    /// Why it cannot be saved.
    pub read_only: Option<ReadOnly>,
    /// The file holds comments.
    pub has_comments: bool,
    /// Unsaved work that was found: the scenario as the file has it.
    pub saved: Option<Scenario>,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key.
    Key(Key),
    /// Pasted text.
    Paste(String),
    /// The terminal has this size now: columns, rows.
    Resize(u16, u16),
    /// The terminal got the focus: files may have changed meanwhile.
    Focus,
    /// Time has passed (only while something needs it): milliseconds since the start.
    Tick(u64),
    /// The terminal was away and is back: everything must be drawn anew.
    Retaken,
    /// A terminal far away has shown the oldest frame that it was asked about.
    Shown,
    /// The system asks the program to end.
    Terminate,
    /// The folder, recent files and unfinished work.
    Library(Box<Listing>),
    /// A scenario was opened.
    Opened(Box<Opened>),
    /// A scenario could not be opened: where, and why in words.
    NotOpened(Source, String),
    /// A scenario was saved.
    Saved(DocumentId, PathBuf, Arc<Scenario>),
    /// It was not, and why.
    NotSaved(DocumentId, String),
    /// The file has changed on disk since it was read.
    ChangedOnDisk(DocumentId),
    /// News of a run, and the wildcard that is switched on in it.
    Live(DocumentId, Option<String>, Box<Report>),
    /// An answer, with the results that it is about.
    Answer(Need, Vec<Arc<Results>>, Arc<Answer>),
    /// A search was given up, with the results that it was about.
    GivenUp(Need, Vec<Arc<Results>>),
    /// How far a search has come, 0..1.
    Searching(Need, f64),
    /// The workshop's room as this member may see it.
    Room(Arc<RoomView>),
    /// The trainer's screen, shown instead of one's own; none = one's own again.
    Mirror(Option<Arc<App>>),
    /// Something was done: words to show.
    Done(String),
    /// Something went wrong: words to show.
    Trouble(String),
}
