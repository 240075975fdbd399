//! Every path of the tree beside the others.

use super::results::{Results, Stage};
use super::subject::Subject;
use crate::analysis::summary::{Moments, moments};
use crate::analysis::weighted::{Part, Weight};
use crate::jobs::{ByPath, each};

/// Every path beside the others.
#[derive(Clone, Debug, PartialEq)]
pub struct PathTable {
    /// What the columns are about.
    pub subjects: Vec<Subject>,
    /// Whether the numbers may still change.
    pub stage: Stage,
    /// Draws behind them.
    pub draws: usize,
    /// The year.
    pub year: i32,
    /// In tree order.
    pub rows: Vec<PathRow>,
}

/// One path.
#[derive(Clone, Debug, PartialEq)]
pub struct PathRow {
    /// Its number in tree order.
    pub path: usize,
    /// `node=branch/…`.
    pub id: String,
    /// Nodes and outcomes passed, by id.
    pub history: Vec<(String, String)>,
    /// Probability of its chances, 0..1, given the decisions that it takes.
    pub probability: f64,
    /// Number of the option that it takes at the next open decision.
    pub option: Option<usize>,
    /// One for each subject: every draw counts alike.
    pub cells: Vec<Moments>,
}

/// Every path beside the others.
#[must_use]
pub fn path_table(results: &Results, subjects: &[Subject]) -> PathTable {
    let plan = &*results.ensemble.plan;
    let columns: Vec<Option<ByPath>> = subjects.iter().map(|s| results.values(s)).collect();
    let cell = |path: usize, columns: &Option<ByPath>| {
        let values = columns.as_ref().and_then(|all| all.get(path));
        values.map_or(Moments::NONE, |values| {
            moments(&[Part {
                values,
                weights: Weight::Same(1.0),
            }])
        })
    };
    let rows = each(plan.paths.len(), results.wish.workers(), |path| PathRow {
        path,
        id: plan.paths[path].id.clone(),
        history: plan.paths[path].history.clone(),
        probability: results.weights.chance_mean[path],
        option: plan.paths[path].option,
        cells: columns.iter().map(|columns| cell(path, columns)).collect(),
    });
    PathTable {
        subjects: subjects.to_vec(),
        stage: results.stage,
        draws: results.draws(),
        year: results.last_year(),
        rows,
    }
}
