//! A fan of braille dots: two across and four down in each cell. Sparse over our range, denser over
//! the middle half, a full line at the middle.

use super::frame::threshold;
use super::plot::Plot;
use super::shades::steps;
use crate::look::Role;
use crate::widgets::pen::Pen;

/// Rows of dots of the five percentiles in one column of dots, and of the middle just before.
#[derive(Clone, Copy)]
struct Column {
    five: [i32; 5],
    before: i32,
}

/// The dots in one cell of the plot.
#[derive(Clone, Copy, Default)]
struct Cell {
    outer: u8,
    inner: u8,
    middle: u8,
}

pub(super) fn draw(plot: &Plot<'_>, pen: &mut Pen<'_>) {
    let mut inside = pen.part(0, 0, plot.width, plot.rows);
    let columns: Vec<_> = (0..plot.columns * 2).map(|x| dotted(plot, x)).collect();
    let mut middles = Vec::new();
    for (column, halves) in (0..).zip(columns.chunks(2)) {
        for row in 0..plot.rows {
            let cell = cell(halves, column, row);
            let place = (plot.margin + column, row);
            match cell {
                Cell { middle: 1.., .. } => middles.push((place, cell.middle)),
                Cell { inner: 1.., .. } => {
                    put(&mut inside, place, cell.inner | cell.outer, Role::InnerBand);
                }
                _ => put(&mut inside, place, cell.outer, Role::Band),
            }
        }
    }
    threshold(plot, &mut inside);
    for (place, dots) in middles {
        put(&mut inside, place, dots, Role::Middle);
    }
}

fn put(pen: &mut Pen<'_>, (x, y): (i32, i32), dots: u8, role: Role) {
    if dots != 0 {
        pen.text(x, y, &braille(dots), role);
    }
}

fn dotted(plot: &Plot<'_>, x: i32) -> Option<Column> {
    let rows = |x: i32| {
        let five = plot.five(x, plot.columns * 2)?;
        let rows = five.map(|value| plot.fine_row(value, 4));
        let [low, lower, middle, upper, high] = rows;
        Some([low?, lower?, middle?, upper?, high?])
    };
    let five = rows(x)?;
    let [_, _, middle, ..] = five;
    let before = rows(x - 1).map_or(middle, |[_, _, middle, ..]| middle);
    Some(Column { five, before })
}

fn cell(halves: &[Option<Column>], column: i32, row: i32) -> Cell {
    let mut cell = Cell::default();
    for (half, dotted) in (0..).zip(halves) {
        let Some(Column { five, before }) = *dotted else {
            continue;
        };
        let [low, lower, middle, upper, high] = five;
        let x = column * 2 + half;
        for quarter in 0..4 {
            let y = row * 4 + quarter;
            let dot = dot(half, quarter);
            if steps(before, middle).contains(&y) {
                cell.middle |= dot;
            } else if (upper..=lower).contains(&y) {
                cell.inner |= if (x + y) % 2 == 0 { dot } else { 0 };
            } else if (high..=low).contains(&y) {
                let sparse = y % 2 == 0 && (x + y / 2) % 2 == 0;
                cell.outer |= if sparse { dot } else { 0 };
            }
        }
    }
    cell
}

/// The bit of a dot in a braille letter.
fn dot(half: i32, quarter: i32) -> u8 {
    match (half, quarter) {
        (0, 3) => 0x40,
        (_, 3) => 0x80,
        (0, _) => 1 << quarter,
        _ => 8 << quarter,
    }
}

fn braille(dots: u8) -> String {
    char::from_u32(0x2800 + u32::from(dots)).map_or_else(String::new, String::from)
}
