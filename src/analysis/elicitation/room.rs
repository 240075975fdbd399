//! How the answers of a room lie: middle and spread, as far as so few people show them.

use super::ElicitationFault;

/// The least number of answers of which quartiles say more than the answers themselves.
pub const LEAST_FOR_QUARTILES: usize = 4;

/// The answers to one question. What a few people cannot show has no field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// One answer: no spread.
    One(f64),
    /// Two answers: show both.
    Two {
        /// The lower.
        low: f64,
        /// The higher.
        high: f64,
    },
    /// Three answers: show all.
    Three {
        /// The lowest.
        low: f64,
        /// The middle one.
        median: f64,
        /// The highest.
        high: f64,
    },
    /// Four or more.
    Many {
        /// How many.
        answers: usize,
        /// The lowest.
        lowest: f64,
        /// A quarter lie below.
        low: f64,
        /// Half lie below.
        median: f64,
        /// Three quarters lie below.
        high: f64,
        /// The highest.
        highest: f64,
    },
}

impl Spread {
    /// Of answers in any order.
    ///
    /// # Errors
    /// No answer, or one that is not finite.
    ///
    /// ```
    /// use foretree::analysis::elicitation::room::Spread;
    ///
    /// assert_eq!(Spread::of(&[3.0, 1.0])?, Spread::Two { low: 1.0, high: 3.0 });
    /// assert_eq!(Spread::of(&[1.0, 2.0, 3.0, 4.0, 10.0])?.quartiles(), Some((2.0, 4.0)));
    /// # Ok::<(), foretree::analysis::elicitation::ElicitationFault>(())
    /// ```
    pub fn of(answers: &[f64]) -> Result<Self, ElicitationFault> {
        let sorted = ascending(answers)?;
        Ok(match *sorted {
            [one] => Self::One(one),
            [low, high] => Self::Two { low, high },
            [low, median, high] => Self::Three { low, median, high },
            _ => Self::Many {
                answers: sorted.len(),
                lowest: sorted[0],
                low: quantile(&sorted, 0.25),
                median: quantile(&sorted, 0.5),
                high: quantile(&sorted, 0.75),
                highest: sorted[sorted.len() - 1],
            },
        })
    }

    /// Half of the answers lie on each side; of two, their middle.
    #[must_use]
    pub fn median(&self) -> f64 {
        match *self {
            Self::One(one) => one,
            Self::Two { low, high } => low + 0.5 * (high - low),
            Self::Three { median, .. } | Self::Many { median, .. } => median,
        }
    }

    /// The quartiles, from four answers on.
    #[must_use]
    pub fn quartiles(&self) -> Option<(f64, f64)> {
        match *self {
            Self::Many { low, high, .. } => Some((low, high)),
            _ => None,
        }
    }

    /// The lowest and the highest answer.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        match *self {
            Self::One(one) => (one, one),
            Self::Two { low, high } | Self::Three { low, high, .. } => (low, high),
            Self::Many {
                lowest, highest, ..
            } => (lowest, highest),
        }
    }

    /// Distance between the quartiles from four answers on, else between the outermost.
    #[must_use]
    pub fn width(&self) -> f64 {
        let (low, high) = self.quartiles().unwrap_or_else(|| self.range());
        high - low
    }
}

/// The value with a share `level` (0..=1) of the answers below: straight between neighbours at
/// (i - 1)/(n - 1), type 7 of Hyndman and Fan (1996), The American Statistician 50, as R, NumPy
/// and spreadsheets do. `sorted` ascending and not empty; the nearest end beyond 0..=1, 0 of none.
#[must_use]
pub fn quantile(sorted: &[f64], level: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else {
        return 0.0;
    };
    let place = level.clamp(0.0, 1.0) * last as f64;
    let below = (place.floor() as usize).min(last);
    let above = (below + 1).min(last);
    sorted[below] + (sorted[above] - sorted[below]) * (place - below as f64)
}

/// The answers in ascending order.
pub(super) fn ascending(answers: &[f64]) -> Result<Vec<f64>, ElicitationFault> {
    if answers.is_empty() {
        return Err(ElicitationFault::TooFew { found: 0, least: 1 });
    }
    if !answers.iter().all(|answer| answer.is_finite()) {
        return Err(ElicitationFault::NotANumber);
    }
    let mut sorted = answers.to_vec();
    sorted.sort_by(f64::total_cmp);
    Ok(sorted)
}
