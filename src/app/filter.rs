//! Conditional questions: looking only at runs where something holds.
//!
//! A condition is part of the view, not of the scenario: it is never saved, and every open scenario
//! is looked at under it.

use super::assumptions::leading;
use super::{App, Document, Effect, Field, Form, Item, Pick, Refusal};
use crate::analysis::inputs::Input;
use crate::live::{self, Left, Results};
use crate::scenario::Scenario;
use crate::seeds::catalogue;
use crate::sim::Condition;
use crate::tell;
use crate::words;
use crate::words::faults::{of_condition, plan_sentence};
use crate::words::numbers::whole;

/// Draws below which ranges are rough.
const FEW: u32 = 400;

/// Whether anything is filtered.
#[must_use]
pub fn is_on(app: &App) -> bool {
    !app.run.wish.condition.is_empty()
}

/// Lets the room choose what must hold, or type it.
pub(super) fn ask(app: &mut App) {
    let Some(document) = app.shown() else { return };
    let mut tests = branch_tests(&document.scenario);
    tests.extend(input_tests(app, document));
    let typed = Item::new(tell!("filter-type")).about(tell!("filter-type-about"));
    let again = Item::new(tell!("filter-everything"));
    let first = if is_on(app) {
        vec![again, typed]
    } else {
        vec![typed]
    };
    let before = first.len();
    let items = first
        .into_iter()
        .chain(tests.iter().map(|(item, _)| item.clone()));
    let items: Vec<Item> = items.collect();
    let texts: Vec<String> = tests.into_iter().map(|(_, text)| text).collect();
    let pick = Pick::new(tell!("filter-title"), items, move |app, place| {
        let Some(text) = place.checked_sub(before).and_then(|at| texts.get(at)) else {
            return match place + 1 == before {
                true => type_one(app),
                false => clear(app),
            };
        };
        add(app, text).unwrap_or_else(|reason| {
            app.trouble(reason);
            Vec::new()
        })
    });
    // The mark begins on the first condition.
    app.pick(pick.at(before));
}

/// Looks at everything again.
pub(super) fn clear(app: &mut App) -> Vec<Effect> {
    app.run.wish.condition = Condition::default();
    app.say(tell!("filter-cleared"));
    again(app)
}

/// Why there is nothing to clear.
pub(super) fn why_not_clear(app: &App) -> Option<String> {
    (!is_on(app)).then(|| tell!("filter-none"))
}

/// What the newest numbers were filtered by, and what was left: `power = slow: 812 of 10 000`.
#[must_use]
pub fn mark(results: &Results, room: usize, dots: &str) -> Option<String> {
    let plan = &results.ensemble.plan;
    let tests = plan.condition.texts();
    let tests = crate::widgets::shorten(&joined(tests)?, room, dots);
    Some(tell!(
        "filter-mark",
        tests = tests,
        left = whole(results.draws() as f64),
        draws = whole(f64::from(plan.asked))
    ))
}

/// The same as sentences, with a warning where little is left.
#[must_use]
pub fn sentences(results: &Results) -> Vec<String> {
    let plan = &results.ensemble.plan;
    let Some(tests) = joined(plan.condition.texts()) else {
        return Vec::new();
    };
    let (left, draws) = (results.draws() as f64, whole(f64::from(plan.asked)));
    let effective = results.weights.effective_draws(results.draws()).round();
    let mut all = vec![match effective < left {
        true => tell!(
            "run-where-weighted",
            tests = tests,
            left = whole(left),
            draws = draws,
            effective = whole(effective)
        ),
        false => tell!(
            "run-where",
            tests = tests,
            left = whole(left),
            draws = draws
        ),
    }];
    if effective < f64::from(FEW) {
        let tail = (effective / 20.0).round() as u32;
        all.push(tell!("filter-few", left = whole(effective), tail = tail));
    }
    all
}

fn joined(tests: Vec<String>) -> Option<String> {
    let and = |all: String, next: String| tell!("run-where-and", all = all, next = next);
    tests.into_iter().reduce(and)
}

/// Asks for a condition as text.
fn type_one(app: &mut App) -> Vec<Effect> {
    let field = Field::text(tell!("filter-field"), "").hint(tell!("filter-hint"));
    let form = Form::new(tell!("filter-title"), vec![field], |app, values| {
        let typed = values.first().map_or("", |value| value.trim());
        add(app, typed).map_err(|reason| Refusal::new(0, reason))
    });
    app.ask(form);
    Vec::new()
}

/// Adds what was typed to what must hold already. What leaves nothing is refused.
fn add(app: &mut App, text: &str) -> Result<Vec<Effect>, String> {
    let Some(document) = app.shown() else {
        return Ok(Vec::new());
    };
    let more: Condition = text.parse().map_err(|fault| of_condition(&fault))?;
    let mut wish = app.run.wish.clone();
    wish.condition = Condition {
        lenient: false,
        ..wish.condition.and(more)
    };
    let left = live::left(&document.scenario, &wish).map_err(|error| plan_sentence(&error))?;
    // Other open scenarios may lack what is named here.
    app.run.wish.condition = Condition {
        lenient: true,
        ..wish.condition
    };
    app.say(told_left(left));
    Ok(again(app))
}

fn told_left(left: Left) -> String {
    tell!(
        "filter-added",
        left = whole(f64::from(left.draws)),
        draws = whole(f64::from(left.asked)),
        paths = left.paths
    )
}

/// Simulates every open scenario anew: other draws are left.
fn again(app: &mut App) -> Vec<Effect> {
    let ids: Vec<_> = app.documents.iter().map(|document| document.id).collect();
    for document in &mut app.documents {
        document.before = None;
    }
    ids.into_iter().flat_map(|id| app.simulate(id)).collect()
}

/// One test for each outcome of each node, in the words of the scenario.
fn branch_tests(scenario: &Scenario) -> Vec<(Item, String)> {
    let nodes = scenario.tree.nodes.iter();
    let of_node = |(id, node): (&String, &crate::scenario::Node)| {
        let title = node.title().to_owned();
        let outcomes = node.outcomes();
        let texts = outcomes.iter().map(|outcome| {
            let label = tell!("filter-branch", node = &title, outcome = outcome.title);
            (label, format!("{id} = {}", outcome.id))
        });
        texts.collect::<Vec<_>>()
    };
    nodes.flat_map(of_node).map(item).collect()
}

fn item((label, text): (String, String)) -> (Item, String) {
    (Item::new(label).detail(text.clone()), text)
}

/// High and low third of every input, those that lead first.
fn input_tests(app: &App, document: &Document) -> Vec<(Item, String)> {
    let Some(results) = &document.results else {
        return Vec::new();
    };
    let mut inputs = live::testable(&results.ensemble.plan);
    let leading = leading::leading(app).map(|found| &found.inputs);
    let place = |input: &Input| {
        let found = leading.and_then(|all| all.iter().position(|one| one.input == *input));
        found.unwrap_or(usize::MAX)
    };
    inputs.sort_by_key(|(input, _)| place(input));
    let both = inputs.into_iter().flat_map(|(input, name)| {
        let what = what(document, &input);
        [
            (tell!("filter-high", what = &what), format!("{name} = high")),
            (tell!("filter-low", what = &what), format!("{name} = low")),
        ]
    });
    both.map(item).collect()
}

/// An input in everyday words.
fn what(document: &Document, input: &Input) -> String {
    let meaning = match input {
        Input::Parameter(id) => catalogue().parameter(id).map(|p| p.meaning.clone()),
        _ => None,
    };
    meaning.unwrap_or_else(|| words::inputs::told(&document.scenario, input))
}
