//! The workbench without a terminal: keys in, edits and screens out.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod assumptions;
mod desk;
mod frame;
mod keys;
mod outcomes;
mod run;
