//! What matters for a subject: one ranking of what was drawn and of how the tree turned out, with
//! the shares of branches, chance alone and evidence.
//!
//! From the draws themselves. What a method needs more is [`exact`], which runs a design of its own.

mod exact;
mod rows;
mod shares;
mod yearly;

pub use exact::{ExactRow, Exactly, exact};
pub use rows::MattersRow;
pub use shares::GroupLines;

use super::leading::{Cloud, of_nodes};
use super::results::Results;
use super::selection::Selection;
use super::subject::Subject;
use crate::analysis::inputs::{Cases, InputColumn, luck};
use crate::analysis::matters::{Factor, Factors, Fault, Fit, Settings};
use crate::analysis::summary::{Moments, moments};

/// Draws that are looked at: more would not change the order of what matters.
pub const MOST_DRAWS: usize = 10_000;

/// Which numbers are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MattersWish {
    /// Of what.
    pub subject: Subject,
    /// In which year; `None` = at the horizon.
    pub year: Option<i32>,
    /// Over which paths.
    pub selection: Selection,
    /// With the methods that look at the whole distribution, and intervals.
    pub methods: bool,
}

/// What matters for a subject over some paths.
#[derive(Clone, Debug, PartialEq)]
pub struct Matters {
    /// What was asked.
    pub wish: MattersWish,
    /// The year.
    pub year: i32,
    /// Draws that were looked at.
    pub draws: usize,
    /// Mean and quantiles of the subject.
    pub moments: Moments,
    /// The strongest first; what cannot be told from noise stands at the end and says so.
    pub rows: Vec<MattersRow>,
    /// Shares of branches, chance alone and evidence.
    pub groups: GroupLines,
    /// How well total shares and groups fit.
    pub fit: Fit,
    /// Share of all variance that lies between draws; the rest lies between branches.
    pub between_draws: f64,
}

/// Why nothing can be said about what matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MattersFault {
    /// The setting has no such number, or not in that year.
    NoSubject,
    /// A design of its own takes every draw alike, and a condition leaves some out or makes some
    /// likelier.
    Condition,
    /// Somebody stopped the runs.
    Cancelled,
    /// The numbers do not allow it.
    Numbers(Fault),
}

/// What matters for a subject.
///
/// # Errors
/// The setting does not have the subject or year; too few draws; a subject that is the same in every
/// run.
pub fn matters(results: &Results, wish: &MattersWish) -> Result<Matters, MattersFault> {
    let plan = &*results.ensemble.plan;
    let columns = yearly::values(results, &wish.subject, wish.year);
    let columns = columns.ok_or(MattersFault::NoSubject)?;
    let filled = |path: &usize| columns.get(*path).is_some_and(|c| !c.is_empty());
    let mut paths = wish.selection.paths(plan);
    paths.retain(filled);
    if paths.is_empty() {
        return Err(MattersFault::NoSubject);
    }
    let draws = results.draws().min(MOST_DRAWS);
    let cases = Cases::new(&results.scenario, plan, &results.weights, &paths, draws);
    let kept = Kept::new(&cases, &columns);
    let cloud = Cloud::new(results, &columns, &paths, draws);
    let spread = shares::Spread::new(&cloud, &kept.means);
    let nodes = of_nodes(results, &paths, &cloud);
    let settings = Settings {
        threads: results.wish.workers(),
        seed: plan.seed,
        ..Settings::default()
    };
    let mut found = Matters {
        wish: wish.clone(),
        year: wish.year.unwrap_or_else(|| results.last_year()),
        draws: kept.draws.len(),
        moments: moments(&results.parts(&columns, &paths)),
        rows: Vec::new(),
        groups: GroupLines::default(),
        fit: Fit {
            checked: f64::NAN,
            terms: 0,
        },
        between_draws: spread.draws,
    };
    match of_draws(
        &mut found,
        &cases,
        &luck(plan, draws),
        (&kept, &spread),
        &settings,
    ) {
        // The draws do nothing: only the tree may.
        Err(Fault::Constant | Fault::NoFactors) if !nodes.is_empty() && spread.whole > 0.0 => {
            found.groups.branches = 1.0;
        }
        done => done.map_err(MattersFault::Numbers)?,
    }
    found.rows.extend(rows::of_nodes(nodes));
    if wish.methods {
        rows::with_methods(&mut found.rows, &cases, &columns, &kept, &settings);
    }
    let share = |row: &MattersRow| row.share.value;
    found
        .rows
        .sort_by(|a, b| a.noise.cmp(&b.noise).then(share(b).total_cmp(&share(a))));
    Ok(found)
}

/// What was drawn: rows, groups and fit.
fn of_draws(
    found: &mut Matters,
    cases: &Cases,
    luck: &[InputColumn],
    (kept, spread): (&Kept, &shares::Spread),
    settings: &Settings,
) -> Result<(), Fault> {
    let columns = cases.inputs.iter().chain(luck);
    let columns: Vec<Vec<f64>> = columns.map(|column| kept.of(&column.values)).collect();
    let factors: Vec<Factor<'_>> = columns.iter().map(|c| Factor::Number(c)).collect();
    let factors = Factors::new(&factors)?;
    let against = factors.against(&kept.means)?;
    let total = against.total(settings);
    found.fit = total.fit;
    found.groups = shares::of_groups(&total, cases, luck.len(), spread);
    found.rows = rows::of_inputs(cases, &against, &total, spread, settings);
    Ok(())
}

/// Draws that some path has weight in, with the mean over paths of each.
pub(super) struct Kept {
    draws: Vec<usize>,
    means: Vec<f64>,
}

impl Kept {
    fn new(cases: &Cases, columns: &[Vec<f64>]) -> Self {
        let mut kept = Kept {
            draws: Vec::new(),
            means: Vec::new(),
        };
        let parts = cases.paths.iter().map(|path| &columns[*path]);
        let parts: Vec<_> = parts.zip(&cases.weights).collect();
        for draw in 0..cases.draws {
            let (mut total, mut sum) = (0.0, 0.0);
            for (values, weight) in &parts {
                total += weight.at(draw);
                sum += weight.at(draw) * values[draw];
            }
            if total > 0.0 {
                kept.draws.push(draw);
                kept.means.push(sum / total);
            }
        }
        kept
    }

    /// A column in the draws that are kept.
    fn of(&self, values: &[f64]) -> Vec<f64> {
        self.draws.iter().map(|draw| values[*draw]).collect()
    }
}
