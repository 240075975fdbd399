//! Rules of choice on a plain table of payoffs: one row for each option, one column for each
//! scenario, run or state; larger is better.
//!
//! Definitions as in McPhail et al. 2018, *Robustness metrics: how are they calculated, when
//! should they be used and why do they give different results?* (Earth's Future 6).

use super::fault::ChoiceFault;
use super::roll::best_of;

/// A table of payoffs that has been checked.
///
/// ```
/// use foretree::analysis::choices::Payoffs;
///
/// let table = Payoffs::new(vec![vec![60.0, 30.0], vec![10.0, 90.0]])?;
/// assert_eq!(table.worst(), [30.0, 10.0]);
/// assert_eq!(table.largest_regret(), [60.0, 50.0]);
/// # Ok::<(), foretree::analysis::choices::ChoiceFault>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Payoffs {
    rows: Vec<Vec<f64>>,
    /// Sums to 1.
    weights: Vec<f64>,
}

/// How much is lost in hindsight by one option.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Regret {
    /// The largest regret where anything has weight.
    pub largest: f64,
    /// Weighted mean.
    pub mean: f64,
    /// Regret that 50, 75, 90 and 95 of 100 scenarios do not exceed.
    pub levels: [f64; 4],
    /// Share of scenarios in which the option is best, 0..1; equals share.
    pub best: f64,
}

/// The shares behind [`Regret::levels`].
pub const REGRET_LEVELS: [f64; 4] = [0.5, 0.75, 0.9, 0.95];

impl Payoffs {
    /// A table in which every scenario counts alike.
    ///
    /// # Errors
    /// No option or scenario, rows of different lengths, payoffs that are not finite.
    pub fn new(rows: Vec<Vec<f64>>) -> Result<Self, ChoiceFault> {
        let count = rows.first().map_or(0, Vec::len);
        Self::weighted(rows, vec![1.0; count])
    }

    /// A table with a weight for each scenario.
    ///
    /// # Errors
    /// As [`Payoffs::new`]; weights below 0 or none above.
    pub fn weighted(rows: Vec<Vec<f64>>, weights: Vec<f64>) -> Result<Self, ChoiceFault> {
        let wanted = weights.len();
        if rows.is_empty() || wanted == 0 {
            return Err(ChoiceFault::Empty);
        }
        if let Some(row) = rows.iter().find(|row| row.len() != wanted) {
            let found = row.len();
            return Err(ChoiceFault::Length { found, wanted });
        }
        let wrong = |v: &f64| !v.is_finite();
        if rows.iter().flatten().any(wrong) || weights.iter().any(|w| wrong(w) || *w < 0.0) {
            return Err(ChoiceFault::NotANumber);
        }
        let largest = weights.iter().copied().fold(0.0, f64::max);
        if largest <= 0.0 {
            return Err(ChoiceFault::NoWeight);
        }
        // Beside the largest, so that no sum is too large to be a number.
        let total: f64 = weights.iter().map(|w| w / largest).sum();
        let weights = weights.into_iter().map(|w| w / largest / total).collect();
        Ok(Payoffs { rows, weights })
    }

    /// Payoffs by option, then by scenario.
    #[must_use]
    pub fn rows(&self) -> &[Vec<f64>] {
        &self.rows
    }

    /// Weights of scenarios; they sum to 1.
    #[must_use]
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    fn by_option(&self, of: impl Fn(&[f64]) -> f64) -> Vec<f64> {
        self.rows.iter().map(|row| of(row)).collect()
    }

    /// Payoffs of a row that have weight.
    fn counted<'a>(&'a self, row: &'a [f64]) -> impl Iterator<Item = f64> + Clone + 'a {
        let both = row.iter().zip(&self.weights);
        both.filter(|(_, w)| **w > 0.0).map(|(v, _)| *v)
    }

    /// Weighted mean of each option; with equal weights Laplace's rule of insufficient reason.
    #[must_use]
    #[doc(alias = "Laplace")]
    pub fn expected(&self) -> Vec<f64> {
        self.by_option(|row| row.iter().zip(&self.weights).map(|(v, w)| v * w).sum())
    }

    /// Worst payoff of each option (Wald's maximin).
    #[must_use]
    #[doc(alias = "maximin")]
    #[doc(alias = "Wald")]
    pub fn worst(&self) -> Vec<f64> {
        self.by_option(|row| self.counted(row).fold(f64::INFINITY, f64::min))
    }

    /// Best payoff of each option (maximax).
    #[must_use]
    #[doc(alias = "maximax")]
    pub fn best(&self) -> Vec<f64> {
        self.by_option(|row| self.counted(row).fold(f64::NEG_INFINITY, f64::max))
    }

    /// Hurwicz's mixture: the best payoff counts by `optimism`, the worst by the rest.
    ///
    /// # Errors
    /// An optimism outside 0..1.
    pub fn hurwicz(&self, optimism: f64) -> Result<Vec<f64>, ChoiceFault> {
        if !(0.0..=1.0).contains(&optimism) {
            return Err(ChoiceFault::Level(optimism));
        }
        let both = self.best().into_iter().zip(self.worst());
        Ok(both
            .map(|(high, low)| optimism * high + (1.0 - optimism) * low)
            .collect())
    }

    /// Mean of the worst share of scenarios (CVaR), `level` above 0 to 1.
    ///
    /// # Errors
    /// A level out of range.
    #[doc(alias = "CVaR")]
    #[doc(alias = "expected shortfall")]
    pub fn tail(&self, level: f64) -> Result<Vec<f64>, ChoiceFault> {
        super::roll::Rule::Tail(level).check()?;
        let one = |row: &[f64]| {
            let mut sorted: Vec<(f64, f64)> =
                row.iter().copied().zip(self.weights.clone()).collect();
            sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
            super::tail::worst_share(sorted.into_iter(), 1.0, level)
        };
        Ok(self.by_option(one))
    }

    /// Starr's domain: weight of the scenarios in which each option reaches at least `enough`.
    #[must_use]
    #[doc(alias = "satisficing")]
    #[doc(alias = "Starr")]
    pub fn domain(&self, enough: f64) -> Vec<f64> {
        self.by_option(|row| {
            let both = row.iter().zip(&self.weights);
            both.filter(|(v, _)| **v >= enough).map(|(_, w)| *w).sum()
        })
    }

    /// The best payoff of each scenario.
    #[must_use]
    pub fn hindsight(&self) -> Vec<f64> {
        let best = |scenario: usize| {
            let all = self.rows.iter().map(|row| row[scenario]);
            all.fold(f64::NEG_INFINITY, f64::max)
        };
        (0..self.weights.len()).map(best).collect()
    }

    /// What each option loses in each scenario against the best one (Savage 1951).
    #[must_use]
    pub fn regret(&self) -> Vec<Vec<f64>> {
        let best = self.hindsight();
        let of = |row: &Vec<f64>| row.iter().zip(&best).map(|(v, b)| b - v).collect();
        self.rows.iter().map(of).collect()
    }

    /// Largest regret of each option: minimax regret takes the smallest.
    #[must_use]
    #[doc(alias = "minimax regret")]
    #[doc(alias = "Savage")]
    pub fn largest_regret(&self) -> Vec<f64> {
        let all = self.regret();
        all.iter()
            .map(|row| self.counted(row).fold(0.0, f64::max))
            .collect()
    }

    /// The regret that a share of scenarios does not exceed, between neighbours as everybody does
    /// it (Hyndman and Fan's type 7). With weights, type 7 as Akinshin (2023, *Weighted quantile
    /// estimators*) has it: scenarios count for as many as uneven weights are worth (Kish 1965).
    ///
    /// # Errors
    /// A share outside 0..1.
    pub fn regret_at(&self, share: f64) -> Result<Vec<f64>, ChoiceFault> {
        if !(0.0..=1.0).contains(&share) {
            return Err(ChoiceFault::Level(share));
        }
        let all = self.regret();
        let squares: f64 = self.weights.iter().map(|w| w * w).sum();
        let one =
            |row: Vec<f64>| between(row.into_iter().zip(self.weights.clone()), share, squares);
        Ok(all.into_iter().map(one).collect())
    }

    /// Everything about regret, weighted, against the best of these options or, where it is
    /// known, a better hindsight.
    ///
    /// # Errors
    /// A hindsight of another length.
    pub fn regrets(&self, hindsight: Option<&[f64]>) -> Result<Vec<Regret>, ChoiceFault> {
        let own = self.hindsight();
        let best = hindsight.unwrap_or(&own);
        if best.len() != own.len() {
            let (found, wanted) = (best.len(), own.len());
            return Err(ChoiceFault::Length { found, wanted });
        }
        let shares = self.best_shares();
        let rows = self.rows.iter().zip(shares);
        Ok(rows
            .map(|(row, share)| {
                let regret = row
                    .iter()
                    .zip(best)
                    .map(|(v, b)| (b - v).max(0.0))
                    .collect();
                self.summary(regret, share)
            })
            .collect())
    }

    /// Weight of the scenarios in which each option is best; equals share.
    #[must_use]
    pub fn best_shares(&self) -> Vec<f64> {
        let mut shares = vec![0.0; self.rows.len()];
        for (scenario, best) in self.hindsight().into_iter().enumerate() {
            let is_best = |row: &&Vec<f64>| row[scenario] == best;
            let equals = self.rows.iter().filter(is_best).count() as f64;
            for (share, row) in shares.iter_mut().zip(&self.rows) {
                if row[scenario] == best {
                    *share += self.weights[scenario] / equals;
                }
            }
        }
        shares
    }

    fn summary(&self, regret: Vec<f64>, best: f64) -> Regret {
        let mut sorted: Vec<(f64, f64)> = regret
            .into_iter()
            .zip(self.weights.iter().copied())
            .collect();
        sorted.retain(|(_, weight)| *weight > 0.0);
        sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let mean = sorted.iter().map(|(v, w)| v * w).sum();
        let largest = sorted.last().map_or(0.0, |(v, _)| *v);
        let level = |share: f64| {
            let mut sum = 0.0;
            let reached = sorted.iter().find(|(_, weight)| {
                sum += weight;
                sum >= share * (1.0 - 1e-12)
            });
            reached.map_or(largest, |(v, _)| *v)
        };
        Regret {
            largest,
            mean,
            levels: REGRET_LEVELS.map(level),
            best,
        }
    }
}

/// The mean of the values that lie in a stretch of the summed weights as wide as one value of
/// equal weight: with equal weights, between two neighbours.
fn between(values: impl Iterator<Item = (f64, f64)>, share: f64, squares: f64) -> f64 {
    let mut sorted: Vec<(f64, f64)> = values.filter(|(_, weight)| *weight > 0.0).collect();
    sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let from = share * (1.0 - squares);
    let inside = |sum: f64| ((sum - from) / squares).clamp(0.0, 1.0);
    let (mut sum, mut value) = (0.0, 0.0);
    for (own, weight) in &sorted {
        value += own * (inside(sum + weight) - inside(sum));
        sum += weight;
    }
    // What rounding leaves over belongs to the largest.
    value
        + sorted
            .last()
            .map_or(0.0, |last| last.0 * (1.0 - inside(sum)))
}

/// The option with the highest score, the first of equals; none without scores.
#[must_use]
pub fn highest(scores: &[f64]) -> Option<usize> {
    (!scores.is_empty()).then(|| best_of(scores.iter().copied()).0)
}

/// The option with the lowest score, the first of equals: for regret.
#[must_use]
pub fn lowest(scores: &[f64]) -> Option<usize> {
    (!scores.is_empty()).then(|| best_of(scores.iter().map(|s| -s)).0)
}
