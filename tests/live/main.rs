//! An open scenario: new weights without a new run, answers, work in the background.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod answers;
mod background;
mod choices;
mod comparing;
mod depth;
mod leading;
mod places;
mod reweighing;
mod setbacks;
