//! Inputs set against one output.

use super::factors::{Glance, Prepared, Table};
use super::order::{correlation, levels, order, tie_ends};
use super::terms::Basis;
use super::{Fault, Settings};

/// Inputs set against one output.
#[derive(Clone, Debug)]
pub struct Against<'a> {
    table: &'a Table,
    pub(super) columns: &'a [Prepared],
    /// The output.
    pub(super) values: Vec<f64>,
    /// Its variance, above 0.
    pub(super) variance: f64,
    /// Its mean.
    pub(super) mean: f64,
    /// Cases in the order of the output.
    pub(super) order: Vec<u32>,
    /// Ends of groups of equal values along that order.
    pub(super) ends: Vec<u32>,
    /// Ranks scaled to 0..1.
    pub(super) levels: Vec<f64>,
}

impl<'a> Against<'a> {
    pub(super) fn new(table: &'a Table, values: Vec<f64>) -> Result<Self, Fault> {
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        let variance = values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / count;
        let order = order(&values);
        let ends = tie_ends(&values, &order);
        if !variance.is_finite() {
            return Err(Fault::NotANumber { factor: None });
        }
        // Sums of equal values may round to a variance of almost nothing.
        if ends.len() < 2 || variance <= 0.0 {
            return Err(Fault::Constant);
        }
        Ok(Against {
            columns: &table.columns,
            table,
            mean,
            variance,
            levels: levels(&order, &ends),
            order,
            ends,
            values,
        })
    }

    /// What surrogates are made of, the same for every output.
    pub(super) fn basis(&self) -> &'a Basis {
        self.table.basis()
    }

    /// Cases that count: each once, where all were given equally often.
    #[must_use]
    pub fn cases(&self) -> usize {
        self.values.len()
    }

    /// Variance of the output, in its unit squared.
    #[must_use]
    pub fn variance(&self) -> f64 {
        self.variance
    }

    /// Spearman's rank correlation of each input with the output, -1..1; none for kinds and
    /// constants.
    #[must_use]
    pub fn rank_correlations(&self) -> Vec<Option<f64>> {
        let of = |column: &Prepared| match column {
            Prepared::Number { levels, .. } => correlation(levels, &self.levels),
            Prepared::Kind { .. } => None,
        };
        self.columns.iter().map(of).collect()
    }

    /// Rank correlation and first-order share of every input.
    pub(super) fn glances(&self, settings: &Settings) -> Vec<Glance> {
        let shares = self.first_order(settings).into_iter();
        let both = self.rank_correlations().into_iter().zip(shares);
        let glance = |(correlation, share)| Glance { correlation, share };
        both.map(glance).collect()
    }
}
