//! Products of columns with each other and with an output, by strand of cases.

use std::borrow::Cow;
use std::ops::Range;

use super::product::{Bundle, sums};
use super::solve::solve;

/// Strands of cases: what is drawn again as one.
pub(super) const STRANDS: usize = 24;

/// Sums over each strand; strands can be counted several times and added without looking at a case
/// again.
pub(super) struct Moments {
    /// First and last case of each strand.
    cases: Vec<Range<usize>>,
    /// By strand: products of columns with each other, the lower triangle row after row.
    grams: Vec<Vec<f64>>,
    /// By strand: products of columns with the output.
    rights: Vec<Vec<f64>>,
    /// By strand: the output squared.
    spreads: Vec<f64>,
}

impl Moments {
    /// Cuts a range of cases into strands; knows no column yet.
    pub(super) fn new(range: Range<usize>, output: &[f64]) -> Self {
        let end = |strand: usize| range.start + strand * range.len() / STRANDS;
        let cases: Vec<Range<usize>> = (0..STRANDS).map(|s| end(s)..end(s + 1)).collect();
        let spread = |own: &Range<usize>| output[own.clone()].iter().map(|v| v * v).sum();
        Moments {
            spreads: cases.iter().map(spread).collect(),
            grams: vec![Vec::new(); STRANDS],
            rights: vec![Vec::new(); STRANDS],
            cases,
        }
    }

    /// Takes up the last of the columns.
    pub(super) fn push(&mut self, columns: &[Cow<'_, [f64]>], output: &[f64]) {
        let Some(last) = columns.last() else { return };
        for (strand, own) in self.cases.iter().enumerate() {
            let others = columns.iter().map(|column| &column[own.clone()]);
            let bundle = Bundle {
                shared: Vec::new(),
                own: others
                    .chain(std::iter::once(&output[own.clone()]))
                    .collect(),
            };
            let mut found = sums(&last[own.clone()], &[bundle]);
            self.rights[strand].extend(found.pop());
            self.grams[strand].append(&mut found);
        }
    }

    /// The same columns in both ranges of cases.
    pub(super) fn join(mut self, other: &Moments) -> Self {
        for strand in 0..STRANDS {
            add(&mut self.grams[strand], &other.grams[strand], 1.0);
            add(&mut self.rights[strand], &other.rights[strand], 1.0);
            self.spreads[strand] += other.spreads[strand];
        }
        // Strands of the two ranges belong together; from here on only their lengths count.
        let length = |(a, b): (&Range<usize>, &Range<usize>)| 0..a.len() + b.len();
        self.cases = self.cases.iter().zip(&other.cases).map(length).collect();
        self
    }

    /// Least squares over strands counted so many times; none where columns cannot be told apart.
    pub(super) fn fit(&self, times: &[u16]) -> Option<Fitted> {
        let mut gram = vec![0.0; self.grams[0].len()];
        let mut right = vec![0.0; self.rights[0].len()];
        let (mut cases, mut spread) = (0.0, 0.0);
        for (strand, times) in times.iter().enumerate() {
            let times = f64::from(*times);
            if times > 0.0 {
                add(&mut gram, &self.grams[strand], times);
                add(&mut right, &self.rights[strand], times);
                cases += times * self.cases[strand].len() as f64;
                spread += times * self.spreads[strand];
            }
        }
        let coefficients = solve(&gram, &right)?;
        let parts = coefficients.iter().zip(&right);
        Some(Fitted {
            explained: parts.map(|(c, r)| c * r).sum(),
            coefficients,
            cases,
            spread,
        })
    }
}

/// Coefficients and what they leave.
pub(super) struct Fitted {
    /// By column.
    pub(super) coefficients: Vec<f64>,
    /// Sum of squares that they explain.
    pub(super) explained: f64,
    /// Cases, each as often as it counts.
    pub(super) cases: f64,
    /// Sum of squares of the output.
    pub(super) spread: f64,
}

fn add(to: &mut [f64], from: &[f64], times: f64) {
    for (to, from) in to.iter_mut().zip(from) {
        *to += times * from;
    }
}
