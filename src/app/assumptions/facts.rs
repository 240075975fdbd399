//! What is known about an assumption: our range, the room's, how well it is known, in everyday words.

use super::entries::Entry;
use crate::app::Document;
use crate::app::tree::lines::evidence;
use crate::scenario::{Assumption, BaselineRef, Evidence, Kind, Quantity, Scenario};
use crate::seeds::{Baseline, DefaultUse, Flag, baseline};
use crate::seeds::{Cause, Input, catalogue};
use crate::sim::sample::Sampler;
use crate::tell;
use crate::words::inputs;
use crate::words::quantities::quantity;

/// What is known about an assumption.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Its name in files.
    pub id: String,
    /// What it is, in the words of the model.
    pub meaning: String,
    /// Scale on which it varies.
    pub kind: Kind,
    /// Unit.
    pub unit: String,
    /// Smallest and largest legal value.
    pub range: (f64, f64),
    /// What the catalogue says.
    pub default: Option<Quantity>,
    /// What the room says, if it differs.
    pub room: Option<Assumption>,
    /// How well what counts is known.
    pub evidence: Evidence,
    /// Where what counts was read: ids of the register, or as the room wrote them.
    pub sources: Vec<String>,
    /// Doubts about a figure of the country.
    pub doubts: Vec<String>,
    /// The year of the figure.
    pub year: Option<i32>,
}

impl Facts {
    /// What counts now: the room's value, else that of the catalogue unless it is hidden.
    #[must_use]
    pub fn value(&self, hidden: bool) -> Option<&Quantity> {
        match &self.room {
            Some(room) => Some(&room.value),
            None => self.default.as_ref().filter(|_| !hidden),
        }
    }

    /// What it means in the world, in a sentence; its meaning where nothing may be shown.
    #[must_use]
    pub fn sentence(&self, hidden: bool) -> String {
        let told = self
            .value(hidden)
            .and_then(|value| in_the_world(&self.id, value, self.kind));
        told.unwrap_or_else(|| capitalised(&self.meaning))
    }

    /// Our range, or that it is hidden.
    #[must_use]
    pub fn ours(&self, hidden: bool) -> String {
        match &self.default {
            Some(_) if hidden => tell!("assumptions-hidden"),
            Some(value) => quantity(value),
            None => tell!("value-missing"),
        }
    }

    /// What the room says; empty where it does not differ.
    #[must_use]
    pub fn rooms(&self) -> String {
        let room = self.room.as_ref();
        room.map(|room| quantity(&room.value)).unwrap_or_default()
    }
}

/// Low, middle and high of a quantity.
fn points(value: &Quantity, kind: Kind) -> Option<(f64, f64, f64)> {
    let sampler = Sampler::new(value, kind.scale()).ok()?;
    Some((sampler.value(0.05), sampler.median(), sampler.value(0.95)))
}

fn in_the_world(id: &str, value: &Quantity, kind: Kind) -> Option<String> {
    let observable = catalogue().observable(id)?;
    if let Quantity::Fixed(value) = value {
        return observable.at_value(*value);
    }
    let (low, middle, high) = points(value, kind)?;
    Some(observable.at_range(low, middle, high))
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|l| l.to_uppercase().to_string());
    let text = format!("{}{}", first.unwrap_or_default(), letters.as_str());
    if text.ends_with(|end: char| end.is_alphanumeric() || end == ')') {
        return format!("{text}.");
    }
    text
}

/// What is known about an entry.
#[must_use]
pub fn facts(document: &Document, entry: &Entry) -> Facts {
    let place = match entry {
        Entry::Input(_) => place(&document.scenario),
        _ => None,
    };
    facts_at(document, entry, place.as_ref())
}

/// The base year as the data have it, without what the room says.
#[must_use]
pub fn place(scenario: &Scenario) -> Option<Baseline> {
    let mut setting = scenario.setting.clone();
    setting.inputs.clear();
    baseline(&setting).ok()
}

/// The same for many entries of one place.
#[must_use]
pub fn facts_at(document: &Document, entry: &Entry, place: Option<&Baseline>) -> Facts {
    let scenario = &*document.scenario;
    let mut facts = match entry {
        Entry::Parameter(one) => Facts {
            id: one.id.clone(),
            meaning: one.meaning.clone(),
            kind: one.kind,
            unit: one.unit.clone(),
            range: (one.min, one.max),
            default: Some(Quantity::Quantiles {
                p5: one.p5,
                p50: one.p50,
                p95: one.p95,
            }),
            room: None,
            evidence: one.grade,
            sources: one.sources.clone(),
            doubts: Vec::new(),
            year: None,
        },
        Entry::Input(input) => of_input(scenario, input, place),
        Entry::Correlation(at) => of_correlation(scenario, *at),
        Entry::Elsewhere(input) => elsewhere(inputs::told(&document.scenario, input)),
    };
    if let Some(room) = entry.room(scenario) {
        facts.evidence = room.evidence;
        facts.sources.clone_from(&room.sources);
        facts.room = Some(room.clone());
    }
    facts
}

fn of_input(scenario: &Scenario, input: &Input, place: Option<&Baseline>) -> Facts {
    let flags: Vec<&Flag> = place
        .map(|place| place.flags.iter().filter(|f| f.input == input.id).collect())
        .unwrap_or_default();
    let (value, year) = value_of(scenario, input, place);
    Facts {
        id: input.id.clone(),
        meaning: input.meaning.clone(),
        kind: input.kind,
        unit: input.unit.clone(),
        range: (input.min, input.max),
        default: value.map(Quantity::Fixed),
        room: None,
        evidence: worse(grade(&flags), without_flags(input, year.is_some())),
        sources: Vec::new(),
        doubts: flags.iter().map(|flag| flag.reason.clone()).collect(),
        year: flags.iter().find_map(|flag| flag.year).or(year),
    }
}

/// The figure of the country with its year, else the value that the base year has.
fn value_of(
    scenario: &Scenario,
    input: &Input,
    place: Option<&Baseline>,
) -> (Option<f64>, Option<i32>) {
    let record = match &scenario.setting.baseline {
        BaselineRef::Country(iso3) => catalogue().country(iso3),
        _ => None,
    };
    let figures = record.map(|record| record.figures()).unwrap_or_default();
    let figure = figures.iter().find(|(name, _)| *name == input.id);
    let figure = figure.and_then(|(_, figure)| *figure);
    let built = place.and_then(|place| {
        let inputs = place.country.inputs();
        let found = inputs.iter().find(|(name, _)| *name == input.id);
        let poor = || place.country.cohorts.iter().find(|cohort| cohort.poor);
        match input.id.as_str() {
            "coverage_equity" => poor().map(|cohort| cohort.coverage_equity),
            _ => found.map(|(_, value)| *value),
        }
    });
    match figure {
        Some(figure) => (built.or(Some(figure.value)), figure.year),
        None => (built, None),
    }
}

/// How well an input is known apart from doubts: only a published figure is measured; what no
/// country publishes is judgement; what is built from other figures lies between.
fn without_flags(input: &Input, is_published: bool) -> Evidence {
    let assumed = || {
        let defaults = &catalogue().defaults;
        defaults
            .iter()
            .any(|d| d.input == input.id && d.used == DefaultUse::Always)
    };
    match is_published {
        true => Evidence::A,
        false if input.default.is_some() || assumed() => Evidence::C,
        false => Evidence::B,
    }
}

fn worse(one: Evidence, other: Evidence) -> Evidence {
    match (one, other) {
        (Evidence::C, _) | (_, Evidence::C) => Evidence::C,
        (Evidence::B, _) | (_, Evidence::B) => Evidence::B,
        _ => Evidence::A,
    }
}

/// How well a figure with these doubts is known.
fn grade(flags: &[&Flag]) -> Evidence {
    let worst = flags.iter().map(|flag| match flag.cause {
        Cause::Fallback | Cause::Assumed | Cause::WithoutData => 2,
        Cause::Regional | Cause::Parity | Cause::Regression | Cause::RaisedCoverage => 1,
        _ => 0,
    });
    match worst.max().unwrap_or(0) {
        0 => Evidence::A,
        1 => Evidence::B,
        _ => Evidence::C,
    }
}

fn of_correlation(scenario: &Scenario, at: usize) -> Facts {
    let correlation = scenario.correlations.get(at);
    let meaning = correlation.map(|one| {
        let (first, second) = &one.between;
        tell!("assumptions-pair", first = first, second = second)
    });
    let rank = correlation.map_or(0.0, |one| one.rank);
    let value = Quantity::Fixed(rank);
    Facts {
        id: meaning.clone().unwrap_or_default(),
        meaning: meaning.unwrap_or_default(),
        kind: Kind::Real,
        unit: tell!("assumptions-rank-unit"),
        range: (-1.0, 1.0),
        default: None,
        room: Some(Assumption {
            value,
            rationale: String::new(),
            evidence: Evidence::C,
            sources: Vec::new(),
        }),
        evidence: Evidence::C,
        sources: Vec::new(),
        doubts: Vec::new(),
        year: None,
    }
}

/// Something of the tree: only what it is.
fn elsewhere(meaning: String) -> Facts {
    Facts {
        id: tell!("assumptions-tree"),
        meaning,
        kind: Kind::Real,
        unit: String::new(),
        range: (f64::NEG_INFINITY, f64::INFINITY),
        default: None,
        room: None,
        evidence: Evidence::C,
        sources: Vec::new(),
        doubts: Vec::new(),
        year: None,
    }
}

/// Everything in one line, for reading aloud.
#[must_use]
pub fn told(facts: &Facts, hidden: bool) -> String {
    let sentence = facts.sentence(hidden);
    let known = evidence(facts.evidence);
    match (&facts.room, &facts.default) {
        (Some(_), None) => format!("{sentence} {}", facts.rooms()),
        (Some(_), Some(_)) => tell!(
            "assumptions-told-room",
            sentence = sentence,
            id = &facts.id,
            ours = facts.ours(hidden),
            room = facts.rooms(),
            evidence = known
        ),
        (None, _) if hidden => sentence,
        (None, None) => sentence,
        (None, _) => tell!(
            "assumptions-told",
            sentence = sentence,
            id = &facts.id,
            ours = facts.ours(hidden),
            evidence = known
        ),
    }
}
