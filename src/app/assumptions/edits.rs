//! Changing an assumption and going back to the catalogue.

use super::entries::{Entry, differing};
use super::facts::{Facts, facts};
use super::{is_hidden, marked};
use crate::app::tree::lines::evidence;
use crate::app::tree::{list_of, quantity_fields, read_quantity};
use crate::app::{App, Confirm, Effect, Field, Form, Picture, Refusal, Screen, Way};
use crate::scenario::edit::{self, EditFault, Store};
use crate::scenario::{Assumption, Correlation, Evidence, Scenario, Severity};
use crate::tell;
use crate::words::faults::check_sentence;
use crate::words::numbers;

const GRADES: [Evidence; 3] = [Evidence::A, Evidence::B, Evidence::C];

/// Enter: the room's value of the marked entry, and why.
pub(super) fn edit(app: &mut App) {
    let (Some(document), Some(entry)) = (app.shown(), marked(app)) else {
        return;
    };
    if let Entry::Correlation(at) = entry {
        super::correlations::edit(app, at);
        return;
    }
    if let Entry::Elsewhere(_) = entry {
        app.screen = Screen::Tree;
        return;
    }
    let facts = facts(document, &entry);
    let Some(store) = entry.store() else { return };
    let fields = fields(&facts, is_hidden(document));
    let scale = facts.kind.scale();
    let help = tell!("assumptions-help", meaning = &facts.meaning);
    let title = tell!("assumptions-edit-title", id = &facts.id);
    let form = Form::new(title, fields, move |app, values| {
        let assumption = read(values)?;
        set(app, store, entry.id(), assumption)
    });
    app.ask(form.help(help).picture(Picture {
        quantity: |values| read_quantity(values, 0).ok(),
        scale,
    }));
}

fn fields(facts: &Facts, hidden: bool) -> Vec<Field> {
    let (low, high) = facts.range;
    let range = tell!(
        "assumptions-range",
        low = numbers::catalogued(low),
        high = numbers::catalogued(high),
        unit = &facts.unit
    );
    let mut fields = quantity_fields(facts.value(hidden), &range);
    let grades: Vec<String> = GRADES.iter().map(|g| evidence(*g)).collect();
    // A value of its own is judgement until the room says otherwise.
    let grade = facts.room.as_ref().map_or(Evidence::C, |r| r.evidence);
    let grade = GRADES.iter().position(|g| *g == grade).unwrap_or(2);
    let room = facts.room.as_ref();
    let rationale = room.map(|r| r.rationale.clone()).unwrap_or_default();
    let sources = room.map(|r| r.sources.join("; ")).unwrap_or_default();
    fields.extend([
        Field::choice(tell!("effect-evidence"), grades, grade).hint(tell!("effect-evidence-hint")),
        Field::text(tell!("line-because"), &rationale).hint(tell!("assumptions-because-hint")),
        Field::text(tell!("line-sources"), &sources).hint(tell!("sources-hint")),
    ]);
    fields
}

fn read(values: &[String]) -> Result<Assumption, Refusal> {
    let value = |place: usize| values.get(place).map_or("", |v| v.trim());
    let grade = GRADES.iter().position(|g| evidence(*g) == value(4));
    Ok(Assumption {
        value: read_quantity(values, 0)?,
        evidence: grade
            .and_then(|g| GRADES.get(g).copied())
            .unwrap_or_default(),
        rationale: value(5).to_owned(),
        sources: list_of(value(6)),
    })
}

/// Sets an assumption, unless the scenario would then be wrong: the field says why.
fn set(
    app: &mut App,
    store: Store,
    id: &str,
    assumption: Assumption,
) -> Result<Vec<Effect>, Refusal> {
    let refuse = |reason: String| Refusal::new(2, reason);
    let change = |s: &mut Scenario| edit::set_assumption(s, store, id, assumption.clone());
    would_be_wrong(app, change).map_or(Ok(()), |reason| Err(refuse(reason)))?;
    app.edit(tell!("assumptions-edit", id = id), change)
        .map_err(refuse)
}

/// The first error that a change would bring.
pub(super) fn would_be_wrong(
    app: &App,
    change: impl FnOnce(&mut Scenario) -> Result<(), EditFault>,
) -> Option<String> {
    let document = app.shown()?;
    let mut trial = (*document.scenario).clone();
    change(&mut trial).ok()?;
    let found = crate::files::findings(&trial);
    let new = found
        .iter()
        .find(|f| f.severity == Severity::Error && !document.findings.contains(f));
    new.map(check_sentence)
}

/// Back to the catalogue; a correlation goes.
pub(super) fn reset(app: &mut App) -> Vec<Effect> {
    let Some(entry) = marked(app) else {
        return Vec::new();
    };
    let what = tell!("assumptions-edit-reset", id = entry.id());
    let effects = match (&entry, entry.store()) {
        (Entry::Correlation(at), _) => {
            let what = tell!("assumptions-edit-pair");
            app.edit_or_say(what, |s| {
                edit::remove_record::<Correlation>(s, *at).map(drop)
            })
        }
        (entry, Some(store)) => app.edit_or_say(what, |s| {
            edit::reset_assumption(s, store, entry.id()).map(drop)
        }),
        _ => Vec::new(),
    };
    super::settle(app);
    effects
}

/// Asks, then goes back to the catalogue everywhere.
pub(super) fn reset_all(app: &mut App) {
    let Some(document) = app.shown() else { return };
    let count = differing(&document.scenario);
    app.confirm(Confirm::new(
        tell!("assumptions-reset-all", count = count),
        vec![
            Way::nothing(tell!("assumptions-reset-no")),
            Way::new(tell!("assumptions-reset-yes"), |app| {
                let effects = app.edit_or_say(tell!("assumptions-edit-reset-all"), |s| {
                    edit::reset_all(s, Store::Parameters);
                    edit::reset_all(s, Store::Inputs);
                    s.correlations.clear();
                    Ok(())
                });
                super::settle(app);
                effects
            }),
        ],
    ));
}
