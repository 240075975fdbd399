//! Ctrl-C.
//!
//! Nothing is written before it is complete, so a process that the signal ends leaves nothing
//! half done behind.

/// Whether somebody pressed Ctrl-C.
pub(crate) fn requested() -> bool {
    false
}
