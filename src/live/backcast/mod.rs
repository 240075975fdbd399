//! From a target back: which paths reach it, and until when a decision still helps, by simulating
//! it later and later on the same draws ([`crate::analysis::backcast`]).

mod delayed;
mod report;
mod waiting;

use super::results::Results;
use super::runs::{Runs, fitting, runs};
use super::selection::Selection;
use super::subject::Subject;
use crate::analysis::backcast::{
    BackcastFault, Common, Delays, Helps, Share, Target, common, reached,
};
use crate::scenario::{BASE_YEAR, Node, Scenario};
use crate::sim::{PlanError, PlanOptions};

/// Draws of each delayed run unless told otherwise.
pub const DRAWS: u32 = 2_000;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct BackcastWish {
    /// What is to be reached.
    pub subject: Subject,
    /// Which value of it, and which side of that.
    pub target: Target,
    /// In which year; `None` = at the horizon.
    pub year: Option<i32>,
    /// The decision that may wait; `None` = the next open one, or the first of all.
    pub decision: Option<String>,
    /// What counts as a help.
    pub helps: Helps,
    /// Draws of each delayed run, at most those of the results.
    pub draws: u32,
}

/// The way back from a target.
#[derive(Clone, Debug, PartialEq)]
pub struct Backcast {
    /// What is to be reached.
    pub subject: Subject,
    /// Which value of it.
    pub target: Target,
    /// In which year.
    pub year: i32,
    /// Each option of the next open decision, or everything where none is open.
    pub options: Vec<(Selection, Share)>,
    /// Every path: its id, its option, and the share of its runs that reach the target.
    pub paths: Vec<PathReach>,
    /// What the paths that reach it have in common, the greatest difference first.
    pub common: Vec<Common>,
    /// Draws behind these shares.
    pub draws: usize,
    /// How long a decision can wait; `None` where the tree has no decision.
    pub decision: Option<Waiting>,
}

/// One path.
#[derive(Clone, Debug, PartialEq)]
pub struct PathReach {
    /// Its id.
    pub id: String,
    /// Nodes and outcomes.
    pub history: Vec<(String, String)>,
    /// Share of its runs that reach the target.
    pub share: Share,
    /// How often it happens among all runs, open decisions counting every option alike, 0..1.
    pub of_all: f64,
}

/// How long a decision can wait.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Its node.
    pub node: String,
    /// The year in which the scenario takes it.
    pub year: i32,
    /// The option that does nothing, if there is one; else each option is measured against never
    /// being taken.
    pub idle: Option<String>,
    /// Its other options.
    pub options: Vec<OptionWaiting>,
    /// What counted as a help.
    pub helps: Helps,
    /// Draws behind these shares.
    pub draws: usize,
}

/// How long one option can wait.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionWaiting {
    /// Its id.
    pub option: String,
    /// Share of runs by the year in which it is taken.
    pub delays: Delays,
}

/// Why there is no way back.
#[derive(Clone, Debug, PartialEq)]
pub enum BackcastError {
    /// The setting does not have the subject.
    NoSubject,
    /// The subject has values at the horizon only.
    OnlyAtTheEnd {
        /// The last year.
        last: i32,
    },
    /// A year outside of the horizon.
    Year {
        /// The first year that can be asked for.
        first: i32,
        /// The last.
        last: i32,
    },
    /// There is no such decision.
    NoDecision(String),
    /// The decision is taken after the year of the target.
    TooLate {
        /// The node.
        node: String,
        /// Its year.
        year: i32,
    },
    /// Every uncertain number stands at its median: there are no runs to count.
    Median,
    /// The runs cannot be counted.
    Runs(BackcastFault),
    /// A delayed scenario cannot be simulated.
    Plan(PlanError),
    /// Somebody stopped the search.
    Stopped,
}

impl From<BackcastFault> for BackcastError {
    fn from(fault: BackcastFault) -> Self {
        Self::Runs(fault)
    }
}

impl From<PlanError> for BackcastError {
    fn from(error: PlanError) -> Self {
        Self::Plan(error)
    }
}

/// Goes back from a target. `progress` hears the share done, 0..1, and stops the search by
/// returning false.
///
/// # Errors
/// Subjects, years and decisions that are not there; runs that cannot be counted; being stopped.
pub fn backcast(
    results: &Results,
    wish: &BackcastWish,
    progress: &mut dyn FnMut(f64) -> bool,
) -> Result<Backcast, BackcastError> {
    let (year, step) = asked_year(results, wish)?;
    if results.ensemble.plan.median {
        return Err(BackcastError::Median);
    }
    let base = base_runs(results, wish, step, &mut || progress(0.0))?;
    let plan = &*base.plan;
    let all = base.all();
    let histories: Vec<&[(String, String)]> =
        plan.paths.iter().map(|path| &*path.history).collect();
    let whole = reached(wish.target, &base.parts(&all))?;
    let path = |number: usize| -> Result<PathReach, BackcastError> {
        // A path that cannot happen still says what would be if it did.
        let share = reached(wish.target, &base.parts(&[number])).or_else(|_| {
            let values = &base.values[number];
            let weights = crate::analysis::weighted::Weight::Same(1.0);
            let part = crate::analysis::weighted::Part { values, weights };
            reached(wish.target, &[part]).map(|share| Share {
                weight: 0.0,
                ..share
            })
        })?;
        Ok(PathReach {
            id: plan.paths[number].id.clone(),
            history: plan.paths[number].history.clone(),
            of_all: share.weight / whole.weight,
            share,
        })
    };
    let options = Selection::headline(plan).into_iter().map(|selection| {
        let paths = selection.paths(plan);
        Ok((selection, reached(wish.target, &base.parts(&paths))?))
    });
    let decision = node_of(&results.scenario, plan, wish)?;
    Ok(Backcast {
        subject: wish.subject.clone(),
        target: wish.target,
        year,
        options: options.collect::<Result<_, BackcastError>>()?,
        paths: all.iter().map(|p| path(*p)).collect::<Result<_, _>>()?,
        common: common(wish.target, &base.parts(&all), &histories)?,
        draws: base.draws(),
        decision: match decision {
            Some(node) => Some(waiting::waiting(
                results,
                wish,
                &node,
                (year, step),
                progress,
            )?),
            None => None,
        },
    })
}

/// The year of the target, and how many years that is after the base year.
fn asked_year(results: &Results, wish: &BackcastWish) -> Result<(i32, usize), BackcastError> {
    let last = results.last_year();
    let year = wish.year.unwrap_or(last);
    if !(BASE_YEAR + 1..=last).contains(&year) {
        let first = BASE_YEAR + 1;
        return Err(BackcastError::Year { first, last });
    }
    if wish.subject.value(&results.ensemble.plan).is_none() {
        return Err(BackcastError::NoSubject);
    }
    if year < last && !wish.subject.has_series() {
        return Err(BackcastError::OnlyAtTheEnd { last });
    }
    Ok((year, usize::try_from(year - BASE_YEAR).unwrap_or(0)))
}

/// The results' own runs; in an earlier year they are simulated again.
fn base_runs(
    results: &Results,
    wish: &BackcastWish,
    step: usize,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Runs, BackcastError> {
    let plan = &results.ensemble.plan;
    if step == plan.steps {
        let values = results
            .values(&wish.subject)
            .ok_or(BackcastError::NoSubject)?;
        return Ok(Runs {
            plan: std::sync::Arc::clone(plan),
            values: values.to_vec(),
            weights: results.weights.clone(),
        });
    }
    let options = PlanOptions {
        draws: Some(fitting(plan.rows, plan.asked)),
        ..results.wish.plan()
    };
    let found = runs(
        &results.scenario,
        &options,
        results.wish.threads,
        (&wish.subject, step),
        go_on,
    );
    found?.ok_or(BackcastError::Stopped)
}

/// The decision that may wait.
fn node_of(
    scenario: &Scenario,
    plan: &crate::sim::Plan,
    wish: &BackcastWish,
) -> Result<Option<String>, BackcastError> {
    let reached = scenario.tree.reachable();
    let is_decision = |id: &str| matches!(scenario.tree.nodes.get(id), Some(Node::Decision(_)));
    if let Some(asked) = &wish.decision {
        return match is_decision(asked) && reached.contains(asked.as_str()) {
            true => Ok(Some(asked.clone())),
            false => Err(BackcastError::NoDecision(asked.clone())),
        };
    }
    let open = plan.open.as_ref().map(|open| open.node.clone());
    let mut all: Vec<(&String, &Node)> = scenario.tree.nodes.iter().collect();
    all.retain(|(id, _)| is_decision(id) && reached.contains(id.as_str()));
    all.sort_by_key(|(_, node)| node.year());
    Ok(open.or_else(|| all.first().map(|(id, _)| (*id).clone())))
}
