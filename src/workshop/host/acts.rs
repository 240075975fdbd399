//! What members ask for: checked, carried out, answered.

use std::sync::Arc;

use super::desk::{handed_text, tag_of, write_handed};
use super::door::by;
use super::{ActRefusal, Host, Inner, Presence};
use crate::app::{Msg, Opened, ReadOnly, Source};
use crate::files;
use crate::scenario::Scenario;
use crate::tell;
use crate::words::workshop::refused;
use crate::workshop::record::digest;
use crate::workshop::texts::{MOST_NAME, MOST_REMARK, plain_line};
use crate::workshop::{Answer, Event, HandIn, Me, Origin, Piece, Role, RoomAct, TableId, Who};

/// More people than this do not sit at a table.
const MOST_PEOPLE: usize = 12;
/// Ideas, voices and changes of mind that a workshop can hold, each.
const MOST_NOTES: usize = 500;

/// What is said when an act is done; none if the room itself shows it.
pub(super) type Done = Option<String>;

impl Host {
    pub(super) fn act(&self, me: &Me, act: RoomAct) {
        let mut inner = self.lock();
        if !inner.seats.contains_key(&me.member) {
            return;
        }
        let said = match inner.perform(self, me, act) {
            Ok(None) => None,
            Ok(Some(done)) => Some(Msg::Done(done)),
            Err(refusal) => Some(Msg::Trouble(refused(&refusal))),
        };
        // The room comes first: what is said is about what is then on the screen.
        inner.publish(self);
        if let Some(said) = said {
            inner.send(me.member, said);
        }
    }
}

impl Inner {
    fn perform(&mut self, host: &Host, me: &Me, act: RoomAct) -> Result<Done, ActRefusal> {
        if !act.is_for(me.role) {
            return Err(ActRefusal::Role(me.role));
        }
        let changes_nothing = matches!(
            act,
            RoomAct::At { .. } | RoomAct::Open(_) | RoomAct::Follow(_)
        );
        if self.room.closed && !changes_nothing {
            return Err(ActRefusal::Over);
        }
        match act {
            RoomAct::At { screen, scenario } => self.at(me, &screen, scenario),
            RoomAct::Follow(wish) => self.follow(me, wish),
            RoomAct::Open(piece) => self.open(host, me, &piece),
            RoomAct::Name { people } => self.name(host, me, &people),
            RoomAct::Missing(voice) => {
                let many = self.room.missing.len();
                self.note(host, me, &voice, many, |voice| Event::Missing { voice })
            }
            RoomAct::Park(idea) => {
                let many = self.room.parked.len();
                self.note(host, me, &idea, many, |idea| Event::Parked { idea })
            }
            RoomAct::ChangedAfterReveal(what) => {
                let many = self.room.changed_after.len();
                self.note(host, me, &what, many, |what| Event::ChangedAfterReveal {
                    what,
                })
            }
            RoomAct::HandIn { scenario, comment } => self.hand_in(host, me, &scenario, &comment),
            RoomAct::Answer {
                round,
                stage,
                person,
                answer,
                reason,
            } => self.answer(host, me, (round, stage), &person, answer, &reason),
            act => self.lead(host, act),
        }
    }

    fn at(
        &mut self,
        me: &Me,
        screen: &str,
        scenario: Option<Arc<Scenario>>,
    ) -> Result<Done, ActRefusal> {
        let Some(table) = &me.table else {
            return Ok(None);
        };
        let old = self.presence.get(table).cloned().unwrap_or_default();
        let mut presence = Presence {
            screen: Some(plain_line(screen, MOST_NAME)),
            scenario: scenario
                .as_ref()
                .map(|one| plain_line(&one.title, MOST_REMARK)),
            changes: Vec::new(),
        };
        if let Some(scenario) = scenario {
            let same = self
                .shown
                .get(table)
                .is_some_and(|old| Arc::ptr_eq(old, &scenario));
            presence.changes = if same {
                old.changes
            } else {
                self.changes_of(&scenario)
            };
            self.shown.insert(table.clone(), scenario);
        }
        self.presence.insert(table.clone(), presence);
        Ok(None)
    }

    fn follow(&mut self, me: &Me, wish: bool) -> Result<Done, ActRefusal> {
        let shown = self.mirror.clone().filter(|_| wish);
        if let Some(seat) = self.seats.get_mut(&me.member) {
            seat.let_go = !wish;
            if me.role != Role::Trainer {
                let _ = seat.out.send(Msg::Mirror(shown));
            }
        }
        Ok(None)
    }

    fn name(&mut self, host: &Host, me: &Me, people: &[String]) -> Result<Done, ActRefusal> {
        let mut names: Vec<String> = Vec::new();
        for name in people {
            let name = plain_line(name, MOST_NAME);
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        if names.len() > MOST_PEOPLE {
            return Err(ActRefusal::TooMany);
        }
        self.keep(&host.now(), by(me), |_| Ok(Event::Named { people: names }))?;
        Ok(None)
    }

    fn note(
        &mut self,
        host: &Host,
        me: &Me,
        text: &str,
        many: usize,
        event: impl FnOnce(String) -> Event,
    ) -> Result<Done, ActRefusal> {
        if many >= MOST_NOTES {
            return Err(ActRefusal::TooMany);
        }
        let text = said(text)?;
        self.keep(&host.now(), by(me), |_| Ok(event(text)))?;
        Ok(None)
    }

    fn hand_in(
        &mut self,
        host: &Host,
        me: &Me,
        scenario: &Scenario,
        comment: &str,
    ) -> Result<Done, ActRefusal> {
        let table = me.table.clone().ok_or(ActRefusal::Gone)?;
        let text = handed_text(scenario)?;
        // What is kept is what was read again: nobody is handed a file that does not open.
        let kept = files::parse(&text, &me.member.0.to_string())
            .map_err(|_| ActRefusal::File(tell!("workshop-unreadable")))?;
        let changes = self.changes_of(&kept.scenario);
        let comment = plain_line(comment, MOST_REMARK);
        let mut number = 0;
        self.keep(&host.now(), Who::Table(table.clone()), |room| {
            let (free, file) = write_handed(&host.folder, room, &table, &text)?;
            number = free;
            Ok(Event::HandedIn(HandIn {
                table,
                number: free,
                file,
                sha256: digest(text.as_bytes()),
                title: plain_line(&kept.scenario.title, MOST_REMARK),
                changes,
                comment,
            }))
        })?;
        Ok(Some(tell!("workshop-handed-in", number = number)))
    }

    fn answer(
        &mut self,
        host: &Host,
        me: &Me,
        (round, stage): (u32, u32),
        person: &str,
        answer: Answer,
        reason: &str,
    ) -> Result<Done, ActRefusal> {
        let table = me.table.as_ref().ok_or(ActRefusal::Gone)?;
        let reason = plain_line(reason, MOST_REMARK);
        let person = plain_line(person, MOST_NAME);
        // The tags are taken out for a moment, so that the room can be read meanwhile.
        let mut tags = std::mem::take(&mut self.tags);
        let kept = self.keep(&host.now(), Who::Expert, |room| {
            let open = room.open_round().ok_or(ActRefusal::NoRound)?;
            if open.number != round || open.last().number != stage {
                return Err(ActRefusal::TooLate);
            }
            answer.check(&open.question)?;
            let people = room
                .tables
                .get(table)
                .map_or(&[][..], |table| &table.people);
            let sits = if people.is_empty() {
                person.is_empty()
            } else {
                people.contains(&person)
            };
            if !sits {
                return Err(ActRefusal::NoPerson);
            }
            Ok(Event::Answered {
                round,
                stage,
                expert: tag_of(&mut tags, room, &host.folder, table, &person)?,
                answer,
                reason,
                from: Origin::Keyboard,
            })
        });
        self.tags = tags;
        kept.map(|()| None)
    }

    fn open(&mut self, host: &Host, me: &Me, piece: &Piece) -> Result<Done, ActRefusal> {
        let (mut scenario, name) = match piece {
            Piece::Start(file) => {
                let start = self.starts.get(file).ok_or(ActRefusal::Gone)?;
                ((**start).clone(), file.clone())
            }
            Piece::Handed { table, number } => {
                if me.role != Role::Trainer && me.table.as_ref() != Some(table) {
                    return Err(ActRefusal::Role(me.role));
                }
                self.read_handed(host, table, *number)?
            }
        };
        let read_only = match (piece, me.role) {
            (Piece::Handed { table, number }, Role::Trainer) => {
                // Side by side, everybody sees whose it is.
                let name = self.room.tables.get(table).map(|table| table.name.clone());
                scenario.title = tell!(
                    "workshop-handed-title",
                    table = name.unwrap_or_default(),
                    number = *number,
                    title = scenario.title
                );
                Some(ReadOnly::Wished)
            }
            _ => None,
        };
        let opened = Opened {
            source: Source::Example(name),
            path: None,
            scenario,
            read_only,
            has_comments: false,
            saved: None,
        };
        self.send(me.member, Msg::Opened(Box::new(opened)));
        Ok(None)
    }

    fn read_handed(
        &self,
        host: &Host,
        table: &TableId,
        number: u32,
    ) -> Result<(Scenario, String), ActRefusal> {
        let handed = self.room.handed(table, number).ok_or(ActRefusal::Gone)?;
        // The name in the record is not believed: it could lead elsewhere.
        let name = crate::workshop::sandbox::Folder::handed_name(table, handed.what.number);
        let path = host.folder.handed().join(&name);
        let bytes = std::fs::read(&path).map_err(|error| ActRefusal::File(error.to_string()))?;
        if digest(&bytes) != handed.what.sha256 {
            return Err(ActRefusal::File(tell!(
                "workshop-handed-changed",
                file = name
            )));
        }
        let loaded = files::parse_bytes(&bytes, &name);
        let loaded = loaded.map_err(|_| ActRefusal::File(tell!("workshop-unreadable")))?;
        Ok((loaded.scenario, name))
    }
}

/// A remark that says something, as it may be shown to others.
pub(super) fn said(text: &str) -> Result<String, ActRefusal> {
    let text = plain_line(text, MOST_REMARK);
    if text.is_empty() {
        return Err(ActRefusal::Empty);
    }
    Ok(text)
}
