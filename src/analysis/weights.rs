//! How much each path counts, laid over the runs afterwards: changing a probability needs no
//! simulation.

use crate::sim::Ensemble;
use crate::sim::odds::Factor;
use crate::sim::plan::{Path, Plan};

/// The weight of one path.
#[derive(Clone, Debug, PartialEq)]
pub enum PathWeight {
    /// The same in every draw.
    Same(f64),
    /// One for each draw.
    Each(Vec<f64>),
}

impl PathWeight {
    /// Mean over draws.
    pub fn mean(&self) -> f64 {
        match self {
            PathWeight::Same(w) => *w,
            PathWeight::Each(all) => all.iter().sum::<f64>() / all.len() as f64,
        }
    }
}

/// Weights of all paths.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// Products of chance probabilities.
    pub chance: Vec<PathWeight>,
    /// The same with 1/k for each open decision with k options.
    pub whole: Vec<PathWeight>,
    /// Mean chance probability of each path.
    pub chance_mean: Vec<f64>,
    /// Mean whole-tree weight of each path.
    pub whole_mean: Vec<f64>,
}

impl Weights {
    /// Computes the weights of an ensemble's paths.
    pub fn new(ensemble: &Ensemble) -> Self {
        let plan = &*ensemble.plan;
        let columns: Vec<(usize, Vec<f64>)> = ensemble
            .kept_columns
            .iter()
            .filter_map(|c| Some((*c, ensemble.column(*c)?)))
            .collect();
        let value = |column: usize, draw: usize| {
            let found = columns.iter().find(|(c, _)| *c == column);
            found
                .and_then(|(_, all)| all.get(draw))
                .copied()
                .unwrap_or(f64::NAN)
        };
        let chance: Vec<PathWeight> = plan
            .paths
            .iter()
            .map(|path| chance(plan, path, ensemble.draws(), &value))
            .collect();
        let whole: Vec<PathWeight> = chance
            .iter()
            .zip(&plan.paths)
            .map(|(weight, path)| scaled(weight, open_share(path)))
            .collect();
        Weights {
            chance_mean: chance.iter().map(PathWeight::mean).collect(),
            whole_mean: whole.iter().map(PathWeight::mean).collect(),
            chance,
            whole,
        }
    }
}

/// Product of a path's chance probabilities, draw by draw where some are uncertain.
fn chance(
    plan: &Plan,
    path: &Path,
    draws: usize,
    value: &dyn Fn(usize, usize) -> f64,
) -> PathWeight {
    let certain = path.factors.iter().all(|f| !is_uncertain(plan, f));
    let at = |draw: usize| -> f64 {
        path.factors
            .iter()
            .map(|factor| match factor {
                Factor::Branch(split, branch) => {
                    plan.splits[*split].probability(*branch, |c| value(c, draw))
                }
                Factor::OpenOption(_) => 1.0,
            })
            .product()
    };
    if certain {
        PathWeight::Same(at(0))
    } else {
        PathWeight::Each((0..draws).map(at).collect())
    }
}

fn is_uncertain(plan: &Plan, factor: &Factor) -> bool {
    matches!(factor, Factor::Branch(split, _) if plan.splits[*split].uncertain)
}

/// 1/k for each open decision with k options that the path passes.
fn open_share(path: &Path) -> f64 {
    path.factors
        .iter()
        .map(|factor| match factor {
            Factor::OpenOption(count) => 1.0 / *count as f64,
            Factor::Branch(..) => 1.0,
        })
        .product()
}

fn scaled(weight: &PathWeight, by: f64) -> PathWeight {
    match weight {
        PathWeight::Same(w) => PathWeight::Same(w * by),
        PathWeight::Each(all) => PathWeight::Each(all.iter().map(|w| w * by).collect()),
    }
}
