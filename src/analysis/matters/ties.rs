//! Which ranks of a ranking cannot be told apart. Plain intervals in, ranges of places out.

use std::ops::Range;

/// Runs of two places and more that are about the same, in the order of the ranking: the interval of
/// each place overlaps with that of the first place of its run. The next run starts where one does not.
///
/// `intervals` are (low, high) in the order of the ranking; one that is not a number overlaps with
/// none.
///
/// ```
/// use foretree::analysis::matters::ties;
///
/// let shares = [(0.30, 0.40), (0.20, 0.25), (0.18, 0.22), (0.15, 0.19), (0.01, 0.02)];
/// assert_eq!(ties(&shares).first(), Some(&(1..3)));
/// ```
#[must_use]
pub fn ties(intervals: &[(f64, f64)]) -> Vec<Range<usize>> {
    let overlap = |one: (f64, f64), other: (f64, f64)| one.0 <= other.1 && other.0 <= one.1;
    let mut runs = Vec::new();
    let mut from = 0;
    while let Some(first) = intervals.get(from) {
        let rest = intervals.get(from + 1..).unwrap_or_default();
        let same = rest.iter().take_while(|one| overlap(*first, **one)).count();
        if same > 0 {
            runs.push(from..from + same + 1);
        }
        from += same + 1;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_ends_where_an_interval_misses_that_of_its_first_place() {
        assert!(ties(&[]).is_empty());
        assert!(ties(&[(0.1, 0.2)]).is_empty());
        let within = [(0.1, 0.2), (0.2, 0.3), (0.15, 0.16)];
        assert_eq!(ties(&within).first(), Some(&(0..3)));
        let chained = [(0.5, 0.6), (0.4, 0.5), (0.3, 0.4), (0.2, 0.3)];
        assert_eq!(ties(&chained), [0..2, 2..4]);
    }

    #[test]
    fn what_is_no_number_is_the_same_as_nothing() {
        let missing = (f64::NAN, f64::NAN);
        assert!(ties(&[missing, missing, (0.1, 0.2)]).is_empty());
    }
}
