//! From a scenario to a [`Plan`].

use std::sync::Arc;

use super::action::{Delayed, Weakened};
use super::columns::{Columns, FIRST_EFFECT, Origin};
use super::condition::{Condition, ConditionFault, branch_tests, choose};
use super::error::PlanError;
use super::grow::grow;
use super::plan::Plan;
use super::sample::{Copula, Pair, Scale, Uniforms};
use crate::model::effect;
use crate::model::theta::{Slot, slot};
use crate::scenario::{BASE_YEAR, Kind, Quantity, Sampling, Scenario};
use crate::seeds::{self, Baseline, Catalogue, catalogue};

/// What a run may ask for differently from the scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanOptions {
    /// Number of draws.
    pub draws: Option<u32>,
    /// Key of every random number.
    pub seed: Option<u64>,
    /// Design of the parameters' uniforms.
    pub sampling: Option<Sampling>,
    /// Every uncertain number at its median, one draw.
    pub median: bool,
    /// A wildcard to switch on.
    pub stress: Option<String>,
    /// Effects that act less than assumed, for questions of the kind "how weak may it be?".
    pub weakened: Vec<Weakened>,
    /// What must hold in every draw and path; the others are left out.
    pub condition: Condition,
    /// Outcomes that come later than the scenario says, for "how long can it wait?".
    pub delayed: Vec<Delayed>,
}

impl Plan {
    /// Compiles a checked scenario.
    ///
    /// # Errors
    /// What the check would have found too, or a design without enough numbers.
    pub fn compile(scenario: &Scenario, options: &PlanOptions) -> Result<Plan, PlanError> {
        let baseline = seeds::baseline(&scenario.setting)?;
        let cohorts = baseline.country.cohorts.len();
        if cohorts == 0 || cohorts > 8 {
            return Err(PlanError::Cohorts(cohorts));
        }
        let steps = usize::try_from(scenario.setting.horizon.1 - BASE_YEAR)
            .ok()
            .filter(|steps| *steps > 0)
            .ok_or(PlanError::Horizon(scenario.setting.horizon.1))?;
        let draws = draws(scenario, options);
        let mut plan = Plan {
            reference: reference(scenario)?,
            baseline,
            base_year: BASE_YEAR,
            steps,
            draws,
            asked: draws,
            condition: options.condition.clone(),
            branch_tests: branch_tests(&options.condition, scenario)?,
            chosen: None,
            seed: options.seed.unwrap_or(scenario.simulation.seed),
            sampling: options.sampling.unwrap_or(scenario.simulation.sampling),
            median: options.median,
            stress: options.stress.clone(),
            redraw: None,
            columns: Columns::default(),
            uniforms: None,
            copula: None,
            drawn_slots: Vec::new(),
            typical: Vec::new(),
            segments: Arc::default(),
            rows: 0,
            peers: Vec::new(),
            paths: Vec::new(),
            splits: Vec::new(),
            open: None,
        };
        draw_parameters(&mut plan, scenario, catalogue())?;
        draw_inputs(&mut plan, scenario, catalogue())?;
        grow(&mut plan, scenario, options)?;
        if plan.paths.is_empty() {
            return Err(ConditionFault::NoPath.into());
        }
        if !plan.median {
            let dimensions = FIRST_EFFECT + catalogue().effects.len();
            plan.uniforms = Some(Arc::new(Uniforms::new(
                plan.sampling,
                dimensions,
                plan.draws,
                plan.seed,
            )?));
        }
        if let Some(chosen) = choose(&options.condition, &plan, scenario)? {
            plan.draws = u32::try_from(chosen.len()).unwrap_or(plan.asked);
            plan.chosen = Some(chosen);
        }
        Ok(plan)
    }
}

/// Draws of the design.
fn draws(scenario: &Scenario, options: &PlanOptions) -> u32 {
    if options.median {
        1
    } else {
        options.draws.unwrap_or(scenario.simulation.draws).max(1)
    }
}

/// The reference country's own baseline, without the room's changes to the setting.
fn reference(scenario: &Scenario) -> Result<Option<Baseline>, PlanError> {
    let Some(iso3) = seeds::reference_country(&scenario.setting) else {
        return Ok(None);
    };
    let none = std::collections::BTreeMap::new();
    Ok(Some(seeds::country_baseline(
        &iso3,
        scenario.setting.exposure,
        &none,
    )?))
}

/// Columns 0.. are the parameters in catalogue order, with the scenario's own assumptions.
fn draw_parameters(
    plan: &mut Plan,
    scenario: &Scenario,
    catalogue: &Catalogue,
) -> Result<(), PlanError> {
    for name in scenario.assumptions.keys() {
        if catalogue.parameter(name).is_none() {
            return Err(PlanError::UnknownPath(name.clone()));
        }
    }
    for (number, parameter) in catalogue.parameters.iter().enumerate() {
        let usual = Quantity::Quantiles {
            p5: parameter.p5,
            p50: parameter.p50,
            p95: parameter.p95,
        };
        let quantity = scenario
            .assumptions
            .get(&parameter.id)
            .map_or(&usual, |a| &a.value);
        let column = plan.columns.column(
            Origin::Dimension(number),
            quantity,
            Scale::of_path(parameter.kind),
            (parameter.min, parameter.max),
        )?;
        let slot = known_slot(&parameter.id)?;
        plan.drawn_slots.push((slot, column));
        plan.typical.push((slot, parameter.p50));
    }
    if !scenario.correlations.is_empty() {
        plan.copula = Some(Copula::new(&pairs(scenario, catalogue)?)?);
    }
    Ok(())
}

/// Correlations by number of parameter.
fn pairs(scenario: &Scenario, catalogue: &Catalogue) -> Result<Vec<Pair>, PlanError> {
    let number = |name: &String| {
        let found = catalogue.parameters.iter().position(|p| p.id == *name);
        found.ok_or_else(|| PlanError::UnknownPath(name.clone()))
    };
    let all = scenario.correlations.iter();
    all.map(|c| {
        Ok(Pair {
            first: number(&c.between.0)?,
            second: number(&c.between.1)?,
            rank: c.rank,
        })
    })
    .collect()
}

/// Country inputs that the room left uncertain are drawn too.
fn draw_inputs(
    plan: &mut Plan,
    scenario: &Scenario,
    catalogue: &Catalogue,
) -> Result<(), PlanError> {
    for (name, input) in &scenario.setting.inputs {
        if matches!(input.value, Quantity::Fixed(_)) {
            continue;
        }
        let known = catalogue
            .input(name)
            .ok_or_else(|| PlanError::UnknownPath(name.clone()))?;
        let origin = Origin::Purpose(format!("input:{name}"));
        let column = plan.columns.column(
            origin,
            &input.value,
            Scale::of_path(known.kind),
            (known.min, known.max),
        )?;
        plan.drawn_slots.push((known_slot(name)?, column));
    }
    Ok(())
}

/// The slot of a path or input.
pub(super) fn known_slot(name: &str) -> Result<Slot, PlanError> {
    slot(name).ok_or_else(|| PlanError::UnknownPath(name.to_owned()))
}

/// The scale of a path, in the words of the equations.
pub(super) fn model_scale(kind: Kind) -> effect::Scale {
    match kind {
        Kind::Rate => effect::Scale::Rate,
        Kind::Fraction => effect::Scale::Fraction,
        Kind::Real => effect::Scale::Real,
    }
}
