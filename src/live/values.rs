//! Columns of numbers that somebody looks at, kept so that new weights need not gather them again.

use std::sync::{Arc, Mutex, PoisonError};

use super::results::Results;
use super::subject::Subject;
use crate::analysis::cost::path_cost;
use crate::analysis::summary::{Moments, moments};
use crate::analysis::weighted::Part;
use crate::jobs::{ByPath, run_watched};
use crate::sim::layout::Yearly;
use crate::sim::{Ensemble, Layout, Value};

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

/// Simulated numbers as the subject counts them.
fn turned(subject: &Subject, mut columns: Vec<Vec<f64>>) -> ByPath {
    if subject.is_complement() {
        let all = columns.iter_mut().flatten();
        all.for_each(|value| *value = 1.0 - *value);
    }
    Arc::new(columns)
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
            let value = subject.value(&self.ensemble.plan)?;
            match self.kept(value) {
                Some(kept) => turned(subject, kept),
                None => self.simulated_again(subject, value)?,
            }
        };
        self.values.keep(subject, &columns);
        Some(columns)
    }

    /// Whether the subject's values can be had without simulating again.
    #[must_use]
    pub fn has_at_hand(&self, subject: &Subject) -> bool {
        if self.values.get(subject).is_some() || subject.is_cost() {
            return true;
        }
        let value = subject.value(&self.ensemble.plan);
        value.is_none_or(|value| self.ensemble.horizon(0, value).is_some())
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

    fn kept(&self, value: Value) -> Option<Vec<Vec<f64>>> {
        let paths = 0..self.ensemble.plan.paths.len();
        paths.map(|p| self.ensemble.horizon(p, value)).collect()
    }

    /// A subject that was not kept. A cohort's siblings, which tables show beside it, come along.
    fn simulated_again(&self, subject: &Subject, value: Value) -> Option<ByPath> {
        let mut wanted = vec![(subject.clone(), value)];
        if let Subject::Cohort(measure, own) = subject {
            let cohorts = self.ensemble.plan.country().cohorts.iter();
            let siblings = cohorts.filter(|c| c.id != *own).filter_map(|c| {
                let sibling = Subject::Cohort(*measure, c.id.clone());
                let value = sibling.value(&self.ensemble.plan)?;
                Some((sibling, value))
            });
            wanted.extend(siblings);
        }
        let values: Vec<Value> = wanted.iter().map(|(_, value)| *value).collect();
        let again = self.first_draws_of(&values)?;
        let columns = |value: Value| -> Option<Vec<Vec<f64>>> {
            let cut = |path| {
                let all = again.horizon(path, value)?;
                Some(all.get(..self.draws())?.to_vec())
            };
            (0..again.plan.paths.len()).map(cut).collect()
        };
        for (sibling, value) in wanted.iter().skip(1) {
            self.values
                .keep(sibling, &turned(sibling, columns(*value)?));
        }
        Some(turned(subject, columns(value)?))
    }

    /// Some values, for at least as many draws as there are: a cancelled run has the first ones.
    fn first_draws_of(&self, values: &[Value]) -> Option<Ensemble> {
        let plan = &self.ensemble.plan;
        let layout = Layout {
            horizon: values.to_vec(),
            series: values.to_vec(),
            yearly: Yearly::Means,
            dropped: Vec::new(),
        };
        let finished = run_watched(plan, layout, &self.wish.options(), &mut |so_far| {
            so_far.kept() < self.draws()
        });
        Some(finished.ensemble).filter(|again| again.draws() >= self.draws())
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
