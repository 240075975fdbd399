//! The Setbacks in sentences: for the screen, for reading aloud and for copying.

use super::super::assumptions::is_hidden;
use super::asked::{box_now, early, found, option_title, shown_step};
use super::{View, tree};
use crate::app::App;
use crate::live::{Setbacks, Stage};
use crate::scenario::Scenario;
use crate::tell;
use crate::words::numbers::whole;
use crate::words::sentences;
use crate::words::setbacks as said;

/// The answer in a sentence or two: how many runs end in a setback, and what counts as one.
#[must_use]
pub fn head(app: &App) -> Vec<String> {
    if app.shown().is_some_and(is_hidden) {
        return vec![tell!("setbacks-hidden")];
    }
    let Some(found) = found(app) else {
        return vec![tell!("setbacks-head"), tell!("setbacks-waiting")];
    };
    let mut told = vec![said::share(found, &option_title(app))];
    if found.stage == Stage::Preview {
        let draws = u32::try_from(found.draws).unwrap_or(u32::MAX);
        told.push(sentences::preview(draws));
    }
    told.push(match said::kinds(found) {
        Some(kinds) => kinds,
        None => {
            let last = app
                .shown()
                .and_then(|d| Some(d.results.as_ref()?.last_year()));
            let kind = said::kind(&found.wish.kind, last.unwrap_or_default());
            tell!("setbacks-what", kind = kind)
        }
    });
    told
}

/// A box in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ToldBox {
    /// What stands above its limits.
    pub head: String,
    /// Its limits: place of the dimension, and the sentence.
    pub limits: Vec<(usize, String)>,
    /// Coverage, density, how it stood up to a check.
    pub fit: Vec<String>,
}

/// The box that is shown: the told one, or one on the way of the search.
#[must_use]
pub fn told_box(app: &App, scenario: &Scenario, found: &Setbacks) -> Option<ToldBox> {
    let one = box_now(app)?;
    let (head, restrictions, fit) = match shown_step(app) {
        None => (
            said::box_head(one, app.setbacks.place),
            &one.held.restrictions,
            said::box_fit(found, one),
        ),
        Some((place, step)) => {
            let last = one.found.trajectory.len().saturating_sub(1);
            let fit = step.fit;
            (
                tell!("setbacks-step", place = place, last = last),
                &step.restrictions,
                vec![
                    tell!(
                        "setbacks-box",
                        coverage = said::of_100(fit.coverage),
                        density = said::of_100(fit.density),
                        share = said::of_100(found.share),
                        mass = said::of_100(fit.mass)
                    ),
                    tell!("setbacks-step-unchecked"),
                ],
            )
        }
    };
    let limits = restrictions.iter().filter_map(|limit| {
        let dimension = found.dimensions.get(limit.column)?;
        Some((limit.column, said::limit(scenario, dimension, &limit.limit)))
    });
    Some(ToldBox {
        head,
        limits: limits.collect(),
        fit,
    })
}

/// Everything.
pub(super) fn all(app: &App) -> Option<String> {
    let document = app.shown()?;
    let mut told = head(app);
    if let Some(found) = found(app) {
        told.extend(said::boxes(&document.scenario, found));
        told.extend(paths(app, found));
    }
    told.extend(signposts(app, &document.scenario));
    if app.setbacks.view == View::Tree
        && let Some(Ok((dimensions, pruned))) = tree(app)
    {
        told.push(tell!("setbacks-tree"));
        let rules = pruned.tree.rules();
        let rules = rules
            .iter()
            .map(|rule| said::rule_limits(&document.scenario, dimensions, rule));
        told.extend(rules);
    }
    Some(told.join("\n\n"))
}

fn paths(app: &App, found: &Setbacks) -> Vec<String> {
    let plan = app
        .shown()
        .and_then(|d| Some(&d.results.as_ref()?.ensemble.plan));
    let Some(plan) = plan.filter(|_| found.share > 0.0) else {
        return Vec::new();
    };
    let told = found.paths.iter().take(3).map(|own| {
        tell!(
            "setbacks-path",
            path = plan.paths.get(own.path).map_or("", |path| &path.id),
            setbacks = said::of_100(own.of_setbacks),
            weight = said::of_100(own.of_weight),
            share = said::of_100(own.share)
        )
    });
    told.collect()
}

fn signposts(app: &App, scenario: &Scenario) -> Vec<String> {
    let Some(early) = early(app) else {
        return Vec::new();
    };
    let mut told = vec![tell!(
        "setbacks-signposts",
        year = early.wish.until.to_string()
    )];
    match &early.signs {
        Err(problem) => told.push(said::trouble(problem)),
        Ok(signs) if signs.is_empty() => told.push(tell!("setbacks-signposts-none")),
        Ok(signs) => {
            let one = |sign| format!("{} {}", said::sign(scenario, sign), said::sign_score(sign));
            told.extend(signs.iter().map(one));
            told.push(tell!("setbacks-signposts-human"));
        }
    }
    told.push(tell!(
        "setbacks-signposts-few",
        draws = whole(early.draws as f64),
        tried = early.tried
    ));
    told
}
