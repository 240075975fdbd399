//! Peeling: thin slices are taken off, always the one that raises density most.

use super::super::table::{Prepared, Sorted, Sums};
use super::limits::{Bound, Bounds, Side};
use super::{Move, Objective, Options};

/// Relative slack of a slice's size, so that rounding of weights cannot add a row.
const SLACK: f64 = 1e-12;

/// A slice that may be taken off.
struct Slice {
    column: usize,
    side: Side,
    /// The category to go, or the new outermost rank.
    limit: u32,
    taken: Sums,
    score: Score,
}

/// Larger is better, the first that differs decides. The last breaks ties between columns by what
/// they hold, so that their order decides nothing.
type Score = (f64, bool, f64);

/// What is in the box while peeling.
struct Peeling<'a> {
    rows: &'a Prepared,
    options: &'a Options,
    alive: Vec<bool>,
    /// Rows in the box, and for a while those that have gone.
    members: Vec<u32>,
    inside: Sums,
    bounds: Bounds,
    /// By column: rows of numbers in order, those that have gone among them until there are
    /// many.
    orders: Vec<Vec<(u32, u32)>>,
}

/// All boxes from no limit to the smallest.
pub(super) fn peel(
    rows: &Prepared,
    looked_at: &[bool],
    options: &Options,
) -> Vec<(Move, Bounds, Sums)> {
    let own = rows.sums(looked_at);
    let alive = |(row, _): &&(u32, u32)| looked_at[*row as usize];
    let order = |column: &Sorted| match column {
        Sorted::Numbers { order, .. } => order.iter().filter(alive).copied().collect(),
        _ => Vec::new(),
    };
    let mut state = Peeling {
        rows,
        options,
        alive: looked_at.to_vec(),
        members: (0_u32..)
            .zip(looked_at)
            .filter(|(_, own)| **own)
            .map(|(row, _)| row)
            .collect(),
        inside: own,
        bounds: Bounds::default(),
        orders: rows.columns.iter().map(order).collect(),
    };
    let mut way = vec![(Move::Start, Bounds::default(), own)];
    let least = options.least_mass * own.weight * (1.0 - SLACK);
    let mut compacted = own.weight;
    while let Some(slice) = state.best() {
        if state.inside.weight - slice.taken.weight < least {
            break;
        }
        state.take(&slice);
        if state.inside.weight < 0.7 * compacted {
            state.compact();
            compacted = state.inside.weight;
        }
        way.push((Move::Peel, state.bounds.clone(), state.inside));
    }
    way
}

impl Peeling<'_> {
    /// The best slice; `None` where no slice raises density.
    fn best(&self) -> Option<Slice> {
        let columns = 0..self.rows.columns.len();
        let slices = columns.flat_map(|column| self.slices(column));
        let better = slices.filter(|slice| slice.score.0 > 0.0);
        better.fold(None, |best: Option<Slice>, next| match best {
            Some(best) if !beats(&next.score, &best.score) => Some(best),
            _ => Some(next),
        })
    }

    fn slices(&self, column: usize) -> Vec<Slice> {
        match &self.rows.columns[column] {
            Sorted::Numbers { .. } => {
                let order = self.orders[column].iter();
                let low = self.slice_of_numbers(column, Side::Low, order.clone());
                let high = self.slice_of_numbers(column, Side::High, order.rev());
                low.into_iter().chain(high).collect()
            }
            Sorted::Categories { codes, count } => self.slices_of_categories(column, codes, *count),
            Sorted::Constant => Vec::new(),
        }
    }

    /// The outermost rows of a column: as many as a slice takes, equal values all together.
    fn slice_of_numbers<'b>(
        &self,
        column: usize,
        side: Side,
        order: impl Iterator<Item = &'b (u32, u32)>,
    ) -> Option<Slice> {
        let goal = self.options.peel * self.inside.weight * (1.0 - SLACK);
        let mut taken = Sums::default();
        let mut last = None;
        for (row, rank) in order {
            let row = *row as usize;
            if !self.alive[row] {
                continue;
            }
            if taken.weight >= goal && last != Some(*rank) {
                return self.slice(column, side, *rank, taken);
            }
            taken.add(self.rows.rows[row]);
            last = Some(*rank);
        }
        None
    }

    fn slices_of_categories(&self, column: usize, codes: &[u16], count: usize) -> Vec<Slice> {
        let mut sums = vec![Sums::default(); count];
        for row in self.members.iter().map(|row| *row as usize) {
            if self.alive[row] {
                sums[usize::from(codes[row])].add(self.rows.rows[row]);
            }
        }
        let there = sums.iter().zip(0_u32..).filter(|(own, _)| own.weight > 0.0);
        let slices = there.map(|(own, code)| self.slice(column, Side::Categories, code, *own));
        slices.flatten().collect()
    }

    fn slice(&self, column: usize, side: Side, limit: u32, taken: Sums) -> Option<Slice> {
        let left = self.inside.minus(taken);
        if left.weight <= 0.0 || taken.weight <= 0.0 {
            return None;
        }
        let gain = left.density() - self.inside.density();
        let share = taken.weight / self.inside.weight;
        let score = match self.options.objective {
            Objective::PerRow => gain / share,
            Objective::Density => gain,
        };
        let lean = match side {
            Side::Low => self.rows.lean[column],
            Side::High => -self.rows.lean[column],
            Side::Categories => -taken.density(),
        };
        Some(Slice {
            column,
            side,
            limit,
            taken,
            score: (score, self.bounds.limits(column), lean),
        })
    }

    fn take(&mut self, slice: &Slice) {
        let bound = match (self.bounds.get(slice.column), slice.side) {
            (Some(Bound::Ranks(_, high)), Side::Low) => Bound::Ranks(Some(slice.limit), *high),
            (Some(Bound::Ranks(low, _)), Side::High) => Bound::Ranks(*low, Some(slice.limit)),
            (_, Side::Low) => Bound::Ranks(Some(slice.limit), None),
            (_, Side::High) => Bound::Ranks(None, Some(slice.limit)),
            (bound, Side::Categories) => {
                let mut allowed = self.allowed(slice.column, bound);
                if let Some(own) = allowed.get_mut(slice.limit as usize) {
                    *own = false;
                }
                Bound::Allowed(allowed)
            }
        };
        self.bounds.set(slice.column, bound);
        self.bury(slice);
        self.inside = self.inside.minus(slice.taken);
    }

    fn allowed(&self, column: usize, bound: Option<&Bound>) -> Vec<bool> {
        match (bound, &self.rows.columns[column]) {
            (Some(Bound::Allowed(allowed)), _) => allowed.clone(),
            (_, Sorted::Categories { count, .. }) => vec![true; *count],
            _ => Vec::new(),
        }
    }

    fn bury(&mut self, slice: &Slice) {
        match &self.rows.columns[slice.column] {
            Sorted::Numbers { .. } => {
                let gone = |rank: u32| match slice.side {
                    Side::Low => rank < slice.limit,
                    _ => rank > slice.limit,
                };
                for (row, _) in self.orders[slice.column].iter().filter(|(_, r)| gone(*r)) {
                    self.alive[*row as usize] = false;
                }
            }
            Sorted::Categories { codes, .. } => {
                for (alive, code) in self.alive.iter_mut().zip(codes) {
                    *alive = *alive && u32::from(*code) != slice.limit;
                }
            }
            Sorted::Constant => {}
        }
    }

    /// Forgets rows that have gone.
    fn compact(&mut self) {
        let alive = &self.alive;
        self.members.retain(|row| alive[*row as usize]);
        for order in &mut self.orders {
            order.retain(|(row, _)| alive[*row as usize]);
        }
    }
}

/// Whether a score is better; of equals the one met first stays.
fn beats(new: &Score, best: &Score) -> bool {
    let order = new.0.total_cmp(&best.0);
    order
        .then(new.1.cmp(&best.1))
        .then(new.2.total_cmp(&best.2))
        .is_gt()
}
