//! Setbacks of an open scenario: what they share, on which paths they lie, what announces them.
//!
//! One row per draw, with a path sampled by its weight, always within one option of the next open
//! decision unless a caller asks otherwise. Shares are exact: they use every path and draw.

mod cases;
mod early;
mod kind;

pub use cases::Dimension;
pub use early::{Announced, Early, EarlySigns, WATCHABLE, early_signs};
pub use kind::{KINDS, SetbackKind, SetbackTrouble};

use self::cases::Sampled;
use self::kind::Marks;
use super::results::{Results, Stage};
use super::selection::Selection;
use crate::analysis::setbacks::cart::{self, Pruned};
use crate::analysis::setbacks::prim::{
    Found, Options, PrimBox, Stability, boxes, half_sample, held, quasi_p, stability,
};
use crate::jobs::each;

/// Halves in which a box is searched again.
const HALVES: usize = 40;

/// What is asked about setbacks.
#[derive(Clone, Debug, PartialEq)]
pub struct SetbackWish {
    /// What counts as one.
    pub kind: SetbackKind,
    /// Over which paths.
    pub selection: Selection,
    /// Last year that a signpost may look at.
    pub until: i32,
}

impl SetbackWish {
    /// Last year of signposts unless somebody says otherwise.
    pub const UNTIL: i32 = 2030;

    /// Any of the three kinds, over some paths.
    #[must_use]
    pub fn any(selection: Selection) -> Self {
        SetbackWish {
            kind: SetbackKind::Any,
            selection,
            until: Self::UNTIL,
        }
    }
}

/// What setbacks have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Setbacks {
    /// What was asked.
    pub wish: SetbackWish,
    /// How far the runs have come.
    pub stage: Stage,
    /// Draws behind every number.
    pub draws: usize,
    /// Share of model runs that end in a setback, 0..1.
    pub share: f64,
    /// Share of each of the three kinds, where any of them counts; keys as in [`KINDS`].
    pub kinds: Vec<(&'static str, f64)>,
    /// Paths by their part of all setbacks, the largest first.
    pub paths: Vec<PathShare>,
    /// What can limit a box.
    pub dimensions: Vec<Dimension>,
    /// Boxes, the first first; or why there is none.
    pub boxes: Result<Vec<SetbackBox>, SetbackTrouble>,
}

/// A path and its part of the setbacks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PathShare {
    /// Number of the path.
    pub path: usize,
    /// Its part of the weight of all paths asked for, 0..1.
    pub of_weight: f64,
    /// Its part of all setbacks, 0..1.
    pub of_setbacks: f64,
    /// Share of setbacks among its own runs, 0..1.
    pub share: f64,
}

/// A box and how far it can be relied upon.
#[derive(Clone, Debug, PartialEq)]
pub struct SetbackBox {
    /// The search: every box on the way and the one that was chosen.
    pub found: Found,
    /// The chosen box less the limits that may be luck; what is told.
    pub held: PrimBox,
    /// Quasi-p-values of the chosen box, by limit.
    pub quasi_p: Vec<f64>,
    /// How often limits came back in half of the runs; `None` where halves have too few setbacks.
    pub stability: Option<Stability>,
}

/// What setbacks have in common, over the paths of a wish.
#[must_use]
pub fn setbacks(results: &Results, wish: &SetbackWish) -> Setbacks {
    let paths = wish.selection.paths(&results.ensemble.plan);
    let mut answer = Setbacks {
        wish: wish.clone(),
        stage: results.stage,
        draws: results.draws(),
        share: 0.0,
        kinds: Vec::new(),
        paths: Vec::new(),
        dimensions: Vec::new(),
        boxes: Err(SetbackTrouble::NoPaths),
    };
    let marks = match Marks::new(results, &wish.kind, &paths) {
        Ok(marks) => marks,
        Err(trouble) => {
            answer.boxes = Err(trouble);
            return answer;
        }
    };
    answer.kinds = kind::shares(results, &wish.kind, &paths);
    answer.paths = concentration(results, &marks, &paths);
    let total: f64 = answer.paths.iter().map(|p| p.of_weight * p.share).sum();
    answer.share = total;
    let sampled = Sampled::new(results, &marks, &paths, &wish.kind);
    answer.dimensions.clone_from(&sampled.dimensions);
    answer.boxes = found(&sampled, results.wish.workers());
    answer
}

fn found(sampled: &Sampled, threads: usize) -> Result<Vec<SetbackBox>, SetbackTrouble> {
    let rows = sampled.prepared().map_err(SetbackTrouble::Cases)?;
    let options = Options::default();
    let all = boxes(&rows, &options).map_err(SetbackTrouble::Cases)?;
    let checked = |found: Found| {
        let halves = each(HALVES, threads, |round| {
            half_sample(&rows, &found, &options, 1, round as u64)
        });
        let halves: Vec<_> = halves.into_iter().flatten().collect();
        // A few halves say nothing about nine in ten.
        let stable = stability(&found, &halves).filter(|all| all.halves * 2 >= HALVES);
        SetbackBox {
            held: stable
                .as_ref()
                .map_or_else(|| found.answer.clone(), |s| held(&rows, &found, s)),
            quasi_p: quasi_p(&rows, &found),
            stability: stable,
            found,
        }
    };
    let mut told: Vec<SetbackBox> = all.into_iter().map(checked).collect();
    // A further box of which nothing stands up tells nobody anything.
    let mut number = 0;
    told.retain(|one| {
        number += 1;
        number == 1 || (one.stability.is_some() && !one.held.restrictions.is_empty())
    });
    Ok(told)
}

/// A second opinion: a classification tree over the same runs.
///
/// # Errors
/// Why nothing can be said.
pub fn setback_tree(
    results: &Results,
    wish: &SetbackWish,
) -> Result<(Vec<Dimension>, Pruned), SetbackTrouble> {
    let paths = wish.selection.paths(&results.ensemble.plan);
    let marks = Marks::new(results, &wish.kind, &paths)?;
    let sampled = Sampled::new(results, &marks, &paths, &wish.kind);
    let rows = sampled.prepared().map_err(SetbackTrouble::Cases)?;
    let tree = cart::pruned(&rows, &cart::Options::default());
    Ok((sampled.dimensions, tree))
}

/// On which paths setbacks lie, from every draw.
fn concentration(results: &Results, marks: &Marks, paths: &[usize]) -> Vec<PathShare> {
    let sums = |path: &usize| {
        let weight = &results.weights.whole[*path];
        let draws = 0..results.draws();
        draws.fold((0.0, 0.0), |(all, setbacks), draw| {
            let own = weight.at(draw);
            let hit = if marks.at(*path, draw) { own } else { 0.0 };
            (all + own, setbacks + hit)
        })
    };
    let sums: Vec<(f64, f64)> = paths.iter().map(sums).collect();
    let all: f64 = sums.iter().map(|(all, _)| all).sum();
    let setbacks: f64 = sums.iter().map(|(_, setbacks)| setbacks).sum();
    let part = |part: f64, of: f64| if of > 0.0 { part / of } else { 0.0 };
    let told = paths.iter().zip(&sums).map(|(path, (own, hit))| PathShare {
        path: *path,
        of_weight: part(*own, all),
        of_setbacks: part(*hit, setbacks),
        share: part(*hit, *own),
    });
    let mut told: Vec<PathShare> = told.collect();
    told.sort_by(|a, b| b.of_setbacks.total_cmp(&a.of_setbacks));
    told
}
