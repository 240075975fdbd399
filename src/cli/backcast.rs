//! `foretree backcast`: from a target back to the paths that reach it, and until when a decision
//! still helps.

use std::cell::RefCell;
use std::sync::Arc;

use serde_json::json;

use super::arguments::{Backcast, Format};
use super::data::json;
use super::engine::{refused, typed, wish as how_to_run};
use super::failure::{Failure, Kind};
use super::interrupt;
use super::new::unknown;
use super::output;
use super::progress::Progress;
use super::source::scenario;
use crate::analysis::backcast::{Helps, Side, Target};
use crate::live::backcast::{BackcastError, BackcastWish, DRAWS, backcast as back};
use crate::live::{CohortMeasure, Subject, simulate};
use crate::report::backcast::{BackcastReport, backcast_csv};
use crate::report::backcast_text::backcast_text;
use crate::report::run::Better;
use crate::scenario::{Node, Scenario, nearest};
use crate::seeds::catalogue;
use crate::tell;
use crate::words::numbers;
use crate::words::waiting::fault;

/// Share of the work that the first run is.
const FIRST: f64 = 0.2;

/// The way back in the format asked for.
///
/// # Errors
///
/// Files that cannot be read, wrong scenarios, unknown indicators, cohorts and decisions, Ctrl-C.
pub(crate) fn backcast(asked: &Backcast) -> Result<String, Failure> {
    let loaded = scenario(&asked.file)?;
    let subject = subject(&asked.indicator, asked.cohort.as_deref())?;
    let threshold = numbers::typed(&asked.reach)
        .ok_or_else(|| Failure::usage(tell!("back-fault-reach", text = &asked.reach)))?;
    not_percent(&subject, &asked.reach, threshold)?;
    let wish = BackcastWish {
        target: Target {
            threshold,
            side: match subject.better() {
                Better::Down => Side::AtMost,
                Better::Up | Better::Context => Side::AtLeast,
            },
        },
        subject,
        year: asked.by,
        decision: asked.decision.clone(),
        helps: Helps {
            least: f64::from(asked.least) / 100.0,
            ..Helps::default()
        },
        draws: asked.how.draws.unwrap_or(DRAWS).min(DRAWS),
    };
    let bar = RefCell::new(Progress::new(output::look().ascii));
    let mut first = |share: f64| {
        bar.borrow_mut().set(FIRST * share);
        !interrupt::requested()
    };
    let scenario = Arc::new(loaded.scenario.clone());
    let results = simulate(&scenario, &how_to_run(&asked.how), &mut first)
        .map_err(|e| refused(&loaded, &e))?;
    let mut rest = |share: f64| {
        bar.borrow_mut().set(FIRST + (1.0 - FIRST) * share);
        !interrupt::requested()
    };
    let found = back(&results, &wish, &mut rest);
    if interrupt::requested() {
        return Err(Failure::new(Kind::Interrupted, tell!("fault-interrupted")));
    }
    let found = found.map_err(|error| failure(&error, &wish.subject, &scenario))?;
    drop(bar);
    Ok(shown(&found.report(&results), asked))
}

fn shown(report: &BackcastReport, asked: &Backcast) -> String {
    match asked.format {
        Format::Text => backcast_text(report, &command(asked), output::look()),
        Format::Json => json(&json!(report)),
        Format::Csv => backcast_csv(report),
    }
}

/// Refuses 60 for a share where 60 % is meant: nothing could ever reach it.
pub(super) fn not_percent(subject: &Subject, text: &str, value: f64) -> Result<(), Failure> {
    let meant = matches!(subject.unit().as_str(), "share" | "probability");
    if !meant || text.trim().ends_with('%') || !(1.5..=100.0).contains(&value) {
        return Ok(());
    }
    Err(Failure::usage(tell!(
        "back-fault-percent",
        text = text.trim(),
        percent = numbers::whole(value * 100.0),
        share = numbers::catalogued(value / 100.0)
    )))
}

/// The subject that a key and a cohort name.
fn subject(key: &str, cohort: Option<&str>) -> Result<Subject, Failure> {
    let Some(cohort) = cohort else {
        let known = catalogue().indicators.iter().map(|i| i.key.as_str());
        return Subject::parse(key).ok_or_else(|| unknown("indicators", key, nearest(key, known)));
    };
    let all = CohortMeasure::ALL.into_iter();
    let named = all.clone().find(|measure| measure.key() == key);
    // Use stands behind being offline too: its own name means being online.
    let series = all
        .filter(|measure| *measure != CohortMeasure::Offline)
        .find(|measure| measure.series_key() == key);
    let measure = named.or(series).ok_or_else(|| {
        let known: Vec<&str> = CohortMeasure::ALL.iter().map(|m| m.key()).collect();
        Failure::usage(tell!(
            "back-fault-cohort",
            key = key,
            known = known.join(", ")
        ))
    })?;
    Ok(Subject::Cohort(measure, cohort.to_owned()))
}

fn failure(error: &BackcastError, subject: &Subject, scenario: &Scenario) -> Failure {
    let message = match error {
        BackcastError::NoDecision(id)
            if matches!(scenario.tree.nodes.get(id), Some(Node::Chance(_))) =>
        {
            tell!("back-fault-chance", node = id)
        }
        BackcastError::NoDecision(id) => {
            let decisions = scenario.tree.nodes.iter();
            let decisions = decisions.filter(|(_, node)| matches!(node, Node::Decision(_)));
            let known = decisions.map(|(id, _)| id.as_str());
            let message = fault(error, &subject.label());
            match nearest(id, known) {
                Some(name) => tell!(
                    "with-hint",
                    message = message,
                    hint = tell!("did-you-mean", name = name)
                ),
                None => message,
            }
        }
        error => fault(error, &subject.label()),
    };
    Failure::usage(message)
}

/// What to type to see the same again.
fn command(asked: &Backcast) -> String {
    let mut words = vec!["foretree".to_owned(), "backcast".to_owned()];
    words.extend(typed(&asked.how));
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            words.extend([format!("--{name}"), value]);
        }
    };
    add("indicator", Some(asked.indicator.clone()));
    add("cohort", asked.cohort.clone());
    add("reach", Some(asked.reach.replace(' ', "")));
    add("by", asked.by.map(|year| year.to_string()));
    add("decision", asked.decision.clone());
    add("least", (asked.least != 1).then(|| asked.least.to_string()));
    words.push(asked.file.display().to_string());
    words.join(" ")
}
