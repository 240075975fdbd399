//! Rankings: how far people agree, and where items lie between impact and uncertainty.

use std::collections::BTreeMap;

use super::ElicitationFault;
use super::room::Spread;
use super::tails::chi_squared_above;

/// Rankings of one judge are permuted exactly up to so many items (6! = 720).
const MOST_ITEMS: usize = 6;
/// Steps of the exact count before we settle for the approximation.
const MOST_STEPS: usize = 4_000_000;

/// How far judges agree on the order of items.
#[derive(Clone, Debug, PartialEq)]
pub struct Concordance {
    /// Kendall's W, corrected for ties: 0 (no agreement) to 1 (all alike).
    pub w: f64,
    /// Mean rank of each item; 1 is the least answer.
    pub mean_ranks: Vec<f64>,
    /// How often so much agreement comes about if everybody ranks at random.
    pub chance: Chance,
    /// Judges.
    pub judges: usize,
}

impl Concordance {
    /// The mean of Spearman's rank correlation over all pairs of judges: (k W - 1)/(k - 1).
    /// Exact without ties.
    #[must_use]
    pub fn mean_correlation(&self) -> f64 {
        let k = self.judges as f64;
        (k * self.w - 1.0) / (k - 1.0)
    }
}

/// A p-value, and how it was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Chance {
    /// Counted over all orders that the judges could have given, ties kept.
    Exact(f64),
    /// Chi-squared with items - 1 degrees of freedom; good from 8 items on (Siegel and Castellan
    /// 1988), rough below.
    ChiSquared(f64),
}

impl Chance {
    /// The p-value, 0..=1.
    #[must_use]
    pub fn value(self) -> f64 {
        match self {
            Self::Exact(p) | Self::ChiSquared(p) => p,
        }
    }
}

/// Kendall's coefficient of concordance of answers: one row for each judge, one number for each
/// item; each row is turned into ranks, equal numbers sharing theirs.
///
/// Kendall and Babington Smith (1939); Kendall (1948), *Rank Correlation Methods*, chapter 6;
/// Siegel and Castellan (1988), section 9.7. The p-value is counted exactly for up to 6 items and
/// as many judges as a moment allows.
///
/// # Errors
/// Fewer than two judges or items, rows of different lengths, numbers that are not finite, or
/// everything tied.
///
/// ```
/// use foretree::analysis::elicitation::ranks::concordance;
///
/// // Three executives rank six applicants (Siegel 1956, page 230).
/// let w = concordance(&[
///     vec![1.0, 6.0, 3.0, 2.0, 5.0, 4.0],
///     vec![1.0, 5.0, 6.0, 4.0, 2.0, 3.0],
///     vec![6.0, 3.0, 2.0, 5.0, 4.0, 1.0],
/// ])?;
/// assert!((w.w - 0.16).abs() < 0.005);
/// # Ok::<(), foretree::analysis::elicitation::ElicitationFault>(())
/// ```
pub fn concordance(answers: &[Vec<f64>]) -> Result<Concordance, ElicitationFault> {
    let rows = twice_ranks(answers)?;
    let (judges, items) = (rows.len(), rows[0].len());
    let sums = sums(&rows);
    let most = greatest(&rows, items);
    if most <= 0.0 {
        return Err(ElicitationFault::AllTied);
    }
    let spread = spread(&sums) as f64;
    let w = (spread / most).clamp(0.0, 1.0);
    let chance = match exact(&rows, spread as u64) {
        Some(p) => Chance::Exact(p),
        None => Chance::ChiSquared(chi_squared_above(
            judges as f64 * (items - 1) as f64 * w,
            (items - 1) as f64,
        )),
    };
    let mean_ranks = sums
        .iter()
        .map(|sum| *sum as f64 / (2.0 * judges as f64))
        .collect();
    Ok(Concordance {
        w,
        mean_ranks,
        chance,
        judges,
    })
}

/// Ranks of numbers, 1 for the least; equal ones share the middle of theirs.
///
/// # Errors
/// No number, or one that is not finite.
pub fn mid_ranks(answers: &[f64]) -> Result<Vec<f64>, ElicitationFault> {
    let sorted = super::room::ascending(answers)?;
    let rank = |answer: &f64| {
        let below = sorted.partition_point(|other| other < answer);
        let up_to = sorted.partition_point(|other| other <= answer);
        0.5 * (below + 1 + up_to) as f64
    };
    Ok(answers.iter().map(rank).collect())
}

/// Where an item lies between impact and uncertainty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// Answers on how much it would change.
    pub impact: Spread,
    /// Answers on how open it is.
    pub uncertainty: Spread,
    /// The quarter of the grid, by medians.
    pub quarter: Quarter,
}

/// A quarter of the grid of impact and uncertainty (van der Heijden 1996; Schwartz 1991).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quarter {
    /// High impact, open: scenarios are built on it.
    Critical,
    /// High impact, fairly sure: in every scenario.
    Predetermined,
    /// Low impact, open: watch.
    Open,
    /// Low impact, fairly sure: background.
    Background,
    /// The middle runs through the quartiles (or through the answers, of fewer than four): the
    /// room does not say which.
    Between,
}

/// The position of an item by answers on one scale, whose middle is given.
///
/// # Errors
/// No answers, or numbers that are not finite.
pub fn position(
    impact: &[f64],
    uncertainty: &[f64],
    middle: f64,
) -> Result<Position, ElicitationFault> {
    if !middle.is_finite() {
        return Err(ElicitationFault::NotANumber);
    }
    let (impact, uncertainty) = (Spread::of(impact)?, Spread::of(uncertainty)?);
    let side = |spread: &Spread| {
        let (low, high) = spread.quartiles().unwrap_or_else(|| spread.range());
        match () {
            () if low > middle => Some(true),
            () if high < middle => Some(false),
            () => None,
        }
    };
    let quarter = match (side(&impact), side(&uncertainty)) {
        (Some(true), Some(true)) => Quarter::Critical,
        (Some(true), Some(false)) => Quarter::Predetermined,
        (Some(false), Some(true)) => Quarter::Open,
        (Some(false), Some(false)) => Quarter::Background,
        _ => Quarter::Between,
    };
    Ok(Position {
        impact,
        uncertainty,
        quarter,
    })
}

/// Ranks times two: whole numbers, ties too.
fn twice_ranks(answers: &[Vec<f64>]) -> Result<Vec<Vec<u32>>, ElicitationFault> {
    if answers.len() < 2 {
        return Err(ElicitationFault::TooFew {
            found: answers.len(),
            least: 2,
        });
    }
    let items = answers[0].len();
    if items < 2 {
        return Err(ElicitationFault::TooFew {
            found: items,
            least: 2,
        });
    }
    answers
        .iter()
        .map(|row| {
            if row.len() != items {
                return Err(ElicitationFault::Length {
                    found: row.len(),
                    wanted: items,
                });
            }
            let ranks = mid_ranks(row)?;
            Ok(ranks.iter().map(|rank| (2.0 * rank) as u32).collect())
        })
        .collect()
}

fn sums(rows: &[Vec<u32>]) -> Vec<u32> {
    (0..rows[0].len())
        .map(|item| rows.iter().map(|row| row[item]).sum())
        .collect()
}

/// n times the sum of squares about the mean: a whole number.
fn spread(sums: &[u32]) -> u64 {
    let n = sums.len() as u64;
    let sum: u64 = sums.iter().map(|x| u64::from(*x)).sum();
    let squares: u64 = sums.iter().map(|x| u64::from(*x) * u64::from(*x)).sum();
    n * squares - sum * sum
}

/// What [`spread`] would be if all agreed: (k^2 (n^3 - n) - k T) / 12 with T the sum of t^3 - t
/// over ties, in the same unit.
fn greatest(rows: &[Vec<u32>], items: usize) -> f64 {
    let (k, n) = (rows.len() as f64, items as f64);
    let ties: f64 = rows.iter().map(|row| tied(row)).sum();
    let whole = k * k * (n * n * n - n) - k * ties;
    4.0 * n * whole / 12.0
}

fn tied(row: &[u32]) -> f64 {
    let mut counts = BTreeMap::new();
    for rank in row {
        *counts.entry(rank).or_insert(0.0_f64) += 1.0;
    }
    counts.values().map(|t| t * t * t - t).sum()
}

/// The share of all orders with at least this spread; `None` if there are too many to count.
///
/// Sums of ranks are kept sorted: which item has which does not matter to those who come after.
fn exact(rows: &[Vec<u32>], observed: u64) -> Option<f64> {
    if rows[0].len() > MOST_ITEMS {
        return None;
    }
    let mut states = BTreeMap::from([(sorted(&rows[0]), 1.0_f64)]);
    let mut steps = 0;
    for row in &rows[1..] {
        let orders = orders(row);
        let share = 1.0 / orders.len() as f64;
        steps += states.len() * orders.len();
        if steps > MOST_STEPS {
            return None;
        }
        let mut next = BTreeMap::new();
        for (state, weight) in &states {
            for order in &orders {
                let mut sum: Vec<u32> = state.iter().zip(order).map(|(a, b)| a + b).collect();
                sum.sort_unstable();
                *next.entry(sum).or_insert(0.0) += weight * share;
            }
        }
        states = next;
    }
    let tail: f64 = states
        .iter()
        .filter(|(state, _)| spread(state) >= observed)
        .map(|(_, weight)| weight)
        .sum();
    Some(tail.min(1.0))
}

fn sorted(row: &[u32]) -> Vec<u32> {
    let mut row = row.to_vec();
    row.sort_unstable();
    row
}

/// All different orders of a row.
fn orders(row: &[u32]) -> Vec<Vec<u32>> {
    let mut now = sorted(row);
    let mut all = vec![now.clone()];
    // The next order in the dictionary (Narayana Pandita's rule), until there is none.
    while let Some(from) = now.windows(2).rposition(|pair| pair[0] < pair[1]) {
        let Some(to) = now.iter().rposition(|other| *other > now[from]) else {
            break;
        };
        now.swap(from, to);
        now[from + 1..].reverse();
        all.push(now.clone());
    }
    all
}
