//! What matters, in words: names of inputs in everyday units, groups, doubts.

use crate::analysis::matters::{Estimate, Fault};
use crate::live::Input;
use crate::live::matters::{GroupLines, MattersFault, MattersRow};
use crate::scenario::{Evidence, Scenario};
use crate::seeds::catalogue;
use crate::tell;
use crate::words::inputs;
use crate::words::numbers::{Range, Scale, two_digits, whole};

/// An input in everyday words; with its 5, 50 and 95 percent points where they are known.
#[must_use]
pub fn name(scenario: &Scenario, input: &Input, levels: Option<[f64; 3]>) -> String {
    let (Input::Parameter(id) | Input::Country(id)) = input else {
        return inputs::told(scenario, input);
    };
    if let (Some(observable), Some([low, middle, high])) = (catalogue().observable(id), levels) {
        return observable.at_range(low, middle, high);
    }
    let meaning = catalogue().path(id).map(|path| path.meaning.clone());
    meaning.unwrap_or_else(|| id.clone())
}

/// Titles of the outcomes of a node after which the subject is lowest and highest.
#[must_use]
pub fn titles(scenario: &Scenario, row: &MattersRow) -> Option<[String; 2]> {
    let (Input::Node { node }, Some((lowest, highest))) = (&row.input, &row.outcomes) else {
        return None;
    };
    let outcomes = scenario.tree.nodes.get(node)?.outcomes();
    let title = |id: &String| {
        let found = outcomes.iter().find(|outcome| outcome.id == *id);
        found.map_or_else(|| id.clone(), |outcome| outcome.title.to_owned())
    };
    Some([title(lowest), title(highest)])
}

/// The luck of the years.
#[must_use]
pub fn chance_alone() -> String {
    tell!("ranked-group-chance")
}

/// How good the evidence is, in a word or two.
#[must_use]
pub fn evidence(evidence: Option<Evidence>) -> String {
    match evidence {
        Some(Evidence::A) => tell!("ranked-measured"),
        Some(Evidence::B) => tell!("ranked-similar"),
        Some(Evidence::C) => tell!("ranked-judgement"),
        None => tell!("ranked-tree"),
    }
}

/// The same from the word that reports use.
#[must_use]
pub fn evidence_of_key(key: Option<&str>) -> String {
    evidence(match key {
        Some("measured") => Some(Evidence::A),
        Some("similar_cases") => Some(Evidence::B),
        Some(_) => Some(Evidence::C),
        None => None,
    })
}

/// A share in percent: `17`, `0.4`, or that it is less.
#[must_use]
pub fn percent(share: f64) -> String {
    let percent = share * 100.0;
    if percent < 0.5 {
        tell!("ranked-under-one")
    } else {
        tell!(
            "ranked-percent",
            share = two_digits(percent.min(100.0), 99.0)
        )
    }
}

/// `17 [15–19]` in percent; a dash where it cannot be had.
#[must_use]
pub fn share(estimate: Option<Estimate>) -> String {
    let range = estimate.map_or_else(Range::default, |estimate| {
        let shown = |value: f64| Some(value.max(0.0));
        Range::new(
            shown(estimate.value),
            shown(estimate.low),
            shown(estimate.high),
        )
    });
    Scale::of("share", &[]).range(range)
}

/// A number between -1 and 1; a dash where it cannot be had.
#[must_use]
pub fn figure(value: Option<f64>) -> String {
    value.map_or_else(|| tell!("value-missing"), |value| two_digits(value, 1.0))
}

/// The id of an input.
#[must_use]
pub fn id(input: &Input) -> String {
    match input {
        Input::Parameter(id)
        | Input::Measure(id)
        | Input::Effect(id)
        | Input::Country(id)
        | Input::Probability(id)
        | Input::Cost(id)
        | Input::Node { node: id } => id.clone(),
        Input::Surprise(year) | Input::Incidents(year) => year.to_string(),
    }
}

/// Groups and their shares, those without any left out: branches, chance and evidence first.
#[must_use]
pub fn groups(groups: &GroupLines) -> Vec<(String, f64)> {
    let all = [
        (tell!("ranked-group-branches"), groups.branches),
        (tell!("ranked-group-chance"), groups.chance),
        (tell!("ranked-group-measured"), groups.measured),
        (tell!("ranked-group-similar"), groups.similar),
        (tell!("ranked-group-judgement"), groups.judgement),
        (tell!("ranked-group-together"), groups.together),
        (tell!("ranked-group-rest"), groups.rest),
    ];
    all.into_iter()
        .filter(|(_, share)| *share >= 0.005)
        .collect()
}

/// How far groups and total shares are to be trusted.
#[must_use]
pub fn fit(checked: f64, trusted: bool) -> String {
    let share = whole((checked.max(0.0) * 100.0).round());
    match trusted {
        true => tell!("ranked-fit", share = share),
        false => tell!("ranked-unfit", share = share),
    }
}

/// Why nothing can be said, and what would help.
#[must_use]
pub fn fault(fault: MattersFault) -> String {
    match fault {
        MattersFault::NoSubject => tell!("ranked-no-subject"),
        MattersFault::Condition => tell!("ranked-condition"),
        MattersFault::Cancelled => tell!("ranked-cancelled"),
        MattersFault::Numbers(Fault::TooFew { cases, least }) => tell!(
            "ranked-few",
            cases = whole(cases as f64),
            least = whole(least as f64)
        ),
        MattersFault::Numbers(Fault::Constant) => tell!("ranked-constant"),
        MattersFault::Numbers(Fault::NoFactors) => tell!("ranked-no-inputs"),
        MattersFault::Numbers(Fault::NotANumber { .. } | Fault::Length { .. }) => {
            tell!("ranked-not-a-number")
        }
    }
}
