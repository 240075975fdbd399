//! The key by which clients know the server: made once, kept, and refused if others can read it.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rand::TryRng;
use rand::rngs::SysRng;
use russh::keys::ssh_key::LineEnding;
use russh::keys::ssh_key::private::Ed25519Keypair;
use russh::keys::{HashAlg, PrivateKey};
use thiserror::Error;

/// Name of the file.
const FILE: &str = "host_ed25519";

/// The server's key.
#[derive(Clone, Debug)]
pub struct HostKey(PrivateKey);

/// Why there is no key.
#[derive(Debug, Error)]
pub enum KeyFault {
    /// Others than the owner may read the file.
    #[error("others may read {0}")]
    Open(PathBuf),
    /// The file holds something else.
    #[error("{0} holds no key: {1}")]
    Broken(PathBuf, String),
    /// The system refuses.
    #[error("{0}: {1}")]
    System(PathBuf, String),
}

impl HostKey {
    /// The key of a folder; it is made if there is none (Ed25519, folder 0700, file 0600).
    ///
    /// # Errors
    /// A key that others may read or nobody can, and a folder that cannot be written.
    pub fn of(folder: &Path) -> Result<Self, KeyFault> {
        let path = folder.join(FILE);
        match fs::symlink_metadata(&path) {
            Ok(found) => read(&path, &found).map(Self),
            Err(error) if error.kind() == ErrorKind::NotFound => make(folder, &path).map(Self),
            Err(error) => Err(system(&path, &error)),
        }
    }

    /// What clients show when they see the key for the first time: `SHA256:…`.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let public = self.0.public_key();
        public.fingerprint(HashAlg::Sha256).to_string()
    }

    pub(super) fn private(&self) -> PrivateKey {
        self.0.clone()
    }
}

fn system(path: &Path, error: &io::Error) -> KeyFault {
    KeyFault::System(path.to_owned(), error.to_string())
}

fn read(path: &Path, found: &fs::Metadata) -> Result<PrivateKey, KeyFault> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if !found.is_file() || found.permissions().mode() & 0o077 != 0 {
            return Err(KeyFault::Open(path.to_owned()));
        }
    }
    let _ = found;
    let text = fs::read_to_string(path).map_err(|error| system(path, &error))?;
    let broken =
        |error: russh::keys::ssh_key::Error| KeyFault::Broken(path.to_owned(), error.to_string());
    PrivateKey::from_openssh(text).map_err(broken)
}

fn make(folder: &Path, path: &Path) -> Result<PrivateKey, KeyFault> {
    let mut seed = [0_u8; 32];
    let refused = |reason: String| KeyFault::System(path.to_owned(), reason);
    let drawn = SysRng.try_fill_bytes(&mut seed);
    drawn.map_err(|error| refused(error.to_string()))?;
    let key = PrivateKey::from(Ed25519Keypair::from_seed(&seed));
    let text = key.to_openssh(LineEnding::LF);
    let text = text.map_err(|error| refused(error.to_string()))?;
    let written = folder_for_one(folder).and_then(|()| write_for_one(path, text.as_bytes()));
    written.map_err(|error| system(path, &error))?;
    Ok(key)
}

#[cfg(unix)]
fn folder_for_one(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

#[cfg(unix)]
fn write_for_one(path: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = fs::OpenOptions::new();
    let mut file = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(not(unix))]
fn folder_for_one(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(not(unix))]
fn write_for_one(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::write(path, bytes)
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn the_key_is_made_once_and_only_its_owner_can_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let keys = folder.path().join("keys");
        let first = HostKey::of(&keys).unwrap().fingerprint();
        assert!(first.starts_with("SHA256:"));
        assert_eq!(HostKey::of(&keys).unwrap().fingerprint(), first);
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&keys), mode(&keys.join(FILE))), (0o700, 0o600));
    }

    #[test]
    fn a_key_that_others_can_read_or_that_is_none_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        HostKey::of(folder.path()).unwrap();
        let path = folder.path().join(FILE);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(HostKey::of(folder.path()), Err(KeyFault::Open(_))));
        fs::write(&path, "no key").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        assert!(matches!(
            HostKey::of(folder.path()),
            Err(KeyFault::Broken(..))
        ));
    }
}
