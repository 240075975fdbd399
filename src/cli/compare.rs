//! `foretree compare`: scenarios or options side by side on the same draws.

use std::cell::RefCell;

use serde_json::json;

use super::arguments::{Compare, Format};
use super::attribution::attributions;
use super::data::json;
use super::engine::{few_draws, plan_options, quoted, refused, simulate, threads, told, typed};
use super::failure::{Failure, Kind};
use super::interrupt;
use super::new::unknown;
use super::output;
use super::progress::Progress;
use super::source::scenarios;
use crate::analysis::weights::Weights;
use crate::files::Loaded;
use crate::live::breakeven::{DRAWS, Search, search_columns};
use crate::report::attribution::attribution_csv;
use crate::report::compare::CompareReport;
use crate::report::compare_csv::compare_csv;
use crate::report::compare_text::compare_text;
use crate::report::fill::few_draws_left;
use crate::report::fill_compare::{Column, Side, columns_of, compare_columns};
use crate::report::notes::tell_notes;
use crate::report::run::Note;
use crate::scenario::Scenario;
use crate::sim::PlanOptions;
use crate::sim::condition::in_common;

/// The comparison in the format asked for.
///
/// # Errors
///
/// Files that cannot be read, wrong scenarios, an unknown column or wildcard, Ctrl-C.
pub(crate) fn compare(asked: &Compare) -> Result<String, Failure> {
    let loaded = scenarios(&asked.files)?;
    let (loaded, notes) = aligned(loaded);
    let sides = sides(asked, loaded)?;
    let reference = asked.reference.as_deref();
    let weights: Vec<Weights> = sides
        .iter()
        .map(|side| Weights::new(&side.ensemble))
        .collect();
    let columns = columns_of(&sides, &weights);
    let mut report = compare_columns(&columns, reference, notes, threads(&asked.how))
        .ok_or_else(|| unknown("column", reference.unwrap_or_default(), None))?;
    break_even(asked, &columns, &mut report);
    report.run = told(&asked.how, report.run);
    let first = sides
        .first()
        .and_then(|side| few_draws_left(&side.ensemble));
    report.notes.extend(first);
    if asked.attribution {
        attribution(asked, &columns, &mut report)?;
    }
    tell_notes(&mut report.notes);
    Ok(match asked.format {
        Format::Text => compare_text(&report, &command(asked), output::look()),
        Format::Json => json(&json!(report)),
        Format::Csv => match &report.attribution {
            Some(all) => attribution_csv(all),
            None => compare_csv(&report),
        },
    })
}

/// What made the difference of each column to the reference; what cannot be told becomes a note.
fn attribution(
    asked: &Compare,
    columns: &[Column<'_>],
    report: &mut CompareReport,
) -> Result<(), Failure> {
    let (found, said) = attributions(asked, columns, &report.reference)?;
    report.attribution = Some(found);
    for reason in said {
        report
            .notes
            .push(note("attribution", &[("reason", json!(reason))]));
    }
    Ok(())
}

/// How weak effects may be before the order changes, with few draws of the same seed.
fn break_even(asked: &Compare, columns: &[Column<'_>], report: &mut CompareReport) {
    let Some((first, gains)) = columns.first().zip(report.gains.as_mut()) else {
        return;
    };
    let plan = &first.ensemble.plan;
    let search = Search {
        plan: few_draws(plan, DRAWS, &asked.how),
        threads: Some(threads(&asked.how)),
        single: false,
    };
    // These scenarios were compiled a moment ago; whatever fails leaves its sentence out.
    let _ = search_columns(columns, gains, &search, &mut || !interrupt::requested());
}

/// Simulates every scenario with the draws, seed and sampling of the first.
fn sides(asked: &Compare, loaded: Vec<Loaded>) -> Result<Vec<Side>, Failure> {
    let Some(first) = loaded
        .first()
        .map(|first| first.scenario.simulation.clone())
    else {
        return Err(nothing());
    };
    let typed = plan_options(&asked.how);
    let plan = PlanOptions {
        draws: typed.draws.or(Some(first.draws)),
        seed: typed.seed.or(Some(first.seed)),
        sampling: typed.sampling.or(Some(first.sampling)),
        ..typed
    };
    // Pairs of draws need the same draws on both sides.
    let scenarios: Vec<&Scenario> = loaded.iter().map(|loaded| &loaded.scenario).collect();
    let plan = in_common(&scenarios, &plan).map_err(|error| {
        loaded
            .first()
            .map_or_else(nothing, |own| refused(own, &error))
    })?;
    let bar = RefCell::new(Progress::new(output::look().ascii));
    let part = 1.0 / loaded.len() as f64;
    let numbered = loaded.into_iter().enumerate();
    numbered
        .map(|(index, loaded)| {
            let ensemble = simulate(
                &loaded,
                &plan,
                &asked.how,
                &bar,
                (index as f64 * part, part),
            )?;
            Ok(Side {
                file: loaded.file,
                scenario: loaded.scenario,
                ensemble,
            })
        })
        .collect()
}

/// The command line makes sure that there is a file.
fn nothing() -> Failure {
    Failure::new(Kind::Usage, String::new())
}

/// All scenarios to the last year of any, with notes on what was changed for that.
fn aligned(mut loaded: Vec<Loaded>) -> (Vec<Loaded>, Vec<Note>) {
    let last = loaded
        .iter()
        .map(|one| one.scenario.setting.horizon.1)
        .max()
        .unwrap_or_default();
    let mut notes = Vec::new();
    for one in &mut loaded {
        let own = one.scenario.setting.horizon.1;
        if own != last {
            one.scenario.setting.horizon.1 = last;
            notes.push(note(
                "horizon-extended",
                &[
                    ("file", json!(one.file)),
                    ("own", json!(own)),
                    ("year", json!(last)),
                ],
            ));
        }
    }
    let simulation = |one: &Loaded| one.scenario.simulation.clone();
    if let Some(first) = loaded.first().map(simulation)
        && loaded.iter().any(|one| simulation(one) != first)
    {
        notes.push(note(
            "same-simulation",
            &[("file", json!(loaded.first().map(|one| &one.file)))],
        ));
    }
    (loaded, notes)
}

fn note(id: &str, values: &[(&str, serde_json::Value)]) -> Note {
    let values = values
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()));
    Note {
        id: id.to_owned(),
        text: String::new(),
        values: values.collect(),
    }
}

/// What to type to see the same again.
fn command(asked: &Compare) -> String {
    let mut words = vec!["foretree".to_owned(), "compare".to_owned()];
    words.extend(typed(&asked.how).iter().map(|word| quoted(word)));
    if let Some(reference) = &asked.reference {
        words.extend(["--reference".to_owned(), reference.clone()]);
    }
    if asked.attribution {
        words.push("--attribution".to_owned());
    }
    if let Some(indicator) = &asked.indicator {
        words.extend(["--indicator".to_owned(), indicator.clone()]);
    }
    words.extend(asked.files.iter().map(|file| file.display().to_string()));
    words.join(" ")
}
