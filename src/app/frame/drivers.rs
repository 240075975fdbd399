//! Ranking drivers of change by impact and uncertainty, and making nodes of those that lead.

use super::lines::Section;
use super::{mark, marked};
use crate::app::tree::lines::layer;
use crate::app::tree::list_of;
use crate::app::{App, Effect, Field, Form, Refusal};
use crate::scenario::edit::{self, NewNode, NodeKind, Slot, Texts};
use crate::scenario::{Certainty, Driver, HIGHEST_RANK, Layer, Scenario};
use crate::tell;

/// Where a driver comes to stand when it is moved for the first time.
const MIDDLE: u8 = 3;

fn marked_driver(app: &App) -> Option<(usize, Driver)> {
    let at = marked(app)?.driver()?;
    let driver = app.shown()?.scenario.frame.drivers.get(at)?.clone();
    Some((at, driver))
}

/// Moves the marked driver on the grid.
pub(super) fn shift(app: &mut App, impact: i8, uncertainty: i8) -> Vec<Effect> {
    let Some((at, mut driver)) = marked_driver(app) else {
        return Vec::new();
    };
    let moved = |rank: u8, by: i8| match rank {
        0 => MIDDLE,
        rank => rank.saturating_add_signed(by).clamp(1, HIGHEST_RANK),
    };
    driver.impact = moved(driver.impact, impact);
    driver.uncertainty = moved(driver.uncertainty, uncertainty);
    let what = tell!("frame-edit-rank", driver = &driver.title);
    app.edit_or_say(what, |s| edit::set_record(s, at, driver))
}

/// Puts the drivers in the order of impact times uncertainty; the marked one stays marked.
pub(super) fn order(app: &mut App) -> Vec<Effect> {
    let kept = marked_driver(app).map(|(_, driver)| driver);
    let effects = app.edit_or_say(tell!("frame-edit-sorted"), |s| {
        s.frame
            .drivers
            .sort_by_key(|d| std::cmp::Reverse(d.score()));
        Ok(())
    });
    let drivers = app.shown().map(|d| d.scenario.frame.drivers.clone());
    let place = |kept: Driver| drivers.unwrap_or_default().iter().position(|d| *d == kept);
    if let Some(place) = kept.and_then(place) {
        mark(app, Section::Drivers, place);
    }
    effects
}

/// Sets the marked driver aside among the parked ideas.
pub(super) fn park(app: &mut App) -> Vec<Effect> {
    let Some((at, driver)) = marked_driver(app) else {
        return Vec::new();
    };
    let what = tell!("frame-edit-park", driver = &driver.title);
    let effects = app.edit_or_say(what, |s| {
        edit::remove_record::<Driver>(s, at)?;
        edit::add_item(s, &Texts::Parked, &driver.title).map(drop)
    });
    mark(app, Section::Drivers, at);
    super::settle(app);
    effects
}

/// Makes a node of the marked driver; goes there if it is one already.
pub(super) fn make_node(app: &mut App) {
    let Some((at, driver)) = marked_driver(app) else {
        return;
    };
    let Some(document) = app.shown() else { return };
    let nodes = &document.scenario.tree.nodes;
    match driver.node.as_ref().filter(|id| nodes.contains_key(*id)) {
        Some(id) => crate::app::tree::show(app, &id.clone(), None),
        None => ask_node(app, at, &driver),
    }
}

/// Places where a node can go, with their names: before everything, then after each outcome.
fn places(scenario: &Scenario) -> Vec<(Slot, String)> {
    let mut places = vec![(Slot::Root, tell!("frame-place-root"))];
    for (id, node) in &scenario.tree.nodes {
        for outcome in node.outcomes() {
            let name = tell!(
                "frame-place-after",
                node = node.title(),
                outcome = outcome.title
            );
            let slot = Slot::After {
                node: id.clone(),
                outcome: outcome.id.to_owned(),
            };
            places.push((slot, name));
        }
    }
    places
}

const LAYERS: [Layer; 4] = [
    Layer::Infrastructure,
    Layer::Data,
    Layer::Skills,
    Layer::Policy,
];

fn ask_node(app: &mut App, at: usize, driver: &Driver) {
    let Some(document) = app.shown() else { return };
    let places = places(&document.scenario);
    let names: Vec<String> = places.iter().map(|(_, name)| name.clone()).collect();
    let kinds = vec![tell!("line-chance"), tell!("line-decision")];
    let layers: Vec<String> = LAYERS.iter().map(|l| layer(*l)).collect();
    let here = driver
        .layer
        .and_then(|l| LAYERS.iter().position(|one| *one == l));
    let fields = vec![
        Field::text(tell!("line-question"), &driver.title).hint(tell!("new-question-hint")),
        Field::text(tell!("frame-node-outcomes"), "").hint(tell!("frame-node-outcomes-hint")),
        Field::choice(tell!("line-kind"), kinds.clone(), 0).hint(tell!("frame-kind-hint")),
        Field::choice(tell!("frame-place"), names, 0).hint(tell!("frame-place-hint")),
        Field::choice(tell!("line-layer"), layers.clone(), here.unwrap_or(0))
            .hint(tell!("new-layer-hint")),
        Field::text(tell!("line-year"), "").hint(tell!("new-year-hint")),
    ];
    let title = tell!("frame-make-node");
    app.ask(Form::new(title, fields, move |app, values| {
        let value = |place: usize| values.get(place).map_or("", |v| v.trim());
        let new = read_node(values, &layers, value(2) == tell!("line-decision"))?;
        let slot = places.iter().find(|(_, name)| name == value(3));
        let slot = slot.map_or(Slot::Root, |(slot, _)| slot.clone());
        insert(app, at, &new, &slot)
    }));
}

fn read_node(values: &[String], layers: &[String], decided: bool) -> Result<NewNode, Refusal> {
    let value = |place: usize| values.get(place).map_or("", |v| v.trim());
    let outcomes = list_of(value(1));
    if value(0).is_empty() {
        return Err(Refusal::new(0, tell!("new-question-missing")));
    }
    if outcomes.is_empty() {
        return Err(Refusal::new(1, tell!("new-outcomes-missing")));
    }
    let year = match value(5) {
        "" => None,
        typed => {
            let year = typed.parse();
            Some(year.map_err(|_| Refusal::new(5, tell!("new-year-no-number")))?)
        }
    };
    let layer = layers.iter().position(|l| l == value(4));
    Ok(NewNode {
        kind: match decided {
            true => NodeKind::Decision,
            false => NodeKind::Chance,
        },
        title: value(0).to_owned(),
        layer: layer
            .and_then(|l| LAYERS.get(l).copied())
            .unwrap_or(Layer::Infrastructure),
        certainty: Certainty::Uncertain,
        year,
        outcomes,
    })
}

fn insert(app: &mut App, at: usize, new: &NewNode, slot: &Slot) -> Result<Vec<Effect>, Refusal> {
    let what = tell!("edit-add", title = &new.title);
    let effects = app
        .edit(what, |s| {
            let id = edit::add_node(s, slot, new)?;
            if let Some(driver) = s.frame.drivers.get_mut(at) {
                driver.node = Some(id);
            }
            Ok(())
        })
        .map_err(|reason| Refusal::new(0, reason))?;
    app.say(tell!("frame-node-made"));
    Ok(effects)
}
