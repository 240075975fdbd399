//! From a scenario to raw numbers: compiling, drawing, walking the tree.
//!
//! Every path of a tree sees the same draws; probabilities are laid over the results afterwards
//! as weights. This room starts no threads and prints nothing.

#![allow(
    clippy::indexing_slicing,
    reason = "rows and columns are numbered by the compiler of the plan; bounds are its own"
)]
#![allow(
    clippy::inline_always,
    reason = "a function that is not inlined loses the caller's vector instructions"
)]

pub mod action;
mod branch_actions;
pub mod chunk;
pub mod columns;
pub mod compile;
pub mod condition;
pub mod derived;
pub mod dispatch;
pub mod ensemble;
pub mod error;
mod grow;
pub mod hindcast;
pub mod kernel;
pub mod layout;
pub mod odds;
pub mod plan;
pub mod program;
pub mod redraw;
mod resplit;
pub mod sample;
pub mod sheet;
pub mod sketch;

pub use compile::PlanOptions;
pub use condition::{Condition, ConditionFault};
pub use ensemble::Ensemble;
pub use error::PlanError;
pub use layout::{Layout, Value};
pub use plan::Plan;
