//! Where the years stand: far enough apart for what is written between them, and spread over the
//! width there is.

use std::collections::BTreeMap;

use super::Tree;
use super::grow::{Occurrence, Slot, State};
use super::heads::{Words, node, outcome, probability};
use crate::look::Look;
use crate::widgets::text::width;

/// The longest title that is worth its room.
const LONGEST: usize = 32;
/// The shortest title that still says something.
const SHORTEST: usize = 4;
/// Titles of a tree that has to be scrolled anyway.
const SCROLLED: usize = 14;
/// Columns that a year and the space beside it take.
const YEAR: i32 = 6;

/// What is written, and where the columns are.
pub(super) struct Columns {
    /// The words of each occurrence.
    pub(super) nodes: Vec<Words>,
    /// The words of each of their outcomes.
    pub(super) outcomes: Vec<Vec<Words>>,
    pub(super) slots: BTreeMap<Slot, Column>,
    /// The column of the horizon.
    pub(super) end: i32,
    /// All columns there are.
    pub(super) width: i32,
}

/// The columns of the nodes of one slot, counted from where their glyphs stand.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Column {
    /// Where the glyphs stand.
    pub(super) x: i32,
    /// Where the branches part.
    pub(super) trunk: i32,
    /// Columns of the widest probability.
    pub(super) odds: i32,
}

impl Column {
    /// Where the titles of outcomes begin, counted from the glyphs.
    pub(super) fn label(self) -> i32 {
        let odds = if self.odds > 0 { self.odds + 1 } else { 0 };
        self.trunk + 3 + odds
    }
}

/// The columns with the longest titles that fit into `width`.
pub(super) fn columns(tree: &Tree, grown: &[Occurrence<'_>], room: i32, look: Look) -> Columns {
    let horizon = grown
        .iter()
        .map(|at| at.slot.year)
        .fold(tree.last, i32::max);
    let with = |most: usize| measured(tree, grown, most, look, horizon);
    // Longer titles need more columns, so the longest that fit are found by halving.
    let (mut fits, mut too_long) = (None, LONGEST + 1);
    let mut shortest = SHORTEST;
    while shortest < too_long {
        let most = usize::midpoint(shortest, too_long);
        let columns = with(most);
        if columns.width <= room {
            fits = Some(columns);
            shortest = most + 1;
        } else {
            too_long = most;
        }
    }
    let mut columns = fits.unwrap_or_else(|| with(SCROLLED));
    columns.spread(room, tree.first, horizon);
    columns
}

fn measured(
    tree: &Tree,
    grown: &[Occurrence<'_>],
    most: usize,
    look: Look,
    horizon: i32,
) -> Columns {
    let nodes: Vec<Words> = grown.iter().map(|at| node(at, tree, most, look)).collect();
    let outcomes: Vec<Vec<Words>> = grown.iter().map(|at| labels(at, most, look)).collect();
    let mut columns = Columns {
        slots: slots(grown, &nodes, look),
        nodes,
        outcomes,
        end: 0,
        width: 0,
    };
    columns.place(grown, tree.first, horizon);
    columns
}

fn labels(at: &Occurrence<'_>, most: usize, look: Look) -> Vec<Words> {
    let outcomes = at.node.map_or(&[][..], |node| &node.outcomes);
    let shown = outcomes.iter().take(at.outcomes.len());
    shown.map(|one| outcome(one, most, look)).collect()
}

/// How wide the nodes of each slot are.
fn slots(grown: &[Occurrence<'_>], nodes: &[Words], look: Look) -> BTreeMap<Slot, Column> {
    let mut slots: BTreeMap<Slot, Column> = BTreeMap::new();
    for (at, words) in grown.iter().zip(nodes) {
        let column = slots.entry(at.slot).or_default();
        if at.state == State::Open {
            column.trunk = column.trunk.max(words.width + 1);
        }
        let outcomes = at.node.map_or(&[][..], |node| &node.outcomes);
        for outcome in outcomes.iter().take(at.outcomes.len()) {
            let odds = width(&probability(outcome, look), look);
            column.odds = column.odds.max(i32::try_from(odds).unwrap_or(0));
        }
    }
    slots
}

impl Columns {
    /// Puts each slot as far to the left as what stands before it allows.
    fn place(&mut self, grown: &[Occurrence<'_>], first: i32, horizon: i32) {
        let mut needed: BTreeMap<Slot, i32> = BTreeMap::new();
        let mut end = 0;
        let (mut year, mut x) = (first, 0);
        let slots: Vec<Slot> = self.slots.keys().copied().collect();
        for slot in slots {
            // A year is named once; what happens later in it needs no room for its name.
            let gap = if slot.year == year { 4 } else { YEAR };
            x = needed.get(&slot).copied().unwrap_or(0).max(x + gap);
            year = slot.year;
            if let Some(column) = self.slots.get_mut(&slot) {
                column.x = x;
            }
            self.ask(grown, slot, &mut needed, &mut end);
        }
        let gap = if year == horizon { 2 } else { YEAR + 3 };
        self.end = end.max(x + gap);
        self.width = self.widest(grown).max(self.end + 1);
    }

    /// What the nodes of a slot ask of the slots that follow.
    fn ask(
        &self,
        grown: &[Occurrence<'_>],
        slot: Slot,
        needed: &mut BTreeMap<Slot, i32>,
        end: &mut i32,
    ) {
        let Some(column) = self.slots.get(&slot) else {
            return;
        };
        let here = grown.iter().zip(&self.outcomes);
        for (at, labels) in here.filter(|(at, _)| at.slot == slot) {
            for ((_, next), label) in at.outcomes.iter().zip(labels) {
                let after = column.x + column.label() + label.width + 2;
                match next.and_then(|next| grown.get(next)) {
                    Some(next) => {
                        let least = needed.entry(next.slot).or_default();
                        *least = (*least).max(after);
                    }
                    None => *end = (*end).max(after),
                }
            }
        }
    }

    fn widest(&self, grown: &[Occurrence<'_>]) -> i32 {
        let ends = grown.iter().zip(&self.nodes).map(|(at, words)| {
            let x = self.slots.get(&at.slot).map_or(0, |column| column.x);
            x + words.width
        });
        ends.max().unwrap_or(0)
    }

    /// Gives room that is left to the years, in proportion to the time between them.
    fn spread(&mut self, room: i32, first: i32, horizon: i32) {
        let extra = f64::from((room - self.width).max(0));
        let span = f64::from(horizon.saturating_sub(first).max(1));
        let shift = |year: i32| {
            let share = f64::from(year.saturating_sub(first)) / span;
            (extra * share).floor() as i32
        };
        for (slot, column) in &mut self.slots {
            column.x += shift(slot.year);
        }
        self.end += shift(horizon);
        self.width = self.width.max(room.min(self.width + shift(horizon)));
    }
}
