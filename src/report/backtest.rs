//! What `foretree backtest` says, as numbers: the contract of its JSON and CSV.

use serde::Serialize;

use super::run::Note;
use super::sheet::Sheet;
use crate::analysis::backtest::summary::{Case, Difference, Summary};
use crate::seeds::{BacktestRow, FittedTide};

/// Everything that was asked for.
#[derive(Clone, Debug, Default, Serialize)]
pub struct BacktestReport {
    /// What was typed.
    pub asked: Asked,
    /// Scores by protocol, parameters, group, origin and horizon.
    pub rows: Vec<ScoreRow>,
    /// Plain ways to look ahead, on the same countries and years; empty unless asked for.
    pub rivals: Vec<RivalRow>,
    /// One country; `null` unless asked for.
    pub country: Option<CountryFan>,
    /// The tides that made the ranges of the rolling origins.
    pub fits: Vec<FittedTide>,
    /// What was not tested, and what cannot be had.
    pub notes: Vec<Note>,
}

/// What was typed; `null` where nothing was.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Asked {
    /// `tide` or `block`.
    pub protocol: Option<String>,
    /// Id of a group; that of the country if only a country was named.
    pub group: Option<String>,
    /// Code of a country.
    pub country: Option<String>,
    /// Year in which ranges were made.
    pub origin: Option<i32>,
    /// Years ahead.
    pub horizon: Option<i32>,
    /// Name of a variant.
    pub variant: Option<String>,
    /// Whether the tide was fitted again.
    pub refit: bool,
}

/// How some ranges did.
#[derive(Clone, Debug, Serialize)]
pub struct ScoreRow {
    /// Names and averages.
    #[serde(flatten)]
    pub row: BacktestRow,
    /// Shares of cases in each tenth of their range; a tenth each if ranges are right.
    pub pit: [f64; 10],
}

/// How a rival did.
#[derive(Clone, Debug, Serialize)]
pub struct RivalRow {
    /// `no_change`, `mean_change`, `linear_trend`, `logistic_trend` or `random_walk`.
    pub rival: String,
    /// Its averages.
    #[serde(flatten)]
    pub row: BacktestRow,
    /// Mean CRPS of the rival less that of the tide; above 0 the tide is better.
    pub crps_minus_tide: Option<f64>,
    /// Standard error of that, clustered by country.
    pub error: Option<f64>,
}

/// What was said about one country, and what happened.
#[derive(Clone, Debug, Serialize)]
pub struct CountryFan {
    /// Its code.
    pub iso3: String,
    /// Its short name.
    pub name: String,
    /// Year in which the ranges were made.
    pub origin: i32,
    /// Share online in that year; `null` if there is no figure or less than 1 %.
    pub start: Option<f64>,
    /// Year by year.
    pub years: Vec<FanYear>,
}

/// One year of a country.
#[derive(Clone, Debug, Serialize)]
pub struct FanYear {
    /// The year.
    pub year: i32,
    /// 5, 25, 50, 75 and 95 percent points of the share online.
    pub points: [f64; 5],
    /// What happened.
    pub observed: f64,
    /// Whether the range from 5 to 95 holds it.
    pub inside: bool,
}

impl FanYear {
    /// A year from its case.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let [p5, _, p25, p50, p75, _, p95] = case.points;
        Self {
            year: case.origin + case.horizon,
            points: [p5, p25, p50, p75, p95],
            observed: case.observed,
            inside: case.inside()[2],
        }
    }
}

/// Names of a row.
#[derive(Clone, Copy, Debug)]
pub struct Of<'a> {
    /// See [`BacktestRow`].
    pub protocol: &'a str,
    /// See [`BacktestRow`].
    pub ranges: &'a str,
    /// See [`BacktestRow`].
    pub group: &'a str,
    /// See [`BacktestRow`].
    pub origin: Option<i32>,
    /// See [`BacktestRow`].
    pub horizon: Option<i32>,
}

/// A row from averages.
#[must_use]
pub fn row(of: Of<'_>, summary: &Summary) -> ScoreRow {
    let row = BacktestRow {
        protocol: of.protocol.to_owned(),
        ranges: of.ranges.to_owned(),
        group: of.group.to_owned(),
        origin: of.origin,
        horizon: of.horizon,
        cases: summary.cases,
        countries: summary.countries,
        rise_observed: summary.rise_observed,
        rise_median: summary.rise_median,
        mae: summary.mae,
        bias: summary.bias,
        crps: summary.crps,
        five_points: summary.five_points,
        inside_50: summary.inside[0],
        inside_80: summary.inside[1],
        inside_90: summary.inside[2],
    };
    ScoreRow {
        row,
        pit: summary.pit,
    }
}

/// A rival's row.
#[must_use]
pub fn rival_row(name: &str, of: Of<'_>, summary: &Summary, apart: Option<Difference>) -> RivalRow {
    RivalRow {
        rival: name.to_owned(),
        row: row(of, summary).row,
        crps_minus_tide: apart.map(|apart| apart.mean),
        error: apart.map(|apart| apart.error),
    }
}

const COLUMNS: [&str; 16] = [
    "protocol",
    "ranges",
    "group",
    "origin",
    "horizon",
    "cases",
    "countries",
    "rise_observed",
    "rise_median",
    "mae",
    "bias",
    "crps",
    "five_points",
    "inside_50",
    "inside_80",
    "inside_90",
];

/// The scores as comma-separated values, six digits after the point; rivals stand in `ranges`.
#[must_use]
pub fn backtest_csv(report: &BacktestReport) -> String {
    let mut sheet = Sheet::new(&COLUMNS);
    for row in &report.rows {
        sheet.row(&fields(&row.row, &row.row.ranges));
    }
    for rival in &report.rivals {
        sheet.row(&fields(&rival.row, &rival.rival));
    }
    sheet.text()
}

fn fields(row: &BacktestRow, ranges: &str) -> Vec<String> {
    let year = |year: Option<i32>| year.map_or_else(String::new, |year| year.to_string());
    let mut fields = vec![
        row.protocol.clone(),
        ranges.to_owned(),
        row.group.clone(),
        year(row.origin),
        year(row.horizon),
        row.cases.to_string(),
        row.countries.to_string(),
    ];
    let shares = [
        row.rise_observed,
        row.rise_median,
        row.mae,
        row.bias,
        row.crps,
        row.five_points,
        row.inside_50,
        row.inside_80,
        row.inside_90,
    ];
    fields.extend(shares.map(|share| format!("{share:.6}")));
    fields
}
