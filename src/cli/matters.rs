//! `foretree matters`: what moves an outcome most.

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, ValueEnum};
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
use crate::files::Loaded;
use crate::live::matters::{Matters, MattersFault, MattersRow, MattersWish, exact, matters};
use crate::live::{Results, RunWish, Selection, Subject, simulate, subjects};
use crate::report::fill::{run_line, scenario_line};
use crate::report::matters::{
    MattersReport, OptionMatters, fill_exact, fill_option, matters_csv, matters_text, subject_line,
};
use crate::report::notes::tell_notes;
use crate::report::run::Note;
use crate::scenario::nearest;
use crate::sim::Plan;
use crate::tell;

/// Base draws of a design, unless draws are typed.
const BASE_DRAWS: u32 = 1_024;

#[derive(Debug, Args)]
pub(crate) struct MattersArgs {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "KEY", default_value = "offline:poor_women")]
    pub indicator: String,
    #[arg(long, value_name = "YEAR")]
    pub year: Option<i32>,
    #[arg(long, value_name = "OPTION")]
    pub option: Option<String>,
    #[arg(long, value_enum, default_value_t, value_name = "METHOD")]
    pub method: Method,
    #[arg(long, value_enum, default_value_t, value_name = "DESIGN")]
    pub design: Design,
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u16).range(1..))]
    pub top: u16,
    #[command(flatten)]
    pub how: How,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Format,
}

/// What the ranking follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Method {
    #[default]
    Share,
    Total,
    Rank,
    Pawn,
    Delta,
    All,
}

/// Which draws it rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Design {
    #[default]
    Given,
    Saltelli,
}

/// What matters, in the format asked for.
///
/// # Errors
///
/// Files that cannot be read, wrong scenarios, unknown indicators, options or years, Ctrl-C.
pub(crate) fn matters_command(asked: &MattersArgs) -> Result<String, Failure> {
    let loaded = scenario(&asked.file)?;
    let bar = RefCell::new(Progress::new(output::look().ascii));
    let results = simulated(asked, loaded, &bar)?;
    let subject = subject(asked, &results)?;
    within_years(asked, &results)?;
    let options = selections(asked, &results)?;
    let found = options.into_iter().map(|(selection, name)| {
        let wish = MattersWish {
            subject: subject.clone(),
            year: asked.year,
            selection,
            methods: asked.method >= Method::Pawn || asked.format != Format::Text,
        };
        one(asked, &results, &wish, name, &bar)
    });
    let found = found.collect::<Result<Vec<OptionMatters>, Failure>>()?;
    drop(bar);
    let mut report = MattersReport {
        scenario: scenario_line(&results.scenario),
        run: told(
            &asked.how,
            run_line(&results.ensemble.plan, results.draws()),
        ),
        subject: subject_line(&subject),
        year: asked.year.unwrap_or_else(|| results.last_year()),
        ranked_by: asked.method.key().to_owned(),
        options: found,
        notes: notes(&results),
    };
    tell_notes(&mut report.notes);
    let methods = asked.method != Method::Share;
    Ok(match asked.format {
        Format::Text => {
            let shown = (usize::from(asked.top), methods);
            matters_text(&report, shown, &command(asked), output::look())
        }
        Format::Json => json(&json!(report)),
        Format::Csv => matters_csv(&report),
    })
}

impl Method {
    fn key(self) -> &'static str {
        match self {
            Method::Share | Method::All => "share",
            Method::Total => "total",
            Method::Rank => "rank",
            Method::Pawn => "pawn",
            Method::Delta => "delta",
        }
    }

    /// What a row is ranked by.
    fn strength(self, row: &MattersRow) -> f64 {
        match self {
            Method::Share | Method::All => row.share.value,
            Method::Total => row.total.map_or(row.share.value, |total| total.value),
            Method::Rank => row.correlation.map_or(0.0, f64::abs),
            Method::Pawn => row.pawn.map_or(0.0, |pawn| pawn.median.value),
            Method::Delta => row.delta.map_or(0.0, |delta| delta.value),
        }
    }
}

fn simulated(
    asked: &MattersArgs,
    loaded: Loaded,
    bar: &RefCell<Progress>,
) -> Result<Results, Failure> {
    let plan = plan_options(&asked.how);
    Plan::compile(&loaded.scenario, &plan).map_err(|error| refused(&loaded, &error))?;
    let usual = RunWish::default();
    let wish = RunWish {
        draws: plan.draws,
        seed: plan.seed,
        sampling: plan.sampling,
        threads: Some(threads(&asked.how)),
        budget: asked
            .how
            .memory
            .map_or(usual.budget, |mib| (mib as usize) << 20),
        stress: plan.stress,
        median: plan.median,
        condition: plan.condition,
    };
    let scenario = Arc::new(loaded.scenario.clone());
    let results = simulate(&scenario, &wish, &mut |share| {
        bar.borrow_mut().set(share);
        !interrupt::requested()
    });
    stopped()?;
    results.map_err(|error| refused(&loaded, &error))
}

fn stopped() -> Result<(), Failure> {
    match interrupt::requested() {
        true => Err(Failure::new(Kind::Interrupted, tell!("fault-interrupted"))),
        false => Ok(()),
    }
}

/// What was asked about; use of a cohort may be called `usage` as in reports.
fn subject(asked: &MattersArgs, results: &Results) -> Result<Subject, Failure> {
    let key = asked.indicator.replace("usage:", "online:");
    let plan = &results.ensemble.plan;
    let there: Vec<Subject> = subjects(plan)
        .into_iter()
        .flat_map(|g| g.subjects)
        .collect();
    let known = Subject::parse(&key).filter(|subject| subject.available(plan));
    known.ok_or_else(|| {
        let keys: Vec<String> = there.iter().map(Subject::key).collect();
        let near = nearest(&key, keys.iter().map(String::as_str));
        unknown("indicator", &asked.indicator, near)
    })
}

fn within_years(asked: &MattersArgs, results: &Results) -> Result<(), Failure> {
    let years = results.years();
    let outside = asked.year.filter(|year| !years.contains(year));
    match (outside, years.first(), years.last()) {
        (Some(_), Some(first), Some(last)) => Err(Failure::usage(tell!(
            "ranked-year",
            first = first.to_string(),
            last = last.to_string()
        ))),
        _ => Ok(()),
    }
}

/// Node, id and title of an option.
type Named = Option<(String, String, String)>;

/// One selection per option of the open decision, or the one asked for.
fn selections(asked: &MattersArgs, results: &Results) -> Result<Vec<(Selection, Named)>, Failure> {
    let plan = &results.ensemble.plan;
    let Some(open) = &plan.open else {
        return match &asked.option {
            Some(option) => Err(unknown("option", option, None)),
            None => Ok(vec![(Selection::Everything, None)]),
        };
    };
    let title = |id: &String| {
        let node = results.scenario.tree.nodes.get(&open.node)?;
        let outcomes = node.outcomes();
        let found = outcomes.iter().find(|outcome| outcome.id == *id)?;
        Some(found.title.to_owned())
    };
    let named = |(number, id): (usize, &String)| {
        let title = title(id).unwrap_or_else(|| id.clone());
        let name = (open.node.clone(), id.clone(), title);
        (Selection::Option(number), Some(name))
    };
    let all = open.options.iter().enumerate();
    let wanted = all.filter(|(_, id)| asked.option.as_ref().is_none_or(|option| option == *id));
    let found: Vec<(Selection, Named)> = wanted.map(named).collect();
    match (&asked.option, found.is_empty()) {
        (Some(option), true) => {
            let near = nearest(option, open.options.iter().map(String::as_str));
            Err(unknown("option", option, near))
        }
        _ => Ok(found),
    }
}

fn one(
    asked: &MattersArgs,
    results: &Results,
    wish: &MattersWish,
    name: Named,
    bar: &RefCell<Progress>,
) -> Result<OptionMatters, Failure> {
    let mut found = matters(results, wish);
    if let Ok(found) = &mut found {
        let strength = |row: &MattersRow| asked.method.strength(row);
        found.rows.sort_by(|a, b| {
            let order = strength(b).total_cmp(&strength(a));
            a.noise.cmp(&b.noise).then(order)
        });
    }
    let mut filled = fill_option(&results.scenario, name, &found);
    if let (Design::Saltelli, Ok(found)) = (asked.design, &found) {
        match exactly(asked, results, wish, found, bar) {
            Ok(exact) => filled.exact = Some(fill_exact(&results.scenario, &exact)),
            Err(fault) => filled.fault = Some(crate::words::ranked::fault(fault)),
        }
        stopped()?;
    }
    Ok(filled)
}

fn exactly(
    asked: &MattersArgs,
    results: &Results,
    wish: &MattersWish,
    found: &Matters,
    bar: &RefCell<Progress>,
) -> Result<crate::live::matters::Exactly, MattersFault> {
    let base = asked.how.draws.unwrap_or(BASE_DRAWS);
    exact(results, wish, base, found.between_draws, &mut |share| {
        bar.borrow_mut().set(share);
        !interrupt::requested()
    })
}

/// What the numbers leave open.
fn notes(results: &Results) -> Vec<Note> {
    let plan = &results.ensemble.plan;
    let note = |id: &str| Note {
        id: id.to_owned(),
        ..Note::default()
    };
    let open = |path: &crate::sim::plan::Path| {
        let open = |factor: &&crate::sim::odds::Factor| {
            matches!(factor, crate::sim::odds::Factor::OpenOption(_))
        };
        path.factors.iter().filter(open).count() > 1
    };
    let mixed = plan.paths.iter().any(open).then(|| note("matters-mixed"));
    let together = plan.copula.as_ref().map(|_| note("matters-correlated"));
    mixed.into_iter().chain(together).collect()
}

/// What to type to see the same again.
fn command(asked: &MattersArgs) -> String {
    let mut words = vec!["foretree".to_owned(), "matters".to_owned()];
    words.extend(typed(&asked.how));
    words.extend(["--indicator".to_owned(), asked.indicator.clone()]);
    if let Some(year) = asked.year {
        words.extend(["--year".to_owned(), year.to_string()]);
    }
    if let Some(option) = &asked.option {
        words.extend(["--option".to_owned(), option.clone()]);
    }
    if asked.design == Design::Saltelli {
        words.extend(["--design".to_owned(), "saltelli".to_owned()]);
    }
    words.push(asked.file.display().to_string());
    let words = words.iter().map(|word| quoted(word));
    words.collect::<Vec<String>>().join(" ")
}
