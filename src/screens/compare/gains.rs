//! The first view: rows about the poorest, then who pays and what is not counted.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::sheet::{Heads, Row, draw as draw_sheet};
use crate::app::App;
use crate::app::compare::{columns, gains as gains_now, title_of};
use crate::look::GlyphSet;
use crate::report::gains::{GainColumn, GainRow, Gains, RowKind};
use crate::report::gains_text::{
    apart, difference, left_out, one_way, pays, setbacks, turning, value,
};
use crate::tell;
use crate::widgets::strip::Strip;
use crate::words::paragraph::wrap;

/// From this height on a strip shows where the runs lie.
const TALL: u16 = 22;

/// Draws the view.
pub(super) fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let Some(gains) = gains_now(app) else { return };
    let heads = heads(app, gains);
    let mut rows = Vec::new();
    for (place, row) in gains.rows.iter().enumerate() {
        if row.kind == RowKind::Offline && area.height >= TALL {
            rows.push(strip(app, row));
        }
        rows.push(number(gains, place, row));
    }
    rows.extend(notes(gains));
    if one_way(gains) {
        let width = usize::from(area.width.saturating_sub(2)).max(1);
        let note = |label| Row {
            label,
            cells: Vec::new(),
            place: None,
        };
        rows.push(note(String::new()));
        let mut lines = wrap(&tell!("gains-all-help"), width);
        lines.truncate(2);
        rows.extend(lines.into_iter().map(note));
    }
    draw_sheet(app, &heads, &rows, area, frame);
}

/// Letter and title of each column; with several scenarios open the scenario is named too.
fn heads(app: &App, gains: &Gains) -> Heads {
    let wishes = columns(app);
    let title = |(number, column): (usize, &GainColumn)| {
        let own = match wishes.get(number) {
            Some(wish) if app.documents.len() > 1 => title_of(app, wish),
            _ => column.title.clone(),
        };
        if gains.places {
            format!("{} {own} · {}", column.id, column.place)
        } else {
            format!("{} {own}", column.id)
        }
    };
    Heads {
        titles: gains.columns.iter().enumerate().map(title).collect(),
        base: gains.place_of(&gains.base).unwrap_or(0),
    }
}

fn number(gains: &Gains, place: usize, row: &GainRow) -> Row {
    let cells = row.cells.iter();
    let cells = cells.map(|cell| (value(row, cell), difference(row, cell)));
    Row {
        label: tell!(
            "compare-row",
            label = row.label.clone(),
            base = gains.base.clone()
        ),
        cells: cells.collect(),
        place: Some(place),
    }
}

/// Where the runs lie between 0 and 100 %.
fn strip(app: &App, row: &GainRow) -> Row {
    let text = |heights: &Vec<f64>| {
        let strip = Strip {
            heights,
            most: None,
            role: crate::look::Role::Band,
            look: app.look,
        };
        (strip.text(heights.len()), String::new())
    };
    let label = if app.look.glyphs == GlyphSet::Ascii {
        String::new()
    } else {
        tell!("compare-strip")
    };
    Row {
        label,
        cells: row.cells.iter().map(|cell| text(&cell.strip)).collect(),
        place: None,
    }
}

/// What stands below the numbers: setbacks together, who pays, what is left out, what differs.
fn notes(gains: &Gains) -> Vec<Row> {
    let each = |label: String, of: &dyn Fn(&GainColumn) -> String| Row {
        label,
        cells: gains
            .columns
            .iter()
            .map(|c| (of(c), String::new()))
            .collect(),
        place: None,
    };
    let together = (0..gains.columns.len())
        .map(|place| (setbacks(gains, place).unwrap_or_default(), String::new()));
    let mut rows = vec![
        Row {
            label: tell!("gains-setbacks"),
            cells: together.collect(),
            place: None,
        },
        each(tell!("gains-pays"), &pays),
        each(tell!("gains-not-counted"), &left_out),
        each(tell!("gains-differs"), &apart),
    ];
    if gains.columns.iter().any(|c| turning(c).is_some()) {
        let of = |c: &GainColumn| turning(c).unwrap_or_default();
        rows.push(each(tell!("compare-turns-at"), &of));
    }
    rows
}
