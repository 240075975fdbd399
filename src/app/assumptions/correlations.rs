//! Parameters that move together.

use super::entries::Entry;
use super::{mark, marked};
use crate::app::{App, Effect, Field, Form, Item, Pick, Refusal};
use crate::scenario::Correlation;
use crate::scenario::edit;
use crate::seeds::{Parameter, catalogue};
use crate::tell;
use crate::words::numbers;

/// Asks for two parameters and how they move together; a marked parameter is the first.
pub(super) fn add(app: &mut App) {
    match marked(app) {
        Some(Entry::Parameter(first)) => second(app, first),
        _ => pick(app, tell!("assumptions-pair-first"), |app, first| {
            second(app, first);
        }),
    }
}

fn second(app: &mut App, first: &'static Parameter) {
    let title = tell!("assumptions-pair-second", first = &first.id);
    pick(app, title, move |app, second| {
        let between = (first.id.clone(), second.id.clone());
        ask(app, None, Correlation { between, rank: 0.5 });
    });
}

fn pick(
    app: &mut App,
    title: String,
    chosen: impl Fn(&mut App, &'static Parameter) + Send + Sync + 'static,
) {
    let all = &catalogue().parameters;
    let item = |p: &Parameter| Item::new(p.meaning.clone()).detail(p.id.clone());
    let items = all.iter().map(item).collect();
    app.pick(Pick::new(title, items, move |app, place| {
        if let Some(parameter) = all.get(place) {
            chosen(app, parameter);
        }
        Vec::new()
    }));
}

/// Changes how two parameters move together.
pub(super) fn edit(app: &mut App, at: usize) {
    let found = app.shown().and_then(|d| d.scenario.correlations.get(at));
    if let Some(now) = found.cloned() {
        ask(app, Some(at), now);
    }
}

fn ask(app: &mut App, at: Option<usize>, now: Correlation) {
    let (first, second) = &now.between;
    let title = tell!("assumptions-pair", first = first, second = second);
    let field = Field::text(tell!("assumptions-rank"), &numbers::exact(now.rank))
        .hint(tell!("assumptions-rank-hint"));
    app.ask(Form::new(title, vec![field], move |app, values| {
        let typed = values.first().map_or("", String::as_str);
        let rank = numbers::typed(typed)
            .ok_or_else(|| Refusal::new(0, tell!("quantity-no-number", typed = typed)))?;
        let correlation = Correlation {
            rank,
            ..now.clone()
        };
        keep(app, at, correlation)
    }));
}

fn keep(
    app: &mut App,
    at: Option<usize>,
    correlation: Correlation,
) -> Result<Vec<Effect>, Refusal> {
    let mut place = at.unwrap_or(0);
    let effects = app
        .edit(tell!("assumptions-edit-pair"), |s| {
            match at {
                Some(at) => edit::set_record(s, at, correlation)?,
                None => place = edit::add_record(s, correlation)?,
            }
            Ok(())
        })
        .map_err(|reason| Refusal::new(0, reason))?;
    mark(app, &Entry::Correlation(place));
    Ok(effects)
}
