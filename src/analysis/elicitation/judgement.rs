//! What one expert says about one quantity: values, and how probable it is to lie below each.

use super::{ElicitationFault, Limits};

/// One point of a judgement: P(quantity <= value) = level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Value, in the unit of the quantity.
    pub value: f64,
    /// The expert's probability that the quantity is at most `value`, 0..=1.
    pub level: f64,
}

/// One expert's values at rising probabilities, within limits.
///
/// ```
/// use foretree::analysis::elicitation::{Limits, judgement::Judgement};
///
/// // Low 20, best 30, high 50, "70 % sure that it is in there", restated as an 80 % range.
/// let said = Judgement::four_step(20.0, 30.0, 50.0, 0.7, 0.8, Limits::POSITIVE)?;
/// let low = said.points()[0];
/// assert!((low.value - (30.0 - 10.0 * 0.8 / 0.7)).abs() < 1e-12);
/// assert!((low.level - 0.1).abs() < 1e-12);
/// # Ok::<(), foretree::analysis::elicitation::ElicitationFault>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    points: Vec<Point>,
    limits: Limits,
    clipped: bool,
}

impl Judgement {
    /// Values at probabilities. At least two points; both rise; the first probability is at most
    /// 0.4 and the last at least 0.6, as SHELF asks, so that a fit has both sides of the middle.
    ///
    /// # Errors
    /// Too few points, lengths that differ, numbers that are not finite, values that fall or stand
    /// twice, probabilities that are not in 0..=1 or do not rise, values outside of the limits.
    pub fn new(values: &[f64], levels: &[f64], limits: Limits) -> Result<Self, ElicitationFault> {
        if values.len() != levels.len() {
            return Err(ElicitationFault::Length {
                found: levels.len(),
                wanted: values.len(),
            });
        }
        let points: Vec<Point> = values
            .iter()
            .zip(levels)
            .map(|(&value, &level)| Point { value, level })
            .collect();
        check(&points, limits)?;
        Ok(Self {
            points,
            limits,
            clipped: false,
        })
    }

    /// The four questions of IDEA: realistic low, high, best guess, and how sure that the range
    /// holds the answer (0.5 to 1); restated as a range that holds `held` (0.8 or 0.9).
    ///
    /// Low becomes best - (best - low) held/sure, high likewise (linear extrapolation; Hemming et
    /// al. 2018, Methods in Ecology and Evolution 9, 169-180; Bedford and Cooke 2001). Values
    /// beyond a limit are moved to it, which [`clipped`](Self::clipped) tells. The best guess
    /// counts as the median, and what lies outside is shared evenly between both sides: our
    /// assumptions, not the expert's.
    ///
    /// # Errors
    /// `sure` outside of 0.5..=1, `held` outside of 0.5..1, or what [`new`](Self::new) refuses.
    pub fn four_step(
        low: f64,
        best: f64,
        high: f64,
        sure: f64,
        held: f64,
        limits: Limits,
    ) -> Result<Self, ElicitationFault> {
        if !(0.5..=1.0).contains(&sure) {
            return Err(ElicitationFault::Sureness(sure));
        }
        if !(0.5..1.0).contains(&held) {
            return Err(ElicitationFault::Level(held));
        }
        let tail = 0.5 * (1.0 - held);
        let levels = [tail, 0.5, 1.0 - tail];
        let said = Self::new(&[low, best, high], &levels, limits)?;
        let stretch = held / sure;
        let wide = [
            best - (best - low) * stretch,
            best + (high - best) * stretch,
        ];
        let [from, to] = wide.map(|value| limits.nearest(value));
        let restated = Self::new(&[from, best, to], &levels, said.limits)?;
        Ok(Self {
            clipped: [from, to] != wide,
            ..restated
        })
    }

    /// The points, rising.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// What the quantity can at all be.
    #[must_use]
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Whether a restated end ran into a limit and was moved back to it.
    #[must_use]
    pub fn clipped(&self) -> bool {
        self.clipped
    }

    /// The values, rising.
    pub fn values(&self) -> impl Iterator<Item = f64> + '_ {
        self.points.iter().map(|point| point.value)
    }

    /// The probabilities, rising.
    pub fn levels(&self) -> impl Iterator<Item = f64> + '_ {
        self.points.iter().map(|point| point.level)
    }

    /// The value at a probability, straight between points; `None` beyond the first and last, of
    /// which the expert said nothing.
    #[must_use]
    pub fn value(&self, level: f64) -> Option<f64> {
        self.points.windows(2).find_map(|pair| {
            let (a, b) = (pair[0], pair[1]);
            (a.level..=b.level)
                .contains(&level)
                .then(|| a.value + (b.value - a.value) * (level - a.level) / (b.level - a.level))
        })
    }
}

fn check(points: &[Point], limits: Limits) -> Result<(), ElicitationFault> {
    if points.len() < 2 {
        return Err(ElicitationFault::TooFew {
            found: points.len(),
            least: 2,
        });
    }
    for point in points {
        if !point.value.is_finite() || !point.level.is_finite() {
            return Err(ElicitationFault::NotANumber);
        }
        if !(0.0..=1.0).contains(&point.level) {
            return Err(ElicitationFault::Level(point.level));
        }
        if !limits.hold(point.value) {
            return Err(ElicitationFault::OutsideLimits {
                value: point.value,
                low: limits.low(),
                high: limits.high(),
            });
        }
    }
    points.windows(2).try_for_each(rises)?;
    let (low, high) = (points[0].level, points[points.len() - 1].level);
    if low > 0.4 || high < 0.6 {
        return Err(ElicitationFault::OneSided { low, high });
    }
    Ok(())
}

fn rises(pair: &[Point]) -> Result<(), ElicitationFault> {
    let (before, after) = (pair[0], pair[1]);
    match () {
        () if after.level <= before.level => Err(ElicitationFault::Level(after.level)),
        () if after.value == before.value => Err(ElicitationFault::Equal(after.value)),
        () if after.value < before.value => Err(ElicitationFault::Order {
            before: before.value,
            after: after.value,
        }),
        () => Ok(()),
    }
}
