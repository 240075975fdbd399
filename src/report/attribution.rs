//! What made the difference between two columns, as it leaves the program.

use serde::{Deserialize, Serialize};

use super::run::Better;
use super::sheet::{SPREAD, Sheet, number, of_spread};
use super::stats::Spread;
use crate::analysis::dominance::Dominance;

/// A difference shared out among what differs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttributionReport {
    /// Letter of the column.
    pub column: String,
    /// Letter of the column that it is measured against.
    pub versus: String,
    /// Key of the indicator, or `measure:cohort`.
    pub indicator: String,
    /// Its name.
    pub label: String,
    /// Its unit.
    pub unit: String,
    /// Which direction is good.
    pub better: Better,
    /// The year in which values stand.
    pub year: i32,
    /// Mean over the draws in the column.
    pub here: Option<f64>,
    /// Mean over the draws in the column that it is measured against.
    pub there: Option<f64>,
    /// Spread of the whole difference over the draws.
    pub whole: Spread,
    /// What differs, in the order of a scenario file; means sum to that of `whole`.
    pub changes: Vec<ChangeReport>,
    /// Whether every mixture was simulated; else orders were sampled.
    pub exact: bool,
    /// Whether the parts are as precise as was asked for.
    pub precise: bool,
    /// Mixtures that were simulated.
    pub mixtures: usize,
    /// Orders that were sampled.
    pub orders: Option<usize>,
    /// Draws of each mixture.
    pub draws: usize,
    /// Whether the column is ahead at every mark, more of the good direction being ahead; marks in
    /// `crossings` are values of the indicator. `null` where neither direction is good.
    pub dominance: Option<Dominance>,
    /// Share of draws in which the column is better, by more than rounding.
    pub share_better: Option<f64>,
    /// Its standard error.
    pub share_better_error: Option<f64>,
}

/// What one change makes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangeReport {
    /// `place`, `inputs`, `parameters`, `correlations`, `tree`, `years`, `decisions`,
    /// `probabilities`, `measures`, `effects` or `wildcard`.
    pub kind: String,
    /// Its node, if it has one.
    pub node: Option<String>,
    /// Its branch or option, if it has one.
    pub outcome: Option<String>,
    /// Ids of inputs, parameters, measures or effects.
    pub items: Vec<String>,
    /// What it is, in words.
    pub text: String,
    /// Its contribution over the draws, in the unit of the indicator.
    #[serde(flatten)]
    pub spread: Spread,
    /// Standard error of its mean from sampling orders; 0 where the answer is exact.
    pub order_error: Option<f64>,
    /// Standard error of its mean from the number of draws.
    pub draw_error: Option<f64>,
    /// What it makes before any other change.
    pub alone: Option<f64>,
    /// What it makes after all others.
    pub last: Option<f64>,
}

impl AttributionReport {
    /// The changes, what made most first.
    #[must_use]
    pub fn largest_first(&self) -> Vec<&ChangeReport> {
        let size = |change: &ChangeReport| change.spread.mean.unwrap_or(0.0).abs();
        let mut all: Vec<&ChangeReport> = self.changes.iter().collect();
        all.sort_by(|one, other| size(other).total_cmp(&size(one)));
        all
    }
}

/// All contributions as comma-separated values.
#[must_use]
pub fn attribution_csv(all: &[AttributionReport]) -> String {
    let names = [
        "column",
        "versus",
        "indicator",
        "year",
        "unit",
        "kind",
        "node",
        "outcome",
        "items",
        "text",
    ];
    let errors = ["order_error", "draw_error", "alone", "last"];
    let mut sheet = Sheet::new(&[&names[..], &SPREAD[..], &errors[..]].concat());
    for one in all {
        for change in &one.changes {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let mut fields = vec![
                one.column.clone(),
                one.versus.clone(),
                one.indicator.clone(),
                one.year.to_string(),
                one.unit.clone(),
                change.kind.clone(),
                text(&change.node),
                text(&change.outcome),
                change.items.join(";"),
                change.text.clone(),
            ];
            fields.extend(of_spread(&change.spread).map(number));
            let errors = [
                change.order_error,
                change.draw_error,
                change.alone,
                change.last,
            ];
            fields.extend(errors.map(number));
            sheet.row(&fields);
        }
    }
    sheet.text()
}
