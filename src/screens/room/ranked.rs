//! Ranked items: impact and uncertainty of each, and how far people agree.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};

use super::paragraph;
use crate::app::App;
use crate::app::frame::lines::letter;
use crate::app::room::closed_stage;
use crate::look::Role;
use crate::tell;
use crate::widgets::grid::{Grid, GridItem};
use crate::widgets::table::{Column, Row, Table};
use crate::words::numbers::two_digits;
use crate::words::rounds;
use crate::workshop::{Item, RoundView, Spread};

/// From this width on, the grid stands beside the table.
const WIDE: u16 = 116;

/// Draws the items, the one that most hangs on while least is known first.
pub(super) fn draw(app: &App, round: &RoundView, area: Rect, frame: &mut Frame<'_>) {
    let Some(stage) = closed_stage(round) else {
        return;
    };
    let mut left = area;
    for text in rounds::result(&round.question, &round.stages) {
        left = paragraph(app, &text, Role::Answer, left, frame);
    }
    let left = super::below(left, 1);
    let items = &stage.results.items;
    let [list, side] = if left.width >= WIDE {
        Layout::horizontal([Constraint::Fill(1), Constraint::Length(60)])
            .spacing(2)
            .areas(left)
    } else {
        [left, Rect::default()]
    };
    table(app, items, list, frame);
    if side.width > 0 {
        grid(app, items, side, frame);
    }
}

fn table(app: &App, items: &[Item], area: Rect, frame: &mut Frame<'_>) {
    let column = |title: String, right: bool, least: Option<u16>| Column {
        title,
        right,
        least,
    };
    let columns = [
        column(tell!("round-item"), false, Some(20)),
        column(tell!("round-impact"), false, None),
        column(tell!("round-uncertainty"), false, None),
        column(tell!("round-views"), true, None),
    ];
    let rows = items.iter().enumerate().map(|(place, item)| {
        Row::plain([
            format!("{} {}", letter(place), item.title),
            middle(&item.impact),
            middle(&item.uncertainty),
            item.impact.answers.to_string(),
        ])
    });
    let rows: Vec<Row> = rows.collect();
    let table = Table {
        columns: &columns,
        rows: &rows,
        selected: Some(app.seat.line),
        column: None,
        focused: true,
        top: 0,
        look: app.look,
    };
    let area = Rect {
        x: area.x.saturating_add(1),
        width: area.width.saturating_sub(1),
        ..area
    };
    frame.render_widget(&table, area);
}

/// A middle rank with its middle half.
fn middle(spread: &Spread) -> String {
    let told = |value: f64| two_digits(value, 1.0);
    let middle = spread.median;
    match spread.half.unwrap_or((spread.least, spread.greatest)) {
        (low, high) if low == high => told(middle),
        (low, high) => tell!(
            "value-range",
            middle = told(middle),
            low = told(low),
            high = told(high)
        ),
    }
}

fn grid(app: &App, items: &[Item], area: Rect, frame: &mut Frame<'_>) {
    let place = |rank: f64| rank.round().clamp(1.0, 5.0) as u8;
    let items = items.iter().enumerate().map(|(number, item)| GridItem {
        across: place(item.uncertainty.median),
        up: place(item.impact.median),
        letter: letter(number),
        role: Role::Answer,
    });
    let items: Vec<GridItem> = items.collect();
    let (across, up) = (tell!("round-uncertainty"), tell!("round-impact"));
    let grid = Grid {
        items: &items,
        selected: None,
        across: &across,
        up: &up,
        look: app.look,
    };
    frame.render_widget(&grid, area);
}
