//! Scenarios, or the options of one scenario, side by side on the same draws, exactly as
//! `foretree compare --format json` prints them.
//!
//! Every difference names the column it is measured against; see `docs/command-line.md`.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::attribution::AttributionReport;
use super::gains::Gains;
use super::run::{BaselineLine, Better, Note, ReferenceLine, RunLine, ScenarioLine};
use super::stats::{Series, Spread};

/// Several columns over the same draws.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompareReport {
    /// How all columns were computed: the same draws and seed for each.
    pub run: RunLine,
    /// Letter of the column that the others are measured against.
    pub reference: String,
    /// Last year that all columns share: values stand at its end.
    pub year: i32,
    /// Base year to `year`, both included.
    pub years: Vec<i32>,
    /// The columns, left to right.
    pub columns: Vec<ColumnReport>,
    /// One row per indicator key, in catalogue order.
    pub indicators: IndexMap<String, CompareRow>,
    /// One row per cohort id for each thing measured (`usage`, `income_vs_noai` and so on).
    #[serde(default)]
    pub cohorts: IndexMap<String, IndexMap<String, IndexMap<String, CompareCell>>>,
    /// Who gains, who loses and who pays, for the poorest first; absent where no cohort can be
    /// followed.
    #[serde(default)]
    pub gains: Option<Gains>,
    /// What made the difference of each column to the reference; only where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Vec<AttributionReport>>,
    /// What was left out or done differently than asked.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// One column: a scenario, or one option of the first open decision of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ColumnReport {
    /// `A`, `B`, and so on.
    pub id: String,
    /// File as named on the command line.
    pub file: String,
    /// Which scenario this is.
    pub scenario: ScenarioLine,
    /// Where it starts.
    pub baseline: BaselineLine,
    /// The country its gap between countries is measured against, if any.
    #[serde(default)]
    pub reference: Option<ReferenceLine>,
    /// The option this column takes at the first open decision; `null` when all are closed.
    pub option: Option<ColumnOption>,
    /// Whether decisions further down are still open and therefore mixed with equal weights.
    pub mixes_open_decisions: bool,
    /// Inputs in which this column differs from the reference column.
    pub differs: Vec<InputDifference>,
}

/// The option of a decision that a column takes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct ColumnOption {
    pub node: String,
    pub option: String,
    pub node_title: String,
    pub option_title: String,
}

/// One input that is not the same as in the reference column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InputDifference {
    /// Where in the scenario, for example `assumptions.price_decline` or `tree.budget`.
    pub field: String,
    /// What the reference column says; `null` where it says nothing.
    pub reference: Option<String>,
    /// What this column says; `null` where it says nothing.
    pub here: Option<String>,
}

/// One indicator across the columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompareRow {
    /// Unit of the values.
    pub unit: String,
    /// Which direction is good.
    pub better: Better,
    /// Name shown to people.
    pub label: String,
    /// By column letter, in the order of `columns`.
    pub columns: IndexMap<String, CompareCell>,
}

/// One value and how far it lies from the reference column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CompareCell {
    /// Values at the end of the shared horizon.
    pub horizon: Spread,
    /// Values by year; absent where the indicator has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<Series>,
    /// Against the reference column, draw by draw; `null` in the reference column itself.
    pub difference: Option<Difference>,
}

/// This column minus the reference column, draw by draw on the same draws.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// Letter of the column it is measured against.
    pub versus: String,
    /// Spread of the differences, in the unit of the indicator.
    #[serde(flatten)]
    pub spread: Spread,
    /// Share of draws in which this column is strictly better, 0..1; `null` for indicators of
    /// which neither direction is better. Of a gap that may lie on either side of 0, such as
    /// women to men, sizes are compared.
    pub share_better: Option<f64>,
    /// Share of draws in which it is strictly worse, 0..1.
    pub share_worse: Option<f64>,
    /// The difference in one word.
    pub direction: Direction,
}

/// A paired difference in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Our whole range lies on the good side.
    Better,
    /// Our whole range lies on the bad side.
    Worse,
    /// Our whole range lies above, and neither direction is better.
    Higher,
    /// Our whole range lies below, and neither direction is better.
    Lower,
    /// Our range holds gains and losses.
    Unclear,
    /// No difference in any draw within our range.
    Same,
    /// The value cannot be had in one of the columns.
    Unknown,
}

impl Direction {
    /// Reads the direction off our range (5th to 95th percentile) of the paired differences.
    ///
    /// A range that only touches zero still counts as one-sided: many effects reach nobody in
    /// some draws.
    #[must_use]
    pub fn of(spread: &Spread, better: Better) -> Self {
        let (Some(low), Some(high)) = (spread.p5, spread.p95) else {
            return Self::Unknown;
        };
        if low == 0.0 && high == 0.0 {
            return Self::Same;
        }
        if low < 0.0 && high > 0.0 {
            return Self::Unclear;
        }
        match (better, low >= 0.0) {
            (Better::Up, true) | (Better::Down, false) => Self::Better,
            (Better::Up, false) | (Better::Down, true) => Self::Worse,
            (Better::Context, true) => Self::Higher,
            (Better::Context, false) => Self::Lower,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(p5: f64, p95: f64) -> Spread {
        Spread {
            p5: Some(p5),
            p95: Some(p95),
            ..Spread::certain(0.0)
        }
    }

    #[test]
    fn a_range_on_one_side_has_a_direction_and_a_range_across_zero_has_none() {
        assert_eq!(
            Direction::of(&spread(-0.2, -0.1), Better::Down),
            Direction::Better
        );
        assert_eq!(
            Direction::of(&spread(-0.2, 0.0), Better::Up),
            Direction::Worse
        );
        assert_eq!(
            Direction::of(&spread(-0.2, 0.1), Better::Down),
            Direction::Unclear
        );
        assert_eq!(
            Direction::of(&spread(0.1, 0.2), Better::Context),
            Direction::Higher
        );
        assert_eq!(
            Direction::of(&spread(0.0, 0.0), Better::Up),
            Direction::Same
        );
        assert_eq!(
            Direction::of(&Spread::default(), Better::Up),
            Direction::Unknown
        );
    }

    #[test]
    fn a_difference_keeps_its_spread_beside_its_reference_in_json() {
        let difference = Difference {
            versus: "A".into(),
            spread: Spread::certain(-0.13),
            share_better: Some(0.83),
            share_worse: Some(0.1),
            direction: Direction::Better,
        };
        let json = serde_json::to_value(&difference).unwrap();
        assert_eq!(json["versus"], "A");
        assert_eq!(json["p50"], -0.13);
        assert_eq!(
            serde_json::from_value::<Difference>(json).unwrap(),
            difference
        );
    }
}
