//! Signposts in words, and as a line of the file.

use super::limits::title_of_outcome;
use super::{of_100, told};
use crate::analysis::setbacks::signposts::Alarm;
use crate::live::{Announced, Early, Subject};
use crate::scenario::{Node, Scenario, Signpost};
use crate::tell;

/// A threshold in the unit of its subject.
#[must_use]
pub fn mark(subject: &Subject, value: f64) -> String {
    told(subject, value)
}

/// What is watched, without year and threshold.
#[must_use]
pub fn watched(scenario: &Scenario, what: &Announced) -> String {
    match what {
        Announced::Indicator { key, .. } => Subject::Indicator(key.clone()).label(),
        Announced::Outcome { node, outcome, .. } => tell!(
            "setbacks-adopt-outcome",
            node = title(scenario, node),
            outcome = title_of_outcome(scenario, node, outcome)
        ),
    }
}

fn title(scenario: &Scenario, node: &str) -> String {
    let found = scenario.tree.nodes.get(node).map(Node::title);
    found.unwrap_or(node).to_owned()
}

/// A signpost with its hits and false alarms.
#[must_use]
pub fn sign(scenario: &Scenario, early: &Early) -> String {
    let own = &early.signpost;
    let (hits, wrong) = (of_100(own.hits), of_100(own.wrong_alarms));
    let alarms = of_100(own.false_alarms);
    match &early.what {
        Announced::Indicator { key, year } => {
            let subject = Subject::Indicator(key.clone());
            let mark = mark(&subject, own.threshold);
            let (what, year) = (subject.label(), year.to_string());
            match own.alarm {
                Alarm::Below => tell!(
                    "setbacks-signpost-below",
                    what = what,
                    mark = mark,
                    year = year,
                    hits = hits,
                    others = alarms,
                    wrong = wrong
                ),
                Alarm::Above => tell!(
                    "setbacks-signpost-above",
                    what = what,
                    mark = mark,
                    year = year,
                    hits = hits,
                    others = alarms,
                    wrong = wrong
                ),
            }
        }
        Announced::Outcome {
            node,
            outcome,
            year,
        } => tell!(
            "setbacks-signpost-outcome",
            node = title(scenario, node),
            outcome = title_of_outcome(scenario, node, outcome),
            year = year.to_string(),
            hits = hits,
            others = alarms,
            wrong = wrong
        ),
    }
}

/// How good a signpost is in runs that did not choose its threshold.
#[must_use]
pub fn sign_score(early: &Early) -> String {
    let own = &early.signpost;
    tell!(
        "setbacks-signpost-score",
        score = of_100(own.unseen),
        low = of_100(own.range[0]),
        high = of_100(own.range[1])
    )
}

/// A signpost as the file keeps it; who watches is for the room to say.
#[must_use]
pub fn adopted(scenario: &Scenario, early: &Early) -> Signpost {
    let own = &early.signpost;
    let threshold = match &early.what {
        Announced::Outcome { .. } => tell!("setbacks-adopt-happens"),
        Announced::Indicator { key, year } => {
            let mark = mark(&Subject::Indicator(key.clone()), own.threshold);
            let year = year.to_string();
            match own.alarm {
                Alarm::Below => tell!("setbacks-adopt-threshold-below", mark = mark, year = year),
                Alarm::Above => tell!("setbacks-adopt-threshold-above", mark = mark, year = year),
            }
        }
    };
    Signpost {
        watch: watched(scenario, &early.what),
        source: tell!("setbacks-adopt-source", source = source(&early.what)),
        threshold,
        who: String::new(),
        then: tell!(
            "setbacks-adopt-then",
            hits = of_100(own.hits),
            others = of_100(own.false_alarms)
        ),
    }
}

/// Where somebody could read it.
fn source(what: &Announced) -> String {
    match what {
        Announced::Outcome { .. } => tell!("setbacks-source-event"),
        Announced::Indicator { key, .. } => match key.as_str() {
            "coverage_gap" => tell!("setbacks-source-signal"),
            "ai_adoption" | "augmented" | "readiness" => tell!("setbacks-source-adoption"),
            "displaced_cum" | "informal_proxy" => tell!("setbacks-source-work"),
            "incidents_cum" => tell!("setbacks-source-incidents"),
            "trust" => tell!("setbacks-source-trust"),
            _ => tell!("setbacks-source-use"),
        },
    }
}
