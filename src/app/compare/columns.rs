//! Which columns stand beside each other: those that were chosen, or those that come of themselves.

use super::MOST;
use crate::app::{App, ColumnWish, Document, Effect, Item, Pick};
use crate::live::{RunWish, Selection};
use crate::tell;

/// The columns, left to right.
///
/// Of themselves: the options of the shown scenario's next open decision first, then those of the
/// others, as far as there is room; every scenario has a place, and so has an option that does
/// nothing.
#[must_use]
pub fn columns(app: &App) -> Vec<ColumnWish> {
    let mut columns = app.compare.chosen.clone();
    if columns.is_empty() {
        columns = by_itself(app);
    }
    if let Some(wildcard) = &app.compare.stress {
        for column in &mut columns {
            let has = app
                .document(column.document)
                .is_some_and(|d| d.scenario.wildcards.iter().any(|w| w.id == *wildcard));
            column.stress = Some(wildcard.clone()).filter(|_| has);
        }
    }
    columns
}

fn by_itself(app: &App) -> Vec<ColumnWish> {
    let ready = |d: &&Document| d.results.is_some();
    let others = app.documents.iter().filter(|d| Some(d.id) != app.current);
    let documents: Vec<&Document> = app
        .shown()
        .into_iter()
        .chain(others)
        .filter(ready)
        .take(MOST)
        .collect();
    let mut columns = Vec::new();
    for (place, document) in documents.iter().enumerate() {
        let waiting = documents.len() - place - 1;
        let room = MOST.saturating_sub(columns.len() + waiting);
        columns.extend(
            first_of(document, room)
                .into_iter()
                .map(|selection| ColumnWish {
                    document: document.id,
                    selection,
                    stress: None,
                }),
        );
    }
    columns
}

/// The first selections of a scenario; one that does nothing takes the last place, if it would have
/// none.
fn first_of(document: &Document, room: usize) -> Vec<Selection> {
    let mut all = selections(document);
    let idle = all
        .iter()
        .position(|selection| is_idle(document, *selection));
    if let Some(idle) = idle.filter(|idle| *idle >= room) {
        all.swap(idle, room.saturating_sub(1));
    }
    all.truncate(room);
    all
}

/// Whether an option does nothing.
fn is_idle(document: &Document, selection: Selection) -> bool {
    let Some(results) = &document.results else {
        return false;
    };
    let plan = &results.ensemble.plan;
    let paths = selection.paths(plan);
    let idle = |path: &usize| plan.paths.get(*path).is_some_and(|path| path.idle_option);
    plan.open.is_some() && paths.iter().all(idle)
}

/// What of a scenario may stand in a column of its own.
fn selections(document: &Document) -> Vec<Selection> {
    match &document.results {
        Some(results) => Selection::headline(&results.ensemble.plan),
        None => Vec::new(),
    }
}

/// What stands above a column: the option, the path, or the scenario.
#[must_use]
pub fn title_of(app: &App, column: &ColumnWish) -> String {
    let Some(document) = app.document(column.document) else {
        return String::new();
    };
    let name = App::name(document);
    let several = app.documents.len() > 1;
    let Some(results) = &document.results else {
        return name;
    };
    let plan = &results.ensemble.plan;
    let own = match column.selection {
        Selection::Everything => return name,
        Selection::Path(path) => plan.paths.get(path).map(|p| p.id.clone()),
        Selection::Option(option) => plan.open.as_ref().and_then(|open| {
            let node = document.scenario.tree.nodes.get(&open.node)?;
            let id = open.options.get(option)?;
            let outcomes = node.outcomes();
            outcomes
                .iter()
                .find(|o| o.id == *id)
                .map(|o| o.title.to_owned())
        }),
    };
    let own = own.unwrap_or_default();
    if several {
        format!("{own} · {name}")
    } else {
        own
    }
}

/// Lets the room add a column: any option or path of any open scenario.
pub(super) fn add(app: &mut App) {
    let mut all: Vec<ColumnWish> = Vec::new();
    for document in &app.documents {
        let Some(results) = &document.results else {
            continue;
        };
        let paths = (0..results.ensemble.plan.paths.len()).map(Selection::Path);
        let mut selections = selections(document);
        if results.ensemble.plan.paths.len() > 1 {
            selections.extend(paths);
        }
        all.extend(selections.into_iter().map(|selection| ColumnWish {
            document: document.id,
            selection,
            stress: None,
        }));
    }
    let items = all.iter().map(|column| Item::new(title_of(app, column)));
    let items: Vec<Item> = items.collect();
    app.pick(Pick::new(tell!("compare-add"), items, move |app, place| {
        let mut columns = columns(app);
        columns.extend(all.get(place).cloned());
        columns.truncate(MOST);
        app.compare.column = columns.len().saturating_sub(1);
        app.compare.chosen = columns;
        Vec::new()
    }));
}

/// Takes the marked column away.
pub(super) fn remove(app: &mut App) {
    let mut columns = columns(app);
    if app.compare.column >= columns.len() {
        return;
    }
    columns.remove(app.compare.column);
    app.compare.base = None;
    app.compare.column = app.compare.column.min(columns.len().saturating_sub(1));
    app.compare.chosen = columns;
}

impl App {
    /// Simulates every scenario of the columns with the wildcard that is switched on.
    pub(crate) fn simulate_stressed(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        for column in columns(self) {
            let (Some(wildcard), Some(document)) = (column.stress, self.document(column.document))
            else {
                continue;
            };
            let wanted = |e: &Effect| matches!(e, Effect::Simulate { document, .. } if *document == column.document);
            if effects.iter().any(wanted) || !document.is_sound() {
                continue;
            }
            effects.push(Effect::Simulate {
                document: document.id,
                scenario: std::sync::Arc::clone(&document.scenario),
                wish: RunWish {
                    stress: Some(wildcard),
                    ..self.run.wish.clone()
                },
                from: None,
                watch: self.subject.clone(),
            });
        }
        effects
    }
}
