//! Why a file could not be read or written.

use super::{Mark, Problem};
use std::fmt;
use std::path::PathBuf;
use thiserror::Error;

/// Why a scenario could not be loaded or saved.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Fault {
    /// There is no such file.
    #[error("{}: there is no such file", .0.display())]
    NotFound(PathBuf),
    /// The file is there but cannot be read, and why.
    #[error("{}: the file cannot be read: {}", .0.display(), .1)]
    Unreadable(PathBuf, String),
    /// The file cannot be written, and why.
    #[error("{}: the file cannot be written: {}", .0.display(), .1)]
    Unwritable(PathBuf, String),
    /// The file is larger than any scenario.
    #[error("{file}: the file is larger than {most} bytes; this cannot be a scenario")]
    TooLarge {
        /// Name of the file.
        file: String,
        /// The limit in bytes.
        most: u64,
    },
    /// The text is no scenario.
    #[error("{0}")]
    Refused(Refusal),
}

/// Which exit code a fault leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultClass {
    /// The scenario is wrong: exit code 1.
    Scenario,
    /// The file is out of reach: exit code 3.
    File,
}

impl Fault {
    /// Which of the two exit codes fits.
    #[must_use]
    pub fn class(&self) -> FaultClass {
        match self {
            Self::NotFound(_) | Self::Unreadable(..) | Self::Unwritable(..) => FaultClass::File,
            Self::TooLarge { .. } | Self::Refused(_) => FaultClass::Scenario,
        }
    }

    /// 1 if the scenario is wrong, 3 if the file is out of reach.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self.class() {
            FaultClass::Scenario => 1,
            FaultClass::File => 3,
        }
    }
}

/// Everything that is wrong with a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// Name of the file.
    pub file: String,
    /// At least one problem, in the order of the file.
    pub located: Vec<Located>,
}

/// A problem and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Located {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub mark: Mark,
}

impl Located {
    /// What would help, in plain words: the nearest valid name, or a bracket to look at.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        self.problem.help()
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, located) in self.located.iter().enumerate() {
            if number > 0 {
                out.write_str("\n\n")?;
            }
            let message = super::mark::clean(&located.problem.to_string());
            let help = located.help().map(|help| super::mark::clean(&help));
            let shown = located
                .mark
                .show("error", &message, &self.file, help.as_deref());
            out.write_str(&shown)?;
        }
        Ok(())
    }
}
