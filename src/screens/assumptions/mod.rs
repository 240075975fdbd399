//! The Assumptions: the few that matter in everyday words, or all of them in a table.

mod detail;
mod table;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::App;
use crate::app::assumptions::entries::{Entry, differing, entries};
use crate::app::assumptions::facts::{Facts, facts_at, place};
use crate::app::assumptions::{is_hidden, leading};
use crate::app::tree::lines::evidence;
use crate::look::Role;
use crate::tell;
use crate::widgets::shorten;
use crate::words::numbers::two_digits;
use crate::words::paragraph::wrap;

/// From this width on, what is known of the marked entry stands beside the list.
const WIDE: u16 = 116;

/// Draws the Assumptions.
pub fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let rows = [Constraint::Length(1), Constraint::Fill(1)];
    let [head, body] = Layout::vertical(rows).areas(area);
    frame.render_widget(headline(app, head.width), head);
    let list = if area.width >= WIDE && !app.presenter {
        let [left, right] =
            Layout::horizontal([Constraint::Fill(3), Constraint::Fill(2)]).areas(body);
        detail::draw(app, right, frame);
        left
    } else {
        body
    };
    if app.assumptions.analyst {
        table::draw(app, list, frame);
    } else {
        few(app, list, frame);
    }
}

/// What is listed here, and how much of it differs from the catalogue.
fn headline(app: &App, width: u16) -> Line<'static> {
    let Some(document) = app.shown() else {
        return Line::default();
    };
    let count = differing(&document.scenario);
    let text = match app.assumptions.analyst {
        true if app.assumptions.only_differing => {
            tell!("assumptions-head-differing", count = count)
        }
        true => tell!("assumptions-head-all", count = count),
        false => leading_head(app).unwrap_or_else(|| tell!("assumptions-head-few", count = count)),
    };
    let room = usize::from(width).saturating_sub(2);
    let text = shorten(&text, room, app.look.glyphs().ellipsis);
    Line::styled(format!(" {text}"), app.look.style(Role::Title))
}

/// Once runs tell it: what is moved, and under which option.
fn leading_head(app: &App) -> Option<String> {
    let found = leading::leading(app)?;
    let what = found.subject.label();
    Some(match leading::option(app, found) {
        Some(option) => tell!(
            "assumptions-head-leading-option",
            what = what,
            option = option
        ),
        None => tell!("assumptions-head-leading", what = what),
    })
}

/// The few: a sentence in everyday words, below it the numbers behind it.
fn few(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let Some(document) = app.shown() else { return };
    let hidden = is_hidden(document);
    let base = place(&document.scenario);
    let width = usize::from(area.width).saturating_sub(5);
    let airy = area.height >= 28;
    let mut rows: Vec<(usize, Line<'static>)> = Vec::new();
    for (number, entry) in entries(app).iter().enumerate() {
        let facts = facts_at(document, entry, base.as_ref());
        let marked = number == app.assumptions.at;
        let role = if marked { Role::Selected } else { Role::Text };
        for (n, text) in wrap(&facts.sentence(hidden), width).into_iter().enumerate() {
            let mark = if n == 0 { mark_of(app, &facts) } else { " " };
            let line = Line::from(vec![
                Span::styled(format!(" {mark} "), app.look.style(Role::Warning)),
                Span::styled(text, app.look.style(role)),
            ]);
            rows.push((number, line));
        }
        rows.push((number, numbers(app, entry, &facts, hidden, width)));
        if airy {
            rows.push((number, Line::default()));
        }
    }
    let at = app.assumptions.at;
    let last = rows.iter().rposition(|row| row.0 == at).unwrap_or(0);
    let top = (last + 1).saturating_sub(usize::from(area.height).max(1));
    for (row, (_, line)) in area.rows().zip(rows.into_iter().skip(top)) {
        frame.render_widget(line, row);
    }
}

/// A mark where the room differs from the catalogue.
fn mark_of(app: &App, facts: &Facts) -> &'static str {
    match facts.room {
        Some(_) => app.look.glyphs().wildcard,
        None => " ",
    }
}

/// Our range, the room's where it differs, how well it is known, where it was read.
fn numbers(app: &App, entry: &Entry, facts: &Facts, hidden: bool, width: usize) -> Line<'static> {
    let dot = format!(" {} ", app.look.glyphs().dot);
    let mut parts = Vec::new();
    if let Some(share) = leading::share(app, entry) {
        // Below one in a hundred the draws cannot tell an input from none.
        parts.push(if share < 1.0 {
            tell!("assumptions-share-small")
        } else {
            tell!("assumptions-share", share = two_digits(share, share))
        });
    }
    parts.push(facts.id.clone());
    let elsewhere = matches!(entry, Entry::Elsewhere(_));
    if !elsewhere {
        parts.push(tell!("assumptions-ours", range = facts.ours(hidden)));
    }
    if facts.room.is_some() {
        parts.push(tell!("assumptions-rooms", range = facts.rooms()));
    }
    if !elsewhere && (!hidden || facts.room.is_some()) {
        parts.push(evidence(facts.evidence));
        parts.extend(Some(facts.sources.join(", ")).filter(|text| !text.is_empty()));
    }
    let text = shorten(&parts.join(&dot), width, app.look.glyphs().ellipsis);
    Line::styled(format!("   {text}"), app.look.style(Role::Muted))
}

/// A text in a column of fixed width.
fn column(text: &str, width: usize, dots: &str) -> String {
    let text = shorten(text, width.saturating_sub(1), dots);
    let gap = " ".repeat(width.saturating_sub(text.width()));
    format!("{text}{gap}")
}
