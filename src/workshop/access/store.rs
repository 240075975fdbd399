//! The codes of a workshop, kept as salted hashes.

use std::fs;
use std::io;
use std::path::Path;

use pbkdf2::pbkdf2_hmac_array;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::code::{Code, Kind, same};
use super::keys::{Key, KeyFault, read_keys};
use crate::workshop::record::hexadecimal;

/// Rounds of PBKDF2: some milliseconds for a guess, together with codes that nobody guesses in
/// the tries that the server leaves.
const ROUNDS: u32 = 20_000;

/// Why there is no access.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccessFault {
    /// The file cannot be read or written.
    #[error("{0}")]
    System(String),
    /// It holds something else.
    #[error("codes cannot be read")]
    Unreadable,
    /// A line of the public keys is wrong.
    #[error(transparent)]
    Key(#[from] KeyFault),
    /// The system has no random numbers.
    #[error("no random numbers")]
    NoRandom,
}

/// Codes in the clear: shown once, when they are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Codes {
    /// For everybody.
    pub join: Code,
    /// For the trainer.
    pub trainer: Code,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Hashed {
    salt: String,
    rounds: u32,
    hash: String,
}

/// Who may come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    join: Hashed,
    trainer: Hashed,
    /// Public keys of members.
    pub keys: Vec<Key>,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    join: Hashed,
    trainer: Hashed,
}

impl Hashed {
    fn of(code: &Code) -> Result<Self, AccessFault> {
        let mut salt = [0; 16];
        getrandom::fill(&mut salt).map_err(|_| AccessFault::NoRandom)?;
        let salt = hexadecimal(&salt);
        Ok(Self {
            hash: hash(code, &salt, ROUNDS),
            salt,
            rounds: ROUNDS,
        })
    }

    fn is(&self, code: &Code) -> bool {
        // A file with other hands in it must not keep us busy for ever.
        let rounds = self.rounds.clamp(1, 10 * ROUNDS);
        let hash = hash(code, &self.salt, rounds);
        same(hash.as_bytes(), self.hash.as_bytes())
    }
}

/// PBKDF2 with HMAC-SHA-256 (RFC 8018), hexadecimal.
fn hash(code: &Code, salt: &str, rounds: u32) -> String {
    let letters = code.letters();
    let bytes: [u8; 32] =
        pbkdf2_hmac_array::<Sha256, 32>(letters.as_bytes(), salt.as_bytes(), rounds);
    hexadecimal(&bytes)
}

impl Access {
    /// Makes new codes and keeps their hashes in the folder `keys`; older ones are worth nothing
    /// from then on.
    ///
    /// # Errors
    /// If nothing can be written, or the system has no random numbers.
    pub fn make(keys: &Path) -> Result<Codes, AccessFault> {
        let code = |kind| Code::new(kind).map_err(|_| AccessFault::NoRandom);
        let codes = Codes {
            join: code(Kind::Join)?,
            trainer: code(Kind::Trainer)?,
        };
        let stored = Stored {
            join: Hashed::of(&codes.join)?,
            trainer: Hashed::of(&codes.trainer)?,
        };
        let text = serde_json::to_string_pretty(&stored).map_err(|_| AccessFault::Unreadable)?;
        write_secret(&keys.join("codes.json"), &format!("{text}\n"))
            .map_err(|error| AccessFault::System(error.to_string()))?;
        Ok(codes)
    }

    /// Reads codes and public keys (`authorized_keys`, which may be missing).
    ///
    /// # Errors
    /// If one of them cannot be read.
    pub fn open(keys: &Path) -> Result<Self, AccessFault> {
        let system = |error: io::Error| AccessFault::System(error.to_string());
        let text = fs::read_to_string(keys.join("codes.json")).map_err(system)?;
        let stored: Stored = serde_json::from_str(&text).map_err(|_| AccessFault::Unreadable)?;
        let lines = match fs::read_to_string(keys.join("authorized_keys")) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            other => other.map_err(system)?,
        };
        Ok(Self {
            join: stored.join,
            trainer: stored.trainer,
            keys: read_keys(&lines)?,
        })
    }

    /// Is this the code for everybody?
    #[must_use]
    pub fn is_join(&self, code: &Code) -> bool {
        self.join.is(code)
    }

    /// Is this the trainer's code?
    #[must_use]
    pub fn is_trainer(&self, code: &Code) -> bool {
        self.trainer.is(code)
    }
}

/// Writes a file that only its owner can read, in one step.
pub(in crate::workshop) fn write_secret(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    io::Write::write_all(&mut file, text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use tempfile::tempdir;

    use super::*;

    #[test]
    fn only_the_right_code_opens_and_no_code_is_kept_in_the_clear() {
        let folder = tempdir().unwrap();
        let codes = Access::make(folder.path()).unwrap();
        let access = Access::open(folder.path()).unwrap();
        assert!(access.is_join(&Code::typed(&codes.join.to_string().to_uppercase())));
        assert!(access.is_trainer(&codes.trainer));
        assert!(!access.is_trainer(&codes.join) && !access.is_join(&codes.trainer));
        assert!(!access.is_join(&Code::typed("")));
        let text = fs::read_to_string(folder.path().join("codes.json")).unwrap();
        assert!(!text.contains(codes.join.letters()) && !text.contains(codes.trainer.letters()));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_the_hashes() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempdir().unwrap();
        Access::make(folder.path()).unwrap();
        let about = fs::metadata(folder.path().join("codes.json")).unwrap();
        assert_eq!(about.permissions().mode() & 0o777, 0o600);
    }
}
