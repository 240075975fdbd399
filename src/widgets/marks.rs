//! Every answer as a mark on one axis, with the middle half and the middle below it.
//!
//! Marks that fall into the same column stand on each other. Where there is no middle to tell none is
//! drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::axis::Scale;
use super::pen::Pen;
use super::text::width;
use crate::look::{Look, Role};

/// Answers that stand on one line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarkRow<'a> {
    /// What the row is called.
    pub name: &'a str,
    /// The answers.
    pub values: &'a [f64],
    /// A quarter and three quarters of the answers; none where that says nothing.
    pub half: Option<(f64, f64)>,
    /// The middle; none where nobody may stand there.
    pub middle: Option<f64>,
}

/// Rows of answers above one axis.
#[derive(Clone, Copy)]
pub struct Marks<'a> {
    /// The rows, top to bottom.
    pub rows: &'a [MarkRow<'a>],
    /// Both ends of the axis; round numbers around everything if none are given.
    pub ends: Option<(f64, f64)>,
    /// What came out, and its words.
    pub truth: Option<(f64, &'a str)>,
    /// How a value is written at the axis.
    pub label: &'a dyn Fn(f64) -> String,
    /// How it looks.
    pub look: Look,
}

/// Where things are.
struct Frame {
    scale: Scale,
    left: i32,
    columns: i32,
}

impl Frame {
    fn x(&self, value: f64) -> i32 {
        let share = self.scale.share(value).clamp(0.0, 1.0);
        self.left + (share * f64::from(self.columns - 1)).round() as i32
    }
}

/// Columns between ticks.
const SPACING: i32 = 12;
/// Most columns for the names of rows.
const NAMES: i32 = 10;

impl Widget for &Marks<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let mut pen = Pen::new(buffer, area, self.look);
        let Some(scale) = self.scale() else { return };
        let names = self.rows.iter().map(|row| width(row.name, self.look));
        let names = i32::try_from(names.max().unwrap_or(0)).unwrap_or(0);
        let left = if pen.width() > 30 {
            names.min(NAMES) + 2
        } else {
            1
        };
        let frame = Frame {
            scale,
            left,
            columns: pen.width() - left - 2,
        };
        if frame.columns < 2 || pen.height() < 1 {
            return;
        }
        let axis = if pen.height() >= 4 { 2 } else { 0 };
        let words = i32::from(self.truth.is_some() && pen.height() >= 6);
        let room = pen.height() - axis - words;
        let rows = i32::try_from(self.rows.len()).unwrap_or(1).max(1);
        let each = (room / rows).max(1);
        let bottom = words + (each * rows).min(room.max(1));
        self.truth(&mut pen, &frame, words, bottom);
        for (place, row) in (0..).zip(self.rows) {
            self.row(&mut pen, &frame, row, (words + place * each, each));
        }
        if axis > 0 {
            self.axis(&mut pen, &frame, bottom);
        }
    }
}

impl Marks<'_> {
    fn scale(&self) -> Option<Scale> {
        if let Some(scale) = self.ends.and_then(Scale::new) {
            return Some(scale);
        }
        let values = self.rows.iter().flat_map(|row| row.values.iter().copied());
        Scale::around(values.chain(self.truth.map(|(value, _)| value)))
    }

    fn row(&self, pen: &mut Pen<'_>, frame: &Frame, row: &MarkRow<'_>, (top, high): (i32, i32)) {
        let glyphs = self.look.glyphs();
        let below = i32::from(high >= 2 && (row.half.is_some() || row.middle.is_some()));
        let base = top + high - 1 - below;
        if frame.left > 2 {
            pen.fitted(0, base, frame.left - 2, row.name, Role::Muted);
        }
        let columns = usize::try_from(frame.columns).unwrap_or(0);
        let mut stacks = vec![0_i32; columns];
        for value in row.values.iter().filter(|value| value.is_finite()) {
            let x = frame.x(*value);
            let place = usize::try_from(x - frame.left).unwrap_or(0);
            if let Some(stack) = stacks.get_mut(place) {
                *stack += 1;
            }
        }
        let most = (base - top + 1).max(1);
        for (x, count) in (frame.left..).zip(stacks) {
            for level in 0..count.min(most) {
                pen.text(x, base - level, glyphs.start, Role::Text);
            }
            if count > most {
                // More than can be stacked: how many, as far as a digit tells.
                let digit = char::from_digit(u32::try_from(count.min(9)).unwrap_or(9), 10);
                let digit = digit.unwrap_or('9').to_string();
                pen.text(x, base - most + 1, &digit, Role::Text);
            }
        }
        if below > 0 {
            self.half(pen, frame, row, base + 1);
        }
    }

    /// The middle half as a line, the middle as a mark on it.
    fn half(&self, pen: &mut Pen<'_>, frame: &Frame, row: &MarkRow<'_>, y: i32) {
        let glyphs = self.look.glyphs();
        if let Some((low, high)) = row.half {
            let (low, high) = (frame.x(low), frame.x(high));
            pen.across(low, high + 1, y, glyphs.horizontal, Role::InnerBand);
            pen.text(low, y, glyphs.branch_right, Role::InnerBand);
            pen.text(high, y, glyphs.branch_left, Role::InnerBand);
        }
        if let Some(middle) = row.middle {
            pen.text(frame.x(middle), y, glyphs.up, Role::Answer);
        }
    }

    /// What came out, as a line through all rows.
    fn truth(&self, pen: &mut Pen<'_>, frame: &Frame, words: i32, bottom: i32) {
        let Some((value, text)) = self.truth else {
            return;
        };
        let x = frame.x(value);
        pen.down(x, words, bottom, self.look.glyphs().vertical, Role::Good);
        if words > 0 {
            let wide = i32::try_from(width(text, self.look)).unwrap_or(0);
            let at = (x - wide / 2).min(pen.width() - wide).max(0);
            pen.text(at, 0, text, Role::Good);
        }
    }

    fn axis(&self, pen: &mut Pen<'_>, frame: &Frame, y: i32) {
        let glyphs = self.look.glyphs();
        let right = frame.left + frame.columns;
        pen.across(frame.left, right, y, glyphs.horizontal, Role::Muted);
        let count = usize::try_from((frame.columns / SPACING).max(2)).unwrap_or(2);
        let mut free = 0;
        for tick in frame.scale.ticks(count) {
            let text = (self.label)(tick);
            let wide = i32::try_from(width(&text, self.look)).unwrap_or(0);
            let x = frame.x(tick);
            let at = (x - wide / 2).min(pen.width() - wide).max(0);
            if at < free {
                continue;
            }
            pen.text(x, y, glyphs.branch_down, Role::Muted);
            pen.text(at, y + 1, &text, Role::Muted);
            free = at + wide + 1;
        }
    }
}

/// A range with its best guess in so many columns: `├──●────┤`.
#[must_use]
pub fn whisker(
    (low, best, high): (f64, f64, f64),
    ends: (f64, f64),
    columns: usize,
    look: Look,
) -> String {
    let glyphs = look.glyphs();
    let Some(scale) = Scale::new(ends).filter(|_| columns > 2) else {
        return String::new();
    };
    let x =
        |value: f64| (scale.share(value).clamp(0.0, 1.0) * (columns - 1) as f64).round() as usize;
    let (low, best, high) = (x(low), x(best), x(high));
    let letter = |column: usize| match column {
        column if column == best => glyphs.start,
        column if column == low => glyphs.branch_right,
        column if column == high => glyphs.branch_left,
        column if (low..=high).contains(&column) => glyphs.horizontal,
        _ => " ",
    };
    (0..columns).map(letter).collect()
}

/// Round numbers around values, as an axis shows them; none without values.
#[must_use]
pub fn ends(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    Scale::around(values).map(|scale| (scale.low, scale.high))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look = Look::PLAINEST;

    fn drawn(rows: &[MarkRow<'_>], truth: Option<(f64, &str)>, size: (u16, u16)) -> Vec<String> {
        let marks = Marks {
            rows,
            ends: Some((0.0, 100.0)),
            truth,
            label: &|value| format!("{value}"),
            look: LOOK,
        };
        let area = Rect::new(0, 0, size.0, size.1);
        let mut buffer = Buffer::empty(area);
        (&marks).render(area, &mut buffer);
        let rows = buffer.content.chunks(usize::from(size.0).max(1));
        rows.map(|row| row.iter().map(|cell| cell.symbol()).collect())
            .collect()
    }

    #[test]
    fn every_answer_is_a_mark_and_like_answers_stand_on_each_other() {
        let row = MarkRow {
            name: "stage 1",
            values: &[20.0, 20.0, 20.0, 70.0],
            half: None,
            middle: None,
        };
        let drawn = drawn(&[row], None, (60, 8));
        let marks = |line: &String| line.matches('o').count();
        let all: usize = drawn.iter().map(marks).sum();
        // The names hold no such letter.
        assert_eq!(all, 4, "{drawn:#?}");
        let column = drawn[5].find('o');
        assert_eq!(drawn[4].find('o'), column);
        assert_eq!(drawn[3].find('o'), column);
    }

    #[test]
    fn more_than_can_be_stacked_is_counted() {
        let row = MarkRow {
            name: "",
            values: &[50.0; 7],
            half: None,
            middle: None,
        };
        let drawn = drawn(&[row], None, (40, 4));
        assert!(drawn.concat().contains('7'), "{drawn:#?}");
    }

    #[test]
    fn nothing_panics_at_any_size_with_any_number() {
        let row = MarkRow {
            name: "広い stage",
            values: &[f64::NAN, -1e300, 1e300, 0.0],
            half: Some((f64::NAN, 3.0)),
            middle: Some(f64::INFINITY),
        };
        for columns in 0..70 {
            for rows in 0..12 {
                drawn(&[row, row], Some((3.0, "run")), (columns, rows));
            }
        }
        assert_eq!(whisker((1.0, 2.0, 3.0), (0.0, 0.0), 10, LOOK), "");
        assert_eq!(
            whisker((0.0, 5.0, 10.0), (0.0, 10.0), 5, LOOK)
                .chars()
                .count(),
            5
        );
    }
}
