//! What is wrong with the terminal, and what would help.

use crate::tell;
use crate::term::TermFault;
use crate::term::clipboard::CopyFault;
use crate::term::panics::WorkerPanic;

/// Why the terminal cannot be used.
#[must_use]
pub fn of_terminal(fault: &TermFault) -> String {
    match fault {
        TermFault::NoOutput => tell!("term-no-output"),
        TermFault::NoInput => tell!("term-no-input"),
        TermFault::NoShell => tell!("term-no-shell"),
        TermFault::System(reason) => tell!("term-system", reason = reason),
    }
}

/// Why nothing was copied.
#[must_use]
pub fn of_copy(fault: &CopyFault) -> String {
    match fault {
        CopyFault::TooLong(bytes) => tell!("copy-too-long", bytes = *bytes),
        CopyFault::Write(reason) => tell!("term-system", reason = reason.to_string()),
    }
}

/// What went wrong in a worker.
#[must_use]
pub fn of_panic(panic: &WorkerPanic) -> String {
    tell!("term-worker", place = &panic.place, reason = &panic.message)
}
