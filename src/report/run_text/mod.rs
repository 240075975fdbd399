//! The outcome of one scenario as tables and sentences for people, in 80 columns.
//!
//! The answer comes first, one value per option of the first open decision and never their
//! average; then who, then all indicators, then paths, then what to doubt and how to repeat it.

mod answer;
mod choices;
mod doubts;
mod outcomes;
mod paths;
mod who;

pub(crate) use choices::{letter, spread_range};
pub(crate) use doubts::{again, notes};
pub(crate) use outcomes::{is_share_of_runs, row_label, row_scale};

use super::look::{Look, WIDTH};
use super::run::{RunLine, RunReport};
use super::single::without_ranges;
use crate::tell;
use crate::words::numbers::whole;
use crate::words::paragraph::{hang, wrap};

/// The whole text. `command` is what to type to see it again.
#[must_use]
pub fn run_text(report: &RunReport, command: &str, look: Look) -> String {
    let single = report.run.is_single().then(|| without_ranges(report));
    let report = single.as_ref().unwrap_or(report);
    let mut page = Page::new(look);
    heading(report, &mut page);
    answer::answer(report, &mut page);
    who::who(report, &mut page);
    outcomes::outcomes(report, &mut page);
    paths::paths(report, &mut page);
    doubts::doubts(report, &mut page);
    doubts::again(
        &report.run,
        &report.scenario.fingerprint,
        command,
        &mut page,
    );
    page.text()
}

fn heading(report: &RunReport, page: &mut Page) {
    page.title(&report.scenario.title);
    page.prose(&report.scenario.question);
    let (from, to) = (years(report).0, years(report).1);
    page.prose(&tell!(
        "run-setting",
        name = &report.baseline.name,
        from = from,
        to = to
    ));
    if let Some(stress) = &report.run.stress {
        page.prose(&tell!("run-stress", wildcard = stress));
    }
    if let Some(text) = only_where(&report.run) {
        page.prose(&text);
    }
    if report.run.median {
        page.prose(&tell!("run-median"));
    } else if report.run.is_single() {
        page.prose(&tell!("run-one-draw"));
    } else {
        page.prose(&tell!(
            "run-draws",
            draws = report.run.accepted_draws.unwrap_or(report.run.draws),
            paths = report.paths.len()
        ));
    }
}

/// What must hold in every run, and how much is left; `None` when anything goes.
pub(crate) fn only_where(run: &RunLine) -> Option<String> {
    let tests = run.condition.iter().cloned();
    let tests = tests.reduce(|all, next| tell!("run-where-and", all = all, next = next))?;
    let count = |draws: Option<u32>| whole(f64::from(draws.unwrap_or(run.draws)));
    let (left, draws) = (count(run.accepted_draws), count(Some(run.draws)));
    Some(match run.effective_draws == run.accepted_draws {
        true => tell!("run-where", tests = tests, left = left, draws = draws),
        false => tell!(
            "run-where-weighted",
            tests = tests,
            left = left,
            draws = draws,
            effective = count(run.effective_draws)
        ),
    })
}

/// Base year and last year.
fn years(report: &RunReport) -> (i32, i32) {
    let first = report.years.first().copied().unwrap_or_default();
    (first, report.years.last().copied().unwrap_or(first))
}

/// Lines of text under construction.
pub(crate) struct Page {
    pub(crate) look: Look,
    lines: Vec<String>,
    width: usize,
}

impl Page {
    pub(crate) fn new(look: Look) -> Self {
        Self {
            look,
            lines: Vec::new(),
            width: WIDTH,
        }
    }

    /// The same for whoever breaks lines later: paragraphs stay whole, tables are set as ever.
    pub(crate) fn unbroken(look: Look) -> Self {
        Self {
            width: usize::MAX,
            ..Self::new(look)
        }
    }

    /// A heading in bold, with an empty line before it.
    pub(crate) fn title(&mut self, text: &str) {
        self.gap();
        for line in wrap(&self.look.text(text), self.width) {
            self.lines.push(self.look.bold(&line));
        }
    }

    /// A paragraph; nothing for an empty text.
    pub(crate) fn prose(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.lines.extend(wrap(&self.look.text(text), self.width));
        }
    }

    /// One entry of a list.
    pub(crate) fn entry(&mut self, text: &str) {
        self.lines
            .extend(hang("- ", &self.look.text(text), self.width));
    }

    /// Lines that are already set.
    pub(crate) fn lines(&mut self, lines: impl IntoIterator<Item = String>) {
        self.lines.extend(lines);
    }

    /// An empty line, unless one is there.
    pub(crate) fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// Everything, with a line break at the end.
    pub(crate) fn text(mut self) -> String {
        while self.lines.last().is_some_and(String::is_empty) {
            self.lines.pop();
        }
        self.lines.push(String::new());
        self.lines.join("\n")
    }
}

#[cfg(test)]
mod tests;
