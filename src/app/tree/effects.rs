//! Effects of branches, options and wildcards, picked by what can be seen in the world.

use super::{marked_outcome, quantity, quantity_fields, read_quantity};
use crate::app::{App, Field, Form, Item, Pick, Refusal};
use crate::files::default_effect;
use crate::scenario::edit::{self, Owner, Texts};
use crate::scenario::{self, Evidence, Op, Scale};
use crate::seeds::{EffectPath, catalogue};
use crate::tell;
use crate::words::numbers;

/// Lets the room pick what the marked branch changes.
pub(super) fn add(app: &mut App) {
    let Some((_, node, outcome)) = marked_outcome(app) else {
        return;
    };
    add_to(app, Owner::Outcome { node, outcome });
}

/// The same for any owner.
pub(super) fn add_to(app: &mut App, owner: Owner) {
    let paths: Vec<&'static EffectPath> = catalogue()
        .paths
        .iter()
        .filter(|path| !path.base_only)
        .collect();
    let items = paths.iter().map(|path| {
        Item::new(path.meaning.clone())
            .detail(path.id.clone())
            .about(path.observable())
    });
    let title = tell!("effect-pick");
    app.pick(Pick::new(title, items.collect(), move |app, place| {
        let effect = paths.get(place).and_then(|path| {
            let known = catalogue().effects.iter().find(|e| e.path == path.id);
            default_effect(&path.id, known.map_or(Op::Multiply, |e| e.op))
        });
        if let Some(effect) = effect {
            form(app, owner.clone(), None, effect);
        }
        Vec::new()
    }));
}

/// Edits an effect of the marked branch.
pub(super) fn edit(app: &mut App, place: usize) {
    let Some((_, node, outcome)) = marked_outcome(app) else {
        return;
    };
    edit_of(app, Owner::Outcome { node, outcome }, place);
}

/// Edits an effect of any owner, or takes it away.
pub(super) fn edit_of(app: &mut App, owner: Owner, place: usize) {
    let Some(document) = app.shown() else { return };
    let found = edit::effects(&document.scenario, &owner).ok();
    let Some(effect) = found.and_then(|all| all.get(place)).cloned() else {
        return;
    };
    let items = vec![
        Item::new(tell!("effect-change")),
        Item::new(tell!("effect-remove")),
    ];
    let title = super::lines::effect_line(&effect);
    app.pick(Pick::new(title, items, move |app, chosen| {
        if chosen == 0 {
            form(app, owner.clone(), Some(place), effect.clone());
            return Vec::new();
        }
        app.edit_or_say(tell!("edit-effect-removed"), |s| {
            edit::remove_effect(s, &owner, place).map(|_| ())
        })
    }));
}

const OPS: [Op; 3] = [Op::Set, Op::Multiply, Op::Add];
const GRADES: [Evidence; 3] = [Evidence::A, Evidence::B, Evidence::C];

fn form(app: &mut App, owner: Owner, place: Option<usize>, effect: scenario::Effect) {
    let Some(path) = catalogue().path(&effect.path) else {
        return;
    };
    let range = tell!(
        "effect-range",
        low = numbers::catalogued(path.min),
        high = numbers::catalogued(path.max)
    );
    let mut fields = quantity_fields(Some(&effect.magnitude), &range);
    fields.extend(more_fields(&effect));
    let scale = Scale::of_effect(effect.op, path.kind, &effect.magnitude);
    let help = format!("{} {}", path.meaning, path.observable());
    let title = if place.is_some() {
        tell!("effect-change")
    } else {
        tell!("effect-new")
    };
    let form = Form::new(title, fields, move |app, values| {
        let effect = read(values, effect.clone())?;
        let what = tell!("edit-effect", what = effect.path.clone());
        app.edit(what, |s| match place {
            Some(place) => edit::change_effect(s, &owner, place, |old| *old = effect),
            None => edit::add_effect(s, &owner, effect).map(|_| ()),
        })
        .map_err(|reason| Refusal::new(2, reason))
    });
    app.ask(form.help(help).picture(quantity::picture(scale)));
}

/// Fields after those of the magnitude.
fn more_fields(effect: &scenario::Effect) -> Vec<Field> {
    let ops = vec![
        tell!("effect-set"),
        tell!("effect-multiply"),
        tell!("effect-add"),
    ];
    let op = OPS.iter().position(|op| *op == effect.op).unwrap_or(0);
    let grades: Vec<String> = GRADES.iter().map(|g| super::lines::evidence(*g)).collect();
    let grade = GRADES
        .iter()
        .position(|g| *g == effect.evidence)
        .unwrap_or(2);
    let number = |value: Option<String>| value.unwrap_or_default();
    vec![
        Field::choice(tell!("effect-op"), ops, op).hint(tell!("effect-op-hint")),
        Field::text(
            tell!("effect-start"),
            &number(effect.start.map(|y| y.to_string())),
        )
        .hint(tell!("effect-start-hint")),
        Field::text(tell!("effect-ramp"), &effect.ramp.to_string()).hint(tell!("effect-ramp-hint")),
        Field::text(
            tell!("effect-duration"),
            &number(effect.duration.map(|y| y.to_string())),
        )
        .hint(tell!("effect-duration-hint")),
        Field::text(tell!("effect-fade"), &effect.fade.to_string()).hint(tell!("effect-fade-hint")),
        Field::text(tell!("effect-cohorts"), &effect.cohorts.join("; "))
            .hint(tell!("effect-cohorts-hint")),
        Field::choice(tell!("effect-evidence"), grades, grade).hint(tell!("effect-evidence-hint")),
        Field::text(tell!("line-because"), &effect.rationale),
        Field::text(tell!("line-sources"), &effect.sources.join("; ")).hint(tell!("sources-hint")),
    ]
}

/// Reads the whole form into an effect.
fn read(values: &[String], mut effect: scenario::Effect) -> Result<scenario::Effect, Refusal> {
    let value = |place: usize| values.get(place).map_or("", |v| v.trim());
    let years = |place: usize| -> Result<Option<u32>, Refusal> {
        match value(place) {
            "" => Ok(None),
            typed => typed
                .parse()
                .map(Some)
                .map_err(|_| Refusal::new(place, tell!("effect-years-no-number"))),
        }
    };
    effect.magnitude = read_quantity(values, 0)?;
    let ops = [
        tell!("effect-set"),
        tell!("effect-multiply"),
        tell!("effect-add"),
    ];
    if let Some(op) = ops.iter().position(|op| op == value(4)) {
        effect.op = OPS.get(op).copied().unwrap_or(effect.op);
    }
    effect.start = match value(5) {
        "" => None,
        typed => {
            let year = typed.parse();
            Some(year.map_err(|_| Refusal::new(5, tell!("new-year-no-number")))?)
        }
    };
    effect.ramp = years(6)?.unwrap_or(0);
    effect.duration = years(7)?;
    effect.fade = years(8)?.unwrap_or(0);
    effect.cohorts = super::list_of(value(9));
    let grade = GRADES
        .iter()
        .position(|g| super::lines::evidence(*g) == value(10));
    effect.evidence = grade
        .and_then(|g| GRADES.get(g))
        .copied()
        .unwrap_or(Evidence::C);
    effect.rationale = value(11).to_owned();
    effect.sources = super::list_of(value(12));
    Ok(effect)
}

/// Lets the room adopt measures of the road map, one after the other.
pub(super) fn measures(app: &mut App) {
    let Some((document, node, outcome)) = marked_outcome(app) else {
        return;
    };
    let which = Texts::Adopts(node, outcome);
    let adopted = edit::texts(&document.scenario, &which).unwrap_or_default();
    let measures = &catalogue().measures;
    let items = measures.iter().map(|measure| {
        let mark = if adopted.contains(&measure.id) {
            tell!("measure-adopted")
        } else {
            String::new()
        };
        let cluster = measure
            .cluster
            .map(super::lines::cluster)
            .unwrap_or_default();
        Item::new(format!("{} {}", measure.id, measure.title))
            .detail(format!("{cluster} {mark}"))
            .about(super::lines::about_measure(measure))
    });
    let title = tell!("measure-title");
    app.pick(Pick::new(title, items.collect(), move |app, place| {
        let Some(measure) = catalogue().measures.get(place) else {
            return Vec::new();
        };
        let at = adopted.iter().position(|id| *id == measure.id);
        let what = tell!("edit-measure", id = measure.id.clone());
        app.edit_or_say(what, |s| match at {
            Some(at) => edit::remove_item(s, &which, at).map(|_| ()),
            None => edit::add_item(s, &which, &measure.id).map(|_| ()),
        })
    }));
}
