//! Notes about how a run went, in words.

use super::run::Note;
use crate::words::{Value, known_message, tell};

/// Fills in the words of every note, for readers of the JSON.
pub fn tell_notes(notes: &mut [Note]) {
    for note in notes {
        note.text = note_text(note);
    }
}

/// A note in words; the text it came with if this version does not know its id.
#[must_use]
pub fn note_text(note: &Note) -> String {
    let id = format!("note-{}", note.id);
    if !known_message(&id) {
        return note.text.clone();
    }
    let value = |value: &serde_json::Value| match (value.as_i64(), value.as_str()) {
        (Some(count), _) => Value::Count(count),
        (None, Some(text)) => Value::from(text.to_owned()),
        (None, None) => Value::from(value.to_string()),
    };
    let values: Vec<(&str, Value<'_>)> = note
        .values
        .iter()
        .map(|(name, found)| (name.as_str(), value(found)))
        .collect();
    tell(&id, &values)
}
