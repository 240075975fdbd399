//! Choices: decision trees, rules of choice, regret, policy regions, the worth of information,
//! cost-effectiveness and equity.
//!
//! Works on small structs and plain arrays, where larger payoffs are always better; runs no
//! simulation and knows no scenario; how a plan becomes a tree is for
//! those who know plans (`live::choices`).

#![allow(
    clippy::indexing_slicing,
    reason = "children stand before their parents and columns have equal lengths by construction"
)]

mod ahead;
mod average;
mod cost;
mod equity;
mod fault;
mod information;
mod matrix;
mod piecewise;
mod regions;
mod roll;
mod smooth;
mod states;
mod strategy;
mod tail;
mod tree;

pub use ahead::{CLEARLY, Difference};
pub use cost::{CostEffect, Standing, acceptability, best_within, standings};
pub use equity::{MOST_AVERSE, equally_distributed};
pub use fault::ChoiceFault;
pub use information::{
    Information, LEAST_RUNS, event_information, partial_information, perfect_information,
};
pub use matrix::{Payoffs, REGRET_LEVELS, Regret, highest, lowest};
pub use regions::{
    Lever, Map, Regions, Stretch, one_way, one_way_payoff, option_values, set, two_way,
};
pub use roll::{Rolled, Rule, roll_back};
pub use states::States;
pub use strategy::{
    Strategy, all_strategies, ends_of, hindsight, run_values, state_values, strategies,
};
pub use tree::{DecisionTree, Node, NodeId, Odds};
