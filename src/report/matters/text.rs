//! What matters as a ranking for people, in 80 columns.

use std::ops::Range as Places;

use super::tornado::{Axis, Marks};
use super::{EstimateLine, ExactLine, InputMatters, MattersReport, OptionMatters};
use crate::analysis::matters as analysis;
use crate::live::Subject;
use crate::live::matters::GroupLines;
use crate::report::look::Look;
use crate::report::run_text::{Page, again, notes};
use crate::report::table::{Column, Table};
use crate::tell;
use crate::words::numbers::{Range, Scale, whole};
use crate::words::{ranked, subjects};

/// Width of the bars.
const BAR: usize = 21;

/// The whole text: `top` inputs for each option, with `methods` beside the shares if asked for.
#[must_use]
pub fn matters_text(
    report: &MattersReport,
    (top, methods): (usize, bool),
    command: &str,
    look: Look,
) -> String {
    let mut page = Page::new(look);
    page.title(&report.scenario.title);
    page.prose(&tell!(
        "ranked-title",
        what = &report.subject.label,
        year = report.year.to_string()
    ));
    for option in &report.options {
        one(report, option, top, methods, &mut page);
    }
    page.gap();
    page.entry(&tell!("ranked-honest"));
    if report.run.is_single() {
        page.entry(&tell!("ranked-median"));
    }
    notes(&report.notes, &mut page);
    again(
        &report.run,
        &report.scenario.fingerprint,
        command,
        &mut page,
    );
    page.text()
}

fn one(report: &MattersReport, option: &OptionMatters, top: usize, methods: bool, page: &mut Page) {
    let scale = scale(report, option);
    let range = Range::new(option.p50, option.p5, option.p95);
    let value = match subject(report)
        .as_ref()
        .is_some_and(subjects::is_share_of_runs)
    {
        true => option.mean.map_or_else(Range::default, Range::certain),
        false => range,
    };
    let value = scale.told(value);
    page.title(&match &option.title {
        Some(title) => tell!("ranked-option", option = title, value = value),
        None => tell!("ranked-whole", value = value),
    });
    if let Some(fault) = &option.fault {
        page.prose(fault);
        return;
    }
    let told: Vec<&InputMatters> = option.inputs.iter().filter(|input| !input.noise).collect();
    if told.is_empty() {
        page.prose(&tell!("ranked-none"));
    } else {
        page.prose(&lead(report, option, told[0], scale));
        ranking(option, &told, top, scale, page);
    }
    if let Some(same) = ranked::about_the_same(&ties(report, option), top) {
        page.prose(&same);
    }
    left_out(option, told.len(), top, page);
    groups(option, page);
    if methods {
        other_methods(option, top, page);
    }
    if let Some(exact) = &option.exact {
        exactly(exact, top, page);
    }
}

fn subject(report: &MattersReport) -> Option<Subject> {
    Subject::parse(&report.subject.id)
}

fn scale(report: &MattersReport, option: &OptionMatters) -> Scale {
    let range = Range::new(option.p50, option.p5, option.p95);
    match subject(report) {
        Some(subject) => subjects::scale(&subject, &[range]),
        None => Scale::of(&report.subject.unit, &[range]),
    }
}

fn ranking(
    option: &OptionMatters,
    told: &[&InputMatters],
    top: usize,
    scale: Scale,
    page: &mut Page,
) {
    let ends = |input: &&InputMatters| Some((input.low?, input.high?));
    let rows = told.iter().take(top).filter_map(ends);
    let axis = Axis::over(rows, option.mean.unwrap_or(f64::NAN));
    let marks = Marks::of(page.look.ascii);
    let number = |value: Option<f64>| scale.number(value);
    let head = axis.map_or_else(String::new, |axis| {
        let (from, to) = (number(Some(axis.from)), number(Some(axis.to)));
        tell!("ranked-column-bar", from = from, to = to)
    });
    let mut table = Table::new(vec![
        Column::label(tell!("ranked-column-what")),
        Column::numbers(tell!("ranked-column-share")).tall(),
        Column::short(head),
    ]);
    for (place, input) in told.iter().take(top).enumerate() {
        let share = ranked::percent(input.share.value.unwrap_or(0.0));
        let bar = match (axis, ends(input)) {
            (Some(axis), Some((low, high))) => axis.bar(low, high, BAR, marks),
            _ => String::new(),
        };
        let name = tell!("ranked-place", place = place + 1, name = &input.name);
        table.row([name, share, bar]);
        table.note(detail(
            input,
            scale,
            option.fit.is_some_and(|fit| fit.trusted),
        ));
    }
    page.lines(table.lines(page.look));
    page.prose(&tell!(
        "ranked-legend",
        low = marks.low.to_string(),
        high = marks.high.to_string(),
        middle = marks.middle.to_string()
    ));
}

/// Under a row: where it takes the subject, its id, how good the evidence is.
fn detail(input: &InputMatters, scale: Scale, trusted: bool) -> String {
    let low = scale.told(input.low.map_or_else(Range::default, Range::certain));
    let high = scale.told(input.high.map_or_else(Range::default, Range::certain));
    let ends = match &input.titles {
        Some([lowest, highest]) => tell!(
            "ranked-node-ends",
            low = low,
            high = high,
            lowest = lowest,
            highest = highest
        ),
        _ => tell!("ranked-ends", low = low, high = high),
    };
    let evidence = ranked::evidence_of_key(input.evidence.as_deref());
    // A total that cannot be trusted is not told beside a share that can.
    let total = input.total.filter(|_| trusted);
    let total = total.and_then(|total| total.value);
    let together = ranked::together(input.share.value.unwrap_or(0.0), total);
    let what = ranked::behind(&input.id, evidence, together);
    format!("{ends} ({what})")
}

/// Places that are about the same by what the ranking follows; none where it has no intervals.
fn ties(report: &MattersReport, option: &OptionMatters) -> Vec<Places<usize>> {
    let loud = option.inputs.iter().filter(|input| !input.noise);
    let followed = |input: &InputMatters| match report.ranked_by.as_str() {
        "share" => Some(input.share),
        "total" => input.total,
        "pawn" => input.pawn_median,
        "delta" => input.delta,
        _ => None,
    };
    let interval = |input| {
        let found: Option<EstimateLine> = followed(input);
        let end = |end: Option<f64>| end.unwrap_or(f64::NAN);
        found.map_or((f64::NAN, f64::NAN), |own| (end(own.low), end(own.high)))
    };
    analysis::ties(&loud.map(interval).collect::<Vec<_>>())
}

/// The answer in a sentence.
fn lead(
    report: &MattersReport,
    option: &OptionMatters,
    first: &InputMatters,
    scale: Scale,
) -> String {
    let told = |value: Option<f64>| scale.told(value.map_or_else(Range::default, Range::certain));
    ranked::lead(&ranked::Lead {
        ties: ties(report, option),
        share: first.share.value.unwrap_or(0.0),
        ends: (told(first.low), told(first.high)),
        chance: option.groups.map_or(0.0, |groups| groups.chance),
    })
}

fn left_out(option: &OptionMatters, told: usize, top: usize, page: &mut Page) {
    let noise = option.inputs.len() - told;
    if told > top {
        page.prose(&tell!("ranked-more", count = told - top));
    }
    if noise > 0 {
        page.prose(&tell!("ranked-noise", count = noise));
    }
}

fn groups(option: &OptionMatters, page: &mut Page) {
    let Some(found) = option.groups else { return };
    page.gap();
    page.prose(&tell!("ranked-groups"));
    let lines = ranked::groups(&GroupLines {
        branches: found.branches,
        chance: found.chance,
        measured: found.measured,
        similar: found.similar_cases,
        judgement: found.our_judgement,
        together: found.together,
        rest: found.rest,
    });
    let block = if page.look.ascii { '#' } else { '█' };
    let mut table = Table::new(vec![
        Column::short(String::new()),
        Column::numbers(String::new()),
        Column::short(String::new()),
    ]);
    for (name, share) in lines {
        let bar = block.to_string().repeat((share * 30.0).round() as usize);
        table.row([name, ranked::percent(share), bar]);
    }
    page.lines(table.lines(page.look));
    if let Some(fit) = option.fit {
        page.prose(&ranked::fit(fit.checked.unwrap_or(0.0), fit.trusted));
    }
}

fn other_methods(option: &OptionMatters, top: usize, page: &mut Page) {
    page.gap();
    page.prose(&tell!("ranked-methods"));
    let mut table = Table::new(vec![
        Column::label(tell!("ranked-method-id")),
        Column::numbers(tell!("ranked-method-share")),
        Column::numbers(tell!("ranked-method-total")),
        Column::numbers(tell!("ranked-method-rank")),
        Column::numbers(tell!("ranked-method-pawn")),
        Column::numbers(tell!("ranked-method-delta")),
    ]);
    for input in option.inputs.iter().take(top) {
        table.row([
            input.id.clone(),
            share(Some(input.share)),
            share(input.total),
            ranked::figure(input.rank_correlation),
            ranked::figure(input.pawn_median.and_then(|pawn| pawn.value)),
            ranked::figure(input.delta.and_then(|delta| delta.value)),
        ]);
    }
    page.lines(table.lines(page.look));
    let noise = |of: fn(&InputMatters) -> Option<EstimateLine>| {
        let all = option.inputs.iter().filter_map(of);
        ranked::figure(all.filter_map(|one| one.noise).reduce(f64::min))
    };
    page.prose(&tell!(
        "ranked-methods-about",
        pawn = noise(|input| input.pawn_median),
        delta = noise(|input| input.delta)
    ));
}

/// `17 [15–19]` in percent.
fn share(estimate: Option<EstimateLine>) -> String {
    let range = estimate.map_or_else(Range::default, |estimate| {
        let shown = |value: Option<f64>| value.map(|value| value.max(0.0));
        Range::new(
            shown(estimate.value),
            shown(estimate.low),
            shown(estimate.high),
        )
    });
    crate::report::table::aligned(&Scale::of("share", &[]).range(range))
}

fn exactly(exact: &ExactLine, top: usize, page: &mut Page) {
    page.gap();
    page.prose(&tell!(
        "ranked-exact",
        base = whole(exact.base as f64),
        runs = whole(exact.runs as f64)
    ));
    let mut table = Table::new(vec![
        Column::label(tell!("ranked-method-id")),
        Column::numbers(tell!("ranked-exact-first")),
        Column::numbers(tell!("ranked-exact-total")),
    ]);
    for input in exact.inputs.iter().take(top) {
        let id = match input.ids.is_empty() {
            true => input.name.clone(),
            false => input.ids.join(", "),
        };
        table.row([id, share(Some(input.first)), share(Some(input.total))]);
    }
    page.lines(table.lines(page.look));
}
