//! The room: what follows from the entries of the record, one after the other.
//!
//! A fold that takes any entries in any order: one that makes no sense where it stands is passed
//! over, so that every beginning of a record is a room. Does no input or output. Knows everything
//! that was answered; what of it one member may see is decided in [`view`](Room::view).

mod view;

pub(in crate::workshop) use view::written;
pub use view::{Presence, Viewer};

use indexmap::IndexMap;

use super::round::Round;
use super::{
    Adopted, AgendaItem, Announcement, Entry, Event, HandIn, Noted, Question, Role, TableId, Who,
};

/// A time that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// For what.
    pub title: String,
    /// Since when, as the record says.
    pub since: String,
    /// How long.
    pub seconds: u32,
}

/// One hand-in and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Handed {
    /// What was handed in.
    pub what: HandIn,
    /// When.
    pub at: String,
    /// What the trainer said when giving it back.
    pub answer: Option<String>,
}

/// One table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Its name as people wrote it.
    pub name: String,
    /// Who sits there; empty = the table speaks as one.
    pub people: Vec<String>,
    /// Is somebody connected, as far as the record tells?
    pub online: bool,
    /// What it handed in.
    pub handed: Vec<Handed>,
}

/// What follows from a record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Room {
    /// Title of the workshop.
    pub title: String,
    /// Files that it starts from, with their SHA-256.
    pub scenarios: Vec<(String, String)>,
    /// Tables in the order in which they first came.
    pub tables: IndexMap<TableId, Table>,
    /// Trainers that are connected, as far as the record tells.
    pub trainers: usize,
    /// Observers that are.
    pub observers: usize,
    /// What is planned.
    pub agenda: Vec<AgendaItem>,
    /// The item that runs.
    pub agenda_at: Option<usize>,
    /// A time that runs.
    pub timer: Option<Running>,
    /// What the trainer said.
    pub announcements: Vec<Announcement>,
    /// Tables cannot edit.
    pub locked: bool,
    /// The trainer's screen is shown.
    pub leading: bool,
    /// Rounds; number 1 is the first.
    pub rounds: Vec<Round>,
    /// What rounds wrote into scenarios.
    pub adopted: Vec<Adopted>,
    /// Ideas set aside.
    pub parked: Vec<Noted>,
    /// Missing voices.
    pub missing: Vec<Noted>,
    /// Changes of mind after a reveal, and whose.
    pub changed_after: Vec<(Option<TableId>, Noted)>,
    /// The workshop is over.
    pub closed: bool,
    /// Entries taken.
    pub entries: u64,
    /// Hash of the last of them.
    pub head: String,
}

impl Room {
    /// The room after these entries.
    #[must_use]
    pub fn of(entries: &[Entry]) -> Self {
        let mut room = Self::default();
        entries.iter().for_each(|entry| room.take(entry));
        room
    }

    /// Takes one more entry.
    pub fn take(&mut self, entry: &Entry) {
        self.entries = entry.n;
        match &entry.event {
            Event::Joined { .. } | Event::Left { .. } | Event::Named { .. } => self.people(entry),
            Event::RoundOpened { .. }
            | Event::Answered { .. }
            | Event::StageClosed { .. }
            | Event::Revealed { .. } => self.round(&entry.event),
            Event::HandedIn(..) | Event::HandedBack { .. } => self.hand(entry),
            Event::Opened {
                title, scenarios, ..
            } => {
                self.title.clone_from(title);
                self.scenarios.clone_from(scenarios);
            }
            Event::Missing { voice } => self.missing.push(self.noted(entry, voice)),
            Event::Parked { idea } => self.parked.push(self.noted(entry, idea)),
            Event::ChangedAfterReveal { what } => {
                let table = table_of(&entry.by).cloned();
                self.changed_after.push((table, self.noted(entry, what)));
            }
            Event::Adopted(adopted) => self.adopted.push(adopted.clone()),
            Event::Closed => self.closed = true,
            Event::Unknown(_) => {}
            _ => self.lead(entry),
        }
    }

    /// What the trainer does to all.
    fn lead(&mut self, entry: &Entry) {
        match &entry.event {
            Event::Announced { text } => self.announcements.push(Announcement {
                at: entry.at.clone(),
                text: text.clone(),
            }),
            Event::Agenda { items, at } => {
                self.agenda.clone_from(items);
                self.agenda_at = at.filter(|at| *at < items.len());
            }
            Event::TimerStarted { title, seconds } => {
                self.timer = Some(Running {
                    title: title.clone(),
                    since: entry.at.clone(),
                    seconds: *seconds,
                });
            }
            Event::TimerStopped => self.timer = None,
            Event::Locked => self.locked = true,
            Event::Unlocked => self.locked = false,
            Event::FollowStarted => self.leading = true,
            Event::FollowEnded => self.leading = false,
            _ => {}
        }
    }

    fn people(&mut self, entry: &Entry) {
        let table = table_of(&entry.by);
        match (&entry.event, table) {
            (Event::Joined { name, .. }, Some(id)) => {
                let table = self.tables.entry(id.clone()).or_default();
                table.online = true;
                if table.name.is_empty() {
                    table.name = name.clone().unwrap_or_else(|| id.to_string());
                }
            }
            (Event::Left { .. }, Some(id)) => {
                if let Some(table) = self.tables.get_mut(id) {
                    table.online = false;
                }
            }
            (Event::Named { people }, Some(id)) => {
                if let Some(table) = self.tables.get_mut(id) {
                    table.people.clone_from(people);
                }
            }
            (Event::Joined { role, .. }, None) => self.count(*role, 1),
            (Event::Left { role }, None) => self.count(*role, -1),
            _ => {}
        }
    }

    fn count(&mut self, role: Role, by: isize) {
        let count = match role {
            Role::Trainer => &mut self.trainers,
            Role::Observer => &mut self.observers,
            Role::Table => return,
        };
        *count = count.saturating_add_signed(by);
    }

    fn hand(&mut self, entry: &Entry) {
        match &entry.event {
            Event::HandedIn(what) => {
                let table = self.tables.entry(what.table.clone()).or_default();
                table.handed.push(Handed {
                    what: what.clone(),
                    at: entry.at.clone(),
                    answer: None,
                });
            }
            Event::HandedBack {
                table,
                number,
                comment,
            } => {
                if let Some(handed) = self.handed_mut(table, *number) {
                    handed.answer = Some(comment.clone());
                }
            }
            _ => {}
        }
    }

    fn handed_mut(&mut self, table: &TableId, number: u32) -> Option<&mut Handed> {
        let handed = &mut self.tables.get_mut(table)?.handed;
        handed.iter_mut().find(|one| one.what.number == number)
    }

    /// A hand-in of a table, by its number.
    #[must_use]
    pub fn handed(&self, table: &TableId, number: u32) -> Option<&Handed> {
        let handed = &self.tables.get(table)?.handed;
        handed.iter().find(|one| one.what.number == number)
    }

    fn round(&mut self, event: &Event) {
        match event {
            Event::RoundOpened {
                round,
                stage,
                question,
            } => self.open(*round, *stage, question),
            Event::Answered { round, .. }
            | Event::StageClosed { round, .. }
            | Event::Revealed { round, .. } => {
                let place = (*round as usize).checked_sub(1);
                if let Some(round) = place.and_then(|place| self.rounds.get_mut(place)) {
                    round.take(event);
                }
            }
            _ => {}
        }
    }

    /// A new round, or the next stage of the last one; there is never more than one open.
    fn open(&mut self, round: u32, stage: u32, question: &Question) {
        if self.open_round().is_some() {
            return;
        }
        let number = u32::try_from(self.rounds.len()).unwrap_or(u32::MAX);
        if round == number.saturating_add(1) && stage == 1 {
            self.rounds.push(Round::new(round, question.clone()));
        } else if let (Some(last), true) = (self.rounds.last_mut(), round == number) {
            last.open_next(stage);
        }
    }

    /// The round whose stage takes answers.
    #[must_use]
    pub fn open_round(&self) -> Option<&Round> {
        self.rounds.iter().find(|round| round.is_open())
    }

    /// How many could answer: the people of all tables that have come.
    #[must_use]
    pub fn voices(&self) -> usize {
        let people = |table: &Table| table.people.len().max(1);
        self.tables.values().map(people).sum()
    }

    fn noted(&self, entry: &Entry, text: &str) -> Noted {
        let table = table_of(&entry.by).and_then(|id| self.tables.get(id));
        Noted {
            at: entry.at.clone(),
            table: table.map(|table| table.name.clone()).unwrap_or_default(),
            text: text.to_owned(),
        }
    }
}

/// The table that did something.
fn table_of(who: &Who) -> Option<&TableId> {
    match who {
        Who::Table(id) => Some(id),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
