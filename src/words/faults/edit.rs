//! Why an edit was refused.

use super::quantity::of_quantity;
use crate::scenario::edit::{EditFault, Part};
use crate::tell;
use crate::words::numbers::exact;

/// The sentence for a refused edit.
#[must_use]
pub fn of_edit(fault: &EditFault) -> String {
    match fault {
        EditFault::NoSuch { part, id } => of_missing(*part, id),
        EditFault::BadId { id } => tell!("edit-bad-id", id = id),
        EditFault::TakenId { id } => tell!("edit-taken-id", id = id),
        EditFault::EmptyTitle => tell!("edit-empty-text"),
        EditFault::Year { year, first, last } => tell!(
            "edit-year",
            year = year.to_string(),
            first = first.to_string(),
            last = last.to_string(),
        ),
        EditFault::YearNotAfter {
            node,
            year,
            parent,
            parent_year,
        } => tell!(
            "edit-year-not-after",
            id = node,
            year = year.to_string(),
            parent = parent,
            before = parent_year.to_string(),
        ),
        EditFault::NoYear { first, last } => tell!(
            "edit-no-year",
            first = first.to_string(),
            last = last.to_string(),
        ),
        EditFault::Cycle { nodes } => tell!("edit-cycle", nodes = nodes.join(" → ")),
        EditFault::Number(fault) => of_quantity(fault).message,
        EditFault::Outside { value, min, max } => tell!(
            "edit-outside",
            value = exact(*value),
            min = exact(*min),
            max = exact(*max),
        ),
        EditFault::Horizon { year, first, last } => tell!(
            "edit-horizon",
            year = year.to_string(),
            first = first.to_string(),
            last = last.to_string(),
        ),
        EditFault::Draws { draws, most } => tell!("edit-draws", draws = *draws, most = *most),
        _ => of_structure(fault),
    }
}

/// What does not fit together.
fn of_structure(fault: &EditFault) -> String {
    match fault {
        EditFault::AllPinned { node } => tell!("edit-all-pinned", id = node),
        EditFault::NotBefore { node, earlier } => {
            tell!("edit-not-before", id = node, earlier = earlier)
        }
        EditFault::LastOutcome { node } => tell!("edit-last-outcome", id = node),
        EditFault::NotChance { node } => tell!("edit-not-chance", id = node),
        EditFault::NotDecision { node } => tell!("edit-not-decision", id = node),
        EditFault::AtTheEdge => tell!("edit-at-the-edge"),
        EditFault::Itself { id } => tell!("edit-itself", id = id),
        EditFault::SamePair { first, second } => {
            tell!("edit-same-pair", first = first, second = second)
        }
        EditFault::NotShared { node } => tell!("edit-not-shared", id = node),
        EditFault::NothingFollows => tell!("edit-nothing-follows"),
        EditFault::WrongPlace => tell!("edit-wrong-place"),
        other => other.to_string(),
    }
}

fn of_missing(part: Part, id: &str) -> String {
    match part {
        Part::Node => tell!("edit-no-node", id = id),
        Part::Outcome => tell!("edit-no-outcome", id = id),
        Part::Effect => tell!("edit-no-effect", id = id),
        Part::Wildcard => tell!("edit-no-wildcard", id = id),
        Part::Given => tell!("edit-no-given", id = id),
        Part::Assumption => tell!("edit-no-assumption", id = id),
        Part::Item => tell!("edit-no-item", id = id),
    }
}
