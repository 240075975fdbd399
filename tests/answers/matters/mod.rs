//! What matters: sensitivity against closed forms, invariances and stated error rates.

mod closed_forms;
mod errors;
mod invariances;
mod scenarios;
pub mod support;
