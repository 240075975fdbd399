//! The outer form of a RON file: brackets, names and atoms, each with its place in the text.
//!
//! Owns what is written where. Knows nothing of scenarios; decoding of numbers and texts is
//! left to the `ron` crate, so that both agree on every atom.

mod atom;
mod lexer;
mod parser;
mod position;
mod tree;

pub use parser::{Parsed, parse};
pub use position::{Lines, Position, Span, offset, position};
pub use tree::{Field, Form, Value};

pub(crate) use atom::{number, text};
