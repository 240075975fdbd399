//! One thing measured, across the columns.

use indexmap::IndexMap;

use super::column::Column;
use crate::analysis::cost::{expected, path_cost};
use crate::analysis::paired::{Paired, paired};
use crate::analysis::subject::two_sided_gap;
use crate::analysis::summary::{self, Weighing};
use crate::analysis::weights::Weights;
use crate::model::indicators::CohortKey;
use crate::report::compare::{CompareCell, Difference, Direction};
use crate::report::fill::{better, series, spread, value_of};
use crate::report::fill_paths::money;
use crate::report::run::Better;
use crate::report::stats::known;
use crate::seeds::Indicator;
use crate::sim::{Plan, Value};

/// What is measured.
pub(super) enum Measured<'a> {
    /// An indicator of the catalogue.
    Indicator(&'a Indicator),
    /// Something by cohort, by its place among the cohort series.
    Cohort {
        /// Place among the cohort series.
        measure: usize,
        /// Id of the cohort; columns without it have no value.
        cohort: &'a str,
    },
}

impl Measured<'_> {
    fn value(&self, plan: &Plan) -> Option<Value> {
        match self {
            Self::Indicator(indicator) => value_of(plan, &indicator.key),
            Self::Cohort { measure, cohort } => {
                let cohorts = &plan.country().cohorts;
                let place = cohorts.iter().position(|own| own.id == *cohort)?;
                Some(Value::Cohort(*measure, place))
            }
        }
    }

    fn better(&self) -> Better {
        match self {
            Self::Indicator(indicator) => better(indicator),
            Self::Cohort { measure, .. } if *measure == CohortKey::displaced as usize => {
                Better::Down
            }
            Self::Cohort { .. } => Better::Up,
        }
    }

    fn has_series(&self) -> bool {
        match self {
            Self::Indicator(indicator) => indicator.has_series,
            Self::Cohort { .. } => true,
        }
    }

    fn key(&self) -> &str {
        match self {
            Self::Indicator(indicator) => &indicator.key,
            Self::Cohort { .. } => "",
        }
    }
}

/// Compares draw by draw. Of a gap that may lie on either side of 0 the size is compared: women far
/// ahead of men are no smaller a gap than men far ahead of women. `key` is that of the indicator.
pub(crate) fn compared(key: &str, own: &[f64], reference: &[f64]) -> Paired {
    if !two_sided_gap(key) {
        return paired(own, reference);
    }
    let size = |values: &[f64]| values.iter().map(|x| x.abs()).collect::<Vec<f64>>();
    paired(&size(own), &size(reference))
}

/// A cell for each column, by its letter.
pub(super) fn cells(
    columns: &[Column<'_>],
    against: &Column<'_>,
    measured: &Measured<'_>,
) -> IndexMap<String, CompareCell> {
    let reference = values(against, measured);
    let one = |column: &Column<'_>| {
        let difference = (column.id != against.id).then(|| {
            let own = values(column, measured);
            let pair = own.as_deref().zip(reference.as_deref());
            let found = pair.map(|(own, reference)| compared(measured.key(), own, reference));
            difference(found.as_ref(), &against.id, measured.better())
        });
        (column.id.clone(), cell(column, measured, difference))
    };
    columns.iter().map(one).collect()
}

fn cell(
    column: &Column<'_>,
    measured: &Measured<'_>,
    difference: Option<Difference>,
) -> CompareCell {
    let Column {
        ensemble,
        weights,
        paths,
        ..
    } = column;
    let value = measured.value(&ensemble.plan);
    let horizon = match value {
        Some(value) => summary::horizon(ensemble, weights, paths, Weighing::Whole, value),
        None => money(&column.material(), paths, measured.key(), Weighing::Whole),
    };
    let years = value.filter(|_| measured.has_series());
    let years =
        years.map(|value| summary::series(ensemble, weights, paths, Weighing::Whole, value));
    CompareCell {
        horizon: spread(&horizon),
        series: years.map(|years| series(&years)),
        difference,
    }
}

/// The column's value in each draw: the average over its chances.
pub(super) fn values(column: &Column<'_>, measured: &Measured<'_>) -> Option<Vec<f64>> {
    let ensemble = column.ensemble;
    let value = measured.value(&ensemble.plan);
    let of_path = |path: &usize| match value {
        Some(value) => ensemble.horizon(*path, value),
        None if measured.key() == "cost_musd" => path_cost(ensemble, *path),
        None => None,
    };
    let found: Option<Vec<Vec<f64>>> = column.paths.iter().map(of_path).collect();
    // Open decisions further down count equally, as in whole-tree values.
    let whole = Weights {
        chance: column.weights.whole.clone(),
        ..column.weights.clone()
    };
    Some(expected(&found?, &whole, &column.paths))
}

/// A paired difference with its shares and direction.
pub(crate) fn difference(found: Option<&Paired>, versus: &str, better: Better) -> Difference {
    let spread = found
        .map(|found| spread(&found.difference))
        .unwrap_or_default();
    let (good, bad) = shares(found, better);
    Difference {
        versus: versus.to_owned(),
        direction: Direction::of(&spread, better),
        spread,
        share_better: good,
        share_worse: bad,
    }
}

/// Shares of draws in which the column is better and worse.
fn shares(found: Option<&Paired>, better: Better) -> (Option<f64>, Option<f64>) {
    match (found, better) {
        (Some(found), Better::Up) => (known(found.higher), known(found.lower)),
        (Some(found), Better::Down) => (known(found.lower), known(found.higher)),
        _ => (None, None),
    }
}
