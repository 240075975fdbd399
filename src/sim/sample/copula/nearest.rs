//! The nearest correlation matrix to one that cannot be.
//!
//! Higham (2002), *Computing the nearest correlation matrix*, IMA J. Numer. Anal. 22: projecting in
//! turn on the matrices without negative eigenvalues, with Dykstra's correction, and on those with
//! ones on the diagonal. Only ever a suggestion: no number that is drawn comes from here.

use nalgebra::{DMatrix, SymmetricEigen};

const ROUNDS: usize = 2_000;
const CLOSE: f64 = 1e-9;

/// The nearest correlation matrix in the Frobenius norm, to about 1e-8.
pub(super) fn nearest(matrix: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let n = matrix.len();
    let mut near = DMatrix::from_fn(n, n, |i, j| matrix[i][j]);
    let mut correction = DMatrix::zeros(n, n);
    for _ in 0..ROUNDS {
        let lifted = &near - &correction;
        let projected = without_negative(&lifted);
        correction = &projected - &lifted;
        let mut next = projected;
        next.fill_diagonal(1.0);
        let moved = (&next - &near).amax();
        near = next;
        if moved < CLOSE {
            break;
        }
    }
    (0..n)
        .map(|i| (0..n).map(|j| near[(i, j)]).collect())
        .collect()
}

/// The nearest symmetric matrix without negative eigenvalues.
fn without_negative(matrix: &DMatrix<f64>) -> DMatrix<f64> {
    let n = matrix.nrows();
    let eigen = SymmetricEigen::new(matrix.clone());
    DMatrix::from_fn(n, n, |i, j| {
        // Both halves from the same products, so that rounding keeps them equal.
        let (i, j) = (i.min(j), i.max(j));
        let parts = eigen
            .eigenvalues
            .iter()
            .zip(eigen.eigenvectors.column_iter());
        parts
            .map(|(value, vector)| value.max(0.0) * vector[i] * vector[j])
            .sum()
    })
}
