//! `foretree run`: one scenario, or a saved result of one.

use std::cell::RefCell;
use std::fs;
use std::io::Read;
use std::path::Path;

use serde_json::json;

use super::arguments::{Format, How, Run};
use super::data::json;
use super::engine::{plan_options, quoted, simulate, threads, told, typed};
use super::failure::{Failure, Kind};
use super::output;
use super::progress::Progress;
use super::source::{failed, scenario};
use crate::analysis::convergence::{Enough, next_draws};
use crate::analysis::weights::Weights;
use crate::files::{self, Fault, Loaded};
use crate::report::fill::{Material, run_report};
use crate::report::notes::tell_notes;
use crate::report::precision::{Target, enough, precision};
use crate::report::run::{Note, RunReport};
use crate::report::run_csv::run_csv;
use crate::report::run_text::run_text;
use crate::report::saved::{FORMAT, Saved, SavedFault};
use crate::scenario::Scenario;
use crate::sim::Ensemble;
use crate::tell;
use crate::words::tell;

/// Bytes in which the first sign of a file must stand.
const BEGINNING: u64 = 4096;

/// What was found, in the format asked for; with `--save` also kept in a file.
///
/// # Errors
///
/// Files that cannot be read or written, wrong scenarios, unknown wildcards, Ctrl-C.
pub(crate) fn run(asked: &Run) -> Result<String, Failure> {
    match saved(&asked.file)? {
        Some(saved) => shown_again(asked, &saved),
        None => simulated(asked),
    }
}

fn simulated(asked: &Run) -> Result<String, Failure> {
    let loaded = scenario(&asked.file)?;
    let bar = RefCell::new(Progress::new(output::look().ascii));
    let (ensemble, how) = match asked.until_precise {
        None => (
            simulate(
                &loaded,
                &plan_options(&asked.how),
                &asked.how,
                &bar,
                (0.0, 1.0),
            )?,
            asked.how.clone(),
        ),
        Some(target) => until_precise(&loaded, &asked.how, target, &bar)?,
    };
    let mut report = run_report(&loaded.scenario, &ensemble, threads(&how));
    if let Some(target) = asked.until_precise {
        reached(&loaded.scenario, &ensemble, target, &mut report);
    }
    report.run = told(&asked.how, report.run);
    tell_notes(&mut report.notes);
    drop(bar);
    let file = asked.file.display().to_string();
    let options = typed(&how);
    if let Some(target) = &asked.save {
        let saved = Saved {
            foretree_result: FORMAT,
            file: file.clone(),
            scenario: files::to_ron(&loaded.scenario),
            options: options.clone(),
            report: report.clone(),
        };
        save(&saved, target, &asked.file)?;
    }
    Ok(shown(&report, asked.format, &command(&file, &options)))
}

/// Doubles the draws until the headline is exact enough; the options with that number of draws
/// give the same bits. Each try is a run of its own, since a design of twice as many draws does not
/// begin with the smaller one.
fn until_precise(
    loaded: &Loaded,
    how: &How,
    target: Target,
    bar: &RefCell<Progress>,
) -> Result<(Ensemble, How), Failure> {
    let mut how = how.clone();
    loop {
        let ensemble = simulate(loaded, &plan_options(&how), &how, bar, (0.0, 1.0))?;
        let draws = ensemble.plan.asked;
        how.draws = Some(draws);
        let found = with_material(&loaded.scenario, &ensemble, |material| {
            enough(material, target)
        });
        let found = found.unwrap_or(Enough::Yes);
        match next_draws(u64::from(draws), found, u64::from(MOST_DRAWS)) {
            None => return Ok((ensemble, how)),
            Some(next) => how.draws = u32::try_from(next).ok(),
        }
    }
}

/// Most draws that are tried for the sake of precision.
const MOST_DRAWS: u32 = 1_000_000;

/// Says in the report what was asked for, and whether it was reached.
fn reached(scenario: &Scenario, ensemble: &Ensemble, target: Target, report: &mut RunReport) {
    report.precision = with_material(scenario, ensemble, |material| {
        precision(material, Some(target))
    });
    let met = report.precision.as_ref().and_then(|found| found.enough);
    if report.precision.is_some() && met != Some(true) {
        report.notes.push(Note {
            id: "not-precise".to_owned(),
            values: [("most".to_owned(), json!(MOST_DRAWS))]
                .into_iter()
                .collect(),
            ..Note::default()
        });
    }
}

fn with_material<T>(
    scenario: &Scenario,
    ensemble: &Ensemble,
    ask: impl FnOnce(&Material<'_>) -> T,
) -> T {
    ask(&Material {
        scenario,
        ensemble,
        weights: &Weights::new(ensemble),
        threads: 1,
    })
}

/// The report in the format asked for.
fn shown(report: &RunReport, format: Format, command: &str) -> String {
    match format {
        Format::Text => run_text(report, command, output::look()),
        Format::Json => json(&json!(report)),
        Format::Csv => run_csv(report),
    }
}

/// What to type to see the same again.
fn command(file: &str, options: &[String]) -> String {
    let words = ["foretree", "run"].map(str::to_owned).into_iter();
    let words = words.chain(options.iter().map(|word| quoted(word)));
    words.chain([quoted(file)]).collect::<Vec<_>>().join(" ")
}

/// Replaces the result file in one step, but never the scenario itself.
fn save(saved: &Saved, target: &Path, scenario: &Path) -> Result<(), Failure> {
    let same = fs::canonicalize(target)
        .ok()
        .zip(fs::canonicalize(scenario).ok());
    if same.is_some_and(|(target, scenario)| target == scenario) {
        return Err(Failure::usage(tell!("save-over-scenario")));
    }
    let text = saved
        .to_json()
        .map_err(|error| Failure::new(Kind::File, error.to_string()))?;
    files::write_atomically(target, text.as_bytes())
        .map_err(|error| failed(&Fault::Unwritable(target.to_owned(), error.to_string())))
}

/// The result file behind a name; `None` if the file is a scenario or does not exist.
fn saved(path: &Path) -> Result<Option<Saved>, Failure> {
    let Some(bytes) = json_in(path) else {
        return Ok(None);
    };
    let file = path.display().to_string();
    let told = |id: &str, place: (usize, usize), reason: String, format: u64| {
        let values = [
            ("file", file.as_str().into()),
            ("line", place.0.into()),
            ("column", place.1.into()),
            ("reason", reason.into()),
            ("format", format.to_string().into()),
            ("known", FORMAT.to_string().into()),
        ];
        Failure::new(Kind::Scenario, tell(id, &values))
    };
    Saved::parse(&bytes).map(Some).map_err(|fault| match fault {
        SavedFault::Newer { format } => told("saved-newer", (0, 0), String::new(), format),
        SavedFault::NoResult => told("saved-no-result", (0, 0), String::new(), 0),
        SavedFault::Broken {
            line,
            column,
            reason,
        } => told("saved-broken", (line, column), reason, 0),
    })
}

/// The bytes of a file that begins like JSON. Pipes are left alone: looking at one empties it.
fn json_in(path: &Path) -> Option<Vec<u8>> {
    if !fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let mut beginning = Vec::new();
    fs::File::open(path)
        .ok()?
        .take(BEGINNING)
        .read_to_end(&mut beginning)
        .ok()?;
    if !Saved::looks_like(&beginning) {
        return None;
    }
    fs::read(path).ok()
}

fn shown_again(asked: &Run, saved: &Saved) -> Result<String, Failure> {
    if !typed(&asked.how).is_empty()
        || asked.until_precise.is_some()
        || asked.save.is_some()
        || has_threads(&asked.how)
    {
        return Err(Failure::usage(tell!(
            "saved-no-options",
            file = &saved.file
        )));
    }
    let file = asked.file.display().to_string();
    output::complain(&tell!("saved-shown", file = &file, scenario = &saved.file));
    Ok(shown(
        &saved.report,
        asked.format,
        &command(&saved.file, &saved.options),
    ))
}

fn has_threads(how: &How) -> bool {
    how.threads.is_some()
}
