//! Why a checked scenario still cannot be simulated.

use super::condition::of_condition;
use super::{Said, baseline};
use crate::scenario::Place;
use crate::seeds::catalogue;
use crate::sim::PlanError;
use crate::sim::sample::{Change, CopulaError};
use crate::tell;
use crate::words::Value;
use crate::words::numbers::exact;

/// The sentence, and the place of the scenario that it is about.
pub(super) fn of_plan(error: &PlanError) -> (Said, Place) {
    let top = Place::top();
    let said = |code: &'static str, values: &[(&str, Value<'_>)]| Said::new("plan", code, values);
    match error {
        PlanError::Baseline(error) => (
            baseline::said(error),
            top.field("setting").field("baseline"),
        ),
        PlanError::Condition(fault) => (
            Said {
                code: "condition",
                message: of_condition(fault),
                help: None,
            },
            top,
        ),
        PlanError::UnknownWildcard(id) => (
            said("unknown-wildcard", &[("id", Value::from(id))]),
            top.field("wildcards"),
        ),
        PlanError::Correlations(CopulaError::Impossible(changes)) => {
            let changes: Vec<String> = changes.iter().map(change).collect();
            let said = said(
                "impossible-correlations",
                &[("changes", Value::from(changes.join("; ")))],
            );
            (said, top.field("correlations"))
        }
        PlanError::Correlations(other) => (
            said("other", &[("reason", Value::from(other.to_string()))]),
            top.field("correlations"),
        ),
        other => (
            said("other", &[("reason", Value::from(other.to_string()))]),
            top,
        ),
    }
}

/// What a pair would have to become.
fn change(change: &Change) -> String {
    let name = |number: usize| {
        catalogue()
            .parameters
            .get(number)
            .map_or_else(|| number.to_string(), |p| p.id.clone())
    };
    tell!(
        "correlation-change",
        first = name(change.first),
        second = name(change.second),
        given = exact(change.given.unwrap_or(0.0)),
        nearest = exact(change.nearest),
    )
}
