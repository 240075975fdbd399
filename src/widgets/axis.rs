//! Scales and ticks.

/// A value axis: where values lie and where its ticks are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Scale {
    /// A scale, if these are two different finite numbers in order.
    pub(super) fn new((low, high): (f64, f64)) -> Option<Self> {
        (low.is_finite() && high.is_finite() && low < high).then_some(Self { low, high })
    }

    /// The scale that holds all values and begins and ends at round numbers.
    pub(super) fn around(values: impl Iterator<Item = f64>) -> Option<Self> {
        let mut ends: Option<(f64, f64)> = None;
        for value in values.filter(|value| value.is_finite()) {
            let (low, high) = ends.unwrap_or((value, value));
            ends = Some((low.min(value), high.max(value)));
        }
        let (low, high) = ends?;
        let (low, high) = if low < high {
            (low, high)
        } else {
            let room = if low == 0.0 { 1.0 } else { low.abs() * 0.5 };
            (low - room, high + room)
        };
        let step = step(high - low, 4);
        Self::new(((low / step).floor() * step, (high / step).ceil() * step))
    }

    /// Where on the scale a value lies: 0 at its low end, 1 at its high end.
    pub(super) fn share(self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }

    /// Round numbers on the scale, about `count` of them.
    pub(super) fn ticks(self, count: usize) -> Vec<f64> {
        let span = self.high - self.low;
        let step = step(span, count.max(1));
        let first = (self.low / step - 1e-6).ceil() as i64;
        let last = (self.high / step + 1e-6).floor() as i64;
        let ticks = (first..=last).take(count.saturating_mul(4).max(8));
        ticks.map(|tick| tick as f64 * step).collect()
    }
}

/// A round step that divides a span into at most `count` parts.
fn step(span: f64, count: usize) -> f64 {
    let least = span / count as f64;
    let power = 10_f64.powf(least.log10().floor());
    let found = [1.0, 2.0, 2.5, 5.0].map(|round| round * power);
    let fits = |step: &&f64| **step >= least * (1.0 - 1e-9);
    found.iter().find(fits).copied().unwrap_or(10.0 * power)
}

/// The years that get a tick where each needs `spacing` of `columns` columns: the first, the last,
/// and evenly between them where that works out.
pub(super) fn years(first: i32, last: i32, columns: i32, spacing: i32) -> Vec<i32> {
    let span = last.saturating_sub(first);
    if span <= 0 || columns < spacing {
        return vec![first];
    }
    let most = (columns / spacing).max(1);
    let steps = [1, 2, 3, 4, 5, 10, 15, 20, 25, 50, 100];
    let wide = |step: &&i32| span / **step <= most;
    let even = steps
        .iter()
        .filter(wide)
        .find(|step| span % **step == 0 && span / **step * 2 >= most.min(4));
    match even.or_else(|| steps.iter().find(wide)) {
        Some(step) => {
            let mut ticks: Vec<i32> = (0..=span / step).map(|tick| first + tick * step).collect();
            if span % step != 0 {
                // The last year matters more than the tick just before it.
                if span % step * columns < span * spacing {
                    ticks.pop();
                }
                ticks.push(last);
            }
            ticks
        }
        None => vec![first, last],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_around_values_begins_and_ends_at_round_numbers() {
        let scale = Scale::around([17.0, 91.0, f64::NAN].into_iter()).unwrap();
        assert_eq!((scale.low, scale.high), (0.0, 100.0));
        assert_eq!(scale.ticks(4), [0.0, 25.0, 50.0, 75.0, 100.0]);
        let small = Scale::around([-0.09, 0.03].into_iter()).unwrap();
        assert!(small.low <= -0.09 && small.high >= 0.03 && small.high < 0.08);
        assert!(Scale::around([3.0].into_iter()).is_some());
        assert_eq!(Scale::around([f64::NAN].into_iter()), None);
    }

    #[test]
    fn years_begin_with_the_first_and_end_with_the_last() {
        assert_eq!(
            years(2025, 2040, 50, 8),
            [2025, 2028, 2031, 2034, 2037, 2040]
        );
        assert_eq!(years(2025, 2040, 20, 8), [2025, 2040]);
        assert_eq!(
            years(2025, 2042, 50, 8),
            [2025, 2028, 2031, 2034, 2037, 2042]
        );
        assert_eq!(years(2025, 2025, 50, 8), [2025]);
        assert_eq!(years(2025, 2040, 3, 8), [2025]);
    }
}
