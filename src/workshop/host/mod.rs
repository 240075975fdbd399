//! The host: what members ask for is checked, written into the record, and shown to all.
//!
//! One program can serve all members (`Host::open`), or each has a host of its own over the same
//! folder (`Host::join`): then every act begins with what others have written meanwhile. An answer
//! to an act reaches the member as a message; nothing here waits for anybody.

mod acts;
mod desk;
mod door;
mod member;
mod refusal;
mod trainer;

pub use door::{Proof, Seat, SeatWish};
pub use member::Member;
pub use refusal::{ActRefusal, HostFault, Refused};

use std::collections::HashMap;
use std::path::Path;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread;
use std::time::Duration;

use indexmap::IndexMap;

use super::access::Access;
use super::record::{Record, RecordFault};
use super::room::{Presence, Room, Viewer, written};
use super::sandbox::Folder;
use super::{Event, Expert, Me, MemberId, Role, RoomView, Seating, TableId, Trouble, Who};
use crate::app::{App, Msg};
use crate::files::{self, Clock};
use crate::scenario::Scenario;

/// How often a program looks for what others wrote.
const LOOK: Duration = Duration::from_secs(1);

/// A workshop that is on.
#[derive(Debug)]
pub struct Host {
    folder: Folder,
    clock: Clock,
    seating: Seating,
    /// Codes and keys; none where files alone decide who may do what.
    access: Option<Access>,
    inner: Mutex<Inner>,
}

/// One connected member.
#[derive(Debug)]
struct Seated {
    me: Me,
    out: Sender<Msg>,
    let_go: bool,
    /// What was last sent.
    view: Option<Arc<RoomView>>,
}

/// What changes.
#[derive(Debug)]
struct Inner {
    record: Record,
    room: Room,
    seats: IndexMap<MemberId, Seated>,
    presence: IndexMap<TableId, Presence>,
    /// What each table last showed, so that changes are found only once.
    shown: HashMap<TableId, Arc<Scenario>>,
    codes: HashMap<TableId, String>,
    tags: HashMap<TableId, HashMap<String, Expert>>,
    /// Scenarios that the workshop starts from, by file.
    starts: IndexMap<String, Arc<Scenario>>,
    titles: HashMap<String, String>,
    mirror: Option<Arc<App>>,
    trouble: Option<Trouble>,
    next_member: u64,
}

impl Host {
    /// Opens a workshop for all its members: the room is as it was, whatever ended the last
    /// program. A hand-in whose file was written but not recorded is recorded now.
    ///
    /// # Errors
    /// If the record cannot be read or does not hold, or there are no codes.
    pub fn open(folder: &Path, clock: Clock) -> Result<Arc<Self>, HostFault> {
        let host = Self::of(folder, clock, Seating::Served)?;
        let mut inner = host.lock();
        inner.note_orphans(&host);
        drop(inner);
        host.keep_looking()?;
        Ok(host)
    }

    /// Joins a workshop whose members share its folder without a server. Looks once a second for
    /// what others wrote, as long as the host is kept.
    ///
    /// # Errors
    /// As [`Host::open`], without codes.
    pub fn join(folder: &Path, clock: Clock) -> Result<Arc<Self>, HostFault> {
        let host = Self::of(folder, clock, Seating::Folder)?;
        host.keep_looking()?;
        Ok(host)
    }

    /// Also where one program serves all, a command may write cards into the record.
    fn keep_looking(self: &Arc<Self>) -> Result<(), HostFault> {
        let weak = Arc::downgrade(self);
        let looking = thread::Builder::new().name("room".to_owned());
        let looking = looking.spawn(move || look(&weak));
        looking.map_err(|error| HostFault::System(error.to_string()))?;
        Ok(())
    }

    fn of(folder: &Path, clock: Clock, seating: Seating) -> Result<Arc<Self>, HostFault> {
        let folder = Folder::at(folder);
        let access = match seating {
            Seating::Served => Some(Access::open(&folder.keys())?),
            Seating::Folder => None,
        };
        let (record, entries, _) = Record::open(&folder.record())?;
        let mut room = Room::of(&entries);
        room.head = record.head().to_owned();
        let mut inner = Inner {
            record,
            room,
            seats: IndexMap::new(),
            presence: IndexMap::new(),
            shown: HashMap::new(),
            codes: HashMap::new(),
            tags: HashMap::new(),
            starts: IndexMap::new(),
            titles: HashMap::new(),
            mirror: None,
            trouble: None,
            next_member: 1,
        };
        inner.read_starts(&folder);
        inner.read_tables(&folder);
        Ok(Arc::new(Self {
            folder,
            clock,
            seating,
            access,
            inner: Mutex::new(inner),
        }))
    }

    /// The workshop's folder.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Codes and keys, for the public keys that are let in.
    #[must_use]
    pub fn access(&self) -> Option<&Access> {
        self.access.as_ref()
    }

    /// Hash of the last entry of the record.
    #[must_use]
    pub fn head(&self) -> String {
        self.lock().room.head.clone()
    }

    /// The whole room, for reports and tests; views of members come from [`Member::view`].
    #[must_use]
    pub fn room(&self) -> Room {
        self.lock().room.clone()
    }

    /// Takes what others have written to a shared folder, and tells the members here.
    pub fn look(&self) {
        let mut inner = self.lock();
        if inner.record.has_grown() {
            inner.catch_up();
            inner.publish(self);
        }
    }

    /// A panic of one member must not end the workshop for all.
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now(&self) -> String {
        written(self.clock.now())
    }
}

fn look(host: &Weak<Host>) {
    while let Some(host) = host.upgrade() {
        host.look();
        drop(host);
        thread::sleep(LOOK);
    }
}

impl Inner {
    fn read_starts(&mut self, folder: &Folder) {
        for (file, _) in &self.room.scenarios {
            let Ok(loaded) = files::load(folder.scenarios().join(file)) else {
                continue;
            };
            self.titles
                .insert(file.clone(), loaded.scenario.title.clone());
            self.starts.insert(file.clone(), Arc::new(loaded.scenario));
        }
    }

    /// Takes what others wrote.
    fn catch_up(&mut self) {
        let found = self.record.hold().map(|(_, news)| news);
        match found {
            Ok(news) => {
                news.iter().for_each(|entry| self.room.take(entry));
                self.record.head().clone_into(&mut self.room.head);
            }
            Err(fault) => self.is_in_trouble(&fault),
        }
    }

    /// Writes an event that is made from the room as it stands when nobody else can write.
    fn keep(
        &mut self,
        now: &str,
        by: Who,
        make: impl FnOnce(&Room) -> Result<Event, ActRefusal>,
    ) -> Result<(), ActRefusal> {
        self.keep_all(now, |room| Ok(vec![(by, make(room)?)]))
    }

    /// The same for several events, of which all or none are written, unless the disk fills
    /// up in between.
    fn keep_all(
        &mut self,
        now: &str,
        make: impl FnOnce(&Room) -> Result<Vec<(Who, Event)>, ActRefusal>,
    ) -> Result<(), ActRefusal> {
        let kept = match self.record.hold() {
            Err(fault) => Err(fault),
            Ok((mut hold, news)) => {
                news.iter().for_each(|entry| self.room.take(entry));
                let mut kept = Ok(());
                for (by, event) in make(&self.room)? {
                    match hold.append(now, by, event) {
                        Ok(entry) => self.room.take(&entry),
                        Err(fault) => {
                            kept = Err(fault);
                            break;
                        }
                    }
                }
                self.room.head = hold.head().to_owned();
                kept
            }
        };
        match kept {
            Ok(()) => self.trouble = None,
            Err(fault) => {
                self.is_in_trouble(&fault);
                return Err(ActRefusal::Unkept(fault));
            }
        }
        Ok(())
    }

    fn is_in_trouble(&mut self, fault: &RecordFault) {
        self.trouble = Some(match fault {
            RecordFault::DiskFull(_) => Trouble::DiskFull,
            RecordFault::Broken(_, broken) => Trouble::Broken {
                line: broken.line(),
            },
            other => Trouble::Unwritable(other.to_string()),
        });
    }

    /// Shows every member what has changed for it.
    fn publish(&mut self, host: &Host) {
        let now = host.now();
        let members: Vec<MemberId> = self.seats.keys().copied().collect();
        for member in members {
            let Some(view) = self.view_of(host, member, &now) else {
                continue;
            };
            let seat = self.seats.get_mut(&member);
            if let Some(seat) = seat.filter(|seat| seat.view.as_deref() != Some(&view)) {
                let view = Arc::new(view);
                seat.view = Some(Arc::clone(&view));
                // Whoever is just leaving does not hear it.
                let _ = seat.out.send(Msg::Room(view));
            }
        }
    }

    fn view_of(&self, host: &Host, member: MemberId, now: &str) -> Option<RoomView> {
        let seat = self.seats.get(&member)?;
        Some(self.view(host, &seat.me, seat.let_go, now))
    }

    fn view(&self, host: &Host, me: &Me, let_go: bool, now: &str) -> RoomView {
        let none = HashMap::new();
        let tags = me.table.as_ref().and_then(|table| self.tags.get(table));
        let seats = self.seats.iter();
        let online: Vec<(MemberId, Role, Option<TableId>)> = seats
            .map(|(id, seat)| (*id, seat.me.role, seat.me.table.clone()))
            .collect();
        self.room.view(&Viewer {
            me,
            tags: tags.unwrap_or(&none),
            codes: &self.codes,
            presence: &self.presence,
            online: (host.seating == Seating::Served).then_some(online.as_slice()),
            titles: &self.titles,
            let_go,
            now,
            trouble: self.trouble.as_ref(),
        })
    }

    /// What everybody may see, for the copy of the trainer's screen that is shown to all.
    fn public_view(&self, host: &Host) -> RoomView {
        let me = Me {
            member: MemberId(0),
            role: Role::Observer,
            table: None,
            seating: host.seating,
        };
        self.view(host, &me, false, &host.now())
    }

    fn send(&self, member: MemberId, msg: Msg) {
        if let Some(seat) = self.seats.get(&member) {
            let _ = seat.out.send(msg);
        }
    }
}

#[cfg(test)]
mod tests;
