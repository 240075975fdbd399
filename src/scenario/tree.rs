//! The tree, stored flat: nodes by id, branches naming the next node.

use super::{Closed, Effect, Node, Outcome};
use indexmap::IndexMap;
use serde::Deserialize;
use std::collections::HashSet;

/// A map of nodes and where to begin.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tree {
    /// Id of the first node; empty if there is no node.
    pub root: String,
    /// All nodes by id, in the order of the file.
    pub nodes: IndexMap<String, Node>,
}

impl Tree {
    /// An effect of the tree by its id, with node and outcome that it belongs to.
    #[must_use]
    pub fn effect(&self, id: &str) -> Option<(&str, Outcome<'_>, &Effect)> {
        self.nodes.iter().find_map(|(node, own)| {
            own.outcomes().into_iter().find_map(|outcome| {
                let owner = format!("{node}.{}", outcome.id);
                let mut effects = outcome.effects.iter();
                let found = effects.find(|effect| effect.id_within(&owner) == id)?;
                Some((node.as_str(), outcome, found))
            })
        })
    }

    /// Ids of the nodes that some path reaches, given the decisions that are closed.
    #[must_use]
    pub fn reachable(&self) -> HashSet<&str> {
        let mut seen = HashSet::new();
        let mut waiting = vec![self.root.as_str()];
        while let Some(id) = waiting.pop() {
            let Some((id, node)) = self.nodes.get_key_value(id) else {
                continue;
            };
            if seen.insert(id.as_str()) {
                let followed = Closed::Respected.followed(node);
                waiting.extend(followed.into_iter().filter_map(|outcome| outcome.next));
            }
        }
        seen
    }
}
