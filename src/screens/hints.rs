//! The last line: what can be done here, most likely first; or a notice.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::keys::{Binding, table};
use crate::app::{App, Code, Key, Level};
use crate::look::{GlyphSet, Look, Role};
use crate::tell;

/// Draws the hint bar, or the notice while there is one.
pub(super) fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let line = match &app.flash {
        Some(flash) => {
            let (mark, role) = match flash.level {
                Level::Done => (app.look.glyphs().tick, Role::Good),
                Level::Trouble => (app.look.glyphs().error, Role::Warning),
            };
            let role = app.look.style(role);
            Line::from(vec![
                Span::styled(format!(" {mark} "), role),
                Span::styled(flash.text.clone(), role),
            ])
        }
        None => bar(app, area.width),
    };
    frame.render_widget(line, area);
}

/// Hints that mean something here, in the order of their rank.
#[must_use]
pub(super) fn shown(app: &App) -> Vec<&'static Binding> {
    let contexts = app.contexts();
    let mut found: Vec<&'static Binding> = table()
        .iter()
        .filter(|b| b.rank > 0 && contexts.contains(&b.context) && app.why_not(b.action).is_none())
        .collect();
    found.sort_by_key(|b| b.rank);
    found
}

/// As many whole hints as fit; the keys and the commands always do.
fn bar(app: &App, width: u16) -> Line<'static> {
    let all = shown(app);
    let (last, first): (Vec<_>, Vec<_>) = all.into_iter().partition(|b| b.rank >= 90);
    let size = |b: &&Binding| {
        let key = b.key().map(|k| key_text(app.look, k)).unwrap_or_default();
        key.width() + b.label().width() + 3
    };
    let mut room = usize::from(width).saturating_sub(1 + last.iter().map(size).sum::<usize>());
    let mut line = Line::from(" ");
    if app.presenter {
        // On a wall nobody reads small print: the bar says what is shown.
        let shown = shown_now(app);
        room = room.saturating_sub(shown.width());
        line.push_span(Span::styled(shown, app.look.style(Role::Title)));
    }
    for binding in first.iter().take_while(|b| {
        let fits = size(b) <= room;
        room = room.saturating_sub(size(b));
        fits
    }) {
        push(app, binding, &mut line);
    }
    last.iter().for_each(|b| push(app, b, &mut line));
    line
}

/// The screen and what its numbers are about.
fn shown_now(app: &App) -> String {
    let screen = crate::words::tell(&format!("screen-{}", app.screen.id()), &[]);
    let subject = app.subject.label();
    if app.screen.needs_document() {
        tell!("hint-shown", screen = screen, subject = subject)
    } else {
        format!("{screen}  ")
    }
}

fn push(app: &App, binding: &Binding, line: &mut Line<'static>) {
    let key = binding
        .key()
        .map(|k| key_text(app.look, k))
        .unwrap_or_default();
    line.push_span(Span::styled(key, app.look.style(Role::Key)));
    line.push_span(Span::styled(
        format!(" {}  ", binding.label()),
        app.look.style(Role::Muted),
    ));
}

/// A key as it is shown: arrows as arrows, Control as `^`.
#[must_use]
pub fn key_text(look: Look, key: Key) -> String {
    let glyphs = look.glyphs();
    let plain = !key.ctrl && !key.alt && !key.shift;
    match key.code {
        Code::Left if plain => glyphs.left.to_owned(),
        Code::Right if plain => glyphs.right.to_owned(),
        Code::Up if plain => glyphs.up.to_owned(),
        Code::Down if plain => glyphs.down.to_owned(),
        Code::Enter if plain && look.glyphs != GlyphSet::Ascii => "⏎".to_owned(),
        Code::Char(letter) if key.ctrl => format!("^{}", letter.to_ascii_uppercase()),
        _ => key.to_string().trim_matches(['<', '>']).to_owned(),
    }
}
