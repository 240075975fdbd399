//! Where a rising function reaches a level.

/// The place between `low` and `high` at which a function that never falls reaches `level`, by
/// halving; the ends where it lies beyond. Exact to the last bits of a double.
pub(super) fn rising(level: f64, low: f64, high: f64, value: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (low, high);
    for _ in 0..200 {
        let middle = low + 0.5 * (high - low);
        if middle <= low || middle >= high {
            break;
        }
        if value(middle) < level {
            low = middle;
        } else {
            high = middle;
        }
    }
    low + 0.5 * (high - low)
}

/// As [`rising`], from 0 upwards without an end: doubles until the level is passed.
pub(super) fn rising_from_zero(level: f64, value: impl Fn(f64) -> f64) -> f64 {
    let mut high = 1.0;
    while value(high) < level && high < 1e300 {
        high *= 2.0;
    }
    rising(level, 0.0, high, value)
}
