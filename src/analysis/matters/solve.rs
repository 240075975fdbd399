//! Least squares through the normal equations.

/// Solves `gram * x = right` for a symmetric positive matrix, stored row by row; none where it is
/// singular. A trace of ridge keeps nearly equal columns apart.
pub(super) fn solve(gram: &[f64], right: &[f64]) -> Option<Vec<f64>> {
    let size = right.len();
    let mut factor = gram.to_vec();
    let trace: f64 = (0..size).map(|i| gram[i * size + i]).sum();
    let ridge = 1e-10 * trace / size.max(1) as f64;
    for i in 0..size {
        factor[i * size + i] += ridge;
    }
    for i in 0..size {
        for j in 0..=i {
            let (above, own) = factor.split_at_mut(i * size);
            let other = if i == j {
                &own[..j]
            } else {
                &above[j * size..j * size + j]
            };
            let product: f64 = own[..j].iter().zip(other).map(|(a, b)| a * b).sum();
            let left = own[j] - product;
            if i == j {
                if left <= 0.0 || left.is_nan() {
                    return None;
                }
                own[j] = left.sqrt();
            } else {
                own[j] = left / above[j * size + j];
            }
        }
    }
    let mut x = right.to_vec();
    for i in 0..size {
        let row = &factor[i * size..i * size + i];
        let done: f64 = row.iter().zip(&x).map(|(a, b)| a * b).sum();
        x[i] = (x[i] - done) / factor[i * size + i];
    }
    for i in (0..size).rev() {
        let below = i + 1..size;
        let done: f64 = below.map(|j| factor[j * size + i] * x[j]).sum();
        x[i] = (x[i] - done) / factor[i * size + i];
    }
    Some(x)
}

/// Sum of products, in four strands.
pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let (mut sums, whole) = ([0.0; 8], a.len() / 8 * 8);
    for (a, b) in a[..whole].chunks_exact(8).zip(b[..whole].chunks_exact(8)) {
        for strand in 0..8 {
            sums[strand] += a[strand] * b[strand];
        }
    }
    let rest = a[whole..].iter().zip(&b[whole..]);
    sums.iter().sum::<f64>() + rest.map(|(a, b)| a * b).sum::<f64>()
}
