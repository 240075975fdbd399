//! One writer for each scenario file.
//!
//! A lock is a file in our own data folder, never beside the scenario. The system lets go of it
//! when the program that holds it dies. It keeps two programs of one user apart; another user of a
//! shared folder is noticed when saving, see [`super::watch`].

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{process, thread};

use super::identity::key;
use super::{Homes, LifeFault};

/// How often somebody who is refused tries again, and when.
const ATTEMPTS: usize = 4;
const PAUSE: Duration = Duration::from_millis(5);

/// Who works on a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// Number of the process; 0 if unknown.
    pub process: u32,
    /// Name of the machine; empty if unknown.
    pub host: String,
    /// Since when; empty if unknown.
    pub since: String,
}

/// Whether the file is ours.
#[derive(Debug)]
pub enum Grip {
    /// It is, until the lock is dropped.
    Ours(Lock),
    /// Somebody else works on it: open it without changing it.
    Held(Holder),
}

/// Keeps others from changing a file until it is dropped.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    _file: File,
}

/// Takes hold of a file; `since` is told to those who come later. The file need not exist.
///
/// # Errors
/// If the data folder cannot be written.
pub fn acquire(homes: &Homes, path: &Path, since: &str) -> Result<Grip, LifeFault> {
    let folder = homes.data.join("locks");
    fs::create_dir_all(&folder).map_err(|error| LifeFault::of(&folder, &error))?;
    let path = folder.join(key(path)).with_extension("lock");
    let mut last = attempt(&path, since);
    // Whoever lets go removes the file, and then there is a new one to take hold of; whoever only
    // looks holds it for a moment.
    for _ in 0..ATTEMPTS {
        match last {
            Ok(Some(Grip::Ours(_))) => break,
            Ok(Some(Grip::Held(_)) | None) | Err(_) => thread::sleep(PAUSE),
        }
        last = attempt(&path, since);
    }
    match last {
        Ok(Some(grip)) => Ok(grip),
        Ok(None) => Ok(Grip::Held(Holder::default())),
        Err(error) => Err(LifeFault::System(path, error.to_string())),
    }
}

/// Who works on a file, if anybody does.
#[must_use]
pub fn holder(homes: &Homes, path: &Path) -> Option<Holder> {
    let path = homes.data.join("locks").join(key(path));
    let mut file = File::open(path.with_extension("lock")).ok()?;
    match file.try_lock_shared() {
        Ok(()) => None,
        Err(TryLockError::WouldBlock) => Some(read(&mut file)),
        Err(TryLockError::Error(_)) => Some(read(&mut file)).filter(is_alive),
    }
}

fn attempt(path: &Path, since: &str) -> std::io::Result<Option<Grip>> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    let mut file = options.open(path)?;
    match file.try_lock() {
        Ok(()) if !is_at(&file, path) => return Ok(None),
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(Some(Grip::Held(read(&mut file)))),
        // This file system knows no locks: what is written in the file must do.
        Err(TryLockError::Error(_)) => {
            let holder = read(&mut file);
            if is_alive(&holder) {
                return Ok(Some(Grip::Held(holder)));
            }
        }
    }
    write(&mut file, since)?;
    let path = path.to_owned();
    Ok(Some(Grip::Ours(Lock { path, _file: file })))
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while still held, so that nobody else's is.
        let _ = fs::remove_file(&self.path);
    }
}

fn write(file: &mut File, since: &str) -> std::io::Result<()> {
    let text = format!("{}\n{}\n{since}\n", process::id(), host());
    file.set_len(0)?;
    file.seek(SeekFrom::Start(0))?;
    file.write_all(text.as_bytes())
}

fn read(file: &mut File) -> Holder {
    let mut text = String::new();
    let _ = file.seek(SeekFrom::Start(0));
    let _ = file.take(1024).read_to_string(&mut text);
    let mut lines = text.lines();
    let process = lines.next().and_then(|line| line.parse().ok());
    Holder {
        process: process.unwrap_or_default(),
        host: lines.next().unwrap_or_default().to_owned(),
        since: lines.next().unwrap_or_default().to_owned(),
    }
}

/// Whether the holder may still be at work: nobody can tell of another machine.
fn is_alive(holder: &Holder) -> bool {
    holder.process != 0 && (holder.host != host() || runs(holder.process))
}

#[cfg(unix)]
fn runs(process: u32) -> bool {
    use rustix::process::{Pid, test_kill_process};
    let pid = i32::try_from(process).ok().and_then(Pid::from_raw);
    pid.is_some_and(|pid| test_kill_process(pid) != Err(rustix::io::Errno::SRCH))
}

#[cfg(unix)]
fn host() -> String {
    let name = rustix::system::uname();
    name.nodename().to_string_lossy().into_owned()
}

/// Whether an open file is the one that its name stands for now.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(named)) => (open.dev(), open.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn runs(_: u32) -> bool {
    true
}

#[cfg(not(unix))]
fn host() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_default()
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}
