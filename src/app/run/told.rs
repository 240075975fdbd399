//! What Run says: settings, progress, whether there are enough draws, how the numbers came about.

use std::sync::Arc;

use super::Setting;
use crate::analysis::convergence::Enough;
use crate::app::assumptions::is_hidden;
use crate::app::{App, Document, Progress, filter};
use crate::jobs::processors;
use crate::live::{Convergence, Results, Settling, Stage};
use crate::report::fill::{notes, scenario_line};
use crate::report::notes::note_text;
use crate::scenario::Sampling;
use crate::tell;
use crate::words::answers;
use crate::words::numbers::{Range, Scale, whole};

/// The random number generator behind every run.
const GENERATOR: &str = "chacha8";

/// What a line is called.
#[must_use]
pub fn label(setting: Setting) -> String {
    match setting {
        Setting::Draws => tell!("running-draws"),
        Setting::Seed => tell!("running-seed"),
        Setting::Sampling => tell!("running-sampling"),
        Setting::Threads => tell!("running-threads"),
        Setting::Memory => tell!("running-memory"),
        Setting::Stress => tell!("running-stress"),
    }
}

/// What it is set to.
#[must_use]
pub fn value(app: &App, setting: Setting) -> String {
    let Some(document) = app.shown() else {
        return String::new();
    };
    let simulation = &document.scenario.simulation;
    let wish = &app.run.wish;
    match setting {
        Setting::Draws => whole(f64::from(simulation.draws)),
        Setting::Seed => simulation.seed.to_string(),
        Setting::Sampling => sampling(simulation.sampling),
        Setting::Threads => match wish.threads {
            Some(threads) => threads.to_string(),
            None => tell!("running-threads-all", count = processors()),
        },
        Setting::Memory => tell!("running-mebibytes", count = mebibytes(wish.budget)),
        Setting::Stress => stress(document, app.run.stress.as_deref()),
    }
}

/// Mebibytes of so many bytes.
#[must_use]
pub fn mebibytes(bytes: usize) -> usize {
    bytes >> 20
}

/// How draws are spread, in words.
#[must_use]
pub fn sampling(sampling: Sampling) -> String {
    match sampling {
        Sampling::LatinHypercube => tell!("kind-sampling-latin_hypercube"),
        Sampling::Sobol => tell!("kind-sampling-sobol"),
        Sampling::Independent => tell!("kind-sampling-independent"),
    }
}

fn stress(document: &Document, id: Option<&str>) -> String {
    let wildcards = &document.scenario.wildcards;
    match id {
        None => tell!("running-stress-off", count = wildcards.len()),
        Some(id) => {
            let found = wildcards.iter().find(|w| w.id == id);
            found.map_or_else(|| id.to_owned(), |w| w.title.clone())
        }
    }
}

/// How far a run has come, with the time left.
#[must_use]
pub fn progress(progress: &Progress) -> String {
    let percent = format!("{:.0}", progress.share * 100.0);
    match progress.seconds_left {
        Some(seconds) if seconds >= 90.0 => {
            let minutes = (seconds / 60.0).round() as u32;
            tell!("running-minutes", percent = percent, minutes = minutes)
        }
        Some(seconds) => {
            let seconds = seconds.ceil().max(1.0) as u32;
            tell!("running-seconds", percent = percent, seconds = seconds)
        }
        None => tell!("running-percent", percent = percent),
    }
}

/// How the newest numbers stand: all draws, a preview, or stopped.
#[must_use]
pub fn stage(results: &Results) -> String {
    let draws = whole(results.draws() as f64);
    match results.stage {
        Stage::Whole => tell!("running-whole-run", draws = draws),
        Stage::Preview => tell!("running-preview", draws = draws),
        Stage::Partial => {
            let asked = whole(f64::from(results.ensemble.plan.draws));
            tell!("running-partial", draws = draws, asked = asked)
        }
    }
}

/// What is known of how the chosen indicator settles.
#[must_use]
pub fn convergence(app: &App) -> Option<&Convergence> {
    let document = app.shown()?;
    let (subject, convergence) = document.settling.as_ref()?;
    let known = *subject == app.subject && !convergence.middles.is_empty();
    known.then_some(convergence)
}

/// Are there enough draws? In words.
#[must_use]
pub fn enough(app: &App) -> Option<String> {
    let convergence = convergence(app)?;
    let what = app.subject.label();
    let draws = whole(convergence.draws as f64);
    Some(match convergence.enough() {
        Enough::Yes => tell!("running-enough", what = what, draws = draws),
        Enough::Needs(more) => tell!(
            "running-not-enough",
            what = what,
            draws = draws,
            more = whole(more as f64)
        ),
        Enough::Unknown => tell!("running-enough-early", what = what, draws = draws),
    })
}

/// One option's middle, with how far it may still move.
#[must_use]
pub fn middle(app: &App, settling: &Settling) -> String {
    let range = Range::certain(settling.middle);
    let scale = Scale::of(&app.subject.unit(), &[range]);
    let moves = scale.number(Some(2.0 * settling.error));
    let unit = scale.unit_words();
    let middle = scale.number(Some(settling.middle));
    match settling.error.is_finite() {
        true => tell!(
            "running-middle",
            middle = middle,
            unit = unit,
            moves = moves
        ),
        false => tell!("running-middle-early", middle = middle, unit = unit),
    }
}

/// The answer with the wildcard switched on; that it has no probability stands with it.
#[must_use]
pub fn stressed(app: &App) -> Option<String> {
    let document = app.shown()?;
    let wildcard = app.run.stress.as_deref()?;
    let title = stress(document, Some(wildcard));
    if is_hidden(document) {
        return Some(tell!("running-enough-hidden"));
    }
    let known = document.results_under(Some(wildcard));
    let current = known.is_some_and(|found| Arc::ptr_eq(&found.scenario, &document.scenario));
    let line = app.run.stressed.as_ref();
    let line = line.filter(|line| current && line.subject == app.subject);
    Some(match line.map(answers::line) {
        Some(answer) => tell!("running-stressed", wildcard = title, answer = answer),
        None => tell!("running-stress-wait", wildcard = title),
    })
}

/// How the numbers came about, sentence by sentence.
#[must_use]
pub fn origin(document: &Document) -> Vec<String> {
    let Some(results) = &document.results else {
        return Vec::new();
    };
    let plan = &results.ensemble.plan;
    let mut told = vec![stage(results)];
    told.push(tell!(
        "run-fingerprint",
        version = env!("CARGO_PKG_VERSION"),
        seed = plan.seed.to_string(),
        sampling = sampling(plan.sampling),
        rng = GENERATOR,
        fingerprint = scenario_line(&results.scenario).fingerprint
    ));
    told.extend(filter::sentences(results));
    let paths = plan.paths.len();
    told.push(tell!("running-paths", paths = paths, steps = plan.steps));
    let notes = notes(&results.ensemble);
    // What stands above already.
    let partial = |id: &str| matches!(id, "partial" | "few-draws-left");
    told.extend(notes.iter().filter(|n| !partial(&n.id)).map(note_text));
    told
}
