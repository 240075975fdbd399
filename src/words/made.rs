//! What made a difference, in words.

use crate::analysis::dominance::{Dominance, Verdict};
use crate::live::Subject;
use crate::live::attribution::{AttributedFault, Made};
use crate::report::attribution::{AttributionReport, ChangeReport};
use crate::report::run::Better;
use crate::scenario::hybrid::{Change, ChangeKind};
use crate::scenario::{Node, Scenario};
use crate::seeds::catalogue;
use crate::tell;
use crate::words::faults::plan_sentence;
use crate::words::numbers::{Range, Scale, two_digits};
use crate::words::people::capital;
use crate::words::subjects;

/// A change in words, by the titles of the two scenarios.
#[must_use]
pub fn name_of(made: &Made, (from, to): (&Scenario, &Scenario)) -> String {
    match made {
        Made::Change(change) => change_name(change, &[to, from]),
        Made::Wildcard => tell!("made-wildcard"),
    }
}

/// A change in words, by the titles of the first of these scenarios that has them.
#[must_use]
pub fn change_name(change: &Change, among: &[&Scenario]) -> String {
    let titled = |id: &str| title(id, among);
    match change {
        Change::Place => tell!("made-place"),
        Change::Correlations => tell!("made-correlations"),
        Change::Tree => tell!("made-tree"),
        Change::Years => tell!("made-years"),
        Change::Parameter(id) => meaning(id),
        Change::Input(id) => tell!("made-input", what = meaning(id)),
        Change::Chosen { node } => tell!("made-chosen", title = titled(node)),
        Change::Probabilities { node } => tell!("made-probabilities", title = titled(node)),
        Change::Measure {
            node,
            outcome,
            measure,
        } => tell!(
            "made-measure",
            measure = measure,
            title = outcome_title((node, outcome), among)
        ),
        Change::Effect {
            node,
            outcome,
            path,
            ..
        } => tell!(
            "made-effect",
            title = outcome_title((node, outcome), among),
            what = meaning(path)
        ),
        Change::Several(all) => several(change.kind(), all.len()),
    }
}

fn several(kind: ChangeKind, count: usize) -> String {
    match kind {
        ChangeKind::Inputs => tell!("made-several-inputs", count = count),
        ChangeKind::Decisions => tell!("made-several-decisions", count = count),
        ChangeKind::Probabilities => tell!("made-several-probabilities", count = count),
        ChangeKind::Measures => tell!("made-several-measures", count = count),
        ChangeKind::Effects => tell!("made-several-effects", count = count),
        _ => tell!("made-several-parameters", count = count),
    }
}

/// What a parameter or input is.
fn meaning(id: &str) -> String {
    let found = catalogue().path(id).map(|path| path.meaning.clone());
    found.unwrap_or_else(|| id.to_owned())
}

fn title(id: &str, among: &[&Scenario]) -> String {
    let node = among
        .iter()
        .find_map(|scenario| scenario.tree.nodes.get(id));
    let title = node.map(Node::title).filter(|title| !title.is_empty());
    title.unwrap_or(id).to_owned()
}

fn outcome_title((node, outcome): (&str, &str), among: &[&Scenario]) -> String {
    let find = |scenario: &Scenario| {
        let outcomes = scenario.tree.nodes.get(node)?.outcomes();
        let found = outcomes.iter().find(|other| other.id == outcome)?;
        Some(found.title.to_owned()).filter(|title| !title.is_empty())
    };
    let found = among.iter().copied().find_map(find);
    found.unwrap_or_else(|| outcome.to_owned())
}

/// How the parts of a difference are written: in points between shares.
#[must_use]
pub fn scale(report: &AttributionReport) -> Scale {
    let parts = report
        .changes
        .iter()
        .filter_map(|change| change.spread.mean);
    let ranges: Vec<Range> = parts
        .chain(report.whole.mean)
        .map(|mean| Range::certain(mean.abs()))
        .collect();
    match Subject::parse(&report.indicator) {
        Some(subject) if subjects::is_share_of_runs(&subject) => {
            Scale::of("probability", &ranges).signed()
        }
        Some(subject) => subjects::difference_scale(&subject, &ranges),
        None => Scale::of(&report.unit, &ranges).signed(),
    }
}

/// A part of the difference, no finer than the whole deserves: `−9`.
#[must_use]
pub fn part(report: &AttributionReport, value: Option<f64>) -> String {
    let whole = report.whole.mean.map_or(0.0, f64::abs);
    let range = value.map_or_else(Range::default, Range::certain);
    scale(report).range_beside(range, &[Range::certain(10.0 * whole)])
}

/// The same with our range: `−9 [−14–−3]`.
#[must_use]
pub fn part_with_range(report: &AttributionReport, change: &ChangeReport) -> String {
    let spread = &change.spread;
    let whole = report.whole.mean.map_or(0.0, f64::abs);
    let range = Range::new(spread.mean, spread.p5, spread.p95);
    scale(report).range_beside(range, &[Range::certain(10.0 * whole)])
}

/// What made the difference, in sentences: what is shared out, what makes most of it, what works
/// against it, what does not act alone, whether one is ahead at every mark, and how it was found.
#[must_use]
pub fn sentences(report: &AttributionReport) -> Vec<String> {
    let mut said = vec![head(report)];
    said.extend(shares(report));
    said.extend(dominance(report));
    said.extend(ahead(report));
    if report
        .changes
        .iter()
        .any(|change| change.kind == "effects" || change.kind == "measures")
    {
        said.push(tell!("made-assumed"));
    }
    said.push(how(report));
    said
}

fn head(report: &AttributionReport) -> String {
    let subject = Subject::parse(&report.indicator);
    let told = |value: Option<f64>| {
        let range = value.map_or_else(Range::default, Range::certain);
        let scale = match &subject {
            Some(subject) => subjects::scale(subject, &[range]),
            None => Scale::of(&report.unit, &[range]),
        };
        scale.told(range)
    };
    let nothing = part(report, report.whole.mean) == part(report, Some(0.0));
    if nothing {
        return tell!(
            "made-head-none",
            what = &report.label,
            column = &report.column,
            reference = &report.versus,
            here = told(report.here)
        );
    }
    let by = scale(report).told(
        report
            .whole
            .mean
            .map_or_else(Range::default, Range::certain),
    );
    tell!(
        "made-head",
        what = &report.label,
        column = &report.column,
        reference = &report.versus,
        here = told(report.here),
        there = told(report.there),
        by = by
    )
}

/// What makes most of it, what works against it, and what does not act alone.
fn shares(report: &AttributionReport) -> Vec<String> {
    let whole = report.whole.mean.unwrap_or(0.0);
    let mean = |change: &ChangeReport| change.spread.mean.unwrap_or(0.0);
    let order = report.largest_first();
    let Some(first) = order.first() else {
        return Vec::new();
    };
    if report.changes.len() == 1 {
        return vec![tell!("made-all", change = capital(&first.text))];
    }
    let mut said = Vec::new();
    let is_most = |change: &ChangeReport| mean(change) * whole > 0.0;
    let second = order.get(1).filter(|other| are_level(first, other));
    if let Some(second) = second {
        said.push(tell!(
            "made-level",
            one = capital(&first.text),
            other = &second.text,
            draws = report.draws
        ));
    } else if is_most(first) && 2.0 * mean(first).abs() > whole.abs() {
        said.push(tell!(
            "made-most",
            change = capital(&first.text),
            by = part(report, first.spread.mean),
            whole = scale(report).told(Range::certain(whole))
        ));
    }
    let against = order
        .iter()
        .find(|change| mean(change) * whole < -0.01 * whole * whole);
    if let Some(against) = against {
        let by = part(report, against.spread.mean);
        said.push(tell!(
            "made-against",
            change = capital(&against.text),
            by = by
        ));
    }
    let apart = |change: &&&ChangeReport| {
        let (alone, last) = (change.alone.unwrap_or(0.0), change.last.unwrap_or(0.0));
        (alone - last).abs() > 0.25 * whole.abs()
    };
    if let Some(change) = order.iter().find(apart) {
        said.push(tell!(
            "made-together",
            change = capital(&change.text),
            alone = part(report, change.alone),
            last = part(report, change.last)
        ));
    }
    said
}

/// Whether two parts lie within twice their errors of each other.
fn are_level(one: &ChangeReport, other: &ChangeReport) -> bool {
    let error = |change: &ChangeReport| {
        let both = [change.order_error, change.draw_error];
        both.into_iter().flatten().map(|e| e * e).sum::<f64>()
    };
    let mean = |change: &ChangeReport| change.spread.mean.unwrap_or(0.0);
    (mean(one) - mean(other)).abs() < 1.96 * (error(one) + error(other)).sqrt()
}

fn how(report: &AttributionReport) -> String {
    let Some(orders) = report.orders else {
        return tell!(
            "made-how-exact",
            mixtures = report.mixtures,
            draws = report.draws
        );
    };
    let errors = report
        .changes
        .iter()
        .filter_map(|change| change.order_error);
    let most = errors.fold(0.0, f64::max);
    let size = two_digits(most * scale(report).factor, most * scale(report).factor);
    let sampled = tell!(
        "made-how-sampled",
        mixtures = report.mixtures,
        draws = report.draws,
        orders = orders,
        error = size
    );
    match report.precise {
        true => sampled,
        false => format!("{sampled} {}", tell!("made-not-precise")),
    }
}

/// In how many runs the column does better, and how sure that is.
fn ahead(report: &AttributionReport) -> Option<String> {
    let (share, error) = report.share_better.zip(report.share_better_error)?;
    Some(tell!(
        "made-ahead",
        runs = runs_of_100(share),
        error = runs_of_100(error),
        column = &report.column,
        reference = &report.versus
    ))
}

/// Whether one of two columns is ahead at every mark; nothing where neither direction is good.
#[must_use]
pub fn dominance(report: &AttributionReport) -> Option<String> {
    let found = report.dominance.as_ref()?;
    let names = (report.column.as_str(), report.versus.as_str());
    let told = |mark: f64| match Subject::parse(&report.indicator) {
        Some(subject) => {
            let range = Range::certain(mark);
            subjects::scale(&subject, &[range]).told(range)
        }
        None => two_digits(mark, mark),
    };
    (report.better != Better::Context).then(|| dominates(found, &report.label, names, &told))
}

/// Whether one of two is ahead at every mark, in words. `told` writes a mark.
#[must_use]
pub fn dominates(
    found: &Dominance,
    what: &str,
    (first, second): (&str, &str),
    told: &dyn Fn(f64) -> String,
) -> String {
    let everywhere = |ahead: &str, behind: &str| {
        tell!(
            "ahead-everywhere",
            what = what,
            ahead = ahead,
            behind = behind
        )
    };
    let nearly = |ahead: &str, behind: &str, against: f64| {
        tell!(
            "ahead-nearly",
            what = what,
            ahead = ahead,
            behind = behind,
            runs = runs_of_100(against)
        )
    };
    match found.verdict {
        Verdict::FirstDominates => everywhere(first, second),
        Verdict::SecondDominates => everywhere(second, first),
        Verdict::FirstNearly => nearly(first, second, found.against_first),
        Verdict::SecondNearly => nearly(second, first, found.against_second),
        Verdict::Crosses => {
            let marks: Vec<String> = found.crossings.iter().take(3).map(|m| told(*m)).collect();
            tell!(
                "ahead-crosses",
                what = what,
                one = first,
                other = second,
                marks = marks.join(", ")
            )
        }
        Verdict::Same => {
            let most = found.against_first.max(found.against_second);
            tell!(
                "ahead-nowhere",
                what = what,
                one = first,
                other = second,
                runs = runs_of_100(most)
            )
        }
    }
}

/// A share as runs of 100, with two digits at most: `0.4`, `12`.
#[must_use]
pub fn runs_of_100(share: f64) -> String {
    two_digits(share * 100.0, share * 100.0)
}

/// Why nothing can be shared out, in words. Columns are named by their letters, or `what` by its
/// label.
#[must_use]
pub fn fault(fault: &AttributedFault, (column, versus): (&str, &str), what: &str) -> String {
    match fault {
        AttributedFault::Nothing => {
            tell!("made-fault-nothing", column = column, reference = versus)
        }
        AttributedFault::Horizon => {
            tell!("made-fault-horizon", column = column, reference = versus)
        }
        AttributedFault::NoSubject => tell!("made-fault-subject", what = what),
        AttributedFault::DoesNotMix(error) => tell!(
            "made-fault-mix",
            column = column,
            reference = versus,
            reason = plan_sentence(error)
        ),
        AttributedFault::NotANumber => tell!("made-fault-number", what = what),
        AttributedFault::Stopped => tell!("back-fault-stopped"),
    }
}
