//! Every path of the tree, sorted by the column that the room chose.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::ranges::marked;
use crate::app::App;
use crate::app::outcomes::{Asked, BETWEEN, PathLine, path_columns, path_lines};
use crate::live::{Selection, Subject};
use crate::look::Role;
use crate::tell;
use crate::widgets::shorten;
use crate::widgets::table::{Column, Row, Table};
use crate::words::numbers::{Range, Scale};
use crate::words::subjects;

/// Columns of the title of a column; numbers are never cut.
const TITLE: usize = 20;

/// Draws the table of paths.
pub(super) fn draw(app: &App, asked: &Asked, area: Rect, frame: &mut Frame<'_>) {
    let lines = path_lines(app, asked);
    let subjects = path_columns(app, asked);
    let count = tell!("outcomes-path-count", count = lines.len());
    let line = Line::styled(count, app.look.style(Role::Muted));
    frame.render_widget(
        line,
        Rect {
            height: 1.min(area.height),
            ..area
        },
    );
    let area = Rect {
        y: area.y + 1.min(area.height),
        height: area.height.saturating_sub(1),
        ..area
    };
    let shown: Vec<Subject> = match app.presenter {
        true => subjects.into_iter().take(1).collect(),
        false => subjects,
    };
    let scales: Vec<Scale> = shown
        .iter()
        .enumerate()
        .map(|(place, subject)| scale(&lines, place, subject))
        .collect();
    let columns = columns(app, &shown, &scales);
    let room = match area.width {
        ..100 => 44,
        100..150 => 52,
        _ => 84,
    };
    let row = |line: &PathLine| row(app, asked, line, room, &shown, &scales);
    let rows: Vec<Row> = lines.iter().map(row).collect();
    let table = Table {
        columns: &columns,
        rows: &rows,
        selected: Some(app.outcomes.at.min(rows.len().saturating_sub(1))),
        column: Some(app.outcomes.column),
        focused: true,
        top: 0,
        look: app.look,
    };
    frame.render_widget(&table, area);
}

fn range(line: &PathLine, place: usize, subject: &Subject) -> Range {
    let cell = line.cells.get(place);
    cell.map_or_else(Range::default, |cell| subjects::range(subject, cell))
}

fn scale(lines: &[PathLine], place: usize, subject: &Subject) -> Scale {
    let ranges: Vec<Range> = lines.iter().map(|l| range(l, place, subject)).collect();
    subjects::scale(subject, &ranges)
}

fn columns(app: &App, shown: &[Subject], scales: &[Scale]) -> Vec<Column> {
    let mut titles = vec![tell!("outcomes-path-title"), tell!("outcomes-path-chance")];
    titles.extend(shown.iter().zip(scales).map(|(subject, scale)| {
        let label = subject.label();
        let unit = scale.unit_after(&label);
        let dots = app.look.glyphs().ellipsis;
        let room = TITLE.saturating_sub(unit.width() + 2);
        let label = shorten(&label, room, dots);
        match unit {
            unit if unit.is_empty() => label,
            unit => tell!("outcomes-unit", what = label, unit = unit),
        }
    }));
    let sort = app.outcomes.sort;
    let glyphs = app.look.glyphs();
    let column = |(place, title): (usize, String)| {
        let arrow = if sort.largest_first {
            glyphs.down
        } else {
            glyphs.up
        };
        let sorted = place == sort.column && (place > 0 || sort.largest_first);
        Column {
            title: match sorted {
                true => tell!("outcomes-sorted-down", title = title, arrow = arrow),
                false => title,
            },
            right: false,
            least: None,
        }
    };
    titles.into_iter().enumerate().map(column).collect()
}

fn row(
    app: &App,
    asked: &Asked,
    line: &PathLine,
    room: usize,
    shown: &[Subject],
    scales: &[Scale],
) -> Row {
    let plan = &asked.results.ensemble.plan;
    let here = match asked.selection {
        Selection::Path(path) => plan.paths.get(path).is_some_and(|p| p.id == line.id),
        _ => false,
    };
    let role = match (asked.is_fresh(app, &asked.paths()), here) {
        (false, _) => Role::Muted,
        (true, true) => Role::Answer,
        (true, false) => Role::Text,
    };
    let stage = asked
        .path_table(app)
        .map_or(asked.results.stage, |t| t.stage);
    let chance = Scale::of("share", &[]).told(Range::certain(line.probability));
    let mut cells = vec![(fitted(app, &line.parts, room), role), (chance, role)];
    let values = shown.iter().zip(scales).enumerate();
    cells.extend(values.map(|(place, (subject, scale))| {
        let range = range(line, place, subject);
        (marked(stage, scale.range(range)), role)
    }));
    Row::Cells(cells)
}

/// A path in so many columns: every step stays, the long ones are shortened alike.
fn fitted(app: &App, parts: &[String], room: usize) -> String {
    let dots = app.look.glyphs().ellipsis;
    let joined = |most: usize| {
        let short = parts.iter().map(|part| shorten(part, most, dots));
        short.collect::<Vec<_>>().join(BETWEEN)
    };
    let longest = parts.iter().map(|part| part.width()).max().unwrap_or(0);
    let fits = (4..=longest)
        .rev()
        .find(|most| joined(*most).width() <= room);
    joined(fits.unwrap_or(4))
}
