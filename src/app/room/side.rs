//! What the tables handed in, side by side: into Compare, and how far apart they are.

use super::{Show, room_act};
use crate::app::{App, ColumnWish, DocumentId, Effect, Screen, Source};
use crate::live::{AnswerEntry, Selection};
use crate::scenario::hybrid::Change;
use crate::scenario::{Node, Scenario};
use crate::words::made::change_name;
use crate::workshop::sandbox::Folder;
use crate::workshop::{Piece, RoomAct, TableId};

/// Most scenarios that stand side by side.
const MOST: usize = super::super::compare::MOST;

/// A hand-in: which table's, and which of its hand-ins.
pub type HandedIn = (TableId, u32);

/// What was opened of hand-ins, and what waits to be shown side by side.
#[derive(Clone, Debug, Default)]
pub struct SideState {
    /// Hand-ins that are open here.
    pub open: Vec<(HandedIn, DocumentId)>,
    /// Hand-ins that were asked for and have not come yet.
    asked: Vec<HandedIn>,
    /// What is shown in Compare as soon as all of it is simulated.
    wanted: Vec<HandedIn>,
    /// The page of Compare, from 0.
    page: usize,
}

/// The newest hand-in of every table, in the order of tables.
#[must_use]
pub fn newest(app: &App) -> Vec<HandedIn> {
    let tables = app.room.as_ref().map_or(&[][..], |room| &room.tables);
    let last = |table: &crate::workshop::TableView| {
        let last = table.handed.last()?;
        Some((table.id.clone(), last.number))
    };
    tables.iter().filter_map(last).collect()
}

/// The open scenario of a hand-in.
#[must_use]
pub fn document(app: &App, handed: &HandedIn) -> Option<DocumentId> {
    let open = app.seat.side.open.iter();
    let found = open.filter(|(one, _)| one == handed).map(|(_, id)| *id);
    found.into_iter().find(|id| app.document(*id).is_some())
}

/// Opens the hand-ins that are not open yet.
fn open(app: &mut App, all: &[HandedIn]) -> Vec<Effect> {
    let missing = all.iter().filter(|one| document(app, one).is_none());
    let missing: Vec<HandedIn> = missing.cloned().collect();
    app.seat.side.asked.clone_from(&missing);
    let act = |(table, number): HandedIn| RoomAct::Open(Piece::Handed { table, number });
    missing
        .into_iter()
        .flat_map(|one| room_act(act(one)))
        .collect()
}

/// Puts the newest hand-ins side by side, four at a time; `on` = the next four.
pub(super) fn compare(app: &mut App, on: bool) -> Vec<Effect> {
    let all = newest(app);
    let pages = all.len().div_ceil(MOST).max(1);
    let page = if on { app.seat.side.page + 1 } else { 0 };
    app.seat.side.page = page % pages;
    let first = app.seat.side.page * MOST;
    let shown: Vec<HandedIn> = all.into_iter().skip(first).take(MOST).collect();
    app.seat.side.wanted.clone_from(&shown);
    let effects = open(app, &shown);
    arrived(app);
    effects
}

/// Shows how far apart the newest hand-ins are; opens those that are not.
pub(super) fn spread(app: &mut App) -> Vec<Effect> {
    app.seat.show = Show::Spread;
    app.seat.line = 0;
    let all = newest(app);
    open(app, &all)
}

/// A scenario was opened: one that was asked for is known by the name of its file.
pub(in crate::app) fn opened(app: &mut App, source: &Source, id: DocumentId) -> bool {
    let Source::Example(name) = source else {
        return false;
    };
    let asked = app.seat.side.asked.iter();
    let place = asked
        .map(|(table, number)| Folder::handed_name(table, *number))
        .position(|file| file == *name);
    let Some(place) = place else { return false };
    let handed = app.seat.side.asked.remove(place);
    app.seat.side.open.push((handed, id));
    true
}

/// Once all that was asked for is simulated, it stands in Compare.
pub(in crate::app) fn arrived(app: &mut App) {
    if app.seat.side.wanted.is_empty() {
        return;
    }
    let wanted = app.seat.side.wanted.iter();
    let columns: Option<Vec<ColumnWish>> = wanted
        .map(|handed| {
            let id = document(app, handed)?;
            let results = app.document(id)?.results.as_ref()?;
            Some(ColumnWish {
                document: id,
                selection: *Selection::headline(&results.ensemble.plan).first()?,
                stress: None,
            })
        })
        .collect();
    if let Some(columns) = columns {
        app.seat.side.wanted.clear();
        app.current = columns.first().map(|column| column.document);
        app.compare.chosen = columns;
        app.compare.base = Some(0);
        app.compare.column = 0;
        app.screen = Screen::Compare;
    }
}

/// One table's number for one option.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The table's name.
    pub table: String,
    /// Title of the option; empty where no decision is open.
    pub option: String,
    /// Our middle and range.
    pub entry: AnswerEntry,
}

/// Every table's number for what the answer line shows, option by option; tables whose run is not
/// there yet are left out.
#[must_use]
pub fn marks(app: &App) -> Vec<Mark> {
    let lines = newest(app).into_iter().filter_map(|handed| {
        let document = app.document(document(app, &handed)?)?;
        let line = document.line.as_ref()?;
        Some((name(app, &handed.0), line.entries.clone()))
    });
    let mut all: Vec<Mark> = lines
        .flat_map(|(table, entries)| {
            entries.into_iter().map(move |entry| Mark {
                table: table.clone(),
                option: entry.title.clone(),
                entry,
            })
        })
        .collect();
    let mut options: Vec<String> = Vec::new();
    for mark in &all {
        if !options.contains(&mark.option) {
            options.push(mark.option.clone());
        }
    }
    all.sort_by_key(|mark| options.iter().position(|option| *option == mark.option));
    all
}

/// The name of a table.
#[must_use]
pub fn name(app: &App, table: &TableId) -> String {
    let tables = app.room.as_ref().map_or(&[][..], |room| &room.tables);
    let found = tables.iter().find(|one| one.id == *table);
    found.map_or_else(|| table.to_string(), |one| one.name.clone())
}

/// Something that at least one table changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Apart {
    /// What, in words.
    pub what: String,
    /// Tables that changed it.
    pub tables: Vec<String>,
    /// What each table has now, where that is a number; shares as 0..1.
    pub values: Vec<(String, f64)>,
    /// Whether the numbers are shares.
    pub shares: bool,
}

/// Which inputs the tables changed in their newest hand-ins, most changed first, and what each has
/// now as far as it is open here.
#[must_use]
pub fn apart(app: &App) -> Vec<Apart> {
    let mut found: Vec<(Change, Vec<TableId>)> = Vec::new();
    let tables = app.room.as_ref().map_or(&[][..], |room| &room.tables);
    for table in tables {
        for change in table.handed.last().map_or(&[][..], |last| &last.changes) {
            match found.iter_mut().find(|(other, _)| other == change) {
                Some((_, all)) => all.push(table.id.clone()),
                None => found.push((change.clone(), vec![table.id.clone()])),
            }
        }
    }
    found.sort_by_key(|(_, tables)| std::cmp::Reverse(tables.len()));
    let scenarios: Vec<(String, &Scenario)> = newest(app)
        .iter()
        .filter_map(|handed| {
            let document = app.document(document(app, handed)?)?;
            Some((name(app, &handed.0), &*document.scenario))
        })
        .collect();
    let titles: Vec<&Scenario> = scenarios.iter().map(|(_, scenario)| *scenario).collect();
    let of_change = |(change, tables): (Change, Vec<TableId>)| {
        let tables: Vec<String> = tables.iter().map(|table| name(app, table)).collect();
        let parts = parts(&change, &titles);
        let what = change_name(&change, &titles);
        parts
            .into_iter()
            .map(move |part| (what.clone(), tables.clone(), part))
    };
    let all = found.into_iter().flat_map(of_change);
    all.map(|(what, tables, part)| Apart {
        what: match part.title.as_str() {
            "" => what,
            title => format!("{what}: {title}"),
        },
        tables,
        values: scenarios
            .iter()
            .filter_map(|(table, scenario)| Some((table.clone(), part.value(scenario)?)))
            .collect(),
        shares: matches!(part.place, Place::Branch { .. }),
    })
    .collect()
}

/// One number behind a change.
struct Part {
    title: String,
    place: Place,
}

enum Place {
    Branch {
        node: String,
        branch: String,
    },
    Parameter(String),
    Input(String),
    Effect {
        node: String,
        outcome: String,
        id: String,
    },
    None,
}

impl Part {
    fn value(&self, scenario: &Scenario) -> Option<f64> {
        match &self.place {
            Place::Branch { node, branch } => match scenario.tree.nodes.get(node)? {
                Node::Chance(chance) => {
                    let found = chance.branches.iter().find(|one| one.id == *branch)?;
                    Some(found.probability.median())
                }
                Node::Decision(_) => None,
            },
            Place::Parameter(id) => Some(scenario.assumptions.get(id)?.value.median()),
            Place::Input(id) => Some(scenario.setting.inputs.get(id)?.value.median()),
            Place::Effect { node, outcome, id } => {
                let outcomes = scenario.tree.nodes.get(node)?.outcomes();
                let found = outcomes.iter().find(|one| one.id == *outcome)?;
                let owner = format!("{node}.{outcome}");
                let mut effects = found.effects.iter();
                let effect = effects.find(|one| one.id_within(&owner) == *id)?;
                Some(effect.magnitude.median())
            }
            Place::None => None,
        }
    }
}

/// The numbers behind a change: every branch of a node, or the one number.
fn parts(change: &Change, titles: &[&Scenario]) -> Vec<Part> {
    let one = |place: Place| {
        vec![Part {
            title: String::new(),
            place,
        }]
    };
    match change {
        Change::Probabilities { node } => {
            let found = titles.iter().find_map(|s| s.tree.nodes.get(node));
            let outcomes = found.map(Node::outcomes).unwrap_or_default();
            let parts = outcomes.iter().map(|outcome| Part {
                title: outcome.title.to_owned(),
                place: Place::Branch {
                    node: node.clone(),
                    branch: outcome.id.to_owned(),
                },
            });
            let parts: Vec<Part> = parts.collect();
            if parts.is_empty() {
                one(Place::None)
            } else {
                parts
            }
        }
        Change::Parameter(id) => one(Place::Parameter(id.clone())),
        Change::Input(id) => one(Place::Input(id.clone())),
        Change::Effect {
            node, outcome, id, ..
        } => one(Place::Effect {
            node: node.clone(),
            outcome: outcome.clone(),
            id: id.clone(),
        }),
        _ => one(Place::None),
    }
}
