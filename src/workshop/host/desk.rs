//! What lies in the folders of tables beside their scenarios: codes, tags, hand-ins.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::{ActRefusal, Host, Inner, Refused};
use crate::files;
use crate::scenario::Scenario;
use crate::scenario::hybrid::{Change, changes};
use crate::workshop::access::{Code, Kind, write_secret};
use crate::workshop::record::digest;
use crate::workshop::room::Room;
use crate::workshop::sandbox::Folder;
use crate::workshop::texts::plain_file;
use crate::workshop::{Event, Expert, HandIn, Seating, TableId, Who};

/// Hand-ins are not larger.
const MOST_BYTES: usize = 1 << 20;
/// A table does not hand in more often.
const MOST_HANDED: usize = 200;

const CODE: &str = "code";
const TAGS: &str = "experts.json";

/// Makes a table's own code, or reads the one that it has.
pub(super) fn make_code(folder: &Path) -> io::Result<String> {
    let path = folder.join(CODE);
    if let Ok(code) = fs::read_to_string(&path) {
        return Ok(code.trim().to_owned());
    }
    let code = Code::new(Kind::Table).map_err(|error| io::Error::other(error.to_string()))?;
    write_secret(&path, &format!("{code}\n"))?;
    Ok(code.to_string())
}

impl Host {
    /// Where folders are shared, one program at a time works for a table.
    pub(super) fn take_table(&self, id: &TableId) -> Result<Option<File>, Refused> {
        if self.seating == Seating::Served {
            return Ok(None);
        }
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        let lock = options.open(self.folder.table(id).join("seat.lock"));
        let lock = lock.map_err(|error| Refused::Unkept(error.to_string()))?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(lock)),
            Err(TryLockError::WouldBlock) => Err(Refused::Taken),
            // A folder that knows no locks cannot tell.
            Err(TryLockError::Error(_)) => Ok(Some(lock)),
        }
    }
}

impl Inner {
    /// Codes and tags of all tables whose folders we can read.
    pub(super) fn read_tables(&mut self, folder: &Folder) {
        for id in self.room.tables.keys() {
            let table = folder.table(id);
            if let Ok(code) = fs::read_to_string(table.join(CODE)) {
                self.codes.insert(id.clone(), code.trim().to_owned());
            }
            let tags = fs::read_to_string(table.join(TAGS)).ok();
            let tags = tags.and_then(|text| serde_json::from_str(&text).ok());
            self.tags.insert(id.clone(), tags.unwrap_or_default());
        }
    }

    /// The workshop's scenario from which this one was made: the one that it differs least from,
    /// one with the same title before others.
    pub(super) fn changes_of(&self, scenario: &Scenario) -> Vec<Change> {
        let starts = self.starts.values();
        let near = |start: &&Arc<Scenario>| {
            let found = changes(start, scenario);
            (start.title != scenario.title, found.len())
        };
        let nearest = starts.min_by_key(near);
        nearest.map_or_else(Vec::new, |start| changes(start, scenario))
    }

    /// Records hand-ins whose files were written when the program ended before it could say so.
    pub(super) fn note_orphans(&mut self, host: &Host) {
        for id in self.room.tables.keys().cloned().collect::<Vec<_>>() {
            for number in 1..=MOST_HANDED as u32 {
                let file = Folder::handed_name(&id, number);
                if self.room.handed(&id, number).is_some() {
                    continue;
                }
                let path = host.folder.handed().join(&file);
                let (Ok(bytes), Ok(loaded)) = (fs::read(&path), files::load(&path)) else {
                    continue;
                };
                let handed = HandIn {
                    table: id.clone(),
                    number,
                    file,
                    sha256: digest(&bytes),
                    title: loaded.scenario.title.clone(),
                    changes: self.changes_of(&loaded.scenario),
                    comment: String::new(),
                };
                // What cannot be written now is found again next time.
                let _ = self.keep(&host.now(), Who::Host, |_| Ok(Event::HandedIn(handed)));
            }
        }
    }
}

/// The text of a hand-in, harmless for whoever opens it.
pub(super) fn handed_text(scenario: &Scenario) -> Result<String, ActRefusal> {
    let text = plain_file(&files::to_ron(scenario));
    if text.len() > MOST_BYTES {
        return Err(ActRefusal::TooLarge);
    }
    Ok(text)
}

/// Writes the file of a hand-in under the next free number.
pub(super) fn write_handed(
    folder: &Folder,
    room: &Room,
    id: &TableId,
    text: &str,
) -> Result<(u32, String), ActRefusal> {
    let handed = room.tables.get(id).map_or(0, |table| table.handed.len());
    let last = room.tables.get(id).and_then(|table| {
        let numbers = table.handed.iter().map(|one| one.what.number);
        numbers.max()
    });
    if handed >= MOST_HANDED {
        return Err(ActRefusal::TooMany);
    }
    let first = last.unwrap_or(0) + 1;
    for number in first..first + MOST_HANDED as u32 {
        let name = Folder::handed_name(id, number);
        match files::write_new(&folder.handed().join(&name), text.as_bytes()) {
            Ok(()) => return Ok((number, name)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(ActRefusal::File(error.to_string())),
        }
    }
    Err(ActRefusal::TooMany)
}

/// The tag of a person; a new one is drawn from those that nobody has.
pub(super) fn tag_of(
    tags: &mut HashMap<TableId, HashMap<String, Expert>>,
    room: &Room,
    folder: &Folder,
    id: &TableId,
    person: &str,
) -> Result<Expert, ActRefusal> {
    if let Some(tag) = tags.get(id).and_then(|own| own.get(person)) {
        return Ok(tag.clone());
    }
    let answered = room.rounds.iter().flat_map(|round| round.experts());
    let known = tags.values().flat_map(HashMap::values);
    let used: HashSet<&str> = answered.chain(known).map(|tag| tag.0.as_str()).collect();
    let tag = Expert(draw(&used)?);
    let own = tags.entry(id.clone()).or_default();
    own.insert(person.to_owned(), tag.clone());
    let text = serde_json::to_string(&own).unwrap_or_default();
    write_secret(&folder.table(id).join(TAGS), &text)
        .map_err(|error| ActRefusal::File(error.to_string()))?;
    Ok(tag)
}

/// A number that nobody has, each as likely as any other: not the order of coming.
fn draw(used: &HashSet<&str>) -> Result<String, ActRefusal> {
    let most = if used.len() < 50 { 99 } else { 9999 };
    let free: Vec<String> = (1..=most)
        .map(|number| format!("E{number:02}"))
        .filter(|tag| !used.contains(tag.as_str()))
        .collect();
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|error| ActRefusal::File(error.to_string()))?;
    let drawn = u64::from_le_bytes(bytes) % (free.len().max(1) as u64);
    let place = usize::try_from(drawn).unwrap_or(0);
    free.get(place).cloned().ok_or(ActRefusal::TooMany)
}
