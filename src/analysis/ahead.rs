//! In how many runs one of two is ahead, draw by draw, and how sure that number is.
//!
//! Pure arithmetic on plain arrays. Which direction is good is the caller's matter: here more is
//! ahead.

use thiserror::Error;

/// How often the first of two is ahead of the second on the same draws. Shares sum to 1.
///
/// ```
/// use foretree::analysis::ahead::ahead;
///
/// // Ahead in two runs, behind in one, and one is a tie within 0.1.
/// let found = ahead(&[2.0, 3.0, 1.0, 5.05], &[1.0, 1.0, 4.0, 5.0], None, 0.1).unwrap();
/// assert_eq!((found.ahead, found.behind, found.tied), (0.5, 0.25, 0.25));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ahead {
    /// Share of runs in which the first is ahead by more than a tie, 0..1.
    pub ahead: f64,
    /// Share of runs in which it is behind by more than a tie, 0..1.
    pub behind: f64,
    /// Share of runs in which neither is, 0..1.
    pub tied: f64,
    /// Standard error of `ahead`, 0..1.
    pub standard_error: f64,
    /// Standard error of `ahead - behind`, 0..1: whether one is ahead more often than the other.
    pub lead_error: f64,
    /// Runs that count: draws, fewer where weights differ (Kish 1965).
    pub effective: f64,
}

impl Ahead {
    /// Whether ahead and behind are so nearly as frequent that no more can be said than that they
    /// are the same: the lead is within `z` standard errors of nothing, the errors being those it would
    /// have if there were no lead (McNemar 1947). So three wins in three runs decide nothing.
    #[must_use]
    pub fn is_undecided(&self, z: f64) -> bool {
        let lead = self.ahead - self.behind;
        let centred = lead * lead / self.effective.max(1.0);
        lead.abs() <= z * (self.lead_error * self.lead_error + centred).sqrt()
    }
}

/// Why two columns cannot be compared run by run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PairFault {
    /// No run has weight.
    #[error("there are no runs to compare")]
    Nothing,
    /// The columns do not have the same draws.
    #[error("the columns have {0} and {1} draws")]
    Lengths(usize, usize),
    /// A value or weight that is no number, or a weight below 0.
    #[error("a value or weight is not a number that can be counted")]
    NotANumber,
    /// A tie that is no number, or below 0.
    #[error("a tie is a distance: 0 or more")]
    Tie,
}

/// Compares two columns draw by draw. Values that lie within `tie` of each other (in their own
/// unit, 0 or more) are tied. Without `weights` every draw counts alike.
///
/// The standard errors are those of a weighted mean of independent draws: the root of
/// `sum w^2 (x - mean)^2` over `sum w` (Cochran 1977, section 5; Owen 2013, section 9.2).
///
/// # Errors
/// Columns of different lengths, no weight, or numbers that are none.
pub fn ahead(
    first: &[f64],
    second: &[f64],
    weights: Option<&[f64]>,
    tie: f64,
) -> Result<Ahead, PairFault> {
    let count = first.len();
    let others = [second.len(), weights.map_or(count, <[f64]>::len)];
    if let Some(other) = others.into_iter().find(|other| *other != count) {
        return Err(PairFault::Lengths(count, other));
    }
    if tie.is_nan() || tie < 0.0 {
        return Err(PairFault::Tie);
    }
    let weight = |draw: usize| weights.map_or(1.0, |all| all[draw]);
    let (mut total, mut squares, mut up, mut down) = (0.0, 0.0, 0.0, 0.0);
    let (mut up_squares, mut down_squares) = (0.0, 0.0);
    for draw in 0..count {
        let (difference, w) = (first[draw] - second[draw], weight(draw));
        if difference.is_nan() || !w.is_finite() || w < 0.0 {
            return Err(PairFault::NotANumber);
        }
        total += w;
        squares += w * w;
        if difference > tie {
            up += w;
            up_squares += w * w;
        } else if difference < -tie {
            down += w;
            down_squares += w * w;
        }
    }
    if total <= 0.0 {
        return Err(PairFault::Nothing);
    }
    let (ahead, behind) = (up / total, down / total);
    let lead = ahead - behind;
    // Sums of w^2 (x - mean)^2 for an x that is 1, 0 or -1.
    let own = up_squares * (1.0 - ahead).powi(2) + (squares - up_squares) * ahead.powi(2);
    let both = up_squares * (1.0 - lead).powi(2)
        + down_squares * (1.0 + lead).powi(2)
        + (squares - up_squares - down_squares).max(0.0) * lead.powi(2);
    Ok(Ahead {
        ahead,
        behind,
        tied: (1.0 - ahead - behind).max(0.0),
        standard_error: own.max(0.0).sqrt() / total,
        lead_error: both.max(0.0).sqrt() / total,
        effective: total * total / squares,
    })
}
