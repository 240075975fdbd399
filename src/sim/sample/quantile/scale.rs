//! The scale of a path, by the name that the plan uses for it.

use crate::scenario::{Kind, Scale};

impl Scale {
    /// The scale of an assumption about a path, or of a `Set`.
    #[must_use]
    pub fn of_path(kind: Kind) -> Self {
        kind.scale()
    }
}
