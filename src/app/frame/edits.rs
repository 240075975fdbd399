//! Editing the lines of the sheet: texts, lists of texts, order.

use super::lines::{Part, Section};
use super::{mark, marked, records};
use crate::app::tree::list_of;
use crate::app::{App, Effect, Field, Form, Refusal};
use crate::scenario::edit::{self, EditFault, Texts};
use crate::scenario::{Dissent, Driver, Scenario, Signpost};
use crate::tell;

/// Enter: changes the marked line; where nothing is yet, adds it.
pub(super) fn edit(app: &mut App) {
    let Some(line) = marked(app) else { return };
    match (line.section, line.part) {
        (section, _) if section.text().is_some() => text(app, section),
        (Section::Drivers, Part::Item(at)) => records::driver(app, Some(at)),
        (Section::Signposts, Part::Item(at)) => records::signpost(app, Some(at)),
        (Section::Dissent, Part::Item(at)) => records::dissent(app, Some(at)),
        (Section::Guesses, Part::Item(at)) => records::guess(app, at),
        (section, Part::Item(at)) => item(app, section, at),
        _ => add(app),
    }
}

/// Adds to the marked section.
pub(super) fn add(app: &mut App) {
    let Some(line) = marked(app) else { return };
    match line.section {
        Section::Drivers => records::driver(app, None),
        Section::Signposts => records::signpost(app, None),
        Section::Dissent => records::dissent(app, None),
        section => add_item(app, section),
    }
}

/// Takes the marked line away; a text becomes empty.
pub(super) fn remove(app: &mut App) -> Vec<Effect> {
    let Some(line) = marked(app) else {
        return Vec::new();
    };
    let what = tell!("frame-edit-remove", what = line.section.label());
    let effects = app.edit_or_say(what, |s| match (line.section, line.part) {
        (Section::Drivers, Part::Item(at)) => edit::remove_record::<Driver>(s, at).map(drop),
        (Section::Signposts, Part::Item(at)) => edit::remove_record::<Signpost>(s, at).map(drop),
        (Section::Dissent, Part::Item(at)) => edit::remove_record::<Dissent>(s, at).map(drop),
        (section, Part::Item(at)) => match section.texts() {
            Some(which) => edit::remove_item(s, &which, at).map(drop),
            None => Ok(()),
        },
        (section, _) => match section.text() {
            Some(which) => edit::set_text(s, &which, ""),
            None => Ok(()),
        },
    });
    if let Part::Item(at) = line.part {
        mark(app, line.section, at);
    }
    super::settle(app);
    effects
}

/// Moves the marked item among its kind.
pub(super) fn shift(app: &mut App, by: isize) -> Vec<Effect> {
    let Some(line) = marked(app) else {
        return Vec::new();
    };
    let Part::Item(from) = line.part else {
        return Vec::new();
    };
    let Some(to) = from.checked_add_signed(by) else {
        app.trouble(tell!("tree-at-edge"));
        return Vec::new();
    };
    let what = tell!("frame-edit-order", what = line.section.label());
    let effects = app.edit_or_say(what, |s| moved(s, line.section, from, to));
    if !effects.is_empty() {
        mark(app, line.section, to);
    }
    effects
}

fn moved(s: &mut Scenario, section: Section, from: usize, to: usize) -> Result<(), EditFault> {
    match section {
        Section::Drivers => edit::move_record::<Driver>(s, from, to),
        Section::Signposts => edit::move_record::<Signpost>(s, from, to),
        Section::Dissent => edit::move_record::<Dissent>(s, from, to),
        other => match other.texts() {
            Some(which) => edit::move_item(s, &which, from, to),
            None => Ok(()),
        },
    }
}

/// The name of an edit of a section.
pub(super) fn called(section: Section) -> String {
    tell!("edit-text", what = section.label())
}

fn text(app: &mut App, section: Section) {
    let (Some(document), Some(which)) = (app.shown(), section.text()) else {
        return;
    };
    let mut now = edit::text(&document.scenario, &which).unwrap_or_default();
    if section == Section::Date && now.is_empty() {
        now.clone_from(&app.today);
    }
    let field = Field::text(section.label(), &now).hint(section.prompt());
    app.ask(Form::line(section.label(), field, move |app, typed| {
        app.edit(called(section), |s| edit::set_text(s, &which, typed))
    }));
}

fn item(app: &mut App, section: Section, at: usize) {
    let (Some(document), Some(which)) = (app.shown(), section.texts()) else {
        return;
    };
    let list = edit::texts(&document.scenario, &which).unwrap_or_default();
    let now = list.get(at).cloned().unwrap_or_default();
    let field = Field::text(section.label(), &now).hint(section.prompt());
    app.ask(Form::line(section.label(), field, move |app, typed| {
        app.edit(called(section), |s| edit::set_item(s, &which, at, typed))
    }));
}

fn add_item(app: &mut App, section: Section) {
    let Some(which) = section.texts() else { return };
    let people = matches!(section, Section::Present | Section::Missing);
    let hint = match people {
        true => tell!("frame-people-hint"),
        false => section.prompt(),
    };
    let field = Field::text(section.label(), "").hint(hint);
    app.ask(Form::new(
        section.label(),
        vec![field],
        move |app, values| {
            let typed = values.first().map_or("", |v| v.trim()).to_owned();
            let items = match people {
                true => list_of(&typed),
                false => vec![typed],
            };
            added(app, section, &which, &items)
        },
    ));
}

fn added(
    app: &mut App,
    section: Section,
    which: &Texts,
    items: &[String],
) -> Result<Vec<Effect>, Refusal> {
    if items.is_empty() {
        return Err(Refusal::new(0, tell!("edit-empty-text")));
    }
    let mut last = 0;
    let what = tell!("frame-edit-add", what = section.label());
    let effects = app
        .edit(what, |s| {
            for item in items {
                last = edit::add_item(s, which, item)?;
            }
            Ok(())
        })
        .map_err(|reason| Refusal::new(0, reason))?;
    mark(app, section, last);
    Ok(effects)
}
