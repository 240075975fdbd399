//! What `update` asks the world for: files, runs, the clipboard, leaving.
//!
//! The app never does any of it; whoever drives it carries effects out and answers with messages.

use std::path::PathBuf;
use std::sync::Arc;

use super::document::DocumentId;
use super::settings::Settings;
use crate::files::journal::Work;
use crate::live::{ComparedColumn, Depth, Question, Results, RunWish, Selection, Subject};
use crate::scenario::Scenario;
use crate::workshop::RoomAct;

/// Where a scenario comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// An embedded example, by name.
    Example(String),
    /// Work that was not saved.
    Journal(Work),
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
    /// Columns side by side, the place of the base column, and the rows.
    Compare(Vec<ColumnWish>, usize, Vec<Subject>),
    /// Who gains, who loses, who pays.
    Gains {
        /// Left to right.
        columns: Vec<ColumnWish>,
        /// Place of the base column, if one was chosen.
        base: Option<usize>,
        /// Whether to search how weak effects may be.
        depth: Depth,
    },
    /// What made the difference between two columns.
    Made {
        /// The column that it is measured against, then the other.
        columns: [ColumnWish; 2],
        /// Their letters.
        letters: [String; 2],
        /// What the difference is in.
        subject: Subject,
    },
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
    /// This scenario is the work found again under this name.
    Adopt(DocumentId, Work),
    /// A run of a saved file came to an end: what the answer line said.
    Ran {
        /// The file.
        path: PathBuf,
        /// Draws.
        draws: u32,
        /// The answer line in words.
        answer: String,
    },
    /// Throw the journal of work that nobody wants back away.
    DropJournal(Work),
    /// Copy a file of the library under another title.
    Duplicate(PathBuf, String),
    /// Give a file of the library another title.
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
        watch: Subject,
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
    /// Stop a search that nobody looks at any more.
    GiveUp(Need),
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
    /// Ask something of the workshop's room; nothing happens outside a workshop.
    Room(RoomAct),
}

impl Need {
    /// The question to put to the results that come with the need, in the order of its columns.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        match self {
            Need::Ask(_, question) => Some(question.clone()),
            Need::Compare(columns, base, subjects) => Some(Question::Compare {
                columns: compared(columns),
                base: *base,
                subjects: subjects.clone(),
                years: false,
            }),
            Need::Gains {
                columns,
                base,
                depth,
            } => Some(Question::Gains {
                columns: compared(columns),
                base: *base,
                depth: *depth,
            }),
            Need::Made {
                columns: [from, to],
                letters,
                subject,
            } => Some(Question::Made {
                columns: [(0, from), (1, to)].map(|(results, column)| ComparedColumn {
                    results,
                    selection: column.selection,
                }),
                letters: letters.clone(),
                subject: subject.clone(),
            }),
        }
    }
}

impl Need {
    /// Does the answer need new runs? Such a need is given up when a newer one of its kind comes,
    /// or when nobody looks any more.
    #[must_use]
    pub fn is_search(&self) -> bool {
        match self {
            Need::Gains { depth, .. } => *depth != Depth::Plain,
            Need::Made { .. } => true,
            Need::Ask(_, question) => matches!(question, Question::Backcast(_)),
            Need::Compare(..) => false,
        }
    }

    /// Whether a search for one takes the place of a search for the other.
    #[must_use]
    pub fn is_of_kind(&self, other: &Need) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// Columns as a question has them: results come in the same order.
fn compared(columns: &[ColumnWish]) -> Vec<ComparedColumn> {
    let one = |(results, column): (usize, &ColumnWish)| ComparedColumn {
        results,
        selection: column.selection,
    };
    columns.iter().enumerate().map(one).collect()
}
