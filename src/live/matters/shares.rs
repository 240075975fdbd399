//! Shares of the whole spread: branches, chance alone, evidence, and what they do together.

use crate::analysis::inputs::Cases;
use crate::analysis::matters::{Groups, Totals};
use crate::live::leading::Cloud;
use crate::scenario::Evidence;

/// Shares of the variance, 0..1; together they make 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct GroupLines {
    /// Which branches happen, decisions that stay open further down included.
    pub branches: f64,
    /// Chance alone: surprises and incidents of the years.
    pub chance: f64,
    /// What rests on measured evidence.
    pub measured: f64,
    /// What rests on similar cases.
    pub similar: f64,
    /// What rests on our judgement.
    pub judgement: f64,
    /// Several of these at once.
    pub together: f64,
    /// What could not be told apart: the size of each incident, and all that the surrogate misses.
    pub rest: f64,
}

/// The variance, split between paths and draws.
pub(super) struct Spread {
    /// Variance over all paths and draws.
    pub(super) whole: f64,
    /// Share of it between the means of draws.
    pub(super) draws: f64,
    /// Share of it between the means of paths.
    pub(super) paths: f64,
}

impl Spread {
    pub(super) fn new(cloud: &Cloud, means: &[f64]) -> Self {
        let count = means.len() as f64;
        let mean = means.iter().sum::<f64>() / count;
        let of_draws = means.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / count;
        let share = |part: f64| match cloud.variance > 0.0 {
            true => (part / cloud.variance).clamp(0.0, 1.0),
            false => 0.0,
        };
        Spread {
            draws: share(of_draws),
            paths: share(cloud.between_paths()),
            whole: cloud.variance,
        }
    }
}

/// Sums up the surrogate's terms by group, and sets them beside what branches do.
pub(super) fn of_groups(total: &Totals, cases: &Cases, luck: usize, spread: &Spread) -> GroupLines {
    let of_evidence = |evidence: Option<Evidence>| match evidence {
        Some(Evidence::A) => 0,
        Some(Evidence::B) => 1,
        Some(Evidence::C) | None => 2,
    };
    let drawn = cases
        .inputs
        .iter()
        .map(|column| of_evidence(column.evidence));
    let groups = Groups {
        of: drawn.chain(std::iter::repeat_n(3, luck)).collect(),
        count: 4,
    };
    let found = total.by_group(&groups);
    let at = |group: usize| spread.draws * found.alone.get(group).copied().unwrap_or(0.0);
    GroupLines {
        branches: spread.paths,
        chance: at(3),
        measured: at(0),
        similar: at(1),
        judgement: at(2),
        together: spread.draws * found.together + (1.0 - spread.draws - spread.paths).max(0.0),
        rest: spread.draws * found.rest,
    }
}
