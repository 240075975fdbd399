//! Forms for lines with several fields: drivers of change, signposts, dissent, guesses.

use super::edits::called;
use super::lines::Section;
use super::mark;
use crate::app::tree::lines::layer;
use crate::app::{App, Effect, Field, Form, Refusal};
use crate::scenario::edit::{self, Record};
use crate::scenario::{Dissent, Driver, HIGHEST_RANK, Layer, Prediction, Signpost};
use crate::tell;

const LAYERS: [Layer; 4] = [
    Layer::Infrastructure,
    Layer::Data,
    Layer::Skills,
    Layer::Policy,
];

/// Puts a record in place, or behind the others, and marks it.
fn keep<R: Record>(
    app: &mut App,
    section: Section,
    at: Option<usize>,
    record: R,
) -> Result<Vec<Effect>, Refusal> {
    let mut place = at.unwrap_or(0);
    let effects = app
        .edit(called(section), |s| {
            match at {
                Some(at) => edit::set_record(s, at, record)?,
                None => place = edit::add_record(s, record)?,
            }
            Ok(())
        })
        .map_err(|reason| Refusal::new(0, reason))?;
    mark(app, section, place);
    Ok(effects)
}

fn typed(values: &[String], place: usize) -> String {
    values.get(place).map_or("", |v| v.trim()).to_owned()
}

/// A driver of change: what it is, where it acts, how much it matters and how little is known.
pub(super) fn driver(app: &mut App, at: Option<usize>) {
    let Some(document) = app.shown() else { return };
    let now = at.and_then(|at| document.scenario.frame.drivers.get(at));
    let now = now.cloned().unwrap_or(Driver {
        title: String::new(),
        layer: None,
        impact: 0,
        uncertainty: 0,
        note: String::new(),
        node: None,
    });
    let layers: Vec<String> = std::iter::once(tell!("frame-layer-none"))
        .chain(LAYERS.iter().map(|l| layer(*l)))
        .collect();
    let fields = driver_fields(&now, &layers);
    app.ask(Form::new(
        Section::Drivers.label(),
        fields,
        move |app, values| {
            let layer = layers.iter().position(|l| *l == typed(values, 3));
            let driver = Driver {
                title: typed(values, 0),
                impact: typed(values, 1).parse().unwrap_or(0),
                uncertainty: typed(values, 2).parse().unwrap_or(0),
                layer: layer
                    .and_then(|l| l.checked_sub(1))
                    .and_then(|l| LAYERS.get(l).copied()),
                note: typed(values, 4),
                node: now.node.clone(),
            };
            keep(app, Section::Drivers, at, driver)
        },
    ));
}

fn driver_fields(now: &Driver, layers: &[String]) -> Vec<Field> {
    let chosen = now
        .layer
        .and_then(|l| LAYERS.iter().position(|one| *one == l));
    let ranks: Vec<String> = std::iter::once(tell!("frame-rank-none"))
        .chain((1..=HIGHEST_RANK).map(|rank| rank.to_string()))
        .collect();
    let rank = |label: String, hint: String, now: u8| {
        Field::choice(label, ranks.clone(), usize::from(now)).hint(hint)
    };
    vec![
        Field::text(tell!("frame-driver-title"), &now.title).hint(tell!("frame-drivers-prompt")),
        rank(
            tell!("frame-impact"),
            tell!("frame-impact-hint"),
            now.impact,
        ),
        rank(
            tell!("frame-uncertainty"),
            tell!("frame-uncertainty-hint"),
            now.uncertainty,
        ),
        Field::choice(
            tell!("line-layer"),
            layers.to_vec(),
            chosen.map_or(0, |l| l + 1),
        )
        .hint(tell!("new-layer-hint")),
        Field::text(tell!("frame-note"), &now.note),
    ]
}

/// A signpost: what is watched, where it is read, when it counts, who watches, what follows.
pub(super) fn signpost(app: &mut App, at: Option<usize>) {
    let Some(document) = app.shown() else { return };
    let now = at
        .and_then(|at| document.scenario.signposts.get(at))
        .cloned();
    filled_signpost(app, at, now.as_ref());
}

/// The same with answers that somebody proposes.
pub(super) fn filled_signpost(app: &mut App, at: Option<usize>, now: Option<&Signpost>) {
    let value = |of: fn(&Signpost) -> &String| now.map(of).cloned().unwrap_or_default();
    let fields = vec![
        Field::text(tell!("frame-watch"), &value(|s| &s.watch))
            .hint(tell!("frame-signposts-prompt")),
        Field::text(tell!("frame-watch-source"), &value(|s| &s.source))
            .hint(tell!("frame-watch-source-hint")),
        Field::text(tell!("frame-threshold"), &value(|s| &s.threshold))
            .hint(tell!("frame-threshold-hint")),
        Field::text(tell!("frame-who"), &value(|s| &s.who)).hint(tell!("frame-who-hint")),
        Field::text(tell!("frame-then"), &value(|s| &s.then)).hint(tell!("frame-then-hint")),
    ];
    app.ask(Form::new(
        Section::Signposts.label(),
        fields,
        move |app, values| {
            let signpost = Signpost {
                watch: typed(values, 0),
                source: typed(values, 1),
                threshold: typed(values, 2),
                who: typed(values, 3),
                then: typed(values, 4),
            };
            keep(app, Section::Signposts, at, signpost)
        },
    ));
}

/// A view that the room does not share.
pub(super) fn dissent(app: &mut App, at: Option<usize>) {
    let Some(document) = app.shown() else { return };
    let now = at.and_then(|at| document.scenario.dissent.get(at));
    let value = |of: fn(&Dissent) -> &String| now.map(of).cloned().unwrap_or_default();
    let fields = vec![
        Field::text(tell!("dissent-field"), &value(|d| &d.view)).hint(tell!("dissent-hint")),
        Field::text(tell!("frame-on"), &value(|d| &d.on)).hint(tell!("frame-on-hint")),
    ];
    app.ask(Form::new(
        Section::Dissent.label(),
        fields,
        move |app, values| {
            let dissent = Dissent {
                view: typed(values, 0),
                on: typed(values, 1),
            };
            keep(app, Section::Dissent, at, dissent)
        },
    ));
}

/// Who made a guess; the guess itself stays.
pub(super) fn guess(app: &mut App, at: usize) {
    let Some(document) = app.shown() else { return };
    let Some(now) = document.scenario.predictions.get(at).cloned() else {
        return;
    };
    let field = Field::text(tell!("frame-guess-who"), &now.who).hint(tell!("frame-guess-who-hint"));
    app.ask(Form::new(
        Section::Guesses.label(),
        vec![field],
        move |app, values| {
            let prediction = Prediction {
                who: typed(values, 0),
                ..now.clone()
            };
            keep(app, Section::Guesses, Some(at), prediction)
        },
    ));
}
