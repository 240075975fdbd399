//! Where each part of a tree is drawn. Made once for a tree and a width, and asked many times.

use std::collections::{HashMap, HashSet};

use ratatui::layout::Rect;

use super::columns::{Columns, columns};
use super::grow::{Occurrence, Slot, State, grow};
use super::heads::{Words, probability};
use super::{Spot, Tree};
use crate::look::Look;

/// How far a picture is scrolled, in columns and lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    /// Columns that are out of sight to the left.
    pub x: u16,
    /// Lines that are out of sight above.
    pub y: u16,
}

/// A tree laid out for a width.
#[derive(Clone, Debug)]
pub struct TreeLayout {
    pub(super) nodes: Vec<NodePlace>,
    pub(super) outcomes: Vec<OutcomePlace>,
    pub(super) years: Vec<(i32, i32)>,
    pub(super) width: i32,
    pub(super) rows: i32,
    pub(super) index: HashMap<Spot, Item>,
}

/// What a spot is, by its number among nodes or outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Node(usize),
    Outcome(usize),
}

/// A node and where it stands.
#[derive(Clone, Debug)]
pub(super) struct NodePlace {
    pub(super) spot: Spot,
    pub(super) words: Words,
    pub(super) x: i32,
    pub(super) row: i32,
    /// Where its branches part.
    pub(super) trunk: i32,
    /// Its outcomes, by number.
    pub(super) outcomes: std::ops::Range<usize>,
    /// The spot where it is drawn, if it is not drawn here.
    pub(super) drawn: Option<Spot>,
}

/// An outcome and where it stands.
#[derive(Clone, Debug)]
pub(super) struct OutcomePlace {
    pub(super) spot: Spot,
    pub(super) words: Words,
    pub(super) odds: String,
    pub(super) row: i32,
    /// Where its branch begins.
    pub(super) trunk: i32,
    /// Columns for its probability.
    pub(super) odds_width: i32,
    /// Where its title begins.
    pub(super) label: i32,
    /// Where its line ends.
    pub(super) to: i32,
    /// Whether the path ends there.
    pub(super) ends: bool,
}

impl TreeLayout {
    /// Lays a tree out for `width` columns. What does not fit can be scrolled to. `folded` holds the
    /// ids of nodes whose outcomes are hidden.
    #[must_use]
    pub fn new(tree: &Tree, folded: &HashSet<String>, width: u16, look: Look) -> Self {
        let (grown, rows) = grow(tree, folded);
        let columns = columns(tree, &grown, i32::from(width), look);
        let mut layout = Self {
            nodes: Vec::new(),
            outcomes: Vec::new(),
            years: years(tree, &columns),
            width: columns.width,
            rows: i32::try_from(rows).unwrap_or(i32::MAX),
            index: HashMap::new(),
        };
        for (number, at) in grown.iter().enumerate() {
            layout.add(number, at, &grown, &columns, look);
        }
        layout
    }

    /// Columns that the whole picture takes.
    #[must_use]
    pub fn width(&self) -> u16 {
        u16::try_from(self.width).unwrap_or(u16::MAX)
    }

    /// Lines that the whole picture takes, without the years above it.
    #[must_use]
    pub fn height(&self) -> u16 {
        u16::try_from(self.rows).unwrap_or(u16::MAX)
    }

    /// The scroll that moves least from `from` and shows this spot in `area`.
    #[must_use]
    pub fn scroll_to(&self, spot: &Spot, area: Rect, from: Scroll) -> Scroll {
        let Some((x, width, row)) = self.find(spot).map(|item| self.place(item)) else {
            return from;
        };
        let (wide, lines) = (i32::from(area.width), i32::from(area.height));
        let lines = lines - header(lines);
        Scroll {
            x: shifted(i32::from(from.x), (x - 2, x + width + 2), wide, self.width),
            y: shifted(i32::from(from.y), (row - 1, row + 2), lines, self.rows),
        }
    }

    /// The column, the width and the line of an item.
    pub(super) fn place(&self, item: Item) -> (i32, i32, i32) {
        match item {
            Item::Node(number) => self
                .nodes
                .get(number)
                .map_or((0, 0, 0), |node| (node.x, node.words.width, node.row)),
            Item::Outcome(number) => self.outcomes.get(number).map_or((0, 0, 0), |outcome| {
                let to = outcome.label + outcome.words.width;
                (outcome.trunk, to - outcome.trunk, outcome.row)
            }),
        }
    }

    fn add(
        &mut self,
        number: usize,
        at: &Occurrence<'_>,
        grown: &[Occurrence<'_>],
        columns: &Columns,
        look: Look,
    ) {
        let column = columns.slots.get(&at.slot).copied().unwrap_or_default();
        let first = self.outcomes.len();
        let outcomes = at.node.map_or(&[][..], |node| &node.outcomes);
        let labels = columns.outcomes.get(number).into_iter().flatten();
        for (((row, next), outcome), words) in at.outcomes.iter().zip(outcomes).zip(labels) {
            let next = next.and_then(|next| grown.get(next));
            let next = next.and_then(|next| columns.slots.get(&next.slot));
            let spot = at.spot.outcome(&outcome.id);
            self.index
                .insert(spot.clone(), Item::Outcome(self.outcomes.len()));
            self.outcomes.push(OutcomePlace {
                spot,
                words: words.clone(),
                odds: probability(outcome, look),
                row: i32::try_from(*row).unwrap_or(i32::MAX),
                trunk: column.x + column.trunk,
                odds_width: column.odds,
                label: column.x + column.label(),
                to: next.map_or(columns.end, |column| column.x),
                ends: next.is_none(),
            });
        }
        let drawn = match at.state {
            State::AsAbove(first) => grown.get(first).map(|first| first.spot.clone()),
            _ => None,
        };
        self.index
            .insert(at.spot.clone(), Item::Node(self.nodes.len()));
        self.nodes.push(NodePlace {
            spot: at.spot.clone(),
            words: columns.nodes.get(number).cloned().unwrap_or_default(),
            x: column.x,
            row: i32::try_from(at.row).unwrap_or(i32::MAX),
            trunk: column.x + column.trunk,
            outcomes: first..self.outcomes.len(),
            drawn,
        });
    }
}

/// The years that are named above the tree, each with its column.
fn years(tree: &Tree, columns: &Columns) -> Vec<(i32, i32)> {
    let base = Slot {
        year: tree.first,
        rank: 0,
    };
    let mut years = vec![(tree.first, 0)];
    let later = columns.slots.iter().filter(|(slot, _)| **slot > base);
    years.extend(
        later
            .filter(|(slot, _)| slot.rank == 0)
            .map(|(slot, column)| (slot.year, column.x)),
    );
    if years.last().is_some_and(|(year, _)| *year < tree.last) {
        years.push((tree.last, columns.end));
    }
    years
}

/// Lines above the tree for the years.
pub(super) fn header(height: i32) -> i32 {
    match height {
        ..4 => 0,
        4..10 => 1,
        _ => 2,
    }
}

/// The scroll that moves least and shows what lies between `from` and `to`, its beginning first.
fn shifted(now: i32, (from, to): (i32, i32), window: i32, all: i32) -> u16 {
    let most = (all - window).max(0);
    let least = (to.min(all) - window).clamp(0, most);
    let shifted = now.max(least).min(from.max(0)).min(most);
    u16::try_from(shifted).unwrap_or(0)
}
