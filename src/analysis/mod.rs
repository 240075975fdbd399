//! Answers to questions about raw numbers; usable on plain arrays.
//!
//! Runs no simulation. Where to find what, by the names of the field:
//!
//! | question | method | where |
//! |---|---|---|
//! | what matters | Sobol indices, PAWN, Borgonovo's delta, Spearman, tornado | [`matters`] |
//! | | draws of a plan as columns | [`inputs`] |
//! | setbacks | scenario discovery: PRIM, CART, signposts | [`setbacks`] |
//! | choices | roll-back, maximin, minimax regret, Hurwicz, CVaR, satisficing, exponential utility | [`choices`] |
//! | | value of information: EVPI, EVPPI | [`choices::perfect_information`], [`choices::partial_information`], [`choices::event_information`] |
//! | | policy (strategy) regions, break-even | [`choices::one_way`], [`choices::two_way`], [`breakeven`] |
//! | | cost-effectiveness: ICER, dominance, acceptability; Atkinson | [`choices::standings`], [`choices::acceptability`], [`choices::equally_distributed`] |
//! | comparing | paired shares of runs | [`ahead`] |
//! | | first-order stochastic dominance | [`dominance`] |
//! | | Shapley values of a difference | [`attribution`] |
//! | targets | backcasting, the last useful year | [`backcast`] |
//! | enough runs? | standard errors, order statistics, effective size | [`convergence`] |
//! | trust | CRPS, PIT, coverage, interval score, rolling origins | [`backtest`] |
//! | judgements | SHELF fits, pools, metalog, IDEA and Delphi rounds, Kendall W, dip test, classical model | [`elicitation`] |
//! | all | weighted means and quantiles | [`weighted`] |
//!
//! Conventions that all of them share: larger payoffs are better; shares and probabilities are 0..1; a
//! weight says how much a run counts, 0 = as if it were not there, and a run that counts twice is
//! as good as two in every score, though standard errors know that it is one run only.

#![allow(
    clippy::indexing_slicing,
    reason = "columns have equal lengths by construction"
)]

pub mod ahead;
pub mod assumed;
pub mod attribution;
pub mod backcast;
pub mod backtest;
pub mod breakeven;
pub mod choices;
pub mod convergence;
pub mod cost;
pub mod dominance;
pub mod elicitation;
pub mod guess;
pub mod history;
pub mod inputs;
pub mod matters;
pub mod paired;
pub(crate) mod search;
pub mod setbacks;
pub(crate) mod splitmix;
pub mod subject;
pub mod summary;
pub mod weighted;
pub mod weights;
