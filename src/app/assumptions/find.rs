//! Looking an assumption up, and what it rests on.

use super::entries::{Entry, all};
use super::facts::{Facts, facts};
use super::{is_hidden, mark, marked};
use crate::app::tree::lines::evidence as evidence_word;
use crate::app::{App, Item, Pick};
use crate::seeds::catalogue;
use crate::tell;

/// Finds a parameter or an input by name, meaning or what it means in the world.
pub(super) fn find(app: &mut App) {
    let Some(document) = app.shown() else { return };
    let hidden = is_hidden(document);
    let entries: Vec<Entry> = all(&document.scenario)
        .into_iter()
        .filter(|entry| entry.store().is_some())
        .collect();
    let items = entries.iter().map(|entry| {
        let meaning = match entry {
            Entry::Parameter(parameter) => parameter.meaning.clone(),
            Entry::Input(input) => input.meaning.clone(),
            Entry::Correlation(_) | Entry::Elsewhere(_) => String::new(),
        };
        let about = match catalogue().path(entry.id()) {
            Some(path) if !hidden => path.observable(),
            _ => String::new(),
        };
        Item::new(meaning).detail(entry.id()).about(about)
    });
    let pick = Pick::new(tell!("assumptions-find"), items.collect(), {
        let entries = entries.clone();
        move |app, place| {
            if let Some(entry) = entries.get(place) {
                mark(app, entry);
            }
            Vec::new()
        }
    });
    app.pick(pick);
}

/// Shows all that is known of the marked entry.
pub(super) fn evidence(app: &mut App) {
    let (Some(document), Some(entry)) = (app.shown(), marked(app)) else {
        return;
    };
    let facts = facts(document, &entry);
    let text = sheet(&facts, is_hidden(document));
    app.show_page(facts.id.clone(), text);
}

/// All that is known, paragraph by paragraph.
#[must_use]
pub fn sheet(facts: &Facts, hidden: bool) -> String {
    let mut text = vec![facts.sentence(hidden), facts.meaning.clone()];
    text.push(numbers(facts, hidden));
    if let Some(room) = facts.room.as_ref().filter(|r| !r.rationale.is_empty()) {
        text.push(tell!("assumptions-because", text = &room.rationale));
    }
    if !hidden {
        text.extend(facts.doubts.iter().map(|doubt| {
            let year = facts.year.map(|year| year.to_string());
            match year {
                Some(year) => tell!("assumptions-doubt-year", doubt = doubt, year = year),
                None => tell!("assumptions-doubt", doubt = doubt),
            }
        }));
    }
    text.extend(facts.sources.iter().map(|id| source(id)));
    text.dedup();
    text.join("\n\n")
}

/// Our range, the room's and how well it is known, one a line.
fn numbers(facts: &Facts, hidden: bool) -> String {
    let mut lines = vec![tell!("assumptions-ours", range = facts.ours(hidden))];
    if facts.room.is_some() {
        lines.push(tell!("assumptions-rooms", range = facts.rooms()));
    }
    if !hidden || facts.room.is_some() {
        lines.push(evidence_word(facts.evidence));
    }
    lines.join("\n")
}

/// A source: the entry of the register, or as the room wrote it.
fn source(id: &str) -> String {
    match catalogue().evidence(id) {
        Some(entry) => tell!(
            "assumptions-source",
            id = id,
            figure = &entry.figure,
            source = &entry.source
        ),
        None => id.to_owned(),
    }
}
