//! The hash that chains one line to the line before it.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// What stands for the hash of the line before the first.
pub const BEFORE_THE_FIRST: &str =
    "0000000000000000000000000000000000000000000000000000000000000000";

/// The hash of a line: SHA-256 of the hash before it (64 hexadecimal digits), a line feed and the
/// line's JSON; 64 hexadecimal digits, lower case.
#[must_use]
pub fn hash(previous: &str, json: &[u8]) -> String {
    let mut sha = Sha256::new();
    sha.update(previous.as_bytes());
    sha.update(b"\n");
    sha.update(json);
    hexadecimal(&sha.finalize())
}

/// SHA-256 of some bytes, 64 hexadecimal digits.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes as hexadecimal digits, lower case.
pub(in crate::workshop) fn hexadecimal(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing into a text cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The first so many hexadecimal digits of the SHA-256 of a text.
pub(in crate::workshop) fn hexadecimal_of(text: &str, digits: usize) -> String {
    digest(text.as_bytes()).chars().take(digits).collect()
}
