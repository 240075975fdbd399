//! What one member may see: the only place where blindness is kept.

use std::collections::HashMap;

use indexmap::IndexMap;
use jiff::ToSpan;
use jiff::civil::DateTime;

use super::{Room, Table, table_of};
use crate::scenario::hybrid::Change;
use crate::workshop::round::{self, Round};
use crate::workshop::{
    Expert, Follow, Given, HandedView, Me, MemberId, Offered, Role, RoomView, RoundState,
    RoundView, Seating, TableId, TableView, Timer, Trouble, Who,
};

/// Where the members of a table are; not in the record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Presence {
    /// Id of the screen.
    pub screen: Option<String>,
    /// Title of the scenario.
    pub scenario: Option<String>,
    /// What it changes against the one that the workshop starts from.
    pub changes: Vec<Change>,
}

/// Who looks, and what is known beside the record.
#[derive(Clone, Debug)]
pub struct Viewer<'a> {
    /// This member.
    pub me: &'a Me,
    /// Tags of the viewer's own people, by name. Empty for others.
    pub tags: &'a HashMap<String, Expert>,
    /// Codes of tables.
    pub codes: &'a HashMap<TableId, String>,
    /// Where tables are.
    pub presence: &'a IndexMap<TableId, Presence>,
    /// Members that are connected, by table; none = believe the record.
    pub online: Option<&'a [(MemberId, Role, Option<TableId>)]>,
    /// Titles of the scenarios that the workshop starts from, by file.
    pub titles: &'a HashMap<String, String>,
    /// Does this member look at its own screen while the trainer's is shown?
    pub let_go: bool,
    /// The time, as the record writes it.
    pub now: &'a str,
    /// Why nothing can be kept.
    pub trouble: Option<&'a Trouble>,
}

impl Viewer<'_> {
    /// May this member see what belongs to a table?
    fn owns(&self, table: &TableId) -> bool {
        self.me.role == Role::Trainer || self.me.table.as_ref() == Some(table)
    }

    fn count(&self, role: Role, recorded: usize) -> usize {
        self.online.map_or(recorded, |members| {
            members.iter().filter(|(_, one, _)| *one == role).count()
        })
    }

    fn is_online(&self, id: &TableId, table: &Table) -> bool {
        self.online.map_or(table.online, |members| {
            members.iter().any(|(_, _, one)| one.as_ref() == Some(id))
        })
    }
}

impl Room {
    /// What a member may see.
    #[must_use]
    pub fn view(&self, viewer: &Viewer<'_>) -> RoomView {
        let tables = self.tables.iter();
        let changed = self.changed_after.iter();
        let mine = |table: &Option<TableId>| {
            viewer.me.role == Role::Trainer || (table.is_some() && *table == viewer.me.table)
        };
        RoomView {
            title: self.title.clone(),
            me: viewer.me.clone(),
            tables: tables
                .map(|(id, table)| self.table(viewer, id, table))
                .collect(),
            observers: viewer.count(Role::Observer, self.observers),
            trainer_here: viewer.count(Role::Trainer, self.trainers) > 0,
            scenarios: self.offered(viewer),
            agenda: self.agenda.clone(),
            agenda_at: self.agenda_at,
            timer: self.timer(viewer.now),
            announcements: self.announcements.clone(),
            locked: self.locked,
            follow: self.follow(viewer),
            rounds: self
                .rounds
                .iter()
                .map(|one| self.one_round(viewer, one))
                .collect(),
            calibration: round::calibration(&self.rounds, &own_tags(viewer)),
            adopted: self.adopted.clone(),
            parked: self.parked.clone(),
            missing: self.missing.clone(),
            changed_after: changed
                .filter(|(table, _)| mine(table))
                .map(|(_, noted)| noted.clone())
                .collect(),
            closed: self.closed,
            entries: self.entries,
            head: self.head.clone(),
            trouble: viewer.trouble.cloned(),
        }
    }

    fn offered(&self, viewer: &Viewer<'_>) -> Vec<Offered> {
        let one = |(file, _): &(String, String)| Offered {
            file: file.clone(),
            title: viewer.titles.get(file).unwrap_or(file).clone(),
        };
        self.scenarios.iter().map(one).collect()
    }

    fn follow(&self, viewer: &Viewer<'_>) -> Follow {
        match (self.leading, viewer.me.role) {
            // Whoever has a program of their own cannot see another's screen.
            _ if viewer.me.seating == Seating::Folder => Follow::Off,
            (false, _) => Follow::Off,
            (true, Role::Trainer) => Follow::Leading,
            (true, _) if viewer.let_go => Follow::LetGo,
            (true, _) => Follow::Following,
        }
    }

    fn timer(&self, now: &str) -> Option<Timer> {
        let running = self.timer.as_ref()?;
        let since: DateTime = running.since.parse().ok()?;
        let ends = since
            .checked_add(i64::from(running.seconds).seconds())
            .ok()?;
        let now: DateTime = now.parse().unwrap_or(since);
        let left = now
            .until(ends)
            .ok()?
            .total(jiff::Unit::Second)
            .unwrap_or(0.0);
        Some(Timer {
            title: running.title.clone(),
            ends: written(ends),
            seconds: running.seconds,
            // A clock that was set back makes no time longer than it was.
            seconds_left: (left.max(0.0) as u32).min(running.seconds),
        })
    }

    fn table(&self, viewer: &Viewer<'_>, id: &TableId, table: &Table) -> TableView {
        let shown = |handed: &super::Handed| HandedView {
            number: handed.what.number,
            at: handed.at.clone(),
            title: handed.what.title.clone(),
            changes: handed.what.changes.clone(),
            comment: handed.what.comment.clone(),
            answer: handed.answer.clone(),
        };
        let owns = viewer.owns(id);
        let presence = viewer.presence.get(id).filter(|_| owns);
        TableView {
            id: id.clone(),
            name: table.name.clone(),
            people: table.people.clone(),
            online: viewer.is_online(id, table),
            code: viewer.codes.get(id).filter(|_| owns).cloned(),
            screen: presence.and_then(|one| one.screen.clone()),
            scenario: presence.and_then(|one| one.scenario.clone()),
            changes: presence.map(|one| one.changes.clone()).unwrap_or_default(),
            handed: if owns {
                table.handed.iter().map(shown).collect()
            } else {
                Vec::new()
            },
            times_handed: table.handed.len(),
        }
    }

    fn one_round(&self, viewer: &Viewer<'_>, round: &Round) -> RoundView {
        let answered = round.last().answers.len();
        let tags = own_tags(viewer);
        RoundView {
            number: round.number,
            stage: round.last().number,
            question: round.question.clone(),
            state: if round.is_open() {
                RoundState::Open
            } else {
                RoundState::Closed
            },
            answered,
            expected: self.voices().max(answered),
            mine: self.given(viewer, round),
            stages: round.closed_stages(),
            truth: round.truth,
            scores: round.scores(&tags),
        }
    }

    /// What the viewer's own people have answered.
    fn given(&self, viewer: &Viewer<'_>, round: &Round) -> Vec<Given> {
        let mine = viewer.me.table.as_ref();
        let Some(table) = mine.and_then(|id| self.tables.get(id)) else {
            return Vec::new();
        };
        let one = |person: &String| {
            let expert = viewer.tags.get(person);
            let last = expert.and_then(|tag| round.last().answers.get(tag));
            let before = expert.and_then(|tag| round.before_last()?.answers.get(tag));
            Given {
                person: person.clone(),
                expert: expert.cloned(),
                answer: last.map(|given| given.answer.clone()),
                reason: last.map(|given| given.reason.clone()).unwrap_or_default(),
                before: before.map(|given| given.answer.clone()),
            }
        };
        if table.people.is_empty() {
            return vec![one(&String::new())];
        }
        table.people.iter().map(one).collect()
    }

    /// The name of who did something, for a table; none for roles.
    #[must_use]
    pub fn name_of(&self, who: &Who) -> Option<&str> {
        let table = table_of(who).and_then(|id| self.tables.get(id));
        table.map(|table| table.name.as_str())
    }
}

/// Tags of the viewer's own people, and whose they are.
fn own_tags(viewer: &Viewer<'_>) -> HashMap<Expert, String> {
    let turned = viewer
        .tags
        .iter()
        .map(|(name, tag)| (tag.clone(), name.clone()));
    turned.collect()
}

/// A moment as the record writes it, `2026-11-22 09:30:15`.
#[must_use]
pub(in crate::workshop) fn written(moment: DateTime) -> String {
    moment.strftime("%Y-%m-%d %H:%M:%S").to_string()
}
