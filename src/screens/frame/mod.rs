//! The Frame: one sheet of sections with lines, and the grid on which drivers are ranked.

mod grid;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::App;
use crate::app::frame::lines::{Part, Section, SheetLine, letter, lines};
use crate::look::Role;
use crate::scenario::Scenario;
use crate::tell;
use crate::widgets::shorten;
use crate::words::paragraph::wrap;

/// From this width on, sheet and grid stand side by side.
const WIDE: u16 = 116;
/// Columns of the grid beside the sheet.
const GRID: u16 = 54;
/// Most rows that one line may take.
const MOST_ROWS: usize = 4;
/// From this height on, groups of sections stand apart.
const AIRY: u16 = 34;

/// Draws the Frame.
pub fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let Some(document) = app.shown() else { return };
    let scenario = &*document.scenario;
    if area.width >= WIDE && !app.presenter {
        let [left, gap, right] = Layout::horizontal([
            Constraint::Fill(1),
            Constraint::Length(2),
            Constraint::Length(GRID),
        ])
        .areas(area);
        sheet(app, scenario, left, frame);
        separator(app, gap, frame);
        grid::draw(app, scenario, right, frame);
    } else if app.frame.grid {
        let [left, gap, right] = Layout::horizontal([
            Constraint::Length(44),
            Constraint::Length(2),
            Constraint::Fill(1),
        ])
        .areas(area);
        let left = Rect {
            x: left.x + 1,
            width: left.width.saturating_sub(1),
            ..left
        };
        grid::draw(app, scenario, left, frame);
        separator(app, gap, frame);
        grid::list(app, scenario, right, frame);
    } else {
        sheet(app, scenario, area, frame);
    }
}

fn separator(app: &App, area: Rect, frame: &mut Frame<'_>) {
    for row in area.rows() {
        let line = app.look.glyphs().vertical;
        frame.render_widget(Line::styled(line, app.look.style(Role::Muted)), row);
    }
}

/// A row of the sheet and the line that it belongs to.
type Row = (Option<usize>, Line<'static>);

fn sheet(app: &App, scenario: &Scenario, area: Rect, frame: &mut Frame<'_>) {
    let rows = rows(app, scenario, area);
    let marked = |row: &Row| row.0 == Some(app.frame.at);
    let first = rows.iter().position(marked).unwrap_or(0);
    let last = rows.iter().rposition(marked).unwrap_or(first);
    let height = usize::from(area.height).max(1);
    // Two rows after the mark are seen, so that one knows whether it goes on.
    let ahead = (last + 2).min(rows.len().saturating_sub(1));
    let top = (ahead + 1).saturating_sub(height).min(first);
    for (place, (_, line)) in area.rows().zip(rows.into_iter().skip(top)) {
        frame.render_widget(line, place);
    }
}

fn rows(app: &App, scenario: &Scenario, area: Rect) -> Vec<Row> {
    let label = match area.width {
        0..76 => 17,
        76..100 => 18,
        _ => 20,
    };
    let room = usize::from(area.width).saturating_sub(label + 3);
    let mut rows = Vec::new();
    let mut before = None;
    for (place, line) in lines(scenario).into_iter().enumerate() {
        let first = before != Some(line.section);
        if first && opens_group(line.section) && area.height >= AIRY {
            rows.push((None, Line::default()));
        }
        before = Some(line.section);
        let name = if first {
            line.section.label()
        } else {
            String::new()
        };
        push(
            app,
            scenario,
            &mut rows,
            (place, line),
            &name,
            (label, room),
        );
    }
    rows
}

/// The sections that begin a group.
fn opens_group(section: Section) -> bool {
    use Section as S;
    matches!(
        section,
        S::RedLines | S::Present | S::Drivers | S::Signposts | S::ReviewBy | S::Guesses
    )
}

fn push(
    app: &App,
    scenario: &Scenario,
    rows: &mut Vec<Row>,
    (place, line): (usize, SheetLine),
    name: &str,
    (label, room): (usize, usize),
) {
    let dots = app.look.glyphs().ellipsis;
    let lead = mark_of(app, &line);
    let (texts, role) = told(scenario, &line, room.saturating_sub(lead.width()), dots);
    for (number, text) in texts.into_iter().enumerate() {
        let name = if number == 0 { name } else { "" };
        let name = shorten(name, label, dots);
        let gap = " ".repeat(label.saturating_sub(name.width()) + 1);
        let lead = match number {
            0 => lead.clone(),
            _ => " ".repeat(lead.width()),
        };
        let role = if place == app.frame.at {
            Role::Selected
        } else {
            role
        };
        let drawn = Line::from(vec![
            Span::styled(format!(" {name}{gap}"), app.look.style(Role::Muted)),
            Span::styled(lead, app.look.style(Role::Key)),
            Span::styled(text, app.look.style(role)),
        ]);
        rows.push((Some(place), drawn));
    }
}

/// The letter of a driver, a bullet before other items.
fn mark_of(app: &App, line: &SheetLine) -> String {
    match (line.driver(), line.part) {
        (Some(driver), _) => format!("{} ", letter(driver)),
        (None, Part::Item(_)) => format!("{} ", app.look.glyphs().dot),
        _ => String::new(),
    }
}

/// The rows of a line, cut after a few, and what they are.
fn told(scenario: &Scenario, line: &SheetLine, room: usize, dots: &str) -> (Vec<String>, Role) {
    let text = line.text(scenario);
    let driver = line.driver().and_then(|at| scenario.frame.drivers.get(at));
    let linked = driver.is_some_and(|d| d.node.is_some());
    let role = match (line.part, line.section) {
        (Part::Empty, _) => Role::Muted,
        (_, Section::Question) => Role::Answer,
        _ if driver.is_some_and(|d| d.leads()) => Role::Answer,
        _ => Role::Text,
    };
    let text = match linked {
        true => tell!("frame-driver-linked", driver = text),
        false => text,
    };
    let mut rows = wrap(&text, room.max(8));
    if rows.len() > MOST_ROWS {
        rows.truncate(MOST_ROWS);
        if let Some(last) = rows.last_mut() {
            *last = format!("{}{dots}", shorten(last, room.max(8) - dots.width(), ""));
        }
    }
    (rows, role)
}
