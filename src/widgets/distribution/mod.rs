//! Where the runs lie in one year: how dense, or how many up to each value.
//!
//! A threshold is a line; what lies beyond it has another pattern, and words say how much it is.

mod bins;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::axis::Scale;
use super::pen::Pen;
use super::text::width;
use crate::look::{Look, Role};
pub use bins::Bins;

/// What is drawn of a distribution.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// How densely the runs lie.
    #[default]
    Density,
    /// The share of runs up to each value; the full height is all of them.
    Cumulative,
}

/// A line that must or must not be crossed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Threshold<'a> {
    /// Its value.
    pub at: f64,
    /// Whether what is meant lies above it rather than below.
    pub above: bool,
    /// How many runs lie beyond it, in words.
    pub words: &'a str,
}

/// A distribution.
#[derive(Clone, Copy)]
pub struct Distribution<'a> {
    /// The runs, counted.
    pub bins: &'a Bins,
    /// What is drawn.
    pub shape: Shape,
    /// The 5th, 50th and 95th percentile, drawn as a line with ends below the axis.
    pub range: Option<[f64; 3]>,
    /// The threshold.
    pub threshold: Option<Threshold<'a>>,
    /// How a value is written at the axis.
    pub label: &'a dyn Fn(f64) -> String,
    /// How it looks.
    pub look: Look,
}

/// Where things are.
struct Frame {
    scale: Scale,
    columns: i32,
    /// The first line of the picture, below the words of the threshold.
    top: i32,
    rows: i32,
    axis: bool,
    range: bool,
}

impl Widget for &Distribution<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let mut pen = Pen::new(buffer, area, self.look);
        let (columns, height) = (pen.width(), pen.height());
        let Some(scale) = Scale::new((self.bins.low, self.bins.high)) else {
            return;
        };
        let worded = self.threshold.is_some_and(|one| !one.words.is_empty());
        let top = i32::from(worded && height >= 4);
        let axis = height >= 5;
        let range = self.range.is_some() && height >= 7;
        let frame = Frame {
            scale,
            columns,
            top,
            rows: height - top - if axis { 2 } else { 0 } - i32::from(range),
            axis,
            range,
        };
        self.area(&mut pen, &frame);
        self.axis(&mut pen, &frame);
        self.line(&mut pen, &frame);
        self.range(&mut pen, &frame);
    }
}

impl Frame {
    /// The column of a value, perhaps outside.
    fn column(&self, value: f64) -> Option<i32> {
        let place = (self.scale.share(value) * f64::from(self.columns)).floor();
        let place = place.is_finite().then_some(place.clamp(-1e6, 1e6) as i32)?;
        // The high end belongs to the last column.
        let end = place == self.columns && value <= self.scale.high;
        Some(if end { place - 1 } else { place })
    }
}

impl Distribution<'_> {
    fn area(&self, pen: &mut Pen<'_>, frame: &Frame) {
        let columns = usize::try_from(frame.columns).unwrap_or(0);
        let heights = match self.shape {
            Shape::Density => self.bins.density(columns),
            Shape::Cumulative => self.bins.cumulative(columns),
        };
        for (column, height) in (0..).zip(heights) {
            let beyond = self.is_beyond(frame, column);
            let eighths = (height * f64::from(frame.rows) * 8.0).round() as i32;
            for row in 0..frame.rows {
                let part = (eighths - (frame.rows - 1 - row) * 8).clamp(0, 8);
                self.piece(pen, (column, frame.top + row), part, beyond);
            }
        }
    }

    /// A cell that is filled by so many eighths.
    fn piece(&self, pen: &mut Pen<'_>, (x, y): (i32, i32), part: i32, beyond: bool) {
        let glyphs = self.look.glyphs();
        let part = usize::try_from(part).unwrap_or(0);
        if !beyond {
            let level = glyphs.levels.get(part).copied().unwrap_or(" ");
            if part > 0 {
                pen.text(x, y, level, Role::Band);
            }
        } else if part >= 4 {
            pen.text(x, y, glyphs.band, Role::Warning);
        } else if part > 0 && self.shape == Shape::Density {
            // A thin tail must not vanish: it is the news.
            pen.text(x, y, glyphs.dot, Role::Warning);
        }
    }

    fn is_beyond(&self, frame: &Frame, column: i32) -> bool {
        let Some(threshold) = self.threshold else {
            return false;
        };
        let at = frame.column(threshold.at).unwrap_or(0);
        if threshold.above {
            column > at
        } else {
            column < at
        }
    }

    /// The threshold, and how many runs lie beyond it.
    fn line(&self, pen: &mut Pen<'_>, frame: &Frame) {
        let Some(threshold) = self.threshold else {
            return;
        };
        let Some(x) = frame.column(threshold.at) else {
            return;
        };
        let (top, end) = (frame.top, frame.top + frame.rows);
        let glyphs = self.look.glyphs();
        pen.down(x, top, end, glyphs.vertical, Role::Answer);
        if frame.top > 0 {
            let wide = i32::try_from(width(threshold.words, self.look)).unwrap_or(0);
            let left = if threshold.above { x } else { x + 1 - wide };
            let left = left.min(frame.columns - wide).max(0);
            pen.fitted(left, 0, frame.columns - left, threshold.words, Role::Answer);
        }
    }

    fn axis(&self, pen: &mut Pen<'_>, frame: &Frame) {
        if !frame.axis {
            return;
        }
        let row = frame.top + frame.rows;
        let glyphs = self.look.glyphs();
        pen.across(0, frame.columns, row, glyphs.horizontal, Role::Muted);
        let count = usize::try_from(frame.columns / 12).unwrap_or(1).clamp(1, 8);
        let mut free = 0;
        for tick in frame.scale.ticks(count) {
            let label = (self.label)(tick);
            let wide = i32::try_from(width(&label, self.look)).unwrap_or(0);
            let Some(x) = frame.column(tick) else {
                continue;
            };
            let left = (x - wide / 2).min(frame.columns - wide).max(0);
            if left >= free {
                pen.text(x, row, glyphs.branch_down, Role::Muted);
                free = pen.text(left, row + 1, &label, Role::Muted) + 1;
            }
        }
    }

    /// Our range: a line from end to end with a mark at the middle.
    fn range(&self, pen: &mut Pen<'_>, frame: &Frame) {
        let Some(range) = self.range.filter(|_| frame.range) else {
            return;
        };
        let [Some(low), Some(middle), Some(high)] = range.map(|value| frame.column(value)) else {
            return;
        };
        let row = frame.top + frame.rows + 2;
        let glyphs = self.look.glyphs();
        pen.across(low, high, row, glyphs.horizontal, Role::Text);
        pen.text(low, row, glyphs.branch_right, Role::Text);
        pen.text(high, row, glyphs.branch_left, Role::Text);
        pen.text(middle, row, glyphs.start, Role::Answer);
    }
}
