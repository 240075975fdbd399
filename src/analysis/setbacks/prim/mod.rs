//! PRIM: boxes in which setbacks are common (Friedman and Fisher 1999, *Bump hunting in
//! high-dimensional data*; for scenarios Bryant and Lempert 2010, *Thinking inside the box*).
//!
//! [`first_box`] peels thin slices off the space of all inputs until few rows are left, pastes
//! back what does no harm, and chooses one box on the way; [`boxes`] then takes its rows away and
//! begins again. Only the order of numbers counts, never their size.

mod check;
mod choose;
mod limits;
mod paste;
mod peel;

pub use check::{HalfSample, Stability, half_sample, held, quasi_p, stability};
pub use limits::{Limit, PrimBox, Restriction, Side, Test, Value};

use super::fault::{Fault, LEAST_CASES};
use super::table::Prepared;
use limits::Bounds;

/// What peeling prefers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Objective {
    /// The slice after which density has risen most for each row given up: patient with outcomes
    /// of few rows (criterion 14.5 of Friedman and Fisher; the lenient one of Kwakkel and
    /// Jaxa-Rozen 2016).
    #[default]
    PerRow,
    /// The slice after which density is highest.
    Density,
}

/// How to look for boxes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Share of the rows in the box that a peeled slice of numbers takes, 0..1.
    pub peel: f64,
    /// Share of the rows in the box that a pasted slice of numbers brings back, 0..1.
    pub paste: f64,
    /// Boxes with less than this share of the rows are not looked at, 0..1.
    pub least_mass: f64,
    /// What peeling prefers.
    pub objective: Objective,
    /// A limit stays only if phi would fall by more than this without it.
    pub earn: f64,
    /// Most boxes that [`boxes`] looks for.
    pub most_boxes: usize,
    /// A further box must cover at least this share of all setbacks, 0..1.
    pub least_coverage: f64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            peel: 0.05,
            paste: 0.05,
            least_mass: 0.05,
            objective: Objective::PerRow,
            earn: 0.02,
            most_boxes: 3,
            least_coverage: 0.1,
        }
    }
}

/// How a box of a trajectory came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// It is where peeling began: no limit.
    Start,
    /// A slice was taken off the box before.
    Peel,
    /// A slice was added to the box before.
    Paste,
}

/// A box on the way, and how it came to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What was done.
    pub made: Move,
    /// The box then.
    pub found: PrimBox,
}

/// What one search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Every box on the way, the one without limits first.
    pub trajectory: Vec<Step>,
    /// Place of the box on the way with the largest phi: inside and outside differ most there.
    pub chosen: usize,
    /// The chosen box without limits that earn nothing, and a little wider where that helps. It
    /// has no limit where nothing told setbacks from the rest.
    pub answer: PrimBox,
    /// Rows that the search looked at: all, less those of earlier boxes.
    pub looked_at: Vec<bool>,
}

/// The first box.
///
/// # Errors
/// Too few setbacks, or too few other rows.
#[doc(alias = "PRIM")]
pub fn first_box(rows: &Prepared, options: &Options) -> Result<Found, Fault> {
    search(rows, vec![true; rows.len()], options, LEAST_CASES)
}

/// Several boxes: the rows of each are taken away before the next is looked for. The first is
/// always there; others only while they cover enough setbacks and setbacks are commoner in them
/// than among the rows left.
///
/// # Errors
/// Too few setbacks, or too few other rows.
pub fn boxes(rows: &Prepared, options: &Options) -> Result<Vec<Found>, Fault> {
    let mut all = vec![first_box(rows, options)?];
    while all.len() < options.most_boxes {
        let Some(last) = all
            .last()
            .filter(|last| !last.answer.restrictions.is_empty())
        else {
            break;
        };
        let inside = last.answer.members(rows);
        let left = last.looked_at.iter().zip(&inside);
        let left: Vec<bool> = left.map(|(looked, inside)| *looked && !inside).collect();
        let Ok(next) = search(rows, left, options, LEAST_CASES) else {
            break;
        };
        let worth = !next.answer.restrictions.is_empty()
            && next.answer.fit.coverage >= options.least_coverage;
        if !worth {
            break;
        }
        all.push(next);
    }
    Ok(all)
}

/// Peels, pastes and chooses among some rows. Coverage and mass count all rows.
pub(super) fn search(
    rows: &Prepared,
    looked_at: Vec<bool>,
    options: &Options,
    least: usize,
) -> Result<Found, Fault> {
    if let Some(fault) = rows.fault_among(&looked_at, least) {
        return Err(fault);
    }
    let mut way = peel::peel(rows, &looked_at, options);
    let Some(smallest) = way.last().map(|(_, bounds, _)| bounds.clone()) else {
        return Err(Fault::Constant);
    };
    let pasted = paste::paste(rows, &looked_at, smallest, options);
    way.extend(pasted.into_iter().map(|(b, sums)| (Move::Paste, b, sums)));
    let own = rows.sums(&looked_at);
    let phi = |place: &usize| way[*place].2.fit(own).phi;
    // Of equals, the box met first: it has the fewer limits.
    let chosen = (0..way.len()).fold(0, |best, place| {
        if phi(&place) > phi(&best) + 1e-9 {
            place
        } else {
            best
        }
    });
    let answer = choose::refined(rows, &looked_at, way[chosen].1.clone(), options);
    let told = |bounds: &Bounds, sums| bounds.told(rows, sums);
    let trajectory = way.iter().map(|(made, bounds, sums)| Step {
        made: *made,
        found: told(bounds, *sums),
    });
    Ok(Found {
        trajectory: trajectory.collect(),
        chosen,
        answer: told(&answer.0, answer.1),
        looked_at,
    })
}
