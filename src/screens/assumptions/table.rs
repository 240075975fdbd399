//! All parameters, inputs of the country and correlations, one row each.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{column, mark_of};
use crate::app::App;
use crate::app::assumptions::entries::{Entry, entries};
use crate::app::assumptions::facts::{Facts, facts_at, place};
use crate::app::assumptions::is_hidden;
use crate::app::tree::lines::evidence;
use crate::look::Role;
use crate::tell;

/// A row: the entry it shows, or a heading.
enum Row {
    Heading(String),
    Entry(usize, Entry),
}

/// Draws the table with the names of its columns.
pub(super) fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let Some(document) = app.shown() else { return };
    let base = place(&document.scenario);
    let hidden = is_hidden(document);
    let rows = rows(app);
    let marked = |row: &Row| matches!(row, Row::Entry(n, _) if *n == app.assumptions.at);
    let at = rows.iter().position(marked).unwrap_or(0);
    let height = usize::from(area.height.saturating_sub(1)).max(1);
    // The mark stays off the edges, so that one sees where it goes.
    let top = (at + 3).saturating_sub(height).min(at.saturating_sub(1));
    let mut places = area.rows();
    if let Some(head) = places.next() {
        frame.render_widget(titles(app, area.width), head);
    }
    for (place, row) in places.zip(rows.into_iter().skip(top)) {
        let line = match row {
            Row::Heading(text) => Line::styled(format!(" {text}"), app.look.style(Role::Title)),
            Row::Entry(number, entry) => {
                let facts = facts_at(document, &entry, base.as_ref());
                entry_line(
                    app,
                    &facts,
                    hidden,
                    number == app.assumptions.at,
                    area.width,
                )
            }
        };
        frame.render_widget(line, place);
    }
}

fn rows(app: &App) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut before = None;
    for (number, entry) in entries(app).into_iter().enumerate() {
        let heading = match entry {
            Entry::Parameter(_) => tell!("assumptions-parameters"),
            Entry::Input(_) => tell!("assumptions-inputs"),
            Entry::Correlation(_) | Entry::Elsewhere(_) => tell!("assumptions-correlations"),
        };
        if before.as_ref() != Some(&heading) {
            rows.push(Row::Heading(heading.clone()));
            before = Some(heading);
        }
        rows.push(Row::Entry(number, entry));
    }
    rows
}

/// Widths of the columns: name, ours, the room's, known, read in.
fn widths(width: u16) -> [usize; 5] {
    let width = usize::from(width).saturating_sub(4);
    let known = 14;
    let name = (width / 4).clamp(22, 26);
    let range = (width / 4).clamp(20, 26);
    let rest = width.saturating_sub(name + 2 * range + known);
    [name, range, range, known, rest]
}

fn titles(app: &App, width: u16) -> Line<'static> {
    let dots = app.look.glyphs().ellipsis;
    let texts = [
        tell!("assumptions-column-name"),
        tell!("assumptions-column-ours"),
        tell!("assumptions-column-room"),
        tell!("assumptions-column-known"),
        tell!("assumptions-column-read"),
    ];
    let cells = texts.iter().zip(widths(width));
    let text: String = cells.map(|(text, w)| column(text, w, dots)).collect();
    Line::styled(format!("   {text}"), app.look.style(Role::Muted))
}

fn entry_line(app: &App, facts: &Facts, hidden: bool, marked: bool, width: u16) -> Line<'static> {
    let dots = app.look.glyphs().ellipsis;
    let [name, ours, room, known, read] = widths(width);
    let shown = !hidden || facts.room.is_some();
    let (word, source) = match shown {
        true => (evidence(facts.evidence), sources(facts)),
        false => Default::default(),
    };
    let own = if marked { Role::Selected } else { Role::Text };
    let style = |role| app.look.style(if marked { Role::Selected } else { role });
    let default = match facts.default {
        None if facts.room.is_some() => String::new(),
        _ => facts.ours(hidden),
    };
    Line::from(vec![
        Span::styled(
            format!(" {} ", mark_of(app, facts)),
            app.look.style(Role::Warning),
        ),
        Span::styled(column(&facts.id, name, dots), app.look.style(own)),
        Span::styled(column(&default, ours, dots), style(Role::Text)),
        Span::styled(column(&facts.rooms(), room, dots), style(Role::Answer)),
        Span::styled(column(&word, known, dots), style(Role::Muted)),
        Span::styled(column(&source, read, dots), style(Role::Muted)),
    ])
}

/// Where it was read; of a figure, its year and whether there is a doubt.
fn sources(facts: &Facts) -> String {
    let year = facts.year.map(|year| year.to_string());
    let mut parts: Vec<String> = year.into_iter().collect();
    if !facts.doubts.is_empty() && facts.room.is_none() {
        parts.push(tell!("assumptions-flagged"));
    }
    parts.extend(facts.sources.iter().cloned());
    parts.join(" ")
}
