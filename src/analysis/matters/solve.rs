//! Least squares through the normal equations.

/// Solves `gram * x = right` for a symmetric positive matrix, of which the lower triangle is given
/// row after row; none where it is singular. A trace of ridge keeps nearly equal columns apart.
pub(super) fn solve(gram: &[f64], right: &[f64]) -> Option<Vec<f64>> {
    let size = right.len();
    let start = |row: usize| row * (row + 1) / 2;
    let mut factor = gram.to_vec();
    let trace: f64 = (0..size).map(|i| gram[start(i) + i]).sum();
    let ridge = 1e-10 * trace / size.max(1) as f64;
    for i in 0..size {
        factor[start(i) + i] += ridge;
        let (above, own) = factor.split_at_mut(start(i));
        for j in 0..=i {
            let (before, rest) = own.split_at_mut(j);
            if i == j {
                let left = rest[0] - before.iter().map(|a| a * a).sum::<f64>();
                if left <= 0.0 || left.is_nan() {
                    return None;
                }
                rest[0] = left.sqrt();
            } else {
                let other = &above[start(j)..=start(j) + j];
                let product: f64 = before.iter().zip(other).map(|(a, b)| a * b).sum();
                rest[0] = (rest[0] - product) / other[j];
            }
        }
    }
    let mut x = right.to_vec();
    for i in 0..size {
        let row = &factor[start(i)..start(i) + i];
        let done: f64 = row.iter().zip(&x).map(|(a, b)| a * b).sum();
        x[i] = (x[i] - done) / factor[start(i) + i];
    }
    for i in (0..size).rev() {
        let found = x[i] / factor[start(i) + i];
        x[i] = found;
        let row = &factor[start(i)..start(i) + i];
        for (left, value) in x.iter_mut().zip(row) {
            *left -= found * value;
        }
    }
    Some(x)
}
