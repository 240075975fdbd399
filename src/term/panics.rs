//! Faults of the program itself.
//!
//! A panic of the thread that draws gives the terminal back and is told there. A panic of a worker
//! leaves the screen alone and is reported to the program, which goes on.

use std::panic::{self, PanicHookInfo};
use std::thread;

use super::guard;
use crate::tell;

/// A panic of a worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkerPanic {
    /// Name of the thread, empty if it has none.
    pub thread: String,
    /// What the panic says.
    pub message: String,
    /// File, line and column of the program.
    pub place: String,
}

/// From now on the calling thread is the one that draws; panics of others go to `report`.
///
/// What happens while nobody holds the terminal is told as usual.
pub fn watch(report: impl Fn(WorkerPanic) + Send + Sync + 'static) {
    let drawing = thread::current().id();
    let usual = panic::take_hook();
    // Composed now: composing it could be what panics.
    let comfort = tell!("term-panic");
    panic::set_hook(Box::new(move |info| {
        let held = guard::held();
        if held && thread::current().id() != drawing {
            report(WorkerPanic::of(info));
            return;
        }
        guard::give_back();
        usual(info);
        if held {
            complain(&comfort);
        }
    }));
}

/// Nothing can be done if that fails, and a hook must not panic.
fn complain(text: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "{text}");
}

impl WorkerPanic {
    fn of(info: &PanicHookInfo<'_>) -> Self {
        Self {
            thread: thread::current().name().unwrap_or_default().to_owned(),
            message: info.payload_as_str().unwrap_or_default().to_owned(),
            place: info.location().map(ToString::to_string).unwrap_or_default(),
        }
    }
}
