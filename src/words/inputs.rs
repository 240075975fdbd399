//! The inputs of a run by name, as people know them.

use crate::live::Input;
use crate::scenario::{Node, Op, Scenario};
use crate::seeds::catalogue;
use crate::sim::action::in_full;
use crate::tell;

/// An input in words. Parameters and country inputs are told by their id, which people can look up.
#[must_use]
pub fn told(scenario: &Scenario, input: &Input) -> String {
    match input {
        Input::Parameter(id) | Input::Country(id) => id.clone(),
        Input::Measure(id) => measure(id, None),
        Input::Effect(id) => effect(scenario, id, None),
        Input::Probability(id) => tell!("inputs-probability", branch = outcome(scenario, id)),
        Input::Cost(id) => tell!("inputs-cost", outcome = outcome(scenario, id)),
        Input::Node { node } => {
            let title = scenario.tree.nodes.get(node).map(Node::title);
            tell!("inputs-node", node = title.unwrap_or(node))
        }
        Input::Surprise(year) => tell!("inputs-surprise", year = year.to_string()),
        Input::Incidents(year) => tell!("inputs-incidents", year = year.to_string()),
    }
}

/// The effect of a measure in everyday units where its path has them, at `levels` of its magnitude
/// (low, middle, high) or at those of the catalogue.
#[must_use]
pub fn measure(id: &str, levels: Option<[f64; 3]>) -> String {
    let Some(effect) = catalogue().effect(id) else {
        return id.to_owned();
    };
    let levels = levels.unwrap_or([effect.p5, effect.p50, effect.p95]);
    let what = match everyday(&effect.path, effect.op, levels) {
        Some(what) => what,
        None => meaning(&effect.path),
    };
    tell!("inputs-measure", measure = &effect.measure, what = what)
}

/// An effect of the tree: what it belongs to and, at `levels` of its magnitude, what it does in
/// everyday units; without them what it changes.
#[must_use]
pub fn effect(scenario: &Scenario, id: &str, levels: Option<[f64; 3]>) -> String {
    let Some((_, outcome, effect)) = scenario.tree.effect(id) else {
        return tell!("inputs-effect", id = id);
    };
    let told = levels.and_then(|levels| everyday(&effect.path, effect.op, levels));
    let what = told.unwrap_or_else(|| meaning(&effect.path));
    tell!("inputs-effect-of", outcome = outcome.title, what = what)
}

/// A path under an effect at full strength, counted in the world, and the same without it. All else
/// stands in the middle of our ranges.
fn everyday(path: &str, op: Op, levels: [f64; 3]) -> Option<String> {
    let (observable, parameter) = (catalogue().observable(path)?, catalogue().parameter(path)?);
    let before = parameter.p50;
    observable.at_value(before)?;
    let [low, middle, high] = levels.map(|level| in_full(op, parameter.kind, before, level));
    let sentence = observable.at_range(low, middle, high);
    Some(tell!(
        "inputs-everyday",
        sentence = sentence.trim_end_matches('.'),
        without = observable.counted(before)
    ))
}

fn meaning(path: &str) -> String {
    let found = catalogue().path(path);
    found.map_or_else(|| path.to_owned(), |path| path.meaning.clone())
}

/// The title of an outcome named `node.outcome`; the name itself if there is none.
fn outcome(scenario: &Scenario, id: &str) -> String {
    let title = id.split_once('.').and_then(|(node, outcome)| {
        let outcomes = scenario.tree.nodes.get(node)?.outcomes();
        let found = outcomes.iter().find(|one| one.id == outcome)?;
        Some(found.title.to_owned())
    });
    title.unwrap_or_else(|| id.to_owned())
}
