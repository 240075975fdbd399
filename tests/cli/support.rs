//! Running the program in a folder of its own.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may end here")]

use std::path::PathBuf;

use assert_cmd::Command;
use tempfile::TempDir;

/// Few draws: these tests look at shapes, not at numbers.
pub const QUICK: [&str; 2] = ["--draws", "60"];

/// A small scenario with an open decision and a chance.
pub const SMALL: &str = r#"(
    format: 1,
    title: "Masts or phones?",
    question: "Who comes online?",
    setting: (baseline: Country("MWI"), horizon: (2025, 2030)),
    simulation: (draws: 100, seed: 7, sampling: LatinHypercube),
    tree: (
        root: "first",
        nodes: {
            "first": Decision(
                title: "What comes first?", layer: Infrastructure, certainty: High, year: 2026,
                rationale: "A choice.",
                options: [
                    (id: "masts", title: "Masts", adopts: ["1.1"], effort: 3, next: "power"),
                    (id: "as_now", title: "As now", next: "power"),
                ],
            ),
            "power": Chance(
                title: "Power", layer: Infrastructure, certainty: Evolving, year: 2027,
                rationale: "A judgement.",
                branches: [
                    (id: "fast", title: "Fast", probability: 0.25, effects: [
                        (path: "power_rate", op: Multiply, magnitude: Fixed(2.0)),
                    ]),
                    (id: "slow", title: "Slow", probability: 0.75),
                ],
            ),
        },
    ),
    wildcards: [(id: "quake", title: "Cable lost", year: 2028, effects: [
        (path: "coverage_loss", op: Add, magnitude: Fixed(0.3), duration: 1),
    ])],
)
"#;

/// The program in an empty folder, with nothing of the caller's terminal.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A file in the folder.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program with these arguments.
    pub fn foretree(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("foretree").unwrap();
        command
            .current_dir(self.folder.path())
            .env_clear()
            .env("LANG", "C.UTF-8")
            .args(arguments);
        command
    }

    /// What a successful call prints.
    pub fn said(&self, arguments: &[&str]) -> String {
        let output = self
            .foretree(arguments)
            .assert()
            .success()
            .get_output()
            .stdout
            .clone();
        String::from_utf8(output).unwrap()
    }

    /// Exit code, standard output and standard error.
    pub fn tried(&self, arguments: &[&str]) -> (i32, String, String) {
        let output = self.foretree(arguments).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (
            output.status.code().unwrap(),
            text(output.stdout),
            text(output.stderr),
        )
    }
}

/// JSON, or the text that is none.
pub fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}
