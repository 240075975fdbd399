//! The answer: in how many model runs which column does better for the poorest, and by how much.

use super::offline::poorest;
use crate::report::compare::{CompareCell, CompareReport, CompareRow};
use crate::report::gains_text;
use crate::report::run_text::{Page, row_scale, spread_range};
use crate::tell;
use crate::words::sentences::{Between, Matter, comparison};

/// Indicators that the answer is about where no cohort can be followed, the first there is.
const OTHERWISE: [&str; 2] = ["usage_poor", "offline_people"];

/// One sentence per column that is compared, about the poorest women if there are any.
pub(super) fn answer(report: &CompareReport, page: &mut Page) {
    if let Some(gains) = &report.gains {
        let said = gains_text::headline(gains).into_iter();
        for sentence in said.chain(gains_text::everywhere(gains)) {
            page.prose(&sentence);
        }
        return;
    }
    let followed = poorest(report);
    let cohort = followed.as_ref().map(|(cohort, _)| cohort.as_str());
    let indicator = |key: &&str| report.indicators.get(*key);
    let row = followed.as_ref().map(|(_, row)| row);
    let Some(row) = row.or_else(|| OTHERWISE.iter().find_map(indicator)) else {
        return;
    };
    for (id, cell) in &row.columns {
        page.prose(&sentence(report, row, cohort, (id, cell)).unwrap_or_default());
    }
}

fn sentence(
    report: &CompareReport,
    row: &CompareRow,
    cohort: Option<&str>,
    (id, cell): (&str, &CompareCell),
) -> Option<String> {
    let difference = cell.difference.as_ref()?;
    if report.run.is_single() {
        let range = spread_range(difference.spread);
        let scale = row_scale("", &row.unit, &[range]).signed();
        return Some(tell!(
            "say-median-by",
            column = id,
            reference = &difference.versus,
            what = &row.label,
            by = scale.told(range)
        ));
    }
    let matter = cohort.map_or(Matter::Better(&row.label), Matter::Offline);
    let between = Between {
        column: id,
        reference: &difference.versus,
        better: difference.share_better?,
        worse: difference.share_worse?,
    };
    Some(comparison(matter, between))
}
