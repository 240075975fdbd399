//! What to doubt, what is not counted, and how to get the same numbers again.

use super::Page;
use super::choices::{Choice, choices};
use crate::report::look::WIDTH;
use crate::report::notes::note_text;
use crate::report::run::{BaselineLine, Note, RunLine, RunReport};
use crate::tell;
use crate::words::paragraph::hang;
use crate::words::sentences;
use crate::words::{known_message, tell};

/// Effects on income below this share deserve a word about small middles and bad tails.
const SMALL: f64 = 0.005;

/// Closing remarks: small effects, averages, data, limits.
pub(super) fn doubts(report: &RunReport, page: &mut Page) {
    page.title(&tell!("run-doubts"));
    small_effect(report, page);
    page.entry(&sentences::untested());
    page.entry(&average(report));
    page.entry(&sentences::not_counted());
    baseline(&report.baseline, page);
    notes(&report.notes, page);
}

/// The middle is small and the tail is not: say both, for the option with the worst tail.
fn small_effect(report: &RunReport, page: &mut Page) {
    let choices = choices(report);
    let key = "income_poor_vs_noai";
    let low = |choice: &Choice<'_>| choice.indicator(key).low.unwrap_or(f64::INFINITY);
    let Some(worst) = choices.iter().min_by(|a, b| low(a).total_cmp(&low(b))) else {
        return;
    };
    let range = worst.indicator(key);
    let (Some(middle), Some(low), Some(income)) = (range.middle, range.low, poor_income(report))
    else {
        return;
    };
    if middle.abs() > SMALL || low >= 0.0 || report.run.is_single() {
        return;
    }
    let letter = Some(worst.letter.as_str()).filter(|letter| !letter.is_empty());
    page.entry(&sentences::small_effect(
        middle * income,
        low * income,
        letter,
    ));
}

/// Averages hide people: how many of the poor are harmed at once in a bad run.
fn average(report: &RunReport) -> String {
    let poor = report.cohort_facts.iter().filter(|cohort| cohort.poor);
    let people: f64 = poor.map(|cohort| cohort.people).sum();
    let choices = choices(report);
    let shares = choices
        .iter()
        .filter_map(|choice| choice.indicator("harmed_poor_peak").high);
    let harmed = people * shares.fold(0.0, f64::max);
    sentences::average((!report.run.is_single()).then_some(harmed))
}

/// Mean income of the poor in dollars a year, each cohort by its share of people.
fn poor_income(report: &RunReport) -> Option<f64> {
    let poor = || report.cohort_facts.iter().filter(|cohort| cohort.poor);
    let people: f64 = poor().map(|cohort| cohort.share).sum();
    let income: f64 = poor()
        .map(|cohort| cohort.share * cohort.income_per_year)
        .sum();
    (people > 0.0).then(|| income / people)
}

/// Where the base year comes from and which of its figures deserve doubt.
pub(crate) fn baseline(baseline: &BaselineLine, page: &mut Page) {
    page.entry(&tell!(
        "doubt-baseline",
        name = &baseline.name,
        vintage = &baseline.vintage,
    ));
    if let (Some(date), Some(members)) = (&baseline.list_date, baseline.members) {
        page.entry(&tell!("doubt-members", members = members, date = date));
    }
    for flag in &baseline.flags {
        let text = match flag.year {
            Some(year) => {
                tell!(
                    "doubt-flag-year",
                    input = &flag.input,
                    reason = &flag.reason,
                    year = year
                )
            }
            None => tell!("doubt-flag", input = &flag.input, reason = &flag.reason),
        };
        page.lines(hang("    ", &page.look.text(&text), WIDTH));
    }
}

/// What was left out or done differently than asked.
pub(crate) fn notes(notes: &[Note], page: &mut Page) {
    for note in notes {
        page.entry(&note_text(note));
    }
}

/// How to get the same numbers again.
pub(crate) fn again(run: &RunLine, fingerprint: &str, command: &str, page: &mut Page) {
    page.gap();
    page.lines(hang(
        "",
        &page.look.text(&tell!("run-again", command = command)),
        WIDTH,
    ));
    page.prose(&tell!(
        "run-fingerprint",
        version = &run.version,
        seed = run.seed.to_string(),
        sampling = sampling(&run.sampling),
        rng = &run.rng,
        fingerprint = fingerprint,
    ));
}

fn sampling(name: &str) -> String {
    let id = format!("kind-sampling-{name}");
    if known_message(&id) {
        tell(&id, &[])
    } else {
        name.to_owned()
    }
}
