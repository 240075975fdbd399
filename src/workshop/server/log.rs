//! What happens at the door, for the one who runs the server.

use std::net::IpAddr;
use std::sync::Arc;

/// Who hears of it. Called from several threads.
pub type Log = Arc<dyn Fn(News) + Send + Sync>;

/// One thing that happened. Names are texts of strangers: write them harmlessly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Somebody took a seat.
    Came {
        /// From where.
        address: IpAddr,
        /// Whose seat.
        name: String,
    },
    /// Somebody left it.
    Left {
        /// Whose seat.
        name: String,
    },
    /// A wrong code or key.
    Wrong {
        /// From where.
        address: IpAddr,
        /// The name before the `@`.
        user: String,
    },
    /// So many wrong codes and keys that this one was not looked at.
    TooMany(IpAddr),
    /// A connection that was not taken because too many have shown nothing yet.
    Crowded(IpAddr),
    /// A connection that showed nothing in time.
    Silent(IpAddr),
    /// Nobody more fits in.
    Full(IpAddr),
    /// Somebody carried out a command.
    Command {
        /// Whose seat.
        name: String,
        /// The command.
        line: String,
    },
    /// The program failed one client; the others go on.
    Panicked {
        /// Whose seat.
        name: String,
        /// What the program said.
        reason: String,
    },
}
