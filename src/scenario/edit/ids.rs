//! Ids made from titles, and that no id is used twice.

use super::EditFault;
use crate::scenario::Scenario;
use crate::scenario::check::is_id;

/// Longest id, as the check holds it.
const LONGEST: usize = 40;

/// The id that a title suggests: small letters, digits and `_`, beginning with a letter.
#[must_use]
pub fn slug(title: &str) -> String {
    let mut id = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            "" if !id.is_empty() && !id.ends_with('_') => id.push('_'),
            "" => {}
            letters => id.push_str(letters),
        }
    }
    id.truncate(LONGEST);
    let id = id.trim_matches('_');
    if is_id(id) {
        id.to_owned()
    } else {
        shortened(&format!("n{id}"), LONGEST).to_owned()
    }
}

/// A small letter or digit as it stands in an id; empty if it has no place there.
fn plain(letter: char) -> &'static str {
    const ASCII: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
    if let Some(at) = ASCII.find(letter) {
        return ASCII.get(at..=at).unwrap_or_default();
    }
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => "a",
        'ç' => "c",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => "o",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ý' | 'ÿ' => "y",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        _ => "",
    }
}

fn shortened(id: &str, most: usize) -> &str {
    id.get(..most.min(id.len())).unwrap_or(id)
}

/// The id that a title suggests, with a number behind it if that is taken.
#[must_use]
pub fn fresh_id(title: &str, taken: impl Fn(&str) -> bool) -> String {
    numbered(&slug(title), taken)
}

/// An id, with the first free number behind it if it is taken.
pub(super) fn numbered(id: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(id) {
        return id.to_owned();
    }
    let with = |number: u64| {
        let ending = format!("_{number}");
        format!("{}{ending}", shortened(id, LONGEST - ending.len()))
    };
    // Among this many, one is free: nothing holds so many names.
    let free = (2..u64::MAX).map(with).find(|id| !taken(id));
    free.unwrap_or_else(|| id.to_owned())
}

/// Refuses an id of the wrong form or one that is taken.
pub(super) fn must_be_free(id: &str, taken: impl Fn(&str) -> bool) -> Result<(), EditFault> {
    if !is_id(id) {
        return Err(EditFault::BadId { id: id.to_owned() });
    }
    if taken(id) {
        return Err(EditFault::TakenId { id: id.to_owned() });
    }
    Ok(())
}

/// A free id for a node.
pub(super) fn node_id(scenario: &Scenario, title: &str) -> String {
    fresh_id(title, |id| scenario.tree.nodes.contains_key(id))
}

/// Refuses a title without any sign.
pub(super) fn must_have_title(title: &str) -> Result<(), EditFault> {
    if title.trim().is_empty() {
        return Err(EditFault::EmptyTitle);
    }
    Ok(())
}
