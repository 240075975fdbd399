//! The rows that are looked at: columns, which rows are setbacks, weights; sorted once.

use super::fault::{Fault, LEAST_CASES};

/// One thing that may tell setbacks from other runs.
#[derive(Clone, Copy, Debug)]
pub enum Column<'a> {
    /// A number for each row.
    Numbers(&'a [f64]),
    /// A category for each row, numbered from 0: how a node turned out.
    Categories(&'a [u16]),
}

impl Column<'_> {
    fn len(&self) -> usize {
        match self {
            Column::Numbers(all) => all.len(),
            Column::Categories(all) => all.len(),
        }
    }
}

/// One row per run.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// What may tell setbacks from other runs.
    pub columns: Vec<Column<'a>>,
    /// Which rows are setbacks.
    pub setback: &'a [bool],
    /// How much each row counts; `None` = all alike. Only their proportions matter, except to
    /// quasi-p-values, which take them for numbers of rows.
    pub weights: Option<&'a [f64]>,
}

/// How well a part of the rows catches the setbacks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// Share of all setbacks that lie inside, 0..1.
    pub coverage: f64,
    /// Share of setbacks among what lies inside, 0..1.
    pub density: f64,
    /// Share of all rows inside, 0..1.
    pub mass: f64,
    /// Correlation between lying inside and being a setback (phi; Matthews 1975), -1..1; 0 where
    /// everything or nothing lies inside.
    pub phi: f64,
}

/// Weight of some rows, and of the setbacks among them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sums {
    pub weight: f64,
    pub cases: f64,
}

impl Sums {
    pub(super) fn add(&mut self, other: Sums) {
        self.weight += other.weight;
        self.cases += other.cases;
    }

    pub(super) fn minus(self, other: Sums) -> Sums {
        Sums {
            weight: self.weight - other.weight,
            cases: self.cases - other.cases,
        }
    }

    pub(super) fn plus(self, other: Sums) -> Sums {
        Sums {
            weight: self.weight + other.weight,
            cases: self.cases + other.cases,
        }
    }

    /// Share of setbacks; 0 where nothing has weight.
    pub(super) fn density(self) -> f64 {
        match self.weight > 0.0 {
            true => self.cases / self.weight,
            false => 0.0,
        }
    }

    /// As a part of `all`.
    pub(super) fn fit(self, all: Sums) -> Fit {
        let outside = all.minus(self);
        let both = self.cases * (outside.weight - outside.cases);
        let either = (self.weight - self.cases) * outside.cases;
        let spread = (self.weight * outside.weight).max(0.0)
            * (all.cases * (all.weight - all.cases)).max(0.0);
        Fit {
            coverage: self.cases / all.cases,
            density: self.density(),
            mass: self.weight / all.weight,
            phi: match spread > 0.0 {
                true => (both - either) / spread.sqrt(),
                false => 0.0,
            },
        }
    }
}

/// A column in the order of its values.
#[derive(Clone, Debug)]
pub(super) enum Sorted {
    /// Rows in order with the rank of their value, and the rank of each row. Equal values share a
    /// rank; ranks are numbered without gaps, so only order counts.
    Numbers {
        order: Vec<(u32, u32)>,
        ranks: Vec<u32>,
        values: Vec<f64>,
    },
    /// The category of each row, and how many there are.
    Categories { codes: Vec<u16>, count: usize },
    /// All rows are alike.
    Constant,
}

/// A checked table, sorted once for everything that is asked of it.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub(super) columns: Vec<Sorted>,
    /// Weight of each row and, where it is a setback, again.
    pub(super) rows: Vec<Sums>,
    /// Of all rows.
    pub(super) all: Sums,
    /// Which way setbacks lean in each column of numbers, -1..1.
    pub(super) lean: Vec<f64>,
}

impl Prepared {
    /// Checks and sorts a table.
    ///
    /// # Errors
    /// Every [`Fault`]; a column that does not vary is passed over, and only a fault if all are
    /// so.
    pub fn new(table: Table<'_>) -> Result<Self, Fault> {
        check(&table)?;
        let rows: Vec<Sums> = (0..table.setback.len())
            .map(|row| {
                let weight = table.weights.map_or(1.0, |all| all[row]);
                let cases = if table.setback[row] { weight } else { 0.0 };
                Sums { weight, cases }
            })
            .collect();
        let columns: Vec<Sorted> = table.columns.iter().map(|c| sorted(c, &rows)).collect();
        if columns.iter().all(|c| matches!(c, Sorted::Constant)) {
            return Err(Fault::Constant);
        }
        let mut all = Sums::default();
        rows.iter().for_each(|row| all.add(*row));
        let lean = columns.iter().map(|c| lean(c, &rows, all)).collect();
        Ok(Prepared {
            columns,
            rows,
            all,
            lean,
        })
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Never: a table without rows is refused.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Share of setbacks among all rows, 0..1.
    #[must_use]
    pub fn share(&self) -> f64 {
        self.all.density()
    }

    /// Places of columns that do not differ between rows.
    #[must_use]
    pub fn constant(&self) -> Vec<usize> {
        let places = 0..self.columns.len();
        places
            .filter(|place| matches!(self.columns[*place], Sorted::Constant))
            .collect()
    }

    /// Sums over the rows that are `alive`.
    pub(super) fn sums(&self, alive: &[bool]) -> Sums {
        let mut sums = Sums::default();
        for (row, _) in self.rows.iter().zip(alive).filter(|(_, alive)| **alive) {
            sums.add(*row);
        }
        sums
    }

    /// Whether so few setbacks are left among some rows that nothing can be said.
    pub(super) fn fault_among(&self, alive: &[bool], least: usize) -> Option<Fault> {
        let counted = self.rows.iter().zip(alive);
        let kept = counted.filter(|(row, alive)| **alive && row.weight > 0.0);
        let (runs, setbacks) = kept.fold((0, 0), |(runs, setbacks), (row, _)| {
            (runs + 1, setbacks + usize::from(row.cases > 0.0))
        });
        Fault::of_counts(runs, setbacks, least)
    }
}

fn check(table: &Table<'_>) -> Result<(), Fault> {
    let rows = table.setback.len();
    let weights_fit = table.weights.is_none_or(|all| all.len() == rows);
    let columns_fit = table.columns.iter().all(|column| column.len() == rows);
    if rows == 0 || table.columns.is_empty() || !weights_fit || !columns_fit {
        return Err(Fault::Shape);
    }
    let broken = |column: &Column<'_>| match column {
        Column::Numbers(all) => all.iter().any(|value| !value.is_finite()),
        Column::Categories(_) => false,
    };
    if let Some(column) = table.columns.iter().position(broken) {
        return Err(Fault::NotANumber { column });
    }
    let mut counted = 0;
    let mut setbacks = 0;
    for (row, setback) in table.setback.iter().enumerate() {
        let weight = table.weights.map_or(1.0, |all| all[row]);
        if !weight.is_finite() || weight < 0.0 {
            return Err(Fault::Weights);
        }
        counted += usize::from(weight > 0.0);
        setbacks += usize::from(weight > 0.0 && *setback);
    }
    if counted == 0 {
        return Err(Fault::Weights);
    }
    Fault::of_counts(counted, setbacks, LEAST_CASES).map_or(Ok(()), Err)
}

/// Rows without weight take no part in whether a column varies.
fn sorted(column: &Column<'_>, rows: &[Sums]) -> Sorted {
    match column {
        Column::Numbers(values) => sorted_numbers(values, rows),
        Column::Categories(codes) => {
            let counted = codes.iter().zip(rows).filter(|(_, row)| row.weight > 0.0);
            let mut codes_met = counted.map(|(code, _)| *code);
            let first = codes_met.next();
            if codes_met.all(|code| Some(code) == first) {
                return Sorted::Constant;
            }
            let count = codes.iter().max().map_or(0, |most| usize::from(*most) + 1);
            Sorted::Categories {
                codes: codes.to_vec(),
                count,
            }
        }
    }
}

/// Sorts by the bits of the numbers: quicker than comparing floats, and the same order.
fn sorted_numbers(values: &[f64], rows: &[Sums]) -> Sorted {
    let key = |value: f64| {
        // Adding 0 makes -0 and 0 one value.
        let bits = (value + 0.0).to_bits();
        if bits >> 63 == 1 {
            !bits
        } else {
            bits | 1 << 63
        }
    };
    let keyed = (0_u32..).zip(values).map(|(row, value)| (key(*value), row));
    let keyed = in_order(keyed.collect());
    let mut order = Vec::with_capacity(values.len());
    let mut ranks = vec![0; values.len()];
    let mut distinct: Vec<f64> = Vec::with_capacity(values.len());
    let mut last = None;
    for (key, row) in keyed {
        let row_place = row as usize;
        if last != Some(key) {
            distinct.push(values[row_place]);
            last = Some(key);
        }
        let rank = (distinct.len() - 1) as u32;
        ranks[row_place] = rank;
        if rows[row_place].weight > 0.0 {
            order.push((row, rank));
        }
    }
    let differ = order.first().map(|first| first.1) != order.last().map(|last| last.1);
    if !differ {
        return Sorted::Constant;
    }
    Sorted::Numbers {
        order,
        ranks,
        values: distinct,
    }
}

/// Bits that one pass of [`in_order`] looks at.
const DIGIT: u32 = 11;

/// Sorts by the upper half of each key digit by digit, then the few that share it: several times
/// quicker than comparing, and never slower than that by much.
fn in_order(mut keyed: Vec<(u64, u32)>) -> Vec<(u64, u32)> {
    let mut other = keyed.clone();
    for pass in 0..3 {
        let digit = |key: u64| (key >> (32 + DIGIT * pass)) as usize & ((1 << DIGIT) - 1);
        let mut places = [0_usize; 1 << DIGIT];
        keyed.iter().for_each(|(key, _)| places[digit(*key)] += 1);
        let mut next = 0;
        for place in &mut places {
            next += std::mem::replace(place, next);
        }
        for entry in &keyed {
            let place = &mut places[digit(entry.0)];
            other[*place] = *entry;
            *place += 1;
        }
        std::mem::swap(&mut keyed, &mut other);
    }
    for group in keyed.chunk_by_mut(|a, b| a.0 >> 32 == b.0 >> 32) {
        group.sort_unstable();
    }
    keyed
}

/// How much more often a setback has the larger value than another run, minus the reverse: twice
/// the area under the ROC curve less one. Breaks ties between columns without asking for their
/// places.
fn lean(column: &Sorted, rows: &[Sums], all: Sums) -> f64 {
    let Sorted::Numbers { order, .. } = column else {
        return 0.0;
    };
    let (mut below, mut sum) = (Sums::default(), 0.0);
    for group in order.chunk_by(|a, b| a.1 == b.1) {
        let mut own = Sums::default();
        group
            .iter()
            .for_each(|(row, _)| own.add(rows[*row as usize]));
        let others = own.weight - own.cases;
        sum += own.cases * (2.0 * (below.weight - below.cases) + others);
        below.add(own);
    }
    let pairs = all.cases * (all.weight - all.cases);
    sum / pairs - 1.0
}
