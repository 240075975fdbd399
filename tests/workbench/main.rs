//! The workbench without a terminal: keys in, edits and screens out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod assumptions;
mod choices;
mod depth;
mod desk;
mod filter;
mod frame;
mod hints;
mod keys;
mod leaving;
mod life;
mod looks;
mod loops;
mod matters;
mod outcomes;
mod pictures;
mod replays;
mod room;
mod run;
mod runs;
mod sessions;
mod setbacks;
mod sight;
mod sizes;
mod support;
mod undo;
