//! Takes the terminal over and gives it back as it was, whatever happens.
//!
//! Mouse reports are never asked for: people select and copy text with the mouse.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange,
};
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use crossterm::{cursor, queue};

use super::signals::Signals;
use super::{TermFault, suspend};

/// Whether the terminal is ours at the moment. There is one terminal in a process.
static HELD: AtomicBool = AtomicBool::new(false);

/// Holds the terminal; dropping it gives the terminal back.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Takes the terminal over: raw mode, alternate screen, bracketed paste, no cursor.
    ///
    /// # Errors
    /// If input or output is no terminal, or the system refuses; nothing has changed then.
    pub fn enter() -> Result<Self, TermFault> {
        check_output(io::stdout().is_terminal())?;
        check_input(io::stdin().is_terminal(), has_terminal_beside)?;
        // Given back even if taking it over fails half-way.
        let guard = Self(());
        take()?;
        Ok(guard)
    }

    /// Gives the terminal back, stops this program and its process group as Ctrl-Z does, and takes
    /// the terminal over again when somebody brings it back. Everything must then be drawn anew.
    ///
    /// # Errors
    /// [`TermFault::NoShell`] if nothing could bring the program back; it then goes on as it was.
    pub fn suspend(&self, signals: &Signals) -> Result<(), TermFault> {
        suspend::possible()?;
        give_back();
        let stopped = suspend::stop(signals);
        take()?;
        stopped
    }

    /// Takes the terminal over again after something else had it, for instance when a program that
    /// was stopped from outside goes on. Everything must then be drawn anew.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn retake(&self) -> Result<(), TermFault> {
        give_back();
        take()?;
        Ok(())
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

/// Whether the terminal is ours at the moment.
#[must_use]
pub fn held() -> bool {
    HELD.load(Ordering::SeqCst)
}

/// Gives the terminal back, once. Nobody is left who could be told of errors, so there are none.
pub fn give_back() {
    if !HELD.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = queue!(
        out,
        // A frame that was cut off would otherwise hide what follows it.
        EndSynchronizedUpdate,
        SetAttribute(Attribute::Reset),
        DisableFocusChange,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show,
    );
    let _ = out.flush();
    let _ = disable_raw_mode();
}

fn take() -> io::Result<()> {
    HELD.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    let mut out = io::stdout();
    queue!(
        out,
        EnterAlternateScreen,
        EnableBracketedPaste,
        EnableFocusChange,
        cursor::Hide,
    )?;
    out.flush()
}

fn check_output(terminal: bool) -> Result<(), TermFault> {
    match terminal {
        true => Ok(()),
        false => Err(TermFault::NoOutput),
    }
}

/// With piped input keys are read from the terminal beside it, as `less` does.
fn check_input(terminal: bool, beside: impl Fn() -> bool) -> Result<(), TermFault> {
    match terminal || beside() {
        true => Ok(()),
        false => Err(TermFault::NoInput),
    }
}

fn has_terminal_beside() -> bool {
    cfg!(unix) && std::fs::File::open("/dev/tty").is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_from_standard_input_or_from_the_terminal_beside_it() {
        assert_eq!(check_input(true, || false), Ok(()));
        assert_eq!(check_input(false, || true), Ok(()));
        assert_eq!(check_input(false, || false), Err(TermFault::NoInput));
    }

    #[test]
    fn giving_back_what_was_never_taken_changes_nothing() {
        give_back();
        assert!(!held());
    }
}
