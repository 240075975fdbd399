//! Who gains, who loses, who pays, and the sentences that say it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod breakeven;
mod cases;
mod gains;
mod spoken;
