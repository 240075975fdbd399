//! The triangular factor of a correlation matrix, singular ones included.
//!
//! Written out rather than taken from a library: those at hand refuse the singular matrices that
//! perfect correlations make, and their sums may be fused on some machines.

/// A pivot below this counts as 0: rounding leaves about 1e-16 where exact arithmetic leaves 0.
const ZERO_PIVOT: f64 = 1e-12;
/// Next to a zero pivot nothing larger than this may stand; its square is a zero pivot.
const ZERO_REST: f64 = 1e-6;
/// Share of independence mixed into a matrix so close to impossible that rounding decides.
const LENIENCE: f64 = 1e-9;

/// Lower triangle, row by row; each row has squares summing to 1.
pub(super) type Factor = Vec<Vec<f64>>;

/// Cholesky factor of a matrix with ones on the diagonal; `None` where it has a negative
/// eigenvalue, that is, where no random numbers can be correlated like that.
pub(super) fn factor(matrix: &[Vec<f64>]) -> Option<Factor> {
    triangle(matrix).or_else(|| triangle(&milder(matrix)))
}

fn triangle(matrix: &[Vec<f64>]) -> Option<Factor> {
    let mut rows: Factor = Vec::with_capacity(matrix.len());
    for (i, wanted) in matrix.iter().enumerate() {
        let mut row = Vec::with_capacity(i + 1);
        for (j, other) in rows.iter().enumerate() {
            let rest = wanted[j] - dot(&row, other);
            let pivot = other[j];
            if pivot == 0.0 && rest.abs() > ZERO_REST {
                return None;
            }
            row.push(if pivot == 0.0 { 0.0 } else { rest / pivot });
        }
        let pivot = wanted[i] - dot(&row, &row);
        if pivot < -ZERO_PIVOT {
            return None;
        }
        row.push(if pivot < ZERO_PIVOT {
            0.0
        } else {
            pivot.sqrt()
        });
        rows.push(row);
    }
    Some(rows)
}

/// Eliminating nearly dependent rows one after the other magnifies rounding; a trace of
/// independence bounds that.
fn milder(matrix: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut milder = matrix.to_vec();
    for (i, row) in milder.iter_mut().enumerate() {
        for (j, r) in row.iter_mut().enumerate() {
            if i != j {
                *r *= 1.0 - LENIENCE;
            }
        }
    }
    milder
}

/// Sum of products over the shorter length.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}
