//! Walking from the root of a tree to its ends.

use super::{Node, Outcome, Scenario, Tree};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

/// More paths than this are refused.
pub const MOST_PATHS: u64 = 4_096;

/// One outcome of one node on a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PathStep<'a> {
    /// Id of the node.
    pub node: &'a str,
    /// Id of its branch or option.
    pub outcome: &'a str,
}

/// From the root to an end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct TreePath<'a> {
    /// Outcomes in the order of time.
    pub steps: Vec<PathStep<'a>>,
}

impl TreePath<'_> {
    /// The path id, such as `budget=cheaper/passed_on=little/power=slow`; empty for no node.
    #[must_use]
    pub fn id(&self) -> String {
        path_id(&self.steps)
    }
}

/// The id of a path or of its beginning.
#[must_use]
pub fn path_id(steps: &[PathStep<'_>]) -> String {
    let mut id = String::new();
    for (number, step) in steps.iter().enumerate() {
        let slash = if number > 0 { "/" } else { "" };
        let _ = write!(id, "{slash}{}={}", step.node, step.outcome);
    }
    id
}

/// Which outcomes of a decision that names its option are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// Only the named option, as a run does.
    Respected,
    /// All options, as a check does.
    Ignored,
}

impl Closed {
    /// The outcomes of a node that are followed, in the order of the file.
    pub(crate) fn followed<'a>(self, node: &'a Node) -> Vec<Outcome<'a>> {
        let mut outcomes = node.outcomes();
        if let (Self::Respected, Some(chosen)) = (self, node.choose()) {
            outcomes.retain(|outcome| outcome.id == chosen);
        }
        outcomes
    }
}

/// Every path of the scenario's tree, depth first, in the order of the file; closed decisions
/// follow their option only. A tree without nodes has one path, with the id "".
///
/// Of a tree that a check would refuse, paths end where they would come round again or lead
/// nowhere. There may be very many: see [`count_paths`].
pub fn paths(scenario: &Scenario) -> impl Iterator<Item = TreePath<'_>> {
    Paths::new(&scenario.tree, Closed::Respected)
}

/// Walks depth first without recursion.
pub(crate) struct Paths<'a> {
    tree: &'a Tree,
    closed: Closed,
    /// Outcomes still to follow, for each node on the way; the last one followed is in `steps`.
    waiting: Vec<(&'a str, std::vec::IntoIter<Outcome<'a>>)>,
    steps: Vec<PathStep<'a>>,
    started: bool,
}

impl<'a> Paths<'a> {
    /// Begins at the root.
    pub(crate) fn new(tree: &'a Tree, closed: Closed) -> Self {
        Self {
            tree,
            closed,
            waiting: Vec::new(),
            steps: Vec::new(),
            started: false,
        }
    }

    /// Enters a node; false if there is nothing to enter.
    fn enter(&mut self, id: &str) -> bool {
        let Some((id, node)) = self.tree.nodes.get_key_value(id) else {
            return false;
        };
        let round_again = self.waiting.iter().any(|(other, _)| *other == id.as_str());
        let outcomes = self.closed.followed(node);
        if round_again || outcomes.is_empty() {
            return false;
        }
        self.waiting.push((id, outcomes.into_iter()));
        true
    }
}

impl<'a> Iterator for Paths<'a> {
    type Item = TreePath<'a>;

    fn next(&mut self) -> Option<TreePath<'a>> {
        if !self.started {
            self.started = true;
            if !self.enter(&self.tree.root) {
                return Some(TreePath::default());
            }
        }
        loop {
            let (node, outcomes) = self.waiting.last_mut()?;
            let node: &'a str = node;
            let next = outcomes.next();
            // Whatever was followed before at this node and below is done with.
            self.steps.truncate(self.waiting.len() - 1);
            let Some(outcome) = next else {
                self.waiting.pop();
                continue;
            };
            let outcome_id = outcome.id;
            self.steps.push(PathStep {
                node,
                outcome: outcome_id,
            });
            if !outcome.next.is_some_and(|next| self.enter(next)) {
                let steps = self.steps.clone();
                return Some(TreePath { steps });
            }
        }
    }
}

/// How many paths a tree has, without walking them; `u64::MAX` stands for more than can be
/// counted.
#[must_use]
pub fn count_paths(tree: &Tree, closed: Closed) -> u64 {
    let mut known: HashMap<&str, u64> = HashMap::new();
    let mut open: HashSet<&str> = HashSet::new();
    let mut way = vec![tree.root.as_str()];
    while let Some(id) = way.last().copied() {
        let node = tree.nodes.get(id);
        let outcomes = node.map(|node| closed.followed(node)).unwrap_or_default();
        if open.insert(id) {
            let nexts = outcomes.iter().filter_map(|outcome| outcome.next);
            way.extend(nexts.filter(|next| !known.contains_key(next) && !open.contains(next)));
            continue;
        }
        way.pop();
        let beyond = |outcome: &Outcome<'_>| {
            let known = outcome.next.and_then(|next| known.get(next));
            known.copied().unwrap_or(1)
        };
        let count = outcomes.iter().map(beyond).fold(0, u64::saturating_add);
        known.entry(id).or_insert(count.max(1));
    }
    known.get(tree.root.as_str()).copied().unwrap_or(1)
}
