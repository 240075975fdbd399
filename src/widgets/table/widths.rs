//! How wide the columns of a table are, and which of them are in view.

use super::{Row, Table};
use crate::widgets::text::width;

/// Columns between two columns of a table.
const GAP: i32 = 2;

/// A column in view.
pub(super) struct Place {
    pub(super) column: usize,
    pub(super) x: i32,
    pub(super) width: i32,
}

/// The columns in view, and whether there are more on either side.
pub(super) struct Shown {
    pub(super) places: Vec<Place>,
    pub(super) before: bool,
    pub(super) after: bool,
}

/// The columns that fit into `room`: all of them, shortened if they may be; else the first, and
/// whole columns after it so that the one where the reader is can be seen.
pub(super) fn shown(table: &Table<'_>, room: i32) -> Shown {
    let natural = natural(table);
    let shortened = shortened(table, natural.clone(), room);
    let widths = if total(&shortened) <= room {
        shortened
    } else {
        scrolled(table, natural, room)
    };
    let from = first_shown(table, &widths, room);
    let mut places = Vec::new();
    let mut x = 0;
    let mut after = false;
    for (column, width) in widths.iter().enumerate() {
        if column > 0 && column < from {
            continue;
        }
        // The first is cut rather than left out: without it nothing can be told.
        let width = if column == 0 {
            (*width).min(room)
        } else {
            *width
        };
        if column > 0 && x + width > room {
            after = true;
            break;
        }
        places.push(Place { column, x, width });
        x += width + GAP;
    }
    Shown {
        places,
        before: from > 1,
        after,
    }
}

/// As wide as the widest text of each column.
fn natural(table: &Table<'_>) -> Vec<i32> {
    let columns = table.columns.iter().enumerate();
    columns
        .map(|(index, column)| {
            let cells = table.rows.iter().filter_map(|row| match row {
                Row::Cells(cells) => cells.get(index),
                Row::Heading(_) => None,
            });
            let widest = cells.map(|(text, _)| width(text, table.look)).max();
            let widest = widest.unwrap_or(0).max(width(&column.title, table.look));
            i32::try_from(widest).unwrap_or(i32::MAX / 4)
        })
        .collect()
}

/// The widths where not all columns fit: shortening would be in vain, but the first column must
/// leave room for the others.
fn scrolled(table: &Table<'_>, mut widths: Vec<i32>, room: i32) -> Vec<i32> {
    let least = table.columns.first().and_then(|column| column.least);
    if let (Some(first), Some(least)) = (widths.first_mut(), least) {
        *first = (*first).min((room / 3).max(i32::from(least)));
    }
    widths
}

fn total(widths: &[i32]) -> i32 {
    let gaps = GAP * i32::try_from(widths.len().saturating_sub(1)).unwrap_or(0);
    let widths = widths.iter();
    widths.fold(gaps, |sum, width| sum.saturating_add(*width))
}

/// Shortens the widest of those that may be until all fit or none may be shortened any more.
fn shortened(table: &Table<'_>, mut widths: Vec<i32>, room: i32) -> Vec<i32> {
    let mut over = total(&widths) - room;
    while over > 0 {
        let least = |index: usize| {
            let column = table.columns.get(index);
            column.and_then(|column| column.least).map(i32::from)
        };
        let candidates = widths.iter_mut().enumerate();
        let candidates =
            candidates.filter(|(index, width)| least(*index).is_some_and(|least| **width > least));
        let mut candidates: Vec<_> = candidates.collect();
        candidates.sort_by_key(|(_, width)| -**width);
        let next = candidates.get(1).map_or(0, |(_, width)| **width);
        let Some((index, widest)) = candidates.first_mut() else {
            return widths;
        };
        // Down to the next widest at once, and at least by one.
        let cut = (**widest - next).clamp(1, over);
        let cut = cut.min(**widest - least(*index).unwrap_or(0));
        **widest -= cut;
        over -= cut;
    }
    widths
}

/// The first column after the very first that is in view.
fn first_shown(table: &Table<'_>, widths: &[i32], room: i32) -> usize {
    let Some(wanted) = table.column.filter(|column| *column > 0) else {
        return 1;
    };
    let first = widths.first().copied().unwrap_or(0);
    let fits = |from: &usize| {
        let part = widths.get(*from..=wanted).unwrap_or(&[]);
        let needed = part
            .iter()
            .fold(first, |sum, width| sum.saturating_add(GAP + width));
        needed <= room
    };
    (1..=wanted).find(fits).unwrap_or(wanted)
}
