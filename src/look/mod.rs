//! How things look: roles, themes, depth of colour, sets of glyphs.
//!
//! The only place that names colours.
