//! Limits of a box: as ranks while searching, as values when told.

use super::super::table::{Fit, Prepared, Sorted, Sums};

/// What a box demands of one column.
#[derive(Clone, Debug, PartialEq)]
pub enum Limit {
    /// Numbers from `low` to `high`; `None` = no limit on that side. A limit stands midway
    /// between the last value inside and the next outside.
    Range {
        /// Lowest.
        low: Option<f64>,
        /// Highest.
        high: Option<f64>,
    },
    /// One of these categories.
    OneOf(Vec<u16>),
}

/// A limit on one column.
#[derive(Clone, Debug, PartialEq)]
pub struct Restriction {
    /// Place of the column.
    pub column: usize,
    /// What it demands.
    pub limit: Limit,
}

/// One demand of a box: a side of a range, or a choice of categories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Not below.
    Low,
    /// Not above.
    High,
    /// One of some categories.
    Categories,
}

/// One demand by column and side.
pub type Test = (usize, Side);

/// A value that may lie inside a box or not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A number.
    Number(f64),
    /// A category.
    Category(u16),
}

/// A box: all its limits hold together.
#[derive(Clone, Debug, PartialEq)]
pub struct PrimBox {
    /// Its limits, in the order of columns; none = everything.
    pub restrictions: Vec<Restriction>,
    /// How well it catches the setbacks.
    pub fit: Fit,
    pub(super) bounds: Bounds,
}

impl PrimBox {
    /// Which of the rows lie inside.
    #[must_use]
    pub fn members(&self, rows: &Prepared) -> Vec<bool> {
        self.bounds.members(rows)
    }

    /// Whether a row that was never looked at lies inside, by the value of each column.
    #[must_use]
    pub fn holds(&self, value: &dyn Fn(usize) -> Value) -> bool {
        self.restrictions
            .iter()
            .all(|own| match (&own.limit, value(own.column)) {
                (Limit::Range { low, high }, Value::Number(x)) => {
                    low.is_none_or(|low| x >= low) && high.is_none_or(|high| x <= high)
                }
                (Limit::OneOf(some), Value::Category(code)) => some.contains(&code),
                _ => false,
            })
    }

    /// Its single demands, in the order of columns, low before high.
    #[must_use]
    pub fn tests(&self) -> Vec<Test> {
        self.bounds.tests()
    }
}

/// What a box demands of one column, in ranks.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::analysis::setbacks) enum Bound {
    /// Ranks from the first to the second; `None` = no limit.
    Ranks(Option<u32>, Option<u32>),
    /// Which categories may be.
    Allowed(Vec<bool>),
}

/// All demands: columns without any are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::analysis::setbacks) struct Bounds(Vec<(usize, Bound)>);

impl Bounds {
    pub(super) fn get(&self, column: usize) -> Option<&Bound> {
        let place = self.0.binary_search_by_key(&column, |(own, _)| *own).ok()?;
        Some(&self.0[place].1)
    }

    /// Whether the column has a limit.
    pub(super) fn limits(&self, column: usize) -> bool {
        self.get(column).is_some()
    }

    pub(super) fn set(&mut self, column: usize, bound: Bound) {
        let free = match &bound {
            Bound::Ranks(low, high) => low.is_none() && high.is_none(),
            Bound::Allowed(allowed) => allowed.iter().all(|allowed| *allowed),
        };
        match self.0.binary_search_by_key(&column, |(own, _)| *own) {
            Ok(place) if free => drop(self.0.remove(place)),
            Ok(place) => self.0[place].1 = bound,
            Err(_) if free => {}
            Err(place) => self.0.insert(place, (column, bound)),
        }
    }

    pub(super) fn tests(&self) -> Vec<Test> {
        let sides = |(column, bound): &(usize, Bound)| -> Vec<Test> {
            match bound {
                Bound::Ranks(low, high) => {
                    let low = low.map(|_| (*column, Side::Low));
                    low.into_iter()
                        .chain(high.map(|_| (*column, Side::High)))
                        .collect()
                }
                Bound::Allowed(_) => vec![(*column, Side::Categories)],
            }
        };
        self.0.iter().flat_map(sides).collect()
    }

    /// The same without one demand.
    pub(super) fn without(&self, (column, side): Test) -> Bounds {
        let mut fewer = self.clone();
        let bound = match (self.get(column), side) {
            (Some(Bound::Ranks(_, high)), Side::Low) => Bound::Ranks(None, *high),
            (Some(Bound::Ranks(low, _)), Side::High) => Bound::Ranks(*low, None),
            _ => Bound::Ranks(None, None),
        };
        fewer.set(column, bound);
        fewer
    }

    /// For each row how many demands it fails, and the place of the last one among
    /// [`Bounds::tests`].
    pub(super) fn failures(&self, rows: &Prepared) -> Vec<(u16, u16)> {
        let mut failed = vec![(0, 0); rows.len()];
        let mut fail = |row: usize, test: u16| failed[row] = (failed[row].0 + 1, test);
        let mut test = 0;
        for (column, bound) in &self.0 {
            match (bound, &rows.columns[*column]) {
                (Bound::Ranks(low, high), Sorted::Numbers { ranks, .. }) => {
                    for end in [low.map(|low| (low, true)), high.map(|high| (high, false))] {
                        let Some((limit, is_low)) = end else { continue };
                        for (row, rank) in ranks.iter().enumerate() {
                            if (is_low && *rank < limit) || (!is_low && *rank > limit) {
                                fail(row, test);
                            }
                        }
                        test += 1;
                    }
                }
                (Bound::Allowed(allowed), Sorted::Categories { codes, .. }) => {
                    for (row, code) in codes.iter().enumerate() {
                        if !allowed[usize::from(*code)] {
                            fail(row, test);
                        }
                    }
                    test += 1;
                }
                _ => {}
            }
        }
        failed
    }

    pub(super) fn members(&self, rows: &Prepared) -> Vec<bool> {
        let failed = self.failures(rows).into_iter();
        failed.map(|(count, _)| count == 0).collect()
    }

    /// The box as it is told, with the sums of the rows inside.
    pub(super) fn told(&self, rows: &Prepared, inside: Sums) -> PrimBox {
        let restriction = |(column, bound): &(usize, Bound)| {
            let limit = limit(bound, &rows.columns[*column])?;
            Some(Restriction {
                column: *column,
                limit,
            })
        };
        PrimBox {
            restrictions: self.0.iter().filter_map(restriction).collect(),
            fit: inside.fit(rows.all),
            bounds: self.clone(),
        }
    }
}

fn limit(bound: &Bound, column: &Sorted) -> Option<Limit> {
    match (bound, column) {
        (Bound::Ranks(low, high), Sorted::Numbers { values, .. }) => Some(Limit::Range {
            low: low.and_then(|rank| {
                let rank = rank as usize;
                let outside = values.get(rank.checked_sub(1)?)?;
                Some(between(*outside, *values.get(rank)?, true))
            }),
            high: high.and_then(|rank| {
                let rank = rank as usize;
                Some(between(*values.get(rank)?, *values.get(rank + 1)?, false))
            }),
        }),
        (Bound::Allowed(allowed), Sorted::Categories { .. }) => {
            let codes = (0_u16..).zip(allowed).filter(|(_, allowed)| **allowed);
            Some(Limit::OneOf(codes.map(|(code, _)| code).collect()))
        }
        _ => None,
    }
}

/// Midway between two neighbours; the inner one where no number lies between them.
fn between(lower: f64, upper: f64, upper_is_inside: bool) -> f64 {
    let middle = lower + (upper - lower) / 2.0;
    match middle > lower && middle < upper {
        true => middle,
        false if upper_is_inside => upper,
        false => lower,
    }
}
