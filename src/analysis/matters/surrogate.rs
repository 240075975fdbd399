//! A sparse polynomial that stands in for the model: terms are taken up one batch after the other by
//! what they explain of what is left (orthogonal matching pursuit; Tropp and Gilbert 2007), as in
//! sparse polynomial chaos (Blatman and Sudret 2011).

use super::against::Against;
use super::solve::{dot, solve};
use super::terms::{Functions, Reach, Term, products, singles};

/// Most terms.
const MOST_TERMS: usize = 140;
/// Cases for each term.
const CASES_PER_TERM: usize = 12;
/// Terms taken up at once, at most.
const BATCH: usize = 24;
/// Rounds of taking terms up.
const ROUNDS: usize = 12;
/// A term must stand out from noise by so many standard errors: with thousands of candidates
/// chance reaches 3.5.
const STANDS_OUT: f64 = 4.0;
/// Inputs whose products with all others are tried.
const STRONG: usize = 16;
/// Every so many-th case is kept back to check the fit.
const KEPT_BACK: usize = 5;

/// Chosen terms, their values and coefficients.
pub(super) struct Surrogate {
    pub(super) terms: Vec<Term>,
    pub(super) columns: Vec<Vec<f64>>,
    /// Share of the variance of cases kept back that the terms explain, chosen and fitted on the
    /// others.
    pub(super) checked: f64,
}

impl Surrogate {
    pub(super) fn new(against: &Against<'_>) -> Self {
        let reach = Reach::of(against.columns.len());
        let functions: Vec<Functions> = against
            .columns
            .iter()
            .map(|column| Functions::new(column, reach.single))
            .collect();
        let output: Vec<f64> = against.values.iter().map(|v| v - against.mean).collect();
        let is_back = |case: usize| case % KEPT_BACK == KEPT_BACK - 1;
        let mask: Vec<f64> = (0..output.len())
            .map(|c| f64::from(u8::from(!is_back(c))))
            .collect();
        let mut search = Search::new(&functions, &output, mask);
        search.take_up(singles(&functions));
        let strong = search.strongest(functions.len());
        let mut all = singles(&functions);
        all.extend(products(&functions, &strong, reach));
        search.take_up(all);
        Surrogate {
            checked: search.checked(),
            terms: search.terms,
            columns: search.columns,
        }
    }
}

/// A search for terms on the cases that are not kept back.
struct Search<'a> {
    functions: &'a [Functions],
    output: &'a [f64],
    mask: Vec<f64>,
    /// Cases in use.
    count: f64,
    terms: Vec<Term>,
    columns: Vec<Vec<f64>>,
    coefficients: Vec<f64>,
    /// What is left, 0 in cases kept back.
    left: Vec<f64>,
    gram: Vec<Vec<f64>>,
    right: Vec<f64>,
}

impl<'a> Search<'a> {
    fn new(functions: &'a [Functions], output: &'a [f64], mask: Vec<f64>) -> Self {
        let left = output.iter().zip(&mask).map(|(v, m)| v * m).collect();
        Search {
            functions,
            output,
            count: mask.iter().sum(),
            mask,
            terms: Vec::new(),
            columns: Vec::new(),
            coefficients: Vec::new(),
            left,
            gram: Vec::new(),
            right: Vec::new(),
        }
    }

    /// Takes up terms while some stand out from noise.
    fn take_up(&mut self, candidates: Vec<Term>) {
        let most = MOST_TERMS.min(self.output.len() / CASES_PER_TERM);
        for _ in 0..ROUNDS {
            let spread = dot(&self.left, &self.left);
            let mut scores: Vec<(f64, &Term)> = Vec::new();
            for term in &candidates {
                if self.terms.contains(term) {
                    continue;
                }
                let score = self.score(term);
                // Compared with the noise of the whole residual, less what the term itself takes.
                let rest = (spread - score * score / self.count).max(1e-9 * spread);
                if score.abs() > STANDS_OUT * rest.sqrt() {
                    scores.push((score.abs(), term));
                }
            }
            scores.sort_by(|a, b| b.0.total_cmp(&a.0));
            // What is far weaker than the strongest may be its shadow: it waits a round.
            let best = scores.first().map_or(0.0, |(score, _)| *score);
            let room = most.saturating_sub(self.terms.len()).min(BATCH);
            let batch = scores.into_iter().filter(|(score, _)| *score > 0.1 * best);
            let batch: Vec<Term> = batch.take(room).map(|(_, term)| term.clone()).collect();
            if batch.is_empty() || spread <= 0.0 || !self.fit(batch) {
                return;
            }
        }
    }

    /// Product of a term with what is left.
    fn score(&self, term: &Term) -> f64 {
        let of = |(factor, function): &(usize, usize)| &self.functions[*factor].values[*function];
        match term.0.as_slice() {
            [one] => dot(of(one), &self.left),
            [one, other] => dot3(of(one), of(other), &self.left),
            _ => dot(&term.values(self.functions), &self.left),
        }
    }

    /// Adds terms and fits all again; false where they cannot be told apart.
    fn fit(&mut self, batch: Vec<Term>) -> bool {
        for term in batch {
            let column = term.values(self.functions);
            let used: Vec<f64> = column.iter().zip(&self.mask).map(|(v, m)| v * m).collect();
            let mut row: Vec<f64> = self.columns.iter().map(|c| dot(c, &used)).collect();
            row.push(dot(&column, &used));
            self.gram.push(row);
            self.right.push(dot(self.output, &used));
            self.columns.push(column);
            self.terms.push(term);
        }
        let size = self.terms.len();
        let at = |i: usize, j: usize| self.gram[i.max(j)][i.min(j)];
        let whole: Vec<f64> = (0..size * size).map(|k| at(k / size, k % size)).collect();
        let Some(found) = solve(&whole, &self.right) else {
            return false;
        };
        self.coefficients = found;
        let fitted = fitted(&self.columns, &self.coefficients, self.output.len());
        for (case, left) in self.left.iter_mut().enumerate() {
            *left = (self.output[case] - fitted[case]) * self.mask[case];
        }
        true
    }

    /// Inputs whose terms explain most so far, then all others as far as there is room.
    fn strongest(&self, factors: usize) -> Vec<usize> {
        let mut shares = vec![0.0; factors];
        for (term, coefficient) in self.terms.iter().zip(&self.coefficients) {
            for (factor, _) in &term.0 {
                shares[*factor] += coefficient * coefficient;
            }
        }
        let mut order: Vec<usize> = (0..factors).collect();
        order.sort_by(|a, b| shares[*b].total_cmp(&shares[*a]));
        order.truncate(STRONG);
        order
    }

    /// Share of the variance of the cases kept back that is explained.
    fn checked(&self) -> f64 {
        let fitted = fitted(&self.columns, &self.coefficients, self.output.len());
        let (mut count, mut sum, mut squares, mut errors) = (0.0, 0.0, 0.0, 0.0);
        for (case, value) in self.output.iter().enumerate() {
            if self.mask[case] == 0.0 {
                count += 1.0;
                sum += value;
                squares += value * value;
                errors += (value - fitted[case]).powi(2);
            }
        }
        let whole = squares - sum * sum / count;
        if whole > 0.0 {
            1.0 - errors / whole
        } else {
            0.0
        }
    }
}

/// The surrogate's value in each case.
fn fitted(columns: &[Vec<f64>], coefficients: &[f64], cases: usize) -> Vec<f64> {
    let mut all = vec![0.0; cases];
    for (column, coefficient) in columns.iter().zip(coefficients) {
        for (to, value) in all.iter_mut().zip(column) {
            *to += coefficient * value;
        }
    }
    all
}

fn dot3(a: &[f64], b: &[f64], c: &[f64]) -> f64 {
    let mut sums = [0.0; 8];
    let whole = a.len() / 8 * 8;
    let chunks = a[..whole].chunks_exact(8).zip(b[..whole].chunks_exact(8));
    for ((a, b), c) in chunks.zip(c[..whole].chunks_exact(8)) {
        for strand in 0..8 {
            sums[strand] += a[strand] * b[strand] * c[strand];
        }
    }
    let rest = (whole..a.len()).map(|i| a[i] * b[i] * c[i]);
    sums.iter().sum::<f64>() + rest.sum::<f64>()
}
