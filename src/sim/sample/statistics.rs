//! Statistical tests with a stated error rate, for the tests of this room.
//!
//! Every limit is crossed by correct code once in 10,000 seeds (alpha = 1e-4). Seeds are fixed, so
//! a test that has passed once goes on passing until the code changes.

/// Two-sided normal limit for alpha = 1e-4.
pub(super) const TWO_SIDED: f64 = 3.891;
/// One-sided normal limit for alpha = 1e-4.
const ONE_SIDED: f64 = 3.719;

/// Asserts that numbers are uniform on 0..1 (Kolmogorov-Smirnov, asymptotic limit).
pub(super) fn assert_uniform(numbers: &[f64], what: &str) {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len() as f64;
    let distance = sorted
        .iter()
        .enumerate()
        .map(|(i, u)| (u - i as f64 / n).max((i + 1) as f64 / n - u))
        .fold(0.0, f64::max);
    // 2 exp(-2 x^2) = 1e-4.
    assert!(
        distance * n.sqrt() < 2.2253,
        "{what}: distance {distance} for {n} numbers"
    );
}

/// Asserts that counts agree with equal expectations (chi-square).
pub(super) fn assert_even(counts: &[u32], what: &str) {
    let total: f64 = counts.iter().map(|count| f64::from(*count)).sum();
    let expected = total / counts.len() as f64;
    assert!(expected >= 5.0, "{what}: too few for a chi-square test");
    let square: f64 = counts
        .iter()
        .map(|count| (f64::from(*count) - expected).powi(2) / expected)
        .sum();
    let degrees = counts.len() as f64 - 1.0;
    assert!(
        square < chi_square_limit(degrees, ONE_SIDED),
        "{what}: {square} for {degrees}"
    );
}

/// Asserts that a sum of squares of standard normal numbers is neither too large nor too small.
pub(super) fn assert_chi_square(square: f64, degrees: f64, what: &str) {
    let (low, high) = (
        chi_square_limit(degrees, -TWO_SIDED),
        chi_square_limit(degrees, TWO_SIDED),
    );
    assert!(
        low < square && square < high,
        "{what}: {square} outside {low}..{high}"
    );
}

/// Wilson and Hilferty (1931): the cube root of chi-square is nearly normal.
fn chi_square_limit(degrees: f64, z: f64) -> f64 {
    let spread = 2.0 / (9.0 * degrees);
    degrees * (1.0 - spread + z * spread.sqrt()).powi(3)
}

/// Correlation of two columns.
pub(super) fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let n = a.len().min(b.len()) as f64;
    let mean = |x: &[f64]| x.iter().sum::<f64>() / x.len() as f64;
    let (ma, mb) = (mean(a), mean(b));
    let spread = |x: &[f64], m: f64| x.iter().map(|v| (v - m).powi(2)).sum::<f64>() / n;
    let both = a
        .iter()
        .zip(b)
        .map(|(x, y)| (x - ma) * (y - mb))
        .sum::<f64>()
        / n;
    both / (spread(a, ma) * spread(b, mb)).sqrt()
}

/// Asserts that two columns do not correlate.
pub(super) fn assert_uncorrelated(a: &[f64], b: &[f64], what: &str) {
    let z = correlation(a, b) * (a.len().min(b.len()) as f64).sqrt();
    assert!(
        z.abs() < TWO_SIDED,
        "{what}: correlation {z} standard errors"
    );
}

/// Counts of pairs in a grid of 16 by 16 cells of the unit square.
pub(super) fn cells(a: &[f64], b: &[f64]) -> Vec<u32> {
    let mut counts = vec![0; 256];
    for (x, y) in a.iter().zip(b) {
        counts[((x * 16.0) as usize).min(15) * 16 + ((y * 16.0) as usize).min(15)] += 1;
    }
    counts
}

/// Ranks of the numbers of a column, 0 for the smallest.
pub(super) fn ranks_of(column: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..column.len()).collect();
    order.sort_by(|i, j| column[*i].total_cmp(&column[*j]));
    let mut ranks = vec![0.0; column.len()];
    for (rank, place) in order.into_iter().enumerate() {
        ranks[place] = rank as f64;
    }
    ranks
}
