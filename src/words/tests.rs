//! The catalogue is complete, whole and used; sentences live nowhere else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;

use super::catalogue::ENGLISH;
use super::{Value, known_message, tell};

/// Messages that are chosen while the program runs, by how their ids begin.
const CHOSEN: [&str; 24] = [
    "key-",
    "screen-",
    "task-",
    "agenda-",
    "library-ran",
    "chapter-",
    "help-",
    "unit-",
    "cohort-",
    "group-",
    "note-",
    "kind-",
    "finding-",
    "fault-",
    "problem-",
    "baseline-",
    "hint-",
    "severity-",
    "data-",
    "plan-",
    "source-",
    "choices-rule-",
    "choices-best-",
    "choices-cost-",
];

fn sources(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs")
                && !path.ends_with("tests.rs")
                && !path.ends_with("fixture.rs")
                && !path.ends_with("snapshot.rs")
            {
                found.push(path);
            }
        }
    }
    found
}

/// The code of a file without comments and without its tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    // Reasons of lint attributes are for us, too.
    let ours = |line: &&str| {
        let line = line.trim_start();
        ["//", "reason = ", "#[allow("]
            .iter()
            .any(|start| line.starts_with(start))
    };
    let lines = text.lines().filter(|line| !ours(line));
    lines.map(|line| format!("{line}\n")).collect()
}

/// String literals of a piece of code. Raw strings and escapes are enough for this crate.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            // A quote as a character, not the start of a text.
            '\'' if letters.peek() == Some(&'"') => {
                letters.next();
            }
            '"' => {
                let mut literal = String::new();
                while let Some(inner) = letters.next() {
                    match inner {
                        '\\' => literal.extend(letters.next()),
                        '"' => break,
                        _ => literal.push(inner),
                    }
                }
                found.push(literal);
            }
            _ => {}
        }
    }
    found
}

fn message_ids() -> BTreeMap<String, String> {
    let mut ids = BTreeMap::new();
    for (file, text) in ENGLISH {
        for line in text.lines().filter(|line| line.contains('=')) {
            let Some((id, _)) = line.split_once(" =") else {
                continue;
            };
            if id
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c))
            {
                let before = ids.insert(id.to_owned(), file.to_owned());
                assert!(before.is_none(), "{id} stands in two places");
            }
        }
    }
    ids
}

/// Names of the values that any message asks for.
fn value_names() -> BTreeSet<&'static str> {
    let name = |text: &'static str| {
        text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
            .next()
            .unwrap_or_default()
    };
    ENGLISH
        .iter()
        .flat_map(|(_, text)| text.split('$').skip(1).map(name))
        .collect()
}

#[test]
fn every_file_of_the_catalogue_is_well_formed() {
    for (file, text) in ENGLISH {
        let parsed = FluentResource::try_new(text.to_owned());
        assert!(
            parsed.is_ok(),
            "{file}.ftl: {:?}",
            parsed.err().map(|(_, errors)| errors)
        );
    }
    for id in message_ids().keys() {
        assert!(known_message(id), "{id} was dropped");
    }
}

#[test]
fn every_message_can_be_said_with_words_and_with_numbers() {
    let names = value_names();
    for id in message_ids().keys() {
        let words: Vec<_> = names.iter().map(|name| (*name, Value::from("x"))).collect();
        assert!(!tell(id, &words).contains('$'), "{id}");
        let numbers: Vec<_> = names
            .iter()
            .map(|name| (*name, Value::from(2_usize)))
            .collect();
        assert!(!tell(id, &numbers).contains('$'), "{id}");
    }
}

#[test]
fn every_message_that_the_code_names_exists() {
    let ids = message_ids();
    for path in sources("src") {
        let code = code(&path);
        for call in ["tell!(", "tell("] {
            for after in code.split(call).skip(1) {
                let Some(rest) = after.trim_start().strip_prefix('"') else {
                    continue;
                };
                let id = rest.split('"').next().unwrap_or_default();
                assert!(ids.contains_key(id), "{} says {id}", path.display());
            }
        }
    }
}

#[test]
fn every_message_is_used() {
    let mut used = BTreeSet::new();
    for path in sources("src") {
        used.extend(literals(&code(&path)));
    }
    let unused: Vec<_> = message_ids()
        .into_keys()
        .filter(|id| !used.contains(id) && !CHOSEN.iter().any(|start| id.starts_with(start)))
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

#[test]
fn commands_reports_and_screens_hold_no_sentences_of_their_own() {
    let rooms = ["cli", "report", "app", "screens", "widgets", "look", "live"];
    let rooms = rooms.map(|room| sources(&format!("src/{room}")));
    for path in rooms.into_iter().flatten() {
        for literal in literals(&code(&path)) {
            let words = literal.split_whitespace();
            let plain = |word: &&str| word.len() > 1 && word.chars().all(char::is_alphabetic);
            let count = words.filter(plain).count();
            assert!(count < 3, "{}: {literal:?}", path.display());
        }
    }
}
