//! foretree: scenario trees of AI adoption, simulated on real country data.
//!
//! Data flows one way: a [`scenario`] is what people write and read; `sim` compiles it into a
//! flat plan and runs it; `analysis` answers questions about the raw numbers; `report` and `cli`
//! show the answers. Nothing to the left knows anything to its right.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod files;
pub mod jobs;
pub mod live;
pub mod look;
pub mod model;
pub mod report;
pub mod scenario;
pub mod screens;
pub mod seeds;
pub mod sim;
pub mod term;
pub mod widgets;
pub mod words;
pub mod workshop;
