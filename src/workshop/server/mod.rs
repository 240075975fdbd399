//! The workshop's server: people come with an SSH client and are in the workshop.
//!
//! Owns sockets, codes and keys at the door, limits, and one thread for each client with a
//! workbench of its own. Gives no shell and carries out nothing but our own commands on scenarios of
//! the caller's own sandbox. What a workshop *is* stands behind [`House`]; this module never looks
//! into its folder, except for the key by which clients know the server.

mod backend;
mod caps;
mod command;
mod desk;
mod door;
mod fence;
mod handler;
mod hosted;
mod house;
mod input;
mod key;
mod limits;
mod line;
mod listen;
mod log;
mod session;
mod watched;

pub use hosted::Hosted;
pub use house::{Caller, Guest, House, Knock, Prompt, Seat};
pub use key::{HostKey, KeyFault};
pub use limits::Limits;
pub use listen::{ServeFault, Server, Stop};
pub use log::{Log, News};
