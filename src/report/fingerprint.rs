//! Sixteen hex digits that change when a scenario or the catalogue changes.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::files::to_ron;
use crate::scenario::Scenario;
use crate::seeds::FILES;

/// SHA-256 of the canonical scenario and of every embedded table, first 16 hex digits.
pub fn fingerprint(scenario: &Scenario) -> String {
    let mut hash = Sha256::new();
    hash.update(to_ron(scenario));
    for (name, text) in FILES {
        hash.update(name);
        hash.update([0]);
        hash.update(text);
    }
    let digest = hash.finalize();
    digest.iter().take(8).fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
