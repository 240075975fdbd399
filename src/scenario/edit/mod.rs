//! Changing a scenario: every edit that a person can make, as a small function.
//!
//! An edit that fails leaves the scenario as it was and says why. Undo is not done here: whoever
//! edits keeps the scenario from before. Edits refuse what makes no sense by itself (an id that is
//! taken, a year before its parent's, a way that comes round again); what depends on the catalogue
//! is found by [`super::check`] afterwards. Never reads files, never knows the catalogue.

mod affects;
mod assumptions;
mod effects;
mod fault;
mod find;
mod givens;
mod ids;
mod kinds;
mod nodes;
mod outcomes;
mod probabilities;
mod reach;
mod records;
mod rename;
mod setting;
mod shares;
mod subtrees;
mod texts;
mod wildcards;

pub use affects::{Change, what_it_affects};
pub use assumptions::{Store, assumption, reset_all, reset_assumption, set_assumption};
pub use effects::{
    Owner, add_effect, change_effect, default_magnitude, effects, move_effect, remove_effect,
};
pub use fault::{EditFault, Part};
pub use givens::{Earlier, add_given, earlier_outcomes, remove_given};
pub use ids::{fresh_id, slug};
pub use kinds::{NodeKind, choose, set_kind};
pub use nodes::{NewNode, Slot, add_node, remove_node, set_certainty, set_layer, set_year};
pub use outcomes::{add_outcome, move_outcome, remove_outcome, set_cost, set_effort};
pub use probabilities::{nudge, set_certain, set_probability, set_uncertain};
pub use reach::Dropped;
pub use records::{Record, add_record, move_record, remove_record, set_record};
pub use rename::{rename_node, rename_outcome};
pub use setting::{set_baseline, set_exposure, set_horizon_end, set_reference, set_simulation};
pub use subtrees::{
    Clipping, Pasted, copy_node, copy_outcome, end_here, link, move_subtree, paste, unshare,
};
pub use texts::{
    Text, Texts, add_item, move_item, remove_item, set_item, set_text, set_texts, text, texts,
};
pub use wildcards::{add_wildcard, remove_wildcard, rename_wildcard, set_wildcard_year};

use super::Scenario;

/// Edits a copy and keeps it only if everything went well.
fn whole<T>(
    scenario: &mut Scenario,
    edit: impl FnOnce(&mut Scenario) -> Result<T, EditFault>,
) -> Result<T, EditFault> {
    let mut draft = scenario.clone();
    let result = edit(&mut draft)?;
    *scenario = draft;
    Ok(result)
}

/// Moves an item of a list to another place; places are numbered from 0.
fn shift<T>(list: &mut Vec<T>, from: usize, to: usize) -> Result<(), EditFault> {
    if from >= list.len() || to >= list.len() {
        return Err(EditFault::AtTheEdge);
    }
    let item = list.remove(from);
    list.insert(to, item);
    Ok(())
}
