//! Changing how a scenario is simulated.

use std::sync::Arc;

use super::Setting;
use super::told::{label, mebibytes, sampling};
use crate::app::{App, Effect, Field, Form, Item, Pick, Refusal};
use crate::live::{BUDGET, RunWish};
use crate::scenario::{Sampling, Simulation, edit};
use crate::tell;
use crate::words::numbers;

const SAMPLINGS: [Sampling; 3] = [
    Sampling::LatinHypercube,
    Sampling::Sobol,
    Sampling::Independent,
];
/// Most worker threads that may be asked for.
const MOST_THREADS: usize = 256;
/// Least memory that may be asked for, in MiB.
const LEAST_MEMORY: usize = 16;

/// Enter: changes the marked line.
pub(super) fn edit(app: &mut App, setting: Setting) {
    match setting {
        Setting::Draws => draws(app),
        Setting::Seed => seed(app),
        Setting::Sampling => pick_sampling(app),
        Setting::Threads => threads(app),
        Setting::Memory => memory(app),
        Setting::Stress => stress(app),
    }
}

/// Twice the draws, or half of them.
pub(super) fn scale(app: &mut App, more: bool) -> Vec<Effect> {
    let Some(document) = app.shown() else {
        return Vec::new();
    };
    let mut simulation = document.scenario.simulation.clone();
    simulation.draws = match more {
        true => simulation.draws.saturating_mul(2),
        false => simulation.draws.div_ceil(2),
    };
    app.edit_or_say(tell!("running-edit-draws"), |s| {
        edit::set_simulation(s, simulation)
    })
}

/// Changes the scenario's own part of how it is simulated.
fn set(
    app: &mut App,
    what: String,
    change: impl FnOnce(&mut Simulation),
) -> Result<Vec<Effect>, Refusal> {
    app.edit(what, |s| {
        let mut simulation = s.simulation.clone();
        change(&mut simulation);
        edit::set_simulation(s, simulation)
    })
    .map_err(|reason| Refusal::new(0, reason))
}

fn ask(
    app: &mut App,
    setting: Setting,
    now: &str,
    hint: String,
    submit: impl Fn(&mut App, &str) -> Result<Vec<Effect>, Refusal> + Send + Sync + 'static,
) {
    let field = Field::text(label(setting), now).hint(hint);
    app.ask(Form::new(
        label(setting),
        vec![field],
        move |app, values| submit(app, values.first().map_or("", |v| v.trim())),
    ));
}

fn draws(app: &mut App) {
    let Some(document) = app.shown() else { return };
    let now = document.scenario.simulation.draws.to_string();
    let hint = tell!("running-draws-hint");
    ask(app, Setting::Draws, &now, hint, |app, typed| {
        let draws = whole(typed, f64::from(u32::MAX))? as u32;
        set(app, tell!("running-edit-draws"), |s| s.draws = draws)
    });
}

/// A whole number that is not above `most`.
fn whole(typed: &str, most: f64) -> Result<f64, Refusal> {
    let number = numbers::typed(typed);
    let fits = |n: &f64| n.fract() == 0.0 && (0.0..=most).contains(n);
    let refusal = || Refusal::new(0, tell!("running-whole", typed = typed));
    number.filter(fits).ok_or_else(refusal)
}

fn seed(app: &mut App) {
    let Some(document) = app.shown() else { return };
    let now = document.scenario.simulation.seed.to_string();
    let hint = tell!("running-seed-hint");
    ask(app, Setting::Seed, &now, hint, |app, typed| {
        let seed: u64 = typed
            .parse()
            .map_err(|_| Refusal::new(0, tell!("running-whole", typed = typed)))?;
        set(app, tell!("running-edit-seed"), |s| s.seed = seed)
    });
}

fn pick_sampling(app: &mut App) {
    let Some(document) = app.shown() else { return };
    let now = document.scenario.simulation.sampling;
    let about = [
        tell!("running-latin-about"),
        tell!("running-sobol-about"),
        tell!("running-independent-about"),
    ];
    let items = SAMPLINGS.iter().zip(about);
    let items = items
        .map(|(s, about)| Item::new(sampling(*s)).about(about))
        .collect();
    let at = SAMPLINGS.iter().position(|s| *s == now).unwrap_or(0);
    let pick = Pick::new(label(Setting::Sampling), items, |app, place| {
        let Some(sampling) = SAMPLINGS.get(place).copied() else {
            return Vec::new();
        };
        app.edit_or_say(tell!("running-edit-sampling"), |s| {
            s.simulation.sampling = sampling;
            Ok(())
        })
    });
    app.pick(pick.at(at));
}

fn threads(app: &mut App) {
    let now = app.run.wish.threads.map(|n| n.to_string());
    let hint = tell!("running-threads-hint");
    let now = now.unwrap_or_default();
    ask(app, Setting::Threads, &now, hint, |app, typed| {
        app.run.wish.threads = match typed {
            "" => None,
            typed => Some(whole(typed, MOST_THREADS as f64)? as usize).filter(|n| *n > 0),
        };
        Ok(Vec::new())
    });
}

fn memory(app: &mut App) {
    let now = mebibytes(app.run.wish.budget).to_string();
    let hint = tell!(
        "running-memory-hint",
        least = LEAST_MEMORY,
        usual = mebibytes(BUDGET)
    );
    ask(app, Setting::Memory, &now, hint, |app, typed| {
        let mib = whole(typed, f64::from(u32::MAX))? as usize;
        if mib < LEAST_MEMORY {
            let reason = tell!("running-memory-least", least = LEAST_MEMORY);
            return Err(Refusal::new(0, reason));
        }
        app.run.wish.budget = mib << 20;
        Ok(again(app))
    });
}

/// Switches a wildcard on for what is shown, or off again.
fn stress(app: &mut App) {
    let Some(document) = app.shown() else { return };
    let wildcards = &document.scenario.wildcards;
    let ids: Vec<String> = wildcards.iter().map(|w| w.id.clone()).collect();
    let none = Item::new(tell!("running-stress-none"));
    let items = wildcards
        .iter()
        .map(|w| Item::new(w.title.clone()).about(w.rationale.clone()));
    let items: Vec<Item> = std::iter::once(none).chain(items).collect();
    let on = app.run.stress.as_ref();
    let at = on.and_then(|id| ids.iter().position(|one| one == id));
    let pick = Pick::new(tell!("running-stress-title"), items, move |app, place| {
        let id = place.checked_sub(1).and_then(|place| ids.get(place));
        app.run.stress = id.cloned();
        app.run.stressed = None;
        simulate_stressed(app)
    });
    app.pick(pick.at(at.map_or(0, |at| at + 1)));
}

/// Simulates what is shown with the wildcard switched on, beside the run without it.
fn simulate_stressed(app: &App) -> Vec<Effect> {
    let (Some(document), Some(wildcard)) = (app.shown(), &app.run.stress) else {
        return Vec::new();
    };
    vec![Effect::Simulate {
        document: document.id,
        scenario: Arc::clone(&document.scenario),
        wish: RunWish {
            stress: Some(wildcard.clone()),
            ..app.run.wish.clone()
        },
        from: None,
        watch: app.subject.clone(),
    }]
}

/// Simulates anew under the new wish: nothing of the old numbers can be used.
fn again(app: &mut App) -> Vec<Effect> {
    let Some(document) = app.shown_mut() else {
        return Vec::new();
    };
    let id = document.id;
    document.before = None;
    app.simulate(id)
}
