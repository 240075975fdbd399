//! Public keys of members: lines as OpenSSH writes them, with our own options before them.
//!
//! ```text
//! role="trainer" ssh-ed25519 AAAAC3Nza… anna@laptop
//! role="table",table="Blue" ssh-ed25519 AAAAC3Nza… blue
//! ```

use sha2::{Digest, Sha256};

use crate::workshop::Role;
use crate::workshop::sandbox::table_id;

/// Kinds of keys that are taken.
const KINDS: [&str; 6] = [
    "ssh-ed25519",
    "ssh-rsa",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ssh-ed25519@openssh.com",
];

/// One public key and what its owner may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What its owner may do; a table unless the line says otherwise.
    pub role: Role,
    /// Name of the table; none = the user name proposes it.
    pub table: Option<String>,
    /// Kind of the key, such as `ssh-ed25519`.
    pub kind: String,
    /// The key itself, in base 64.
    pub key: String,
    /// What stands behind it.
    pub comment: String,
}

/// Why a line is no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// An option that is not ours.
    #[error("line {line}: no such option: {option}")]
    Option {
        /// Number of the line, from 1.
        line: usize,
        /// The option.
        option: String,
    },
    /// No such role.
    #[error("line {line}: no such role: {role}")]
    Role {
        /// Number of the line, from 1.
        line: usize,
        /// The role.
        role: String,
    },
    /// The name cannot be one of a table.
    #[error("line {line}: no name for a table: {name}")]
    Table {
        /// Number of the line, from 1.
        line: usize,
        /// The name.
        name: String,
    },
    /// No key of a kind that we know, in base 64.
    #[error("line {line}: no public key")]
    NoKey {
        /// Number of the line, from 1.
        line: usize,
    },
}

impl Key {
    /// The fingerprint as OpenSSH shows it, `SHA256:…`.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let bytes = decoded(&self.key).unwrap_or_default();
        format!("SHA256:{}", encoded(&Sha256::digest(bytes)))
    }
}

/// Reads the keys of a text, one on a line; empty lines and `#` lines are passed over.
///
/// # Errors
/// The first line that is wrong: a key that was meant to be refused must not slip through.
pub fn read_keys(text: &str) -> Result<Vec<Key>, KeyFault> {
    let lines = text
        .lines()
        .zip(1..)
        .map(|(text, line)| (text.trim(), line));
    let lines = lines.filter(|(text, _)| !text.is_empty() && !text.starts_with('#'));
    lines.map(|(text, line)| read_key(text, line)).collect()
}

fn read_key(text: &str, line: usize) -> Result<Key, KeyFault> {
    let (options, rest) = if KINDS.iter().any(|kind| text.starts_with(kind)) {
        ("", text)
    } else {
        split_options(text).ok_or(KeyFault::NoKey { line })?
    };
    let mut words = rest.split_whitespace();
    let kind = words.next().filter(|kind| KINDS.contains(kind));
    let key = words.next().filter(|key| is_key(key, kind));
    let (Some(kind), Some(key)) = (kind, key) else {
        return Err(KeyFault::NoKey { line });
    };
    let mut read = Key {
        role: Role::Table,
        table: None,
        kind: kind.to_owned(),
        key: key.to_owned(),
        comment: words.collect::<Vec<_>>().join(" "),
    };
    for option in pieces(options) {
        take_option(&mut read, &option, line)?;
    }
    Ok(read)
}

fn take_option(key: &mut Key, option: &str, line: usize) -> Result<(), KeyFault> {
    let (name, value) = option.split_once('=').unwrap_or((option, ""));
    let value = value.trim_matches('"').to_owned();
    match name.trim() {
        "role" => {
            key.role = match value.as_str() {
                "trainer" => Role::Trainer,
                "table" => Role::Table,
                "observer" => Role::Observer,
                _ => return Err(KeyFault::Role { line, role: value }),
            }
        }
        "table" if table_id(&value).is_some() => key.table = Some(value),
        "table" => return Err(KeyFault::Table { line, name: value }),
        _ => {
            let option = option.to_owned();
            return Err(KeyFault::Option { line, option });
        }
    }
    Ok(())
}

/// Options end at the first blank outside quotes.
fn split_options(text: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let end = text.find(|letter: char| {
        quoted ^= letter == '"';
        letter.is_whitespace() && !quoted
    })?;
    Some(text.split_at(end))
}

/// Options are separated by commas outside quotes.
fn pieces(options: &str) -> Vec<String> {
    let mut quoted = false;
    let pieces = options.split(|letter: char| {
        quoted ^= letter == '"';
        letter == ',' && !quoted
    });
    let whole = pieces.filter(|piece| !piece.is_empty());
    whole.map(str::to_owned).collect()
}

/// A key in base 64 begins with the name of its own kind.
fn is_key(key: &str, kind: Option<&str>) -> bool {
    let (Some(bytes), Some(kind)) = (decoded(key), kind) else {
        return false;
    };
    let length = u32::try_from(kind.len()).unwrap_or(u32::MAX).to_be_bytes();
    let rest = bytes.strip_prefix(&length[..]);
    rest.is_some_and(|rest| rest.len() > kind.len() && rest.starts_with(kind.as_bytes()))
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes in base 64 without padding.
fn encoded(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let word = three.iter().zip([16, 8, 0]);
        let word = word.fold(0u32, |all, (byte, by)| all | u32::from(*byte) << by);
        for place in 0..=three.len() {
            let digit = (word >> (18 - 6 * place)) & 63;
            text.extend(DIGITS.get(digit as usize).map(|digit| char::from(*digit)));
        }
    }
    text
}

/// What base 64 means; `None` if it is none.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=');
    let mut bytes = Vec::new();
    for four in text.as_bytes().chunks(4) {
        let mut word = 0u32;
        for (place, digit) in four.iter().enumerate() {
            let value = DIGITS.iter().position(|known| known == digit)?;
            word |= u32::try_from(value).ok()? << (18 - 6 * place);
        }
        bytes.extend(word.to_be_bytes().into_iter().skip(1).take(four.len() - 1));
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ED25519: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

    #[test]
    fn a_line_says_who_may_do_what() {
        let text = format!(
            "# ours\n\nrole=\"trainer\" {ED25519} anna@laptop\n\
             role=\"table\",table=\"Blue, big\" {ED25519}\n{ED25519} somebody\n"
        );
        let keys = read_keys(&text).unwrap();
        let roles: Vec<Role> = keys.iter().map(|key| key.role).collect();
        assert_eq!(roles, [Role::Trainer, Role::Table, Role::Table]);
        assert_eq!(keys[1].table.as_deref(), Some("Blue, big"));
        assert_eq!(keys[0].comment, "anna@laptop");
        // GitHub publishes this fingerprint of its own key.
        assert_eq!(
            keys[0].fingerprint(),
            "SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU"
        );
    }

    #[test]
    fn a_line_that_is_not_understood_is_refused_with_its_number() {
        let fault = |text: &str| read_keys(text).unwrap_err();
        let line = |options: &str| format!("\n{options} {ED25519}");
        assert!(matches!(
            fault(&line("role=\"boss\"")),
            KeyFault::Role { line: 2, .. }
        ));
        assert!(matches!(
            fault(&line("command=\"sh\"")),
            KeyFault::Option { line: 2, .. }
        ));
        assert!(matches!(
            fault(&line("table=\"…\"")),
            KeyFault::Table { line: 2, .. }
        ));
        for bad in [
            "hello",
            "ssh-ed25519",
            "ssh-ed25519 !!!!",
            "ssh-rsa AAAAC3NzaC1lZDI1NTE5",
        ] {
            assert_eq!(fault(bad), KeyFault::NoKey { line: 1 });
        }
    }
}
