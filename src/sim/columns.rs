//! Which numbers are drawn, each once per draw, and under which key.

use std::collections::HashMap;

use super::error::PlanError;
use super::sample::{Sampler, Scale};
use crate::scenario::Quantity;

/// Where the uniform behind a column comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A dimension of the design (parameters, then catalogue effects).
    Dimension(usize),
    /// A stream of its own, keyed by what the number is for.
    Purpose(String),
}

/// One uncertain number.
#[derive(Clone, Debug)]
pub struct Column {
    /// Where its uniform comes from.
    pub origin: Origin,
    /// Its distribution.
    sampler: Sampler,
    /// Where its tails are held, when they reach beyond what the number can be.
    limits: Option<Limits>,
}

impl Column {
    /// Its median.
    pub fn median(&self) -> f64 {
        let median = self.sampler.median();
        self.limits
            .map_or(median, |(low, high)| median.clamp(low, high))
    }

    /// Turns uniform numbers (or standard normal ones) into values.
    pub fn evaluate(&self, numbers: &mut [f64], normal: bool) {
        let given = numbers.to_vec();
        if normal {
            self.sampler.fill_of_normals(&given, numbers);
        } else {
            self.sampler.fill(&given, numbers);
        }
        if let Some((low, high)) = self.limits {
            numbers
                .iter_mut()
                .for_each(|value| *value = value.clamp(low, high));
        }
    }
}

/// What a number can be, whatever its distribution says.
pub type Limits = (f64, f64);
/// Anything.
pub const UNLIMITED: Limits = (f64::NEG_INFINITY, f64::INFINITY);

/// First dimension of catalogue effects. Parameters and effects are both appended to, so each
/// has room of its own: a new parameter must not change the numbers of an effect.
pub const FIRST_EFFECT: usize = 64;

/// All columns of a plan; asking twice for the same number gives the same column.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    list: Vec<Column>,
    known: HashMap<Origin, usize>,
}

impl Columns {
    /// The column of a number, made when it is first asked for. Tails beyond `limits` are held
    /// there.
    ///
    /// # Errors
    /// The quantity is not a distribution on its scale.
    pub fn column(
        &mut self,
        origin: Origin,
        quantity: &Quantity,
        scale: Scale,
        limits: Limits,
    ) -> Result<usize, PlanError> {
        if let Some(known) = self.known.get(&origin) {
            return Ok(*known);
        }
        let sampler = Sampler::new(quantity, scale).map_err(|reason| PlanError::Quantity {
            place: place(&origin),
            reason,
        })?;
        let (low, high) = sampler.support();
        let limits = (low < limits.0 || high > limits.1).then_some(limits);
        self.list.push(Column {
            origin: origin.clone(),
            sampler,
            limits,
        });
        self.known.insert(origin, self.list.len() - 1);
        Ok(self.list.len() - 1)
    }

    /// The columns in order.
    pub fn list(&self) -> &[Column] {
        &self.list
    }
}

fn place(origin: &Origin) -> String {
    match origin {
        Origin::Dimension(number) => format!("catalogue number {number}"),
        Origin::Purpose(purpose) => purpose.clone(),
    }
}
