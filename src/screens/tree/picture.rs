//! From a scenario to the plain structs that the tree canvas draws.

use crate::app::tree::lines;
use crate::app::tree::marks::Mark;
use crate::app::{App, Document};
use crate::scenario::{BASE_YEAR, Node, Severity, Step};
use crate::tell;
use crate::widgets::tree::{Marks, NodeKind, Spot, Tree, TreeNode, TreeOutcome};

/// The tree as it is shown.
pub(super) fn of(app: &App, document: &Document) -> Tree {
    let scenario = &document.scenario;
    let nodes = scenario.tree.nodes.iter();
    let _ = app;
    Tree {
        first: BASE_YEAR,
        last: scenario.setting.horizon.1,
        root: Some(scenario.tree.root.clone()).filter(|root| !root.is_empty()),
        nodes: nodes.map(|(id, node)| one(document, id, node)).collect(),
        as_above: tell!("tree-as-above"),
    }
}

fn one(document: &Document, id: &str, node: &Node) -> TreeNode {
    let outcomes = node.outcomes();
    let chosen = node.choose();
    let outcomes = outcomes.iter().enumerate().map(|(place, outcome)| {
        let key = (id.to_owned(), outcome.id.to_owned());
        TreeOutcome {
            id: outcome.id.to_owned(),
            title: outcome.title.to_owned(),
            probability: lines::branch(node, place)
                .map(|branch| lines::share_short(&branch.probability))
                .unwrap_or_default(),
            next: outcome.next.map(str::to_owned),
            marks: Marks {
                error: is_wrong(document, id, Some(place)),
                pinned: document.pinned.contains(&key),
                closed: chosen.is_some_and(|chosen| chosen != outcome.id),
                ..Marks::default()
            },
        }
    });
    TreeNode {
        id: id.to_owned(),
        title: node.title().to_owned(),
        kind: match node {
            Node::Chance(_) => NodeKind::Chance,
            Node::Decision(_) => NodeKind::Decision,
        },
        layer: node.layer(),
        letter: lines::layer(node.layer()).chars().take(1).collect(),
        year: node.year(),
        marks: Marks {
            error: is_wrong(document, id, None),
            ..Marks::default()
        },
        outcomes: outcomes.collect(),
    }
}

/// Does an error stand at this node, or at this branch of it?
fn is_wrong(document: &Document, id: &str, place: Option<usize>) -> bool {
    document.findings.iter().any(|finding| {
        let steps = finding.place.steps();
        let own = steps
            .iter()
            .any(|step| matches!(step, Step::Key(key) if key == id));
        let branch = steps.iter().find_map(|step| match step {
            Step::Index(index) => Some(*index),
            _ => None,
        });
        finding.severity == Severity::Error && own && branch == place
    })
}

/// The place of a mark, by ids.
pub(super) fn spot(tree: &crate::scenario::Tree, mark: &Mark) -> Spot {
    Spot {
        path: mark
            .history(tree)
            .into_iter()
            .map(|(_, outcome)| outcome)
            .collect(),
        outcome: mark.outcome_id(tree),
    }
}
