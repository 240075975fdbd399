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
    use rustix::process::{Pid, getpgid, getpgrp, getppid, getsid};

    /// A process group that no shell of its session watches would stay stopped for ever; terminals
    /// refuse Ctrl-Z there, for example in `ssh -t host foretree`.
    pub(super) fn has_shell() -> bool {
        let (Ok(session), group) = (getsid(None), getpgrp()) else {
            return false;
        };
        let mut ancestor = getppid();
        for _ in 0..32 {
            let Some(pid) = ancestor else { return false };
            if getsid(Some(pid)) != Ok(session) {
                return false;
            }
            if getpgid(Some(pid)) != Ok(group) {
                return true;
            }
            ancestor = parent(pid);
        }
        false
    }

    /// The parent of another process: the second field after the name in `/proc/PID/stat`. Where
    /// there is no such file, only the nearest ancestor counts.
    fn parent(pid: Pid) -> Option<Pid> {
        let path = format!("/proc/{}/stat", pid.as_raw_nonzero());
        let stat = std::fs::read_to_string(path).ok()?;
        let (_, after) = stat.rsplit_once(')')?;
        let parent = after.split_whitespace().nth(1)?.parse().ok()?;
        Pid::from_raw(parent)
    }

    #[cfg(all(test, target_os = "linux"))]
    mod tests {
        use super::*;

        #[test]
        fn the_parent_of_a_process_is_found_by_its_number() {
            assert_eq!(parent(rustix::process::getpid()), getppid());
        }
    }
}
