//! What matters as rows of comma-separated values: one per input and option.

use super::{EstimateLine, InputMatters, MattersReport, OptionMatters};
use crate::report::sheet::{Sheet, number};

const NAMES: [&str; 25] = [
    "option",
    "year",
    "subject",
    "kind",
    "id",
    "evidence",
    "share",
    "share_low",
    "share_high",
    "share_noise",
    "total",
    "total_low",
    "total_high",
    "rank_correlation",
    "pawn_median",
    "pawn_median_noise",
    "pawn_max",
    "delta",
    "delta_noise",
    "low",
    "high",
    "lowest",
    "highest",
    "exact_first",
    "exact_total",
];

/// The rows.
#[must_use]
pub fn matters_csv(report: &MattersReport) -> String {
    let mut sheet = Sheet::new(&NAMES);
    for option in &report.options {
        for input in &option.inputs {
            sheet.row(&row(report, option, input));
        }
    }
    sheet.text()
}

fn row(report: &MattersReport, option: &OptionMatters, input: &InputMatters) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let of = |estimate: Option<EstimateLine>, part: fn(EstimateLine) -> Option<f64>| {
        number(estimate.and_then(part))
    };
    let exact = option.exact.iter().flat_map(|exact| &exact.inputs);
    let mut exact = exact.filter(|one| one.ids.contains(&input.id));
    let exact = exact.next();
    vec![
        text(&option.option),
        report.year.to_string(),
        report.subject.id.clone(),
        input.kind.clone(),
        input.id.clone(),
        text(&input.evidence),
        number(input.share.value),
        number(input.share.low),
        number(input.share.high),
        number(input.share.noise),
        of(input.total, |e| e.value),
        of(input.total, |e| e.low),
        of(input.total, |e| e.high),
        number(input.rank_correlation),
        of(input.pawn_median, |e| e.value),
        of(input.pawn_median, |e| e.noise),
        of(input.pawn_max, |e| e.value),
        of(input.delta, |e| e.value),
        of(input.delta, |e| e.noise),
        number(input.low),
        number(input.high),
        text(&input.lowest),
        text(&input.highest),
        of(exact.map(|exact| exact.first), |e| e.value),
        of(exact.map(|exact| exact.total), |e| e.value),
    ]
}
