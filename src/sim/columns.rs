//! Which numbers are drawn, each once per draw, and under which key.

use std::collections::HashMap;

use super::error::PlanError;
use super::sample::{Sampler, Scale};
use crate::scenario::Quantity;

/// Where the uniform behind a column comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
    pub sampler: Sampler,
}

/// All columns of a plan; asking twice for the same number gives the same column.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    list: Vec<Column>,
    known: HashMap<Origin, usize>,
}

impl Columns {
    /// The column of a number, made when it is first asked for.
    ///
    /// # Errors
    /// The quantity is not a distribution on its scale.
    pub fn column(&mut self, origin: Origin, quantity: &Quantity, scale: Scale) -> Result<usize, PlanError> {
        if let Some(known) = self.known.get(&origin) {
            return Ok(*known);
        }
        let sampler = Sampler::new(quantity, scale)
            .map_err(|reason| PlanError::Quantity { place: place(&origin), reason })?;
        self.list.push(Column { origin: origin.clone(), sampler });
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
