//! From a closed round into the open scenario, and from our run or the world back to the round.

use super::{ask, chosen_round, lines, room_act};
use crate::app::{App, Confirm, Effect, Field, Form, Way};
use crate::tell;
use crate::words::rounds::{self, Unit};
use crate::words::workshop::{adopted_because, adopted_source, minority, of_adoption};
use crate::workshop::round::{AdoptFault, Adoption, adoption, truth_of, write_into};
use crate::workshop::{Adopted, Question, RoomAct, RoomView, RoundState, RoundView, Truth};

/// The round that is meant: the one that is looked at, else the marked one, else the last.
pub(super) fn meant(app: &App) -> Option<&RoundView> {
    let room = app.room.as_ref()?;
    let marked = || match lines::marked(app)? {
        lines::Entry::Round(place) => room.rounds.get(place),
        _ => None,
    };
    chosen_round(app).or_else(marked).or(room.rounds.last())
}

/// Why nothing can be adopted now.
pub(super) fn why_not_adopt(app: &App) -> Option<String> {
    let Some(round) = meant(app) else {
        return Some(tell!("room-no-round"));
    };
    if round.state == RoundState::Open {
        return Some(tell!("room-close-first"));
    }
    if app.shown().is_none() {
        return Some(tell!("edit-nothing-open"));
    }
    prepared(app, round).err().map(|fault| of_adoption(&fault))
}

/// What would be adopted, from the way of putting answers together that is proposed.
fn prepared(app: &App, round: &RoundView) -> Result<Adopted, AdoptFault> {
    let results = round.stages.last().map(|stage| &stage.results);
    let pool = results.and_then(|results| results.pools.first());
    let document = app.shown().ok_or(AdoptFault::NoTarget)?;
    let people = |room: &RoomView| room.tables.len();
    let wish = Adoption {
        method: pool.ok_or(AdoptFault::NoPool)?.method,
        target: match round.question.target() {
            Some(_) => None,
            None => ask::marked_target(app),
        },
        times: 1.0,
        scenario: document.scenario.title.clone(),
        tables: app.room.as_deref().map_or(0, people),
    };
    adoption(round, &wish)
}

/// Writes the room's number into the open scenario; asks first where the room is split.
pub(super) fn adopt(app: &mut App) -> Vec<Effect> {
    let Some(round) = meant(app) else {
        return Vec::new();
    };
    let number = round.number;
    let spread = round
        .stages
        .last()
        .and_then(|stage| stage.results.spread.as_ref());
    if spread.is_none_or(|spread| spread.humps.len() < 2) {
        return write(app, number);
    }
    let question = tell!("room-adopt-split", groups = rounds::state(round));
    app.confirm(Confirm::new(
        question,
        vec![
            Way::nothing(tell!("room-adopt-not")),
            Way::new(tell!("room-adopt-anyway"), move |app| write(app, number)),
        ],
    ));
    Vec::new()
}

fn write(app: &mut App, number: u32) -> Vec<Effect> {
    written(app, number).unwrap_or_else(|reason| {
        app.trouble(reason);
        Vec::new()
    })
}

fn written(app: &mut App, number: u32) -> Result<Vec<Effect>, String> {
    let room = app.room.clone();
    let room = room.as_deref().ok_or_else(|| tell!("room-none"))?;
    let mut rounds = room.rounds.iter();
    let round = rounds.find(|round| round.number == number);
    let round = round.ok_or_else(|| tell!("room-no-round"))?;
    let adopted = prepared(app, round).map_err(|fault| of_adoption(&fault))?;
    let document = app.shown().ok_or_else(|| tell!("edit-nothing-open"))?;
    let mut scenario = (*document.scenario).clone();
    let because = adopted_because(&adopted, &app.today);
    let source = adopted_source(&adopted, &room.title, &app.today);
    let views = adopted.minority.iter();
    let views: Vec<String> = views.map(|view| minority(view, &adopted.unit)).collect();
    write_into(&mut scenario, &adopted, &because, &source, &views)
        .map_err(|fault| of_adoption(&fault))?;
    let what = tell!("room-edit-adopt", round = i64::from(number));
    let mut effects = app.edit(what, move |draft| {
        *draft = scenario;
        Ok(())
    })?;
    app.say(tell!("room-adopted-done", round = i64::from(number)));
    effects.extend(room_act(RoomAct::Adopt(Box::new(adopted))));
    Ok(effects)
}

/// Why nothing can be revealed now.
pub(super) fn why_not_reveal(app: &App) -> Option<String> {
    let Some(round) = meant(app) else {
        return Some(tell!("room-no-round"));
    };
    match &round.question {
        _ if round.state == RoundState::Open => Some(tell!("room-close-first")),
        _ if round.truth.is_some() => Some(tell!("room-revealed-already")),
        Question::Rank { .. } => Some(tell!("room-rank-has-no-truth")),
        _ => None,
    }
}

/// Shows what came out: the figure behind a warm-up, our run, or what the trainer says.
pub(super) fn reveal(app: &mut App) -> Vec<Effect> {
    let Some(round) = meant(app) else {
        return Vec::new();
    };
    let (number, question) = (round.number, round.question.clone());
    match &question {
        Question::Calibration { id, .. } => match truth_of(id) {
            Some(truth) => return shown(app, number, truth),
            None => value_form(app, number, question),
        },
        Question::Prediction { .. } => return of_our_run(app, number, &question),
        Question::Probability { .. } => happened(app, number),
        _ => value_form(app, number, question),
    }
    Vec::new()
}

fn shown(app: &mut App, round: u32, truth: Truth) -> Vec<Effect> {
    super::rounds::look_at(app, round);
    app.seat.page = super::RoundPage::Scores;
    room_act(RoomAct::Reveal { round, truth })
}

fn happened(app: &mut App, round: u32) {
    let way = |label: String, came: bool| {
        Way::new(label, move |app| shown(app, round, Truth::Happened(came)))
    };
    app.confirm(Confirm::new(
        tell!("room-did-it-happen"),
        vec![
            Way::nothing(tell!("room-not-known-yet")),
            way(tell!("room-it-happened"), true),
            way(tell!("room-it-did-not"), false),
        ],
    ));
}

fn value_form(app: &mut App, round: u32, question: Question) {
    let unit = Unit::of(&question);
    let hint = tell!("room-in-unit", unit = &unit.words);
    let field = Field::text(tell!("room-truth-field"), "").hint(hint);
    app.ask(Form::line(
        tell!("room-truth"),
        field,
        move |app, typed| match unit.typed(typed) {
            Some(value) => Ok(shown(app, round, Truth::Value(value))),
            None => Err(tell!("round-fault-number")),
        },
    ));
}

/// The middle and range of our run, in the question's unit.
fn of_our_run(app: &mut App, number: u32, question: &Question) -> Vec<Effect> {
    let Question::Prediction {
        scenario,
        indicator,
        cohort,
        option,
        unit,
        ..
    } = question
    else {
        return Vec::new();
    };
    let titled = app.documents.iter().find(|d| d.scenario.title == *scenario);
    let (Some(id), Some(subject)) = (titled.map(|d| d.id), ask::subject_of(indicator, cohort))
    else {
        app.trouble(tell!("room-open-predicted", title = scenario));
        return Vec::new();
    };
    app.current = Some(id);
    if app.subject != subject {
        app.look_at(subject.clone());
    }
    let line = app.shown().and_then(|document| document.line.clone());
    let Some(line) = line.filter(|line| line.subject == subject) else {
        app.trouble(tell!("room-run-not-ready"));
        return Vec::new();
    };
    let wanted = option.rsplit_once('.').map_or("", |(_, option)| option);
    let entry = line.entries.iter().find(|entry| entry.option == wanted);
    let factor = ask::factor(&line, unit);
    let range = entry.map(|entry| crate::words::subjects::range(&subject, &entry.moments));
    let range = range.unwrap_or_default().times(factor);
    match (range.middle, range.low, range.high) {
        (Some(middle), Some(low), Some(high)) => {
            shown(app, number, Truth::Run { middle, low, high })
        }
        _ => {
            app.trouble(tell!("room-run-not-ready"));
            Vec::new()
        }
    }
}
