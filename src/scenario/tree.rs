//! The tree, stored flat: nodes by id, branches naming the next node.

use super::Node;
use indexmap::IndexMap;
use serde::Deserialize;

/// A map of nodes and where to begin.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tree {
    /// Id of the first node; empty if there is no node.
    pub root: String,
    /// All nodes by id, in the order of the file.
    pub nodes: IndexMap<String, Node>,
}
