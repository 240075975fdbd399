//! State of the Workshop and what can be done there, by role: tables work, trainers lead, observers
//! look on.
//!
//! What the room knows comes with [`crate::workshop::RoomView`]; nothing of other people's answers
//! is kept here.

mod adopt;
mod answer;
mod arrive;
mod ask;
mod cards;
mod lead;
pub mod lines;
mod pieces;
mod rounds;
pub mod side;
pub mod time;

use std::sync::Arc;

use super::keys::RoomAction;
use super::{App, Effect, Form, Need, Screen};
use crate::scenario::Scenario;
use crate::tell;
use crate::workshop::{Role, RoomAct, RoomView, RoundView};

pub use arrive::is_predicting;
pub(super) use arrive::{changed_after_reveal, take, tell_where};
pub(super) use ask::{ask_marked, why_not_ask};
pub use lines::{Entry, going_on};
pub use rounds::{chosen as chosen_round, closed_stage};

/// A part of the Workshop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Agenda, announcements, who sits here.
    #[default]
    Now,
    /// What was asked and answered.
    Rounds,
    /// Who is here.
    Tables,
    /// What can be opened, and what was handed in.
    Scenarios,
    /// Ideas, missing voices, what was adopted.
    Notes,
}

impl Part {
    /// All parts in the order of the screen.
    pub const ALL: [Part; 5] = [
        Part::Now,
        Part::Rounds,
        Part::Tables,
        Part::Scenarios,
        Part::Notes,
    ];
}

/// A page of a round that is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RoundPage {
    /// Every answer as a mark on one axis.
    #[default]
    Marks,
    /// Everybody's answer with its reason.
    Reasons,
    /// Distributions behind the answers, and ways to put them together.
    Fits,
    /// How answers did beside what came out, and the day so far.
    Scores,
}

impl RoundPage {
    /// All pages in the order of the screen.
    pub const ALL: [RoundPage; 4] = [
        RoundPage::Marks,
        RoundPage::Reasons,
        RoundPage::Fits,
        RoundPage::Scores,
    ];
}

/// A page of how far the tables are apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpreadPage {
    /// One mark for each table.
    #[default]
    Outcomes,
    /// Which inputs they changed.
    Inputs,
}

impl SpreadPage {
    /// All pages in the order of the screen.
    pub const ALL: [SpreadPage; 2] = [SpreadPage::Outcomes, SpreadPage::Inputs];
}

/// What the screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// The part that was chosen.
    #[default]
    Parts,
    /// A round, by its number.
    Round(u32),
    /// How far the tables are apart.
    Spread,
}

/// What the Workshop remembers.
#[derive(Clone, Debug, Default)]
pub struct RoomState {
    /// The part that is shown.
    pub part: Part,
    /// The marked line of the part.
    pub at: usize,
    /// What is shown.
    pub show: Show,
    /// The page of a round.
    pub page: RoundPage,
    /// The page of how far the tables are apart.
    pub spread: SpreadPage,
    /// The marked line of the page.
    pub line: usize,
    /// What was opened of hand-ins.
    pub side: side::SideState,
    /// Announcements that were read here.
    pub heard: usize,
    /// When the newest view came, in milliseconds since the start.
    came: u64,
    /// Where the room was last told that this member is.
    told: Option<(Screen, Option<Arc<Scenario>>)>,
}

/// Does an action of the Workshop.
pub(super) fn act(app: &mut App, action: RoomAction) -> Vec<Effect> {
    use RoomAction as R;
    match action {
        R::Up => step(app, -1),
        R::Down => step(app, 1),
        R::Left => turn(app, -1),
        R::Right => turn(app, 1),
        R::Open => return open(app),
        R::Answer => answer::ask(app),
        R::HandIn => pieces::hand_in(app),
        R::People => lead::people(app),
        R::Idea => note(app, &NOTES[0]),
        R::Missing => note(app, &NOTES[1]),
        R::Follow => return follow(app),
        R::Ask => ask::choose(app),
        R::Cards => cards::ask(app),
        R::CloseStage => return rounds::close(app),
        R::NextStage => return room_act(RoomAct::OpenStage),
        R::Announce => lead::announce(app),
        R::Lock => return lead::lock(app),
        R::Timer => return lead::timer(app),
        R::NextItem => return lead::next_item(app),
        R::AddItem => lead::add_item(app),
        R::HandBack => pieces::hand_back(app),
        R::Adopt => return adopt::adopt(app),
        R::Reveal => return adopt::reveal(app),
        R::Side => return side::compare(app, false),
        R::MoreSide => return side::compare(app, true),
        R::Spread => return side::spread(app),
        R::Close => lead::close(app),
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(app: &App, action: RoomAction) -> Option<String> {
    use RoomAction as R;
    let Some(room) = &app.room else {
        return Some(tell!("room-none"));
    };
    let moves = matches!(action, R::Up | R::Down | R::Left | R::Right | R::Open);
    if moves {
        return None;
    }
    if room.closed {
        return Some(tell!("room-closed"));
    }
    match (action, room.me.role) {
        (R::Answer | R::HandIn | R::People, role) if role != Role::Table => {
            return Some(tell!("room-for-tables"));
        }
        (R::Idea | R::Missing, Role::Observer) => return Some(tell!("room-not-for-observers")),
        (R::Answer | R::HandIn | R::People | R::Idea | R::Missing | R::Follow, _) => {}
        (_, Role::Trainer) => {}
        _ => return Some(tell!("room-for-trainers")),
    }
    why_not_now(app, room, action)
}

/// Why something that a role may do is not possible as things stand.
fn why_not_now(app: &App, room: &RoomView, action: RoomAction) -> Option<String> {
    use RoomAction as R;
    match action {
        R::Answer if room.open_round().is_none() => Some(tell!("room-no-open-round")),
        R::HandIn if app.shown().is_none() => Some(tell!("edit-nothing-open")),
        R::CloseStage | R::Cards if room.open_round().is_none() => {
            Some(tell!("room-no-open-round"))
        }
        R::Ask => ask::why_not_open(app),
        R::HandBack if pieces::marked_hand_in(app).is_none() => Some(tell!("room-mark-hand-in")),
        R::Follow => lead::why_not_follow(room),
        R::NextStage => rounds::why_no_next_stage(room),
        R::Adopt => adopt::why_not_adopt(app),
        R::Reveal => adopt::why_not_reveal(app),
        R::Side | R::MoreSide | R::Spread if side::newest(app).is_empty() => {
            Some(tell!("room-nothing-handed"))
        }
        _ => None,
    }
}

/// What the Workshop wants to know.
pub(super) fn needs(_app: &App) -> Vec<Need> {
    Vec::new()
}

/// What the Workshop says in words: what is going on, then what is shown.
pub(super) fn words(app: &App) -> Option<String> {
    let room = app.room.as_ref()?;
    let mut text = lines::going_on(app);
    text.push(String::new());
    match rounds::chosen(app) {
        Some(round) => text.extend(crate::words::rounds::in_words(round)),
        None => text.extend(lines::told_part(app, room)),
    }
    Some(text.join("\n"))
}

/// Escape: from a round back to the parts; false if there was nothing to leave.
pub(super) fn escape(app: &mut App) -> bool {
    let leaves = app.screen == Screen::Room && app.seat.show != Show::Parts;
    if leaves {
        app.seat.show = Show::Parts;
        settle(app);
    }
    leaves
}

/// Puts marks back where something is.
pub(super) fn settle(app: &mut App) {
    let last = lines::entries(app).len().saturating_sub(1);
    app.seat.at = app.seat.at.min(last);
    let lines = match (app.seat.show, app.seat.spread) {
        (Show::Parts, _) => return,
        (Show::Round(_), _) => rounds::lines(app),
        (Show::Spread, SpreadPage::Outcomes) => side::marks(app).len(),
        (Show::Spread, SpreadPage::Inputs) => side::apart(app).len(),
    };
    app.seat.line = app.seat.line.min(lines.saturating_sub(1));
}

/// The role of this member; none outside a workshop.
#[must_use]
pub fn role(app: &App) -> Option<Role> {
    app.room.as_ref().map(|room| room.me.role)
}

/// The round that is open, if there is one.
#[must_use]
pub fn open_round(app: &App) -> Option<&RoundView> {
    app.room.as_ref()?.open_round()
}

/// Why this member may not change a scenario; none = it may.
pub(super) fn why_no_edit(app: &App) -> Option<String> {
    let room = app.room.as_ref()?;
    match room.me.role {
        Role::Observer => Some(tell!("room-observers-edit-nothing")),
        Role::Table if room.locked => Some(tell!("room-locked")),
        _ => None,
    }
}

/// What stands where numbers are covered.
#[must_use]
pub fn covered_words(app: &App) -> String {
    match is_predicting(app) {
        true => tell!("room-predicts-covered"),
        false => tell!("answer-covered"),
    }
}

/// Does the room predict, and somebody else reveals? Then this member cannot look before.
pub(super) fn waits_for_reveal(app: &App) -> bool {
    role(app) != Some(Role::Trainer) && is_predicting(app)
}

fn room_act(act: RoomAct) -> Vec<Effect> {
    vec![Effect::Room(act)]
}

fn step(app: &mut App, by: isize) {
    match app.seat.show {
        Show::Parts => app.seat.at = app.seat.at.saturating_add_signed(by),
        Show::Round(_) | Show::Spread => {
            app.seat.line = app.seat.line.saturating_add_signed(by);
        }
    }
    settle(app);
}

fn turn(app: &mut App, by: isize) {
    fn next<T: Copy + PartialEq>(all: &[T], now: T, by: isize) -> T {
        let count = isize::try_from(all.len()).unwrap_or(1);
        let here = all.iter().position(|one| *one == now).unwrap_or(0);
        let next = (isize::try_from(here).unwrap_or(0) + by).rem_euclid(count);
        let next = usize::try_from(next).unwrap_or(0);
        all.get(next).copied().unwrap_or(now)
    }
    match app.seat.show {
        Show::Parts => {
            app.seat.part = next(&Part::ALL, app.seat.part, by);
            app.seat.at = 0;
        }
        Show::Spread => {
            app.seat.spread = next(&SpreadPage::ALL, app.seat.spread, by);
            app.seat.line = 0;
        }
        Show::Round(_) => {
            app.seat.page = next(&RoundPage::ALL, app.seat.page, by);
            app.seat.line = 0;
        }
    }
}

/// Enter: what the marked line is for.
fn open(app: &mut App) -> Vec<Effect> {
    let Some(room) = app.room.clone() else {
        return Vec::new();
    };
    if app.seat.show != Show::Parts {
        return Vec::new();
    }
    let Some(entry) = lines::marked(app) else {
        return Vec::new();
    };
    let leads = room.me.role == Role::Trainer;
    match entry {
        Entry::Round(place) => {
            if let Some(round) = room.rounds.get(place) {
                rounds::look_at(app, round.number);
            }
        }
        Entry::Agenda(place) if leads => lead::edit_item(app, place),
        Entry::People if room.me.role == Role::Table => lead::people(app),
        Entry::Offered(_) | Entry::Handed(..) => return pieces::open(app, entry),
        Entry::Table(place) if leads => return pieces::open_newest(app, place),
        _ => {
            let text = lines::about(app, &room, entry);
            app.show_page(entry.section(), text);
        }
    }
    Vec::new()
}

/// A text for the room: title of its form, of its field, and what it asks.
struct Noting {
    title: &'static str,
    field: &'static str,
    help: &'static str,
    act: fn(String) -> RoomAct,
}

const NOTES: [Noting; 2] = [
    Noting {
        title: "room-park",
        field: "room-park-field",
        help: "room-park-help",
        act: RoomAct::Park,
    },
    Noting {
        title: "room-missing",
        field: "room-missing-field",
        help: "room-missing-help",
        act: RoomAct::Missing,
    },
];

fn note(app: &mut App, noting: &'static Noting) {
    let say = |id: &str| crate::words::tell(id, &[]);
    let field = super::Field::text(say(noting.field), "");
    let form = Form::line(say(noting.title), field, |_, text| match text {
        "" => Err(tell!("room-type-first")),
        text => Ok(room_act((noting.act)(text.to_owned()))),
    });
    app.ask(form.help(say(noting.help)));
}

/// Tables and observers follow the trainer or let go; the trainer shows the own screen or ends it.
fn follow(app: &mut App) -> Vec<Effect> {
    use crate::workshop::Follow;
    let Some(room) = &app.room else {
        return Vec::new();
    };
    match room.follow {
        Follow::Leading => room_act(RoomAct::Lead(false)),
        Follow::Off => room_act(RoomAct::Lead(true)),
        Follow::Following => app.let_go(),
        Follow::LetGo => room_act(RoomAct::Follow(true)),
    }
}
