//! What the marks of a fan chart mean: in an empty corner of the plot, or else on a line below.

use super::Fan;
use super::plot::Plot;
use crate::look::Role;
use crate::widgets::pen::Pen;
use crate::widgets::text::width;

/// A mark, how it is drawn, and what it means.
type Entry<'a> = (&'static str, Role, &'a str);

/// Where the legend goes if it goes into the plot.
#[derive(Clone, Copy)]
pub(super) struct Corner {
    x: i32,
    y: i32,
}

/// An empty corner of the plot that is large enough.
pub(super) fn corner(plot: &Plot<'_>) -> Option<Corner> {
    let entries = entries(plot.fan);
    let (wide, high) = (columns(plot.fan, &entries), rows(&entries));
    if wide * 5 / 2 > plot.columns || high + 2 > plot.rows {
        return None;
    }
    let right = plot.margin + plot.columns - wide - 1;
    let bottom = plot.rows - high;
    let left = plot.margin + 2;
    [(right, 0), (left, bottom), (right, bottom), (left, 0)]
        .into_iter()
        .map(|(x, y)| Corner { x, y })
        .find(|corner| is_free(plot, *corner, wide, high))
}

/// Draws the legend one below the other into a corner.
pub(super) fn draw_in(corner: Corner, plot: &Plot<'_>, pen: &mut Pen<'_>) {
    for (row, (glyph, role, words)) in (0..).zip(entries(plot.fan)) {
        pen.text(corner.x, corner.y + row, glyph, role);
        pen.text(corner.x + 2, corner.y + row, words, Role::Muted);
    }
}

/// The lines that the legend takes below the axis.
pub(super) fn lines_below(fan: &Fan<'_>, width: i32, most: i32) -> i32 {
    let lines = flowed(fan, width).last().map_or(0, |(_, line, _)| line + 1);
    lines.min(most)
}

/// Draws the legend side by side below the axis; what does not fit is left out whole.
pub(super) fn draw_below(plot: &Plot<'_>, pen: &mut Pen<'_>) {
    for (x, line, (glyph, role, words)) in flowed(plot.fan, plot.width - plot.margin) {
        if line < plot.below {
            let (x, row) = (plot.margin + x, plot.rows + 2 + line);
            pen.text(x, row, glyph, role);
            pen.text(x + 2, row, words, Role::Muted);
        }
    }
}

/// The entries with the column and the line where they stand.
fn flowed<'a>(fan: &'a Fan<'_>, width: i32) -> Vec<(i32, i32, Entry<'a>)> {
    let (mut x, mut line) = (0, 0);
    let mut placed = Vec::new();
    for entry in entries(fan) {
        let wide = 2 + columns_of(fan, entry.2);
        if x > 0 && x + wide > width {
            (x, line) = (0, line + 1);
        }
        if wide <= width {
            placed.push((x, line, entry));
            x += wide + 3;
        }
    }
    placed
}

/// Whether the chart leaves these cells and one around them empty.
fn is_free(plot: &Plot<'_>, corner: Corner, wide: i32, high: i32) -> bool {
    let rows = corner.y - 1..=corner.y + high;
    let hit = |value: Option<f64>| {
        let row = value.and_then(|value| plot.row(value));
        row.is_some_and(|row| rows.contains(&row))
    };
    let column_is_free = |column: i32| {
        let lines = [plot.fan.no_ai, plot.fan.reference];
        let crossed = lines.iter().any(|line| hit(plot.line(line, column)));
        let covered = plot.five(column, plot.columns).is_some_and(|five| {
            let [low, .., high] = five.map(|value| plot.row(value));
            let (low, high) = (low.unwrap_or(0), high.unwrap_or(0));
            high <= *rows.end() && low >= *rows.start()
        });
        !crossed && !covered
    };
    let from = corner.x - plot.margin - 1;
    let columns = from.max(0)..(from + wide + 2).min(plot.columns);
    !hit(plot.fan.threshold) && columns.into_iter().all(column_is_free)
}

fn rows(entries: &[Entry<'_>]) -> i32 {
    i32::try_from(entries.len()).unwrap_or(0)
}

fn columns(fan: &Fan<'_>, entries: &[Entry<'_>]) -> i32 {
    let words = entries.iter().map(|(_, _, words)| columns_of(fan, words));
    words.max().unwrap_or(0) + 2
}

fn columns_of(fan: &Fan<'_>, words: &str) -> i32 {
    i32::try_from(width(words, fan.look)).unwrap_or(i32::MAX / 4)
}

fn entries<'a>(fan: &'a Fan<'_>) -> Vec<Entry<'a>> {
    let (words, glyphs) = (fan.words, fan.look.glyphs());
    let bands = !fan.points.is_empty();
    let (no_ai, reference) = (!fan.no_ai.is_empty(), !fan.reference.is_empty());
    let (threshold, guess) = (fan.threshold.is_some(), fan.guess.is_some());
    let all: [(bool, Entry<'a>); 7] = [
        (bands, (glyphs.band, Role::Band, &words.band)),
        (bands, (glyphs.inner_band, Role::InnerBand, &words.inner)),
        (bands, (glyphs.middle, Role::Middle, &words.middle)),
        (no_ai, (glyphs.no_ai, Role::NoAi, &words.no_ai)),
        (
            reference,
            (glyphs.reference, Role::Reference, &words.reference),
        ),
        (threshold, (glyphs.dashed, Role::Warning, &words.threshold)),
        (guess, (glyphs.vertical, Role::Answer, &words.guess)),
    ];
    let shown = all.into_iter();
    shown
        .filter(|(shown, (_, _, words))| *shown && !words.is_empty())
        .map(|(_, entry)| entry)
        .collect()
}
