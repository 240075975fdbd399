//! Every text and every list of texts of a scenario, by where it stands.

use super::assumptions::{Store, entry_mut};
use super::effects::{Owner, effects_mut};
use super::find::{no_such, node_mut, outcome_mut};
use super::ids::must_have_title;
use super::records::missing;
use super::wildcards::wildcard_mut;
use super::{EditFault, Part, shift};
use crate::scenario::{Effect, Node, Scenario};

/// A text. Node, outcome, wildcard and assumption by their ids.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each name says what it is")]
pub enum Text {
    Title,
    Question,
    Notes,
    ReviewBy,
    Decider,
    DecideBy,
    ForWhom,
    Success,
    RoomDate,
    BlindLocked,
    NodeTitle(String),
    NodeActor(String),
    NodeRationale(String),
    OutcomeTitle(String, String),
    OutcomeRationale(String, String),
    NotCounted(String, String),
    EffectRationale(Owner, usize),
    WildcardTitle(String),
    WildcardRationale(String),
    AssumptionRationale(Store, String),
}

impl Text {
    /// True if it must not be empty.
    fn is_title(&self) -> bool {
        matches!(
            self,
            Self::Title | Self::NodeTitle(_) | Self::OutcomeTitle(..) | Self::WildcardTitle(_)
        )
    }
}

/// A list of texts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each name says what it is")]
pub enum Texts {
    RedLines,
    Present,
    Missing,
    Parked,
    ChangedAfter,
    NodeSources(String),
    OutcomeSources(String, String),
    /// Measures of the road map; these change numbers.
    Adopts(String, String),
    EffectSources(Owner, usize),
    /// At whom an effect is aimed; these change numbers.
    EffectCohorts(Owner, usize),
    WildcardSources(String),
    AssumptionSources(Store, String),
}

/// A text as it is now; none if its place does not exist.
#[must_use]
pub fn text(scenario: &Scenario, which: &Text) -> Option<String> {
    // One copy of a scenario is nothing beside a person about to type.
    let mut copy = scenario.clone();
    text_mut(&mut copy, which).ok().map(std::mem::take)
}

/// A list of texts as it is now; none if its place does not exist.
#[must_use]
pub fn texts(scenario: &Scenario, which: &Texts) -> Option<Vec<String>> {
    let mut copy = scenario.clone();
    texts_mut(&mut copy, which).ok().map(std::mem::take)
}

/// Sets a text.
///
/// # Errors
/// Its place does not exist, or it is a title and empty.
pub fn set_text(scenario: &mut Scenario, which: &Text, text: &str) -> Result<(), EditFault> {
    if which.is_title() {
        must_have_title(text)?;
    }
    *text_mut(scenario, which)? = text.to_owned();
    Ok(())
}

/// Adds a text to a list and returns its place.
///
/// # Errors
/// The list does not exist, or the text is empty.
pub fn add_item(scenario: &mut Scenario, which: &Texts, text: &str) -> Result<usize, EditFault> {
    must_have_title(text)?;
    let list = texts_mut(scenario, which)?;
    list.push(text.to_owned());
    Ok(list.len() - 1)
}

/// Replaces a text of a list.
///
/// # Errors
/// There is none at this place, or the text is empty.
pub fn set_item(
    scenario: &mut Scenario,
    which: &Texts,
    index: usize,
    text: &str,
) -> Result<(), EditFault> {
    must_have_title(text)?;
    let list = texts_mut(scenario, which)?;
    let item = list.get_mut(index).ok_or_else(|| missing(index))?;
    *item = text.to_owned();
    Ok(())
}

/// Replaces a whole list.
///
/// # Errors
/// The list does not exist, or one of the texts is empty.
pub fn set_texts(
    scenario: &mut Scenario,
    which: &Texts,
    list: Vec<String>,
) -> Result<(), EditFault> {
    list.iter().try_for_each(|text| must_have_title(text))?;
    *texts_mut(scenario, which)? = list;
    Ok(())
}

/// Removes a text from a list and returns it.
///
/// # Errors
/// There is none at this place.
pub fn remove_item(
    scenario: &mut Scenario,
    which: &Texts,
    index: usize,
) -> Result<String, EditFault> {
    let list = texts_mut(scenario, which)?;
    if index >= list.len() {
        return Err(missing(index));
    }
    Ok(list.remove(index))
}

/// Moves a text to another place in its list.
///
/// # Errors
/// There is no such text or place.
pub fn move_item(
    scenario: &mut Scenario,
    which: &Texts,
    from: usize,
    to: usize,
) -> Result<(), EditFault> {
    shift(texts_mut(scenario, which)?, from, to)
}

fn text_mut<'a>(scenario: &'a mut Scenario, which: &Text) -> Result<&'a mut String, EditFault> {
    Ok(match which {
        Text::Title => &mut scenario.title,
        Text::Question => &mut scenario.question,
        Text::Notes => &mut scenario.notes,
        Text::ReviewBy => &mut scenario.review_by,
        Text::Decider => &mut scenario.frame.decider,
        Text::DecideBy => &mut scenario.frame.decide_by,
        Text::ForWhom => &mut scenario.frame.for_whom,
        Text::Success => &mut scenario.frame.success,
        Text::RoomDate => &mut scenario.room.date,
        Text::BlindLocked => &mut scenario.blind.locked,
        Text::NodeTitle(id) => head(scenario, id)?.title,
        Text::NodeActor(id) => head(scenario, id)?.actor,
        Text::NodeRationale(id) => head(scenario, id)?.rationale,
        Text::OutcomeTitle(node, id) => outcome_mut(scenario, node, id)?.title,
        Text::OutcomeRationale(node, id) => outcome_mut(scenario, node, id)?.rationale,
        Text::NotCounted(node, id) => outcome_mut(scenario, node, id)?.not_counted,
        Text::EffectRationale(owner, index) => &mut effect(scenario, owner, *index)?.rationale,
        Text::WildcardTitle(id) => &mut wildcard_mut(scenario, id)?.title,
        Text::WildcardRationale(id) => &mut wildcard_mut(scenario, id)?.rationale,
        Text::AssumptionRationale(store, id) => &mut entry_mut(scenario, *store, id)?.rationale,
    })
}

fn texts_mut<'a>(
    scenario: &'a mut Scenario,
    which: &Texts,
) -> Result<&'a mut Vec<String>, EditFault> {
    Ok(match which {
        Texts::RedLines => &mut scenario.frame.red_lines,
        Texts::Present => &mut scenario.room.present,
        Texts::Missing => &mut scenario.room.missing,
        Texts::Parked => &mut scenario.parked,
        Texts::ChangedAfter => &mut scenario.blind.changed_after,
        Texts::NodeSources(id) => head(scenario, id)?.sources,
        Texts::OutcomeSources(node, id) => outcome_mut(scenario, node, id)?.sources,
        Texts::Adopts(node, id) => outcome_mut(scenario, node, id)?.adopts,
        Texts::EffectSources(owner, index) => &mut effect(scenario, owner, *index)?.sources,
        Texts::EffectCohorts(owner, index) => &mut effect(scenario, owner, *index)?.cohorts,
        Texts::WildcardSources(id) => &mut wildcard_mut(scenario, id)?.sources,
        Texts::AssumptionSources(store, id) => &mut entry_mut(scenario, *store, id)?.sources,
    })
}

fn effect<'a>(
    scenario: &'a mut Scenario,
    owner: &Owner,
    index: usize,
) -> Result<&'a mut Effect, EditFault> {
    let found = effects_mut(scenario, owner)?.get_mut(index);
    found.ok_or_else(|| no_such(Part::Effect, (index + 1).to_string()))
}

/// The texts that every node has.
struct Head<'a> {
    title: &'a mut String,
    actor: &'a mut String,
    rationale: &'a mut String,
    sources: &'a mut Vec<String>,
}

fn head<'a>(scenario: &'a mut Scenario, id: &str) -> Result<Head<'a>, EditFault> {
    Ok(match node_mut(scenario, id)? {
        Node::Chance(node) => Head {
            title: &mut node.title,
            actor: &mut node.actor,
            rationale: &mut node.rationale,
            sources: &mut node.sources,
        },
        Node::Decision(node) => Head {
            title: &mut node.title,
            actor: &mut node.actor,
            rationale: &mut node.rationale,
            sources: &mut node.sources,
        },
    })
}
