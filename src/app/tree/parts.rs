//! Editing one line of the inspector: texts, labels, years, costs, and who disagrees.

use super::lines::{self, Part};
use super::{marked, quantity, read_quantity};
use crate::app::{App, Field, Form, Item, Pick, Refusal};
use crate::scenario::edit::{self, Text, Texts};
use crate::scenario::{Certainty, Dissent, Layer, Node, Scale};
use crate::tell;

/// Edits what a line shows.
pub(super) fn edit(app: &mut App, part: Part) {
    match part {
        Part::Kind => kind(app),
        Part::Layer => layer(app),
        Part::Cluster => cluster(app),
        Part::Year => year(app),
        Part::Choose => choose(app),
        Part::Effort => effort(app),
        Part::Cost => cost(app),
        Part::Sources => sources(app),
        other => text(app, other),
    }
}

/// The text that a line shows, with its label.
fn which(app: &App, part: Part) -> Option<(Text, String)> {
    let (_, node, outcome) = marked(app)?;
    Some(match (part, outcome) {
        (Part::Title, None) => (Text::NodeTitle(node), tell!("line-question")),
        (Part::Actor, None) => (Text::NodeActor(node), tell!("line-actor")),
        (Part::Rationale, None) => (Text::NodeRationale(node), tell!("line-because")),
        (Part::Title, Some(id)) => (Text::OutcomeTitle(node, id), tell!("line-title")),
        (Part::Rationale, Some(id)) => (Text::OutcomeRationale(node, id), tell!("line-because")),
        (Part::NotCounted, Some(id)) => (Text::NotCounted(node, id), tell!("line-not-counted")),
        _ => return None,
    })
}

fn text(app: &mut App, part: Part) {
    let Some((which, label)) = which(app, part) else {
        return;
    };
    let now = app
        .shown()
        .and_then(|d| edit::text(&d.scenario, &which))
        .unwrap_or_default();
    let field = Field::text(label.clone(), &now);
    app.ask(Form::line(label.clone(), field, move |app, typed| {
        let what = tell!("edit-text", what = label.clone());
        app.edit(what, |s| edit::set_text(s, &which, typed))
    }));
}

/// Sources, one after the other, parted by semicolons.
fn sources(app: &mut App) {
    let Some((document, node, outcome)) = marked(app) else {
        return;
    };
    let which = match outcome {
        Some(outcome) => Texts::OutcomeSources(node, outcome),
        None => Texts::NodeSources(node),
    };
    let now = edit::texts(&document.scenario, &which).unwrap_or_default();
    let field = Field::text(tell!("line-sources"), &now.join("; ")).hint(tell!("sources-hint"));
    app.ask(Form::line(
        tell!("line-sources"),
        field,
        move |app, typed| {
            let list = crate::app::tree::list_of(typed);
            let what = tell!("edit-text", what = tell!("line-sources"));
            app.edit(what, |s| edit::set_texts(s, &which, list))
        },
    ));
}

fn kind(app: &mut App) {
    let Some((_, node, _)) = marked(app) else {
        return;
    };
    let kinds = [edit::NodeKind::Chance, edit::NodeKind::Decision];
    let items = vec![
        Item::new(tell!("line-chance")),
        Item::new(tell!("line-decision")),
    ];
    app.pick(Pick::new(tell!("line-kind"), items, move |app, place| {
        let Some(kind) = kinds.get(place).copied() else {
            return Vec::new();
        };
        app.edit_or_say(tell!("edit-kind"), |s| edit::set_kind(s, &node, kind))
    }));
}

fn layer(app: &mut App) {
    let Some((_, node, _)) = marked(app) else {
        return;
    };
    let all = [
        Layer::Infrastructure,
        Layer::Data,
        Layer::Skills,
        Layer::Policy,
    ];
    let items = all.iter().map(|l| Item::new(lines::layer(*l))).collect();
    app.pick(Pick::new(tell!("line-layer"), items, move |app, place| {
        let Some(layer) = all.get(place).copied() else {
            return Vec::new();
        };
        app.edit_or_say(tell!("edit-layer"), |s| edit::set_layer(s, &node, layer))
    }));
}

fn cluster(app: &mut App) {
    let Some((_, node, _)) = marked(app) else {
        return;
    };
    let all = [Certainty::High, Certainty::Evolving, Certainty::Uncertain];
    let about = [
        tell!("cluster-high-about"),
        tell!("cluster-evolving-about"),
        tell!("cluster-uncertain-about"),
    ];
    let items = all.iter().zip(about);
    let items = items
        .map(|(c, about)| Item::new(lines::cluster(*c)).about(about))
        .collect();
    app.pick(Pick::new(
        tell!("line-cluster"),
        items,
        move |app, place| {
            let Some(certainty) = all.get(place).copied() else {
                return Vec::new();
            };
            app.edit_or_say(tell!("edit-cluster"), |s| {
                edit::set_certainty(s, &node, certainty)
            })
        },
    ));
}

fn year(app: &mut App) {
    let Some((document, node, _)) = marked(app) else {
        return;
    };
    let now = document.scenario.tree.nodes.get(&node).map(Node::year);
    let now = now.map(|year| year.to_string()).unwrap_or_default();
    let field = Field::text(tell!("line-year"), &now).hint(tell!("year-hint"));
    app.ask(Form::line(tell!("line-year"), field, move |app, typed| {
        let year = typed.parse().map_err(|_| tell!("new-year-no-number"))?;
        app.edit(tell!("edit-the-year"), |s| edit::set_year(s, &node, year))
    }));
}

fn choose(app: &mut App) {
    let Some((document, node, _)) = marked(app) else {
        return;
    };
    let Some(decision) = document.scenario.tree.nodes.get(&node) else {
        return;
    };
    let ids: Vec<String> = decision
        .outcomes()
        .iter()
        .map(|o| o.id.to_owned())
        .collect();
    let open = Item::new(tell!("line-open"));
    let outcomes = decision.outcomes();
    let items = outcomes.iter().map(|o| Item::new(o.title));
    let items: Vec<Item> = std::iter::once(open).chain(items).collect();
    app.pick(Pick::new(tell!("line-choose"), items, move |app, place| {
        let option = place.checked_sub(1).and_then(|place| ids.get(place));
        let what = tell!("edit-choose");
        app.edit_or_say(what, |s| edit::choose(s, &node, option.map(String::as_str)))
    }));
}

fn effort(app: &mut App) {
    let Some((_, node, Some(outcome))) = marked(app) else {
        return;
    };
    let points = (1..=3_u8).map(|p| Item::new(tell!("line-effort-points", points = p)));
    let none = Item::new(tell!("effort-none"));
    let items: Vec<Item> = std::iter::once(none).chain(points).collect();
    app.pick(Pick::new(tell!("line-effort"), items, move |app, place| {
        let points = u8::try_from(place).ok().filter(|p| *p > 0);
        app.edit_or_say(tell!("edit-effort"), |s| {
            edit::set_effort(s, &node, &outcome, points)
        })
    }));
}

fn cost(app: &mut App) {
    let Some((document, node, Some(outcome))) = marked(app) else {
        return;
    };
    let found = document.scenario.tree.nodes.get(&node);
    let outcomes = found.map(Node::outcomes).unwrap_or_default();
    let now = outcomes
        .iter()
        .find(|o| o.id == outcome)
        .and_then(|o| o.cost);
    let fields = super::quantity_fields(now, &tell!("cost-range"));
    let form = Form::new(tell!("line-cost"), fields, move |app, values| {
        let empty = values.iter().all(|v| v.trim().is_empty());
        let cost = if empty {
            None
        } else {
            Some(read_quantity(values, 0)?)
        };
        app.edit(tell!("edit-cost"), |s| {
            edit::set_cost(s, &node, &outcome, cost)
        })
        .map_err(|reason| Refusal::new(2, reason))
    });
    let form = form
        .help(tell!("cost-help"))
        .picture(quantity::picture(Scale::Linear));
    app.ask(form);
}

/// Keeps a view that the room does not share, on what is marked.
pub(super) fn dissent(app: &mut App) {
    let Some((_, node, outcome)) = marked(app) else {
        return;
    };
    let on = match outcome {
        Some(outcome) => format!("{node}.{outcome}"),
        None => node,
    };
    let field = Field::text(tell!("dissent-field"), "").hint(tell!("dissent-hint"));
    app.ask(Form::line(
        tell!("dissent-title"),
        field,
        move |app, view| {
            if view.is_empty() {
                return Err(tell!("dissent-empty"));
            }
            let dissent = Dissent {
                on: on.clone(),
                view: view.to_owned(),
            };
            app.edit(tell!("edit-dissent"), |s| {
                edit::add_record(s, dissent).map(|_| ())
            })
        },
    ));
}
