//! How good the evidence behind an input is: from the scenario where the room says so, else from
//! the catalogue.

use super::Input;
use crate::scenario::{Evidence, Scenario};
use crate::seeds::catalogue;

/// How good the evidence behind an input is.
///
/// Probabilities and costs are what a room judged. None for chance alone and for how a node turns
/// out: no evidence makes those more certain.
#[must_use]
pub fn evidence_of(scenario: &Scenario, input: &Input) -> Option<Evidence> {
    match input {
        Input::Parameter(id) => {
            let own = scenario.assumptions.get(id).map(|own| own.evidence);
            own.or_else(|| Some(catalogue().parameter(id)?.grade))
        }
        Input::Measure(id) => Some(catalogue().effect(id)?.grade),
        Input::Effect(id) => of_effect(scenario, id),
        Input::Country(name) => Some(scenario.setting.inputs.get(name)?.evidence),
        Input::Probability(_) | Input::Cost(_) => Some(Evidence::C),
        Input::Node { .. } | Input::Surprise(_) | Input::Incidents(_) => None,
    }
}

fn of_effect(scenario: &Scenario, id: &str) -> Option<Evidence> {
    let outcomes = scenario.tree.nodes.iter().flat_map(|(node, content)| {
        let outcomes = content.outcomes().into_iter();
        outcomes.map(move |outcome| (format!("{node}.{}", outcome.id), outcome.effects))
    });
    let wildcards = scenario.wildcards.iter();
    let wildcards = wildcards.map(|wildcard| (wildcard.id.clone(), wildcard.effects.as_slice()));
    let mut owners = outcomes.chain(wildcards);
    owners.find_map(|(owner, effects)| {
        let found = effects.iter().find(|e| e.id_within(&owner) == id)?;
        Some(found.evidence)
    })
}
