//! What one member may see of the room: plain data for screens.
//!
//! Blindness is kept by what these types are filled with (`room::view`): before a stage is closed
//! there is nothing of other people's answers in here, for trainers neither.

mod results;
mod round;
mod table;

pub use results::{Dissenter, ExpertAnswer, Fit, Hump, Item, Method, Moved, Pool, Results, Spread};
pub use round::{Bin, Calibration, Given, RoundState, RoundView, Score, StageView};
pub use table::{HandedView, Me, Seating, TableView};

use serde::{Deserialize, Serialize};

use super::Adopted;

/// One item of the agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// What.
    pub title: String,
    /// How long it is planned to take; 0 = not said.
    #[serde(default)]
    pub minutes: u32,
}

/// A time that runs for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timer {
    /// For what; may be empty.
    pub title: String,
    /// When it is over, as `2026-11-22 09:45:00`, in the time of the machine that leads.
    pub ends: String,
    /// How long it was started for.
    pub seconds: u32,
    /// How long it had still to run when this view was made; 0 = over.
    pub seconds_left: u32,
}

/// What the trainer said to all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// When, as `2026-11-22 09:30:15`.
    pub at: String,
    /// What.
    pub text: String,
}

/// A missing voice, a parked idea or a change of mind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// When.
    pub at: String,
    /// Name of the table; empty = the trainer.
    pub table: String,
    /// What.
    pub text: String,
}

/// A scenario that the workshop starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Name of the file; [`super::Piece::Start`] opens it.
    pub file: String,
    /// Its title.
    pub title: String,
}

/// Whether the trainer's screen is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Follow {
    /// The trainer shows nothing.
    #[default]
    Off,
    /// The trainer's screen is shown here.
    Following,
    /// The trainer shows a screen, but this member looks at its own.
    LetGo,
    /// This member is the trainer and shows the screen.
    Leading,
}

/// Why the room cannot keep what happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The disk is full.
    DiskFull,
    /// Nothing can be written to the record: what the system says.
    Unwritable(String),
    /// Lines of the record were changed by something else: the first that is wrong.
    Broken {
        /// Number of the line, from 1.
        line: u64,
    },
}

/// What one member may see of the room.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomView {
    /// Title of the workshop.
    pub title: String,
    /// Who sees this.
    pub me: Me,
    /// All tables, in the order in which they first came.
    pub tables: Vec<TableView>,
    /// How many look on.
    pub observers: usize,
    /// Is a trainer here?
    pub trainer_here: bool,
    /// Scenarios that the workshop starts from.
    pub scenarios: Vec<Offered>,
    /// What is planned.
    pub agenda: Vec<AgendaItem>,
    /// The item that runs.
    pub agenda_at: Option<usize>,
    /// A time that runs.
    pub timer: Option<Timer>,
    /// What the trainer said, oldest first.
    pub announcements: Vec<Announcement>,
    /// Tables cannot edit.
    pub locked: bool,
    /// Whether the trainer's screen is shown.
    pub follow: Follow,
    /// Rounds, oldest first.
    pub rounds: Vec<RoundView>,
    /// How well ranges and probabilities held so far today, once something was revealed.
    pub calibration: Option<Calibration>,
    /// Results that were written into scenarios, oldest first.
    pub adopted: Vec<Adopted>,
    /// Ideas set aside.
    pub parked: Vec<Noted>,
    /// Voices that are missing.
    pub missing: Vec<Noted>,
    /// What tables changed after they had seen the numbers. Trainers see all, tables their own.
    pub changed_after: Vec<Noted>,
    /// The workshop is over.
    pub closed: bool,
    /// Entries in the record.
    pub entries: u64,
    /// Hash of the last of them, 64 hexadecimal digits: whoever notes it can tell later that
    /// nothing was cut off (`foretree workshop verify DIR --head HASH`).
    pub head: String,
    /// Why nothing is kept at present.
    pub trouble: Option<Trouble>,
}

impl RoomView {
    /// The round whose stage is open, if there is one; there is never more than one.
    #[must_use]
    pub fn open_round(&self) -> Option<&RoundView> {
        let open = |round: &&RoundView| round.state == RoundState::Open;
        self.rounds.iter().find(open)
    }

    /// The table of this member.
    #[must_use]
    pub fn my_table(&self) -> Option<&TableView> {
        let mine = self.me.table.as_ref()?;
        self.tables.iter().find(|table| table.id == *mine)
    }
}
