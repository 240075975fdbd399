//! Reading a record and finding where its chain first breaks. Changes nothing.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::chain::{BEFORE_THE_FIRST, hash};
use super::{Break, RecordFault};
use crate::workshop::Entry;

/// No line is longer, so that no file makes us read without end.
pub const MOST_LINE_BYTES: usize = 1 << 20;

/// Digits of a hash.
const DIGITS: usize = 64;

/// What a record says.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Entries whose chain holds, in their order.
    pub entries: Vec<Entry>,
    /// The hash of each.
    pub hashes: Vec<String>,
    /// The last of them; 64 zeros if there is none.
    pub head: String,
    /// Bytes that these entries take.
    pub length: usize,
    /// Bytes after the last line feed: a line that was not written whole.
    pub torn: usize,
    /// Where the chain breaks; what follows is not read.
    pub broken: Option<Break>,
}

/// Reads a record from its beginning.
#[must_use]
pub fn read(bytes: &[u8]) -> Reading {
    read_from(bytes, BEFORE_THE_FIRST, 0)
}

/// The same from a file.
///
/// # Errors
/// If it cannot be read.
pub fn read_file(path: &Path) -> Result<Reading, RecordFault> {
    let mut bytes = Vec::new();
    let file = File::open(path).and_then(|mut file| file.read_to_end(&mut bytes));
    file.map_err(|error| RecordFault::of(path, &error))?;
    Ok(read(&bytes))
}

/// Reads what comes after `before` entries, the last of which has the hash `head`.
pub(super) fn read_from(bytes: &[u8], head: &str, before: u64) -> Reading {
    let mut reading = Reading {
        entries: Vec::new(),
        hashes: Vec::new(),
        head: head.to_owned(),
        length: 0,
        torn: 0,
        broken: None,
    };
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let Some(whole) = line.strip_suffix(b"\n") else {
            reading.torn = line.len();
            break;
        };
        let number = before + reading.entries.len() as u64 + 1;
        match entry(whole, &reading.head, number) {
            Ok((entry, hash)) => {
                reading.length += line.len();
                reading.entries.push(entry);
                reading.hashes.push(hash.clone());
                reading.head = hash;
            }
            Err(broken) => {
                reading.broken = Some(broken);
                break;
            }
        }
    }
    reading
}

fn entry(bytes: &[u8], previous: &str, line: u64) -> Result<(Entry, String), Break> {
    if bytes.len() > MOST_LINE_BYTES {
        return Err(Break::NoEntry { line });
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Break::NoEntry { line })?;
    let (said, json) = text.split_once(' ').ok_or(Break::NoEntry { line })?;
    if said.len() != DIGITS || !said.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return Err(Break::NoEntry { line });
    }
    if hash(previous, json.as_bytes()) != said {
        return Err(Break::Hash { line });
    }
    let entry: Entry = serde_json::from_str(json).map_err(|_| Break::Unreadable { line })?;
    if entry.n != line {
        return Err(Break::Unreadable { line });
    }
    Ok((entry, said.to_owned()))
}
