//! Scoring a range that somebody guessed before the reveal.

/// How a guessed range did beside our middle and range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// It holds our middle and is about as wide as ours.
    Covers,
    /// It holds our middle and is less than half as wide as ours.
    TooNarrow,
    /// It holds our middle and is more than twice as wide as ours.
    TooWide,
    /// It ends below our middle, by so much.
    TooLow(f64),
    /// It begins above our middle, by so much.
    TooHigh(f64),
}

/// How a guess `(low, high)` did beside our `(low, middle, high)`.
#[must_use]
pub fn verdict((low, high): (f64, f64), ours: (f64, f64, f64)) -> Verdict {
    let (from, middle, to) = ours;
    let (width, our_width) = (high - low, to - from);
    match () {
        () if high < middle => Verdict::TooLow(middle - high),
        () if low > middle => Verdict::TooHigh(low - middle),
        () if width < 0.5 * our_width => Verdict::TooNarrow,
        () if width > 2.0 * our_width => Verdict::TooWide,
        () => Verdict::Covers,
    }
}

/// Share of values inside a range, both ends included; 0 of none.
#[must_use]
pub fn inside((low, high): (f64, f64), values: &[f64]) -> f64 {
    if values.is_empty() {
        return 0.0;
    }
    let hits = values.iter().filter(|x| (low..=high).contains(*x)).count();
    hits as f64 / values.len() as f64
}

/// Mean interval score of a range meant to hold `1 - alpha` of the values; lower is better.
///
/// The width, plus 2/alpha times how far a value lies outside (Gneiting and Raftery 2007,
/// section 6.2). It is least in the mean for the true alpha/2 and 1 - alpha/2 quantiles. The width
/// alone without values; `alpha` above 0.
#[must_use]
pub fn interval_score((low, high): (f64, f64), alpha: f64, values: &[f64]) -> f64 {
    let outside = |x: &f64| (low - x).max(0.0) + (x - high).max(0.0);
    let missed: f64 = values.iter().map(outside).sum();
    (high - low) + 2.0 / alpha * missed / values.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_is_judged_by_where_it_lies_and_how_sure_it_is() {
        let ours = (0.22, 0.46, 0.73);
        assert_eq!(verdict((0.3, 0.6), ours), Verdict::Covers);
        assert_eq!(verdict((0.45, 0.5), ours), Verdict::TooNarrow);
        assert_eq!(verdict((-0.3, 0.99), ours), Verdict::TooWide);
        assert!(
            matches!(verdict((0.2, 0.4), ours), Verdict::TooLow(by) if (by - 0.06).abs() < 1e-9)
        );
        assert!(matches!(verdict((0.5, 0.6), ours), Verdict::TooHigh(_)));
    }

    #[test]
    fn the_interval_score_is_least_for_the_quantiles_it_asks_for() {
        let values: Vec<f64> = (0..1000).map(|i| f64::from(i) / 1000.0).collect();
        let score = |range| interval_score(range, 0.1, &values);
        let best = score((0.05, 0.95));
        assert!(score((0.2, 0.8)) > best && score((0.0, 1.0)) > best);
        // Uniform values: width 0.9 and a mean miss of 0.05^2 on both sides.
        assert!((best - (0.9 + 20.0 * 0.0025)).abs() < 2e-3, "{best}");
        assert!((inside((0.05, 0.95), &values) - 0.9).abs() < 2e-3);
    }
}
