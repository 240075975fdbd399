//! (being written)
pub mod sample;
