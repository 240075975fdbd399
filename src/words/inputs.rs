//! The inputs of a run by name, as people know them.

use crate::live::Input;
use crate::scenario::{Node, Scenario};
use crate::seeds::catalogue;
use crate::tell;

/// An input in words. Parameters and country inputs are told by their id, which people can look up.
#[must_use]
pub fn told(scenario: &Scenario, input: &Input) -> String {
    match input {
        Input::Parameter(id) | Input::Country(id) => id.clone(),
        Input::Measure(id) => {
            let effect = catalogue().effect(id);
            let path = effect.and_then(|effect| catalogue().path(&effect.path));
            let what = path.map_or_else(|| id.clone(), |path| path.meaning.clone());
            let measure = effect.map_or("", |effect| effect.measure.as_str());
            tell!("inputs-measure", measure = measure, what = what)
        }
        Input::Effect(id) => tell!("inputs-effect", id = id),
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

/// The title of an outcome named `node.outcome`; the name itself if there is none.
fn outcome(scenario: &Scenario, id: &str) -> String {
    let title = id.split_once('.').and_then(|(node, outcome)| {
        let outcomes = scenario.tree.nodes.get(node)?.outcomes();
        let found = outcomes.iter().find(|one| one.id == outcome)?;
        Some(found.title.to_owned())
    });
    title.unwrap_or_else(|| id.to_owned())
}
