//! Looks and widgets: what is drawn, at any size, in every set of glyphs.

mod fan;
mod look;
mod picture;
mod tree;
