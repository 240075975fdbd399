//! Who may come in: codes and public keys. How often somebody may try is the server's to say.

mod code;
mod keys;
mod store;

pub use code::{Code, Kind, same};
pub use keys::{Key, KeyFault, read_keys};
pub(in crate::workshop) use store::write_secret;
pub use store::{Access, AccessFault, Codes};
