//! Columns side by side as comma-separated values: one row per indicator and column, with the
//! paired difference against the reference column.

use super::compare::{CompareReport, Difference};
use super::sheet::{SPREAD, Sheet, number, of_spread};

/// All numbers of a comparison at the shared horizon.
#[must_use]
pub fn compare_csv(report: &CompareReport) -> String {
    let names = ["column", "file", "option", "measure", "year", "unit"];
    let against = ["versus", "share_better", "share_worse"];
    let differences = SPREAD.map(|name| format!("difference_{name}"));
    let differences = differences.each_ref().map(String::as_str);
    let mut sheet = Sheet::new(&[&names[..], &SPREAD[..], &against[..], &differences[..]].concat());
    for (key, row) in &report.indicators {
        for column in &report.columns {
            let Some(cell) = row.columns.get(&column.id) else {
                continue;
            };
            let option = column.option.as_ref();
            let option = option
                .map(|o| format!("{}={}", o.node, o.option))
                .unwrap_or_default();
            let year = report.year.to_string();
            let names = [&column.id, &column.file, &option, key, &year, &row.unit];
            let mut fields: Vec<String> = names.into_iter().cloned().collect();
            fields.extend(of_spread(&cell.horizon).map(number));
            fields.extend(versus(cell.difference.as_ref()));
            sheet.row(&fields);
        }
    }
    sheet.text()
}

/// Reference, shares of runs and the spread of the difference; empty in the reference column.
fn versus(difference: Option<&Difference>) -> Vec<String> {
    let Some(difference) = difference else {
        return vec![String::new(); 9];
    };
    let shares = [difference.share_better, difference.share_worse].map(number);
    let spread = of_spread(&difference.spread).map(number);
    std::iter::once(difference.versus.clone())
        .chain(shares)
        .chain(spread)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::side_by_side;

    #[test]
    fn the_reference_column_has_no_difference_and_the_others_name_it() {
        let text = compare_csv(&side_by_side());
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert!(rows.iter().all(|row| row.len() == 21));
        assert!(
            rows.iter()
                .filter(|row| &row[0] == "A")
                .all(|row| row[12].is_empty())
        );
        assert!(
            rows.iter()
                .filter(|row| &row[0] == "B")
                .all(|row| &row[12] == "A")
        );
    }
}
