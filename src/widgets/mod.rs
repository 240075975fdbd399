//! Pieces of a picture: charts, tables, trees, fields. They know plain values and a look, no app.

mod shorten;
pub use shorten::shorten;
