//! What a second round changed.

use super::ElicitationFault;
use super::room::Spread;

/// Two rounds of the same question, by the same people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// First round, of those who answered both.
    pub before: Spread,
    /// Second round, of the same people.
    pub after: Spread,
    /// Answers nearer to the first round's median than before.
    pub towards: usize,
    /// Answers further from it than before.
    pub away: usize,
    /// Answers that changed and are as far from it as before: the other side.
    pub across: usize,
    /// Answers that did not change.
    pub stayed: usize,
    /// People who answered in the first round only.
    pub left: usize,
    /// People who answered in the second round only.
    pub joined: usize,
}

impl Change {
    /// Of one entry for each person in both lists; `None` where somebody did not answer.
    ///
    /// Coming together is no proof of being right: people also move because others did
    /// (Delphi studies find both; Rowe and Wright 1999, International Journal of Forecasting 15).
    /// So we count moves and judge none.
    ///
    /// # Errors
    /// Lists of different lengths, numbers that are not finite, or nobody in both rounds.
    ///
    /// ```
    /// use foretree::analysis::elicitation::rounds::Change;
    ///
    /// let first = [Some(10.0), Some(20.0), Some(60.0), Some(30.0), None];
    /// let second = [Some(15.0), Some(20.0), Some(70.0), None, Some(5.0)];
    /// let change = Change::of(&first, &second)?;
    /// assert_eq!((change.towards, change.away, change.stayed), (1, 1, 1));
    /// assert_eq!((change.left, change.joined), (1, 1));
    /// # Ok::<(), foretree::analysis::elicitation::ElicitationFault>(())
    /// ```
    pub fn of(first: &[Option<f64>], second: &[Option<f64>]) -> Result<Self, ElicitationFault> {
        if first.len() != second.len() {
            return Err(ElicitationFault::Length {
                found: second.len(),
                wanted: first.len(),
            });
        }
        let both: Vec<(f64, f64)> = first
            .iter()
            .zip(second)
            .filter_map(|(a, b)| a.zip(*b))
            .collect();
        if both.is_empty() {
            return Err(ElicitationFault::NoPairs);
        }
        let (old, new): (Vec<f64>, Vec<f64>) = both.iter().copied().unzip();
        let before = Spread::of(&old)?;
        let mut change = Self {
            before,
            after: Spread::of(&new)?,
            towards: 0,
            away: 0,
            across: 0,
            stayed: 0,
            left: alone(first, second),
            joined: alone(second, first),
        };
        for (old, new) in both {
            change.count(old, new, before.median());
        }
        Ok(change)
    }

    /// People in both rounds.
    #[must_use]
    pub fn people(&self) -> usize {
        self.towards + self.away + self.across + self.stayed
    }

    /// People who changed their answer.
    #[must_use]
    pub fn moved(&self) -> usize {
        self.people() - self.stayed
    }

    /// How far the median moved, in the unit of the answers.
    #[must_use]
    pub fn shift(&self) -> f64 {
        self.after.median() - self.before.median()
    }

    /// How much wider the answers lie than before, in their unit; below 0 they came together.
    #[must_use]
    pub fn widening(&self) -> f64 {
        self.after.width() - self.before.width()
    }

    fn count(&mut self, old: f64, new: f64, median: f64) {
        let (far, near) = ((old - median).abs(), (new - median).abs());
        let slot = match () {
            () if new == old => &mut self.stayed,
            () if near < far => &mut self.towards,
            () if near > far => &mut self.away,
            () => &mut self.across,
        };
        *slot += 1;
    }
}

/// How many answered here and not there.
fn alone(here: &[Option<f64>], there: &[Option<f64>]) -> usize {
    here.iter()
        .zip(there)
        .filter(|(here, there)| here.is_some() && there.is_none())
        .count()
}
