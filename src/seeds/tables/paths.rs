//! The one table of legal effect paths: every parameter and every country input that may change.

use serde::{Deserialize, Serialize};

use super::{Input, InputClass, Parameter, Scope};
use crate::seeds::{Kind, catalogue};

/// Where a path comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// An uncertain parameter of the model.
    Parameter,
    /// An input of the country.
    Input,
}

/// Something that an effect or an assumption may name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EffectPath {
    /// Name used in scenarios.
    pub id: String,
    /// Scale, which decides how magnitudes act.
    pub kind: Kind,
    /// Whether effects may be aimed at cohorts.
    pub per_cohort: bool,
    /// Describes the base year: refused in effects, allowed in assumptions.
    pub base_only: bool,
    /// Smallest legal value.
    pub min: f64,
    /// Largest legal value.
    pub max: f64,
    /// Parameter or country input.
    pub origin: Origin,
    /// What it is.
    pub meaning: String,
}

impl EffectPath {
    /// One sentence in everyday units: of a parameter at our three points, of a country input at
    /// values of different income groups or at examples.
    pub fn observable(&self) -> String {
        let range = catalogue()
            .parameter(&self.id)
            .map(|parameter| (parameter.p5, parameter.p50, parameter.p95));
        let sentence = catalogue().observable(&self.id).and_then(|observable| {
            let (low, middle, high) = range.or(observable.at)?;
            Some(observable.at_range(low, middle, high))
        });
        sentence.unwrap_or_default()
    }
}

/// Parameters first, in their order, then the country inputs that effects may change.
pub(crate) fn paths(parameters: &[Parameter], inputs: &[Input]) -> Vec<EffectPath> {
    let from_inputs = inputs
        .iter()
        .filter(|input| input.class == InputClass::Path)
        .map(of_input);
    parameters
        .iter()
        .map(of_parameter)
        .chain(from_inputs)
        .collect()
}

fn of_parameter(parameter: &Parameter) -> EffectPath {
    EffectPath {
        id: parameter.id.clone(),
        kind: parameter.kind,
        per_cohort: parameter.scope == Scope::Cohort,
        base_only: parameter.base_only,
        min: parameter.min,
        max: parameter.max,
        origin: Origin::Parameter,
        meaning: parameter.meaning.clone(),
    }
}

fn of_input(input: &Input) -> EffectPath {
    EffectPath {
        id: input.id.clone(),
        kind: input.kind,
        per_cohort: input.scope == Scope::Cohort,
        base_only: false,
        min: input.min,
        max: input.max,
        origin: Origin::Input,
        meaning: input.meaning.clone(),
    }
}
