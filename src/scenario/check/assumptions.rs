//! Parameters that the room sees differently, how they move together, and the run itself.

use super::report::Report;
use super::{Code, Given, What, numbers};
use crate::scenario::{Correlation, Place, Range};
use std::collections::HashSet;

/// More draws than any machine here could hold; a slip of the finger rather than a wish.
const MOST_DRAWS: u32 = 10_000_000;

pub(super) fn check(given: &Given<'_>, report: &mut Report) {
    let draws = given.scenario.simulation.draws;
    if !(1..=MOST_DRAWS).contains(&draws) {
        let place = Place::top().field("simulation").field("draws");
        let most = MOST_DRAWS;
        report.add(place, Code::Draws { draws, most });
    }
    let place = Place::top().field("assumptions");
    for (id, assumption) in &given.scenario.assumptions {
        let place = place.key(id);
        let facts = given.vocabulary.paths.get(id);
        match facts.filter(|_| given.vocabulary.parameters.contains(id)) {
            Some(facts) => {
                let (scale, range) = (facts.kind.scale(), facts.range);
                numbers::quantity(
                    report,
                    place.field("value"),
                    &assumption.value,
                    scale,
                    range,
                );
            }
            None => unknown(given, report, place.name(), id),
        }
    }
    correlations(given, report);
}

fn unknown(given: &Given<'_>, report: &mut Report, place: Place, id: &str) {
    let id = id.to_owned();
    let code = if given.vocabulary.inputs.contains_key(&id) {
        Code::InputAsAssumption { id }
    } else {
        let nearest = report.nearest(&id, given.vocabulary.parameters.iter().map(String::as_str));
        let what = What::Parameter;
        Code::Unknown { what, id, nearest }
    };
    report.add(place, code);
}

fn correlations(given: &Given<'_>, report: &mut Report) {
    let mut seen = HashSet::new();
    for (number, correlation) in given.scenario.correlations.iter().enumerate() {
        let place = Place::top().field("correlations").index(number);
        let Correlation {
            between: (first, second),
            rank,
        } = correlation;
        for (index, id) in [first, second].into_iter().enumerate() {
            if !given.vocabulary.parameters.contains(id) {
                unknown(given, report, place.field("between").index(index), id);
            }
        }
        if first == second {
            let id = first.clone();
            report.add(place.field("between"), Code::CorrelatedWithItself { id });
        } else if !seen.insert((first.min(second), first.max(second))) {
            let (first, second) = (first.clone(), second.clone());
            report.add(place.field("between"), Code::RepeatedPair { first, second });
        }
        let range = Range {
            min: -1.0,
            max: 1.0,
        };
        numbers::value(report, place.field("rank"), *rank, range);
    }
}
