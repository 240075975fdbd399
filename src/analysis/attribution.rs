//! Which change made how much of a difference: Shapley values of a game whose players are the
//! changes between two states of affairs.
//!
//! Changes act together, so what one of them is worth depends on which others are already made.
//! Its Shapley value is the mean over all orders in which the changes could be made (Shapley 1953;
//! for differences of model outputs: Owen 2014, Song, Nelson and Staum 2016). Contributions sum to
//! the whole difference exactly, changes that act alike get alike, and one that does nothing gets
//! nothing. Up to [`MOST_EXACT`] changes every coalition is asked for; beyond, orders are sampled
//! with their reverses (Castro, Gomez and Tejada 2009; Mitchell and others 2022) until the
//! contributions are precise enough.
//!
//! Owns the arithmetic only: what a coalition is worth is asked of the caller.

use std::collections::HashMap;

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};
use thiserror::Error;

/// Up to this many changes, all coalitions are asked for: at most 1,024.
pub const MOST_EXACT: usize = 10;

/// More changes than this cannot be told apart.
pub const MOST: usize = 64;

/// Fewest pairs of orders behind a standard error.
const FEWEST_PAIRS: usize = 8;

/// A set of changes that are made, by number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Coalition(u64);

impl Coalition {
    /// No change is made.
    pub const NOBODY: Coalition = Coalition(0);

    /// The first `count` changes, at most [`MOST`].
    #[must_use]
    pub fn everybody(count: usize) -> Self {
        match count {
            MOST.. => Coalition(u64::MAX),
            _ => Coalition((1 << count) - 1),
        }
    }

    /// Whether a change is made.
    #[must_use]
    pub fn has(self, change: usize) -> bool {
        change < MOST && self.0 >> change & 1 == 1
    }

    /// The same with one more change.
    #[must_use]
    pub fn with(self, change: usize) -> Self {
        Coalition(self.0 | bit(change))
    }

    /// The same without a change.
    #[must_use]
    pub fn without(self, change: usize) -> Self {
        Coalition(self.0 & !bit(change))
    }

    /// The coalition after this one among all of those within `everybody`; `None` after the last.
    #[must_use]
    pub fn next(self, everybody: Self) -> Option<Self> {
        (self != everybody).then(|| Coalition((self.0.wrapping_sub(everybody.0)) & everybody.0))
    }

    /// How many changes are made.
    #[must_use]
    pub fn count(self) -> usize {
        self.0.count_ones() as usize
    }
}

fn bit(change: usize) -> u64 {
    u32::try_from(change)
        .ok()
        .and_then(|change| 1_u64.checked_shl(change))
        .unwrap_or(0)
}

/// How the work is shared out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    /// Up to this many changes the answer is exact; at most [`MOST_EXACT`].
    pub exact: usize,
    /// Sampling ends when no contribution has a larger standard error than this share of the
    /// largest contribution, 0..1.
    pub precision: f64,
    /// Most pairs of orders that are sampled; at least 2, or there is no standard error.
    pub pairs: usize,
    /// Key of the orders.
    pub seed: u64,
}

impl Default for Effort {
    fn default() -> Self {
        Effort {
            exact: MOST_EXACT,
            precision: 0.02,
            pairs: 200,
            seed: 0,
        }
    }
}

/// What one change is worth, in the unit of the game.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// Its Shapley value, the mean over draws.
    pub mean: f64,
    /// Its Shapley value in each draw of the game.
    pub by_draw: Vec<f64>,
    /// Standard error from sampling orders; 0 where the answer is exact.
    pub order_error: f64,
    /// Standard error from the number of draws; 0 for a game with one number.
    pub draw_error: f64,
    /// What it makes alone, before any other change.
    pub alone: f64,
    /// What it makes as the last, after all others. Far from `alone` where changes act together.
    pub last: f64,
}

/// The whole difference shared out.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// One for each change.
    pub contributions: Vec<Contribution>,
    /// Worth without any change, the mean over draws.
    pub nobody: f64,
    /// Worth with all changes.
    pub everybody: f64,
    /// Coalitions that were asked for.
    pub coalitions: usize,
    /// Orders that were sampled; `None` where the answer is exact.
    pub orders: Option<usize>,
    /// Whether the precision asked for was reached; true where the answer is exact.
    pub precise: bool,
}

impl Attribution {
    /// The difference that is shared out; contributions sum to it.
    #[must_use]
    pub fn whole(&self) -> f64 {
        self.everybody - self.nobody
    }
}

/// Why a difference cannot be shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AttributionFault {
    /// Nothing differs.
    #[error("nothing differs")]
    Nothing,
    /// More changes than can be told apart.
    #[error("{0} changes are more than {MOST}")]
    TooMany(usize),
    /// A coalition is worth something that is no number, or nothing at all.
    #[error("a coalition has a worth that is no number")]
    NotANumber,
    /// Coalitions do not have the same draws.
    #[error("coalitions have {0} and {1} draws")]
    Draws(usize, usize),
    /// The caller gave no worth: somebody has stopped the search.
    #[error("stopped")]
    Stopped,
}

/// Shares the difference between all changes made and none out to `changes` changes. `worth` gives
/// what a coalition is worth, one number for each draw (always the same draws), or `None` to stop.
/// Each coalition is asked for once.
///
/// ```
/// use foretree::analysis::attribution::{Coalition, Effort, attribute};
///
/// // Two changes that are worth 1 and 2, and 3 more together.
/// let mut worth = |made: Coalition| {
///     let (a, b) = (made.has(0), made.has(1));
///     Some(vec![f64::from(a) + 2.0 * f64::from(b) + 3.0 * f64::from(a && b)])
/// };
/// let found = attribute(2, &Effort::default(), &mut worth).unwrap();
/// let means: Vec<f64> = found.contributions.iter().map(|c| c.mean).collect();
/// assert_eq!(means, [2.5, 3.5]);
/// ```
///
/// # Errors
/// No change or too many, worths that are no numbers or of different draws, and being stopped.
#[doc(alias = "Shapley")]
pub fn attribute(
    changes: usize,
    effort: &Effort,
    worth: &mut dyn FnMut(Coalition) -> Option<Vec<f64>>,
) -> Result<Attribution, AttributionFault> {
    match changes {
        0 => return Err(AttributionFault::Nothing),
        MOST.. if changes > MOST => return Err(AttributionFault::TooMany(changes)),
        _ => {}
    }
    let mut game = Game {
        changes,
        worth,
        known: HashMap::new(),
        draws: None,
    };
    if changes <= effort.exact.min(MOST_EXACT) {
        game.exact()
    } else {
        game.sampled(effort)
    }
}

/// A game, and what is known of it.
struct Game<'a> {
    changes: usize,
    worth: &'a mut dyn FnMut(Coalition) -> Option<Vec<f64>>,
    known: HashMap<Coalition, Vec<f64>>,
    draws: Option<usize>,
}

impl Game<'_> {
    /// Asks for a coalition unless it is known.
    fn ask(&mut self, coalition: Coalition) -> Result<(), AttributionFault> {
        if self.known.contains_key(&coalition) {
            return Ok(());
        }
        let found = (self.worth)(coalition).ok_or(AttributionFault::Stopped)?;
        let draws = *self.draws.get_or_insert(found.len());
        if found.len() != draws {
            return Err(AttributionFault::Draws(draws, found.len()));
        }
        if found.is_empty() || found.iter().any(|value| !value.is_finite()) {
            return Err(AttributionFault::NotANumber);
        }
        self.known.insert(coalition, found);
        Ok(())
    }

    fn of(&self, coalition: Coalition) -> &[f64] {
        self.known.get(&coalition).map_or(&[], Vec::as_slice)
    }

    fn mean_of(&self, coalition: Coalition) -> f64 {
        mean(self.of(coalition))
    }

    /// What a change adds to a coalition, the mean over draws.
    fn step(&self, coalition: Coalition, change: usize) -> f64 {
        self.mean_of(coalition.with(change)) - self.mean_of(coalition.without(change))
    }

    fn everybody(&self) -> Coalition {
        Coalition::everybody(self.changes)
    }

    /// Every coalition, each step weighed by the share of orders in which it is made.
    fn exact(&mut self) -> Result<Attribution, AttributionFault> {
        let n = self.changes;
        for set in 0..1_u64 << n {
            self.ask(Coalition(set))?;
        }
        let weights: Vec<f64> = (0..n).map(|size| share_of_orders(n, size)).collect();
        let draws = self.draws.unwrap_or(0);
        let by_draw = (0..n).map(|change| {
            let mut sum = vec![0.0; draws];
            for set in (0..1_u64 << n).map(Coalition).filter(|s| !s.has(change)) {
                let weight = weights[set.count()];
                let (before, after) = (self.of(set), self.of(set.with(change)));
                for draw in 0..draws {
                    sum[draw] += weight * (after[draw] - before[draw]);
                }
            }
            sum
        });
        let by_draw: Vec<Vec<f64>> = by_draw.collect();
        Ok(self.told(by_draw, &vec![0.0; n], None, true))
    }

    /// Orders and their reverses until every contribution is precise enough.
    fn sampled(&mut self, effort: &Effort) -> Result<Attribution, AttributionFault> {
        let n = self.changes;
        let all = self.everybody();
        self.ask(Coalition::NOBODY)?;
        self.ask(all)?;
        for change in 0..n {
            self.ask(Coalition::NOBODY.with(change))?;
            self.ask(all.without(change))?;
        }
        let mut generator = ChaCha8Rng::seed_from_u64(effort.seed);
        let mut tally = Tally::new(n, self.draws.unwrap_or(0));
        let mut order: Vec<usize> = (0..n).collect();
        let mut precise = false;
        while tally.pairs < effort.pairs.max(2) && !precise {
            shuffle(&mut order, &mut generator);
            let forth = self.walk(&order, &mut tally)?;
            order.reverse();
            let back = self.walk(&order, &mut tally)?;
            tally.count(&forth, &back);
            precise = tally.pairs >= FEWEST_PAIRS && tally.is_precise(effort.precision);
        }
        let errors = tally.errors();
        let orders = 2 * tally.pairs;
        let share = 1.0 / orders as f64;
        let mut by_draw = tally.by_draw;
        by_draw.iter_mut().flatten().for_each(|sum| *sum *= share);
        Ok(self.told(by_draw, &errors, Some(orders), precise))
    }

    /// Makes the changes in an order; what each adds, by draw into the tally and as a mean.
    fn walk(&mut self, order: &[usize], tally: &mut Tally) -> Result<Vec<f64>, AttributionFault> {
        let mut made = Coalition::NOBODY;
        let mut steps = vec![0.0; self.changes];
        for change in order {
            let next = made.with(*change);
            self.ask(next)?;
            let (before, after) = (self.of(made), self.of(next));
            for (draw, sum) in tally.by_draw[*change].iter_mut().enumerate() {
                *sum += after[draw] - before[draw];
            }
            steps[*change] = self.step(made, *change);
            made = next;
        }
        Ok(steps)
    }

    fn told(
        &self,
        by_draw: Vec<Vec<f64>>,
        errors: &[f64],
        orders: Option<usize>,
        precise: bool,
    ) -> Attribution {
        let all = self.everybody();
        let numbered = by_draw.into_iter().enumerate();
        let contributions = numbered.map(|(change, by_draw)| Contribution {
            mean: mean(&by_draw),
            order_error: errors[change],
            draw_error: error_of_mean(&by_draw),
            alone: self.step(Coalition::NOBODY, change),
            last: self.step(all, change),
            by_draw,
        });
        Attribution {
            contributions: contributions.collect(),
            nobody: self.mean_of(Coalition::NOBODY),
            everybody: self.mean_of(all),
            coalitions: self.known.len(),
            orders,
            precise,
        }
    }
}

/// Sums over sampled orders.
struct Tally {
    pairs: usize,
    by_draw: Vec<Vec<f64>>,
    /// Sums of pair means and of their squares around the first pair, by change.
    first: Vec<f64>,
    sums: Vec<f64>,
    squares: Vec<f64>,
}

impl Tally {
    fn new(changes: usize, draws: usize) -> Self {
        Tally {
            pairs: 0,
            by_draw: vec![vec![0.0; draws]; changes],
            first: Vec::new(),
            sums: vec![0.0; changes],
            squares: vec![0.0; changes],
        }
    }

    /// An order and its reverse hang together: their mean counts as one observation.
    fn count(&mut self, forth: &[f64], back: &[f64]) {
        let pair: Vec<f64> = forth.iter().zip(back).map(|(a, b)| 0.5 * (a + b)).collect();
        if self.first.is_empty() {
            self.first.clone_from(&pair);
        }
        for (change, value) in pair.iter().enumerate() {
            let off = value - self.first[change];
            self.sums[change] += off;
            self.squares[change] += off * off;
        }
        self.pairs += 1;
    }

    /// Standard errors of the contributions.
    fn errors(&self) -> Vec<f64> {
        let n = self.pairs as f64;
        let of = |change: usize| {
            let spread = self.squares[change] - self.sums[change].powi(2) / n;
            (spread.max(0.0) / (n * (n - 1.0).max(1.0))).sqrt()
        };
        (0..self.sums.len()).map(of).collect()
    }

    fn is_precise(&self, precision: f64) -> bool {
        let n = self.pairs as f64;
        let means = self.sums.iter().zip(&self.first);
        let largest = means.map(|(sum, first)| (first + sum / n).abs());
        let largest = largest.fold(0.0, f64::max);
        self.errors()
            .iter()
            .all(|error| *error <= precision * largest)
    }
}

/// Share of all orders of `n` changes in which just the `size` changes of a given coalition come
/// before a given change: `size! (n - size - 1)! / n!`.
fn share_of_orders(n: usize, size: usize) -> f64 {
    let mut share = 1.0 / n as f64;
    for i in 0..size {
        share *= (i + 1) as f64 / (n - 1 - i) as f64;
    }
    share
}

/// Fisher and Yates.
fn shuffle(order: &mut [usize], generator: &mut ChaCha8Rng) {
    for last in (1..order.len()).rev() {
        // The bias of a 64-bit remainder is below 1e-17.
        let other = generator.next_u64() % (last as u64 + 1);
        order.swap(last, usize::try_from(other).unwrap_or(last));
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn error_of_mean(values: &[f64]) -> f64 {
    if values.len() < 2 {
        return 0.0;
    }
    let (n, middle) = (values.len() as f64, mean(values));
    let squares: f64 = values.iter().map(|value| (value - middle).powi(2)).sum();
    (squares / (n * (n - 1.0))).sqrt()
}
