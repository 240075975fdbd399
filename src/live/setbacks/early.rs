//! Signposts: what can be seen in the first years that foretells a setback.
//!
//! Candidates are numbers that somebody publishes or could count, in each year up to a given one,
//! and how the nodes of those years turned out. What only a model can know (a world without AI) is
//! left out: nobody could watch for it.

use super::SetbackWish;
use super::cases::Sampled;
use super::kind::{Marks, SetbackTrouble};
use crate::analysis::setbacks::Fault;
use crate::analysis::setbacks::signposts::{Alarm, Options, Signpost, signpost_of};
use crate::jobs::{each, run_watched};
use crate::live::results::{Results, Stage};
use crate::live::subject::Subject;
use crate::scenario::Node;
use crate::sim::layout::Yearly;
use crate::sim::{Ensemble, Layout, Value};

/// Indicators that can be watched in the world.
pub const WATCHABLE: [&str; 13] = [
    "usage",
    "usage_poor",
    "coverage_gap",
    "poor_gap_pp",
    "gender_gap",
    "usage_gap_between",
    "ai_adoption",
    "augmented",
    "displaced_cum",
    "informal_proxy",
    "incidents_cum",
    "trust",
    "readiness",
];
/// Bytes that the yearly numbers may take while signposts are looked for.
const BUDGET: usize = 96 << 20;
/// Years before a setback of their own year is no foretelling.
const AHEAD: i32 = 1;
/// An earlier year is as good as a later one whose score is larger by no more than this.
const AS_GOOD: f64 = 0.03;
/// A score that is worth a look, in runs that did not choose the threshold.
const WORTH: f64 = 0.1;
/// Signposts that are told at most.
const MOST: usize = 8;

/// What is watched.
#[derive(Clone, Debug, PartialEq)]
pub enum Announced {
    /// An indicator in one year.
    Indicator {
        /// Its key.
        key: String,
        /// When it is read.
        year: i32,
    },
    /// A node turned out in one way.
    Outcome {
        /// Id of the node.
        node: String,
        /// Id of the outcome.
        outcome: String,
        /// The year of the node.
        year: i32,
    },
}

impl Announced {
    /// When it can be known.
    #[must_use]
    pub fn year(&self) -> i32 {
        match self {
            Announced::Indicator { year, .. } | Announced::Outcome { year, .. } => *year,
        }
    }
}

/// A signpost for setbacks.
#[derive(Clone, Debug, PartialEq)]
pub struct Early {
    /// What is watched.
    pub what: Announced,
    /// Threshold, hits, false alarms, score. For an outcome the alarm is that it happens.
    pub signpost: Signpost,
}

/// The best signposts.
#[derive(Clone, Debug, PartialEq)]
pub struct EarlySigns {
    /// What was asked.
    pub wish: SetbackWish,
    /// How far the runs have come.
    pub stage: Stage,
    /// Runs behind every number.
    pub draws: usize,
    /// Quantities that were tried, each year on its own.
    pub tried: usize,
    /// Those that are more than luck and worth a look, the best first; one for each quantity. Or why there are none.
    pub signs: Result<Vec<Early>, SetbackTrouble>,
}

/// The best signposts up to the year of a wish.
#[must_use]
pub fn early_signs(results: &Results, wish: &SetbackWish) -> EarlySigns {
    let mut answer = EarlySigns {
        wish: wish.clone(),
        stage: results.stage,
        draws: 0,
        tried: 0,
        signs: Err(SetbackTrouble::NoPaths),
    };
    let paths = wish.selection.paths(&results.ensemble.plan);
    let marks = match Marks::new(results, &wish.kind, &paths) {
        Ok(marks) => marks,
        Err(trouble) => {
            answer.signs = Err(trouble);
            return answer;
        }
    };
    let sampled = Sampled::new(results, &marks, &paths, &wish.kind);
    let candidates = candidates(results, &sampled, wish);
    let Some(draws) = candidates.first().map(|(_, values)| values.len()) else {
        answer.signs = Ok(Vec::new());
        return answer;
    };
    answer.draws = draws;
    answer.tried = candidates.len();
    answer.signs = judged(
        &candidates,
        &sampled.setback[..draws],
        results.wish.workers(),
    );
    answer
}

/// A quantity and its value in each run.
type Candidate = (Announced, Vec<f64>);

fn judged(
    candidates: &[Candidate],
    setback: &[bool],
    threads: usize,
) -> Result<Vec<Early>, SetbackTrouble> {
    let options = Options::default();
    let found = each(candidates.len(), threads, |place| {
        signpost_of(&candidates[place].1, setback, None, &options)
    });
    let mut signs = Vec::new();
    for ((what, _), found) in candidates.iter().zip(found) {
        match found {
            // That an outcome does not happen is told by the others of its node.
            Ok(Some(own))
                if matches!(what, Announced::Outcome { .. }) && own.alarm == Alarm::Below => {}
            Ok(Some(signpost)) => signs.push(Early {
                what: what.clone(),
                signpost,
            }),
            // What is the same in all runs, or not known in some, announces nothing.
            Ok(None) | Err(Fault::Constant | Fault::NotANumber { .. }) => {}
            Err(fault) => return Err(SetbackTrouble::Cases(fault)),
        }
    }
    let holds = |own: &Signpost| own.holds(candidates.len()) && own.unseen >= WORTH;
    signs.retain(|sign| holds(&sign.signpost));
    Ok(earliest(signs))
}

/// One year of each quantity: the earliest that is as good as the best. The best quantities first.
fn earliest(signs: Vec<Early>) -> Vec<Early> {
    let mut kept: Vec<Early> = Vec::new();
    for sign in signs {
        let same = |other: &Early| name(&other.what) == name(&sign.what);
        match kept.iter().position(same) {
            // Years come in order.
            Some(place) if sign.signpost.unseen > kept[place].signpost.unseen + AS_GOOD => {
                kept[place] = sign;
            }
            Some(_) => {}
            None => kept.push(sign),
        }
    }
    kept.sort_by(|a, b| b.signpost.unseen.total_cmp(&a.signpost.unseen));
    kept.truncate(MOST);
    kept
}

/// What is watched, whatever the year.
fn name(what: &Announced) -> (&str, &str) {
    match what {
        Announced::Indicator { key, .. } => (key, ""),
        Announced::Outcome { node, outcome, .. } => (node, outcome),
    }
}

fn candidates(results: &Results, sampled: &Sampled, wish: &SetbackWish) -> Vec<Candidate> {
    let plan = &results.ensemble.plan;
    let end = match &wish.kind {
        super::SetbackKind::Beyond { year, .. } => year.unwrap_or_else(|| results.last_year()),
        _ => results.last_year(),
    };
    let last = wish.until.min(end - AHEAD);
    let mut all = Vec::new();
    let available = |key: &&str| {
        let subject = Subject::Indicator((*key).to_owned());
        Some(((*key).to_owned(), subject.value(plan)?))
    };
    let wanted: Vec<(String, Value)> = WATCHABLE.iter().filter_map(available).collect();
    let values: Vec<Value> = wanted.iter().map(|(_, value)| *value).collect();
    if last > plan.base_year
        && let Some(early) = yearly(results, &values)
    {
        for (key, value) in wanted {
            let Some(place) = early.layout.in_series(value) else {
                continue;
            };
            for year in plan.base_year + 1..=last {
                let Some(step) = usize::try_from(year - plan.base_year).ok() else {
                    continue;
                };
                let Some(values) = of_year(&early, sampled, step, place) else {
                    continue;
                };
                let key = key.clone();
                all.push((Announced::Indicator { key, year }, values));
            }
        }
    }
    let draws = all
        .first()
        .map_or(results.draws(), |(_, values)| values.len());
    all.extend(outcomes(results, sampled, last, draws));
    all
}

/// Every draw of some values by year: those of the run itself if it kept them, else the first
/// draws that fit into memory, simulated again.
fn yearly(results: &Results, values: &[Value]) -> Option<Ensemble> {
    let kept = &results.ensemble;
    let known = |value: &Value| kept.layout.in_series(*value).is_some();
    if kept.layout.yearly == Yearly::Exact && values.iter().all(known) {
        return Some((**kept).clone());
    }
    let plan = &kept.plan;
    let draw = (plan.rows * values.len() * size_of::<f64>()).max(1);
    let most = results.draws().min(BUDGET / draw);
    let layout = Layout {
        horizon: Vec::new(),
        series: values.to_vec(),
        yearly: Yearly::Exact,
        dropped: Vec::new(),
    };
    let finished = run_watched(plan, layout, &results.wish.options(), &mut |so_far| {
        so_far.kept() < most
    });
    Some(finished.ensemble).filter(|ensemble| ensemble.draws() > 0)
}

/// A value of one year in each run, on the path that the run took.
fn of_year(early: &Ensemble, sampled: &Sampled, step: usize, place: usize) -> Option<Vec<f64>> {
    let width = early.layout.series.len();
    let mut all = Vec::with_capacity(early.draws());
    let mut first = 0;
    for chunk in &early.chunks {
        for draw in 0..chunk.draws {
            let path = *sampled.paths.get(first + draw)?;
            let row = *early.plan.paths[path].rows.get(step)?;
            all.push(chunk.yearly[(row * width + place) * chunk.draws + draw]);
        }
        first += chunk.draws;
        if first >= sampled.paths.len() {
            break;
        }
    }
    all.truncate(sampled.paths.len());
    Some(all)
}

/// How chances of the first years turned out: 1 where an outcome happened.
fn outcomes(results: &Results, sampled: &Sampled, last: i32, draws: usize) -> Vec<Candidate> {
    let plan = &results.ensemble.plan;
    let mut all = Vec::new();
    for (id, node) in &results.scenario.tree.nodes {
        let year = match node {
            Node::Chance(chance) if chance.year <= last => chance.year,
            _ => continue,
        };
        for outcome in node.outcomes() {
            let happened = |path: &usize| {
                let history = plan.paths[*path].history.iter();
                let mut met = history.filter(|(own, _)| own == id);
                f64::from(met.any(|(_, taken)| taken == outcome.id))
            };
            let what = Announced::Outcome {
                node: id.clone(),
                outcome: outcome.id.to_owned(),
                year,
            };
            let rows = sampled.paths.iter().take(draws);
            all.push((what, rows.map(happened).collect()));
        }
    }
    all
}
