//! The average base year of a group of countries (rule 11).

use std::collections::BTreeMap;

use super::country::{COHORTS, build};
use super::error::BaselineError;
use super::flags::{Flag, Flags, of_members};
use crate::model::{Cohort, Country};
use crate::scenario::Exposure;
use crate::seeds::{Cause, CountryRecord, Group, catalogue};

/// A group's base year, the members that made it, and the doubts about them.
pub(super) struct Average {
    pub(super) country: Country,
    pub(super) members: Vec<String>,
    pub(super) flags: Vec<Flag>,
}

/// Builds every member and averages them; members without data are left out and flagged.
pub(super) fn average(group: &Group, exposure: Exposure) -> Result<Average, BaselineError> {
    let mut built = Vec::new();
    let mut flags = Vec::new();
    for record in catalogue().members(group) {
        let (country, doubts) = match build(record, exposure, &BTreeMap::new()) {
            Ok((country, doubts)) => (Some(country), doubts),
            Err(BaselineError::NoData { .. }) => (None, left_out(record)),
            Err(other) => return Err(other),
        };
        flags.extend(doubts.into_iter().map(|flag| (record.iso3.clone(), flag)));
        built.extend(country.map(|country| (record.iso3.clone(), country)));
    }
    let (members, countries): (Vec<String>, Vec<Country>) = built.into_iter().unzip();
    Ok(Average {
        country: mean_country(&group.name, &countries),
        members,
        flags: of_members(flags),
    })
}

fn left_out(record: &CountryRecord) -> Vec<Flag> {
    let mut flags = Flags::default();
    flags.add("members", Cause::WithoutData, None, &[]);
    debug_assert!(record.population.is_none());
    flags.into_vec()
}

/// National inputs are weighted by population; population adds up.
fn mean_country(name: &str, members: &[Country]) -> Country {
    let population: f64 = members.iter().map(|country| country.population).sum();
    let mean = |input: fn(&Country) -> f64| {
        members
            .iter()
            .map(|country| country.population * input(country))
            .sum::<f64>()
            / population
    };
    Country {
        name: name.to_owned(),
        cohorts: (0..COHORTS.len())
            .map(|g| mean_cohort(members, g, population))
            .collect(),
        population,
        growth: mean(|c| c.growth),
        working_age: mean(|c| c.working_age),
        compute: mean(|c| c.compute),
        data: mean(|c| c.data),
        policy: mean(|c| c.policy),
        ai_firms: mean(|c| c.ai_firms),
        ai_workers: mean(|c| c.ai_workers),
        trust: mean(|c| c.trust),
        trade_x: mean(|c| c.trade_x),
        trade_y: mean(|c| c.trade_y),
        reskill_coverage: mean(|c| c.reskill_coverage),
        local_service_share: mean(|c| c.local_service_share),
        transfer_share: mean(|c| c.transfer_share),
        replacement: mean(|c| c.replacement),
        coverage_loss: mean(|c| c.coverage_loss),
        layer_loss: mean(|c| c.layer_loss),
        reemploy_mult: mean(|c| c.reemploy_mult),
        labour_protection: mean(|c| c.labour_protection),
    }
}

/// Cohorts are weighted by their people; shares of the employed by their employed people.
fn mean_cohort(members: &[Country], g: usize, population: f64) -> Cohort {
    let weighted = |weight: fn(&Cohort) -> f64, value: fn(&Cohort) -> f64| {
        let (mut sum, mut total) = (0.0, 0.0);
        for country in members {
            let cohort = &country.cohorts[g];
            let people = country.population * weight(cohort);
            sum += people * value(cohort);
            total += people;
        }
        sum / total
    };
    let by_people = |value| weighted(|cohort| cohort.share, value);
    let by_employed = |value| weighted(|cohort| cohort.share * cohort.employed, value);
    let people: f64 = members
        .iter()
        .map(|country| country.population * country.cohorts[g].share)
        .sum();
    Cohort {
        id: COHORTS[g].to_owned(),
        poor: g < 2,
        female: g.is_multiple_of(2),
        share: people / population,
        coverage: by_people(|c| c.coverage),
        usage: by_people(|c| c.usage),
        electricity: by_people(|c| c.electricity),
        skills: by_people(|c| c.skills),
        employed: by_people(|c| c.employed),
        auto_share: by_employed(|c| c.auto_share),
        aug_share: by_employed(|c| c.aug_share),
        income: by_people(|c| c.income),
        coverage_equity: by_people(|c| c.coverage_equity),
    }
}
