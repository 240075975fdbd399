//! Agenda, time, announcements, lock, and who sits at a table.

use super::room_act;
use crate::app::{App, Confirm, Effect, Field, Form, Refusal, Way};
use crate::tell;
use crate::workshop::{AgendaItem, Follow, Role, RoomAct, RoomView, Seating};

/// Longest time that a timer takes, in minutes.
const MOST_MINUTES: u32 = 600;

/// Why nobody can be followed now.
pub(super) fn why_not_follow(room: &RoomView) -> Option<String> {
    if room.me.seating == Seating::Folder {
        return Some(tell!("room-follow-needs-server"));
    }
    (room.follow == Follow::Off && room.me.role != Role::Trainer)
        .then(|| tell!("room-nothing-to-follow"))
}

/// Asks who sits at this table.
pub(super) fn people(app: &mut App) {
    let room = app.room.clone();
    let table = room.as_ref().and_then(|room| room.my_table());
    let now = table.map(|t| t.people.join(", ")).unwrap_or_default();
    let field = Field::text(tell!("room-people-field"), &now).hint(tell!("room-people-hint"));
    let form = Form::line(tell!("room-people-title"), field, |_, typed| {
        let people = typed.split([',', ';']).map(|name| name.trim().to_owned());
        let people = people.filter(|name| !name.is_empty()).collect();
        Ok(room_act(RoomAct::Name { people }))
    });
    app.ask(form);
}

/// Asks for something to say to all.
pub(super) fn announce(app: &mut App) {
    let field = Field::text(tell!("room-announce-field"), "");
    app.ask(Form::line(
        tell!("room-announce"),
        field,
        |_, text| match text {
            "" => Err(tell!("room-type-first")),
            text => Ok(room_act(RoomAct::Announce(text.to_owned()))),
        },
    ));
}

/// Keeps tables from editing, or lets them again.
pub(super) fn lock(app: &App) -> Vec<Effect> {
    let locked = app.room.as_ref().is_some_and(|room| room.locked);
    room_act(RoomAct::Lock(!locked))
}

/// Stops the timer, or asks for how long one shall run.
pub(super) fn timer(app: &mut App) -> Vec<Effect> {
    if app.room.as_ref().is_some_and(|room| room.timer.is_some()) {
        return room_act(RoomAct::StopTimer);
    }
    let fields = vec![
        Field::text(tell!("agenda-minutes"), "10"),
        Field::text(tell!("room-timer-for"), ""),
    ];
    app.ask(Form::new(tell!("room-timer"), fields, |_, values| {
        let minutes = minutes(values, 0)?.max(1);
        let title = values.get(1).map(|title| title.trim().to_owned());
        Ok(room_act(RoomAct::StartTimer {
            title: title.unwrap_or_default(),
            seconds: minutes * 60,
        }))
    }));
    Vec::new()
}

fn minutes(values: &[String], place: usize) -> Result<u32, Refusal> {
    let typed = values.get(place).map_or("", |value| value.trim());
    let found = typed.parse().ok().filter(|m| *m <= MOST_MINUTES);
    found.ok_or_else(|| Refusal::new(place, tell!("room-no-minutes")))
}

/// On to the next item, with its time; from an empty agenda to that of the Guide.
pub(super) fn next_item(app: &App) -> Vec<Effect> {
    let Some(room) = &app.room else {
        return Vec::new();
    };
    let guide = app.guide.agenda.items.iter().map(|item| AgendaItem {
        title: item.title.clone(),
        minutes: item.minutes,
    });
    let (items, at) = match (room.agenda.is_empty(), room.agenda_at) {
        (true, _) => (guide.collect(), Some(0)),
        (false, None) => (room.agenda.clone(), Some(0)),
        (false, Some(at)) => {
            let next = Some(at + 1).filter(|next| *next < room.agenda.len());
            (room.agenda.clone(), next)
        }
    };
    let item: Option<AgendaItem> = at.and_then(|at| items.get(at).cloned());
    let mut effects = room_act(RoomAct::Agenda { items, at });
    match item {
        Some(item) if item.minutes > 0 => {
            effects.extend(room_act(RoomAct::StartTimer {
                title: item.title,
                seconds: item.minutes.saturating_mul(60),
            }));
        }
        _ if room.timer.is_some() => effects.extend(room_act(RoomAct::StopTimer)),
        _ => {}
    }
    effects
}

/// Asks for one more item.
pub(super) fn add_item(app: &mut App) {
    let place = app.room.as_ref().map_or(0, |room| room.agenda.len());
    item_form(app, place, &AgendaItem::default());
}

/// Changes an item; without a title it goes.
pub(super) fn edit_item(app: &mut App, place: usize) {
    let room = app.room.clone();
    if let Some(item) = room.as_ref().and_then(|room| room.agenda.get(place)) {
        item_form(app, place, item);
    }
}

fn item_form(app: &mut App, place: usize, item: &AgendaItem) {
    let fields = vec![
        Field::text(tell!("agenda-title"), &item.title).hint(tell!("agenda-title-hint")),
        Field::text(tell!("agenda-minutes"), &item.minutes.to_string())
            .hint(tell!("room-minutes-hint")),
    ];
    app.ask(Form::new(
        tell!("agenda-edit"),
        fields,
        move |app, values| {
            let minutes = minutes(values, 1)?;
            let title = values.first().map(|title| title.trim().to_owned());
            let Some(room) = &app.room else {
                return Ok(Vec::new());
            };
            let (items, at) = changed(room, place, title.unwrap_or_default(), minutes);
            Ok(room_act(RoomAct::Agenda { items, at }))
        },
    ));
}

/// The agenda with one item changed, added or taken away, and the item that runs.
fn changed(
    room: &RoomView,
    place: usize,
    title: String,
    minutes: u32,
) -> (Vec<AgendaItem>, Option<usize>) {
    let (mut items, mut at) = (room.agenda.clone(), room.agenda_at);
    match (title.is_empty(), items.get_mut(place)) {
        (false, Some(item)) => *item = AgendaItem { title, minutes },
        (false, None) => items.push(AgendaItem { title, minutes }),
        (true, Some(_)) => {
            items.remove(place);
            at = at.map(|at| if place < at { at - 1 } else { at });
            at = at.filter(|at| *at < items.len());
        }
        (true, None) => {}
    }
    (items, at)
}

/// Asks, then ends the workshop.
pub(super) fn close(app: &mut App) {
    app.confirm(Confirm::new(
        tell!("room-close-question"),
        vec![
            Way::nothing(tell!("room-close-no")),
            Way::new(tell!("room-close-yes"), |_| room_act(RoomAct::Close)),
        ],
    ));
}
