//! What is written at a node and at an outcome, piece by piece.

use super::grow::{Occurrence, State};
use super::{NodeKind, Tree, TreeOutcome};
use crate::look::{Look, Role};
use crate::widgets::text::{fit, width};

/// Pieces of text, each with its role.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    pub(super) pieces: Vec<(String, Role)>,
    pub(super) width: i32,
}

impl Words {
    fn add(&mut self, text: &str, role: Role, look: Look) {
        let text = look.text(text).into_owned();
        self.width += i32::try_from(width(&text, look)).unwrap_or(0);
        self.pieces.push((text, role));
    }
}

/// A node: its glyph, the letter of its layer, its title, and what marks it.
pub(super) fn node(at: &Occurrence<'_>, tree: &Tree, most: usize, look: Look) -> Words {
    let mut words = Words::default();
    let glyphs = look.glyphs();
    let Some(node) = at.node else {
        words.add(glyphs.error, Role::Error, look);
        words.add(" ", Role::Text, look);
        words.add(&fit(at.id, most, look), Role::Error, look);
        return words;
    };
    let glyph = match node.kind {
        NodeKind::Chance => glyphs.chance,
        NodeKind::Decision => glyphs.decision,
    };
    words.add(glyph, Role::Text, look);
    words.add(&node.letter, Role::Layer(node.layer), look);
    let title = fit(&node.title, most, look);
    if !title.is_empty() {
        words.add(" ", Role::Text, look);
        words.add(&title, Role::Text, look);
    }
    for (marked, glyph, role) in [
        (node.marks.error, glyphs.error, Role::Error),
        (node.marks.wildcard, glyphs.wildcard, Role::Warning),
        (at.shared, glyphs.shared, Role::Muted),
    ] {
        if marked {
            words.add(" ", Role::Text, look);
            words.add(glyph, role, look);
        }
    }
    match at.state {
        State::Folded(ways) => {
            words.add(" ", Role::Text, look);
            words.add(&format!("{}{ways}", glyphs.fold), Role::Key, look);
        }
        State::AsAbove(_) => {
            words.add(" ", Role::Text, look);
            words.add(&tree.as_above, Role::Muted, look);
        }
        State::Open | State::Missing => {}
    }
    words
}

/// An outcome: its title and what marks it.
pub(super) fn outcome(outcome: &TreeOutcome, most: usize, look: Look) -> Words {
    let mut words = Words::default();
    let glyphs = look.glyphs();
    let role = if outcome.marks.closed {
        Role::Muted
    } else {
        Role::Text
    };
    words.add(&fit(&outcome.title, most, look), role, look);
    for (marked, glyph, role) in [
        (outcome.marks.error, glyphs.error, Role::Error),
        (outcome.marks.wildcard, glyphs.wildcard, Role::Warning),
    ] {
        if marked {
            words.add(" ", Role::Text, look);
            words.add(glyph, role, look);
        }
    }
    words
}

/// A probability with its pin.
pub(super) fn probability(outcome: &TreeOutcome, look: Look) -> String {
    let pin = if outcome.marks.pinned {
        look.glyphs().pin
    } else {
        ""
    };
    format!("{}{pin}", look.text(&outcome.probability))
}
