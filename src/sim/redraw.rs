//! A plan in which some numbers come from a second set of draws.
//!
//! Exact Sobol indices compare runs that share all numbers but some (Saltelli and others 2010). A
//! plan with 2 n draws holds both sets: A is its first half, B its second. [`Plan::redrawing`]
//! runs the n draws of A with chosen columns, or the luck of the years, taken from B.

use std::sync::Arc;

use super::plan::Plan;

/// Which numbers come from the second half of the draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redraw {
    /// Draws of each half.
    half: u64,
    /// By column.
    columns: Vec<bool>,
    /// The luck of the years.
    luck: bool,
}

impl Plan {
    /// How many draws further on a column takes its numbers.
    pub(super) fn column_shift(&self, number: usize) -> u64 {
        let redraw = self.redraw.as_deref();
        let moved = redraw.filter(|one| one.columns.get(number).copied().unwrap_or(false));
        moved.map_or(0, |redraw| redraw.half)
    }

    /// How many draws further on the luck of the years takes its numbers.
    pub(super) fn luck_shift(&self) -> u64 {
        let redraw = self.redraw.as_deref().filter(|redraw| redraw.luck);
        redraw.map_or(0, |redraw| redraw.half)
    }

    /// The first half of this plan's draws, with `columns` and, if asked for, the luck of the years from
    /// the second half. Each number keeps its bits: what is not redrawn is as in this plan.
    #[must_use]
    pub fn redrawing(&self, columns: &[usize], luck: bool) -> Plan {
        let moved = |number: usize| columns.contains(&number);
        Plan {
            draws: self.draws / 2,
            asked: self.draws / 2,
            redraw: Some(Arc::new(Redraw {
                half: u64::from(self.draws / 2),
                columns: (0..self.columns.list().len()).map(moved).collect(),
                luck,
            })),
            ..self.clone()
        }
    }

    /// Columns that are drawn together: each on its own but for correlated parameters, which move as
    /// one.
    #[must_use]
    pub fn drawn_together(&self) -> Vec<Vec<usize>> {
        let members = self.copula.as_ref().map(|copula| copula.members().to_vec());
        let members = members.unwrap_or_default();
        let all = 0..self.columns.list().len();
        let single = all
            .filter(|number| !members.contains(number))
            .map(|n| vec![n]);
        let mut groups: Vec<Vec<usize>> = single.collect();
        if !members.is_empty() {
            groups.push(members);
        }
        groups
    }
}
