//! `foretree choices`: what the options of the next open decision come to.

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use serde_json::json;

use super::arguments::{Format, How};
use super::data::json;
use super::engine::{plan_options, threads, typed};
use super::failure::{Failure, Kind};
use super::interrupt;
use super::output;
use super::progress::Progress;
use super::source::scenario;
use crate::live::choices::{ChoiceRule, ChoicesAsk, ChoicesFault, Extra, Objective, choices};
use crate::live::{BUDGET, CohortMeasure, RunWish, Subject, simulate};
use crate::report::choices_text::{choices_csv, choices_text};
use crate::sim::{Plan, PlanOptions};
use crate::tell;
use crate::words::choices as words;
use crate::words::faults;

#[derive(Debug, Args)]
pub(crate) struct Choices {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "KEY")]
    pub indicator: Option<String>,
    #[arg(long, value_name = "KEY=WEIGHT")]
    pub objective: Vec<String>,
    #[arg(long, value_name = "EPSILON")]
    pub equity: Option<f64>,
    #[arg(long, value_enum, default_value_t, value_name = "RULE")]
    pub rule: RuleName,
    #[arg(long, value_name = "LEVEL", allow_negative_numbers = true)]
    pub level: Option<f64>,
    #[arg(long, value_name = "YEAR")]
    pub year: Option<i32>,
    #[arg(long, value_name = "EFFORT")]
    pub budget: Option<f64>,
    #[arg(long)]
    pub quick: bool,
    #[command(flatten)]
    pub how: How,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Format,
}

/// Rules by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum RuleName {
    #[default]
    Expected,
    Worst,
    Regret,
    Cvar,
    Hurwicz,
    Satisfice,
    Utility,
}

/// Worst share of futures, unless another is typed.
const TAIL: f64 = 0.1;
/// Optimism, unless another is typed.
const OPTIMISM: f64 = 0.5;

/// What was found, in the format asked for.
///
/// # Errors
///
/// Files that cannot be read, wrong scenarios, no open decision, unknown indicators, levels out
/// of range, Ctrl-C.
pub(crate) fn command(asked: &Choices) -> Result<String, Failure> {
    let loaded = scenario(&asked.file)?;
    let wish = wish(&asked.how);
    let options = plan_options(&asked.how);
    let plan = Plan::compile(
        &loaded.scenario,
        &PlanOptions {
            draws: Some(1),
            ..options
        },
    );
    let plan = plan.map_err(|error| super::engine::refused(&loaded, &error))?;
    if plan.open.is_none() {
        return Err(refused(&ChoicesFault::NothingOpen));
    }
    let ask = ask(asked, &plan)?;
    let scenario = Arc::new(loaded.scenario.clone());
    let bar = RefCell::new(Progress::new(output::look().ascii));
    let results = simulate(&scenario, &wish, &mut |share| {
        bar.borrow_mut().set(share);
        !interrupt::requested()
    });
    drop(bar);
    let results = results.map_err(|error| {
        Failure::findings(Kind::Scenario, vec![faults::of_plan(&loaded, &error)])
    })?;
    let found = choices(&results, &ask, &mut || !interrupt::requested());
    if interrupt::requested() {
        return Err(Failure::new(Kind::Interrupted, tell!("fault-interrupted")));
    }
    let found = found.map_err(|fault| refused(&fault))?;
    Ok(match asked.format {
        Format::Text => choices_text(&found, &repeat(asked), output::look()),
        Format::Json => json(&json!(found)),
        Format::Csv => choices_csv(&found),
    })
}

fn refused(fault: &ChoicesFault) -> Failure {
    Failure::usage(words::fault(fault))
}

fn wish(how: &How) -> RunWish {
    let options = plan_options(how);
    RunWish {
        draws: options.draws,
        seed: options.seed,
        sampling: options.sampling,
        threads: Some(threads(how)),
        budget: how.memory.map_or(BUDGET, |mib| (mib as usize) << 20),
        stress: options.stress,
        median: options.median,
        condition: options.condition,
    }
}

fn ask(asked: &Choices, plan: &Plan) -> Result<ChoicesAsk, Failure> {
    let extra = match asked.quick {
        true => Extra::default(),
        false => Extra::ALL,
    };
    let objective = objective(asked, plan)?;
    Ok(ChoicesAsk {
        rule: rule(asked, &objective)?,
        objective,
        year: asked.year,
        budget: asked.budget,
        extra,
    })
}

fn objective(asked: &Choices, plan: &Plan) -> Result<Objective, Failure> {
    let unknown = |key: &str| refused(&ChoicesFault::NoSubject(key.to_owned()));
    let subject = |key: &str| Subject::parse(key).ok_or_else(|| unknown(key));
    match (&asked.indicator, asked.objective.as_slice(), asked.equity) {
        (key, [], Some(epsilon)) => {
            let key = key.as_deref().unwrap_or(CohortMeasure::Offline.key());
            let measure = CohortMeasure::ALL.into_iter().find(|own| own.key() == key);
            let measure = measure.ok_or_else(|| Failure::usage(tell!("choices-fault-even")))?;
            Ok(Objective::Even(measure, epsilon))
        }
        (None, parts, None) if !parts.is_empty() => {
            let parts = parts.iter().map(|typed| {
                let (key, weight) = typed.split_once('=').unwrap_or((typed, ""));
                let weight = weight
                    .parse()
                    .map_err(|_| refused(&ChoicesFault::Weights))?;
                Ok((subject(key)?, weight))
            });
            Ok(Objective::Several(parts.collect::<Result<_, Failure>>()?))
        }
        (Some(key), [], None) => Ok(Objective::One(subject(key)?)),
        (None, [], None) => Ok(Objective::One(Subject::first(plan))),
        _ => Err(Failure::usage(tell!("choices-fault-two-objectives"))),
    }
}

fn rule(asked: &Choices, objective: &Objective) -> Result<ChoiceRule, Failure> {
    Ok(match (asked.rule, asked.level) {
        (RuleName::Expected, None) => ChoiceRule::Expected,
        (RuleName::Worst, None) => ChoiceRule::Worst,
        (RuleName::Regret, None) => ChoiceRule::Regret,
        (RuleName::Expected | RuleName::Worst | RuleName::Regret, Some(_)) => {
            return Err(Failure::usage(tell!("choices-fault-level-unused")));
        }
        (RuleName::Cvar, level) => ChoiceRule::Tail(level.unwrap_or(TAIL)),
        (RuleName::Hurwicz, level) => ChoiceRule::Hurwicz(level.unwrap_or(OPTIMISM)),
        (RuleName::Satisfice, Some(level)) => ChoiceRule::Satisfice(level),
        (RuleName::Utility, Some(level)) => ChoiceRule::Utility(level),
        // A tenth of everybody, for shares; else there is no level that suits any unit.
        (RuleName::Utility, None) if is_share(objective) => ChoiceRule::Utility(0.1),
        (RuleName::Satisfice | RuleName::Utility, None) => {
            return Err(Failure::usage(tell!("choices-fault-level-missing")));
        }
    })
}

fn is_share(objective: &Objective) -> bool {
    match objective {
        Objective::One(subject) => subject.unit() == "share",
        Objective::Several(_) => false,
        Objective::Even(..) => true,
    }
}

/// What to type to see the same again.
fn repeat(asked: &Choices) -> String {
    let mut words = vec!["foretree".to_owned(), "choices".to_owned()];
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            words.extend([format!("--{name}"), value]);
        }
    };
    add("indicator", asked.indicator.clone());
    for part in &asked.objective {
        add("objective", Some(part.clone()));
    }
    add("equity", asked.equity.map(|epsilon| epsilon.to_string()));
    let rule = asked.rule.to_possible_value();
    let rule = rule.filter(|_| asked.rule != RuleName::default());
    add("rule", rule.map(|rule| rule.get_name().to_owned()));
    add("level", asked.level.map(|level| level.to_string()));
    add("year", asked.year.map(|year| year.to_string()));
    add("budget", asked.budget.map(|budget| budget.to_string()));
    words.extend(asked.quick.then(|| "--quick".to_owned()));
    words.extend(typed(&asked.how));
    words.push(asked.file.display().to_string());
    words.join(" ")
}
