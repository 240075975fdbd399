//! The answer: in how many model runs which column does better for the poorest, and by how much.

use super::offline::poorest;
use crate::report::compare::{CompareCell, CompareReport, CompareRow, Direction};
use crate::report::run_text::{Page, row_scale, spread_range};
use crate::tell;

/// Indicators that the answer is about where no cohort can be followed, the first there is.
const OTHERWISE: [&str; 2] = ["usage_poor", "offline_people"];

/// One sentence per column that is compared, about the poorest women if there are any.
pub(super) fn answer(report: &CompareReport, page: &mut Page) {
    let indicator = |key: &&str| report.indicators.get(*key).cloned();
    let Some(row) = poorest(report).or_else(|| OTHERWISE.iter().find_map(indicator)) else {
        return;
    };
    for (id, cell) in &row.columns {
        page.prose(&sentence(report, &row, id, cell).unwrap_or_default());
    }
}

fn sentence(
    report: &CompareReport,
    row: &CompareRow,
    id: &str,
    cell: &CompareCell,
) -> Option<String> {
    let difference = cell.difference.as_ref()?;
    let label = row.label.as_str();
    let versus = difference.versus.as_str();
    if difference.direction == Direction::Same {
        return Some(tell!(
            "compare-same",
            column = id,
            reference = versus,
            what = label
        ));
    }
    if report.run.median {
        let range = spread_range(difference.spread);
        let scale = row_scale("", &row.unit, &[range]).signed();
        let by = scale.told(range);
        return Some(tell!(
            "compare-median",
            column = id,
            reference = versus,
            what = label,
            by = by
        ));
    }
    let better = (difference.share_better? * 100.0).round() as i64;
    let worse = (difference.share_worse? * 100.0).round() as i64;
    // 48 and 52 of 100 are the same answer.
    let sentence = match better - worse {
        -10..=10 => tell!(
            "compare-even",
            column = id,
            reference = versus,
            what = label,
            better = better,
            worse = worse
        ),
        11.. => tell!(
            "compare-better",
            column = id,
            reference = versus,
            what = label,
            runs = better
        ),
        _ => tell!(
            "compare-worse",
            column = id,
            reference = versus,
            what = label,
            runs = worse
        ),
    };
    Some(sentence)
}
