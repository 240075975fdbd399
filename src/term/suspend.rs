//! Stopping the program as Ctrl-Z does, and knowing when that would be for ever.

use super::TermFault;
use super::signals::Signals;

/// Whether somebody could bring the program back.
#[cfg(unix)]
pub(super) fn possible() -> Result<(), TermFault> {
    match unix::has_shell() {
        true => Ok(()),
        false => Err(TermFault::NoShell),
    }
}

/// Stops the whole process group, so that `cargo run` and pipelines stop with the program, and
/// returns when it goes on.
#[cfg(unix)]
pub(super) fn stop(signals: &Signals) -> Result<(), TermFault> {
    signals.until_continued(|| {
        rustix::process::kill_current_process_group(rustix::process::Signal::STOP)
            .map_err(|error| TermFault::System(error.to_string()))
    })
}

#[cfg(not(unix))]
pub(super) fn possible() -> Result<(), TermFault> {
    Err(TermFault::NoShell)
}

#[cfg(not(unix))]
pub(super) fn stop(_: &Signals) -> Result<(), TermFault> {
    Err(TermFault::NoShell)
}

#[cfg(unix)]
mod unix {
    use super::super::kin::Kin;

    /// A process group that no shell of its session watches would stay stopped for ever; terminals
    /// refuse Ctrl-Z there, for example in `ssh -t host foretree`.
    pub(super) fn has_shell() -> bool {
        let Some(this) = Kin::of_this() else {
            return false;
        };
        let mut ancestor = this.parent();
        for _ in 0..32 {
            let Some(kin) = ancestor else { return false };
            if kin.session != this.session {
                return false;
            }
            if kin.group != this.group {
                return true;
            }
            ancestor = kin.parent();
        }
        false
    }
}
