//! `foretree setbacks`: what runs that end in a setback have in common, and what announces them.

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use serde_json::json;

use super::arguments::{Format, How};
use super::data::json;
use super::engine::{plan_options, quoted, refused, threads, told, typed};
use super::failure::{Failure, Kind};
use super::interrupt;
use super::new::unknown;
use super::output;
use super::progress::Progress;
use super::source::scenario;
use crate::analysis::setbacks::signposts::Alarm;
use crate::files::Loaded;
use crate::live::{
    BUDGET, Results, RunWish, Selection, SetbackKind, SetbackTrouble, SetbackWish, Subject,
    early_signs, setback_tree, setbacks as found_setbacks, simulate,
};
use crate::report::fill::{few_draws_left, run_line, scenario_line};
use crate::report::notes::tell_notes;
use crate::report::run::Note;
use crate::report::setbacks::{
    Answered, KindLine, SetbacksReport, option_report, setbacks_csv, setbacks_text,
};
use crate::scenario::{Node, nearest};
use crate::seeds::catalogue;
use crate::tell;
use crate::words::setbacks as words;
use crate::words::subjects;

#[derive(Debug, Args)]
pub(crate) struct Setbacks {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "KEY")]
    pub indicator: Option<String>,
    #[arg(long, value_name = "ID", requires = "indicator")]
    pub cohort: Option<String>,
    #[arg(long, value_name = "Y", requires = "indicator")]
    pub year: Option<i32>,
    #[arg(
        long,
        value_name = "X",
        requires = "indicator",
        allow_hyphen_values = true
    )]
    pub below: Option<String>,
    #[arg(
        long,
        value_name = "X",
        requires = "indicator",
        conflicts_with = "below",
        allow_hyphen_values = true
    )]
    pub above: Option<String>,
    #[arg(long, value_name = "OPTION")]
    pub option: Option<String>,
    #[arg(long, value_name = "Y", default_value_t = SetbackWish::UNTIL)]
    pub until: i32,
    #[arg(long)]
    pub cart: bool,
    #[command(flatten)]
    pub how: How,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Format,
}

/// What setbacks share, in the format asked for.
///
/// # Errors
///
/// Files that cannot be read, wrong scenarios, unknown indicators, options and years, Ctrl-C.
pub(crate) fn setbacks(asked: &Setbacks) -> Result<String, Failure> {
    let loaded = scenario(&asked.file)?;
    let kind = kind(asked)?;
    let results = simulated(asked, &loaded)?;
    let plan = Arc::clone(&results.ensemble.plan);
    let answers = answers(asked, &kind, &results)?;
    let options = answers.iter();
    let report = SetbacksReport {
        scenario: scenario_line(&loaded.scenario),
        run: told(&asked.how, run_line(&plan, results.draws())),
        setback: kind_line(&kind, results.last_year()),
        until: asked.until,
        options: options
            .map(|answered| option_report(&loaded.scenario, &plan, answered))
            .collect(),
        notes: notes(&results),
    };
    Ok(match asked.format {
        Format::Json => json(&json!(report)),
        Format::Csv => setbacks_csv(&report),
        Format::Text => setbacks_text(
            &report,
            &loaded.scenario,
            &plan,
            &answers,
            &command(asked),
            output::look(),
        ),
    })
}

fn simulated(asked: &Setbacks, loaded: &Loaded) -> Result<Results, Failure> {
    let plan = plan_options(&asked.how);
    let wish = RunWish {
        draws: plan.draws,
        seed: plan.seed,
        sampling: plan.sampling,
        threads: Some(threads(&asked.how)),
        budget: asked.how.memory.map_or(BUDGET, |mib| (mib as usize) << 20),
        stress: plan.stress,
        median: plan.median,
        condition: plan.condition,
    };
    let bar = RefCell::new(Progress::new(output::look().ascii));
    let results = simulate(&Arc::new(loaded.scenario.clone()), &wish, &mut |share| {
        bar.borrow_mut().set(share);
        !interrupt::requested()
    });
    if interrupt::requested() {
        return Err(Failure::new(Kind::Interrupted, tell!("fault-interrupted")));
    }
    results.map_err(|error| refused(loaded, &error))
}

/// Decisions further down that are open too are mixed into every number.
fn notes(results: &Results) -> Vec<Note> {
    let open = results
        .scenario
        .tree
        .nodes
        .values()
        .filter(|node| matches!(node, Node::Decision(decision) if decision.choose.is_none()));
    let note = Note {
        id: "further_down".to_owned(),
        text: tell!("compare-mixed"),
        values: indexmap::IndexMap::default(),
    };
    let further = (open.count() > 1).then_some(note);
    let mut few: Vec<Note> = few_draws_left(&results.ensemble).into_iter().collect();
    tell_notes(&mut few);
    further.into_iter().chain(few).collect()
}

/// One answer per option of the open decision, or for the one asked for.
fn answers(
    asked: &Setbacks,
    kind: &SetbackKind,
    results: &Results,
) -> Result<Vec<Answered>, Failure> {
    let plan = &results.ensemble.plan;
    let selections = match (&asked.option, &plan.open) {
        (None, _) => Selection::headline(plan),
        (Some(name), open) => {
            let options = open.as_ref().map(|open| open.options.as_slice());
            let options = options.unwrap_or_default();
            let short = name
                .split_once('.')
                .map_or(name.as_str(), |(_, option)| option);
            let place = options.iter().position(|own| own == short);
            let place = place.ok_or_else(|| {
                unknown(
                    "option",
                    name,
                    nearest(short, options.iter().map(String::as_str)),
                )
            })?;
            vec![Selection::Option(place)]
        }
    };
    let mut answers = Vec::new();
    for selection in selections {
        let wish = SetbackWish {
            kind: kind.clone(),
            selection,
            until: asked.until,
        };
        let found = found_setbacks(results, &wish);
        if let Err(problem) = &found.boxes {
            refuse(problem)?;
        }
        answers.push(Answered {
            option: selection.option(),
            early: early_signs(results, &wish),
            tree: asked.cart.then(|| setback_tree(results, &wish)),
            setbacks: found,
        });
    }
    Ok(answers)
}

/// Questions that no number of draws could answer are wrong on the command line.
fn refuse(problem: &SetbackTrouble) -> Result<(), Failure> {
    match problem {
        SetbackTrouble::Cases(_) => Ok(()),
        _ => Err(Failure::usage(words::trouble(problem))),
    }
}

/// What counts as a setback, from what was typed.
fn kind(asked: &Setbacks) -> Result<SetbackKind, Failure> {
    let Some(key) = &asked.indicator else {
        return Ok(SetbackKind::Any);
    };
    let subject = subject(key, asked.cohort.as_deref())?;
    let scale = subjects::scale(&subject, &[]);
    let value = |text: &str| {
        // Plain numbers are in the unit of the JSON; a percent sign says so.
        let percent = text.trim().ends_with('%');
        let number = crate::words::numbers::typed(text);
        let number = if percent { scale.typed(text) } else { number };
        let number =
            number.ok_or_else(|| Failure::usage(tell!("setbacks-no-number", text = text)))?;
        super::backcast::not_percent(&subject, text, number)?;
        Ok(number)
    };
    let side = match (&asked.below, &asked.above) {
        (Some(text), _) => Some((Alarm::Below, value(text)?)),
        (None, Some(text)) => Some((Alarm::Above, value(text)?)),
        (None, None) => None,
    };
    match side {
        Some((side, threshold)) => Ok(SetbackKind::Beyond {
            subject,
            year: asked.year,
            side,
            threshold,
        }),
        None if subjects::is_share_of_runs(&subject) => Ok(SetbackKind::Kind(key.clone())),
        None => Err(Failure::usage(tell!("setbacks-no-threshold", key = key))),
    }
}

/// An indicator, or a measure of one cohort: `offline --cohort poor_women`, `offline:poor_women`.
fn subject(key: &str, cohort: Option<&str>) -> Result<Subject, Failure> {
    let name = match cohort {
        Some(cohort) => format!("{key}:{cohort}"),
        None => key.to_owned(),
    };
    Subject::parse(&name).ok_or_else(|| {
        let known = catalogue().indicators.iter().map(|own| own.key.as_str());
        unknown("indicator", &name, nearest(key, known))
    })
}

fn kind_line(kind: &SetbackKind, last: i32) -> KindLine {
    let (id, subject, year, side) = match kind {
        SetbackKind::Any => ("any", None, None, None),
        SetbackKind::Kind(key) => (key.as_str(), Some(key.clone()), None, None),
        SetbackKind::Beyond {
            subject,
            year,
            side,
            threshold,
        } => (
            "threshold",
            Some(subject.key()),
            *year,
            Some((*side, *threshold)),
        ),
    };
    let beyond = |wanted: Alarm| side.filter(|(own, _)| *own == wanted).map(|(_, x)| x);
    KindLine {
        kind: id.to_owned(),
        subject,
        year: year.unwrap_or(last),
        below: beyond(Alarm::Below),
        above: beyond(Alarm::Above),
        text: words::kind(kind, last),
    }
}

/// What to type to see the same again.
fn command(asked: &Setbacks) -> String {
    let mut all = vec!["foretree".to_owned(), "setbacks".to_owned()];
    all.extend(typed(&asked.how));
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            all.extend([format!("--{name}"), value]);
        }
    };
    add("indicator", asked.indicator.clone());
    add("cohort", asked.cohort.clone());
    add("year", asked.year.map(|year| year.to_string()));
    add("below", asked.below.clone());
    add("above", asked.above.clone());
    add("option", asked.option.clone());
    let until = Some(asked.until).filter(|year| *year != SetbackWish::UNTIL);
    add("until", until.map(|year| year.to_string()));
    if asked.cart {
        all.push("--cart".to_owned());
    }
    all.push(asked.file.display().to_string());
    let all: Vec<String> = all.iter().map(|word| quoted(word)).collect();
    all.join(" ")
}
