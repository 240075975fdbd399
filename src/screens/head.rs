//! The first line: whose tree this is, where one is, how far the run has come.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::keys::command;
use crate::app::{App, Binding, Document, ReadOnly, Screen, Sight, filter};
use crate::live::Stage;
use crate::look::Role;
use crate::tell;
use crate::words::numbers;

/// From this width on, every screen's name stands beside its key.
const WITH_NAMES: u16 = 172;

/// Draws the first line.
pub(super) fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let state = app.shown().map(|d| state(app, d)).unwrap_or_default();
    let state = match agenda(app) {
        Some(item) => format!("{item}  {state}"),
        None => state,
    };
    let tabs = tabs(app, area.width >= WITH_NAMES);
    let tabs_width = tabs.width();
    let room = usize::from(area.width).saturating_sub(tabs_width + state.width() + 4);
    let mut line = Line::from(" ");
    let (title, state_of_file) = title(app);
    let room_of_title = room.saturating_sub(state_of_file.width());
    let title = crate::widgets::shorten(&title, room_of_title, app.look.glyphs().ellipsis);
    let title = format!("{title}{state_of_file}");
    let gap = room.saturating_sub(title.width()) + 1;
    line.push_span(Span::styled(title, app.look.style(Role::Title)));
    line.push_span(" ".repeat(gap));
    line.extend(tabs.spans);
    line.push_span(" ");
    line.push_span(Span::styled(state, app.look.style(Role::Muted)));
    frame.render_widget(line, area);
}

/// The item of the agenda that runs, while the timer does.
fn agenda(app: &App) -> Option<String> {
    let agenda = &app.guide.agenda;
    let (at, _) = agenda.running?;
    let item = agenda.items.get(at)?;
    let dots = app.look.glyphs().ellipsis;
    let title = crate::widgets::shorten(&item.title, 16, dots);
    Some(match agenda.minutes_left(app.now)? {
        left if left >= 0 => tell!("head-agenda", title = title, minutes = left),
        over => tell!("head-agenda-over", title = title, minutes = -over),
    })
}

/// The title, and what must not be cut off: that it is not saved, or cannot be.
fn title(app: &App) -> (String, String) {
    let Some(document) = app.shown() else {
        return (tell!("head-program"), String::new());
    };
    let mut state = String::new();
    if document.is_unsaved() {
        state.push_str(" *");
    }
    match &document.read_only {
        Some(ReadOnly::Wished) => state.push_str(&tell!("head-read-only")),
        Some(ReadOnly::Held(_)) => state.push_str(&tell!("head-held")),
        None => {}
    }
    (App::name(document), state)
}

/// Keys of all screens; names too where there is room, and always that of the one shown. Where
/// there is little room, screens without a digit are left out: the title needs it more.
fn tabs(app: &App, names: bool) -> Line<'static> {
    let mut line = Line::default();
    for screen in Screen::ALL {
        let here = screen == app.screen;
        let possible = !screen.needs_document() || app.shown().is_some();
        if screen == Screen::Room && app.room.is_none() {
            continue;
        }
        let key = key(screen);
        let name = || crate::words::tell(&format!("screen-{}", screen.id()), &[]);
        let text = match (here, names) {
            (true, _) | (_, true) => format!(" {key} {} ", name()),
            (false, false) if key.len() > 1 => continue,
            (false, false) => format!(" {key}"),
        };
        let role = match (here, possible) {
            (true, _) => Role::Selected,
            (false, true) => Role::Text,
            (false, false) => Role::Muted,
        };
        line.push_span(Span::styled(text, app.look.style(role)));
    }
    line
}

/// The key that leads to a screen.
fn key(screen: Screen) -> String {
    let binding = command(&format!("go-{}", screen.id()));
    let key = binding.and_then(Binding::key);
    key.map(|key| key.to_string()).unwrap_or_default()
}

/// Draws and how they stand: settled, on their way, a preview, partial.
fn state(app: &App, document: &Document) -> String {
    if document.sight == Sight::Blind {
        return tell!("head-blind");
    }
    if !document.is_sound() {
        return tell!("head-unsound", count = document.errors().count());
    }
    if let Some(progress) = &document.progress {
        let percent = format!("{:.0}", progress.share * 100.0);
        return tell!("head-running", percent = percent);
    }
    let Some(results) = &document.results else {
        return String::new();
    };
    let dots = app.look.glyphs().ellipsis;
    let room = usize::from(app.size.0 / 5).max(12);
    let filtered = filter::mark(results, room, dots);
    let draws = filtered.unwrap_or_else(|| numbers::whole(results.draws() as f64));
    match results.stage {
        Stage::Preview => tell!("head-preview", draws = draws),
        Stage::Partial => tell!("head-partial", draws = draws),
        Stage::Whole if app.recording.is_some() => tell!("head-recording", draws = draws),
        Stage::Whole => tell!("head-draws", draws = draws),
    }
}
