//! `foretree` alone: what this is and what to try first.

use crate::report::look::Look;

/// The first words that a new user reads.
pub(crate) fn welcome(_look: Look) -> String {
    String::new()
}
