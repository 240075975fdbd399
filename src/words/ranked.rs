//! What matters, in words: names of inputs in everyday units, groups, doubts.

use std::ops::Range as Places;

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
    let id = match input {
        Input::Parameter(id) | Input::Country(id) => id,
        Input::Measure(id) => return inputs::measure(id, levels),
        Input::Effect(id) => return inputs::effect(scenario, id, levels),
        _ => return inputs::told(scenario, input),
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

/// A total share where it adds to the share alone; none where rounded it is the same or, as happens
/// between two estimates, less.
#[must_use]
pub fn together(share: f64, total: Option<f64>) -> Option<String> {
    let (alone, total) = (percent(share), total.filter(|total| *total > share)?);
    Some(percent(total)).filter(|told| *told != alone)
}

/// What stands behind the bar of an input: its id, how good the evidence is, and its total share
/// where that says more.
#[must_use]
pub fn behind(id: &str, evidence: String, together: Option<String>) -> String {
    match together {
        Some(total) => tell!("ranked-row", id = id, evidence = evidence, total = total),
        None => tell!("ranked-row-bare", id = id, evidence = evidence),
    }
}

/// What leads a ranking, for its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// Places that are about the same, from 0, as [`crate::analysis::matters::ties`] finds them.
    pub ties: Vec<Places<usize>>,
    /// Share of the first place, 0..1.
    pub share: f64,
    /// The subject where the first is low and where it is high, as told.
    pub ends: (String, String),
    /// Share of chance alone, 0..1.
    pub chance: f64,
}

/// What moves the subject most, in a sentence or two.
#[must_use]
pub fn lead(lead: &Lead) -> String {
    let share = percent(lead.share);
    let (low, high) = (lead.ends.0.as_str(), lead.ends.1.as_str());
    let first = match lead.ties.first().filter(|run| run.start == 0) {
        Some(run) => tell!(
            "ranked-lead-tie",
            places = places(run),
            share = share,
            low = low,
            high = high
        ),
        None => tell!("ranked-lead", share = share, low = low, high = high),
    };
    match lead.chance > lead.share {
        true => format!(
            "{first} {}",
            tell!("ranked-lead-chance", share = percent(lead.chance))
        ),
        false => first,
    }
}

/// Which places are about the same, in a sentence; none where all can be told apart. Only the first
/// `shown` places are spoken of.
#[must_use]
pub fn about_the_same(ties: &[Places<usize>], shown: usize) -> Option<String> {
    let within = ties
        .iter()
        .map(|run| run.start..run.end.min(shown))
        .filter(|run| run.len() > 1);
    let told: Vec<String> = within.map(|run| places(&run)).collect();
    (!told.is_empty()).then(|| tell!("ranked-ties", places = told.join("; ")))
}

/// “2 and 3”, “4 to 8”.
fn places(run: &Places<usize>) -> String {
    let (first, last) = ((run.start + 1).to_string(), run.end.to_string());
    match run.len() {
        2 => tell!("ranked-places-two", first = first, last = last),
        _ => tell!("ranked-places-more", first = first, last = last),
    }
}
