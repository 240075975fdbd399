//! How long a decision can wait: every option simulated later and later.

use std::ops::RangeInclusive;

use super::delayed::delayed;
use super::{BackcastError, BackcastWish, OptionWaiting, Waiting};
use crate::analysis::assumed::closed;
use crate::analysis::backcast::{Delay, Delays, by_draw, delays};
use crate::live::results::Results;
use crate::live::runs::{fitting, runs};
use crate::scenario::{Node, Scenario};
use crate::sim::PlanOptions;
use crate::sim::action::Delayed;

/// Years after which nothing that is delayed happens within any horizon.
const NEVER: i32 = 10_000;

/// Delays every option of a decision, year by year, up to the year of the target.
pub(super) fn waiting(
    results: &Results,
    wish: &BackcastWish,
    node: &str,
    (year, step): (i32, usize),
    progress: &mut dyn FnMut(f64) -> bool,
) -> Result<Waiting, BackcastError> {
    let scenario = &*results.scenario;
    let decision = scenario.tree.nodes.get(node);
    let decision = decision.ok_or_else(|| BackcastError::NoDecision(node.to_owned()))?;
    let first = decision.year();
    if first > year {
        let (node, year) = (node.to_owned(), first);
        return Err(BackcastError::TooLate { node, year });
    }
    let idle = idle(decision);
    let options = options(decision, idle.as_deref());
    let plan = &results.ensemble.plan;
    let draws = fitting(plan.rows, plan.asked.min(wish.draws));
    let mut late = Late {
        scenario,
        node,
        idle: idle.as_deref(),
        plan: PlanOptions {
            draws: Some(draws),
            ..results.wish.plan()
        },
        threads: results.wish.threads,
        wish,
        step,
        done: 0,
        all: options.len() * usize::try_from(year - first + 2).unwrap_or(1),
        progress,
    };
    let mut found = Vec::new();
    for option in options {
        let delays = late.delays(&option, first..=year)?;
        found.push(OptionWaiting { option, delays });
    }
    Ok(Waiting {
        node: node.to_owned(),
        year: first,
        idle,
        options: found,
        helps: wish.helps,
        draws: draws as usize,
    })
}

/// The option that does nothing.
fn idle(decision: &Node) -> Option<String> {
    let outcomes = decision.outcomes();
    let idle = outcomes
        .iter()
        .find(|o| o.effects.is_empty() && o.adopts.is_empty() && o.cost.is_none());
    idle.map(|outcome| outcome.id.to_owned())
}

/// The options that may wait: of a closed decision only the one that it takes.
fn options(decision: &Node, idle: Option<&str>) -> Vec<String> {
    let outcomes = decision.outcomes();
    let ids = outcomes.iter().map(|outcome| outcome.id);
    let others = ids.filter(|id| idle != Some(*id));
    let chosen = |id: &&str| decision.choose().is_none_or(|chosen| chosen == *id);
    others.filter(chosen).map(str::to_owned).collect()
}

/// Simulates a decision that is taken later.
struct Late<'a> {
    scenario: &'a Scenario,
    node: &'a str,
    idle: Option<&'a str>,
    plan: PlanOptions,
    threads: Option<usize>,
    wish: &'a BackcastWish,
    step: usize,
    done: usize,
    all: usize,
    progress: &'a mut dyn FnMut(f64) -> bool,
}

impl Late<'_> {
    /// One option, taken in each of some years.
    fn delays(
        &mut self,
        option: &str,
        years: RangeInclusive<i32>,
    ) -> Result<Delays, BackcastError> {
        let nothing = self.nothing(option)?;
        let first = *years.start();
        let mut shares = Vec::new();
        for year in years {
            shares.push((year, self.taken(option, year - first)?));
        }
        let tried: Vec<Delay<'_>> = shares
            .iter()
            .map(|(year, reached)| Delay {
                year: *year,
                reached,
            })
            .collect();
        Ok(delays(&tried, &nothing, None, self.wish.helps)?)
    }

    /// Share of each draw that reaches the target when nothing is done.
    fn nothing(&mut self, option: &str) -> Result<Vec<f64>, BackcastError> {
        let idle = self
            .idle
            .and_then(|idle| closed(self.scenario, self.node, idle));
        match idle {
            Some(scenario) => self.shares(&scenario, Vec::new()),
            None => self.taken(option, NEVER),
        }
    }

    /// The same when an option is taken so many years later.
    fn taken(&mut self, option: &str, years: i32) -> Result<Vec<f64>, BackcastError> {
        let found = delayed(self.scenario, (self.node, option), self.idle, years);
        let found = found.ok_or_else(|| BackcastError::NoDecision(self.node.to_owned()));
        let (scenario, late) = found?;
        self.shares(&scenario, late)
    }

    fn shares(
        &mut self,
        scenario: &Scenario,
        delayed: Vec<Delayed>,
    ) -> Result<Vec<f64>, BackcastError> {
        let options = PlanOptions {
            delayed,
            ..self.plan.clone()
        };
        let share = self.done as f64 / self.all.max(1) as f64;
        self.done += 1;
        let progress = &mut self.progress;
        let mut go_on = || progress(share);
        let what = (&self.wish.subject, self.step);
        let found = runs(scenario, &options, self.threads, what, &mut go_on)?;
        let found = found.ok_or(BackcastError::Stopped)?;
        let sums = by_draw(self.wish.target, &found.parts(&found.all()))?;
        let share = |(hits, weight): &(f64, f64)| match *weight > 0.0 {
            true => hits / weight,
            false => 0.0,
        };
        Ok(sums.iter().map(share).collect())
    }
}
