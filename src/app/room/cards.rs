//! Answers on paper cards, typed by the trainer, one card after the other.

use super::{answer, room_act};
use crate::app::{App, Effect, Field, Form, Refusal};
use crate::tell;
use crate::workshop::{Card, Origin, Question, RoomAct};

/// Asks for the next card of the open round.
pub(super) fn ask(app: &mut App) {
    let Some(round) = super::open_round(app) else {
        return;
    };
    let question = round.question.clone();
    card(app, question, None);
}

fn card(app: &mut App, question: Question, number: Option<u32>) {
    let number = number.map(|number| number.to_string()).unwrap_or_default();
    let mut fields =
        vec![Field::text(tell!("room-card-number"), &number).hint(tell!("room-card-number-hint"))];
    fields.extend(answer::fields(&question));
    let title = tell!("room-card-title");
    let help = tell!(
        "room-card-help",
        question = crate::words::rounds::asked(&question)
    );
    let form = Form::new(title, fields, move |app, values| {
        submit(app, &question, values)
    });
    app.ask(form.help(help));
}

/// Hands the card over and asks for the next one.
fn submit(app: &mut App, question: &Question, values: &[String]) -> Result<Vec<Effect>, Refusal> {
    let (first, rest) = values.split_first().unzip();
    let number = match first.map_or("", |first: &String| first.trim()) {
        "" => None,
        typed => {
            let wrong = || Refusal::new(0, tell!("room-card-no-number"));
            Some(typed.parse().map_err(|_| wrong())?)
        }
    };
    let read = answer::read(question, rest.unwrap_or_default());
    let (answer, reason) = read.map_err(|refusal| Refusal {
        field: refusal.field + 1,
        ..refusal
    })?;
    let card = Card {
        number,
        answer,
        reason,
    };
    self::card(app, question.clone(), number.map(|number: u32| number + 1));
    Ok(room_act(RoomAct::Cards {
        from: Origin::Card,
        cards: vec![card],
    }))
}
