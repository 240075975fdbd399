//! Wildcards: stress tests without a probability.

use super::effects;
use crate::app::{App, Field, Form, Item, Pick, Refusal};
use crate::scenario::edit::{self, Owner, Text};
use crate::tell;

/// The list of wildcards, with a line to add one.
pub(super) fn list(app: &mut App) {
    let Some(document) = app.shown() else { return };
    let wildcards = &document.scenario.wildcards;
    let ids: Vec<String> = wildcards.iter().map(|w| w.id.clone()).collect();
    let mut items = vec![Item::new(tell!("wildcard-add")).about(tell!("wildcard-about"))];
    items.extend(wildcards.iter().map(|w| {
        let effects: Vec<String> = w.effects.iter().map(super::lines::effect_line).collect();
        Item::new(w.title.clone())
            .detail(w.year.to_string())
            .about(effects.join("; "))
    }));
    app.pick(Pick::new(
        tell!("wildcard-title"),
        items,
        move |app, place| {
            match place.checked_sub(1).and_then(|place| ids.get(place)) {
                Some(id) => one(app, id.clone()),
                None => new(app),
            }
            Vec::new()
        },
    ));
}

fn new(app: &mut App) {
    let fields = vec![
        Field::text(tell!("wildcard-what"), ""),
        Field::text(tell!("line-year"), "2030").hint(tell!("year-hint")),
    ];
    app.ask(Form::new(tell!("wildcard-add"), fields, |app, values| {
        let title = values
            .first()
            .map(|v| v.trim().to_owned())
            .unwrap_or_default();
        let year = values.get(1).and_then(|v| v.trim().parse().ok());
        let year = year.ok_or_else(|| Refusal::new(1, tell!("new-year-no-number")))?;
        let mut id = String::new();
        let effects = app
            .edit(tell!("edit-wildcard"), |s| {
                id = edit::add_wildcard(s, &title, year)?;
                Ok(())
            })
            .map_err(|reason| Refusal::new(0, reason))?;
        one(app, id);
        Ok(effects)
    }));
}

/// What can be done with one wildcard.
fn one(app: &mut App, id: String) {
    let Some(document) = app.shown() else { return };
    let Some(wildcard) = document.scenario.wildcards.iter().find(|w| w.id == id) else {
        return;
    };
    let title = wildcard.title.clone();
    let mut items = vec![
        Item::new(tell!("wildcard-rename")),
        Item::new(tell!("line-year")).detail(wildcard.year.to_string()),
        Item::new(tell!("line-add-effect")),
        Item::new(tell!("wildcard-remove")),
    ];
    let effects = wildcard.effects.iter().map(super::lines::effect_line);
    items.extend(effects.map(Item::new));
    app.pick(Pick::new(title, items, move |app, place| {
        match place {
            0 => rename(app, id.clone()),
            1 => year(app, id.clone()),
            2 => effects::add_to(app, Owner::Wildcard(id.clone())),
            3 => {
                return app.edit_or_say(tell!("edit-wildcard-removed"), |s| {
                    edit::remove_wildcard(s, &id).map(|_| ())
                });
            }
            other => effects::edit_of(app, Owner::Wildcard(id.clone()), other - 4),
        }
        Vec::new()
    }));
}

fn rename(app: &mut App, id: String) {
    let which = Text::WildcardTitle(id);
    let now = app
        .shown()
        .and_then(|d| edit::text(&d.scenario, &which))
        .unwrap_or_default();
    let field = Field::text(tell!("wildcard-what"), &now);
    let form = Form::line(tell!("wildcard-rename"), field, move |app, typed| {
        app.edit(tell!("edit-wildcard"), |s| edit::set_text(s, &which, typed))
    });
    app.ask(form);
}

fn year(app: &mut App, id: String) {
    let field = Field::text(tell!("line-year"), "").hint(tell!("year-hint"));
    app.ask(Form::line(tell!("line-year"), field, move |app, typed| {
        let year = typed.parse().map_err(|_| tell!("new-year-no-number"))?;
        app.edit(tell!("edit-wildcard"), |s| {
            edit::set_wildcard_year(s, &id, year)
        })
    }));
}
