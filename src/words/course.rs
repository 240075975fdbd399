//! The record of a workshop, told entry by entry.

use crate::tell;
use crate::words::numbers::{exact, two_digits};
use crate::words::workshop::percent;
use crate::workshop::room::Room;
use crate::workshop::round::place_of;
use crate::workshop::{AdoptedValue, Entry, Event, Origin, Question, Role, Truth, Who};

/// One entry as a sentence; `room` is the room after it, for the names of tables.
#[must_use]
pub fn of_entry(entry: &Entry, room: &Room) -> String {
    let who = name(&entry.by, room);
    match &entry.event {
        Event::Opened { title, version, .. } => {
            tell!("course-opened", title = title, version = version)
        }
        Event::Joined { role, .. } => match role {
            Role::Table => tell!("course-joined-table", who = who),
            Role::Trainer => tell!("course-joined-trainer"),
            Role::Observer => tell!("course-joined-observer"),
        },
        Event::Left { role } => match role {
            Role::Table => tell!("course-left-table", who = who),
            Role::Trainer => tell!("course-left-trainer"),
            Role::Observer => tell!("course-left-observer"),
        },
        Event::Named { people } if people.is_empty() => tell!("course-named-nobody", who = who),
        Event::Named { people } => tell!("course-named", who = who, people = people.join(", ")),
        Event::Missing { voice } => tell!("course-missing", who = who, text = voice),
        Event::Parked { idea } => tell!("course-parked", who = who, text = idea),
        Event::ChangedAfterReveal { what } => {
            tell!("course-changed-after", who = who, text = what)
        }
        Event::Closed => tell!("course-closed"),
        Event::Unknown(_) => tell!("course-unknown"),
        Event::HandedIn(_) | Event::HandedBack { .. } => of_hand(entry, room),
        Event::RoundOpened { .. }
        | Event::Answered { .. }
        | Event::StageClosed { .. }
        | Event::Adopted(_)
        | Event::Revealed { .. } => of_round(&entry.event, room),
        event => of_trainer(event),
    }
}

fn of_trainer(event: &Event) -> String {
    match event {
        Event::Announced { text } => tell!("course-announced", text = text),
        Event::Agenda { items, at } => match at.and_then(|at| items.get(at)) {
            Some(item) => tell!("course-agenda-at", item = &item.title),
            None => {
                let titles: Vec<&str> = items.iter().map(|item| item.title.as_str()).collect();
                tell!("course-agenda", items = titles.join(" · "))
            }
        },
        Event::TimerStarted { title, seconds } => {
            let minutes = two_digits(f64::from(*seconds) / 60.0, 1.0);
            tell!("course-timer", minutes = minutes, title = title)
                .trim_end()
                .to_owned()
        }
        Event::TimerStopped => tell!("course-timer-stopped"),
        Event::Locked => tell!("course-locked"),
        Event::Unlocked => tell!("course-unlocked"),
        Event::FollowStarted => tell!("course-follow"),
        _ => tell!("course-follow-ended"),
    }
}

fn of_hand(entry: &Entry, room: &Room) -> String {
    match &entry.event {
        Event::HandedIn(what) => tell!(
            "course-handed-in",
            who = name(&Who::Table(what.table.clone()), room),
            number = what.number.to_string(),
            title = &what.title,
            count = what.changes.len(),
            comment = &what.comment
        )
        .trim_end()
        .to_owned(),
        Event::HandedBack {
            table,
            number,
            comment,
        } => tell!(
            "course-handed-back",
            number = number.to_string(),
            table = name(&Who::Table(table.clone()), room),
            text = comment
        ),
        _ => String::new(),
    }
}

fn of_round(event: &Event, room: &Room) -> String {
    match event {
        Event::RoundOpened {
            round,
            stage,
            question,
        } => tell!(
            "course-round",
            round = round.to_string(),
            stage = stage.to_string(),
            question = of_question(question)
        ),
        Event::Answered { expert, from, .. } => {
            let from = match from {
                Origin::Keyboard => tell!("course-from-keyboard"),
                Origin::Card => tell!("course-from-card"),
                Origin::Csv => tell!("course-from-csv"),
            };
            tell!("course-answered", expert = expert.to_string(), from = from)
        }
        Event::StageClosed { round, stage } => tell!(
            "course-closed-stage",
            round = round.to_string(),
            stage = stage.to_string()
        ),
        Event::Adopted(adopted) => {
            let value = match &adopted.value {
                AdoptedValue::Probability(p) => percent(*p),
                AdoptedValue::Quantity(text) => text.clone(),
            };
            tell!(
                "course-adopted",
                round = adopted.round.to_string(),
                scenario = &adopted.scenario,
                place = place_of(&adopted.target),
                value = value
            )
        }
        Event::Revealed { round, truth } => {
            let place = (*round as usize).checked_sub(1);
            let asked = place.and_then(|place| room.rounds.get(place));
            let unit = asked.map_or("", |round| round.question.unit());
            tell!(
                "course-revealed",
                round = round.to_string(),
                truth = of_truth(truth, unit)
            )
        }
        _ => String::new(),
    }
}

/// What came out, with its unit.
#[must_use]
pub fn of_truth(truth: &Truth, unit: &str) -> String {
    match truth {
        Truth::Happened(true) => tell!("course-truth-happened"),
        Truth::Happened(false) => tell!("course-truth-not"),
        Truth::Value(value) => format!("{} {unit}", exact(*value)).trim_end().to_owned(),
        Truth::Run { middle, low, high } => {
            let largest = low.abs().max(high.abs());
            tell!(
                "course-truth-run",
                middle = two_digits(*middle, largest),
                low = two_digits(*low, largest),
                high = two_digits(*high, largest)
            )
        }
    }
}

/// A question in words.
#[must_use]
pub fn of_question(question: &Question) -> String {
    match question {
        Question::Probability { of, .. } => of.clone(),
        Question::Quantity { of, unit, .. } if unit.is_empty() => of.clone(),
        Question::Quantity { of, unit, .. } => format!("{of} ({unit})"),
        Question::Rank { items } => tell!("course-rank-question", items = items.join(" · ")),
        Question::Calibration { text, .. } | Question::Prediction { text, .. } => text.clone(),
    }
}

fn name(who: &Who, room: &Room) -> String {
    match who {
        Who::Host => tell!("course-host"),
        Who::Trainer => tell!("course-trainer"),
        Who::Observer => tell!("course-observer"),
        Who::Expert => tell!("course-expert"),
        Who::Table(id) => room
            .name_of(who)
            .map_or_else(|| id.to_string(), str::to_owned),
    }
}
