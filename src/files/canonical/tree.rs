//! How the tree and the wildcards are written.

use super::layout::{Fields, Piece, fields, lines, list, map, named, text, word};
use super::quantity::{effect, probability, quantity};
use crate::scenario::{Branch, Choice, Given, Node, Tree, Wildcard};

/// The whole tree, one node after the other.
pub(super) fn tree(tree: &Tree) -> Piece {
    let nodes = tree.nodes.iter().map(|(id, body)| (id.clone(), node(body)));
    let piece = fields()
        .put("root", text(&tree.root))
        .put("nodes", map(nodes));
    match tree.nodes.is_empty() {
        true => piece.done(),
        false => piece.on_lines(),
    }
}

fn node(node: &Node) -> Piece {
    let head = head(node);
    match node {
        Node::Chance(chance) => {
            let branches = chance.branches.iter().map(branch).collect();
            head.put("branches", lines(list(branches)))
        }
        Node::Decision(decision) => {
            let options = decision.options.iter().map(option).collect();
            head.some("choose", decision.choose.as_deref().map(text))
                .put("options", lines(list(options)))
        }
    }
    .on_lines()
}

fn head(node: &Node) -> Fields {
    let name = match node {
        Node::Chance(_) => "Chance",
        Node::Decision(_) => "Decision",
    };
    named(name)
        .put("title", text(node.title()))
        .put("layer", word(format!("{:?}", node.layer())))
        .put("certainty", word(format!("{:?}", node.certainty())))
        .put("year", word(node.year()))
        .text("actor", node.actor())
        .text("rationale", node.rationale())
        .texts("sources", node.sources())
}

fn branch(branch: &Branch) -> Piece {
    fields()
        .put("id", text(&branch.id))
        .put("title", text(&branch.title))
        .put("probability", probability(&branch.probability))
        .list("given", branch.given.iter().map(given))
        .texts("adopts", &branch.adopts)
        .list("effects", branch.effects.iter().map(effect))
        .some("effort", branch.effort.map(word))
        .some("cost", branch.cost.as_ref().map(quantity))
        .text("not_counted", &branch.not_counted)
        .text("rationale", &branch.rationale)
        .texts("sources", &branch.sources)
        .some("next", branch.next.as_deref().map(text))
        .done()
}

fn option(option: &Choice) -> Piece {
    fields()
        .put("id", text(&option.id))
        .put("title", text(&option.title))
        .texts("adopts", &option.adopts)
        .list("effects", option.effects.iter().map(effect))
        .some("effort", option.effort.map(word))
        .some("cost", option.cost.as_ref().map(quantity))
        .text("not_counted", &option.not_counted)
        .text("rationale", &option.rationale)
        .texts("sources", &option.sources)
        .some("next", option.next.as_deref().map(text))
        .done()
}

fn given(given: &Given) -> Piece {
    fields()
        .put("node", text(&given.node))
        .put("branch", text(&given.branch))
        .put("probability", probability(&given.probability))
        .done()
}

/// A stress test.
pub(super) fn wildcard(wildcard: &Wildcard) -> Piece {
    fields()
        .put("id", text(&wildcard.id))
        .put("title", text(&wildcard.title))
        .put("year", word(wildcard.year))
        .list("effects", wildcard.effects.iter().map(effect))
        .text("rationale", &wildcard.rationale)
        .texts("sources", &wildcard.sources)
        .done()
}
