//! What outcomes and wildcards do: effects, measures, effort and cost.

use super::custom::TAGS;
use super::report::Report;
use super::{Code, Given, Owned, What, all_effects, numbers, outcomes_place};
use crate::scenario::{CohortFacts, Effect, Kind, Op, Outcome, PathFacts, Place, Range, Scale};
use indexmap::IndexSet;
use std::collections::HashSet;

/// Longest ramp, duration and fade.
const MOST_YEARS: u32 = 200;

/// More effects than people can write; bounds the time that preparing a run can take.
const MOST_EFFECTS: usize = 10_000;

pub(super) fn check(given: &Given<'_>, report: &mut Report) {
    let (count, most) = (all_effects(given.scenario).count(), MOST_EFFECTS);
    if count > most {
        let place = Place::top().field("tree").name();
        return report.add(place, Code::TooManyEffects { count, most });
    }
    for owned in all_effects(given.scenario) {
        effect(given, report, &owned);
    }
    for (id, node) in &given.scenario.tree.nodes {
        for (number, outcome) in node.outcomes().into_iter().enumerate() {
            let place = outcomes_place(id, node).index(number);
            measures(given, report, &place, &outcome, node.year());
            burden(report, &place, &outcome);
        }
    }
}

fn effect(given: &Given<'_>, report: &mut Report, owned: &Owned<'_>) {
    let Owned { effect, place, .. } = owned;
    timing(given, report, owned);
    match given.vocabulary.paths.get(&effect.path) {
        Some(facts) if !facts.base_only => {
            aim(given, report, place, effect, facts);
            let scale = Scale::of_effect(effect.op, facts.kind, &effect.magnitude);
            let range = magnitude_range(effect.op, facts);
            let place = place.field("magnitude");
            numbers::quantity(report, place, &effect.magnitude, scale, range);
        }
        facts => {
            let path = effect.path.clone();
            let base_only = facts.is_some() || given.vocabulary.inputs.contains_key(&path);
            let code = if base_only {
                Code::BaseOnly { path }
            } else {
                let known = given.vocabulary.paths.keys().map(String::as_str);
                let nearest = report.nearest(&path, known);
                let (what, id) = (What::Path, path);
                Code::Unknown { what, id, nearest }
            };
            report.add(place.field("path"), code);
        }
    }
}

/// Values that a magnitude may take. What is added may not be more than the whole range.
fn magnitude_range(op: Op, facts: &PathFacts) -> Range {
    let Range { min, max } = facts.range;
    match (op, facts.kind) {
        (Op::Set, _) => facts.range,
        (Op::Multiply, _) => Range {
            min: 0.0,
            max: f64::MAX,
        },
        (Op::Add, Kind::Fraction) => Range {
            min: -1.0,
            max: 1.0,
        },
        (Op::Add, Kind::Rate | Kind::Real) => Range {
            min: min - max,
            max: max - min,
        },
    }
}

fn timing(given: &Given<'_>, report: &mut Report, owned: &Owned<'_>) {
    let Owned {
        effect,
        place,
        year,
        ..
    } = owned;
    let (_, end) = given.scenario.setting.horizon;
    if let Some(start) = effect.start {
        let place = place.field("start");
        if start < *year {
            report.add(place, Code::StartBefore { start, year: *year });
        } else if start > end {
            report.add(place, Code::StartAfterEnd { start, end });
        }
    }
    let spans = [
        ("ramp", Some(effect.ramp)),
        ("duration", effect.duration),
        ("fade", Some(effect.fade)),
    ];
    for (name, years) in spans {
        let most = MOST_YEARS;
        if let Some(years) = years.filter(|years| *years > most) {
            report.add(place.field(name), Code::TooManyYears { years, most });
        }
    }
    if effect.duration == Some(0) && effect.fade == 0 {
        report.add(place.field("duration"), Code::NoDuration);
    }
}

fn aim(given: &Given<'_>, report: &mut Report, place: &Place, effect: &Effect, facts: &PathFacts) {
    let place = place.field("cohorts");
    if !effect.cohorts.is_empty() && !facts.per_cohort {
        let path = effect.path.clone();
        return report.add(place, Code::CohortsOnNational { path });
    }
    for (number, id) in effect.cohorts.iter().enumerate() {
        let (place, id) = (place.index(number), id.clone());
        let known = given.cohorts.iter().map(|cohort| cohort.id.as_str());
        if meant(given.cohorts, &id) > 0 {
            continue;
        } else if TAGS.contains(&id.as_str()) {
            report.add(place, Code::NobodyMeant { id });
        } else {
            let nearest = report.nearest(&id, known.chain(TAGS));
            let what = What::Cohort;
            report.add(place, Code::Unknown { what, id, nearest });
        }
    }
}

/// The cohorts that an id or tag means, one bit each.
pub(super) fn meant(cohorts: &[CohortFacts], id: &str) -> u64 {
    let wanted = |cohort: &CohortFacts| match id {
        "poor" => cohort.poor,
        "rest" => !cohort.poor,
        "women" => cohort.female,
        "men" => !cohort.female,
        id => cohort.id == id,
    };
    let bits = cohorts.iter().take(64).enumerate();
    bits.filter(|(_, cohort)| wanted(cohort))
        .fold(0, |bits, (number, _)| bits | (1 << number))
}

fn measures(
    given: &Given<'_>,
    report: &mut Report,
    place: &Place,
    outcome: &Outcome<'_>,
    year: i32,
) {
    let place = place.field("adopts");
    let mut seen = HashSet::new();
    for (number, id) in outcome.adopts.iter().enumerate() {
        let place = place.index(number);
        if !given.vocabulary.measures.contains(id) {
            let known = given.vocabulary.measures.iter().map(String::as_str);
            let nearest = report.nearest(id, known);
            let (what, id) = (What::Measure, id.clone());
            report.add(place, Code::Unknown { what, id, nearest });
        } else if !seen.insert(id.as_str()) {
            report.add(place, Code::RepeatedMeasure { id: id.clone() });
        } else {
            measure(given, report, place, id.clone(), year);
        }
    }
    bundle(given, report, place, &seen);
}

/// Says of a known measure if it does nothing, or nothing in time.
fn measure(given: &Given<'_>, report: &mut Report, place: Place, id: String, year: i32) {
    let pulled = given.vocabulary.effects.iter();
    let pulled = pulled.filter(|effect| effect.measures.contains(&id));
    let (_, end) = given.scenario.setting.horizon;
    let Some(delay) = pulled.map(|effect| effect.delay).min() else {
        return report.add(place, Code::MeasureWithoutEffect { id });
    };
    let start = year.saturating_add(delay);
    if start > end {
        report.add(place, Code::MeasureTooLate { id, start, end });
    }
}

/// Says which measures come along without being named.
fn bundle(given: &Given<'_>, report: &mut Report, place: Place, adopted: &HashSet<&str>) {
    let (mut pulling, mut with) = (IndexSet::new(), IndexSet::new());
    for effect in &given.vocabulary.effects {
        let (named, others): (Vec<&String>, Vec<&String>) = effect
            .measures
            .iter()
            .partition(|id| adopted.contains(id.as_str()));
        if !named.is_empty() && !others.is_empty() {
            pulling.extend(named);
            with.extend(others);
        }
    }
    if !with.is_empty() {
        let listed = |ids: IndexSet<&String>| ids.into_iter().cloned().collect();
        let (adopted, with) = (listed(pulling), listed(with));
        report.add(place, Code::PullsBundle { adopted, with });
    }
}

fn burden(report: &mut Report, place: &Place, outcome: &Outcome<'_>) {
    if let Some(effort) = outcome.effort.filter(|effort| !(1..=3).contains(effort)) {
        report.add(place.field("effort"), Code::Effort { effort });
    }
    if let Some(cost) = outcome.cost {
        let range = Range {
            min: f64::MIN,
            max: f64::MAX,
        };
        numbers::quantity(
            report,
            place.field("cost"),
            cost,
            Scale::of_cost(cost),
            range,
        );
    }
}
