//! Horizon values that follow from others: they need no memory of their own.

use super::ensemble::Ensemble;
use super::layout::{Value, available};
use super::plan::Plan;
use crate::model::Cohort;
use crate::model::constants::{SETBACK_ANY_YEAR, SETBACK_HORIZON};
use crate::model::indicators::{CohortKey, Key};
use crate::model::theta::slot;

/// Indicators that [`horizon`] makes from others.
const FROM_OTHERS: [Key; 11] = [
    Key::usage,
    Key::usage_poor,
    Key::usage_gap,
    Key::poor_gap_pp,
    Key::poor_gap_ratio,
    Key::gender_gap,
    Key::missed_share,
    Key::benefit_parity,
    Key::setback_vs_noai,
    Key::setback_any_year,
    Key::setback_vs_base,
];

/// Head counts follow only while nobody doubts how many people there are.
const HEAD_COUNTS: [Key; 2] = [Key::offline_people, Key::offline_poor];

/// Need not be kept, because it follows from values that are.
pub fn is_derived(plan: &Plan, value: Value) -> bool {
    let Value::Indicator(number) = value else {
        return false;
    };
    let among = |keys: &[Key]| keys.iter().any(|key| *key as usize == number);
    among(&FROM_OTHERS) || (among(&HEAD_COUNTS) && !doubts_people(plan))
}

/// Is the number of people, now or later, drawn?
fn doubts_people(plan: &Plan) -> bool {
    let drawn = |name: &str| {
        plan.drawn_slots
            .iter()
            .any(|(known, _)| Some(*known) == slot(name))
    };
    drawn("population") || drawn("growth")
}

/// A derived value of one path, in the order of draws; `None` when what it needs was not kept or
/// the setting has no such cohorts.
pub fn horizon(ensemble: &Ensemble, path: usize, value: Value) -> Option<Vec<f64>> {
    let Value::Indicator(number) = value else {
        return None;
    };
    if !available(&ensemble.plan, number) {
        return None;
    }
    let is = |key: Key| key as usize == number;
    let other = |key: Key| ensemble.horizon(path, Value::Indicator(key as usize));
    let of = |key: Key, f: &dyn Fn(f64) -> f64| Some(other(key)?.into_iter().map(f).collect());
    let use_by = |group: fn(&Cohort) -> bool| usage(ensemble, path, group);
    let below = |line: f64| move |v: f64| f64::from(u8::from(v < line));
    let plan = &*ensemble.plan;
    match () {
        () if is(Key::usage) => use_by(|_| true),
        () if is(Key::usage_poor) => use_by(|c| c.poor),
        () if is(Key::poor_gap_pp) => {
            both(&use_by(|c| !c.poor)?, &use_by(|c| c.poor)?, |rest, poor| {
                rest - poor
            })
        }
        () if is(Key::poor_gap_ratio) => {
            both(&use_by(|c| c.poor)?, &use_by(|c| !c.poor)?, |poor, rest| {
                poor / rest
            })
        }
        () if is(Key::gender_gap) => both(
            &use_by(|c| c.female)?,
            &use_by(|c| !c.female)?,
            |women, men| 1.0 - women / men,
        ),
        () if is(Key::usage_gap) => both(
            &other(Key::coverage_gap)?,
            &use_by(|_| true)?,
            |gap, usage| 1.0 - gap - usage,
        ),
        () if is(Key::offline_people) => Some(offline(plan, use_by(|_| true)?, 1.0)),
        () if is(Key::offline_poor) => Some(offline(plan, use_by(|c| c.poor)?, poor_share(plan))),
        () if is(Key::benefit_parity) => {
            of(Key::benefit_share_poor, &|share| share / poor_share(plan))
        }
        () if is(Key::setback_vs_noai) => of(Key::income_poor_vs_noai, &below(SETBACK_HORIZON)),
        () if is(Key::setback_any_year) => of(Key::worst_loss_poor, &below(SETBACK_ANY_YEAR)),
        () if is(Key::setback_vs_base) => of(Key::income_poor_vs_base, &below(SETBACK_HORIZON)),
        () if is(Key::missed_share) => missed_share(ensemble, path),
        () => None,
    }
}

fn both(a: &[f64], b: &[f64], f: fn(f64, f64) -> f64) -> Option<Vec<f64>> {
    Some(a.iter().zip(b).map(|(a, b)| f(*a, *b)).collect())
}

/// Mean use of a group of cohorts, weighted by people.
fn usage(ensemble: &Ensemble, path: usize, group: fn(&Cohort) -> bool) -> Option<Vec<f64>> {
    let cohorts = &ensemble.plan.country().cohorts;
    let total: f64 = cohorts.iter().filter(|c| group(c)).map(|c| c.share).sum();
    let mut sum = vec![0.0; ensemble.draws()];
    for (g, cohort) in cohorts.iter().enumerate().filter(|(_, c)| group(c)) {
        let values = ensemble.horizon(path, Value::Cohort(CohortKey::usage as usize, g))?;
        sum.iter_mut()
            .zip(&values)
            .for_each(|(sum, value)| *sum += cohort.share / total * value);
    }
    Some(sum)
}

fn poor_share(plan: &Plan) -> f64 {
    plan.country()
        .cohorts
        .iter()
        .filter(|c| c.poor)
        .map(|c| c.share)
        .sum()
}

/// People of a group who are not online at the horizon.
fn offline(plan: &Plan, usage: Vec<f64>, share: f64) -> Vec<f64> {
    let country = plan.country();
    let mut people = country.population;
    (0..plan.steps).for_each(|_| people *= 1.0 + country.growth);
    usage
        .into_iter()
        .map(|u| people * (1.0 - u) * share)
        .collect()
}

/// Augmentable work out of reach, as a share of what AI could augment.
fn missed_share(ensemble: &Ensemble, path: usize) -> Option<Vec<f64>> {
    let of = |key: Key| ensemble.horizon(path, Value::Indicator(key as usize));
    let (augmented, lag) = (of(Key::augmented)?, of(Key::missed_lag)?);
    let (offline, unskilled) = (of(Key::missed_offline)?, of(Key::missed_unskilled)?);
    let share = |i: usize| {
        let missed = offline[i] + unskilled[i];
        missed / (augmented[i] + missed + lag[i])
    };
    Some((0..augmented.len()).map(share).collect())
}
