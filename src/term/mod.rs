//! The only event loop, generic over the backend; life-cycle of the terminal; pacing.
//!
//! Takes the terminal over, reads it, paces what is written to it and gives it back as it was.
//! Knows nothing of scenarios.

#![deny(clippy::indexing_slicing)]

mod clerk;
pub mod clipboard;
pub mod colour;
pub mod credit;
mod drive;
mod fault;
pub mod guard;
pub mod input;
mod keys;
#[cfg(unix)]
mod kin;
mod local;
mod measured;
pub mod pace;
pub mod panics;
mod redraw;
mod replay;
mod seats;
pub mod signals;
mod suspend;
mod wish;
mod world;

pub use fault::TermFault;
pub use guard::Guard;
pub use local::{OpenFault, open};
pub use measured::{Measured, Written};
pub use redraw::draw_anew;
pub use replay::{ReplayFault, Session};
pub use seats::Seats;
pub use wish::{OpenWish, WorkshopWish};
pub use world::{Office, Outstanding, RoomDoor};

pub use drive::{World, drive};
