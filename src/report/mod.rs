//! The findings without a screen: what `run` and `compare` print for people and for programs.
//!
//! Owns the shapes of the JSON, CSV and text that leave the program. Computes nothing new: whoever
//! simulates fills these shapes, and everything here only shows them.

pub mod compare;
pub mod look;
pub mod paragraph;
pub mod run;
pub mod spark;
pub mod stats;
pub mod table;
