//! The tree's shape: adding, removing, copying, linking, deciding.

use super::marks::Mark;
use super::{marked, marked_outcome};
use crate::app::{App, Confirm, Effect, Field, Form, Item, Pick, Refusal, Way};
use crate::scenario::edit::{self, NewNode, NodeKind, Slot};
use crate::scenario::{Certainty, Layer, Node};
use crate::tell;

/// Asks what to add at the mark.
pub(super) fn add(app: &mut App) {
    let Some((document, node, outcome)) = marked(app) else {
        // An empty tree: the first node.
        let items = vec![
            Item::new(tell!("add-decision")),
            Item::new(tell!("add-chance")),
        ];
        app.pick(Pick::new(tell!("add-title"), items, |app, place| {
            let kind = if place == 0 {
                NodeKind::Decision
            } else {
                NodeKind::Chance
            };
            new_node(app, kind, Slot::Root);
            Vec::new()
        }));
        return;
    };
    let chance = matches!(
        document.scenario.tree.nodes.get(&node),
        Some(Node::Chance(_))
    );
    let beside = if chance {
        tell!("add-branch")
    } else {
        tell!("add-option")
    };
    let slot = match outcome {
        Some(outcome) => Slot::After {
            node: node.clone(),
            outcome,
        },
        None => Slot::Root,
    };
    let after = !matches!(slot, Slot::Root);
    let (chance, decision) = if after {
        (tell!("add-chance-after"), tell!("add-decision-after"))
    } else {
        (tell!("add-chance-before"), tell!("add-decision-before"))
    };
    let items = vec![Item::new(beside), Item::new(chance), Item::new(decision)];
    app.pick(Pick::new(tell!("add-title"), items, move |app, place| {
        match place {
            0 => new_outcome(app, node.clone()),
            1 => new_node(app, NodeKind::Chance, slot.clone()),
            _ => new_node(app, NodeKind::Decision, slot.clone()),
        }
        Vec::new()
    }));
}

fn new_outcome(app: &mut App, node: String) {
    let field = Field::text(tell!("add-outcome-field"), "").hint(tell!("add-outcome-hint"));
    let form = Form::line(tell!("add-outcome-title"), field, move |app, title| {
        let mut added = String::new();
        let effects = app.edit(tell!("edit-add", title = title), |s| {
            added = edit::add_outcome(s, &node, title)?;
            Ok(())
        })?;
        mark_outcome(app, &added);
        Ok(effects)
    });
    app.ask(form);
}

/// Marks an outcome of the marked node by its id.
fn mark_outcome(app: &mut App, id: &str) {
    let Some(document) = app.shown() else { return };
    let place = app
        .tree
        .mark
        .node(&document.scenario.tree)
        .and_then(|(_, node)| node.outcomes().iter().position(|o| o.id == id));
    if place.is_some() {
        app.tree.mark.outcome = place;
    }
}

/// Names of layers in the order of the form.
const LAYERS: [Layer; 4] = [
    Layer::Infrastructure,
    Layer::Data,
    Layer::Skills,
    Layer::Policy,
];
/// Clusters in the order of the form.
const CLUSTERS: [Certainty; 3] = [Certainty::High, Certainty::Evolving, Certainty::Uncertain];

fn new_node(app: &mut App, kind: NodeKind, at: Slot) {
    let (question, outcomes) = match kind {
        NodeKind::Chance => (tell!("new-chance-question"), tell!("new-branches")),
        NodeKind::Decision => (tell!("new-decision-question"), tell!("new-options")),
    };
    let layers: Vec<String> = LAYERS.iter().map(|l| super::lines::layer(*l)).collect();
    let clusters: Vec<String> = CLUSTERS.iter().map(|c| super::lines::cluster(*c)).collect();
    let fields = vec![
        Field::text(question, "").hint(tell!("new-question-hint")),
        Field::text(outcomes, "").hint(tell!("new-outcomes-hint")),
        Field::choice(tell!("line-layer"), layers.clone(), 0).hint(tell!("new-layer-hint")),
        Field::choice(tell!("line-cluster"), clusters.clone(), 0).hint(tell!("new-cluster-hint")),
        Field::text(tell!("line-year"), "").hint(tell!("new-year-hint")),
    ];
    let title = match kind {
        NodeKind::Chance => tell!("add-chance"),
        NodeKind::Decision => tell!("add-decision"),
    };
    app.ask(Form::new(title, fields, move |app, values| {
        let new = read_new(kind, values, &layers, &clusters)?;
        let what = tell!("edit-add", title = new.title.clone());
        let mut id = String::new();
        let effects = app
            .edit(what, |s| {
                id = edit::add_node(s, &at, &new)?;
                Ok(())
            })
            .map_err(|reason| Refusal::new(0, reason))?;
        if let Some(outcome) = app.tree.mark.outcome.filter(|_| !matches!(at, Slot::Root)) {
            app.tree.mark.way.push(outcome);
        } else {
            app.tree.mark = Mark::default();
        }
        app.tree.mark.outcome = Some(0);
        super::settle(app);
        Ok(effects)
    }));
}

fn read_new(
    kind: NodeKind,
    values: &[String],
    layers: &[String],
    clusters: &[String],
) -> Result<NewNode, Refusal> {
    let value = |place: usize| values.get(place).map_or("", |v| v.trim());
    let outcomes: Vec<String> = value(1)
        .split(';')
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    if value(0).is_empty() {
        return Err(Refusal::new(0, tell!("new-question-missing")));
    }
    if outcomes.is_empty() {
        return Err(Refusal::new(1, tell!("new-outcomes-missing")));
    }
    let year = match value(4) {
        "" => None,
        typed => match typed.parse() {
            Ok(year) => Some(year),
            Err(_) => return Err(Refusal::new(4, tell!("new-year-no-number"))),
        },
    };
    let layer = layers.iter().position(|l| l == value(2)).unwrap_or(0);
    let cluster = clusters.iter().position(|c| c == value(3)).unwrap_or(0);
    Ok(NewNode {
        kind,
        title: value(0).to_owned(),
        layer: LAYERS.get(layer).copied().unwrap_or(Layer::Infrastructure),
        certainty: CLUSTERS.get(cluster).copied().unwrap_or(Certainty::High),
        year,
        outcomes,
    })
}

/// Closes a decision by the marked option, or opens it again.
pub(super) fn choose(app: &mut App) -> Vec<Effect> {
    let Some((document, node, outcome)) = marked(app) else {
        return Vec::new();
    };
    let chosen = document
        .scenario
        .tree
        .nodes
        .get(&node)
        .and_then(Node::choose);
    let open = outcome.is_none() || chosen == outcome.as_deref();
    if open && chosen.is_none() {
        app.trouble(tell!("tree-mark-option"));
        return Vec::new();
    }
    let option = outcome.filter(|_| !open);
    let what = if open {
        tell!("edit-open-decision")
    } else {
        tell!("edit-choose")
    };
    app.edit_or_say(what, |s| edit::choose(s, &node, option.as_deref()))
}

/// Removes what is marked; asks first when more goes with it.
pub(super) fn remove(app: &mut App) -> Vec<Effect> {
    let Some((document, node, outcome)) = marked(app) else {
        return Vec::new();
    };
    let mut trial = (*document.scenario).clone();
    let dropped = match &outcome {
        Some(outcome) => edit::remove_outcome(&mut trial, &node, outcome),
        None => edit::remove_node(&mut trial, &node),
    };
    let lost: Vec<String> = match dropped {
        Ok(dropped) => dropped
            .nodes
            .iter()
            .filter_map(|id| Some(document.scenario.tree.nodes.get(id)?.title().to_owned()))
            .collect(),
        Err(fault) => {
            app.trouble(crate::words::faults::of_edit(&fault));
            return Vec::new();
        }
    };
    let go = move |app: &mut App| {
        let what = tell!("edit-remove");
        let effects = app.edit_or_say(what, |s| match &outcome {
            Some(outcome) => edit::remove_outcome(s, &node, outcome).map(|_| ()),
            None => edit::remove_node(s, &node).map(|_| ()),
        });
        super::settle(app);
        effects
    };
    if lost.is_empty() {
        return go(app);
    }
    let question = tell!("remove-more", count = lost.len(), titles = lost.join("; "));
    app.confirm(Confirm::new(
        question,
        vec![
            Way::nothing(tell!("remove-no")),
            Way::new(tell!("remove-yes"), go),
        ],
    ));
    Vec::new()
}

/// Copies what is marked with everything after it.
pub(super) fn copy(app: &mut App) {
    let Some((document, node, outcome)) = marked(app) else {
        return;
    };
    let clipping = match &outcome {
        Some(outcome) => edit::copy_outcome(&document.scenario, &node, outcome),
        None => edit::copy_node(&document.scenario, &node),
    };
    match clipping {
        Ok(clipping) => {
            app.tree.clipping = Some(clipping);
            app.tree.copied_from = Some((node, outcome));
            app.say(tell!("tree-copied"));
        }
        Err(fault) => app.trouble(crate::words::faults::of_edit(&fault)),
    }
}

/// Where something is pasted: after the marked branch, or among the branches of the marked node.
fn slot(app: &App) -> Slot {
    match marked(app) {
        None => Slot::Root,
        Some((_, node, Some(outcome))) => Slot::After { node, outcome },
        Some((_, node, None)) => Slot::Among { node },
    }
}

/// Pastes what was copied, with fresh ids and years that follow.
pub(super) fn paste(app: &mut App) -> Vec<Effect> {
    let Some(clipping) = app.tree.clipping.clone() else {
        app.trouble(tell!("tree-nothing-copied"));
        return Vec::new();
    };
    let at = slot(app);
    let effects = app.edit_or_say(tell!("edit-paste"), |s| {
        edit::paste(s, &at, &clipping).map(|_| ())
    });
    super::settle(app);
    effects
}

/// Moves what follows the branch that was copied behind the marked one.
pub(super) fn move_here(app: &mut App) -> Vec<Effect> {
    let Some((from, Some(outcome))) = app.tree.copied_from.clone() else {
        app.trouble(tell!("tree-copy-branch-first"));
        return Vec::new();
    };
    let Some((_, node, to)) = marked_outcome(app) else {
        return Vec::new();
    };
    let effects = app.edit_or_say(tell!("edit-move"), |s| {
        edit::move_subtree(s, (&from, &outcome), (&node, &to)).map(|_| ())
    });
    app.tree.copied_from = None;
    super::settle(app);
    effects
}

/// Leads the marked branch to a node that is there already, or ends it.
pub(super) fn link(app: &mut App) {
    let Some((document, node, outcome)) = marked_outcome(app) else {
        return;
    };
    let nodes = document.scenario.tree.nodes.iter();
    let ids: Vec<String> = nodes.map(|(id, _)| id.clone()).collect();
    let ends = Item::new(tell!("line-end"));
    let items = document
        .scenario
        .tree
        .nodes
        .values()
        .map(|node| Item::new(node.title()).detail(node.year().to_string()));
    let items: Vec<Item> = std::iter::once(ends).chain(items).collect();
    app.pick(Pick::new(tell!("link-title"), items, move |app, place| {
        let next = place.checked_sub(1).and_then(|place| ids.get(place));
        let what = tell!("edit-link");
        let effects = app.edit_or_say(what, |s| match next {
            Some(next) => edit::link(s, &node, &outcome, next).map(|_| ()),
            None => edit::end_here(s, &node, &outcome).map(|_| ()),
        });
        super::settle(app);
        effects
    }));
}

/// Gives the marked branch its own copy of what it shares with others.
pub(super) fn unshare(app: &mut App) -> Vec<Effect> {
    let Some((_, node, outcome)) = marked_outcome(app) else {
        return Vec::new();
    };
    app.edit_or_say(tell!("edit-unshare"), |s| {
        edit::unshare(s, &node, &outcome).map(|_| ())
    })
}

/// Moves the marked branch or option up or down among its siblings.
pub(super) fn shift(app: &mut App, by: isize) -> Vec<Effect> {
    let Some((_, node, outcome)) = marked_outcome(app) else {
        return Vec::new();
    };
    let Some(to) = app
        .tree
        .mark
        .outcome
        .and_then(|place| place.checked_add_signed(by))
    else {
        app.trouble(tell!("tree-at-edge"));
        return Vec::new();
    };
    let effects = app.edit_or_say(tell!("edit-shift"), |s| {
        edit::move_outcome(s, &node, &outcome, to)
    });
    mark_outcome(app, &outcome);
    effects
}
