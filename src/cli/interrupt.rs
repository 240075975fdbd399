//! Ctrl-C.
//!
//! Nothing is written before it is complete, so a process that the signal ends leaves nothing
//! half done behind.

/// Whether nobody waits for the answer any more: a command that came over the network has taken too
/// long.
pub(crate) fn requested() -> bool {
    crate::jobs::gate::stopped()
}
