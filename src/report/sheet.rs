//! Rows of comma-separated values.
//!
//! Numbers keep all their digits; what cannot be had is an empty field.

use super::stats::{Band, Series, Spread, Summary};

/// Rows under construction.
pub(crate) struct Sheet {
    writer: csv::Writer<Vec<u8>>,
}

impl Sheet {
    /// A sheet with a first row of names.
    pub(crate) fn new(names: &[&str]) -> Self {
        let mut sheet = Self {
            writer: csv::WriterBuilder::new()
                .flexible(true)
                .from_writer(Vec::new()),
        };
        sheet.row(names);
        sheet
    }

    /// Adds a row.
    pub(crate) fn row<T: AsRef<[u8]>>(&mut self, fields: &[T]) {
        // Writing to memory cannot fail.
        let _ = self.writer.write_record(fields);
    }

    /// Adds a row of names and numbers.
    pub(crate) fn numbers(&mut self, names: &[&str], values: &[Option<f64>]) {
        let names = names.iter().map(|name| (*name).to_owned());
        let row: Vec<String> = names
            .chain(values.iter().map(|value| number(*value)))
            .collect();
        self.row(&row);
    }

    /// Everything as text.
    pub(crate) fn text(self) -> String {
        let bytes = self.writer.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

/// A number with all its digits, as short as possible.
pub(crate) fn number(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// The six columns of a spread: mean, p5, p25, p50, p75, p95.
pub(crate) const SPREAD: [&str; 6] = ["mean", "p5", "p25", "p50", "p75", "p95"];

pub(crate) fn of_spread(spread: &Spread) -> [Option<f64>; 6] {
    [
        spread.mean,
        spread.p5,
        spread.p25,
        spread.p50,
        spread.p75,
        spread.p95,
    ]
}

pub(crate) fn of_summary(summary: &Summary) -> [Option<f64>; 6] {
    [
        summary.mean,
        summary.p5,
        None,
        summary.p50,
        None,
        summary.p95,
    ]
}

/// The six columns of a series in one year.
pub(crate) fn of_series(series: &Series, year: usize) -> [Option<f64>; 6] {
    let at = |values: &[Option<f64>]| values.get(year).copied().flatten();
    [
        &series.mean,
        &series.p5,
        &series.p25,
        &series.p50,
        &series.p75,
        &series.p95,
    ]
    .map(|v| at(v))
}

/// The six columns of a band in one year.
pub(crate) fn of_band(band: &Band, year: usize) -> [Option<f64>; 6] {
    let at = |values: &[Option<f64>]| values.get(year).copied().flatten();
    [None, at(&band.p5), None, at(&band.p50), None, at(&band.p95)]
}
