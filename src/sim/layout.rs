//! Which values a run keeps, and what that costs in memory.

use super::derived::is_derived;
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
const WITHOUT_SERIES: [Key; 5] = [
    Key::displaced_peak,
    Key::worst_loss_poor,
    Key::harmed_poor_peak,
    Key::years_behind_rest,
    Key::setback_any_year,
];

impl Layout {
    /// The most that fits into `budget` bytes. A small run keeps every draw of everything. A
    /// larger one keeps, in this order, horizon values from which all others follow, and
    /// sketches by year; what does not fit is named in `dropped`.
    pub fn fit(plan: &Plan, budget: usize) -> Self {
        let all = values(plan);
        let series: Vec<Value> = all.iter().copied().filter(|v| has_series(*v)).collect();
        let draws = plan.draws as usize;
        let (exact, sketch) = (
            plan.rows * series.len() * draws * 8,
            super::sketch::bytes(plan.rows, series.len()),
        );
        let column = (plan.paths.len() * draws * 8).max(1);
        let mut horizon: Vec<Value> = all.into_iter().filter(|v| !is_derived(plan, *v)).collect();
        if exact + horizon.len() * column <= budget {
            return Layout {
                horizon,
                series,
                yearly: Yearly::Exact,
                dropped: Vec::new(),
            };
        }
        // Cohorts other than their use can be simulated again when somebody asks.
        horizon.retain(|v| matches!(v, Value::Indicator(_)) || is_usage(*v));
        let places = budget.saturating_sub(sketch) / column;
        let dropped = horizon.split_off(places.clamp(1, horizon.len()));
        let left = budget.saturating_sub(horizon.len() * column);
        let yearly = if sketch <= left {
            Yearly::Sketch
        } else {
            Yearly::Means
        };
        Layout {
            horizon,
            series,
            yearly,
            dropped,
        }
    }

    /// Keeps a value at the horizon too, if it neither is nor follows from what is kept.
    pub fn keep(&mut self, plan: &Plan, value: Value) {
        if !self.horizon.contains(&value) && !is_derived(plan, value) {
            self.dropped.retain(|other| *other != value);
            self.horizon.push(value);
        }
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

/// Every value that the plan's setting has: use by cohort first, since most follow from it.
fn values(plan: &Plan) -> Vec<Value> {
    let cohorts = plan.country().cohorts.len();
    let of_cohorts =
        (0..COHORT_SERIES.len()).flat_map(|c| (0..cohorts).map(move |g| Value::Cohort(c, g)));
    let indicators = (0..INDICATORS.len())
        .filter(|i| available(plan, *i))
        .map(Value::Indicator);
    let (usage, others): (Vec<Value>, Vec<Value>) = of_cohorts.partition(|v| is_usage(*v));
    usage.into_iter().chain(indicators).chain(others).collect()
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
