//! The lines of the Workshop: what can be marked in each part, and what is said of it.

use super::{Part, time};
use crate::app::App;
use crate::scenario::hybrid::Change;
use crate::tell;
use crate::words::made::change_name;
use crate::words::rounds;
use crate::workshop::{
    Adopted, AdoptedValue, Follow, Noted, Role, RoomView, RoundView, Seating, TableView, Trouble,
};

/// Something that can be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An item of the agenda.
    Agenda(usize),
    /// Something that the trainer said.
    Announcement(usize),
    /// Who sits at this table.
    People,
    /// What to type to come back.
    Code,
    /// Whose screen is shown.
    Follow,
    /// The record that is kept.
    Record,
    /// A round.
    Round(usize),
    /// A table.
    Table(usize),
    /// A scenario that the workshop starts from.
    Offered(usize),
    /// A hand-in: the table's place and the place among its hand-ins.
    Handed(usize, usize),
    /// A number that the room agreed on.
    Adopted(usize),
    /// An idea that was set aside.
    Parked(usize),
    /// A voice that is missing.
    Missing(usize),
    /// A change of mind after the numbers were seen.
    Changed(usize),
}

impl Entry {
    /// What its kind is called.
    #[must_use]
    pub fn section(self) -> String {
        match self {
            Entry::Agenda(_) => tell!("room-agenda"),
            Entry::Announcement(_) => tell!("room-said"),
            Entry::People => tell!("room-people"),
            Entry::Code => tell!("room-code"),
            Entry::Follow => tell!("room-follow"),
            Entry::Record => tell!("room-record"),
            Entry::Round(_) => tell!("room-rounds"),
            Entry::Table(_) => tell!("room-tables"),
            Entry::Offered(_) => tell!("room-offered"),
            Entry::Handed(..) => tell!("room-handed"),
            Entry::Adopted(_) => tell!("room-adopted"),
            Entry::Parked(_) => tell!("room-parked"),
            Entry::Missing(_) => tell!("room-missing-voices"),
            Entry::Changed(_) => tell!("room-changed"),
        }
    }
}

/// Announcements that are listed, the newest first.
const ANNOUNCED: usize = 5;

/// What can be marked in the part that is shown.
#[must_use]
pub fn entries(app: &App) -> Vec<Entry> {
    let Some(room) = &app.room else {
        return Vec::new();
    };
    match app.seat.part {
        Part::Now => now(room),
        Part::Rounds => (0..room.rounds.len()).rev().map(Entry::Round).collect(),
        Part::Tables => (0..room.tables.len()).map(Entry::Table).collect(),
        Part::Scenarios => scenarios(room),
        Part::Notes => {
            let adopted = (0..room.adopted.len()).map(Entry::Adopted);
            let parked = (0..room.parked.len()).map(Entry::Parked);
            let missing = (0..room.missing.len()).map(Entry::Missing);
            let changed = (0..room.changed_after.len()).map(Entry::Changed);
            parked
                .chain(missing)
                .chain(adopted)
                .chain(changed)
                .collect()
        }
    }
}

fn now(room: &RoomView) -> Vec<Entry> {
    let mut all = Vec::new();
    let said = (0..room.announcements.len()).rev().take(ANNOUNCED);
    all.extend(said.map(Entry::Announcement));
    if room.me.role == Role::Table {
        all.extend([Entry::People, Entry::Code]);
    }
    all.extend((0..room.agenda.len()).map(Entry::Agenda));
    if room.follow != Follow::Off {
        all.push(Entry::Follow);
    }
    all.push(Entry::Record);
    all
}

fn scenarios(room: &RoomView) -> Vec<Entry> {
    if room.me.role == Role::Observer {
        return Vec::new();
    }
    let offered = (0..room.scenarios.len()).map(Entry::Offered);
    let handed = room.tables.iter().enumerate().flat_map(|(place, table)| {
        let all = (0..table.handed.len()).rev();
        all.map(move |number| Entry::Handed(place, number))
    });
    offered.chain(handed).collect()
}

/// The marked line.
#[must_use]
pub fn marked(app: &App) -> Option<Entry> {
    entries(app).get(app.seat.at).copied()
}

/// What is said of a line, in one line.
#[must_use]
pub fn told(app: &App, room: &RoomView, entry: Entry) -> String {
    let noted = |all: &[Noted], place: usize| all.get(place).map(note).unwrap_or_default();
    match entry {
        Entry::Agenda(place) => agenda(room, place),
        Entry::Announcement(place) => announcement(room, place),
        Entry::People => people(room),
        Entry::Code => code(room),
        Entry::Follow => follow(room),
        Entry::Record => record(room),
        Entry::Round(place) => room.rounds.get(place).map(round).unwrap_or_default(),
        Entry::Table(place) => {
            let table = room.tables.get(place);
            table
                .map(|table| self::table(room, table))
                .unwrap_or_default()
        }
        Entry::Offered(place) => offered(app, room, place),
        Entry::Handed(table, number) => handed(room, table, number),
        Entry::Adopted(place) => room.adopted.get(place).map(adopted).unwrap_or_default(),
        Entry::Parked(place) => noted(&room.parked, place),
        Entry::Missing(place) => noted(&room.missing, place),
        Entry::Changed(place) => noted(&room.changed_after, place),
    }
}

/// Everything that is known of a line.
#[must_use]
pub fn about(app: &App, room: &RoomView, entry: Entry) -> String {
    match entry {
        Entry::Table(place) => match room.tables.get(place) {
            Some(table) => about_table(app, table).join("\n"),
            None => String::new(),
        },
        Entry::Record => tell!(
            "room-record-about",
            entries = i64::try_from(room.entries).unwrap_or(i64::MAX),
            head = &room.head
        ),
        Entry::Adopted(place) => {
            let found = room.adopted.get(place);
            found.map(about_adopted).unwrap_or_default().join("\n")
        }
        Entry::Handed(table, number) => about_handed(app, room, table, number).join("\n"),
        other => told(app, room, other),
    }
}

/// The part that is shown, line after line.
pub(super) fn told_part(app: &App, room: &RoomView) -> Vec<String> {
    let mut before = String::new();
    let mut text = Vec::new();
    for entry in entries(app) {
        let section = entry.section();
        if section != before {
            text.push(section.clone());
            before = section;
        }
        text.push(format!("- {}", told(app, room, entry)));
    }
    text
}

/// What is going on, a sentence for each thing, the most pressing first.
#[must_use]
pub fn going_on(app: &App) -> Vec<String> {
    let Some(room) = &app.room else {
        return Vec::new();
    };
    let mut said = Vec::new();
    said.extend(room.trouble.as_ref().map(trouble));
    if room.closed {
        said.push(tell!("room-is-over"));
        return said;
    }
    if let Some(round) = room.open_round() {
        said.push(open(room, round));
    }
    if room.locked && room.me.role != Role::Observer {
        said.push(tell!("room-is-locked"));
    }
    said.extend(time::told(app).map(|time| tell!("room-sentence", text = time)));
    if let Some(item) = room.agenda_at.and_then(|at| room.agenda.get(at))
        && room
            .timer
            .as_ref()
            .is_none_or(|timer| timer.title != item.title)
    {
        said.push(tell!("room-now-item", title = &item.title));
    }
    if room.follow == Follow::Leading {
        said.push(tell!("room-leading"));
    }
    let last = room.announcements.last();
    if let Some(last) = last.filter(|_| app.seat.heard < room.announcements.len()) {
        said.push(tell!("room-trainer-says", text = &last.text));
    }
    said
}

fn open(room: &RoomView, round: &RoundView) -> String {
    let mine = !round.mine.is_empty() && round.mine.iter().all(|given| given.answer.is_some());
    let number = i64::from(round.number);
    match (room.me.role, mine) {
        (Role::Table, true) => tell!(
            "room-open-answered",
            round = number,
            answered = round.answered,
            expected = round.expected
        ),
        (Role::Table, false) => tell!(
            "room-open-mine",
            round = number,
            answered = round.answered,
            expected = round.expected
        ),
        _ => tell!(
            "room-open",
            round = number,
            answered = round.answered,
            expected = round.expected
        ),
    }
}

fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::DiskFull => tell!("room-disk-full"),
        Trouble::Unwritable(reason) => tell!("room-unwritable", reason = reason),
        Trouble::Broken { line } => tell!(
            "room-broken",
            line = i64::try_from(*line).unwrap_or(i64::MAX)
        ),
    }
}

fn agenda(room: &RoomView, place: usize) -> String {
    let Some(item) = room.agenda.get(place) else {
        return String::new();
    };
    match item.minutes {
        0 => item.title.clone(),
        minutes => tell!("agenda-line", minutes = minutes, title = &item.title),
    }
}

fn announcement(room: &RoomView, place: usize) -> String {
    let said = room.announcements.get(place);
    said.map(|said| tell!("room-at", text = &said.text, at = clock(&said.at)))
        .unwrap_or_default()
}

/// Hours and minutes of a time such as `2026-11-22 09:30:15`.
fn clock(at: &str) -> String {
    at.get(11..16).unwrap_or(at).to_owned()
}

fn people(room: &RoomView) -> String {
    match room.my_table() {
        Some(table) if !table.people.is_empty() => table.people.join(", "),
        _ => tell!("room-nobody-named"),
    }
}

fn code(room: &RoomView) -> String {
    let code = room.my_table().and_then(|table| table.code.as_ref());
    code.map(|code| tell!("room-code-line", code = code))
        .unwrap_or_else(|| tell!("room-no-code"))
}

fn follow(room: &RoomView) -> String {
    match room.follow {
        Follow::Off => tell!("room-follow-off"),
        Follow::Following => tell!("room-follow-on"),
        Follow::LetGo => tell!("room-follow-let-go"),
        Follow::Leading => tell!("room-leading"),
    }
}

fn record(room: &RoomView) -> String {
    let head: String = room.head.chars().take(12).collect();
    let entries = i64::try_from(room.entries).unwrap_or(i64::MAX);
    match room.me.seating {
        Seating::Served => tell!("room-record-line", entries = entries, head = head),
        Seating::Folder => tell!("room-record-folder", entries = entries, head = head),
    }
}

fn round(round: &RoundView) -> String {
    tell!(
        "room-round-line",
        round = i64::from(round.number),
        kind = rounds::kind(&round.question),
        what = rounds::asked(&round.question),
        state = rounds::state(round)
    )
}

fn table(room: &RoomView, table: &TableView) -> String {
    let mut text = vec![match table.people.is_empty() {
        true => table.name.clone(),
        false => tell!(
            "room-table-people",
            name = &table.name,
            people = table.people.join(", ")
        ),
    }];
    if room.me.role != Role::Trainer {
        text.push(tell!("room-times-handed", count = table.times_handed));
        return text.join(" · ");
    }
    match (table.online, &table.screen) {
        (false, _) => text.push(tell!("room-away")),
        (true, Some(screen)) => {
            text.push(crate::words::tell(&format!("screen-{screen}"), &[]));
        }
        (true, None) => {}
    }
    text.push(tell!("room-changes", count = table.changes.len()));
    text.push(tell!("room-times-handed", count = table.times_handed));
    text.join(" · ")
}

fn about_table(app: &App, table: &TableView) -> Vec<String> {
    let mut text = vec![table.people.join(", ")];
    text.extend(
        table
            .scenario
            .as_ref()
            .map(|t| tell!("room-works-on", title = t)),
    );
    let changes: Vec<String> = table.changes.iter().map(|c| change(app, c)).collect();
    if !changes.is_empty() {
        text.push(tell!("room-changed-list", changes = changes.join("; ")));
    }
    if let Some(code) = &table.code {
        text.push(tell!("room-code-of", code = code));
    }
    let handed = table.handed.iter().rev();
    text.extend(handed.map(|handed| handed_line(&table.name, handed)));
    text.retain(|line| !line.is_empty());
    text
}

/// A change in words, by the titles of what is open here.
fn change(app: &App, change: &Change) -> String {
    let open = app.documents.iter().map(|d| &*d.scenario);
    change_name(change, &open.collect::<Vec<_>>())
}

fn offered(app: &App, room: &RoomView, place: usize) -> String {
    let Some(offered) = room.scenarios.get(place) else {
        return String::new();
    };
    let open = app
        .documents
        .iter()
        .any(|d| d.scenario.title == offered.title);
    match open {
        true => tell!("room-offered-open", title = &offered.title),
        false => offered.title.clone(),
    }
}

fn handed(room: &RoomView, table: usize, number: usize) -> String {
    let found = room.tables.get(table).and_then(|table| {
        let handed = table.handed.get(number)?;
        Some(handed_line(&table.name, handed))
    });
    found.unwrap_or_default()
}

fn handed_line(table: &str, handed: &crate::workshop::HandedView) -> String {
    let line = tell!(
        "room-handed-line",
        table = table,
        number = i64::from(handed.number),
        title = &handed.title,
        at = clock(&handed.at),
        changes = handed.changes.len()
    );
    match &handed.answer {
        Some(answer) => tell!("room-handed-answered", line = line, answer = answer),
        None => line,
    }
}

fn about_handed(app: &App, room: &RoomView, table: usize, number: usize) -> Vec<String> {
    let mut text = vec![handed(room, table, number)];
    let found = room.tables.get(table).and_then(|t| t.handed.get(number));
    if let Some(handed) = found {
        text.extend(Some(handed.comment.clone()).filter(|c| !c.is_empty()));
        text.extend(handed.changes.iter().map(|c| change(app, c)));
    }
    text
}

fn note(noted: &Noted) -> String {
    match noted.table.as_str() {
        "" => noted.text.clone(),
        table => tell!("room-noted-by", text = &noted.text, table = table),
    }
}

fn adopted(adopted: &Adopted) -> String {
    let value = match &adopted.value {
        AdoptedValue::Probability(p) => crate::words::ranked::percent(*p),
        AdoptedValue::Quantity(text) => text.clone(),
    };
    tell!(
        "room-adopted-line",
        round = i64::from(adopted.round),
        value = value,
        experts = adopted.experts,
        scenario = &adopted.scenario
    )
}

fn about_adopted(one: &Adopted) -> Vec<String> {
    let mut text = vec![adopted(one)];
    text.extend(one.reasons.iter().map(|r| tell!("room-reason", reason = r)));
    let views = one.minority.iter();
    text.extend(views.map(|view| {
        let text = crate::words::workshop::minority(view, &one.unit);
        tell!("room-minority", text = text)
    }));
    text
}
