//! Who is who in a workshop.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a member may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Sees what is public, changes nothing.
    Observer,
    /// Four or five people at one keyboard, or a single participant.
    Table,
    /// Leads the workshop.
    Trainer,
}

/// A table: `[a-z0-9-]`, 1 to 40 letters; also the name of its folder.
///
/// Made by `sandbox::table_id` only, so that no text of a stranger becomes a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TableId(pub(in crate::workshop) String);

impl TableId {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TableId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// One connection to the room, numbered from 1 since the program started. A table that comes back
/// is another member at the same table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MemberId(pub u64);

/// The tag under which a person answers, such as `E07` (`C12` for the paper card number 12).
///
/// Drawn at random for each person of a table; only the table's own folder knows whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Expert(pub String);

impl fmt::Display for Expert {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
