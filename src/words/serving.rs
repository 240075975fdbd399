//! What happens at the door of a workshop, in words.

use crate::tell;
use crate::workshop::server::{KeyFault, News, ServeFault};
use crate::workshop::texts::plain_line;

/// Letters of a name in the log.
const MOST: usize = 60;

/// A line of the log. Names are written without anything that commands a terminal.
#[must_use]
pub fn news(news: &News) -> String {
    let plain = |text: &str| plain_line(text, MOST);
    match news {
        News::Came { address, name } => tell!(
            "serve-came",
            address = address.to_string(),
            name = plain(name)
        ),
        News::Left { name } => tell!("serve-left", name = plain(name)),
        News::Wrong { address, user } => tell!(
            "serve-wrong",
            address = address.to_string(),
            name = plain(user)
        ),
        News::TooMany(address) => tell!("serve-too-many", address = address.to_string()),
        News::Crowded(address) => tell!("serve-crowded", address = address.to_string()),
        News::Silent(address) => tell!("serve-silent", address = address.to_string()),
        News::Full(address) => tell!("serve-was-full", address = address.to_string()),
        News::Command { name, line } => tell!(
            "serve-command",
            name = plain(name),
            line = plain_line(line, 200)
        ),
        News::Panicked { name, reason } => tell!(
            "serve-panic",
            name = plain(name),
            reason = plain_line(reason, 200)
        ),
    }
}

/// Why there is no key.
#[must_use]
pub fn of_key(fault: &KeyFault) -> String {
    match fault {
        KeyFault::Open(path) => tell!("serve-key-open", path = path.display().to_string()),
        KeyFault::Broken(path, reason) => tell!(
            "serve-key-broken",
            path = path.display().to_string(),
            reason = reason
        ),
        KeyFault::System(path, reason) => tell!(
            "serve-key-system",
            path = path.display().to_string(),
            reason = reason
        ),
    }
}

/// Why there is no server.
#[must_use]
pub fn of_serve(fault: &ServeFault) -> String {
    match fault {
        ServeFault::Address(address, reason) => tell!(
            "serve-no-address",
            address = address.to_string(),
            port = address.port().to_string(),
            reason = reason
        ),
        ServeFault::System(error) => tell!("serve-no-network", reason = error.to_string()),
    }
}
