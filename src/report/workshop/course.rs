//! The course of a workshop, entry by entry.

use serde::Serialize;

use super::summary::rounds;
use crate::tell;
use crate::words::course::of_entry;
use crate::workshop::record::Reading;
use crate::workshop::room::Room;
use crate::workshop::{Entry, TableId};

/// A line of the course.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// Its hash.
    pub hash: String,
    /// The entry as the record has it.
    #[serde(flatten)]
    pub entry: Entry,
    /// The same in words.
    pub words: String,
}

/// A table at the end.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableAtTheEnd {
    /// Its id.
    pub id: TableId,
    /// Its name.
    pub name: String,
    /// Who sat there.
    pub people: Vec<String>,
    /// How often it handed in.
    pub handed_in: usize,
}

/// The course of a workshop and the room that follows from it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Course {
    /// Title.
    pub title: String,
    /// Entry by entry.
    pub entries: Vec<Line>,
    /// Tables in the end.
    pub tables: Vec<TableAtTheEnd>,
    /// How many rounds there were.
    pub rounds: usize,
    /// Is the workshop over?
    pub closed: bool,
}

impl Course {
    /// Tells what a record says.
    #[must_use]
    pub fn of(reading: &Reading) -> (Self, Room) {
        let mut room = Room::default();
        let mut entries = Vec::new();
        for (entry, hash) in reading.entries.iter().zip(&reading.hashes) {
            room.take(entry);
            entries.push(Line {
                hash: hash.clone(),
                entry: entry.clone(),
                words: of_entry(entry, &room),
            });
        }
        room.head.clone_from(&reading.head);
        let tables = room.tables.iter().map(|(id, table)| TableAtTheEnd {
            id: id.clone(),
            name: table.name.clone(),
            people: table.people.clone(),
            handed_in: table.handed.len(),
        });
        let course = Self {
            title: room.title.clone(),
            entries,
            tables: tables.collect(),
            rounds: room.rounds.len(),
            closed: room.closed,
        };
        (course, room)
    }

    /// The lines alone.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let line = |line: &Line| {
            tell!(
                "course-line",
                number = format!("{:>4}", line.entry.n),
                // The day stands at the top.
                time = line.entry.at.get(11..16).unwrap_or(&line.entry.at),
                what = &line.words
            )
        };
        self.entries.iter().map(line).collect()
    }
}

/// The course in words, and the room that follows.
#[must_use]
pub fn course_text(course: &Course, room: &Room) -> String {
    let mut lines = course.lines();
    lines.push(String::new());
    lines.push(tell!("course-room"));
    let names: Vec<&str> = course
        .tables
        .iter()
        .map(|table| table.name.as_str())
        .collect();
    lines.push(if names.is_empty() {
        tell!("course-no-tables")
    } else {
        tell!("course-tables", tables = names.join(", "))
    });
    lines.extend(rounds(room));
    lines.join("\n") + "\n"
}
