//! Opening rounds: from what is marked on another screen, or from a list of kinds.

use super::{room_act, rounds};
use crate::app::assumptions::{self, entries::Entry, facts};
use crate::app::{App, Effect, Field, Form, Item, Pick, Refusal, Screen};
use crate::live::{AnswerLine, Subject};
use crate::scenario::{BaselineRef, Node};
use crate::tell;
use crate::words::numbers;
use crate::words::{answers, subjects};
use crate::workshop::round::known_questions;
use crate::workshop::{MOST_ITEMS, Question, Role, RoomAct, RoundState, Target};

/// Why no round can be opened now.
pub(super) fn why_not_open(app: &App) -> Option<String> {
    let Some(room) = &app.room else {
        return Some(tell!("room-none"));
    };
    if room.me.role != Role::Trainer {
        return Some(tell!("room-for-trainers"));
    }
    let open = |round: &crate::workshop::RoundView| round.state == RoundState::Open;
    room.rounds
        .iter()
        .any(open)
        .then(|| tell!("room-close-first"))
}

/// Why the room cannot be asked about what is marked.
pub(in crate::app) fn why_not_ask(app: &App) -> Option<String> {
    why_not_open(app).or_else(|| marked(app).is_none().then(|| tell!("room-nothing-to-ask")))
}

/// Asks the room about what is marked on the screen that is shown.
pub(in crate::app) fn ask_marked(app: &mut App) {
    if let Some(question) = marked(app) {
        form(app, question);
    }
}

/// The question that what is marked stands for.
fn marked(app: &App) -> Option<Question> {
    match app.screen {
        Screen::Tree => of_the_tree(app),
        Screen::Assumptions => of_an_assumption(app),
        Screen::Frame => drivers(app),
        Screen::Outcomes | Screen::Compare | Screen::Matters => prediction(app, 0),
        _ => None,
    }
}

/// A branch asks for its probability, an option for its cost.
fn of_the_tree(app: &App) -> Option<Question> {
    let scenario = &app.shown()?.scenario;
    let (id, node) = app.tree.mark.node(&scenario.tree)?;
    let outcome = app.tree.mark.outcome_id(&scenario.tree)?;
    let outcomes = node.outcomes();
    let title = outcomes.iter().find(|one| one.id == outcome)?.title;
    let (of, node_id) = (node.title(), id.to_owned());
    Some(match node {
        Node::Chance(_) => Question::Probability {
            of: tell!("room-ask-branch", node = of, branch = title),
            target: Some(Target::Branch {
                node: node_id,
                branch: outcome,
            }),
        },
        Node::Decision(_) => Question::Quantity {
            of: tell!("room-ask-cost", option = title),
            unit: tell!("unit-million-dollars"),
            limits: Some((0.0, 1e9)),
            target: Some(Target::Cost {
                node: node_id,
                option: outcome,
            }),
        },
    })
}

fn of_an_assumption(app: &App) -> Option<Question> {
    let document = app.shown()?;
    let entry = assumptions::marked(app)?;
    let target = match entry {
        Entry::Parameter(parameter) => Target::Assumption(parameter.id.clone()),
        Entry::Input(input) => Target::Input(input.id.clone()),
        Entry::Correlation(_) | Entry::Elsewhere(_) => return None,
    };
    let facts = facts::facts(document, &entry);
    Some(Question::Quantity {
        of: crate::words::people::capital(&facts.meaning),
        unit: facts.unit,
        limits: Some(facts.range),
        target: Some(target),
    })
}

fn drivers(app: &App) -> Option<Question> {
    let drivers = app.shown()?.scenario.frame.drivers.iter();
    let items: Vec<String> = drivers.map(|d| d.title.clone()).take(MOST_ITEMS).collect();
    (items.len() > 1).then_some(Question::Rank { items })
}

/// What our run will show of the subject, for one option of the next open decision.
fn prediction(app: &App, place: usize) -> Option<Question> {
    let document = app.shown()?;
    let line = document.line.as_ref()?;
    let entry = line.entries.get(place)?;
    let (indicator, cohort) = match &line.subject {
        Subject::Indicator(key) => (key.clone(), String::new()),
        Subject::Cohort(measure, cohort) => (measure.key().to_owned(), cohort.clone()),
    };
    let option = match (&line.decision, entry.option.as_str()) {
        (Some(node), option) if !option.is_empty() => format!("{node}.{option}"),
        _ => String::new(),
    };
    let (what, year) = (line.subject.label(), line.year.to_string());
    let text = match entry.title.as_str() {
        "" => tell!("room-ask-prediction", what = what, year = year),
        title => tell!(
            "room-ask-prediction-of",
            what = what,
            year = year,
            option = title
        ),
    };
    let (ranges, _) = answers::ranges(line);
    Some(Question::Prediction {
        scenario: document.scenario.title.clone(),
        indicator,
        cohort,
        year: line.year,
        option,
        text,
        unit: subjects::scale(&line.subject, &ranges).unit_words(),
    })
}

/// The subject of a prediction.
pub(super) fn subject_of(indicator: &str, cohort: &str) -> Option<Subject> {
    match cohort {
        "" => Subject::parse(indicator),
        cohort => Subject::parse(&format!("{indicator}:{cohort}")),
    }
}

/// What numbers of a line are multiplied by to be in a unit.
pub(super) fn factor(line: &AnswerLine, unit: &str) -> f64 {
    let (ranges, scale) = answers::ranges(line);
    if scale.unit_words() == unit || ranges.is_empty() {
        return scale.factor;
    }
    // People are counted in thousands or millions as the numbers are; the question keeps its own.
    let sizes = [1.0, 1e5, 1e7].map(numbers::Range::certain);
    let scales = sizes.map(|size| subjects::scale(&line.subject, &[size]));
    let found = scales.iter().find(|scale| scale.unit_words() == unit);
    found.map_or(scale.factor, |scale| scale.factor)
}

/// What kinds of rounds there are.
const KINDS: [(&str, &str); 5] = [
    ("round-kind-probability", "room-kind-probability-about"),
    ("round-kind-quantity", "room-kind-quantity-about"),
    ("round-kind-rank", "room-kind-rank-about"),
    ("round-kind-prediction", "room-kind-prediction-about"),
    ("round-kind-calibration", "room-kind-calibration-about"),
];

/// Lets the trainer choose what to ask for.
pub(super) fn choose(app: &mut App) {
    let say = |id: &str| crate::words::tell(id, &[]);
    let kinds = KINDS.iter();
    let items = kinds.map(|(kind, about)| Item::new(say(kind)).about(say(about)));
    let items: Vec<Item> = items.collect();
    app.pick(Pick::new(tell!("room-ask-title"), items, |app, place| {
        match place {
            0 => form(
                app,
                Question::Probability {
                    of: String::new(),
                    target: None,
                },
            ),
            1 => form(
                app,
                Question::Quantity {
                    of: String::new(),
                    unit: String::new(),
                    limits: None,
                    target: None,
                },
            ),
            2 => {
                let items = match drivers(app) {
                    Some(Question::Rank { items }) => items,
                    _ => Vec::new(),
                };
                form(app, Question::Rank { items });
            }
            3 => predictions(app),
            _ => return warm_up(app),
        }
        Vec::new()
    }));
}

/// Opens the next question to warm up that was not asked yet.
fn warm_up(app: &mut App) -> Vec<Effect> {
    let here = app
        .documents
        .iter()
        .filter_map(|d| match &d.scenario.setting.baseline {
            BaselineRef::Country(code) => Some(code.as_str()),
            _ => None,
        });
    let here: Vec<&str> = here.collect();
    let rounds = app.room.as_ref().map_or(&[][..], |room| &room.rounds);
    let new = |question: &Question| !rounds.iter().any(|round| round.question == *question);
    match known_questions(&here).into_iter().find(new) {
        Some(question) => opened(app, question),
        None => {
            app.trouble(tell!("room-no-more-warm-up"));
            Vec::new()
        }
    }
}

/// Where the answer to a question without a place of its own would go: what is marked on the Tree
/// or the Assumptions.
pub(super) fn marked_target(app: &App) -> Option<Target> {
    let of_the_tree = of_the_tree(app).and_then(|question| question.target().cloned());
    of_the_tree.or_else(|| of_an_assumption(app)?.target().cloned())
}

/// Lets the trainer choose the option whose numbers are predicted.
fn predictions(app: &mut App) {
    let line = app.shown().and_then(|document| document.line.clone());
    let Some(line) = line else {
        return app.trouble(tell!("room-prediction-needs-run"));
    };
    if line.entries.len() < 2 {
        if let Some(question) = prediction(app, 0) {
            form(app, question);
        }
        return;
    }
    let items = line.entries.iter().map(|entry| Item::new(&*entry.title));
    let title = tell!("room-prediction-of", what = line.subject.label());
    app.pick(Pick::new(title, items.collect(), |app, place| {
        if let Some(question) = prediction(app, place) {
            form(app, question);
        }
        Vec::new()
    }));
}

/// Lets the trainer put the question into words, then opens the round.
fn form(app: &mut App, question: Question) {
    let fields = match &question {
        Question::Probability { of, .. } => vec![Field::text(tell!("room-ask-of"), of)],
        Question::Quantity {
            of, unit, limits, ..
        } => {
            let end = |value: Option<f64>| value.map(numbers::exact).unwrap_or_default();
            vec![
                Field::text(tell!("room-ask-of"), of),
                Field::text(tell!("room-ask-unit"), unit).hint(tell!("room-ask-unit-hint")),
                Field::text(tell!("room-ask-least"), &end(limits.map(|l| l.0)))
                    .hint(tell!("room-ask-limit-hint")),
                Field::text(tell!("room-ask-most"), &end(limits.map(|l| l.1)))
                    .hint(tell!("room-ask-limit-hint")),
            ]
        }
        Question::Rank { items } => {
            vec![
                Field::text(tell!("room-ask-items"), &items.join("; "))
                    .hint(tell!("room-ask-items-hint")),
            ]
        }
        Question::Calibration { text, .. } | Question::Prediction { text, .. } => {
            vec![Field::text(tell!("room-ask-of"), text)]
        }
    };
    let title = crate::words::rounds::kind(&question);
    let form = Form::new(title, fields, move |app, values| {
        let mut question = question.clone();
        put(&mut question, values)?;
        Ok(opened(app, question))
    });
    app.ask(form.help(tell!("room-ask-help")));
}

/// Opens the round and looks at it.
fn opened(app: &mut App, question: Question) -> Vec<Effect> {
    let next = app.room.as_ref().and_then(|room| room.rounds.last());
    let number = next.map_or(1, |round| round.number + 1);
    app.screen = Screen::Room;
    rounds::look_at(app, number);
    room_act(RoomAct::OpenRound(question))
}

/// Puts what was typed into a question.
fn put(question: &mut Question, values: &[String]) -> Result<(), Refusal> {
    let value = |place: usize| values.get(place).map_or("", |value| value.trim());
    let text = || match value(0) {
        "" => Err(Refusal::new(0, tell!("room-type-first"))),
        text => Ok(text.to_owned()),
    };
    match question {
        Question::Probability { of, .. } => *of = text()?,
        Question::Quantity {
            of, unit, limits, ..
        } => {
            *of = text()?;
            *unit = value(1).to_owned();
            *limits = ends(value(2), value(3))?;
        }
        Question::Rank { items } => {
            *items = crate::app::tree::list_of(value(0));
            if !(2..=MOST_ITEMS).contains(&items.len()) {
                return Err(Refusal::new(
                    0,
                    tell!("room-ask-items-count", most = MOST_ITEMS),
                ));
            }
        }
        Question::Calibration { text: asked, .. } | Question::Prediction { text: asked, .. } => {
            *asked = text()?;
        }
    }
    Ok(())
}

/// Both ends of what can be answered, or none.
fn ends(least: &str, most: &str) -> Result<Option<(f64, f64)>, Refusal> {
    let number = |place: usize, typed: &str| {
        let wrong = || Refusal::new(place, tell!("quantity-no-number", typed = typed));
        numbers::typed(typed).ok_or_else(wrong)
    };
    match (least, most) {
        ("", "") => Ok(None),
        (least, most) => {
            let (least, most) = (number(2, least)?, number(3, most)?);
            match least < most {
                true => Ok(Some((least, most))),
                false => Err(Refusal::new(3, tell!("room-ask-limits-order"))),
            }
        }
    }
}
