//! What surrounds scenario files: the library, journals, locks, changes from outside, settings.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod journal;
mod killed;
mod library;
mod locks;
mod settings;
mod trash;
mod watch;

use std::fs;
use std::path::PathBuf;

use foretree::files::{Homes, parse};
use foretree::scenario::Scenario;
use tempfile::TempDir;

/// A scenario with comments.
const MALAWI: &str = include_str!("../fixtures/scenarios/malawi.ron");

const NOON: &str = "2026-11-22 12:00";

/// A home of its own for a test.
struct Home {
    homes: Homes,
    _root: TempDir,
}

impl Home {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let homes = Homes::under(root.path());
        fs::create_dir_all(&homes.scenarios).unwrap();
        Self { homes, _root: root }
    }

    /// A file of the library.
    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.homes.scenarios.join(name);
        fs::write(&path, text).unwrap();
        path
    }
}

fn malawi() -> Scenario {
    parse(MALAWI, "malawi.ron").unwrap().scenario
}

fn titled(title: &str) -> Scenario {
    let mut scenario = malawi();
    title.clone_into(&mut scenario.title);
    scenario
}

/// Names in a folder, sorted.
fn names(folder: &std::path::Path) -> Vec<String> {
    let Ok(all) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    let mut names: Vec<_> = all.flatten().map(name).collect();
    names.sort();
    names
}
