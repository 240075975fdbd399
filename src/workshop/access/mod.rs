//! Who may come in: codes, public keys, and how often somebody may try.

mod code;
mod keys;
mod limiter;
mod store;

pub use code::{Code, Kind, same};
pub use keys::{Key, KeyFault, read_keys};
pub use limiter::{Limiter, Wait};
pub(in crate::workshop) use store::write_secret;
pub use store::{Access, AccessFault, Codes};
