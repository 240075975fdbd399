//! Columns of numbers that somebody looks at, kept so that new weights need not gather them again.

use std::sync::{Arc, Mutex, PoisonError};

use super::results::Results;
use super::subject::Subject;
use crate::analysis::cost::path_cost;
use crate::analysis::summary::{Moments, moments};
use crate::analysis::weighted::Part;
use crate::jobs::{ByPath, run_keeping};
use crate::sim::layout::Yearly;
use crate::sim::sheet::CHUNK;
use crate::sim::{Layout, Value};

/// Bytes that remembered columns may take.
const MOST_BYTES: usize = 24 << 20;

/// Columns by subject, those asked for last at the end. They hold for every plan over the same
/// numbers, whatever its probabilities.
#[derive(Default)]
pub(super) struct Values {
    known: Mutex<Vec<(Subject, ByPath)>>,
}

impl Values {
    fn get(&self, subject: &Subject) -> Option<ByPath> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let place = known.iter().position(|(other, _)| other == subject)?;
        let found = known.remove(place);
        known.push(found);
        known.last().map(|(_, columns)| Arc::clone(columns))
    }

    fn keep(&self, subject: &Subject, columns: &ByPath) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|(other, _)| other != subject);
        known.push((subject.clone(), Arc::clone(columns)));
        let bytes = |columns: &ByPath| columns.iter().map(Vec::len).sum::<usize>() * 8;
        let mut all: usize = known.iter().map(|(_, columns)| bytes(columns)).sum();
        while all > MOST_BYTES && known.len() > 1 {
            all -= bytes(&known.remove(0).1);
        }
    }
}

impl Results {
    /// Values of a subject at the horizon, by path, then by draw; `None` if the setting does not
    /// have it. What was not kept is simulated again.
    #[must_use]
    pub fn values(&self, subject: &Subject) -> Option<ByPath> {
        if let Some(known) = self.values.get(subject) {
            return Some(known);
        }
        let columns = if subject.is_cost() {
            self.costs()?
        } else {
            self.horizon(subject.value(&self.ensemble.plan)?)?
        };
        let columns = if subject.is_complement() {
            let flip = |column: &Vec<f64>| column.iter().map(|v| 1.0 - v).collect();
            Arc::new(columns.iter().map(flip).collect())
        } else {
            columns
        };
        self.values.keep(subject, &columns);
        Some(columns)
    }

    /// Costs by path; a path whose cost nobody entered has no values.
    fn costs(&self) -> Option<ByPath> {
        let ensemble = &*self.ensemble;
        let paths = 0..ensemble.plan.paths.len();
        ensemble.plan.has_costs().then(|| {
            let cost = |path| path_cost(ensemble, path).unwrap_or_default();
            Arc::new(paths.map(cost).collect())
        })
    }

    fn horizon(&self, value: Value) -> Option<ByPath> {
        let ensemble = &*self.ensemble;
        let paths = 0..ensemble.plan.paths.len();
        let kept: Option<Vec<Vec<f64>>> = paths.map(|p| ensemble.horizon(p, value)).collect();
        match kept {
            Some(columns) => Some(Arc::new(columns)),
            None => self.simulated_again(value),
        }
    }

    /// One value of all paths, for as many draws as there are: a cancelled run has the first ones.
    fn simulated_again(&self, value: Value) -> Option<ByPath> {
        let workers = 2 * self.wish.workers() * CHUNK;
        // Chunks may come in out of order, a few at a time; if more, all are made.
        let enough = (self.draws() + workers) as f64 / f64::from(self.ensemble.plan.draws);
        self.simulated_up_to(value, enough)
            .or_else(|| self.simulated_up_to(value, f64::INFINITY))
    }

    fn simulated_up_to(&self, value: Value, enough: f64) -> Option<ByPath> {
        let plan = &self.ensemble.plan;
        let layout = Layout {
            horizon: vec![value],
            series: vec![value],
            yearly: Yearly::Means,
            dropped: Vec::new(),
        };
        let options = self.wish.options();
        let again = run_keeping(plan, layout, &options, &mut |share| share < enough);
        let column = |path| {
            let values = again.ensemble.horizon(path, value)?;
            Some(values.get(..self.draws())?.to_vec())
        };
        let columns: Option<Vec<Vec<f64>>> = (0..plan.paths.len()).map(column).collect();
        Some(Arc::new(columns?))
    }

    /// Columns of some paths with their weights; open decisions below count every option alike.
    pub(super) fn parts<'a>(&'a self, columns: &'a [Vec<f64>], paths: &[usize]) -> Vec<Part<'a>> {
        let part = |path: &usize| Part {
            values: &columns[*path],
            weights: self.weights.whole[*path].as_weight(),
        };
        let filled = paths.iter().filter(|path| !columns[**path].is_empty());
        filled.map(part).collect()
    }

    /// Mean and quantiles of a subject at the horizon over some paths.
    pub(super) fn moments(&self, subject: &Subject, paths: &[usize]) -> Moments {
        match self.values(subject) {
            Some(columns) => moments(&self.parts(&columns, paths)),
            None => Moments::NONE,
        }
    }
}
