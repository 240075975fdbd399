//! Pieces of a picture: charts, tables, trees, fields. They know plain values and a look, no app.
//!
//! Every widget is a struct of borrowed values, drawn by `Widget for &It`; none keeps state, holds
//! words of its own or panics at any size, down to a single cell. What a reader has to see survives
//! without colour and in ASCII.

mod axis;
pub mod bar;
pub mod distribution;
pub mod fan;
pub mod gauge;
pub mod grid;
pub mod lines;
pub mod marks;
mod pen;
pub mod scroll;
pub mod strip;
pub mod table;
pub mod text;
pub mod tree;

pub use text::shorten;
