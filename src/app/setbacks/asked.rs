//! What the Setbacks ask, and what they know.

use super::selection;
use crate::analysis::setbacks::cart::Pruned;
use crate::analysis::setbacks::prim::PrimBox;
use crate::app::{App, Need};
use crate::live::{
    Answer, Dimension, Early, EarlySigns, Question, SetbackBox, SetbackKind, SetbackTrouble,
    SetbackWish, Setbacks,
};
use crate::words::setbacks::title_of_outcome;

/// What is asked.
#[must_use]
pub fn wish(app: &App) -> SetbackWish {
    SetbackWish {
        kind: app.setbacks.kind.clone().unwrap_or(SetbackKind::Any),
        selection: selection(app),
        until: app.setbacks.until.unwrap_or(SetbackWish::UNTIL),
    }
}

fn need(app: &App, question: Question) -> Option<Need> {
    Some(Need::Ask(app.shown()?.id, question))
}

pub(super) fn found_need(app: &App) -> Option<Need> {
    // Signposts may look further ahead; what setbacks share does not change by that.
    let wish = SetbackWish {
        until: SetbackWish::UNTIL,
        ..wish(app)
    };
    need(app, Question::Setbacks { wish })
}

pub(super) fn early_need(app: &App) -> Option<Need> {
    need(app, Question::Signposts { wish: wish(app) })
}

pub(super) fn tree_need(app: &App) -> Option<Need> {
    need(app, Question::SetbackTree { wish: wish(app) })
}

/// What setbacks share, as far as it is known.
#[must_use]
pub fn found(app: &App) -> Option<&Setbacks> {
    match &**app.known(&found_need(app)?)? {
        Answer::Setbacks(found) => Some(found),
        _ => None,
    }
}

/// What announces them, as far as it is known.
#[must_use]
pub fn early(app: &App) -> Option<&EarlySigns> {
    match &**app.known(&early_need(app)?)? {
        Answer::Signposts(early) => Some(early),
        _ => None,
    }
}

/// The signposts that hold.
#[must_use]
pub fn signs(app: &App) -> Option<&[Early]> {
    early(app)?.signs.as_deref().ok()
}

/// A second opinion.
pub type Opinion = Result<(Vec<Dimension>, Pruned), SetbackTrouble>;

/// The second opinion, as far as it is known.
#[must_use]
pub fn tree(app: &App) -> Option<&Opinion> {
    match &**app.known(&tree_need(app)?)? {
        Answer::SetbackTree(tree) => Some(tree),
        _ => None,
    }
}

pub(super) fn boxes(app: &App) -> Option<&[SetbackBox]> {
    found(app)?.boxes.as_deref().ok()
}

/// The box that is shown.
#[must_use]
pub fn box_now(app: &App) -> Option<&SetbackBox> {
    let all = boxes(app)?;
    all.get(app.setbacks.place).or(all.first())
}

/// The box on the way of the search that is shown instead of the told one, with its place.
#[must_use]
pub fn shown_step(app: &App) -> Option<(usize, &PrimBox)> {
    let place = app.setbacks.step?;
    let step = box_now(app)?.found.trajectory.get(place)?;
    Some((place, &step.found))
}

/// The title of the option that is looked at; empty where none is open.
#[must_use]
pub fn option_title(app: &App) -> String {
    let results = app.shown().and_then(|document| document.results.as_ref());
    let title = results.and_then(|results| {
        let open = results.ensemble.plan.open.as_ref()?;
        let option = open.options.get(selection(app).option()?)?;
        Some(title_of_outcome(&results.scenario, &open.node, option))
    });
    title.unwrap_or_default()
}
