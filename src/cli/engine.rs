//! From a scenario and the options of a command to numbers.

use std::cell::RefCell;
use std::sync::Arc;

use super::arguments::{How, Sampling};
use super::failure::{Failure, Kind};
use super::interrupt;
use super::new::unknown;
use super::progress::Progress;
use crate::files::Loaded;
use crate::jobs::{self, RunOptions};
use crate::live::RunWish;
use crate::report::run::RunLine;
use crate::scenario::{self, nearest};
use crate::sim::{Condition, Ensemble, Plan, PlanError, PlanOptions};
use crate::tell;
use crate::words::faults::{self, of_condition};

/// Simulates a checked scenario. The bar covers the part of the whole work from `done` to
/// `done + part`, both 0..1.
///
/// # Errors
///
/// Scenarios that cannot be compiled, unknown wildcards, and Ctrl-C.
pub(crate) fn simulate(
    loaded: &Loaded,
    plan: &PlanOptions,
    how: &How,
    bar: &RefCell<Progress>,
    (done, part): (f64, f64),
) -> Result<Ensemble, Failure> {
    let plan = Plan::compile(&loaded.scenario, plan).map_err(|error| refused(loaded, &error))?;
    let finished = jobs::run(&Arc::new(plan), &options(how), &mut |share| {
        bar.borrow_mut().set(done + part * share);
        !interrupt::requested()
    });
    if interrupt::requested() {
        return Err(Failure::new(Kind::Interrupted, tell!("fault-interrupted")));
    }
    Ok(finished.ensemble)
}

/// What the command line says about the plan.
pub(crate) fn plan_options(how: &How) -> PlanOptions {
    PlanOptions {
        draws: how.draws,
        seed: how.seed,
        sampling: how.sampling.map(|way| match way {
            Sampling::LatinHypercube => scenario::Sampling::LatinHypercube,
            Sampling::Sobol => scenario::Sampling::Sobol,
            Sampling::Independent => scenario::Sampling::Independent,
        }),
        median: how.median,
        stress: how.stress.clone(),
        condition: condition(how),
        ..PlanOptions::default()
    }
}

/// The same as a wish for the results of a scenario.
pub(crate) fn wish(how: &How) -> RunWish {
    let plan = plan_options(how);
    RunWish {
        draws: plan.draws,
        seed: plan.seed,
        sampling: plan.sampling,
        stress: plan.stress,
        median: plan.median,
        threads: Some(threads(how)),
        budget: options(how).budget,
        condition: plan.condition,
    }
}

/// Everything that must hold, from all `--where` together.
fn condition(how: &How) -> Condition {
    let all = how.condition.iter().cloned();
    all.fold(Condition::default(), Condition::and)
}

/// What else a report says about how it was computed.
pub(crate) fn told(how: &How, mut line: RunLine) -> RunLine {
    line.memory = u32::try_from(options(how).budget >> 20).ok();
    line
}

/// The same as a plan that was run, with `most` draws at most: for what simulates again and again.
pub(crate) fn few_draws(plan: &Plan, most: u32, how: &How) -> PlanOptions {
    PlanOptions {
        draws: Some(plan.asked.min(most)),
        seed: Some(plan.seed),
        sampling: Some(plan.sampling),
        ..plan_options(how)
    }
}

/// Worker threads for this run and its summaries.
pub(crate) fn threads(how: &How) -> usize {
    how.threads.map_or_else(jobs::processors, usize::from)
}

fn options(how: &How) -> RunOptions {
    let budget = how.memory.map(|mib| (mib as usize) << 20);
    RunOptions {
        threads: Some(threads(how)),
        budget: budget.unwrap_or(RunOptions::default().budget),
        ..RunOptions::default()
    }
}

/// An unknown wildcard was typed; everything else is the scenario's fault.
pub(crate) fn refused(loaded: &Loaded, error: &PlanError) -> Failure {
    match error {
        PlanError::UnknownWildcard(id) => {
            let known = loaded
                .scenario
                .wildcards
                .iter()
                .map(|wildcard| wildcard.id.as_str());
            unknown("wildcard", id, nearest(id, known))
        }
        PlanError::Condition(fault) => Failure::usage(of_condition(fault)),
        _ => Failure::findings(Kind::Scenario, vec![faults::of_plan(loaded, error)]),
    }
}

/// A word as a shell needs it.
pub(crate) fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:=,%+@".contains(c);
    match !word.is_empty() && word.chars().all(plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}

/// The options of a command as they would be typed again.
pub(crate) fn typed(how: &How) -> Vec<String> {
    let mut words = Vec::new();
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            words.extend([format!("--{name}"), value]);
        }
    };
    add("draws", how.draws.map(|draws| draws.to_string()));
    add("seed", how.seed.map(|seed| seed.to_string()));
    let sampling = how.sampling.map(|way| match way {
        Sampling::LatinHypercube => "latin-hypercube",
        Sampling::Sobol => "sobol",
        Sampling::Independent => "independent",
    });
    add("sampling", sampling.map(str::to_owned));
    add("stress", how.stress.clone());
    add("memory", how.memory.map(|mib| mib.to_string()));
    for condition in &how.condition {
        add("where", Some(condition.texts().join(", ")));
    }
    if how.median {
        words.push("--median".to_owned());
    }
    words
}
