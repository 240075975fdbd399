//! Which assumptions are listed, and in which order.

use super::leading;
use crate::app::App;
use crate::live;
use crate::scenario::edit::{Store, assumption};
use crate::scenario::{Assumption, BaselineRef, Evidence, Scenario};
use crate::seeds::{Input, InputClass, Parameter, catalogue};

/// Most assumptions that a workshop looks at.
pub const FEW: usize = 8;

/// Something that the numbers rest on.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A parameter of the model.
    Parameter(&'static Parameter),
    /// An input of the country.
    Input(&'static Input),
    /// Two parameters that move together, by place.
    Correlation(usize),
    /// Something of the tree: an effect, a probability, how a node turns out.
    Elsewhere(live::Input),
}

impl Entry {
    /// Its name in files; empty where it has none of its own.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Entry::Parameter(parameter) => &parameter.id,
            Entry::Input(input) => &input.id,
            Entry::Correlation(_) | Entry::Elsewhere(_) => "",
        }
    }

    /// Where an assumption about it is kept.
    #[must_use]
    pub fn store(&self) -> Option<Store> {
        match self {
            Entry::Parameter(_) => Some(Store::Parameters),
            Entry::Input(_) => Some(Store::Inputs),
            Entry::Correlation(_) | Entry::Elsewhere(_) => None,
        }
    }

    /// What the room assumes, if it differs from the catalogue.
    #[must_use]
    pub fn room<'a>(&self, scenario: &'a Scenario) -> Option<&'a Assumption> {
        assumption(scenario, self.store()?, self.id())
    }
}

/// Assumptions and correlations that differ from the catalogue.
#[must_use]
pub fn differing(scenario: &Scenario) -> usize {
    scenario.assumptions.len() + scenario.setting.inputs.len() + scenario.correlations.len()
}

/// What is listed now.
#[must_use]
pub fn entries(app: &App) -> Vec<Entry> {
    let Some(document) = app.shown() else {
        return Vec::new();
    };
    let scenario = &*document.scenario;
    if !app.assumptions.analyst {
        return match leading::leading(app) {
            Some(found) => found
                .inputs
                .iter()
                .filter_map(|one| leading::entry(&one.input))
                .collect(),
            None => few(scenario),
        };
    }
    let mut all = all(scenario);
    if app.assumptions.only_differing {
        all.retain(|e| matches!(e, Entry::Correlation(_)) || e.room(scenario).is_some());
    }
    all
}

/// Everything that can be assumed otherwise, and the correlations.
#[must_use]
pub fn all(scenario: &Scenario) -> Vec<Entry> {
    let parameters = catalogue().parameters.iter().map(Entry::Parameter);
    let inputs = inputs(scenario).map(Entry::Input);
    let correlations = (0..scenario.correlations.len()).map(Entry::Correlation);
    parameters.chain(inputs).chain(correlations).collect()
}

/// Inputs that this place has: base-year figures stand behind countries only.
fn inputs(scenario: &Scenario) -> impl Iterator<Item = &'static Input> {
    let country = matches!(scenario.setting.baseline, BaselineRef::Country(_));
    let inputs = catalogue().inputs.iter();
    inputs.filter(move |input| country || input.class != InputClass::Figure)
}

/// What a workshop should talk about until runs tell what matters: first what the room sees differently, then what rests on
/// judgement most.
fn few(scenario: &Scenario) -> Vec<Entry> {
    let (mut few, mut rest): (Vec<_>, Vec<_>) = all(scenario)
        .into_iter()
        .filter(|entry| !matches!(entry, Entry::Correlation(_)))
        .partition(|entry| entry.room(scenario).is_some());
    rest.retain(|entry| matches!(entry, Entry::Parameter(_)));
    rest.sort_by_key(|entry| match entry {
        Entry::Parameter(parameter) => match parameter.grade {
            Evidence::C => 0,
            Evidence::B => 1,
            Evidence::A => 2,
        },
        _ => 3,
    });
    few.extend(rest);
    few.truncate(FEW);
    few
}
