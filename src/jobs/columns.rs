//! Any number of any year, per path and draw, simulated again when somebody asks for it.
//!
//! Draws are functions of the seed, so a column made later has the same bits as the run it
//! belongs to. Columns are remembered as long as they fit into the memory that they may take.

use std::collections::HashMap;
use std::sync::Arc;

use super::run::{RunOptions, run_keeping};
use crate::sim::layout::{Layout, Value, Yearly};
use crate::sim::plan::Plan;

/// One number of one simulated year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Wanted {
    /// Which number.
    pub value: Value,
    /// Years after the base year, 0 to the plan's steps.
    pub step: usize,
}

/// Values by path, then by draw.
pub type ByPath = Arc<Vec<Vec<f64>>>;

/// Columns of one plan, made on demand.
#[derive(Debug)]
pub struct Columns {
    plan: Arc<Plan>,
    options: RunOptions,
    known: HashMap<Wanted, ByPath>,
}

impl Columns {
    /// No columns yet; `options.budget` bounds what is remembered.
    pub fn new(plan: &Arc<Plan>, options: RunOptions) -> Self {
        Columns {
            plan: Arc::clone(plan),
            options,
            known: HashMap::new(),
        }
    }

    /// The columns asked for, in the same order; one run makes all that are not known. `None`
    /// when `progress` cancels or a step lies beyond the horizon.
    pub fn get(
        &mut self,
        wanted: &[Wanted],
        progress: &mut dyn FnMut(f64) -> bool,
    ) -> Option<Vec<ByPath>> {
        if wanted.iter().any(|w| w.step > self.plan.steps) {
            return None;
        }
        let missing: Vec<Wanted> = wanted
            .iter()
            .copied()
            .filter(|w| !self.known.contains_key(w))
            .collect();
        let mut made = HashMap::new();
        if !missing.is_empty() {
            made = self.make(&missing, progress)?;
        }
        let all = wanted
            .iter()
            .map(|w| made.get(w).or_else(|| self.known.get(w)).cloned())
            .collect();
        self.remember(made);
        all
    }

    fn make(
        &self,
        wanted: &[Wanted],
        progress: &mut dyn FnMut(f64) -> bool,
    ) -> Option<HashMap<Wanted, ByPath>> {
        let mut series: Vec<Value> = Vec::new();
        for one in wanted {
            if !series.contains(&one.value) {
                series.push(one.value);
            }
        }
        let layout = Layout {
            horizon: Vec::new(),
            series,
            yearly: Yearly::Exact,
            dropped: Vec::new(),
        };
        let finished = run_keeping(&self.plan, layout, &self.options, progress);
        if !finished.complete {
            return None;
        }
        let ensemble = &finished.ensemble;
        let column = |w: &Wanted| -> Option<ByPath> {
            let place = ensemble.layout.in_series(w.value)?;
            let rows = self
                .plan
                .paths
                .iter()
                .map(|path| ensemble.yearly(path.rows[w.step], place));
            Some(Arc::new(rows.collect::<Option<Vec<Vec<f64>>>>()?))
        };
        wanted.iter().map(|w| Some((*w, column(w)?))).collect()
    }

    /// Keeps new columns; when they would not fit, what was known before is forgotten first.
    fn remember(&mut self, made: HashMap<Wanted, ByPath>) {
        let column = self.plan.paths.len() * self.plan.draws as usize * size_of::<f64>();
        if (self.known.len() + made.len()) * column > self.options.budget {
            self.known.clear();
        }
        if made.len() * column <= self.options.budget {
            self.known.extend(made);
        }
    }

    /// Number of columns that are remembered.
    pub fn remembered(&self) -> usize {
        self.known.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::run;
    use crate::model::indicators::{COHORT_SERIES, Key};
    use crate::sim::PlanOptions;

    fn plan() -> Arc<Plan> {
        let text = include_str!("../../scenarios/malawi-mast-or-phone.ron");
        let scenario = crate::files::parse(text, "malawi").unwrap().scenario;
        let options = PlanOptions {
            draws: Some(300),
            ..PlanOptions::default()
        };
        Arc::new(Plan::compile(&scenario, &options).unwrap())
    }

    #[test]
    fn columns_made_later_have_the_bits_of_the_run() {
        let plan = plan();
        let whole = run(&plan, &RunOptions::default(), &mut |_| true).ensemble;
        let mut columns = Columns::new(&plan, RunOptions::default());
        let value = Value::Indicator(Key::income_poor_vs_noai as usize);
        let last = Wanted {
            value,
            step: plan.steps,
        };
        let early = Wanted {
            value: Value::Cohort(COHORT_SERIES.len() - 1, 0),
            step: 4,
        };
        let made = columns.get(&[last, early], &mut |_| true).unwrap();
        for (path, (last, early_values)) in made[0].iter().zip(made[1].iter()).enumerate() {
            assert_eq!(*last, whole.horizon(path, value).unwrap());
            let place = whole.layout.in_series(early.value).unwrap();
            let row = plan.paths[path].rows[early.step];
            assert_eq!(*early_values, whole.yearly(row, place).unwrap());
        }
    }

    #[test]
    fn columns_are_remembered_within_the_budget() {
        let plan = plan();
        let column = plan.paths.len() * 300 * 8;
        let mut columns = Columns::new(
            &plan,
            RunOptions {
                budget: column,
                ..RunOptions::default()
            },
        );
        let at = |step| Wanted {
            value: Value::Indicator(0),
            step,
        };
        columns.get(&[at(1)], &mut |_| true).unwrap();
        assert_eq!(columns.remembered(), 1);
        columns.get(&[at(2)], &mut |_| true).unwrap();
        assert_eq!(columns.remembered(), 1, "the first was forgotten");
        columns.get(&[at(3), at(4)], &mut |_| true).unwrap();
        assert_eq!(columns.remembered(), 0, "two do not fit");
    }

    #[test]
    fn a_year_beyond_the_horizon_is_no_column() {
        let plan = plan();
        let beyond = Wanted {
            value: Value::Indicator(0),
            step: plan.steps + 1,
        };
        assert!(
            Columns::new(&plan, RunOptions::default())
                .get(&[beyond], &mut |_| true)
                .is_none()
        );
    }
}
