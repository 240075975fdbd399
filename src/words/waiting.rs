//! The way back from a target, in words.

use crate::live::Subject;
use crate::live::backcast::BackcastError;
use crate::report::backcast::{
    BackcastReport, CommonLine, ShareLine, TargetLine, WaitingLine, WaitingOption,
};
use crate::tell;
use crate::words::faults::plan_sentence;
use crate::words::numbers::{Range, Scale, two_digits};
use crate::words::sentences::same_answer;
use crate::words::subjects;

/// Outcomes that are told.
const TOLD: usize = 4;

/// Outcomes that change the share of runs by less are not told: 5 of 100.
const LEAST_LIFT: f64 = 0.05;

/// A share as runs of 100.
#[must_use]
pub fn runs(share: f64) -> String {
    Scale::of("probability", &[]).number(Some(share))
}

/// An error as runs of 100, no finer than a tenth: `1.1`.
#[must_use]
pub fn error(share: f64) -> String {
    two_digits(share * 100.0, (share * 100.0).max(1.0))
}

/// What is to be reached, as a title.
#[must_use]
pub fn title(target: &TargetLine) -> String {
    tell!(
        "back-title",
        what = &target.label,
        side = match target.side.as_str() {
            "at_most" => tell!("back-at-most"),
            _ => tell!("back-at-least"),
        },
        mark = mark(target),
        year = target.year.to_string()
    )
}

/// The value to be reached.
fn mark(target: &TargetLine) -> String {
    let range = Range::certain(target.reach);
    match Subject::parse(&target.indicator) {
        Some(subject) => subjects::scale(&subject, &[range]).told(range),
        None => Scale::of(&target.unit, &[range]).told(range),
    }
}

/// In what share of runs each option reaches the target. Never an average over open decisions.
#[must_use]
pub fn answers(report: &BackcastReport) -> Vec<String> {
    let said = report.options.iter().map(|option| {
        let (share, plus) = (runs(option.share.share), error(option.share.standard_error));
        match option.option {
            Some(_) => tell!(
                "back-share",
                option = &option.title,
                runs = share,
                error = plus
            ),
            None => tell!("back-share-all", runs = share, error = plus),
        }
    });
    let mut said: Vec<String> = said.collect();
    let mut shares: Vec<f64> = report.options.iter().map(|o| o.share.share).collect();
    shares.sort_by(|one, other| other.total_cmp(one));
    if let [first, second, ..] = shares.as_slice() {
        said.extend(same_answer(*first, *second));
    }
    said.push(match reached(report) {
        Reached::Never => tell!("back-nobody"),
        Reached::Always => tell!("back-everybody"),
        Reached::Sometimes => tell!("back-not-a-chance"),
    });
    said
}

/// In how many runs the target is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// In none: runs that reach it have nothing in common, since there are none.
    Never,
    /// In all of them.
    Always,
    /// In some.
    Sometimes,
}

/// In how many of its runs, over all paths.
#[must_use]
pub fn reached(report: &BackcastReport) -> Reached {
    let all = |test: fn(&ShareLine) -> bool| report.paths.iter().all(|path| test(&path.share));
    if all(|share| share.share == 0.0) {
        Reached::Never
    } else if all(|share| share.share == 1.0) {
        Reached::Always
    } else {
        Reached::Sometimes
    }
}

/// What the runs that reach the target have in common; of two outcomes of a node only the one that
/// helps.
#[must_use]
pub fn in_common(report: &BackcastReport) -> Vec<String> {
    match reached(report) {
        Reached::Never => return vec![tell!("back-common-nobody")],
        Reached::Always => return vec![tell!("back-common-everybody")],
        Reached::Sometimes => (),
    }
    let lift = |line: &CommonLine| {
        line.without
            .map_or(0.0, |without| line.with.share - without.share)
    };
    let telling = report.common.iter().filter(|line| lift(line) >= LEAST_LIFT);
    let mut said: Vec<String> = telling.take(TOLD).map(common_line).collect();
    if said.is_empty() {
        return vec![tell!("back-common-nothing")];
    }
    if report.options.len() > 1 {
        said.push(tell!("back-common-open"));
    }
    said
}

fn common_line(line: &CommonLine) -> String {
    tell!(
        "back-common-line",
        node = &line.node_title,
        outcome = &line.outcome_title,
        with = runs(line.with.share),
        without = runs(line.without.map_or(0.0, |without| without.share)),
        of_reach = runs(line.of_those_that_reach),
        of_all = runs(line.of_all)
    )
}

/// How long a decision can wait: a sentence for each option, what it follows from, and how it was
/// found.
#[must_use]
pub fn waiting(report: &BackcastReport) -> Vec<String> {
    let Some(decision) = &report.decision else {
        return vec![tell!("back-no-decision")];
    };
    if decision.options.is_empty() {
        return vec![tell!("back-single")];
    }
    let mut said = Vec::new();
    for option in &decision.options {
        said.push(option_sentence(decision, option));
        if let Some(first) = option.years.first()
            && option.last_year.is_some()
        {
            said.push(tell!(
                "back-early",
                year = first.year.to_string(),
                runs = runs(first.share.share),
                gain = runs(first.gain)
            ));
        }
        if !option.steady {
            said.push(tell!("back-not-steady"));
        }
    }
    said.push(tell!("back-waiting-how", draws = decision.draws));
    said.push(tell!("back-assumed"));
    said
}

/// Until when an option still helps.
#[must_use]
pub fn option_sentence(decision: &WaitingLine, option: &WaitingOption) -> String {
    let versus = match &decision.versus_title {
        Some(idle) => tell!("back-versus", idle = idle),
        None => tell!("back-versus-never"),
    };
    let least = two_digits(decision.least * 100.0, decision.least * 100.0);
    let year = option.last_year.unwrap_or(decision.year).to_string();
    match (option.last_year, option.throughout) {
        (None, _) => tell!(
            "back-never",
            option = &option.title,
            year = year,
            least = least,
            versus = versus
        ),
        (Some(_), true) => tell!(
            "back-throughout",
            option = &option.title,
            year = year,
            least = least,
            versus = versus
        ),
        (Some(_), false) => tell!(
            "back-until",
            option = &option.title,
            year = year,
            least = least,
            versus = versus
        ),
    }
}

/// Why there is no way back, in words; `what` is the label of what was to be reached.
#[must_use]
pub fn fault(fault: &BackcastError, what: &str) -> String {
    match fault {
        BackcastError::NoSubject => tell!("back-fault-subject", what = what),
        BackcastError::OnlyAtTheEnd { last } => {
            tell!("back-fault-end", what = what, last = last.to_string())
        }
        BackcastError::Year { first, last } => tell!(
            "back-fault-year",
            first = first.to_string(),
            last = last.to_string()
        ),
        BackcastError::NoDecision(node) => tell!("back-fault-decision", node = node),
        BackcastError::TooLate { node, year } => {
            tell!("back-fault-late", node = node, year = year.to_string())
        }
        BackcastError::Median => tell!("back-fault-median"),
        BackcastError::Runs(_) => tell!("back-fault-runs"),
        BackcastError::Plan(error) => {
            tell!("back-fault-plan", reason = plan_sentence(error))
        }
        BackcastError::Stopped => tell!("back-fault-stopped"),
    }
}
