//! Answering a round: low, high, then best; one person after the other, none sees the one before.

use super::room_act;
use crate::app::{App, Effect, Field, Form, Item, Pick, Refusal};
use crate::tell;
use crate::words::rounds::{Unit, answer, asked};
use crate::words::workshop::of_answer;
use crate::workshop::{Answer, AnswerFault, Given, Question, Ranked, RoomAct};

/// How sure people are meant to be if they say nothing else: our own ranges are such.
const USUAL_CONFIDENCE: &str = "90";

/// What is answered, and by whom.
#[derive(Clone)]
struct Asked {
    round: u32,
    stage: u32,
    question: Question,
    person: String,
    before: Option<Answer>,
}

/// Asks who of the table answers, then for the answer.
pub(super) fn ask(app: &mut App) {
    let Some(round) = super::open_round(app) else {
        return;
    };
    let asked = |given: &Given| Asked {
        round: round.number,
        stage: round.stage,
        question: round.question.clone(),
        person: given.person.clone(),
        before: given.before.clone(),
    };
    let all: Vec<Asked> = round.mine.iter().map(asked).collect();
    match all.as_slice() {
        [] => app.trouble(tell!("room-no-seat-to-answer")),
        [one] => form(app, one.clone()),
        _ => {
            let items = round.mine.iter().map(|given| {
                let done = match given.answer {
                    Some(_) => tell!("room-has-answered"),
                    None => String::new(),
                };
                Item::new(given.person.clone()).detail(done)
            });
            let items: Vec<Item> = items.collect();
            let next = round.mine.iter().position(|given| given.answer.is_none());
            let pick = Pick::new(tell!("room-who-answers"), items, move |app, place| {
                if let Some(one) = all.get(place) {
                    form(app, one.clone());
                }
                Vec::new()
            });
            app.pick(pick.at(next.unwrap_or(0)));
        }
    }
}

fn form(app: &mut App, asked: Asked) {
    let fields = fields(&asked.question);
    let title = match asked.person.as_str() {
        "" => tell!("room-answer-title"),
        person => tell!("room-answer-of", person = person),
    };
    let mut help = vec![self::asked(&asked.question)];
    help.push(match asked.question {
        Question::Rank { .. } => tell!("room-answer-rank-help"),
        Question::Calibration { .. } => tell!("room-answer-calibration-help"),
        _ => tell!("room-answer-help"),
    });
    if let Some(before) = &asked.before {
        let before = answer(&asked.question, before);
        help.push(tell!("room-answer-before", answer = before));
    }
    let form = Form::new(title, fields, move |app, values| {
        submit(app, &asked, values)
    });
    app.ask(form.help(help.join(" ")));
}

/// The fields of an answer and, last, the reason.
pub(super) fn fields(question: &Question) -> Vec<Field> {
    let unit = Unit::of(question).words;
    let amount = |label: String| Field::text(label, "").hint(tell!("room-in-unit", unit = &unit));
    let mut fields = match question {
        Question::Probability { .. } => vec![
            amount(tell!("room-low-maybe")),
            amount(tell!("room-high-maybe")),
            amount(tell!("room-best")),
        ],
        Question::Rank { items } => {
            let item =
                |title: &String| Field::text(title.clone(), "").hint(tell!("room-rank-hint"));
            items.iter().map(item).collect()
        }
        _ => vec![
            amount(tell!("room-low")),
            amount(tell!("room-high")),
            amount(tell!("room-best")),
            Field::text(tell!("room-sure"), USUAL_CONFIDENCE).hint(tell!("room-sure-hint")),
        ],
    };
    fields.push(Field::text(tell!("room-reason-field"), "").hint(tell!("room-reason-hint")));
    fields
}

/// Reads an answer and its reason.
///
/// # Errors
/// Which field cannot be one, and why.
pub(super) fn read(question: &Question, values: &[String]) -> Result<(Answer, String), Refusal> {
    let value = |place: usize| values.get(place).map_or("", |value| value.trim());
    let unit = Unit::of(question);
    let number = |place: usize| -> Result<f64, Refusal> {
        let wrong = || Refusal::new(place, of_answer(&AnswerFault::NotANumber));
        unit.typed(value(place)).ok_or_else(wrong)
    };
    let maybe = |place: usize| match value(place) {
        "" => Ok(None),
        _ => number(place).map(Some),
    };
    let answer = match question {
        Question::Probability { .. } => Answer::Probability {
            low: maybe(0)?,
            high: maybe(1)?,
            p: number(2)?,
        },
        Question::Rank { items } => {
            let ranks = (0..items.len()).map(|place| rank(place, value(place)));
            Answer::Rank(ranks.collect::<Result<_, _>>()?)
        }
        _ => Answer::Quantity {
            low: number(0)?,
            high: number(1)?,
            best: number(2)?,
            confidence: confidence(value(3))?,
        },
    };
    answer
        .check(question)
        .map_err(|fault| Refusal::new(field_of(&fault), of_answer(&fault)))?;
    let reason = values.last().map(|reason| reason.trim().to_owned());
    Ok((answer, reason.unwrap_or_default()))
}

/// The field that a fault is about.
fn field_of(fault: &AnswerFault) -> usize {
    match fault {
        AnswerFault::Confidence(_) => 3,
        AnswerFault::NotAProbability(_) | AnswerFault::Order => 2,
        _ => 0,
    }
}

/// `4 2`: impact, then uncertainty; empty = no view.
fn rank(place: usize, typed: &str) -> Result<Ranked, Refusal> {
    let wrong = || Refusal::new(place, of_answer(&AnswerFault::Rank(0)));
    if typed.is_empty() {
        return Ok(Ranked::default());
    }
    let parts = typed.split([' ', ',', '/']).filter(|part| !part.is_empty());
    let parts: Vec<u8> = parts
        .map(|part| part.parse().map_err(|_| wrong()))
        .collect::<Result<_, _>>()?;
    match *parts.as_slice() {
        [impact @ 1..=5, uncertainty @ 1..=5] => Ok(Ranked {
            impact,
            uncertainty,
        }),
        _ => Err(wrong()),
    }
}

/// `90` or `90 %`.
fn confidence(typed: &str) -> Result<f64, Refusal> {
    let plain = typed.strip_suffix('%').unwrap_or(typed);
    let value = crate::words::numbers::typed(plain);
    let wrong = || Refusal::new(3, of_answer(&AnswerFault::Confidence(0.0)));
    value.map(|value| value / 100.0).ok_or_else(wrong)
}

fn submit(app: &mut App, asked: &Asked, values: &[String]) -> Result<Vec<Effect>, Refusal> {
    let (answer, reason) = read(&asked.question, values)?;
    app.say(tell!("room-answer-kept"));
    Ok(room_act(RoomAct::Answer {
        round: asked.round,
        stage: asked.stage,
        person: asked.person.clone(),
        answer,
        reason,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn probability() -> Question {
        Question::Probability {
            of: "Rain".to_owned(),
            target: None,
        }
    }

    fn read_all(question: &Question, values: &[&str]) -> Result<Answer, usize> {
        let values: Vec<String> = values.iter().map(|v| (*v).to_owned()).collect();
        let read = read(question, &values);
        read.map(|(answer, _)| answer)
            .map_err(|refusal| refusal.field)
    }

    #[test]
    fn a_probability_is_typed_in_percent_with_or_without_its_ends() {
        let p = |p, low, high| Answer::Probability { p, low, high };
        let question = probability();
        assert_eq!(
            read_all(&question, &["", "", "35", ""]),
            Ok(p(0.35, None, None))
        );
        assert_eq!(
            read_all(&question, &["20 %", "60", "35%", ""]),
            Ok(p(0.35, Some(0.2), Some(0.6)))
        );
        assert_eq!(read_all(&question, &["", "", "135", ""]), Err(2));
        assert_eq!(read_all(&question, &["50", "60", "35", ""]), Err(2));
        assert_eq!(read_all(&question, &["x", "60", "35", ""]), Err(0));
    }

    #[test]
    fn an_amount_says_how_sure_its_range_is_meant() {
        let question = Question::Quantity {
            of: "Masts".to_owned(),
            unit: "%".to_owned(),
            limits: Some((0.0, 100.0)),
            target: None,
        };
        let answer = read_all(&question, &["10 %", "40", "20", "80", "because"]);
        assert_eq!(
            answer,
            Ok(Answer::Quantity {
                low: 10.0,
                high: 40.0,
                best: 20.0,
                confidence: 0.8
            })
        );
        assert_eq!(read_all(&question, &["10", "40", "20", "100", ""]), Err(3));
        assert_eq!(read_all(&question, &["10", "400", "20", "90", ""]), Err(0));
    }

    #[test]
    fn ranks_are_two_digits_for_each_item_or_nothing() {
        let question = Question::Rank {
            items: vec!["Power".to_owned(), "Prices".to_owned()],
        };
        let rank = |impact, uncertainty| Ranked {
            impact,
            uncertainty,
        };
        assert_eq!(
            read_all(&question, &["4 2", "", ""]),
            Ok(Answer::Rank(vec![rank(4, 2), rank(0, 0)]))
        );
        assert_eq!(read_all(&question, &["4 2", "6 1", ""]), Err(1));
        assert_eq!(read_all(&question, &["4", "", ""]), Err(0));
    }
}
