//! Answers on numbers that are known from elsewhere: closed forms, published cases, other tools.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod attribution;
mod backcast;
mod backtest;
mod backtest_tables;
mod choices;
mod condition;
mod convergence;
mod dominance;
mod elicitation;
mod elicitation_pools;
mod elicitation_room;
mod elicitation_scores;
mod known;
mod matters;
mod oracles;
mod setbacks;
