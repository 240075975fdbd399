//! Who gains, who loses, who pays: the first view of a comparison, as plain data.
//!
//! Every row has one cell per column; every difference names the base column, and so do the
//! sentences. Filled by [`super::fill_compare::gains`].

use serde::{Deserialize, Serialize};

use super::compare::{Difference, InputDifference};
use super::run::Better;
use super::stats::Spread;
use crate::analysis::assumed::OneWay;
use crate::analysis::breakeven::BreakEven;
use crate::analysis::dominance::Dominance;

/// The whole view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gains {
    /// Last year that all columns share.
    pub year: i32,
    /// Letter of the column that others are measured against.
    pub base: String,
    /// Whether one median run stands for all: then nothing has a range.
    pub median: bool,
    /// Whether the columns play in different places: then nobody "does better".
    pub places: bool,
    /// Id of the cohort that the view is about: poor women if there are any.
    pub cohort: String,
    /// What stands in which column, left to right.
    pub columns: Vec<GainColumn>,
    /// Numbers, in the order in which they are shown.
    pub rows: Vec<GainRow>,
    /// The two columns that leave the fewest offline, the base aside, and how weak the effect of
    /// the first may be before the second is ahead; filled by whoever searched.
    #[serde(default)]
    pub rival: Option<Rival>,
}

/// The best column against the next best.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rival {
    /// Letter of the column that is ahead.
    pub ahead: String,
    /// Letter of the one behind it.
    pub behind: String,
    /// How weak its effect may be.
    pub break_even: BreakEven,
}

/// One column: what it is, who pays, what it leaves out, why it differs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GainColumn {
    /// Its letter.
    pub id: String,
    /// Title of the option, or of the scenario.
    pub title: String,
    /// Country, group or made-up place.
    pub place: String,
    /// Who decides at the node of the option, in the words of the scenario.
    pub payer: String,
    /// Cost in million dollars up to the horizon; missing where none is entered.
    pub cost: Option<Spread>,
    /// Effort in points, 1 to 3.
    pub effort: Option<u8>,
    /// What no number counts, in the words of the scenario, one entry for each outcome on the way.
    pub not_counted: Vec<String>,
    /// Measures of the road map that it adopts and the base column does not.
    pub measures: Vec<String>,
    /// Inputs in which it differs from the base column.
    pub differs: Vec<InputDifference>,
    /// Which way all it assumes beyond the base column pulls the cohort's use; none for the base.
    pub assumed: Option<OneWay>,
    /// How weak that may be before it is no longer ahead; filled by whoever searched.
    #[serde(default)]
    pub break_even: Option<BreakEven>,
    /// Whether it keeps more of the cohort online than the base column at every mark, draw by draw
    /// averaged over chances; none for the base, a median run and between places.
    #[serde(default)]
    pub dominance: Option<Dominance>,
    /// Standard error of the share of draws in which it keeps more of the cohort online, 0..1.
    #[serde(default)]
    pub share_better_error: Option<f64>,
}

/// What a row shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// Share of the cohort that is offline.
    Offline,
    /// The same in a bad run: 1 in 20 ends above it.
    OfflineBadTail,
    /// Use of the rest minus use of the poor.
    PoorGap,
    /// How much less women are online than men; below 0 women are ahead.
    GenderGap,
    /// Use in the reference country minus use here.
    CountryGap,
    /// Income of the poor compared with no AI.
    IncomeOfPoor,
    /// The same in dollars a year for one poor person.
    IncomeDollars,
    /// Dollars a year in a bad run: 1 in 20 ends below it.
    IncomeBadTail,
    /// Shares of runs with a setback of the income of the poor.
    SetbackIncome,
    /// Of the poor being online.
    SetbackOnline,
    /// Of a gap.
    SetbackGap,
    /// Poor people harmed at once in a bad run: 1 in 20 ends above it.
    HarmedBadTail,
}

impl RowKind {
    /// Whether the row shows one end of a range and has no range of its own.
    #[must_use]
    pub fn is_tail(self) -> bool {
        matches!(
            self,
            Self::OfflineBadTail | Self::IncomeBadTail | Self::HarmedBadTail
        )
    }

    /// Whether the row is a share of model runs.
    #[must_use]
    pub fn is_share_of_runs(self) -> bool {
        matches!(
            self,
            Self::SetbackIncome | Self::SetbackOnline | Self::SetbackGap
        )
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GainRow {
    /// What it shows.
    pub kind: RowKind,
    /// Its label.
    pub label: String,
    /// Unit of its values as [`crate::words::numbers::Scale::of`] knows it.
    pub unit: String,
    /// Which direction is good.
    pub better: Better,
    /// One per column.
    pub cells: Vec<GainCell>,
}

/// One value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GainCell {
    /// Values at the end of the shared horizon; of a tail only the end that counts.
    pub value: Spread,
    /// Share of runs in each of [`STRIP`] equal parts of 0 to 1, for the strip of densities;
    /// empty where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strip: Vec<f64>,
    /// Which sex is ahead, in the row of that gap.
    #[serde(default)]
    pub ahead: Option<Ahead>,
    /// Against the base column, draw by draw; none in the base column and in tails.
    pub difference: Option<Difference>,
}

/// Which sex is ahead in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ahead {
    /// Our whole range has women ahead.
    Women,
    /// Our whole range has men ahead.
    Men,
    /// Either may be ahead.
    Open,
}

impl Ahead {
    /// Reads it off the gap, 1 - women / men.
    #[must_use]
    pub fn of(gap: &Spread) -> Option<Self> {
        let (low, high) = (gap.p5?, gap.p95?);
        Some(match () {
            () if low >= 0.0 && high > 0.0 => Self::Men,
            () if high <= 0.0 && low < 0.0 => Self::Women,
            () => Self::Open,
        })
    }
}

/// Parts of the strip of densities.
pub const STRIP: usize = 16;

impl Gains {
    /// The row of a kind, if the columns have it.
    #[must_use]
    pub fn row(&self, kind: RowKind) -> Option<&GainRow> {
        self.rows.iter().find(|row| row.kind == kind)
    }

    /// The place of a column by its letter.
    #[must_use]
    pub fn place_of(&self, letter: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id == letter)
    }
}
