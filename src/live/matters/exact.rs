//! Exact Sobol indices: runs on a design of their own instead of one set of draws.
//!
//! Saltelli's design over what is drawn: two sets of draws and, for each input, the first set with
//! that input from the second. The luck of the years is an input like any other. Outputs are means over the
//! paths of the selection, so the indices are shares of what draws do; they are scaled to all
//! variance, the branches' included.

use std::sync::Arc;

use super::{MattersFault, MattersWish};
use crate::analysis::inputs::{Input, evidence_of};
use crate::analysis::matters::sobol::{Design, SobolIndex, indices};
use crate::analysis::matters::{Estimate, Fault, LEAST_CASES, Settings};
use crate::analysis::weights::Weights;
use crate::jobs::run_keeping;
use crate::live::results::Results;
use crate::scenario::Evidence;
use crate::sim::layout::{Layout, Yearly};
use crate::sim::{Ensemble, Plan, PlanOptions, Value};

/// One input, or the luck of the years, with its exact indices.
#[derive(Clone, Debug, PartialEq)]
pub struct ExactRow {
    /// Which inputs; several where they are drawn together, none = the luck of the years.
    pub inputs: Vec<Input>,
    /// How good the evidence behind the first of them is.
    pub evidence: Option<Evidence>,
    /// First-order share of all variance.
    pub first: Estimate,
    /// Total share of all variance.
    pub total: Estimate,
}

/// Exact indices of everything that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Exactly {
    /// Base draws: each takes as many runs as there are rows, and two more.
    pub base: usize,
    /// Runs that were made.
    pub runs: usize,
    /// Share of all variance that lies between draws; the rest lies between branches.
    pub draws: f64,
    /// The largest total share first.
    pub rows: Vec<ExactRow>,
}

/// Exact Sobol indices with so many base draws. `share` is what part of all variance lies between draws.
///
/// # Errors
/// As for [`super::matters`]; also when `progress` cancels, and where a condition leaves draws out or
/// makes some likelier than others.
pub fn exact(
    results: &Results,
    wish: &MattersWish,
    base: u32,
    share: f64,
    progress: &mut dyn FnMut(f64) -> bool,
) -> Result<Exactly, MattersFault> {
    if !is_whole(results) {
        return Err(MattersFault::Condition);
    }
    let few = Fault::TooFew {
        cases: base as usize,
        least: LEAST_CASES,
    };
    if (base as usize) < LEAST_CASES {
        return Err(MattersFault::Numbers(few));
    }
    let options = PlanOptions {
        draws: Some(base.saturating_mul(2)),
        ..results.wish.plan()
    };
    let plan = Plan::compile(&results.scenario, &options).map_err(|_| MattersFault::NoSubject)?;
    let value = wish.subject.value(&plan).ok_or(MattersFault::NoSubject)?;
    let last = plan.base_year + i32::try_from(plan.steps).unwrap_or(0);
    let step = usize::try_from(wish.year.unwrap_or(last) - plan.base_year);
    let step = step.ok().filter(|step| *step <= plan.steps);
    let runs = Runs {
        results,
        paths: wish.selection.paths(&plan),
        value,
        step: step.ok_or(MattersFault::NoSubject)?,
        plan,
    };
    runs.rows(share, progress)
}

/// Whether the condition of a run leaves every draw as likely as it was. One on inputs leaves draws
/// out; one on a node whose probabilities are uncertain makes draws with a high one likelier (Bayes).
/// Either way inputs no longer vary freely of each other over the draws, as the design takes for
/// granted.
fn is_whole(results: &Results) -> bool {
    let draws = results.draws();
    let even = results.weights.effective_draws(draws) > draws as f64 * (1.0 - 1e-9);
    results.ensemble.plan.chosen.is_none() && even
}

struct Runs<'a> {
    results: &'a Results,
    plan: Plan,
    paths: Vec<usize>,
    value: Value,
    step: usize,
}

impl Runs<'_> {
    fn rows(
        &self,
        share: f64,
        progress: &mut dyn FnMut(f64) -> bool,
    ) -> Result<Exactly, MattersFault> {
        let groups = self.groups();
        let all: Vec<usize> = (0..self.plan.columns.list().len()).collect();
        let blocks = [(Vec::new(), false), (all, true)].into_iter();
        let single = groups.iter().map(|group| (group.clone(), false));
        let blocks = blocks.chain(single).chain([(Vec::new(), true)]);
        let blocks: Vec<(Vec<usize>, bool)> = blocks.collect();
        let mut sets = Vec::with_capacity(blocks.len());
        for (number, (columns, luck)) in blocks.iter().enumerate() {
            let done = |part: f64| (number as f64 + part) / blocks.len() as f64;
            sets.push(self.means(columns, *luck, &mut |part| progress(done(part)))?);
        }
        let settings = Settings {
            threads: self.results.wish.workers(),
            seed: self.plan.seed,
            ..Settings::default()
        };
        let design = Design {
            a: &sets[0],
            b: &sets[1],
            mixed: &sets[2..],
        };
        let found = indices(&design, &settings).map_err(MattersFault::Numbers)?;
        let names = groups
            .iter()
            .map(|group| self.named(group))
            .chain([Vec::new()]);
        let mut rows: Vec<ExactRow> = names
            .zip(&found)
            .map(|(inputs, index)| self.row(inputs, index, share))
            .collect();
        rows.sort_by(|a, b| b.total.value.total_cmp(&a.total.value));
        Ok(Exactly {
            base: sets[0].len(),
            runs: sets.len() * sets[0].len(),
            draws: share,
            rows,
        })
    }

    fn row(&self, inputs: Vec<Input>, index: &SobolIndex, share: f64) -> ExactRow {
        let scaled = |estimate: Estimate| Estimate {
            value: estimate.value * share,
            low: estimate.low * share,
            high: estimate.high * share,
            noise: estimate.noise * share,
        };
        let first = inputs.first();
        ExactRow {
            evidence: first.and_then(|input| evidence_of(&self.results.scenario, input)),
            first: scaled(index.first),
            total: scaled(index.total),
            inputs,
        }
    }

    /// Columns that are drawn together and of which at least one is an input.
    fn groups(&self) -> Vec<Vec<usize>> {
        let mut groups = self.plan.drawn_together();
        groups.retain(|group| !self.named(group).is_empty());
        groups
    }

    fn named(&self, group: &[usize]) -> Vec<Input> {
        let list = self.plan.columns.list();
        let origins = group.iter().filter_map(|number| list.get(*number));
        origins
            .filter_map(|column| Input::of(&column.origin))
            .collect()
    }

    /// Means over paths of one set of the design, by base draw.
    fn means(
        &self,
        columns: &[usize],
        luck: bool,
        progress: &mut dyn FnMut(f64) -> bool,
    ) -> Result<Vec<f64>, MattersFault> {
        let plan = Arc::new(self.plan.redrawing(columns, luck));
        let at_horizon = self.step == plan.steps;
        let layout = Layout {
            horizon: vec![self.value],
            series: vec![self.value],
            yearly: if at_horizon {
                Yearly::Means
            } else {
                Yearly::Exact
            },
            dropped: Vec::new(),
        };
        let finished = run_keeping(&plan, layout, &self.results.wish.options(), progress);
        if !finished.complete {
            return Err(MattersFault::Cancelled);
        }
        let ensemble = &finished.ensemble;
        let weights = Weights::new(ensemble);
        let draws = ensemble.draws();
        let (mut sums, mut totals) = (vec![0.0; draws], vec![0.0; draws]);
        for path in &self.paths {
            let values = self
                .of_path(ensemble, *path)
                .ok_or(MattersFault::NoSubject)?;
            for draw in 0..draws {
                let weight = weights.whole[*path].at(draw);
                sums[draw] += weight * values[draw];
                totals[draw] += weight;
            }
        }
        Ok(sums
            .iter()
            .zip(&totals)
            .map(|(sum, total)| sum / total)
            .collect())
    }

    fn of_path(&self, ensemble: &Ensemble, path: usize) -> Option<Vec<f64>> {
        if self.step == ensemble.plan.steps {
            return ensemble.horizon(path, self.value);
        }
        let place = ensemble.layout.in_series(self.value)?;
        ensemble.yearly(*ensemble.plan.paths[path].rows.get(self.step)?, place)
    }
}
