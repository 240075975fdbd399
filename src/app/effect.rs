//! What `update` asks the world for: files, runs, the clipboard, leaving.
//!
//! The app never does any of it; whoever drives it carries effects out and answers with messages.

use std::path::PathBuf;
use std::sync::Arc;

use super::document::DocumentId;
use super::settings::Settings;
use crate::live::{Question, Results, RunWish, Selection, Subject};
use crate::scenario::Scenario;

/// Where a scenario comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// An embedded example, by name.
    Example(String),
    /// Work that was not saved, by the key of its journal.
    Journal(String),
}

/// One column of Compare.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnWish {
    /// Which scenario.
    pub document: DocumentId,
    /// Which of its paths.
    pub selection: Selection,
    /// The wildcard that is switched on.
    pub stress: Option<String>,
}

/// Something that a screen wants to know.
#[derive(Clone, Debug, PartialEq)]
pub enum Need {
    /// About one scenario.
    Ask(DocumentId, Question),
    /// Columns side by side; the place of the base column; the subject that leads.
    Compare(Vec<ColumnWish>, usize, Subject),
}

/// One thing to carry out.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Give the terminal back to the shell for a while.
    Suspend,
    /// Draw everything again.
    Redraw,
    /// List the folder, recent files and unfinished work.
    ListLibrary,
    /// Open a scenario.
    Open {
        /// From where.
        source: Source,
        /// Only to read.
        read_only: bool,
    },
    /// Write a scenario to its file.
    Save {
        /// Which.
        document: DocumentId,
        /// Where to; `None` = a new file in the library, named after the title.
        path: Option<PathBuf>,
        /// What.
        scenario: Arc<Scenario>,
        /// Even if the file has changed on disk.
        force: bool,
    },
    /// Keep unsaved work.
    Journal {
        /// Which.
        document: DocumentId,
        /// Its file.
        path: Option<PathBuf>,
        /// What.
        scenario: Arc<Scenario>,
    },
    /// A scenario is closed: its lock and journal are not needed any more.
    Forget {
        /// Which.
        document: DocumentId,
        /// Its file.
        path: Option<PathBuf>,
    },
    /// Throw the journal of work that nobody wants back away.
    DropJournal(String),
    /// Copy a file of the library.
    Duplicate(PathBuf),
    /// Give a file of the library another name.
    Rename(PathBuf, String),
    /// Move a file to the trash.
    Trash(PathBuf),
    /// Take the file that was last moved to the trash back.
    Restore,
    /// Look whether files have changed on disk.
    LookAtDisk(Vec<(DocumentId, PathBuf)>),
    /// Simulate a scenario; `from` is used when new weights are enough.
    Simulate {
        /// Which.
        document: DocumentId,
        /// What.
        scenario: Arc<Scenario>,
        /// How.
        wish: RunWish,
        /// Earlier results.
        from: Option<Arc<Results>>,
        /// The subject whose convergence is watched.
        subject: Subject,
    },
    /// Stop a run.
    Cancel(DocumentId),
    /// Answer a question about results.
    Answer {
        /// What was asked.
        need: Need,
        /// The results that it is about, in the order of the columns.
        results: Vec<Arc<Results>>,
    },
    /// Put a text into the clipboard.
    Copy(String),
    /// Write a text into a new file beside the library.
    WriteText {
        /// Beginning of the file's name.
        name: String,
        /// Text.
        text: String,
    },
    /// Keep the settings.
    Keep(Settings),
}
