//! Which processes belong together: parent, group and session of a process.
//!
//! Plain numbers, because a number can be 0: in a container, what was started from outside has no
//! number inside.

/// Where a process belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kin {
    parent: u32,
    pub(super) group: u32,
    pub(super) session: u32,
}

impl Kin {
    /// This process; `None` where the system does not say.
    pub(super) fn of_this() -> Option<Self> {
        Self::of(std::process::id())
    }

    /// The process that started it; `None` where that is gone, outside the container, or unknown.
    pub(super) fn parent(self) -> Option<Self> {
        (self.parent > 0).then(|| Self::of(self.parent))?
    }

    /// From `/proc/PID/stat`: after the name, in brackets, come state, parent, group and session.
    #[cfg(target_os = "linux")]
    fn of(process: u32) -> Option<Self> {
        let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        let (_, after) = stat.rsplit_once(')')?;
        let mut numbers = after.split_whitespace().skip(1);
        let mut next = || numbers.next()?.parse().ok();
        Some(Self {
            parent: next()?,
            group: next()?,
            session: next()?,
        })
    }

    /// Elsewhere the parent of another process cannot be asked for: a chain ends after one link.
    #[cfg(not(target_os = "linux"))]
    fn of(process: u32) -> Option<Self> {
        use rustix::process::{Pid, getpgid, getppid, getsid};
        let pid = Pid::from_raw(process.try_into().ok()?)?;
        let number = |pid: Pid| u32::try_from(pid.as_raw_nonzero().get()).ok();
        let parent = match process == std::process::id() {
            true => getppid().and_then(number).unwrap_or(0),
            false => 0,
        };
        Some(Self {
            parent,
            group: number(getpgid(Some(pid)).ok()?)?,
            session: number(getsid(Some(pid)).ok()?)?,
        })
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_child_has_this_process_as_parent_and_shares_its_session() {
        use std::os::unix::process::CommandExt;
        let this = Kin::of_this().unwrap();
        assert_eq!(this.parent, std::os::unix::process::parent_id());
        let mut child = std::process::Command::new("sleep")
            .arg("60")
            .process_group(0)
            .spawn()
            .unwrap();
        let found = Kin::of(child.id()).unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(found.parent, std::process::id());
        assert_eq!(found.group, child.id());
        assert_eq!(found.session, this.session);
        assert_eq!(found.parent(), Some(this));
    }

    #[test]
    fn the_first_process_of_a_container_has_no_parent() {
        let first = Kin {
            parent: 0,
            group: 0,
            session: 0,
        };
        assert_eq!(first.parent(), None);
    }
}
