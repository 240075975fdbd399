//! Parameters that move together: a Gaussian copula.
//!
//! Named parameters get correlated standard normal numbers with the rank correlations asked for;
//! all others, and the first named one, keep their numbers. A rank correlation rho needs the
//! correlation r = 2 sin(pi rho / 6) between the normal numbers (Pearson 1907).

mod factor;
mod nearest;
mod rank;

use factor::{Factor, factor};
use nearest::nearest;
use rank::{of_pearson, to_pearson};
use thiserror::Error;

/// Two parameters, by their place in the catalogue, and their rank correlation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// One parameter.
    pub first: usize,
    /// The other one.
    pub second: usize,
    /// Spearman's rank correlation, -1 to 1.
    pub rank: f64,
}

/// What a pair of named parameters would have to become.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// One parameter.
    pub first: usize,
    /// The other one; larger than `first`.
    pub second: usize,
    /// The rank correlation given; `None` where none was, which means 0.
    pub given: Option<f64>,
    /// The nearest possible one, to three decimals. All of them together are possible.
    pub nearest: f64,
}

/// Why correlations cannot be used.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum CopulaError {
    /// Not a number between -1 and 1.
    #[error("rank correlation {}", .0.rank)]
    OutOfRange(Pair),
    /// A parameter with itself.
    #[error("parameter {0} with itself")]
    WithItself(usize),
    /// The same two parameters twice.
    #[error("parameters {0} and {1} twice")]
    Repeated(usize, usize),
    /// No numbers can be correlated like this. Lists every pair of the named parameters that was
    /// given or has to change.
    #[error("impossible together")]
    Impossible(Vec<Change>),
}

/// Correlated parameters and how to mix their normal numbers.
#[derive(Clone, Debug)]
pub struct Copula {
    members: Vec<usize>,
    factor: Factor,
}

impl Copula {
    /// From the correlations given; pairs of named parameters without one are uncorrelated.
    ///
    /// # Errors
    /// See [`CopulaError`]. Perfect correlations (1 and -1) are possible.
    pub fn new(pairs: &[Pair]) -> Result<Self, CopulaError> {
        let given = Given::new(pairs)?;
        let pearson = given
            .ranks
            .iter()
            .map(|row| row.iter().map(|r| to_pearson(*r)).collect());
        let pearson: Vec<Vec<f64>> = pearson.collect();
        match factor(&pearson) {
            Some(factor) => Ok(Copula {
                members: given.members,
                factor,
            }),
            None => Err(CopulaError::Impossible(
                given.changes(&possible(&nearest(&pearson))),
            )),
        }
    }

    /// The parameters concerned, by their place in the catalogue, rising.
    pub fn members(&self) -> &[usize] {
        &self.members
    }

    /// Replaces columns of independent standard normal numbers, one for each member in the order of
    /// [`Self::members`], by correlated ones. The first column keeps its numbers.
    ///
    /// # Panics
    /// When there are fewer columns than members, or the columns differ in length.
    pub fn mix(&self, columns: &mut [&mut [f64]]) {
        // From the last: a column needs only itself and those before it.
        for (row, weights) in self.factor.iter().enumerate().rev() {
            let (before, rest) = columns.split_at_mut(row);
            let column = &mut *rest[0];
            for z in column.iter_mut() {
                *z *= weights[row];
            }
            for (weight, other) in weights.iter().zip(before) {
                for (z, other) in column.iter_mut().zip(&other[..]) {
                    *z += weight * other;
                }
            }
        }
    }
}

/// The correlations given, as a matrix over the members.
struct Given {
    members: Vec<usize>,
    ranks: Vec<Vec<f64>>,
    written: Vec<(usize, usize)>,
}

impl Given {
    fn new(pairs: &[Pair]) -> Result<Self, CopulaError> {
        let mut members: Vec<usize> = pairs.iter().flat_map(|p| [p.first, p.second]).collect();
        members.sort_unstable();
        members.dedup();
        let n = members.len();
        let mut ranks = vec![vec![0.0; n]; n];
        for (i, row) in ranks.iter_mut().enumerate() {
            row[i] = 1.0;
        }
        let mut written = Vec::new();
        for pair in pairs {
            if !(-1.0..=1.0).contains(&pair.rank) {
                return Err(CopulaError::OutOfRange(*pair));
            }
            let (low, high) = (pair.first.min(pair.second), pair.first.max(pair.second));
            if low == high {
                return Err(CopulaError::WithItself(low));
            }
            let place = |member| members.partition_point(|m| *m < member);
            let (i, j) = (place(low), place(high));
            if written.contains(&(i, j)) {
                return Err(CopulaError::Repeated(low, high));
            }
            written.push((i, j));
            ranks[i][j] = pair.rank;
            ranks[j][i] = pair.rank;
        }
        Ok(Given {
            members,
            ranks,
            written,
        })
    }

    fn changes(&self, nearest: &[Vec<f64>]) -> Vec<Change> {
        let n = self.members.len();
        let pairs = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
        pairs
            .map(|(i, j)| Change {
                first: self.members[i],
                second: self.members[j],
                given: self.written.contains(&(i, j)).then(|| self.ranks[i][j]),
                nearest: nearest[i][j],
            })
            .filter(|change| change.given.is_some() || change.nearest != 0.0)
            .collect()
    }
}

/// Rank correlations of a matrix, to three decimals, drawn towards 0 until rounding leaves them
/// possible.
fn possible(pearson: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut shrunk = Vec::new();
    for thousandth in 0..=1000 {
        let keep = 1.0 - f64::from(thousandth) / 1000.0;
        shrunk = rounded(pearson, keep);
        let again: Vec<Vec<f64>> = shrunk
            .iter()
            .map(|row| row.iter().map(|r| to_pearson(*r)).collect())
            .collect();
        if factor(&again).is_some() {
            break;
        }
    }
    shrunk
}

fn rounded(pearson: &[Vec<f64>], keep: f64) -> Vec<Vec<f64>> {
    let round = |i: usize, j: usize, r: f64| {
        if i == j {
            1.0
        } else {
            (of_pearson(r * keep) * 1000.0).round() / 1000.0 + 0.0
        }
    };
    let row = |(i, row): (usize, &Vec<f64>)| {
        row.iter()
            .enumerate()
            .map(|(j, r)| round(i, j, *r))
            .collect()
    };
    pearson.iter().enumerate().map(row).collect()
}

#[cfg(test)]
mod tests;
