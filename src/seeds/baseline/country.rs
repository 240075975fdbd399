//! One country's base year, by the rules.

use std::collections::BTreeMap;

use super::connect::{self, Connectivity, People};
use super::error::BaselineError;
use super::figures::{Figures, group_name};
use super::flags::{ASSUMED, Flag};
use super::layers::{self, Layers};
use super::work::{self, Work};
use crate::model::{Cohort, Country};
use crate::scenario::Exposure;
use crate::seeds::{Cause, CountryRecord, catalogue};

/// Ids of the four cohorts, the poorest first, women before men.
pub(super) const COHORTS: [&str; 4] = ["poor_women", "poor_men", "other_women", "other_men"];

/// Builds a country from its record. `replaced` are figures and inputs that the setting knows
/// better; the caller has checked their ranges and puts the inputs in place afterwards.
pub(super) fn build(
    record: &CountryRecord,
    exposure: Exposure,
    replaced: &BTreeMap<String, f64>,
) -> Result<(Country, Vec<Flag>), BaselineError> {
    let mut figures = Figures::of(record, replaced)?;
    let population = figures.required("population", record.population)?;
    let people = connect::people(&mut figures)?;
    let connectivity = connect::connectivity(&mut figures, &people)?;
    let work = work::work(&mut figures, &people, exposure);
    let layers = layers::layers(&mut figures);
    let growth = figures.fallback("growth", "growth");
    add_standing_flags(&mut figures);
    let cohorts = cohorts(
        &people,
        &connectivity,
        &work,
        figures.assumed("coverage_equity"),
    );
    let country = assemble(&figures, population, growth, cohorts, &layers);
    Ok((country, figures.flags.into_vec()))
}

fn cohorts(people: &People, connectivity: &Connectivity, work: &Work, equity: f64) -> Vec<Cohort> {
    let cohort = |g: usize| Cohort {
        id: COHORTS[g].to_owned(),
        poor: g < 2,
        female: g.is_multiple_of(2),
        share: people.shares[g],
        coverage: connectivity.coverage[g],
        usage: connectivity.usage[g],
        electricity: connectivity.electricity[g],
        skills: connectivity.skills[g],
        employed: work.employed[g],
        auto_share: work.automatable[g],
        aug_share: work.augmentable[g],
        income: work.income[g],
        coverage_equity: if g < 2 { equity } else { 1.0 },
    };
    (0..COHORTS.len()).map(cohort).collect()
}

fn assemble(
    figures: &Figures<'_>,
    population: f64,
    growth: f64,
    cohorts: Vec<Cohort>,
    layers: &Layers,
) -> Country {
    Country {
        name: figures.record.short_name.clone(),
        cohorts,
        population,
        growth,
        working_age: layers.working_age,
        compute: layers.compute,
        data: layers.data,
        policy: layers.policy,
        ai_firms: layers.ai_firms,
        ai_workers: layers.ai_workers,
        trust: standard("trust"),
        trade_x: figures.assumed("trade_x"),
        trade_y: figures.assumed("trade_y"),
        reskill_coverage: figures.assumed("reskill_coverage"),
        local_service_share: figures.assumed("local_service_share"),
        transfer_share: figures.assumed("transfer_share"),
        replacement: figures.assumed("replacement"),
        coverage_loss: standard("coverage_loss"),
        layer_loss: standard("layer_loss"),
        reemploy_mult: figures.assumed("reemploy_mult"),
        labour_protection: standard("labour_protection"),
    }
}

/// The value that every country gets for an input, from `inputs.csv`.
pub(super) fn standard(input: &str) -> f64 {
    // A test asks for every name used, so that no misspelling can reach a result.
    catalogue()
        .input(input)
        .and_then(|input| input.default)
        .unwrap_or(f64::NAN)
}

/// Traps of the data, and the inputs for which no country has any.
fn add_standing_flags(figures: &mut Figures<'_>) {
    for trap in catalogue()
        .traps
        .iter()
        .filter(|trap| trap.iso3 == figures.record.iso3)
    {
        figures.flags.add(
            &trap.input,
            Cause::Trap,
            None,
            &[("reason", trap.reason.clone())],
        );
    }
    let assumed: Vec<&str> = ASSUMED
        .into_iter()
        .filter(|input| !figures.flags.replaced(input))
        .collect();
    if !assumed.is_empty() {
        let blanks = [
            ("inputs", assumed.join(", ")),
            ("group", group_name(figures.group)),
        ];
        figures
            .flags
            .add("country_inputs", Cause::Assumed, None, &blanks);
    }
}
