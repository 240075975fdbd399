//! What the inputs of a run are called in conditions.

use crate::seeds::catalogue;
use crate::sim::columns::{FIRST_EFFECT, Origin};

/// Name of the input behind a column: the id of a parameter, of a catalogue effect or of an effect
/// of the scenario (`node.outcome.path`), the name of a country input, `node.branch` of an
/// uncertain probability, `cost:node.option` of a cost.
#[must_use]
pub fn input_name(origin: &Origin) -> Option<&str> {
    match origin {
        Origin::Dimension(number) if *number >= FIRST_EFFECT => {
            let effect = catalogue().effects.get(number - FIRST_EFFECT)?;
            Some(&effect.id)
        }
        Origin::Dimension(number) => Some(&catalogue().parameters.get(*number)?.id),
        Origin::Purpose(purpose) => match purpose.split_once(':') {
            Some(("effect" | "input" | "probability", name)) => Some(name),
            _ => Some(purpose),
        },
    }
}
