//! The columns of a run's tables: one per option of the first open decision, or the whole tree
//! when nothing is open.

use indexmap::IndexMap;

use crate::report::run::{Decisions, OptionReport, RunReport};
use crate::report::stats::{Band, Spread, Summary};
use crate::words::numbers::Range;

/// One column.
pub(super) struct Choice<'a> {
    /// `A`, `B` and so on; empty when there is only the whole tree.
    pub letter: String,
    /// The option's title.
    pub title: &'a str,
    source: Source<'a>,
}

enum Source<'a> {
    Option(&'a OptionReport),
    WholeTree(&'a RunReport),
}

/// One column per option, or one for a whole tree without open decisions.
///
/// Empty for a tree with open decisions but without options: their average is never shown.
pub(super) fn choices(report: &RunReport) -> Vec<Choice<'_>> {
    if report.options.is_empty() && report.decisions == Decisions::Closed {
        return vec![Choice {
            letter: String::new(),
            title: "",
            source: Source::WholeTree(report),
        }];
    }
    let numbered = report.options.iter().enumerate();
    numbered
        .map(|(index, option)| Choice {
            letter: letter(index),
            title: title(option),
            source: Source::Option(option),
        })
        .collect()
}

/// The option's title, or its id where the scenario gives none.
fn title(option: &OptionReport) -> &str {
    if option.option_title.is_empty() {
        &option.option
    } else {
        &option.option_title
    }
}

/// `A` to `Z`, then `A2` and so on.
pub(crate) fn letter(index: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
    match index / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{}", round + 1),
    }
}

impl Choice<'_> {
    /// Middle and range of an indicator at the end of the horizon.
    pub fn indicator(&self, key: &str) -> Range {
        self.summary(key).map_or_else(Range::default, range)
    }

    /// Average of an indicator at the end of the horizon.
    pub fn mean(&self, key: &str) -> Option<f64> {
        self.summary(key).and_then(|summary| summary.mean)
    }

    fn summary(&self, key: &str) -> Option<Summary> {
        match self.source {
            Source::Option(option) => option.indicators.get(key).copied(),
            Source::WholeTree(report) => report.indicators.get(key).map(|i| i.horizon.summary()),
        }
    }

    /// Middle and range of something measured by cohort at the end of the horizon.
    pub fn cohort(&self, measure: &str, cohort: &str) -> Range {
        if let Source::Option(option) = self.source {
            let exact = option
                .cohorts
                .get(measure)
                .and_then(|cohorts| cohorts.get(cohort));
            if let Some(summary) = exact {
                return range(*summary);
            }
        }
        self.band(measure, cohort).map_or_else(Range::default, last)
    }

    /// Something measured by cohort, by year.
    pub fn band(&self, measure: &str, cohort: &str) -> Option<&Band> {
        let all: &IndexMap<String, IndexMap<String, Band>> = match self.source {
            Source::Option(option) => &option.cohort_series,
            Source::WholeTree(report) => &report.cohort_series,
        };
        all.get(measure).and_then(|cohorts| cohorts.get(cohort))
    }
}

/// Middle and ends of a summary.
pub(super) fn range(summary: Summary) -> Range {
    Range::new(summary.p50, summary.p5, summary.p95)
}

/// Middle and ends of a spread.
pub(crate) fn spread_range(spread: Spread) -> Range {
    range(spread.summary())
}

fn last(band: &Band) -> Range {
    let last = |values: &[Option<f64>]| values.last().copied().flatten();
    Range::new(last(&band.p50), last(&band.p5), last(&band.p95))
}
