//! Whether a workshop's record and the files that it names hold.

use std::fs;

use serde::Serialize;

use crate::tell;
use crate::words::workshop::of_break;
use crate::workshop::record::{Reading, RecordFault, digest, read_file};
use crate::workshop::room::Room;
use crate::workshop::sandbox::Folder;

/// Fewer digits of a hash are a guess.
const LEAST_DIGITS: usize = 8;

/// What a hash that somebody noted says about the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HeadCheck {
    /// It is that of the last entry.
    Last,
    /// It is that of an earlier entry; more were added since.
    Earlier {
        /// Number of the entry.
        entry: u64,
        /// How many were added since.
        added: u64,
    },
    /// No entry has it: entries were cut off or rewritten.
    Gone,
    /// It is no hash.
    NoHash,
}

/// A file that was handed in and is not as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileCheck {
    /// Its name in the folder `handed`.
    pub file: String,
    /// Is it gone, or is it there but another?
    pub gone: bool,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// Does everything hold?
    pub holds: bool,
    /// Entries whose chain holds.
    pub entries: usize,
    /// Hash of the last of them.
    pub head: String,
    /// First line that does not hold, and how.
    pub broken: Option<String>,
    /// Number of that line, from 1.
    pub line: Option<u64>,
    /// Bytes of a last line that was not written whole.
    pub torn_bytes: usize,
    /// What the hash that was given says.
    pub given: Option<HeadCheck>,
    /// Files that were handed in.
    pub files: usize,
    /// Those of them that are not as they were.
    pub wrong_files: Vec<FileCheck>,
}

/// Looks whether the record of a workshop holds; `head` is a hash that somebody noted, or its
/// first digits.
///
/// # Errors
/// If the record cannot be read.
pub fn verify(folder: &Folder, head: Option<&str>) -> Result<Verified, RecordFault> {
    let reading = read_file(&folder.record())?;
    let given = head.map(|head| check_head(&reading, head));
    let room = Room::of(&reading.entries);
    let handed = room.tables.values().flat_map(|table| &table.handed);
    let files: Vec<_> = handed
        .map(|one| (one.what.file.as_str(), one.what.sha256.as_str()))
        .collect();
    let wrong_files: Vec<FileCheck> = files
        .iter()
        .filter_map(|(file, sha256)| check_file(folder, file, sha256))
        .collect();
    let head_holds = matches!(
        given,
        None | Some(HeadCheck::Last | HeadCheck::Earlier { .. })
    );
    Ok(Verified {
        holds: reading.broken.is_none() && head_holds && wrong_files.is_empty(),
        entries: reading.entries.len(),
        head: reading.head,
        line: reading
            .broken
            .as_ref()
            .map(crate::workshop::record::Break::line),
        broken: reading.broken.as_ref().map(of_break),
        torn_bytes: reading.torn,
        given,
        files: files.len(),
        wrong_files,
    })
}

fn check_head(reading: &Reading, head: &str) -> HeadCheck {
    let head = head.trim().to_ascii_lowercase();
    let digits = head.bytes().all(|digit| digit.is_ascii_hexdigit());
    if !digits || !(LEAST_DIGITS..=64).contains(&head.len()) {
        return HeadCheck::NoHash;
    }
    let place = reading
        .hashes
        .iter()
        .position(|hash| hash.starts_with(&head));
    match place.map(|place| (place as u64 + 1, reading.hashes.len() as u64)) {
        None => HeadCheck::Gone,
        Some((entry, all)) if entry == all => HeadCheck::Last,
        Some((entry, all)) => HeadCheck::Earlier {
            entry,
            added: all - entry,
        },
    }
}

/// A name from the record leads nowhere else than into the folder.
fn check_file(folder: &Folder, file: &str, sha256: &str) -> Option<FileCheck> {
    let plain = !file.contains(['/', '\\']) && !file.starts_with('.');
    let bytes = plain
        .then(|| fs::read(folder.handed().join(file)).ok())
        .flatten();
    let wrong = |gone| FileCheck {
        file: file.to_owned(),
        gone,
    };
    match bytes {
        None => Some(wrong(true)),
        Some(bytes) if digest(&bytes) == sha256 => None,
        Some(_) => Some(wrong(false)),
    }
}

/// The same in words.
#[must_use]
pub fn verify_text(found: &Verified) -> String {
    let mut lines = Vec::new();
    match &found.broken {
        None => lines.push(tell!("course-holds", count = found.entries)),
        Some(how) => {
            let count = found.entries;
            lines.push(tell!("course-broken", how = how, count = count));
        }
    }
    if found.torn_bytes > 0 {
        lines.push(tell!("course-torn", bytes = found.torn_bytes));
    }
    match found.given {
        None => lines.push(tell!("course-head", hash = &found.head)),
        Some(HeadCheck::Last) => lines.push(tell!("course-head-same")),
        Some(HeadCheck::Earlier { entry, added }) => lines.push(tell!(
            "course-head-longer",
            number = entry.to_string(),
            count = usize::try_from(added).unwrap_or(usize::MAX)
        )),
        Some(HeadCheck::Gone) => lines.push(tell!("course-head-gone")),
        Some(HeadCheck::NoHash) => lines.push(tell!("course-head-short")),
    }
    if found.wrong_files.is_empty() {
        lines.push(tell!("course-files-hold", count = found.files));
    }
    lines.extend(found.wrong_files.iter().map(|wrong| {
        if wrong.gone {
            tell!("course-file-gone", file = &wrong.file)
        } else {
            tell!("course-file-changed", file = &wrong.file)
        }
    }));
    lines.join("\n") + "\n"
}
