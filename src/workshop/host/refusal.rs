//! Why something is not done. Sentences live in the catalogue of words.

use crate::workshop::access::AccessFault;
use crate::workshop::record::RecordFault;
use crate::workshop::{AnswerFault, Role};

/// Why a workshop cannot be opened.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum HostFault {
    /// Its record.
    #[error(transparent)]
    Record(#[from] RecordFault),
    /// Its codes and keys.
    #[error(transparent)]
    Access(#[from] AccessFault),
    /// Something else that the system reports.
    #[error("{0}")]
    System(String),
}

/// Why somebody is not let in.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refused {
    /// The code or key is not the right one.
    #[error("wrong code")]
    Code,
    /// The table has come before: its own code is needed too.
    #[error("the table's code is needed")]
    TableCodeNeeded,
    /// The table's code is not the right one.
    #[error("wrong table code")]
    TableCode,
    /// No table can have this name.
    #[error("no name")]
    Name,
    /// There are as many tables as a workshop can have.
    #[error("no more tables")]
    TooManyTables,
    /// Somebody sits at this table in another program (folders that are shared).
    #[error("the table is taken")]
    Taken,
    /// Its folder or the record cannot be written.
    #[error("{0}")]
    Unkept(String),
}

/// Why an act is not done.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ActRefusal {
    /// Another role is needed.
    #[error("not for {0:?}")]
    Role(Role),
    /// The workshop is over.
    #[error("the workshop is over")]
    Over,
    /// The text is empty.
    #[error("nothing was said")]
    Empty,
    /// There are as many of its kind as a workshop can have.
    #[error("too many")]
    TooMany,
    /// No round takes answers.
    #[error("no round is open")]
    NoRound,
    /// A round still takes answers.
    #[error("a round is open")]
    StillOpen,
    /// The answer belongs to a stage that is closed.
    #[error("too late")]
    TooLate,
    /// Nobody of this name sits at the table.
    #[error("nobody of this name")]
    NoPerson,
    /// The answer is none to the question.
    #[error(transparent)]
    Answer(#[from] AnswerFault),
    /// The question cannot be asked: no words, fewer than two items, limits that do not rise.
    #[error("no question")]
    Question,
    /// There is no such table, hand-in, round or scenario (any more).
    #[error("not there")]
    Gone,
    /// What came out is no answer to the question, or was told before.
    #[error("nothing to reveal")]
    Reveal,
    /// The scenario is too large to be handed in.
    #[error("too large")]
    TooLarge,
    /// It needs a server.
    #[error("needs a server")]
    NeedsServer,
    /// The record cannot be written.
    #[error(transparent)]
    Unkept(RecordFault),
    /// A file cannot be read or written.
    #[error("{0}")]
    File(String),
}
