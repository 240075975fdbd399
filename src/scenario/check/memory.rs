//! Drivers of change and guesses: what the room ranked and predicted.
//!
//! They change no number, so what they name may be gone: that is doubted, not refused.

use super::report::Report;
use super::{Code, Given, What};
use crate::scenario::{BASE_YEAR, Driver, HIGHEST_RANK, Node, Place, Prediction};

pub(super) fn check(given: &Given<'_>, report: &mut Report) {
    let drivers = Place::top().field("frame").field("drivers");
    for (number, driver) in given.scenario.frame.drivers.iter().enumerate() {
        self::driver(given, report, &drivers.index(number), driver);
    }
    let predictions = Place::top().field("predictions");
    for (number, prediction) in given.scenario.predictions.iter().enumerate() {
        let place = predictions.index(number);
        numbers(given, report, &place, prediction);
        names(given, report, &place, prediction);
    }
}

fn driver(given: &Given<'_>, report: &mut Report, place: &Place, driver: &Driver) {
    if driver.title.trim().is_empty() {
        report.add(place.field("title"), Code::EmptyTitle);
    }
    let ranks = [
        ("impact", driver.impact),
        ("uncertainty", driver.uncertainty),
    ];
    for (name, rank) in ranks {
        let most = HIGHEST_RANK;
        if rank > most {
            report.add(place.field(name), Code::Rank { rank, most });
        }
    }
    if let Some(node) = &driver.node {
        let known = given.scenario.tree.nodes.keys().map(String::as_str);
        known_name(report, place.field("node"), What::Node, node, known);
    }
}

fn numbers(given: &Given<'_>, report: &mut Report, place: &Place, prediction: &Prediction) {
    let Prediction {
        year, low, high, ..
    } = *prediction;
    let (first, last) = (BASE_YEAR, given.scenario.setting.horizon.1);
    if low > high {
        report.add(place.field("high"), Code::GuessBackwards { low, high });
    }
    if !(first..=last).contains(&year) {
        let code = Code::GuessOutside { year, first, last };
        report.add(place.field("year"), code);
    }
}

fn names(given: &Given<'_>, report: &mut Report, place: &Place, prediction: &Prediction) {
    let indicators = given.vocabulary.indicators.iter().map(String::as_str);
    let indicator = &prediction.indicator;
    known_name(
        report,
        place.field("indicator"),
        What::Indicator,
        indicator,
        indicators,
    );
    if !prediction.cohort.is_empty() {
        let cohorts = given.cohorts.iter().map(|cohort| cohort.id.as_str());
        let place = place.field("cohort");
        known_name(report, place, What::Cohort, &prediction.cohort, cohorts);
    }
    if !prediction.option.is_empty() {
        let options = options(given);
        let options = options.iter().map(String::as_str);
        let place = place.field("option");
        known_name(report, place, What::Choice, &prediction.option, options);
    }
}

/// Every option of the tree as `node.option`.
fn options(given: &Given<'_>) -> Vec<String> {
    let decisions = given.scenario.tree.nodes.iter();
    let decisions = decisions.filter_map(|(id, node)| match node {
        Node::Decision(decision) => Some((id, decision)),
        Node::Chance(_) => None,
    });
    let options = decisions.flat_map(|(id, decision)| {
        let options = decision.options.iter();
        options.map(move |option| format!("{id}.{}", option.id))
    });
    options.collect()
}

fn known_name<'a>(
    report: &mut Report,
    place: Place,
    what: What,
    id: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) {
    if known.clone().any(|other| other == id) {
        return;
    }
    let nearest = report.nearest(id, known);
    let id = id.to_owned();
    report.add(place, Code::NamesNothing { what, id, nearest });
}
