//! The output where an input is low and where it is high.

use super::against::Against;
use super::factors::Prepared;

/// The output where an input stands at its 5th and at its 95th percentile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// Mean output of the tenth of cases with the lowest input, whose middle is its 5th percentile;
    /// where values are equal, of all cases up to that percentile's value.
    pub low: f64,
    /// Mean output of the tenth of cases with the highest input; likewise.
    pub high: f64,
    /// Standard error of the difference between the two.
    pub error: f64,
}

impl Swing {
    /// Can the difference not be told from chance (two standard errors)?
    #[must_use]
    pub fn is_noise(&self) -> bool {
        (self.high - self.low).abs() <= 2.0 * self.error
    }
}

impl Against<'_> {
    /// Where each input takes the output when it is low and high; none for kinds, and where the 5th
    /// and the 95th percentile of the input are the same.
    #[must_use]
    #[doc(alias = "tornado")]
    pub fn swings(&self) -> Vec<Option<Swing>> {
        self.columns
            .iter()
            .map(|column| self.swing(column))
            .collect()
    }

    fn swing(&self, column: &Prepared) -> Option<Swing> {
        let Prepared::Number { levels, order } = column else {
            return None;
        };
        let inside = |keep: &dyn Fn(f64) -> bool| {
            let members = order.iter().filter(|case| keep(levels[**case as usize]));
            let values: Vec<f64> = members.map(|case| self.values[*case as usize]).collect();
            let count = values.len() as f64;
            let mean = values.iter().sum::<f64>() / count;
            let squares: f64 = values.iter().map(|v| (v - mean).powi(2)).sum();
            (mean, squares / (count * (count - 1.0)))
        };
        let at = |share: f64| {
            let place = (order.len() as f64 * share) as usize;
            order.get(place).map(|case| levels[*case as usize])
        };
        let (low_end, high_end) = (at(0.05)?.max(0.1), at(0.95)?.min(0.9));
        if low_end >= high_end {
            return None;
        }
        let (low, low_error) = inside(&|level| level <= low_end);
        let (high, high_error) = inside(&|level| level >= high_end);
        let error = (low_error + high_error).sqrt();
        (low.is_finite() && high.is_finite() && error.is_finite()).then_some(Swing {
            low,
            high,
            error,
        })
    }
}
