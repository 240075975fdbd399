//! Looks and widgets: what is drawn, at any size, in every set of glyphs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod distribution;
mod fan;
mod look;
mod picture;
mod sizes;
mod small;
mod table;
mod tree;
