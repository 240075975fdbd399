//! Tables and their members, as one member sees them.

use crate::scenario::hybrid::Change;
use crate::workshop::{MemberId, Role, TableId};

/// How the members of a workshop are connected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Seating {
    /// One program serves all.
    #[default]
    Served,
    /// Each has a program of its own and they share a folder: no *follow me*.
    Folder,
}

/// Who sees a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// This connection.
    pub member: MemberId,
    /// What it may do.
    pub role: Role,
    /// Its table; of tables only.
    pub table: Option<TableId>,
    /// How the workshop is connected.
    pub seating: Seating,
}

/// A scenario that a table has handed in.
#[derive(Clone, Debug, PartialEq)]
pub struct HandedView {
    /// Which of the table's hand-ins, from 1; [`crate::workshop::Piece::Handed`] opens it.
    pub number: u32,
    /// When.
    pub at: String,
    /// Title of the scenario.
    pub title: String,
    /// What it changes against the scenario that the workshop starts from.
    pub changes: Vec<Change>,
    /// What the table says about it.
    pub comment: String,
    /// What the trainer said when giving it back.
    pub answer: Option<String>,
}

/// One table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableView {
    /// Its id.
    pub id: TableId,
    /// Its name, as people wrote it.
    pub name: String,
    /// Who sits there; empty = the table speaks as one.
    pub people: Vec<String>,
    /// Is somebody connected?
    pub online: bool,
    /// What to type to come back. Only for the table itself and for trainers.
    pub code: Option<String>,
    /// Id of the screen that it looks at. Only for the table itself and for trainers.
    pub screen: Option<String>,
    /// Title of the scenario that it works on. Only for the table itself and for trainers.
    pub scenario: Option<String>,
    /// What it has changed so far against the scenario that the workshop starts from. Only for the
    /// table itself and for trainers.
    pub changes: Vec<Change>,
    /// What it handed in, oldest first. Only for the table itself and for trainers.
    pub handed: Vec<HandedView>,
    /// How often it has handed in. For all.
    pub times_handed: usize,
}
