//! Signposts: early quantities that announce a setback, as a threshold with its hits and false
//! alarms.
//!
//! The score is Youden's J (1950, *Index for rating diagnostic tests*; informedness): the share of
//! setbacks announced less the share of other runs in which the alarm is false. 0 = no better than
//! an alarm that is thrown by chance, 1 = never wrong. A threshold that was chosen on some rows
//! looks better there than elsewhere, so the score is also taken on rows that had no say in it.

use super::Fault;
use super::random::hashed;
use super::table::{Column, Prepared, Sorted, Sums, Table};

/// Which side of a threshold is the alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alarm {
    /// Values below it.
    Below,
    /// Values above it.
    Above,
}

/// How well one quantity foretells a setback.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Signpost {
    /// Place of its column.
    pub column: usize,
    /// Where the alarm begins; midway between two values that were met.
    pub threshold: f64,
    /// On which side of it.
    pub alarm: Alarm,
    /// Share of setbacks that were announced, 0..1.
    pub hits: f64,
    /// Share of runs without a setback in which the alarm went off, 0..1.
    pub false_alarms: f64,
    /// Share of alarms after which no setback came, 0..1.
    pub wrong_alarms: f64,
    /// Share of all runs with an alarm, 0..1.
    pub alarms: f64,
    /// Youden's J: `hits - false_alarms`, 0..1.
    pub score: f64,
    /// The same where the threshold was chosen on one half of the rows and judged on the other;
    /// the mean over halves, -1..1.
    pub unseen: f64,
    /// The unseen score of 5 and 95 of 100 halves.
    pub range: [f64; 2],
    /// Chance of as high a score where the quantity says nothing, 0..1: the best J of all
    /// thresholds is the statistic of Kolmogorov and Smirnov for two samples.
    pub p_value: f64,
}

impl Signpost {
    /// Whether the score is more than luck would give the best of `candidates` quantities that say
    /// nothing: so much in less than 1 of 20 such searches (Bonferroni).
    #[must_use]
    pub fn holds(&self, candidates: usize) -> bool {
        self.p_value * candidates.max(1) as f64 <= 0.05
    }
}

/// How to judge signposts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Halves that a threshold is tried on, at least 1; each is used both ways round.
    pub halves: u64,
    /// Key of how rows are put into halves.
    pub seed: u64,
    /// An alarm goes off in at least this share of the runs, and stays silent in as many, 0..1.
    pub least_mass: f64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            halves: 10,
            seed: 1,
            least_mass: 0.01,
        }
    }
}

/// The best threshold of each column of numbers, the best unseen score first. Columns that are
/// constant or hold categories have none.
#[must_use]
pub fn signposts(rows: &Prepared, options: &Options) -> Vec<Signpost> {
    let columns = 0..rows.columns.len();
    let mut all: Vec<Signpost> = columns
        .filter_map(|column| signpost(rows, column, options))
        .collect();
    all.sort_by(|a, b| b.unseen.total_cmp(&a.unseen).then(a.column.cmp(&b.column)));
    all
}

/// The best threshold of one quantity, without preparing others.
///
/// # Errors
/// As [`Prepared::new`].
pub fn signpost_of(
    values: &[f64],
    setback: &[bool],
    weights: Option<&[f64]>,
    options: &Options,
) -> Result<Option<Signpost>, Fault> {
    let table = Table {
        columns: vec![Column::Numbers(values)],
        setback,
        weights,
    };
    Ok(signpost(&Prepared::new(table)?, 0, options))
}

/// A place to part the order of a column.
#[derive(Clone, Copy)]
struct Cut {
    /// The last rank below and the first above.
    ranks: (u32, u32),
    below: Sums,
    alarm: Alarm,
    score: f64,
}

fn signpost(rows: &Prepared, column: usize, options: &Options) -> Option<Signpost> {
    let Sorted::Numbers {
        order,
        values,
        ranks,
    } = &rows.columns[column]
    else {
        return None;
    };
    let own = |row: usize| rows.rows[row];
    let cut = best(order, own, rows.all, options.least_mass)?;
    let threshold = between(values, cut);
    let inside = match cut.alarm {
        Alarm::Below => cut.below,
        Alarm::Above => rows.all.minus(cut.below),
    };
    let others = rows.all.weight - rows.all.cases;
    let mut unseen = unseen(rows, order, ranks, options);
    unseen.sort_unstable_by(f64::total_cmp);
    let at = |share: f64| {
        let place = (unseen.len().saturating_sub(1) as f64 * share).round() as usize;
        unseen.get(place).copied()
    };
    Some(Signpost {
        column,
        threshold,
        alarm: cut.alarm,
        hits: inside.cases / rows.all.cases,
        false_alarms: (inside.weight - inside.cases) / others,
        wrong_alarms: 1.0 - inside.density(),
        alarms: inside.weight / rows.all.weight,
        score: cut.score,
        unseen: unseen.iter().sum::<f64>() / unseen.len().max(1) as f64,
        range: [at(0.05)?, at(0.95)?],
        p_value: kolmogorov(cut.score, worth(rows)),
    })
}

/// The size of two samples in the statistic of Kolmogorov and Smirnov: rows without weights, and
/// as many as uneven weights are worth.
fn worth(rows: &Prepared) -> f64 {
    let squares = |own: fn(&Sums) -> f64| rows.rows.iter().map(own).map(|w| w * w).sum::<f64>();
    let others = rows.all.weight - rows.all.cases;
    let one = rows.all.cases * rows.all.cases / squares(|row| row.cases);
    let two = others * others / squares(|row| row.weight - row.cases);
    one * two / (one + two)
}

/// Chance that two samples of the same kind differ by so much (Kolmogorov's series).
fn kolmogorov(distance: f64, worth: f64) -> f64 {
    let x = distance * distance * worth;
    let term = |k: i32| {
        let sign = if k % 2 == 1 { 1.0 } else { -1.0 };
        sign * (-2.0 * f64::from(k * k) * x).exp()
    };
    match x < 0.05 {
        true => 1.0,
        false => (2.0 * (1..=20).map(term).sum::<f64>()).clamp(0.0, 1.0),
    }
}

fn between(values: &[f64], cut: Cut) -> f64 {
    let (low, high) = (values[cut.ranks.0 as usize], values[cut.ranks.1 as usize]);
    let middle = low + (high - low) / 2.0;
    match cut.alarm {
        // An alarm below is told as "below", so the threshold itself must be silent.
        Alarm::Below if middle > low => middle,
        Alarm::Below => high,
        Alarm::Above if middle < high => middle,
        Alarm::Above => low,
    }
}

/// The cut with the highest score over rows that `row` gives weight to.
fn best(
    order: &[(u32, u32)],
    row: impl Fn(usize) -> Sums,
    all: Sums,
    least_mass: f64,
) -> Option<Cut> {
    let others = all.weight - all.cases;
    if all.cases <= 0.0 || others <= 0.0 {
        return None;
    }
    let least = least_mass * all.weight;
    let mut below = Sums::default();
    let mut last = None;
    let mut best: Option<Cut> = None;
    for (number, rank) in order {
        let own = row(*number as usize);
        if own.weight <= 0.0 {
            continue;
        }
        if let Some(before) = last.filter(|before| before != rank)
            && below.weight >= least
            && all.weight - below.weight >= least
        {
            let lead = below.cases / all.cases - (below.weight - below.cases) / others;
            if best.is_none_or(|best| lead.abs() > best.score) {
                best = Some(Cut {
                    ranks: (before, *rank),
                    below,
                    alarm: match lead > 0.0 {
                        true => Alarm::Below,
                        false => Alarm::Above,
                    },
                    score: lead.abs(),
                });
            }
        }
        below.add(own);
        last = Some(*rank);
    }
    best
}

/// Scores on the halves that did not choose the threshold.
fn unseen(rows: &Prepared, order: &[(u32, u32)], ranks: &[u32], options: &Options) -> Vec<f64> {
    let mut scores = Vec::new();
    for round in 0..options.halves.max(1) {
        let half = |row: usize| hashed(options.seed, round, row as u64) & 1 == 0;
        let first: Vec<bool> = (0..rows.len()).map(half).collect();
        for side in [true, false] {
            let seen = |row: usize| match first[row] == side {
                true => rows.rows[row],
                false => Sums::default(),
            };
            let (mut own, mut other) = (Sums::default(), Sums::default());
            for (row, first) in first.iter().enumerate() {
                match *first == side {
                    true => own.add(rows.rows[row]),
                    false => other.add(rows.rows[row]),
                }
            }
            let Some(cut) = best(order, seen, own, options.least_mass) else {
                continue;
            };
            let mut below = Sums::default();
            for (row, first) in first.iter().enumerate() {
                if *first != side && ranks[row] <= cut.ranks.0 {
                    below.add(rows.rows[row]);
                }
            }
            let lead = below.cases / other.cases
                - (below.weight - below.cases) / (other.weight - other.cases);
            if lead.is_finite() {
                scores.push(match cut.alarm {
                    Alarm::Below => lead,
                    Alarm::Above => -lead,
                });
            }
        }
    }
    scores
}

#[cfg(test)]
mod tests {
    use super::kolmogorov;

    /// Kolmogorov's limiting distribution at the usual critical values (SciPy 1.17,
    /// `stats.kstwobign.sf`).
    #[test]
    fn the_chance_of_a_score_is_that_of_kolmogorov() {
        let known = [
            (0.5, 0.963_945),
            (1.0, 0.27),
            (1.3581, 0.05),
            (1.6276, 0.010_002),
        ];
        for (x, expected) in known {
            assert!((kolmogorov(x, 1.0) - expected).abs() < 1e-5, "{x}");
        }
    }
}
