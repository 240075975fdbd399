//! An open scenario that is simulated while people talk: runs in the background, new weights at
//! once, answers to the questions that screens ask.
//!
//! Knows plans, ensembles and findings; never files, keys or drawing.

pub mod breakeven;
