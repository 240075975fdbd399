//! Which parts of a tree are drawn, and on which line: each line is one way through the tree.

use std::collections::{HashMap, HashSet};

use super::{Spot, Tree, TreeNode};

/// A year, and how many nodes of the same year come before on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Slot {
    pub(super) year: i32,
    pub(super) rank: i32,
}

/// How much of a node is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// With its outcomes.
    Open,
    /// Without them: so many ways are hidden.
    Folded(usize),
    /// It is drawn above, as this occurrence.
    AsAbove(usize),
    /// There is no such node.
    Missing,
}

/// A node where a path meets it.
pub(super) struct Occurrence<'a> {
    pub(super) spot: Spot,
    /// The node, unless there is none of that id.
    pub(super) node: Option<&'a TreeNode>,
    /// The id by which it was asked for.
    pub(super) id: &'a str,
    pub(super) state: State,
    pub(super) slot: Slot,
    pub(super) row: usize,
    /// For each outcome its line and the occurrence that follows; empty unless open.
    pub(super) outcomes: Vec<(usize, Option<usize>)>,
    /// Whether more than one branch leads here.
    pub(super) shared: bool,
}

/// All occurrences in the order of their lines, the root first, and how many lines there are.
pub(super) fn grow<'a>(
    tree: &'a Tree,
    folded: &'a HashSet<String>,
) -> (Vec<Occurrence<'a>>, usize) {
    let mut grower = Grower {
        nodes: tree
            .nodes
            .iter()
            .map(|node| (node.id.as_str(), node))
            .collect(),
        folded,
        seen: HashMap::new(),
        grown: Vec::new(),
        rows: 0,
    };
    if let Some(root) = &tree.root {
        let base = Slot {
            year: tree.first,
            rank: 0,
        };
        grower.visit(root, Spot::root(), base);
    }
    grower.mark_shared();
    (grower.grown, grower.rows)
}

struct Grower<'a> {
    nodes: HashMap<&'a str, &'a TreeNode>,
    folded: &'a HashSet<String>,
    seen: HashMap<&'a str, usize>,
    grown: Vec<Occurrence<'a>>,
    rows: usize,
}

impl<'a> Grower<'a> {
    /// Grows the node of this id and everything behind it; its place among the occurrences.
    fn visit(&mut self, id: &'a str, spot: Spot, before: Slot) -> usize {
        let node = self.nodes.get(id).copied();
        let state = self.state(id, node);
        let here = self.grown.len();
        let year = node.map_or(before.year, |node| node.year);
        let slot = later(before, year);
        self.grown.push(Occurrence {
            spot,
            node,
            id,
            state,
            slot,
            row: self.rows,
            outcomes: Vec::new(),
            shared: false,
        });
        match node.filter(|_| state == State::Open) {
            Some(node) => {
                self.seen.insert(id, here);
                self.outcomes(node, here, slot);
            }
            None => self.rows += 1,
        }
        here
    }

    fn outcomes(&mut self, node: &'a TreeNode, here: usize, slot: Slot) {
        if node.outcomes.is_empty() {
            self.rows += 1;
        }
        for outcome in &node.outcomes {
            let row = self.rows;
            let spot = self.grown.get(here).map(|grown| grown.spot.clone());
            let spot = spot.unwrap_or_default().outcome(&outcome.id).next();
            let next = match &outcome.next {
                Some(next) => Some(self.visit(next, spot, slot)),
                None => {
                    self.rows += 1;
                    None
                }
            };
            if let Some(grown) = self.grown.get_mut(here) {
                grown.outcomes.push((row, next));
            }
        }
    }

    fn state(&self, id: &str, node: Option<&TreeNode>) -> State {
        match (node, self.seen.get(id)) {
            (None, _) => State::Missing,
            (Some(_), Some(first)) => State::AsAbove(*first),
            (Some(_), None) if self.folded.contains(id) => {
                State::Folded(self.ways(id, &mut HashMap::new()))
            }
            (Some(_), None) => State::Open,
        }
    }

    /// The ways from a node to an end. What leads back to itself counts as one.
    fn ways(&self, id: &'a str, known: &mut HashMap<&'a str, usize>) -> usize {
        if let Some(ways) = known.get(id) {
            return *ways;
        }
        known.insert(id, 1);
        let outcomes = self.nodes.get(id).map_or(&[][..], |node| &node.outcomes);
        let ways = outcomes.iter().map(|outcome| match &outcome.next {
            Some(next) => self.ways(next, known),
            None => 1,
        });
        let ways = ways.fold(0_usize, usize::saturating_add).max(1);
        known.insert(id, ways);
        ways
    }

    fn mark_shared(&mut self) {
        let firsts: Vec<usize> = self
            .grown
            .iter()
            .filter_map(|grown| match grown.state {
                State::AsAbove(first) => Some(first),
                _ => None,
            })
            .collect();
        for first in firsts {
            if let Some(grown) = self.grown.get_mut(first) {
                grown.shared = true;
            }
        }
    }
}

/// The slot of a node of this year that comes after `before`. A year that is too early is wrong, and
/// is shown where it still can be seen: right behind.
fn later(before: Slot, year: i32) -> Slot {
    if year > before.year {
        Slot { year, rank: 0 }
    } else {
        Slot {
            year: before.year,
            rank: before.rank + 1,
        }
    }
}
