//! A sparse polynomial that stands in for the model: terms are taken up one batch after the other by
//! what they explain of what is left (orthogonal matching pursuit; Tropp and Gilbert 2007), as in
//! sparse polynomial chaos (Blatman and Sudret 2011).

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::against::Against;
use super::moments::{Moments, STRANDS};
use super::product::sums;
use super::terms::{Basis, Term, bundles, products, singles};

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

/// Chosen terms and what they do together.
pub(super) struct Surrogate {
    pub(super) terms: Vec<Term>,
    /// Products of the terms with each other and the output, over all cases.
    pub(super) moments: Moments,
    /// Share of the variance of cases kept back that the terms explain, chosen and fitted on the
    /// others.
    pub(super) checked: f64,
}

impl Surrogate {
    pub(super) fn new(against: &Against<'_>) -> Self {
        let basis = against.basis();
        let output = basis.cases.iter();
        let output: Vec<f64> = output
            .map(|case| against.values[*case] - against.mean)
            .collect();
        let mut search = Search::new(basis, &output);
        search.take_up(&singles(&basis.functions), &[]);
        let strong = search.strongest();
        let mut all = singles(&basis.functions);
        all.extend(products(&basis.functions, &strong, basis.reach));
        search.take_up(&all, &strong);
        search.done()
    }
}

/// A search for terms on the cases that are not kept back.
struct Search<'a> {
    basis: &'a Basis,
    output: &'a [f64],
    terms: Vec<Term>,
    /// Their values, cases kept back included.
    columns: Vec<Cow<'a, [f64]>>,
    coefficients: Vec<f64>,
    /// What is left of the output.
    left: Vec<f64>,
    moments: Moments,
}

impl<'a> Search<'a> {
    fn new(basis: &'a Basis, output: &'a [f64]) -> Self {
        Search {
            basis,
            output,
            terms: Vec::new(),
            columns: Vec::new(),
            coefficients: Vec::new(),
            left: output[..basis.fitted].to_vec(),
            moments: Moments::new(0..basis.fitted, output),
        }
    }

    /// Takes up terms while some stand out from noise.
    fn take_up(&mut self, candidates: &[Term], strong: &[usize]) {
        let most = MOST_TERMS.min(self.output.len() / CASES_PER_TERM);
        let (terms, bundles) = bundles(&self.basis.functions, candidates, strong);
        let mut taken: BTreeSet<Term> = self.terms.iter().cloned().collect();
        for _ in 0..ROUNDS {
            let spread: f64 = self.left.iter().map(|v| v * v).sum();
            let mut scores: Vec<(f64, &Term)> = Vec::new();
            for (score, term) in sums(&self.left, &bundles).into_iter().zip(&terms) {
                // Compared with the noise of the whole residual, less what the term itself takes.
                let own = score * score / self.left.len() as f64;
                let rest = (spread - own).max(1e-9 * spread);
                if score.abs() > STANDS_OUT * rest.sqrt() && !taken.contains(term) {
                    scores.push((score.abs(), term));
                }
            }
            scores.sort_by(|a, b| b.0.total_cmp(&a.0));
            // What is far weaker than the strongest may be its shadow: it waits a round.
            let best = scores.first().map_or(0.0, |(score, _)| *score);
            let room = most.saturating_sub(self.terms.len()).min(BATCH);
            let batch = scores.into_iter().filter(|(score, _)| *score > 0.1 * best);
            let batch: Vec<Term> = batch.take(room).map(|(_, term)| term.clone()).collect();
            taken.extend(batch.iter().cloned());
            if batch.is_empty() || spread <= 0.0 || !self.fit(batch) {
                return;
            }
        }
    }

    /// Adds terms and fits all again; false where they cannot be told apart.
    fn fit(&mut self, batch: Vec<Term>) -> bool {
        for term in batch {
            self.columns.push(term.values(&self.basis.functions));
            self.terms.push(term);
            self.moments.push(&self.columns, self.output);
        }
        let Some(found) = self.moments.fit(&[1; STRANDS]) else {
            return false;
        };
        self.coefficients = found.coefficients;
        self.left = self.left_in(0..self.basis.fitted);
        true
    }

    /// What the terms leave of the output in a range of cases.
    fn left_in(&self, cases: std::ops::Range<usize>) -> Vec<f64> {
        let mut left = self.output[cases.clone()].to_vec();
        for (column, coefficient) in self.columns.iter().zip(&self.coefficients) {
            for (left, value) in left.iter_mut().zip(&column[cases.clone()]) {
                *left -= coefficient * value;
            }
        }
        left
    }

    /// Inputs whose terms explain most so far, then all others as far as there is room.
    fn strongest(&self) -> Vec<usize> {
        let mut shares = vec![0.0; self.basis.functions.len()];
        for (term, coefficient) in self.terms.iter().zip(&self.coefficients) {
            for (factor, _) in &term.0 {
                shares[*factor] += coefficient * coefficient;
            }
        }
        let mut order: Vec<usize> = (0..shares.len()).collect();
        order.sort_by(|a, b| shares[*b].total_cmp(&shares[*a]));
        order.truncate(STRONG);
        order
    }

    /// Share of the variance of the cases kept back that is explained.
    fn checked(&self) -> f64 {
        let back = self.basis.fitted..self.output.len();
        let own = &self.output[back.clone()];
        let mean = own.iter().sum::<f64>() / own.len() as f64;
        let whole: f64 = own.iter().map(|v| (v - mean).powi(2)).sum();
        let errors: f64 = self.left_in(back).iter().map(|v| v * v).sum();
        if whole > 0.0 {
            1.0 - errors / whole
        } else {
            0.0
        }
    }

    fn done(self) -> Surrogate {
        let checked = self.checked();
        let mut back = Moments::new(self.basis.fitted..self.output.len(), self.output);
        for count in 1..=self.columns.len() {
            back.push(&self.columns[..count], self.output);
        }
        Surrogate {
            terms: self.terms,
            moments: self.moments.join(&back),
            checked,
        }
    }
}
