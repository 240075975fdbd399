//! What is known about an open scenario, and how it comes to be known.

use std::sync::Arc;

use super::reference::Shelf;
use super::subject::Subject;
use super::values::Values;
use crate::analysis::weights::Weights;
use crate::jobs::{RunOptions, Watch, processors, run_keeping, run_watched};
use crate::model::indicators::{CohortKey, Key};
use crate::scenario::{BASE_YEAR, Closed, Sampling, Scenario, count_paths};
use crate::sim::layout::{Layout, Yearly};
use crate::sim::{Condition, ConditionFault, Ensemble, Plan, PlanError, PlanOptions, Value};

/// Bytes that the numbers of one open scenario may take.
pub const BUDGET: usize = 176 << 20;

/// How far the numbers have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A few draws, for a first answer.
    Preview,
    /// All draws that were asked for.
    Whole,
    /// Cancelled: the first draws of the whole.
    Partial,
}

/// What is asked of a run beyond what the scenario says.
#[derive(Clone, Debug, PartialEq)]
pub struct RunWish {
    /// Number of draws; `None` = as the scenario says.
    pub draws: Option<u32>,
    /// Key of every random number; `None` = as the scenario says.
    pub seed: Option<u64>,
    /// How draws are spread; `None` = as the scenario says.
    pub sampling: Option<Sampling>,
    /// Worker threads; `None` = one for each processor. Changes no number.
    pub threads: Option<usize>,
    /// Bytes that the numbers may take. What does not fit is simulated again when asked for.
    pub budget: usize,
    /// A wildcard to switch on.
    pub stress: Option<String>,
    /// Every uncertain number at its median, one draw.
    pub median: bool,
    /// What must hold in every draw and path; the others are left out.
    pub condition: Condition,
}

impl Default for RunWish {
    fn default() -> Self {
        RunWish {
            draws: None,
            seed: None,
            sampling: None,
            threads: None,
            budget: BUDGET,
            stress: None,
            median: false,
            condition: Condition::default(),
        }
    }
}

impl RunWish {
    /// The part of the wish that the numbers depend on.
    pub(super) fn plan(&self) -> PlanOptions {
        PlanOptions {
            draws: self.draws,
            seed: self.seed,
            sampling: self.sampling,
            median: self.median,
            stress: self.stress.clone(),
            condition: self.condition.clone(),
            ..PlanOptions::default()
        }
    }

    /// The part that only says how the work is done.
    pub(super) fn options(&self) -> RunOptions {
        RunOptions {
            threads: self.threads,
            budget: self.budget,
            ..RunOptions::default()
        }
    }

    /// Worker threads.
    pub(super) fn workers(&self) -> usize {
        self.threads.unwrap_or_else(processors)
    }
}

/// A scenario with its numbers. Copies are cheap: the numbers are shared.
#[derive(Clone)]
pub struct Results {
    /// What was simulated.
    pub scenario: Arc<Scenario>,
    /// Its numbers.
    pub ensemble: Arc<Ensemble>,
    /// How much each path counts.
    pub weights: Weights,
    /// How far the numbers have come.
    pub stage: Stage,
    /// What was asked for.
    pub wish: RunWish,
    /// Columns that somebody has looked at.
    pub(super) values: Arc<Values>,
    /// The reference country on its own, once somebody has asked.
    pub(super) reference: Arc<Shelf>,
}

impl std::fmt::Debug for Results {
    /// Millions of numbers help nobody.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Results")
            .field("scenario", &self.scenario.title)
            .field("stage", &self.stage)
            .field("draws", &self.draws())
            .field("wish", &self.wish)
            .finish_non_exhaustive()
    }
}

impl Results {
    pub(super) fn new(
        scenario: &Arc<Scenario>,
        wish: &RunWish,
        ensemble: Ensemble,
        stage: Stage,
    ) -> Self {
        Results {
            weights: Weights::new(&ensemble),
            scenario: Arc::clone(scenario),
            ensemble: Arc::new(ensemble),
            stage,
            wish: wish.clone(),
            values: Arc::default(),
            reference: Arc::default(),
        }
    }

    /// Draws behind every number.
    pub fn draws(&self) -> usize {
        self.ensemble.draws()
    }

    /// The years, base year first.
    pub fn years(&self) -> Vec<i32> {
        let plan = &self.ensemble.plan;
        (0..=plan.steps)
            .map(|step| plan.base_year + i32::try_from(step).unwrap_or(0))
            .collect()
    }

    /// The year of the horizon.
    pub fn last_year(&self) -> i32 {
        let plan = &self.ensemble.plan;
        plan.base_year + i32::try_from(plan.steps).unwrap_or(0)
    }

    /// The same numbers under another plan with the same tree.
    pub(super) fn with_weights(&self, scenario: &Arc<Scenario>, plan: Plan) -> Self {
        let ensemble = Ensemble {
            plan: Arc::new(plan),
            ..(*self.ensemble).clone()
        };
        Results {
            weights: Weights::new(&ensemble),
            scenario: Arc::clone(scenario),
            ensemble: Arc::new(ensemble),
            stage: self.stage,
            wish: self.wish.clone(),
            values: Arc::clone(&self.values),
            reference: Arc::clone(&self.reference),
        }
    }
}

/// Simulates a scenario. `progress` hears the share done, 0..1, and cancels by returning false:
/// then the first draws are there, marked [`Stage::Partial`].
///
/// # Errors
/// What keeps the scenario from being simulated.
pub fn simulate(
    scenario: &Arc<Scenario>,
    wish: &RunWish,
    progress: &mut dyn FnMut(f64) -> bool,
) -> Result<Results, PlanError> {
    simulate_watched(scenario, wish, None, &mut |so_far| progress(so_far.share()))
}

/// The same, looking at what is done so far whenever progress is told. What is `watched` is kept
/// whatever the budget.
///
/// # Errors
/// What keeps the scenario from being simulated.
pub fn simulate_watched(
    scenario: &Arc<Scenario>,
    wish: &RunWish,
    watched: Option<&Subject>,
    progress: Watch<'_>,
) -> Result<Results, PlanError> {
    let plan = Arc::new(Plan::compile(scenario, &wish.plan())?);
    let mut layout = Layout::fit(&plan, wish.budget);
    drop_the_spare(&mut layout);
    keep_cohorts(&mut layout, &plan, wish.budget);
    if let Some(value) = watched.and_then(|subject| subject.value(&plan)) {
        layout.keep(&plan, value);
    }
    let finished = run_watched(&plan, layout, &wish.options(), progress);
    let stage = if finished.complete {
        Stage::Whole
    } else {
        Stage::Partial
    };
    Ok(Results::new(scenario, wish, finished.ensemble, stage))
}

/// Indicators that no first view shows: dropped first where memory is short.
const SPARE: [Key; 8] = [
    Key::displaced_cum_women_share,
    Key::informal_proxy,
    Key::good_reemployment_share,
    Key::transformed_share,
    Key::augmentation_ratio,
    Key::ai_dividend_gap,
    Key::usage_lag_years,
    Key::readiness,
];

/// Where not everything fits, lets go what is looked at least.
fn drop_the_spare(layout: &mut Layout) {
    let places = layout.horizon.len();
    layout.horizon.append(&mut layout.dropped);
    let spare = |value: &Value| matches!(value, Value::Indicator(i) if SPARE.iter().any(|key| *key as usize == *i));
    layout.horizon.sort_by_key(spare);
    layout.dropped = layout.horizon.split_off(places);
}

/// Keeps as many cohort values at the horizon as there is room for: tables show them.
fn keep_cohorts(layout: &mut Layout, plan: &Plan, budget: usize) {
    let column = plan.paths.len() * plan.draws as usize * size_of::<f64>();
    let years = crate::sim::sketch::bytes(plan.rows, layout.series.len());
    if layout.yearly == Yearly::Exact || !layout.dropped.is_empty() {
        return;
    }
    let cohorts = layout.series.clone().into_iter();
    for value in cohorts.filter(|value| matches!(value, Value::Cohort(..))) {
        if years + (layout.horizon.len() + 1) * column <= budget {
            layout.keep(plan, value);
        }
    }
}

/// Path-years times draws that a preview may take: a fraction of a tenth of a second on two
/// processors.
const PREVIEW_WORK: u64 = 1 << 18;
/// Fewer draws say nothing about the tails.
const LEAST_PREVIEW: u64 = 64;
/// Two chunks, one for each of two workers: more would wait for each other.
const MOST_PREVIEW: u64 = 512;
/// Bytes up to which a preview keeps every draw of every year.
const PREVIEW_BUDGET: usize = 16 << 20;

/// A first answer from few draws, marked [`Stage::Preview`]; `None` when the whole run has no
/// more draws than that, and when `progress` cancels. In a large tree only `watched` and use by
/// cohort have values by year.
///
/// # Errors
/// What keeps the scenario from being simulated.
pub fn preview(
    scenario: &Arc<Scenario>,
    wish: &RunWish,
    watched: Option<&Subject>,
    progress: &mut dyn FnMut(f64) -> bool,
) -> Result<Option<Results>, PlanError> {
    let draws = preview_draws(scenario);
    let whole = wish.draws.unwrap_or(scenario.simulation.draws);
    if wish.median || u64::from(whole) <= 2 * u64::from(draws) {
        return Ok(None);
    }
    let few = PlanOptions {
        draws: Some(draws),
        ..wish.plan()
    };
    let plan = match Plan::compile(scenario, &few) {
        // Of so few draws none may pass, where some of all will.
        Err(PlanError::Condition(ConditionFault::NoDraw { .. })) => return Ok(None),
        other => Arc::new(other?),
    };
    let layout = preview_layout(&plan, watched);
    let finished = run_keeping(&plan, layout, &wish.options(), progress);
    Ok(finished
        .complete
        .then(|| Results::new(scenario, wish, finished.ensemble, Stage::Preview)))
}

/// Draws of a preview: fewer for larger trees.
fn preview_draws(scenario: &Scenario) -> u32 {
    let years = scenario.setting.horizon.1.saturating_sub(BASE_YEAR).max(1);
    let paths = count_paths(&scenario.tree, Closed::Respected);
    let rows = paths.saturating_mul(u64::from(years.unsigned_abs()));
    let draws = (PREVIEW_WORK / rows.max(1)).clamp(LEAST_PREVIEW, MOST_PREVIEW);
    u32::try_from(draws).unwrap_or(u32::MAX)
}

/// Keeps every draw; in a large tree not of every series, since laying bins takes a run of its own.
fn preview_layout(plan: &Plan, watched: Option<&Subject>) -> Layout {
    let mut layout = Layout::fit(plan, usize::MAX / 2);
    let exact = plan.rows * layout.series.len() * plan.draws as usize * size_of::<f64>();
    if exact > PREVIEW_BUDGET {
        let watched = watched.and_then(|subject| subject.value(plan));
        layout.series.retain(|value| {
            let of_cohorts =
                matches!(value, Value::Cohort(series, _) if *series == CohortKey::usage as usize);
            of_cohorts || Some(*value) == watched
        });
    }
    layout
}
