//! Use by cohort turned round: who is offline, in the order of the cohorts.

use indexmap::IndexMap;

use crate::report::compare::{CompareCell, CompareReport, CompareRow, Difference};
use crate::report::run::Better;
use crate::tell;
use crate::words::people::cohort_name;

/// One row per cohort, the poorest first.
pub(super) fn offline(report: &CompareReport) -> Vec<CompareRow> {
    let usage = report.cohorts.get("usage");
    usage
        .into_iter()
        .flatten()
        .map(|(cohort, cells)| row(cohort, cells))
        .collect()
}

/// The cohort and the row that the answer is about: poor women, or else the first cohort.
pub(super) fn poorest(report: &CompareReport) -> Option<(String, CompareRow)> {
    let usage = report.cohorts.get("usage")?;
    let cohort = usage.get_key_value("poor_women").or_else(|| usage.first());
    cohort.map(|(cohort, cells)| (cohort.clone(), row(cohort, cells)))
}

fn row(cohort: &str, cells: &IndexMap<String, CompareCell>) -> CompareRow {
    CompareRow {
        unit: "share".to_owned(),
        better: Better::Down,
        label: tell!("compare-offline", who = cohort_name(cohort)),
        columns: cells
            .iter()
            .map(|(column, cell)| (column.clone(), turned(cell)))
            .collect(),
    }
}

fn turned(cell: &CompareCell) -> CompareCell {
    CompareCell {
        horizon: cell.horizon.mirrored(|x| 1.0 - x),
        series: None,
        // Fewer offline is as good as more online: shares of runs and direction stay.
        difference: cell.difference.as_ref().map(|difference| Difference {
            spread: difference.spread.mirrored(|x| -x),
            ..difference.clone()
        }),
    }
}

#[cfg(test)]
mod tests {
    use crate::report::stats::Spread;

    #[test]
    fn a_high_use_is_a_low_absence() {
        let online = Spread {
            p5: Some(0.2),
            p50: Some(0.5),
            p95: Some(0.9),
            ..Spread::default()
        };
        let offline = online.mirrored(|x| 1.0 - x);
        assert_eq!((offline.p50, offline.p95), (Some(0.5), Some(0.8)));
        assert!((offline.p5.unwrap() - 0.1).abs() < 1e-12);
    }
}
