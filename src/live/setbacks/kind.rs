//! What counts as a setback, and in which runs it happens.

use crate::analysis::setbacks::Fault;
use crate::analysis::setbacks::signposts::Alarm;
use crate::jobs::{ByPath, Columns, RunOptions, Wanted};
use crate::live::results::Results;
use crate::live::subject::Subject;

/// The three kinds of setback that are always looked at together (docs/model.md, 5): AI takes
/// income from the poor, fewer of them are online, a gap grows.
pub const KINDS: [&str; 3] = ["setback_vs_noai", "setback_online", "setback_gap"];

/// What counts as a setback.
#[derive(Clone, Debug, PartialEq)]
pub enum SetbackKind {
    /// Any of the three kinds.
    Any,
    /// One kind: an indicator that is 1 in runs in which it happens.
    Kind(String),
    /// A number beyond a threshold.
    Beyond {
        /// What.
        subject: Subject,
        /// When; `None` = in the last year.
        year: Option<i32>,
        /// Which side is the setback.
        side: Alarm,
        /// The threshold, in the unit of the subject.
        threshold: f64,
    },
}

/// Why nothing can be said about setbacks.
#[derive(Clone, Debug, PartialEq)]
pub enum SetbackTrouble {
    /// The runs say too little.
    Cases(Fault),
    /// The setting has no such number.
    NotThere,
    /// The year lies outside the years that are simulated.
    Year {
        /// First year.
        first: i32,
        /// Last year.
        last: i32,
    },
    /// The number has no value by year.
    NoSeries,
    /// No path was asked for.
    NoPaths,
}

/// In which runs it happens, by path and draw.
pub(super) struct Marks {
    /// Every part with its test; one that holds is enough.
    parts: Vec<(ByPath, Alarm, f64)>,
}

impl Marks {
    pub(super) fn new(
        results: &Results,
        kind: &SetbackKind,
        paths: &[usize],
    ) -> Result<Self, SetbackTrouble> {
        if paths.is_empty() {
            return Err(SetbackTrouble::NoPaths);
        }
        let happens = |key: &str| {
            let values = results.values(&Subject::Indicator(key.to_owned()));
            Some((values?, Alarm::Above, 0.5))
        };
        let parts = match kind {
            SetbackKind::Any => KINDS.iter().filter_map(|key| happens(key)).collect(),
            SetbackKind::Kind(key) => happens(key).into_iter().collect(),
            SetbackKind::Beyond {
                subject,
                year,
                side,
                threshold,
            } => vec![(values(results, subject, *year)?, *side, *threshold)],
        };
        let all = |columns: &ByPath| {
            let count = results.draws();
            let full = |path: &usize| columns.get(*path).is_some_and(|c| c.len() >= count);
            paths.iter().all(full)
        };
        // A path whose cost nobody entered has no values.
        match parts.is_empty() || !parts.iter().all(|(columns, ..)| all(columns)) {
            true => Err(SetbackTrouble::NotThere),
            false => Ok(Marks { parts }),
        }
    }

    pub(super) fn at(&self, path: usize, draw: usize) -> bool {
        self.parts.iter().any(|(columns, side, threshold)| {
            let value = columns[path][draw];
            match side {
                Alarm::Below => value < *threshold,
                Alarm::Above => value > *threshold,
            }
        })
    }
}

/// Values of a subject in one year, by path and draw.
fn values(
    results: &Results,
    subject: &Subject,
    year: Option<i32>,
) -> Result<ByPath, SetbackTrouble> {
    let plan = &results.ensemble.plan;
    let (first, last) = (plan.base_year, results.last_year());
    let year = year.unwrap_or(last);
    if year == last {
        return results.values(subject).ok_or(SetbackTrouble::NotThere);
    }
    let step = usize::try_from(year - first).ok();
    let step = step.filter(|step| *step <= plan.steps);
    let step = step.ok_or(SetbackTrouble::Year { first, last })?;
    if !subject.has_series() {
        return Err(SetbackTrouble::NoSeries);
    }
    let value = subject.value(plan).ok_or(SetbackTrouble::NotThere)?;
    let options = RunOptions {
        budget: 0,
        ..results.wish.options()
    };
    let mut columns = Columns::new(plan, options);
    let made = columns.get(&[Wanted { value, step }], &mut |_| true);
    let mut made = made.ok_or(SetbackTrouble::NotThere)?;
    let column = made.pop().ok_or(SetbackTrouble::NotThere)?;
    if !subject.is_complement() {
        return Ok(column);
    }
    let turned = column
        .iter()
        .map(|all| all.iter().map(|v| 1.0 - v).collect());
    Ok(ByPath::new(turned.collect()))
}

/// Share of runs of each of the three kinds, where any of them counts.
pub(super) fn shares(
    results: &Results,
    kind: &SetbackKind,
    paths: &[usize],
) -> Vec<(&'static str, f64)> {
    if *kind != SetbackKind::Any {
        return Vec::new();
    }
    let share = |key: &&'static str| {
        let subject = Subject::Indicator((*key).to_owned());
        let mean = results.moments(&subject, paths).mean;
        mean.is_finite().then_some((*key, mean))
    };
    KINDS.iter().filter_map(share).collect()
}
