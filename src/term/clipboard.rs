//! Copying text out of the program.
//!
//! OSC 52 asks the terminal to put a text into its clipboard. Some terminals refuse without a word,
//! so nobody may say that it worked, and a file is always offered beside it.

use std::io::{self, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;
use thiserror::Error;

/// Many terminals take 100,000 bytes of base64 and drop more without a word.
pub const MOST_BYTES: usize = 74_994;

/// Why a text was not handed to the terminal.
#[derive(Debug, Error)]
pub enum CopyFault {
    /// Terminals would drop a text of so many bytes.
    #[error("{0} bytes are too many for a clipboard over the terminal")]
    TooLong(usize),
    /// It could not be written.
    #[error(transparent)]
    Write(#[from] io::Error),
}

/// Asks the terminal behind `out` to put `text` into its clipboard.
///
/// # Errors
/// [`CopyFault::TooLong`] for more than [`MOST_BYTES`]; otherwise if writing fails.
pub fn copy(out: &mut impl Write, text: &str) -> Result<(), CopyFault> {
    if text.len() > MOST_BYTES {
        return Err(CopyFault::TooLong(text.len()));
    }
    queue!(out, CopyToClipboard::to_clipboard_from(text))?;
    Ok(out.flush()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_is_asked_to_copy() {
        let mut out = Vec::new();
        copy(&mut out, "poor women").unwrap();
        assert_eq!(out, b"\x1b]52;c;cG9vciB3b21lbg==\x1b\\");
    }

    #[test]
    fn a_text_that_terminals_would_drop_is_refused() {
        let mut out = Vec::new();
        let long = "x".repeat(MOST_BYTES + 1);
        assert!(matches!(
            copy(&mut out, &long),
            Err(CopyFault::TooLong(74_995))
        ));
        assert!(out.is_empty());
    }
}
