//! Why the terminal cannot be used.

use std::io;
use thiserror::Error;

/// Why the terminal cannot be used. The sentences are in [`crate::words::faults::of_terminal`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TermFault {
    /// Output does not go to a terminal.
    #[error("standard output is no terminal")]
    NoOutput,
    /// Keys cannot be read: input comes from elsewhere, and there is no terminal beside it.
    #[error("no terminal to read keys from")]
    NoInput,
    /// There is no shell that could bring the program back.
    #[error("nothing could bring the program back")]
    NoShell,
    /// The system refused, and why.
    #[error("the terminal cannot be used: {0}")]
    System(String),
}

impl From<io::Error> for TermFault {
    fn from(error: io::Error) -> Self {
        Self::System(error.to_string())
    }
}
