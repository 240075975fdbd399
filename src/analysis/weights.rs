//! How much each path counts, laid over the runs afterwards: changing a probability needs no
//! simulation.

use super::weighted::Weight;
use crate::sim::Ensemble;
use crate::sim::odds::{Factor, Split};
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
    /// As the weights of one part of a set of values.
    pub fn as_weight(&self) -> Weight<'_> {
        match self {
            PathWeight::Same(weight) => Weight::Same(*weight),
            PathWeight::Each(all) => Weight::Each(all),
        }
    }

    /// The weight in one draw.
    pub fn at(&self, draw: usize) -> f64 {
        match self {
            PathWeight::Same(weight) => *weight,
            PathWeight::Each(all) => all[draw],
        }
    }

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

/// Probabilities by split of the plan and branch, those of uncertain splits one for each draw.
pub fn branch_odds(ensemble: &Ensemble) -> Vec<Vec<PathWeight>> {
    Odds::of(ensemble).0
}

impl Weights {
    /// Computes the weights of an ensemble's paths.
    pub fn new(ensemble: &Ensemble) -> Self {
        let plan = &*ensemble.plan;
        let odds = Odds::of(ensemble);
        let chance: Vec<PathWeight> = plan
            .paths
            .iter()
            .map(|path| odds.chance(path, ensemble.draws()))
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

impl Weights {
    /// Draws of equal weight that would tell as much as so many of these: fewer than all where a
    /// condition on branches makes some draws likelier than others.
    pub fn effective_draws(&self, draws: usize) -> f64 {
        let weight = |draw: usize| self.whole.iter().map(|path| path.at(draw)).sum::<f64>();
        if self
            .whole
            .iter()
            .all(|path| matches!(path, PathWeight::Same(_)))
        {
            return draws as f64;
        }
        super::convergence::effective_size((0..draws).map(weight))
    }
}

/// Probabilities by split and branch, each computed once for all paths that share them.
struct Odds(Vec<Vec<PathWeight>>);

impl Odds {
    fn of(ensemble: &Ensemble) -> Self {
        let kept = ensemble.kept_columns.iter();
        let columns: Vec<(usize, Vec<f64>)> = kept
            .filter_map(|c| Some((*c, ensemble.column(*c)?)))
            .collect();
        Odds::new(&ensemble.plan, ensemble.draws(), &columns)
    }

    fn new(plan: &Plan, draws: usize, columns: &[(usize, Vec<f64>)]) -> Self {
        let value = |column: usize, draw: usize| {
            let found = columns.iter().find(|(c, _)| *c == column);
            found
                .and_then(|(_, all)| all.get(draw))
                .copied()
                .unwrap_or(f64::NAN)
        };
        let branch = |split: &Split, branch: usize| {
            let at = |draw: usize| split.probability(branch, |c| value(c, draw));
            if split.uncertain {
                PathWeight::Each((0..draws).map(at).collect())
            } else {
                PathWeight::Same(at(0))
            }
        };
        let split = |split: &Split| {
            let branches = 0..split.branches.len();
            branches.map(|number| branch(split, number)).collect()
        };
        Odds(plan.splits.iter().map(split).collect())
    }

    /// Product of a path's chance probabilities, draw by draw where some are uncertain.
    fn chance(&self, path: &Path, draws: usize) -> PathWeight {
        let mut product = PathWeight::Same(1.0);
        for factor in &path.factors {
            let Factor::Branch(split, branch) = factor else {
                continue;
            };
            product = match (product, &self.0[*split][*branch]) {
                (PathWeight::Same(all), PathWeight::Same(one)) => PathWeight::Same(all * one),
                (PathWeight::Same(all), PathWeight::Each(one)) => {
                    PathWeight::Each(one.iter().map(|one| all * one).collect())
                }
                (PathWeight::Each(mut all), PathWeight::Same(one)) => {
                    all.iter_mut().for_each(|all| *all *= one);
                    PathWeight::Each(all)
                }
                (PathWeight::Each(mut all), PathWeight::Each(one)) => {
                    all.iter_mut().zip(one).for_each(|(all, one)| *all *= one);
                    PathWeight::Each(all)
                }
            };
        }
        debug_assert!(!matches!(&product, PathWeight::Each(all) if all.len() != draws));
        product
    }
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
