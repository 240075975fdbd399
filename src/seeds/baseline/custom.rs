//! A made-up place, as its file describes it.

use super::country::standard;
use super::error::BaselineError;
use super::figures::{default_of, group_name};
use super::flags::{Flag, Flags};
use super::replace::in_range;
use crate::model::{Cohort, Country};
use crate::scenario::{CustomBaseline, CustomCohort};
use crate::seeds::{Cause, IncomeGroup};

/// Most cohorts of a custom baseline.
const MOST_COHORTS: usize = 8;
/// How far the shares of cohorts may miss 1.
const SHARE_SLACK: f64 = 1e-6;

/// Builds a custom baseline. Inputs that are left out get the model's default; where that differs
/// by income group, the group whose usual income is nearest to the mean income of the cohorts
/// decides, and the input is flagged.
pub(super) fn build(custom: &CustomBaseline) -> Result<(Country, Vec<Flag>), BaselineError> {
    check_cohorts(&custom.cohorts)?;
    let mut filler = Filler {
        group: income_group(&custom.cohorts),
        flags: Flags::default(),
    };
    let cohorts = custom
        .cohorts
        .iter()
        .map(|cohort| cohort_of(cohort, &mut filler))
        .collect();
    let country = Country {
        name: custom.name.clone(),
        cohorts,
        population: custom.population,
        growth: filler.by_income("growth", custom.growth),
        working_age: filler.given(custom.working_age, |filler| {
            filler.by_income("working_age", None) + 0.04
        }),
        compute: custom.compute,
        data: custom.data,
        policy: custom.policy,
        ai_firms: custom.ai_firms,
        ai_workers: custom.ai_workers,
        trust: custom.trust.unwrap_or_else(|| standard("trust")),
        trade_x: filler.by_income("trade_x", custom.trade_x),
        trade_y: filler.by_income("trade_y", custom.trade_y),
        reskill_coverage: filler.by_income("reskill_coverage", custom.reskill_coverage),
        local_service_share: filler.by_income("local_service_share", custom.local_service_share),
        transfer_share: filler.by_income("transfer_share", custom.transfer_share),
        replacement: filler.by_income("replacement", custom.replacement),
        coverage_loss: custom
            .coverage_loss
            .unwrap_or_else(|| standard("coverage_loss")),
        layer_loss: custom.layer_loss.unwrap_or_else(|| standard("layer_loss")),
        reemploy_mult: filler.by_income("reemploy_mult", custom.reemploy_mult),
        labour_protection: custom
            .labour_protection
            .unwrap_or_else(|| standard("labour_protection")),
    };
    check_nation(&country)?;
    Ok((country, filler.flags.into_vec()))
}

/// Fills in what is left out.
struct Filler {
    group: IncomeGroup,
    flags: Flags,
}

impl Filler {
    fn by_income(&mut self, input: &str, given: Option<f64>) -> f64 {
        self.given(given, |filler| {
            filler.flags.add(
                input,
                Cause::Fallback,
                None,
                &[("group", group_name(filler.group))],
            );
            default_of(input, filler.group)
        })
    }

    fn given(&mut self, given: Option<f64>, otherwise: impl FnOnce(&mut Self) -> f64) -> f64 {
        given.unwrap_or_else(|| otherwise(self))
    }
}

fn cohort_of(cohort: &CustomCohort, filler: &mut Filler) -> Cohort {
    let equity = match (cohort.coverage_equity, cohort.poor) {
        (Some(given), _) => given,
        (None, true) => filler.by_income("coverage_equity", None),
        (None, false) => 1.0,
    };
    Cohort {
        id: cohort.id.clone(),
        poor: cohort.poor,
        female: cohort.female,
        share: cohort.share,
        coverage: cohort.coverage,
        usage: cohort.usage,
        electricity: cohort.electricity,
        skills: cohort.skills,
        employed: cohort.employed,
        auto_share: cohort.auto_share,
        aug_share: cohort.aug_share,
        income: cohort.income,
        coverage_equity: equity,
    }
}

/// Rule 8 read backwards: the income group whose usual GNI per head is nearest, as a ratio, to the
/// one that the mean income of the cohorts stands for.
fn income_group(cohorts: &[CustomCohort]) -> IncomeGroup {
    let mean: f64 = cohorts
        .iter()
        .map(|cohort| cohort.share * cohort.income)
        .sum();
    let gni = mean * 365.0 / 0.6;
    let distance = |group: &IncomeGroup| (gni / default_of("gni_per_head", *group)).ln().abs();
    let groups = [
        IncomeGroup::Low,
        IncomeGroup::LowerMiddle,
        IncomeGroup::UpperMiddle,
        IncomeGroup::High,
    ];
    groups
        .into_iter()
        .min_by(|one, other| distance(one).total_cmp(&distance(other)))
        .unwrap_or(IncomeGroup::Low)
}

fn check_nation(country: &Country) -> Result<(), BaselineError> {
    let inputs = [
        ("population", country.population),
        ("growth", country.growth),
        ("working_age", country.working_age),
        ("compute", country.compute),
        ("data", country.data),
        ("policy", country.policy),
        ("ai_firms", country.ai_firms),
        ("ai_workers", country.ai_workers),
        ("trust", country.trust),
        ("trade_x", country.trade_x),
        ("trade_y", country.trade_y),
        ("reskill_coverage", country.reskill_coverage),
        ("local_service_share", country.local_service_share),
        ("transfer_share", country.transfer_share),
        ("replacement", country.replacement),
        ("coverage_loss", country.coverage_loss),
        ("layer_loss", country.layer_loss),
        ("reemploy_mult", country.reemploy_mult),
        ("labour_protection", country.labour_protection),
    ];
    inputs
        .into_iter()
        .try_for_each(|(input, value)| in_range(input, input, value))
}

fn check_cohorts(cohorts: &[CustomCohort]) -> Result<(), BaselineError> {
    if cohorts.is_empty() || cohorts.len() > MOST_COHORTS {
        return Err(BaselineError::CohortCount {
            count: cohorts.len(),
        });
    }
    for (at, cohort) in cohorts.iter().enumerate() {
        if cohorts
            .iter()
            .take(at)
            .any(|earlier| earlier.id == cohort.id)
        {
            return Err(BaselineError::DuplicateCohort {
                id: cohort.id.clone(),
            });
        }
        check_cohort(cohort)?;
    }
    let sum: f64 = cohorts.iter().map(|cohort| cohort.share).sum();
    if (sum - 1.0).abs() > SHARE_SLACK {
        Err(BaselineError::ShareSum { sum })
    } else {
        Ok(())
    }
}

fn check_cohort(cohort: &CustomCohort) -> Result<(), BaselineError> {
    let shares = [
        ("share", cohort.share),
        ("coverage", cohort.coverage),
        ("usage", cohort.usage),
        ("electricity", cohort.electricity),
        ("skills", cohort.skills),
        ("employed", cohort.employed),
        ("auto_share", cohort.auto_share),
        ("aug_share", cohort.aug_share),
    ];
    for (input, value) in shares {
        within(cohort, input, value, 0.0, 1.0)?;
    }
    within(cohort, "income", cohort.income, 0.01, 1e5)?;
    if let Some(equity) = cohort.coverage_equity {
        in_range(
            "coverage_equity",
            &format!("{}.coverage_equity", cohort.id),
            equity,
        )?;
    }
    if cohort.usage <= 0.0 || cohort.usage >= cohort.coverage {
        return Err(BaselineError::UsageOutsideCoverage {
            id: cohort.id.clone(),
        });
    }
    if cohort.auto_share + cohort.aug_share > 1.0 {
        return Err(BaselineError::TooManyExposedJobs {
            id: cohort.id.clone(),
        });
    }
    Ok(())
}

fn within(
    cohort: &CustomCohort,
    input: &str,
    value: f64,
    min: f64,
    max: f64,
) -> Result<(), BaselineError> {
    if value >= min && value <= max {
        return Ok(());
    }
    Err(BaselineError::OutOfRange {
        input: format!("{}.{input}", cohort.id),
        value,
        min,
        max,
    })
}
