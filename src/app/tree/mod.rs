//! State of the Tree and what can be done there.

mod effects;
pub mod lines;
pub mod marks;
mod parts;
mod probabilities;
mod quantity;
mod shape;
mod wildcards;

pub use quantity::{quantity_fields, read_quantity};

use std::collections::HashSet;

use self::lines::Part;
use self::marks::{Direction, Mark, drawn, first_drawn, moved};
use super::keys::TreeAction;
use super::{App, Document, Effect, Need};
use crate::scenario::edit::Clipping;
use crate::scenario::{Node, Severity};
use crate::tell;

/// What the Tree remembers.
#[derive(Clone, Debug, Default)]
pub struct TreeState {
    /// Where one is.
    pub mark: Mark,
    /// Nodes whose followers are folded away.
    pub folded: HashSet<String>,
    /// The marked line of the inspector; `None` = the tree has the keys.
    pub inspecting: Option<usize>,
    /// What was copied.
    pub clipping: Option<Clipping>,
    /// Where it was copied from, for moving it.
    pub copied_from: Option<(String, Option<String>)>,
}

/// Shows a node on the Tree, or one of its outcomes; what is folded opens.
pub(super) fn show(app: &mut App, id: &str, outcome: Option<&str>) {
    let Some(document) = app.shown() else { return };
    let tree = &document.scenario.tree;
    let here = |mark: &Mark| {
        let node = mark.node(tree).is_some_and(|(found, _)| found == id);
        node && mark.outcome_id(tree).as_deref() == outcome
    };
    let all = drawn(&document.scenario, &HashSet::new());
    if let Some(mark) = all.into_iter().find(here) {
        app.tree.folded.clear();
        app.tree.mark = mark;
    }
    app.tree.inspecting = None;
    app.screen = super::Screen::Tree;
}

/// Does an action of the Tree.
pub(super) fn act(app: &mut App, action: TreeAction) -> Vec<Effect> {
    use TreeAction as T;
    match action {
        T::Up => arrow(app, Direction::Up),
        T::Down => arrow(app, Direction::Down),
        T::Left => arrow(app, Direction::Left),
        T::Right => arrow(app, Direction::Right),
        T::Root => app.tree.mark = Mark::default(),
        T::Edit => edit(app),
        T::More => return probabilities::nudge(app, 1.0),
        T::Less => return probabilities::nudge(app, -1.0),
        T::Probability => probabilities::ask(app),
        T::Pin => probabilities::pin(app),
        T::Add => shape::add(app),
        T::Effect => effects::add(app),
        T::Measure => effects::measures(app),
        T::Choose => return shape::choose(app),
        T::Remove => return shape::remove(app),
        T::CopyPart => shape::copy(app),
        T::Paste => return shape::paste(app),
        T::Move => return shape::move_here(app),
        T::Link => shape::link(app),
        T::Unshare => return shape::unshare(app),
        T::Raise => return shape::shift(app, -1),
        T::Lower => return shape::shift(app, 1),
        T::Fold => fold(app),
        T::UnfoldAll => app.tree.folded.clear(),
        T::Wildcards => wildcards::list(app),
        T::Dissent => parts::dissent(app),
        T::Findings => findings(app),
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(app: &App, action: TreeAction) -> Option<String> {
    use TreeAction as T;
    let document = app.shown()?;
    let tree = &document.scenario.tree;
    let mark = &app.tree.mark;
    let node = mark.node(tree).map(|(_, node)| node);
    let chance = matches!(node, Some(Node::Chance(_)));
    match action {
        T::Add | T::Wildcards | T::Findings | T::Root | T::UnfoldAll | T::Paste => None,
        _ if node.is_none() => Some(tell!("tree-empty-first")),
        T::More | T::Less | T::Probability | T::Pin if !chance => Some(tell!("tree-no-chance")),
        T::More | T::Less | T::Probability | T::Pin if mark.outcome.is_none() => {
            Some(tell!("tree-mark-branch"))
        }
        T::Choose if chance => Some(tell!("tree-no-decision")),
        T::Effect | T::Measure | T::Link | T::Move | T::Unshare | T::Raise | T::Lower
            if mark.outcome.is_none() =>
        {
            Some(tell!("tree-mark-branch"))
        }
        _ => None,
    }
}

/// What the Tree wants to know: nothing beyond the answer line.
pub(super) fn needs(_app: &App) -> Vec<Need> {
    Vec::new()
}

/// The whole tree as an indented text.
pub(super) fn words(app: &App) -> Option<String> {
    let document = app.shown()?;
    let tree = &document.scenario.tree;
    let mut text = String::new();
    for mark in drawn(&document.scenario, &HashSet::new()) {
        let Some((id, node)) = mark.node(tree) else {
            continue;
        };
        let depth = "  ".repeat(2 * mark.way.len() + usize::from(mark.outcome.is_some()));
        let told = match mark
            .outcome
            .and_then(|p| Some((p, *node.outcomes().get(p)?)))
        {
            None => tell!(
                "tree-text-node",
                year = node.year().to_string(),
                title = node.title()
            ),
            Some((place, outcome)) => {
                let share = lines::probability(document, &mark, id, node, place);
                match share {
                    Some(share) => tell!("tree-text-branch", share = share, title = outcome.title),
                    None => tell!("tree-text-option", title = outcome.title),
                }
            }
        };
        text.push_str(&format!("{depth}{told}\n"));
    }
    Some(text).filter(|text| !text.is_empty())
}

/// Puts marks back where something is.
pub(super) fn settle(app: &mut App) {
    let Some(document) = app.shown() else {
        app.tree.mark = Mark::default();
        return;
    };
    let settled = app.tree.mark.settled(&document.scenario.tree);
    let settled = first_drawn(&document.scenario, &app.tree.folded, &settled);
    app.tree.mark = settled;
}

/// Escape on the Tree: leaves the inspector; false if nothing was open.
pub(super) fn escape(app: &mut App) -> bool {
    app.screen == super::Screen::Tree && app.tree.inspecting.take().is_some()
}

fn arrow(app: &mut App, direction: Direction) {
    let Some(document) = app.shown() else { return };
    if let Some(line) = app.tree.inspecting {
        let last = lines::lines(document, &app.tree.mark)
            .len()
            .saturating_sub(1);
        app.tree.inspecting = match direction {
            Direction::Up => Some(line.saturating_sub(1)),
            Direction::Down => Some((line + 1).min(last)),
            Direction::Left => None,
            Direction::Right => Some(line),
        };
        return;
    }
    let from = app.tree.mark.settled(&document.scenario.tree);
    let to = moved(&document.scenario, &app.tree.folded, &from, direction);
    app.tree.mark = to;
}

/// Enter: opens the inspector; there, edits the marked line.
fn edit(app: &mut App) {
    let Some(document) = app.shown() else { return };
    let Some(line) = app.tree.inspecting else {
        app.tree.inspecting = Some(0);
        return;
    };
    let lines = lines::lines(document, &app.tree.mark);
    let Some(part) = lines.get(line).map(|line| line.part) else {
        return;
    };
    match part {
        Part::Outcome(place) => {
            app.tree.mark.outcome = Some(place);
            app.tree.inspecting = Some(0);
        }
        Part::Effect(place) => effects::edit(app, place),
        Part::AddEffect => effects::add(app),
        Part::Measures => effects::measures(app),
        Part::Probability => probabilities::ask(app),
        Part::Given(place) => probabilities::ask_given(app, place),
        Part::AddGiven => probabilities::add_given(app),
        Part::Next => shape::link(app),
        other => parts::edit(app, other),
    }
}

fn fold(app: &mut App) {
    let Some(document) = app.shown() else { return };
    let Some((id, _)) = app.tree.mark.node(&document.scenario.tree) else {
        return;
    };
    let id = id.to_owned();
    if !app.tree.folded.remove(&id) {
        app.tree.folded.insert(id);
        app.tree.mark.outcome = None;
    }
    settle(app);
}

/// What is wrong or doubtful, worst first.
fn findings(app: &mut App) {
    let Some(document) = app.shown() else { return };
    let mut findings: Vec<_> = document.findings.iter().collect();
    findings.sort_by_key(|f| f.severity != Severity::Error);
    let told = findings.iter().map(|finding| {
        let mark = match finding.severity {
            Severity::Error => tell!("tree-finding-error"),
            Severity::Warning | Severity::Note => tell!("tree-finding-warning"),
        };
        format!("{mark} {}", crate::words::faults::check_sentence(finding))
    });
    let text = told.collect::<Vec<_>>().join("\n\n");
    let text = if text.is_empty() {
        tell!("tree-no-findings")
    } else {
        text
    };
    app.show_page(tell!("tree-findings"), text);
}

/// Ids of the node and the outcome that are marked.
fn marked(app: &App) -> Option<(&Document, String, Option<String>)> {
    let document = app.shown()?;
    let tree = &document.scenario.tree;
    let (id, _) = app.tree.mark.node(tree)?;
    Some((document, id.to_owned(), app.tree.mark.outcome_id(tree)))
}

/// Ids of the node and the branch or option that are marked; `None` while a node is.
fn marked_outcome(app: &App) -> Option<(&Document, String, String)> {
    let (document, node, outcome) = marked(app)?;
    Some((document, node, outcome?))
}

/// Items parted by semicolons.
pub(super) fn list_of(typed: &str) -> Vec<String> {
    let items = typed.split(';').map(|item| item.trim().to_owned());
    items.filter(|item| !item.is_empty()).collect()
}
