//! The tree, stored flat: nodes by id, branches naming the next node.

use super::{Closed, Node};
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
