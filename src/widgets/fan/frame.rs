//! The axes of a fan chart, and what is drawn over its bands.

use super::plot::Plot;
use crate::look::Role;
use crate::widgets::axis::years;
use crate::widgets::pen::Pen;

/// Columns that a year and the space beside it take.
const YEAR: i32 = 8;

/// The axes with their ticks.
pub(super) fn axes(plot: &Plot<'_>, pen: &mut Pen<'_>) {
    let glyphs = plot.fan.look.glyphs();
    if plot.margin > 0 {
        let x = plot.margin - 1;
        pen.down(x, 0, plot.rows, glyphs.vertical, Role::Muted);
        for tick in plot.ticks() {
            if let Some(row) = plot.row(tick) {
                pen.text(x, row, glyphs.branch_left, Role::Muted);
                pen.ending(x, row, &(plot.fan.label)(tick), Role::Muted);
            }
        }
    }
    if plot.axis {
        year_axis(plot, pen);
    }
}

fn year_axis(plot: &Plot<'_>, pen: &mut Pen<'_>) {
    let glyphs = plot.fan.look.glyphs();
    let row = plot.rows;
    pen.across(plot.margin, plot.width, row, glyphs.horizontal, Role::Muted);
    if plot.margin > 0 {
        pen.text(plot.margin - 1, row, glyphs.bottom_left, Role::Muted);
    }
    let (first, last) = plot.fan.years;
    for year in years(first, last, plot.columns - 4, YEAR) {
        let place = plot.column(year);
        pen.text(place, row, glyphs.branch_down, Role::Muted);
        let label = year.to_string();
        let wide = i32::try_from(label.len()).unwrap_or(4);
        let left = (place - 1).min(plot.width - wide).max(0);
        pen.text(left, row + 1, &label, Role::Muted);
    }
}

/// The run without AI and the reference country.
pub(super) fn lines(plot: &Plot<'_>, pen: &mut Pen<'_>) {
    let glyphs = plot.fan.look.glyphs();
    for (line, glyph, role, offset) in [
        (plot.fan.no_ai, glyphs.no_ai, Role::NoAi, 1),
        (plot.fan.reference, glyphs.reference, Role::Reference, 3),
    ] {
        for column in (offset..plot.columns).step_by(4) {
            let value = plot.line(line, column);
            if let Some(row) = value.and_then(|value| plot.row(value))
                && row < plot.rows
            {
                pen.text(plot.margin + column, row, glyph, role);
            }
        }
    }
}

/// The threshold: a broken line from end to end that lets the bands be seen.
pub(super) fn threshold(plot: &Plot<'_>, pen: &mut Pen<'_>) {
    let row = plot.fan.threshold.and_then(|value| plot.row(value));
    if let Some(row) = row.filter(|row| *row < plot.rows) {
        let dashed = plot.fan.look.glyphs().dashed;
        for column in (0..plot.columns).step_by(2) {
            pen.text(plot.margin + column, row, dashed, Role::Warning);
        }
    }
}

/// The guess: a bracket to the right of the last year.
pub(super) fn guess(plot: &Plot<'_>, pen: &mut Pen<'_>) {
    let Some((low, high)) = plot.fan.guess else {
        return;
    };
    let (Some(low), Some(high)) = (plot.row(low), plot.row(high)) else {
        return;
    };
    let last = plot.rows - 1;
    let (top, bottom) = (high.min(low).clamp(0, last), high.max(low).clamp(0, last));
    let (glyphs, x) = (plot.fan.look.glyphs(), plot.margin + plot.columns);
    pen.down(x, top, bottom, glyphs.vertical, Role::Answer);
    if top == bottom {
        pen.text(x, top, glyphs.branch_left, Role::Answer);
    } else {
        pen.text(x, top, glyphs.top_right, Role::Answer);
        pen.text(x, bottom, glyphs.bottom_right, Role::Answer);
    }
}
