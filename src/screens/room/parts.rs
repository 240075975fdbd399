//! One part of the Workshop: lines of which one is marked, and what is known of that.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{below, paragraph, tabs};
use crate::app::App;
use crate::app::room::lines::{about, entries, told};
use crate::app::room::{Entry, Part};
use crate::look::Role;
use crate::tell;
use crate::widgets::scroll::keep_in_view;
use crate::widgets::shorten;
use crate::workshop::{Role as Seat, RoomView};

/// From this width on, what is known of the marked line stands beside it.
const WIDE: u16 = 116;
/// Rows for it below.
const BELOW: u16 = 6;

/// Draws the part that is shown.
pub(super) fn draw(app: &App, (line, body): (Rect, Rect), frame: &mut Frame<'_>) {
    let Some(room) = &app.room else { return };
    let names = Part::ALL.map(|part| (name(part), part == app.seat.part));
    frame.render_widget(tabs(app, &names), line);
    let all = entries(app);
    let [list, aside] = if body.width >= WIDE {
        Layout::horizontal([Constraint::Fill(3), Constraint::Fill(2)]).areas(body)
    } else {
        let rows = BELOW.min(body.height / 2);
        Layout::vertical([Constraint::Fill(1), Constraint::Length(rows)]).areas(body)
    };
    let list = below(list, 1);
    if all.is_empty() {
        let text = empty(app.seat.part, room.me.role);
        paragraph(app, &text, Role::Muted, list, frame);
        return;
    }
    draw_list(app, room, &all, list, frame);
    if let Some(entry) = all.get(app.seat.at) {
        let text = about(app, room, *entry);
        let mut left = below(aside, 1);
        for line in text.lines() {
            left = paragraph(app, line, Role::Muted, left, frame);
        }
    }
}

fn name(part: Part) -> String {
    match part {
        Part::Now => tell!("room-part-now"),
        Part::Rounds => tell!("room-part-rounds"),
        Part::Tables => tell!("room-part-tables"),
        Part::Scenarios => tell!("room-part-scenarios"),
        Part::Notes => tell!("room-part-notes"),
    }
}

/// What an empty part says: how it is filled.
fn empty(part: Part, seat: Seat) -> String {
    match (part, seat) {
        (Part::Rounds, Seat::Trainer) => tell!("room-empty-rounds-trainer"),
        (Part::Rounds, _) => tell!("room-empty-rounds"),
        (Part::Tables, Seat::Trainer) => tell!("room-empty-tables-trainer"),
        (Part::Tables, _) => tell!("room-empty-tables"),
        (Part::Scenarios, Seat::Observer) => tell!("room-not-for-observers"),
        (Part::Scenarios, _) => tell!("room-empty-scenarios"),
        (Part::Notes | Part::Now, _) => tell!("room-empty-notes"),
    }
}

fn draw_list(app: &App, room: &RoomView, all: &[Entry], area: Rect, frame: &mut Frame<'_>) {
    let height = usize::from(area.height);
    let top = keep_in_view(0, app.seat.at, height, all.len());
    let label = if area.width < 76 { 13 } else { 16 };
    let mut before = None;
    for (row, (place, entry)) in area.rows().zip(all.iter().enumerate().skip(top)) {
        let section = entry.section();
        let named = before.as_ref() != Some(&section);
        let name = if named { section.as_str() } else { "" };
        let line = list_line(app, room, (place, *entry), (name, label), area.width);
        frame.render_widget(line, row);
        before = Some(section);
    }
}

fn list_line(
    app: &App,
    room: &RoomView,
    (place, entry): (usize, Entry),
    (name, label): (&str, usize),
    width: u16,
) -> Line<'static> {
    let glyphs = app.look.glyphs();
    let name = shorten(name, label, glyphs.ellipsis);
    let gap = " ".repeat(label.saturating_sub(name.width()) + 1);
    let (mark, mark_role) = mark(app, room, entry);
    let lead = label + 2 + mark.width() + 1;
    let space = usize::from(width).saturating_sub(lead + 1);
    let text = told(app, room, entry);
    let text = shorten(&app.look.text(&text), space, glyphs.ellipsis);
    let role = if place == app.seat.at {
        Role::Selected
    } else {
        Role::Text
    };
    Line::from(vec![
        Span::styled(format!(" {name}{gap}"), app.look.style(Role::Muted)),
        Span::styled(format!("{mark} "), app.look.style(mark_role)),
        Span::styled(text, app.look.style(role)),
    ])
}

/// What stands before a line: the item that runs, who is here, what is done.
fn mark(app: &App, room: &RoomView, entry: Entry) -> (&'static str, Role) {
    let glyphs = app.look.glyphs();
    match entry {
        Entry::Agenda(place) if room.agenda_at == Some(place) => (glyphs.end, Role::Focus),
        Entry::Agenda(place) if room.agenda_at.is_some_and(|at| place < at) => {
            (glyphs.tick, Role::Good)
        }
        Entry::Table(place) if room.tables.get(place).is_some_and(|table| table.online) => {
            (glyphs.start, Role::Good)
        }
        Entry::Round(place) => {
            let open = room.open_round().map(|round| round.number);
            let this = room.rounds.get(place).map(|round| round.number);
            match open == this {
                true => (glyphs.end, Role::Focus),
                false => (glyphs.tick, Role::Good),
            }
        }
        _ => (glyphs.dot, Role::Muted),
    }
}
