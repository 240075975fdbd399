//! How the mean of some numbers depends on one input, from given draws.
//!
//! Penalised splines (Eilers and Marx 1996): cubic B-splines over the normal scores of the input's
//! ranks, second differences penalised, the penalty chosen by generalised cross-validation.
//! Ranks make the answer the same for any monotone scale of the input, and normal scores keep
//! a linear effect of a normal input linear.

use nalgebra::{Cholesky, DMatrix, DVector, Dyn};

use crate::model::math::probit;

/// B-splines of the basis.
const BASIS: usize = 12;
/// Degree of the splines.
const DEGREE: usize = 3;
/// Places at which the fit is looked at, equally many draws in between.
pub(super) const PLACES: usize = 256;
/// Penalties that are tried, as powers of ten of the size of the normal equations.
const PENALTIES: [f64; 13] = [
    -6.0, -5.0, -4.0, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 1.0, 2.0, 4.0,
];

/// Smooth means of several numbers along one input.
pub(super) struct Smooth {
    /// Basis at the places, place by coefficient.
    places: DMatrix<f64>,
    /// Fitted coefficients of each number.
    pub(super) fits: Vec<Fit>,
    /// Cholesky factor of the correlation of what the fits leave over, number by number.
    together: DMatrix<f64>,
}

/// Fitted coefficients with the root of their covariance.
pub(super) struct Fit {
    coefficients: DVector<f64>,
    root: DMatrix<f64>,
}

impl Smooth {
    /// Fits all numbers; `None` if the input is constant or the equations have no solution. Weights
    /// are 0 or more, 1 for a whole case.
    pub(super) fn fit(input: &[f64], numbers: &[Vec<f64>], weights: &[f64]) -> Option<Self> {
        let scores = normal_scores(input, weights)?;
        let (low, high) = (scores.first()?.1, scores.last()?.1);
        let knots = Knots { low, high };
        let mut rows: Vec<Row> = vec![Row::default(); input.len()];
        for (case, score) in &scores {
            let (first, values) = knots.basis(*score);
            rows[*case] = Row {
                first,
                values,
                weight: weights[*case],
            };
        }
        let gram = gram(&rows);
        let penalty = penalty();
        let mut fits = Vec::with_capacity(numbers.len());
        for number in numbers {
            fits.push(best_fit(&rows, &gram, &penalty, number)?);
        }
        let left: Vec<Vec<f64>> = fits
            .iter()
            .zip(numbers)
            .map(|(fit, number)| left_over(&rows, &fit.coefficients, number))
            .collect();
        Some(Smooth {
            places: places(&scores, weights, &knots),
            fits,
            together: correlation_root(&left),
        })
    }

    /// Fitted means at the places, one column for each number.
    pub(super) fn means(&self) -> Vec<DVector<f64>> {
        let fits = self.fits.iter();
        fits.map(|fit| &self.places * &fit.coefficients).collect()
    }

    /// The same for other coefficients that the draws allow, given standard normal numbers (of the
    /// numbers and coefficients, in this order).
    pub(super) fn another(&self, normal: &mut impl FnMut() -> f64) -> Vec<DVector<f64>> {
        let count = self.fits.len();
        let raw = DMatrix::from_fn(count, BASIS, |_, _| normal());
        let joint = &self.together * raw;
        let fits = self.fits.iter().enumerate();
        fits.map(|(number, fit)| {
            let luck: DVector<f64> = joint.row(number).transpose();
            &self.places * (&fit.coefficients + &fit.root * luck)
        })
        .collect()
    }
}

/// The basis at places with equally much weight in between, place by coefficient.
fn places(scores: &[(usize, f64)], weights: &[f64], knots: &Knots) -> DMatrix<f64> {
    let total: f64 = scores.iter().map(|(case, _)| weights[*case]).sum();
    let mut places = DMatrix::zeros(PLACES, BASIS);
    let (mut at, mut passed) = (0, 0.0);
    for p in 0..PLACES {
        let goal = (2 * p + 1) as f64 * total / (2 * PLACES) as f64;
        while at + 1 < scores.len() && passed + weights[scores[at].0] <= goal {
            passed += weights[scores[at].0];
            at += 1;
        }
        let (first, values) = knots.basis(scores[at].1);
        for (k, value) in values.iter().enumerate() {
            places[(p, first + k)] = *value;
        }
    }
    places
}

/// Cases that have weight, in order, with the normal scores of their ranks (Blom 1958); equal values
/// share their mean rank. `None` if all are equal.
fn normal_scores(input: &[f64], weights: &[f64]) -> Option<Vec<(usize, f64)>> {
    let mut order: Vec<usize> = (0..input.len()).filter(|c| weights[*c] > 0.0).collect();
    order.sort_unstable_by(|a, b| input[*a].total_cmp(&input[*b]));
    let count: f64 = order.iter().map(|case| weights[*case]).sum();
    let mut scores = Vec::with_capacity(order.len());
    let mut before = 0.0;
    for group in order.chunk_by(|a, b| input[*a] == input[*b]) {
        if group.len() == order.len() {
            return None;
        }
        let own: f64 = group.iter().map(|case| weights[*case]).sum();
        let rank = before + f64::midpoint(own, 1.0);
        let score = probit((rank - 0.375) / (count + 0.25));
        scores.extend(group.iter().map(|case| (*case, score)));
        before += own;
    }
    Some(scores)
}

/// The splines that are not zero at a case, and how much it counts.
#[derive(Clone, Copy, Default)]
struct Row {
    first: usize,
    values: [f64; DEGREE + 1],
    weight: f64,
}

/// Evenly spaced knots.
struct Knots {
    low: f64,
    high: f64,
}

impl Knots {
    /// The first spline that is not zero, and the values of it and its neighbours.
    fn basis(&self, x: f64) -> (usize, [f64; DEGREE + 1]) {
        let pieces = BASIS - DEGREE;
        let scaled = (x - self.low) / (self.high - self.low) * pieces as f64;
        let piece = (scaled.max(0.0) as usize).min(pieces - 1);
        let t = scaled - piece as f64;
        // Uniform cubic B-splines.
        let (t2, t3) = (t * t, t * t * t);
        let values = [
            (1.0 - t).powi(3) / 6.0,
            (3.0 * t3 - 6.0 * t2 + 4.0) / 6.0,
            (-3.0 * t3 + 3.0 * t2 + 3.0 * t + 1.0) / 6.0,
            t3 / 6.0,
        ];
        (piece, values)
    }
}

fn gram(rows: &[Row]) -> DMatrix<f64> {
    let mut gram = DMatrix::zeros(BASIS, BASIS);
    for row in rows {
        for (i, a) in row.values.iter().enumerate() {
            for (j, b) in row.values.iter().enumerate() {
                gram[(row.first + i, row.first + j)] += row.weight * (a * b);
            }
        }
    }
    gram
}

/// Second differences, squared.
fn penalty() -> DMatrix<f64> {
    let mut differences = DMatrix::zeros(BASIS - 2, BASIS);
    for row in 0..BASIS - 2 {
        differences[(row, row)] = 1.0;
        differences[(row, row + 1)] = -2.0;
        differences[(row, row + 2)] = 1.0;
    }
    differences.transpose() * differences
}

/// The fit whose penalty has the best generalised cross-validation score.
fn best_fit(
    rows: &[Row],
    gram: &DMatrix<f64>,
    penalty: &DMatrix<f64>,
    number: &[f64],
) -> Option<Fit> {
    let count: f64 = rows.iter().map(|row| row.weight).sum();
    let mut moments = DVector::zeros(BASIS);
    for (row, y) in rows.iter().zip(number) {
        for (k, value) in row.values.iter().enumerate() {
            moments[row.first + k] += row.weight * (value * y);
        }
    }
    let squares = rows.iter().zip(number);
    let square: f64 = squares.map(|(row, y)| row.weight * (y * y)).sum();
    let size = gram.trace() / BASIS as f64;
    let mut best: Option<Trial> = None;
    for power in PENALTIES {
        let mut all = gram + penalty * (size * 10_f64.powf(power));
        // A basis function without draws leaves its coefficient to its neighbours.
        for k in 0..BASIS {
            all[(k, k)] += size * 1e-10;
        }
        let solver = Cholesky::new(all)?;
        let coefficients = solver.solve(&moments);
        let left = square - 2.0 * coefficients.dot(&moments)
            + (coefficients.transpose() * gram * &coefficients)[(0, 0)];
        let freedom = solver.solve(gram).trace();
        let left = left.max(0.0);
        let score = left * count / (count - freedom).powi(2);
        if best.as_ref().is_none_or(|old| score < old.score) {
            best = Some(Trial {
                score,
                variance: left / (count - freedom),
                coefficients,
                solver,
            });
        }
    }
    let best = best?;
    // Of A = L L', the inverse has the root L^-T.
    let inverse = best.solver.l().try_inverse()?;
    Some(Fit {
        coefficients: best.coefficients,
        root: inverse.transpose() * best.variance.sqrt(),
    })
}

/// A fit with one penalty.
struct Trial {
    /// Generalised cross-validation, smaller is better.
    score: f64,
    /// Of what is left over.
    variance: f64,
    coefficients: DVector<f64>,
    solver: Cholesky<f64, Dyn>,
}

/// What a fit leaves over in each case, times the root of how much the case counts.
fn left_over(rows: &[Row], coefficients: &DVector<f64>, number: &[f64]) -> Vec<f64> {
    let fitted = |row: &Row| -> f64 {
        let all = row.values.iter().enumerate();
        all.map(|(k, v)| v * coefficients[row.first + k]).sum()
    };
    let rows = rows.iter().zip(number);
    rows.map(|(row, y)| row.weight.sqrt() * (y - fitted(row)))
        .collect()
}

/// Lower Cholesky factor of the correlations; the identity where they have none.
fn correlation_root(left: &[Vec<f64>]) -> DMatrix<f64> {
    let count = left.len();
    let dot = |a: &[f64], b: &[f64]| -> f64 { a.iter().zip(b).map(|(a, b)| a * b).sum() };
    let sizes: Vec<f64> = left.iter().map(|own| dot(own, own).sqrt()).collect();
    let correlation = DMatrix::from_fn(count, count, |i, j| {
        if i == j {
            1.0 + 1e-9
        } else if sizes[i] > 0.0 && sizes[j] > 0.0 {
            dot(&left[i], &left[j]) / (sizes[i] * sizes[j])
        } else {
            0.0
        }
    });
    Cholesky::new(correlation).map_or_else(|| DMatrix::identity(count, count), |c| c.l())
}
