//! What can be done on every screen.

use super::keys::GlobalAction;
use super::{App, Confirm, Effect, Screen, Way, dispatch, filter, sight};
use crate::look::{GlyphSet, Theme};
use crate::tell;

/// Does an action that works everywhere.
pub(super) fn act(app: &mut App, action: GlobalAction) -> Vec<Effect> {
    use GlobalAction as G;
    match action {
        G::Keys => app.list_keys(),
        G::Palette => app.list_commands(),
        G::Quit => return app.leave(),
        G::Interrupt => return interrupt(app),
        G::Escape => return escape(app),
        G::Suspend => return vec![Effect::Suspend],
        G::Undo => return app.undo(),
        G::Redo => return app.redo(),
        G::Save => return app.save(),
        G::SaveAs => app.save_as(),
        G::NextScreen => turn(app, 1),
        G::PreviousScreen => turn(app, -1),
        G::NextDocument => return app.turn_documents(1),
        G::PreviousDocument => return app.turn_documents(-1),
        G::CloseDocument => return close(app),
        G::Indicator => super::outcomes::pick_subject(app),
        G::Filter => filter::ask(app),
        G::Everything => return filter::clear(app),
        G::Words => say_words(app),
        G::Limits => app.show_page(tell!("limits-title"), tell!("limits-text")),
        G::Copy => return copy(app),
        G::WriteText => return write_text(app),
        G::Blind => return sight::toggle_blind(app),
        G::Predict => sight::predict(app),
        G::Reveal => return sight::reveal(app),
        G::AskRoom => super::room::ask_marked(app),
        G::Presenter => app.presenter = !app.presenter,
        G::NextTheme => return next_theme(app),
        G::NextGlyphs => return next_glyphs(app),
        G::Redraw => return vec![Effect::Redraw],
        G::Record => return app.toggle_recording(),
        G::RunNow => return run_now(app),
        other => go(app, other),
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(app: &App, action: GlobalAction) -> Option<String> {
    use GlobalAction as G;
    let screens = matches!(
        action,
        G::GoFrame | G::GoTree | G::GoAssumptions | G::GoOutcomes | G::GoCompare | G::GoRun
    );
    let file = matches!(
        action,
        G::Save | G::SaveAs | G::Undo | G::Redo | G::CloseDocument | G::RunNow
    );
    let sight = matches!(
        action,
        G::Blind | G::Predict | G::Reveal | G::Indicator | G::Filter | G::Everything
    );
    let needs_document = screens || file || sight;
    if needs_document && app.shown().is_none() {
        return Some(tell!("edit-nothing-open"));
    }
    match action {
        G::GoWorkshop if app.room.is_none() => Some(tell!("room-none")),
        G::AskRoom => super::room::why_not_ask(app),
        G::Predict | G::Reveal if super::room::waits_for_reveal(app) => {
            Some(tell!("room-predicts"))
        }
        G::Everything => filter::why_not_clear(app),
        G::Words | G::Copy | G::WriteText if dispatch::words(app).is_none() => {
            Some(tell!("words-nothing-here"))
        }
        _ => None,
    }
}

fn go(app: &mut App, action: GlobalAction) {
    use GlobalAction as G;
    let screen = match action {
        G::GoLibrary => Screen::Library,
        G::GoFrame => Screen::Frame,
        G::GoTree => Screen::Tree,
        G::GoAssumptions => Screen::Assumptions,
        G::GoOutcomes => Screen::Outcomes,
        G::GoCompare => Screen::Compare,
        G::GoMatters => Screen::Matters,
        G::GoSetbacks => Screen::Setbacks,
        G::GoChoices => Screen::Choices,
        G::GoGuide => Screen::Guide,
        G::GoRun => Screen::Run,
        G::GoWorkshop => Screen::Room,
        _ => return,
    };
    app.screen = screen;
}

fn turn(app: &mut App, by: isize) {
    let open = app.shown().is_some();
    let screens: Vec<Screen> = Screen::ALL
        .into_iter()
        .filter(|screen| open || !screen.needs_document())
        .filter(|screen| app.room.is_some() || *screen != Screen::Room)
        .collect();
    let here = screens.iter().position(|s| *s == app.screen).unwrap_or(0);
    let count = isize::try_from(screens.len()).unwrap_or(1);
    let next = (isize::try_from(here).unwrap_or(0) + by).rem_euclid(count);
    if let Some(screen) = usize::try_from(next).ok().and_then(|n| screens.get(n)) {
        app.screen = *screen;
    }
}

/// Ctrl-C: stops what runs; a second one leaves (see `update`).
fn interrupt(app: &mut App) -> Vec<Effect> {
    let effects = cancel(app);
    if effects.is_empty() {
        app.say(tell!("interrupt-again"));
    }
    effects
}

fn escape(app: &mut App) -> Vec<Effect> {
    let closed = super::tree::escape(app)
        || super::frame::escape(app)
        || super::outcomes::escape(app)
        || super::compare::escape(app)
        || super::room::escape(app);
    if closed {
        return Vec::new();
    }
    cancel(app)
}

/// Stops the run of the scenario that is shown; what was finished stays, labelled.
fn cancel(app: &mut App) -> Vec<Effect> {
    let running = app.shown().filter(|d| d.progress.is_some()).map(|d| d.id);
    match running {
        Some(id) => {
            app.say(tell!("run-cancelled"));
            vec![Effect::Cancel(id)]
        }
        None => Vec::new(),
    }
}

fn run_now(app: &mut App) -> Vec<Effect> {
    match app.current {
        Some(id) => app.simulate(id),
        None => Vec::new(),
    }
}

fn close(app: &mut App) -> Vec<Effect> {
    let Some(document) = app.shown() else {
        return Vec::new();
    };
    let id = document.id;
    if !document.is_unsaved() {
        return app.close(id);
    }
    let question = tell!("close-unsaved", name = App::name(document));
    app.confirm(Confirm::new(
        question,
        vec![
            Way::nothing(tell!("close-stay")),
            Way::new(tell!("close-drop"), move |app| app.close(id)),
        ],
    ));
    Vec::new()
}

fn say_words(app: &mut App) {
    if let Some(text) = dispatch::words(app) {
        app.show_page(tell!("words-title"), text);
    }
}

fn copy(app: &mut App) -> Vec<Effect> {
    let text = dispatch::words(app).unwrap_or_default();
    app.say(tell!("copy-done"));
    vec![Effect::Copy(text)]
}

fn write_text(app: &mut App) -> Vec<Effect> {
    let Some(text) = dispatch::words(app) else {
        return Vec::new();
    };
    let name = app.screen.id().to_owned();
    vec![Effect::WriteText { name, text }]
}

fn next_theme(app: &mut App) -> Vec<Effect> {
    app.look.theme = next(&Theme::ALL, app.look.theme);
    app.say(tell!("theme-is", name = app.look.theme.name()));
    vec![app.keep_settings()]
}

fn next_glyphs(app: &mut App) -> Vec<Effect> {
    app.look.glyphs = next(&GlyphSet::ALL, app.look.glyphs);
    app.say(tell!("glyphs-are", name = app.look.glyphs.name()));
    vec![app.keep_settings(), Effect::Redraw]
}

fn next<T: Copy + PartialEq>(all: &[T], now: T) -> T {
    let here = all.iter().position(|one| *one == now).unwrap_or(0);
    all.get((here + 1) % all.len().max(1))
        .copied()
        .unwrap_or(now)
}
