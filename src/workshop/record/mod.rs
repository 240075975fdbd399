//! The record of a workshop: an append-only text whose lines are chained by hashes.
//!
//! One entry is one line, `<SHA-256, 64 hexadecimal digits> <JSON>`. The hash is that of the line
//! before it (64 zeros for the first), a line feed and the JSON as it stands there:
//! `printf '%s\n%s' PREVIOUS JSON | sha256sum`. Whoever changes, removes, adds or moves a line breaks
//! the chain at that place; that lines are missing at the end is seen by whoever has noted the last
//! hash. Several programs may write the same record, each line under the file's lock.

mod chain;
mod fault;
mod read;

pub use chain::{BEFORE_THE_FIRST, digest, hash};
pub(in crate::workshop) use chain::{hexadecimal, hexadecimal_of};
pub use fault::{Break, RecordFault};
pub use read::{MOST_LINE_BYTES, Reading, read, read_file};

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::{Entry, Event, Who};

/// A record that is open for writing.
#[derive(Debug)]
pub struct Record {
    path: PathBuf,
    file: File,
    /// Bytes that have been read and hold.
    length: u64,
    head: String,
    entries: u64,
}

/// A record that nobody else can write to until this is dropped.
#[derive(Debug)]
pub struct Hold<'a> {
    record: &'a mut Record,
}

impl Record {
    /// Begins a new record with a first entry. On Unix only its owner can read it, or also the
    /// group if `shared`.
    ///
    /// # Errors
    /// If there is one already, or nothing can be written.
    pub fn begin(
        path: &Path,
        shared: bool,
        first: (&str, Who, Event),
    ) -> Result<Self, RecordFault> {
        let mut options = OpenOptions::new();
        options.read(true).append(true).create_new(true);
        let file = options
            .open(path)
            .map_err(|error| RecordFault::of(path, &error))?;
        permit(&file, shared).map_err(|error| RecordFault::of(path, &error))?;
        let mut record = Self {
            path: path.to_owned(),
            file,
            length: 0,
            head: BEFORE_THE_FIRST.to_owned(),
            entries: 0,
        };
        record.hold()?.0.append(first.0, first.1, first.2)?;
        Ok(record)
    }

    /// Opens a record and reads all of it. A last line that was not written whole (the program was
    /// killed) is put aside into a file beside the record.
    ///
    /// # Errors
    /// If it cannot be read, or its chain is broken.
    pub fn open(path: &Path) -> Result<(Self, Vec<Entry>, Option<PathBuf>), RecordFault> {
        let file = OpenOptions::new().read(true).append(true).open(path);
        let file = file.map_err(|error| RecordFault::of(path, &error))?;
        let mut record = Self {
            path: path.to_owned(),
            file,
            length: 0,
            head: BEFORE_THE_FIRST.to_owned(),
            entries: 0,
        };
        record.lock()?;
        let found = record.take_growth().and_then(|(entries, torn)| {
            let aside = torn.map(|torn| record.put_aside(&torn)).transpose()?;
            Ok((entries, aside))
        });
        record.unlock();
        found.map(|(entries, aside)| (record, entries, aside))
    }

    /// Hash of the last entry.
    #[must_use]
    pub fn head(&self) -> &str {
        &self.head
    }

    /// How many entries there are.
    #[must_use]
    pub fn entries(&self) -> u64 {
        self.entries
    }

    /// Has somebody else written since we last looked? Costs one look at the file's size.
    #[must_use]
    pub fn has_grown(&self) -> bool {
        let size = self.file.metadata().map_or(0, |about| about.len());
        size != self.length
    }

    /// Keeps others from writing, and reads what they have written since.
    ///
    /// # Errors
    /// If it cannot be read, or what others wrote breaks the chain.
    pub fn hold(&mut self) -> Result<(Hold<'_>, Vec<Entry>), RecordFault> {
        self.lock()?;
        let found = self.take_growth().and_then(|(entries, torn)| {
            if let Some(torn) = torn {
                self.put_aside(&torn)?;
            }
            Ok(entries)
        });
        match found {
            Ok(entries) => Ok((Hold { record: self }, entries)),
            Err(fault) => {
                self.unlock();
                Err(fault)
            }
        }
    }

    /// Reads what has come since we last looked, and a last line that is not whole. Only under the
    /// lock.
    fn take_growth(&mut self) -> Result<(Vec<Entry>, Option<Vec<u8>>), RecordFault> {
        if !self.has_grown() {
            return Ok((Vec::new(), None));
        }
        let mut bytes = Vec::new();
        let system = |error: std::io::Error| RecordFault::of(&self.path, &error);
        self.file
            .seek(SeekFrom::Start(self.length))
            .map_err(system)?;
        let size = self.file.metadata().map_err(system)?.len();
        if size < self.length {
            return Err(RecordFault::Shorter(self.path.clone()));
        }
        self.file.read_to_end(&mut bytes).map_err(system)?;
        let reading = read::read_from(&bytes, &self.head, self.entries);
        if let Some(broken) = reading.broken {
            return Err(RecordFault::Broken(self.path.clone(), broken));
        }
        let torn = bytes.split_off(reading.length);
        self.length += reading.length as u64;
        self.head = reading.head;
        self.entries += reading.entries.len() as u64;
        Ok((reading.entries, (!torn.is_empty()).then_some(torn)))
    }

    /// Keeps the bytes of a torn line in a file beside the record and cuts them off.
    fn put_aside(&mut self, torn: &[u8]) -> Result<PathBuf, RecordFault> {
        let name = format!("record.torn-{}", self.entries + 1);
        let aside = self.path.with_file_name(name);
        let system = |error: std::io::Error| RecordFault::of(&self.path, &error);
        let mut file = OpenOptions::new()
            .append(true)
            .create(true)
            .open(&aside)
            .map_err(system)?;
        file.write_all(torn).map_err(system)?;
        file.sync_all().map_err(system)?;
        self.file.set_len(self.length).map_err(system)?;
        Ok(aside)
    }

    fn lock(&self) -> Result<(), RecordFault> {
        match self.file.lock() {
            // Some shared folders know no locks; then one program at a time must do.
            Err(error) if error.kind() == std::io::ErrorKind::Unsupported => Ok(()),
            other => other.map_err(|error| RecordFault::of(&self.path, &error)),
        }
    }

    fn unlock(&self) {
        let _ = self.file.unlock();
    }
}

impl Hold<'_> {
    /// Hash of the last entry.
    #[must_use]
    pub fn head(&self) -> &str {
        self.record.head()
    }

    /// Writes one entry and waits until it is on the disk. If that fails, the record is as before.
    ///
    /// # Errors
    /// What the system reports, [`RecordFault::DiskFull`] above all.
    pub fn append(&mut self, at: &str, by: Who, event: Event) -> Result<Entry, RecordFault> {
        let record = &mut *self.record;
        let entry = Entry {
            n: record.entries + 1,
            at: at.to_owned(),
            by,
            event,
        };
        let json = serde_json::to_string(&entry).map_err(|_| RecordFault::Unspeakable)?;
        let hash = hash(&record.head, json.as_bytes());
        let line = format!("{hash} {json}\n");
        if line.len() > MOST_LINE_BYTES {
            return Err(RecordFault::TooLong);
        }
        let written = record.file.write_all(line.as_bytes());
        if let Err(error) = written.and_then(|()| record.file.sync_data()) {
            // Half a line would be put aside later, but nobody should have to wonder about it.
            let _ = record.file.set_len(record.length);
            return Err(RecordFault::of(&record.path, &error));
        }
        record.length += line.len() as u64;
        record.head = hash;
        record.entries += 1;
        Ok(entry)
    }
}

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        self.record.unlock();
    }
}

#[cfg(unix)]
fn permit(file: &File, shared: bool) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = if shared { 0o660 } else { 0o600 };
    file.set_permissions(std::fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn permit(_: &File, _: bool) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests;
