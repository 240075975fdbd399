//! Scenario discovery: what the runs that end in a setback have in common, and what foretells them.
//!
//! Works on plain columns, one row per run: [`Table`] holds numbers and categories, which rows are
//! setbacks, and weights. [`prim`] finds boxes (Friedman and Fisher 1999; Bryant and Lempert 2010),
//! [`cart`] grows a tree as a second opinion (Breiman and others 1984), [`signposts`] looks for
//! early quantities that announce a setback. Runs no simulation and starts no thread.
//!
//! ```
//! use foretree::analysis::setbacks::{Column, Prepared, Table, prim::{Options, first_box}};
//!
//! let a: Vec<f64> = (0..1000).map(|i| f64::from(i % 100) / 100.0).collect();
//! let b: Vec<f64> = (0..1000).map(|i| f64::from(i / 10) / 100.0).collect();
//! let setback: Vec<bool> = a.iter().zip(&b).map(|(a, b)| *a > 0.6 && *b < 0.3).collect();
//! let columns = vec![Column::Numbers(&a), Column::Numbers(&b)];
//! let rows = Prepared::new(Table { columns, setback: &setback, weights: None })?;
//! let found = first_box(&rows, &Options::default())?;
//! assert_eq!(found.answer.restrictions.len(), 2);
//! assert!(found.answer.fit.density > 0.95 && found.answer.fit.coverage > 0.95);
//! # Ok::<(), foretree::analysis::setbacks::Fault>(())
//! ```

#[doc(alias = "classification tree")]
pub mod cart;
mod fault;
#[doc(alias = "scenario discovery")]
#[doc(alias = "bump hunting")]
pub mod prim;
mod random;
pub mod signposts;
mod table;

pub use fault::{Fault, LEAST_CASES};
pub use table::{Column, Fit, Prepared, Table};
