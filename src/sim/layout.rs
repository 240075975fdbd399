//! Which values a run keeps, and what that costs in memory.

use super::plan::Plan;
use super::sheet::CHUNK;
use crate::model::indicators::{COHORT_SERIES, CohortKey, INDICATORS, Key, Needs};

/// Memory that results may take unless told otherwise: 512 MiB.
pub const DEFAULT_BUDGET: usize = 512 << 20;

/// One kind of number a simulated year has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// An indicator, by its place in [`INDICATORS`].
    Indicator(usize),
    /// A cohort series, by its place in [`COHORT_SERIES`], and the cohort.
    Cohort(usize, usize),
}

/// How yearly values are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yearly {
    /// Every draw of every year.
    Exact,
    /// Counts in [`super::sketch::BINS`] bins a year and segment.
    Sketch,
    /// Means only: not even counts fit.
    Means,
}

/// What a run keeps.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Values kept for every path and draw at the horizon.
    pub horizon: Vec<Value>,
    /// Values kept by year.
    pub series: Vec<Value>,
    /// How those are kept.
    pub yearly: Yearly,
    /// Horizon values that did not fit into the budget.
    pub dropped: Vec<Value>,
}

/// Indicators that have no meaning by year: extremes and first years.
const WITHOUT_SERIES: [Key; 5] =
    [Key::displaced_peak, Key::worst_loss_poor, Key::harmed_poor_peak, Key::years_behind_rest, Key::setback_any_year];

impl Layout {
    /// The most that fits into `budget` bytes, in this order: horizon values of indicators,
    /// sketches by year, horizon values of cohorts, every draw by year.
    pub fn fit(plan: &Plan, budget: usize) -> Self {
        let cohorts = plan.country().cohorts.len();
        let indicators = (0..INDICATORS.len()).filter(|i| available(plan, *i)).map(Value::Indicator);
        let of_cohorts = (0..COHORT_SERIES.len()).flat_map(|c| (0..cohorts).map(move |g| Value::Cohort(c, g)));
        let first = |v: &Value| matches!(v, Value::Indicator(_)) || is_usage(*v);
        let all: Vec<Value> = indicators.chain(of_cohorts).collect();
        let series: Vec<Value> = all.iter().copied().filter(|v| has_series(*v)).collect();
        let (mut wanted, rest): (Vec<Value>, Vec<Value>) = all.iter().copied().partition(first);
        let column = plan.paths.len() * plan.draws as usize * 8;
        let sketch = super::sketch::bytes(plan.rows, series.len());
        let places = budget.saturating_sub(sketch) / column.max(1);
        let yearly_exact = plan.rows * series.len() * plan.draws as usize * 8;
        let mut left = budget;
        let mut dropped = Vec::new();
        if places < wanted.len() {
            dropped = wanted.split_off(places.max(1));
        } else {
            let more = (places - wanted.len()).min(rest.len());
            wanted.extend(rest.into_iter().take(if more < all.len() - wanted.len() { 0 } else { more }));
        }
        left = left.saturating_sub(wanted.len() * column);
        let yearly = if yearly_exact <= left {
            Yearly::Exact
        } else if sketch <= left {
            Yearly::Sketch
        } else {
            Yearly::Means
        };
        Layout { horizon: wanted, series, yearly, dropped }
    }

    /// Place of a value among those kept at the horizon.
    pub fn at_horizon(&self, value: Value) -> Option<usize> {
        self.horizon.iter().position(|v| *v == value)
    }

    /// Place of a value among those kept by year.
    pub fn in_series(&self, value: Value) -> Option<usize> {
        self.series.iter().position(|v| *v == value)
    }

    /// Draws of the last chunk may be fewer; this many are stored.
    pub fn chunk_draws(plan: &Plan, chunk: usize) -> usize {
        (plan.draws as usize - chunk * CHUNK).min(CHUNK)
    }
}

/// Does the plan's country have the cohorts and the reference that an indicator needs?
pub fn available(plan: &Plan, indicator: usize) -> bool {
    let cohorts = &plan.country().cohorts;
    let any = |test: &dyn Fn(&crate::model::Cohort) -> bool| cohorts.iter().any(test);
    match INDICATORS[indicator].1 {
        Needs::Nothing => true,
        Needs::Poor => any(&|c| c.poor),
        Needs::Rest => any(&|c| !c.poor),
        Needs::PoorAndRest => any(&|c| c.poor) && any(&|c| !c.poor),
        Needs::Women => any(&|c| c.female),
        Needs::WomenAndMen => any(&|c| c.female) && any(&|c| !c.female),
        Needs::Peer => plan.reference.is_some(),
    }
}

fn has_series(value: Value) -> bool {
    match value {
        Value::Indicator(i) => !WITHOUT_SERIES.iter().any(|key| *key as usize == i),
        Value::Cohort(..) => true,
    }
}

fn is_usage(value: Value) -> bool {
    matches!(value, Value::Cohort(c, _) if c == CohortKey::usage as usize)
}
