//! A fan of shades, or of letters where there are no shades: one pattern in each cell.

use super::frame::threshold;
use super::plot::Plot;
use crate::look::Role;
use crate::widgets::pen::Pen;

pub(super) fn draw(plot: &Plot<'_>, pen: &mut Pen<'_>) {
    let mut inside = pen.part(0, 0, plot.width, plot.rows);
    for column in 0..plot.columns {
        if let Some(five) = plot.five(column, plot.columns) {
            band(plot, &mut inside, column, five);
        }
    }
    threshold(plot, &mut inside);
    let mut before = None;
    for column in 0..plot.columns {
        let five = plot.five(column, plot.columns);
        let row = five.and_then(|[_, _, middle, ..]| plot.row(middle));
        if let Some(row) = row {
            middle(plot, &mut inside, column, before.unwrap_or(row), row);
        }
        before = row;
    }
}

fn band(plot: &Plot<'_>, pen: &mut Pen<'_>, column: i32, five: [f64; 5]) {
    let [low, lower, _, upper, high] = five;
    let glyphs = plot.fan.look.glyphs();
    for (from, to, glyph, role) in [
        (high, low, glyphs.band, Role::Band),
        (upper, lower, glyphs.inner_band, Role::InnerBand),
    ] {
        if let (Some(top), Some(bottom)) = (plot.row(from), plot.row(to)) {
            pen.down(plot.margin + column, top, bottom + 1, glyph, role);
        }
    }
}

/// The middle, without a gap where it is steep.
fn middle(plot: &Plot<'_>, pen: &mut Pen<'_>, column: i32, before: i32, row: i32) {
    let glyph = plot.fan.look.glyphs().middle;
    let rows = steps(before, row);
    let (top, bottom) = (*rows.start(), *rows.end());
    pen.down(plot.margin + column, top, bottom + 1, glyph, Role::Middle);
}

/// The rows of a line that comes from row `before`, without a gap where it is steep.
pub(super) fn steps(before: i32, now: i32) -> std::ops::RangeInclusive<i32> {
    match now - before {
        0 => now..=now,
        1.. => before + 1..=now,
        _ => now..=before - 1,
    }
}
