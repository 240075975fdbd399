//! Writing scenario files so that a crash leaves the old file or the new one, never half of one.

use super::{Fault, to_ron};
use crate::scenario::Scenario;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// Saves a scenario in its canonical form.
///
/// The text goes to a new file in the same directory, is flushed to the disk and then takes the
/// place of the old file in one step. Permissions of an existing file are kept; a symbolic link
/// stays a link.
///
/// # Errors
/// [`Fault::Unwritable`]; the old file is then untouched.
pub fn save(path: impl AsRef<Path>, scenario: &Scenario) -> Result<(), Fault> {
    let path = path.as_ref();
    write_atomically(path, to_ron(scenario).as_bytes())
        .map_err(|error| Fault::Unwritable(path.to_owned(), error.to_string()))
}

/// Replaces the bytes of a file in one step; see [`save`].
///
/// # Errors
/// Whatever the system reports; the old file is then untouched.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = behind_links(path);
    let directory = directory_of(&target);
    let mut file = new_file(&directory)?;
    file.write_all(bytes)?;
    if let Ok(old) = fs::metadata(&target) {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|error| error.error)?;
    sync_directory(&directory);
    Ok(())
}

/// Writes a new file in one step.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] if there is one, which stays as it is; otherwise whatever the
/// system reports.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let directory = directory_of(path);
    let mut file = new_file(&directory)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    sync_directory(&directory);
    Ok(())
}

fn directory_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// The file that a chain of symbolic links ends at, or the path itself if it does not exist yet.
fn behind_links(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(unix)]
fn new_file(directory: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    // The user's mask applies, as for any new file; the crate's default would hide it from others.
    let everyone = fs::Permissions::from_mode(0o666);
    Builder::new()
        .prefix(".foretree-")
        .suffix(".tmp")
        .permissions(everyone)
        .tempfile_in(directory)
}

#[cfg(not(unix))]
fn new_file(directory: &Path) -> io::Result<NamedTempFile> {
    Builder::new()
        .prefix(".foretree-")
        .suffix(".tmp")
        .tempfile_in(directory)
}

/// Makes the renaming itself last. Not every file system can do that, and the file is complete
/// either way, so a failure is no reason to report the save as failed.
fn sync_directory(directory: &Path) {
    if let Ok(handle) = fs::File::open(directory) {
        let _ = handle.sync_all();
    }
}
