//! What makes two paths the same file, and a short name for it.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// The path without links and detours. Of a file that does not exist yet its folder counts.
#[must_use]
pub fn canonical(path: &Path) -> PathBuf {
    if let Ok(found) = fs::canonicalize(path) {
        return found;
    }
    let folder = path.parent().filter(|parent| *parent != Path::new(""));
    let folder = fs::canonicalize(folder.unwrap_or(Path::new(".")));
    match (folder, path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => std::path::absolute(path).unwrap_or_else(|_| path.to_owned()),
    }
}

/// A short name for a file, the same whichever way it is reached.
#[must_use]
pub fn key(path: &Path) -> String {
    format!(
        "{:016x}",
        digest(canonical(path).as_os_str().as_encoded_bytes())
    )
}

/// The first 64 bits of the SHA-256 of some bytes.
pub(super) fn digest(bytes: &[u8]) -> u64 {
    let hash = Sha256::digest(bytes);
    hash.iter()
        .take(8)
        .fold(0, |number, byte| number << 8 | u64::from(*byte))
}
