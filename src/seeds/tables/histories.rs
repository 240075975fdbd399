//! Published histories, for testing the model against the past.

use serde::Serialize;

use super::row::records;
use crate::seeds::SeedError;

/// One yearly series of one economy.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct History {
    /// The economy.
    pub iso3: String,
    /// (year, share 0..1), years ascending; years without a figure are absent.
    pub points: Vec<(i32, f64)>,
}

impl History {
    /// The share in a year, if published.
    pub fn at(&self, year: i32) -> Option<f64> {
        self.points
            .iter()
            .find(|(when, _)| *when == year)
            .map(|(_, share)| *share)
    }
}

pub(crate) fn internet_history(text: &str) -> Result<Vec<History>, SeedError> {
    histories("internet_history.csv", text, "internet_use_pct")
}

pub(crate) fn electricity_history(text: &str) -> Result<Vec<History>, SeedError> {
    histories("electricity_history.csv", text, "electricity_access_pct")
}

fn histories(
    file: &'static str,
    text: &str,
    column: &'static str,
) -> Result<Vec<History>, SeedError> {
    let points = records(file, text, |row| {
        let missing = |column| SeedError::Field {
            file,
            line: 0,
            column,
        };
        let year = row.number("year")?.ok_or_else(|| missing("year"))? as i32;
        let share = row.number(column)?.ok_or_else(|| missing(column))? / 100.0;
        Ok((row.text("iso3")?, year, share))
    })?;
    let mut histories: Vec<History> = Vec::new();
    for (iso3, year, share) in points {
        match histories.last_mut() {
            Some(last) if last.iso3 == iso3 => last.points.push((year, share)),
            _ => histories.push(History {
                iso3,
                points: vec![(year, share)],
            }),
        }
    }
    Ok(histories)
}
