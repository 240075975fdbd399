//! State of the Setbacks: what runs that end in one share, where they lie, what announces them.
//!
//! Always about one option of the next open decision, never about their mixture.

mod asked;
mod kinds;
mod words;

pub use asked::{box_now, early, found, option_title, shown_step, signs, tree, wish};
pub use words::{ToldBox, head, told_box};

use self::asked::{early_need, found_need, tree_need};
use super::assumptions::is_hidden;
use super::keys::SetbacksAction;
use super::{App, Effect, Field, Form, Need, Refusal};
use crate::live::{Selection, SetbackKind, SetbackWish};
use crate::tell;
use crate::words::setbacks as said;

/// What is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// What setbacks share.
    #[default]
    Boxes,
    /// What announces them.
    Signposts,
    /// On which paths they lie.
    Paths,
    /// A second opinion.
    Tree,
}

/// What the screen remembers.
#[derive(Clone, Debug, Default)]
pub struct SetbacksState {
    /// What is drawn.
    pub view: View,
    /// Place of the option that is looked at.
    pub option: usize,
    /// What counts as a setback; `None` = any of the three kinds.
    pub kind: Option<SetbackKind>,
    /// Last year of signposts; `None` = the usual one.
    pub until: Option<i32>,
    /// Place of the box that is shown.
    pub place: usize,
    /// Place on the way of its search; `None` = the box that is told.
    pub step: Option<usize>,
    /// The marked line.
    pub at: usize,
}

/// Does an action of the screen.
pub(super) fn act(app: &mut App, action: SetbacksAction) -> Vec<Effect> {
    use SetbacksAction as S;
    match action {
        S::Up => app.setbacks.at = app.setbacks.at.saturating_sub(1),
        S::Down => app.setbacks.at = (app.setbacks.at + 1).min(lines(app).saturating_sub(1)),
        S::Wider => walk(app, false),
        S::Denser => walk(app, true),
        S::ToldBox => app.setbacks.step = None,
        S::NextBox => {
            let count = asked::boxes(app).map_or(1, <[_]>::len).max(1);
            app.setbacks.place = (app.setbacks.place + 1) % count;
            app.setbacks.step = None;
        }
        S::Kind => kinds::pick(app),
        S::Option => {
            let count = options(app).max(1);
            app.setbacks.option = (app.setbacks.option + 1) % count;
            back(app);
        }
        S::View => {
            let next = match app.setbacks.view {
                View::Boxes => View::Signposts,
                View::Signposts => View::Paths,
                View::Paths => View::Tree,
                View::Tree => View::Boxes,
            };
            show(app, next);
        }
        S::Signposts => toggle(app, View::Signposts),
        S::Paths => toggle(app, View::Paths),
        S::Tree => toggle(app, View::Tree),
        S::Adopt => adopt(app),
        S::Until => until(app),
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(app: &App, action: SetbacksAction) -> Option<String> {
    use SetbacksAction as S;
    let document = app.shown()?;
    if !document.shows_consequences() {
        return Some(tell!("answer-blind"));
    }
    if document.covered {
        return Some(tell!("answer-covered"));
    }
    match action {
        S::Option if options(app) < 2 => Some(tell!("outcomes-one-option")),
        S::Wider | S::Denser if app.setbacks.view != View::Boxes => {
            Some(tell!("setbacks-boxes-only"))
        }
        S::Wider | S::Denser if box_now(app).is_none() => Some(tell!("setbacks-no-box")),
        S::NextBox if asked::boxes(app).is_none_or(|all| all.len() < 2) => {
            Some(tell!("setbacks-one-box"))
        }
        S::Adopt if app.setbacks.view != View::Signposts || marked(app).is_none() => {
            Some(tell!("setbacks-mark-first"))
        }
        _ => None,
    }
}

/// Back to the beginning: another scenario is shown.
pub(super) fn settle(app: &mut App) {
    app.setbacks.option = app.setbacks.option.min(options(app).saturating_sub(1));
    back(app);
}

/// The screen in words.
pub(super) fn words(app: &App) -> Option<String> {
    words::all(app)
}

/// What the screen asks.
pub(super) fn needs(app: &App) -> Vec<Need> {
    if app.shown().is_none_or(is_hidden) {
        return Vec::new();
    }
    let more = match app.setbacks.view {
        View::Boxes | View::Paths => None,
        View::Signposts => early_need(app),
        View::Tree => tree_need(app),
    };
    found_need(app).into_iter().chain(more).collect()
}

/// Options of the next open decision; 0 where none is open.
pub(super) fn options(app: &App) -> usize {
    let results = app.shown().and_then(|document| document.results.as_ref());
    let open = results.and_then(|results| results.ensemble.plan.open.as_ref());
    open.map_or(0, |open| open.options.len())
}

fn back(app: &mut App) {
    app.setbacks.place = 0;
    app.setbacks.step = None;
    app.setbacks.at = 0;
}

fn show(app: &mut App, view: View) {
    app.setbacks.view = view;
    app.setbacks.at = 0;
}

fn toggle(app: &mut App, view: View) {
    let next = match app.setbacks.view == view {
        true => View::Boxes,
        false => view,
    };
    show(app, next);
}

/// Lines that can be marked.
fn lines(app: &App) -> usize {
    match app.setbacks.view {
        View::Boxes => 0,
        View::Signposts => signs(app).map_or(0, <[_]>::len),
        View::Paths => found(app).map_or(0, |found| found.paths.len()),
        View::Tree => 64,
    }
}

/// One step along the search; the first from where the told box was chosen.
fn walk(app: &mut App, denser: bool) {
    let Some(one) = box_now(app) else { return };
    let last = one.found.trajectory.len().saturating_sub(1);
    let here = app.setbacks.step.unwrap_or(one.found.chosen);
    app.setbacks.step = Some(match denser {
        true => (here + 1).min(last),
        false => here.saturating_sub(1),
    });
}

/// The marked signpost.
fn marked(app: &App) -> Option<&crate::live::Early> {
    signs(app)?.get(app.setbacks.at)
}

/// Keeps the marked signpost in the file, once the room has said who watches.
fn adopt(app: &mut App) {
    let filled = app
        .shown()
        .zip(marked(app))
        .map(|(document, sign)| said::adopted(&document.scenario, sign));
    if let Some(filled) = filled {
        super::frame::ask_signpost(app, &filled);
    }
}

fn until(app: &mut App) {
    let now = app.setbacks.until.unwrap_or(SetbackWish::UNTIL);
    let field = Field::text(tell!("setbacks-until-field"), &now.to_string())
        .hint(tell!("setbacks-until-hint"));
    let title = tell!("setbacks-until-title");
    app.ask(Form::new(title, vec![field], |app, values| {
        let typed = values.first().map(|text| text.trim()).unwrap_or_default();
        let year = typed.parse::<i32>();
        let year = year.map_err(|_| Refusal::new(0, tell!("setbacks-until-hint")))?;
        app.setbacks.until = Some(year);
        app.setbacks.at = 0;
        Ok(Vec::new())
    }));
}

/// Which paths the screen is about.
pub(super) fn selection(app: &App) -> Selection {
    match options(app) {
        0 => Selection::Everything,
        count => Selection::Option(app.setbacks.option.min(count - 1)),
    }
}
