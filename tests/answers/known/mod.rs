//! Cases that specialists know: textbooks, closed forms and other tools.

mod extremes;
mod games;
mod iris;
mod sensitivity;
mod trees;
mod weights;
