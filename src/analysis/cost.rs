//! What paths and options cost, and what a person online costs beyond the cheapest option.

use super::weights::{PathWeight, Weights};
use crate::sim::Ensemble;

/// Cost of a path in million US dollars up to the horizon, one value for each draw.
///
/// `None` when no branch of the path has a cost: what nobody entered is unknown, not free.
pub fn path_cost(ensemble: &Ensemble, path: usize) -> Option<Vec<f64>> {
    if ensemble.plan.paths[path].costs.is_empty() {
        return None;
    }
    known_cost(ensemble, path)
}

/// The same for comparing: a path without a cost is free if the option that it takes at the first
/// open decision does nothing, and unknown otherwise.
pub fn comparable_cost(ensemble: &Ensemble, path: usize) -> Option<Vec<f64>> {
    let taken = &ensemble.plan.paths[path];
    if !ensemble.plan.has_costs() || (taken.costs.is_empty() && !taken.idle_option) {
        return None;
    }
    known_cost(ensemble, path)
}

fn known_cost(ensemble: &Ensemble, path: usize) -> Option<Vec<f64>> {
    let mut total = vec![0.0; ensemble.draws()];
    for (column, years) in &ensemble.plan.paths[path].costs {
        let values = ensemble.column(*column)?;
        total
            .iter_mut()
            .zip(&values)
            .for_each(|(sum, value)| *sum += value * years);
    }
    Some(total)
}

/// Expected value over some paths in each draw, by chance probability.
pub fn expected(columns: &[Vec<f64>], weights: &Weights, paths: &[usize]) -> Vec<f64> {
    let draws = columns.first().map_or(0, Vec::len);
    (0..draws)
        .map(|draw| {
            let (mut sum, mut total) = (0.0, 0.0);
            for (values, path) in columns.iter().zip(paths) {
                let weight = match &weights.chance[*path] {
                    PathWeight::Same(w) => *w,
                    PathWeight::Each(all) => all[draw],
                };
                sum += weight * values[draw];
                total += weight;
            }
            sum / total
        })
        .collect()
}

/// Extra US dollars for each extra person online, against a cheaper alternative, draw by draw.
///
/// NaN in a draw in which nobody more is online: a ratio to nothing says nothing.
pub fn per_person(extra_musd: &[f64], extra_people: &[f64]) -> Vec<f64> {
    let ratio = |(cost, people): (&f64, &f64)| {
        if *people > 0.0 {
            cost * 1e6 / people
        } else {
            f64::NAN
        }
    };
    extra_musd.iter().zip(extra_people).map(ratio).collect()
}
