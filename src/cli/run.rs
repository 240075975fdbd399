//! `foretree run`: one scenario, or a saved result of one.

use std::cell::RefCell;
use std::fs;
use std::io::Read;
use std::path::Path;

use serde_json::json;

use super::arguments::{Format, How, Run};
use super::data::json;
use super::engine::{plan_options, simulate, threads, typed};
use super::failure::{Failure, Kind};
use super::output;
use super::progress::Progress;
use super::source::{failed, scenario};
use crate::files::{self, Fault};
use crate::report::fill::run_report;
use crate::report::notes::tell_notes;
use crate::report::run::RunReport;
use crate::report::run_csv::run_csv;
use crate::report::run_text::run_text;
use crate::report::saved::{FORMAT, Saved, SavedFault};
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
    let ensemble = simulate(
        &loaded,
        &plan_options(&asked.how),
        &asked.how,
        &bar,
        (0.0, 1.0),
    )?;
    let mut report = run_report(&loaded.scenario, &ensemble, threads(&asked.how));
    tell_notes(&mut report.notes);
    drop(bar);
    let file = asked.file.display().to_string();
    let options = typed(&asked.how);
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
    let file = if file.contains(' ') {
        format!("'{file}'")
    } else {
        file.to_owned()
    };
    let words = ["foretree", "run"]
        .map(str::to_owned)
        .into_iter()
        .chain(options.iter().cloned());
    words.chain([file]).collect::<Vec<_>>().join(" ")
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
    if !typed(&asked.how).is_empty() || asked.save.is_some() || has_threads(&asked.how) {
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
