//! The outcome of one scenario as comma-separated values: one row per number with its range.
//!
//! Columns: `scope` (`tree`, `option` or `path`), `id` of the option or path, `measure`, `cohort`
//! (empty for the whole population), `year`, `unit`, then the spread. Whole-tree rows of a scenario
//! with open decisions carry the scope `tree_unweighted`.

use super::run::{Decisions, RunReport};
use super::sheet::{SPREAD, Sheet, of_band, of_series, of_spread, of_summary};

/// All numbers of a run.
#[must_use]
pub fn run_csv(report: &RunReport) -> String {
    let names = ["scope", "id", "measure", "cohort", "year", "unit"];
    let mut sheet = Sheet::new(&[&names[..], &SPREAD[..]].concat());
    let last = report
        .years
        .last()
        .map(ToString::to_string)
        .unwrap_or_default();
    tree(report, &last, &mut sheet);
    for option in &report.options {
        let id = format!("{}={}", option.node, option.option);
        for (key, summary) in &option.indicators {
            let names = ["option", &id, key, "", &last, unit(report, key)];
            sheet.numbers(&names, &of_summary(summary));
        }
        for (measure, cohorts) in &option.cohorts {
            for (cohort, summary) in cohorts {
                let names = ["option", &id, measure, cohort, &last, ""];
                sheet.numbers(&names, &of_summary(summary));
            }
        }
    }
    for path in &report.paths {
        for (key, summary) in &path.indicators {
            let names = ["path", &path.id, key, "", &last, unit(report, key)];
            sheet.numbers(&names, &of_summary(summary));
        }
    }
    sheet.text()
}

/// Whole-tree values: horizon first, then every year, then cohorts.
fn tree(report: &RunReport, last: &str, sheet: &mut Sheet) {
    let scope = match report.decisions {
        Decisions::Closed => "tree",
        Decisions::Unweighted => "tree_unweighted",
    };
    for (key, indicator) in &report.indicators {
        let names = [scope, "horizon", key, "", last, &indicator.unit];
        sheet.numbers(&names, &of_spread(&indicator.horizon));
    }
    for (at, year) in report.years.iter().enumerate() {
        let year = year.to_string();
        for (key, indicator) in &report.indicators {
            if let Some(series) = &indicator.series {
                let names = [scope, "series", key, "", &year, &indicator.unit];
                sheet.numbers(&names, &of_series(series, at));
            }
        }
        for (measure, cohorts) in &report.cohort_series {
            for (cohort, band) in cohorts {
                let names = [scope, "series", measure, cohort, &year, ""];
                sheet.numbers(&names, &of_band(band, at));
            }
        }
    }
}

fn unit<'a>(report: &'a RunReport, key: &str) -> &'a str {
    report
        .indicators
        .get(key)
        .map_or("", |indicator| indicator.unit.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::malawi;

    #[test]
    fn every_row_has_the_same_columns_and_missing_values_are_empty() {
        let mut report = malawi();
        report.paths[0].indicators["offline_poor"].p50 = None;
        let text = run_csv(&report);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap().len(), 12);
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let path = rows
            .iter()
            .find(|row| &row[0] == "path" && &row[2] == "offline_poor")
            .unwrap();
        assert_eq!((&path[9], &path[7]), ("", "4100000"));
        assert!(
            rows.iter()
                .any(|row| &row[0] == "option" && &row[1] == "budget=masts")
        );
        assert!(
            rows.iter().all(|row| &row[0] != "tree"),
            "open decisions must show"
        );
    }
}
