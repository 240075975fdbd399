//! Where years and values lie on a fan chart. Nothing is drawn here.

use ratatui::layout::Rect;

use super::{Fan, FanPoint};
use crate::widgets::axis::Scale;
use crate::widgets::text::width;

/// The geometry of a chart. Places are counted from the top left corner of the whole area.
pub(super) struct Plot<'a> {
    pub(super) fan: &'a Fan<'a>,
    pub(super) scale: Scale,
    /// Columns left of the plot, for the value axis.
    pub(super) margin: i32,
    /// Columns of the plot that show years; a guess stands to their right.
    pub(super) columns: i32,
    /// Rows of the plot.
    pub(super) rows: i32,
    /// Whether there is room for the years below.
    pub(super) axis: bool,
    /// The columns of the whole area.
    pub(super) width: i32,
    /// Lines of the legend below the axis.
    pub(super) below: i32,
}

impl<'a> Plot<'a> {
    pub(super) fn new(fan: &'a Fan<'a>, scale: Scale, area: Rect, below: i32) -> Self {
        let (width, height) = (i32::from(area.width), i32::from(area.height));
        let axis = height >= 5 && width >= 8;
        let rows = height - if axis { 2 } else { 0 } - below;
        let labels = labels(fan, scale, rows);
        let margin = if width >= labels + 17 { labels + 1 } else { 0 };
        let guess = i32::from(fan.guess.is_some() && width - margin > 4);
        Self {
            fan,
            scale,
            margin,
            columns: width - margin - guess,
            rows,
            axis,
            width,
            below,
        }
    }

    /// The ticks of the value axis.
    pub(super) fn ticks(&self) -> Vec<f64> {
        ticks(self.scale, self.rows)
    }

    /// The row of a value, perhaps above or below the plot.
    pub(super) fn row(&self, value: f64) -> Option<i32> {
        self.fine_row(value, 1)
    }

    /// The row of a value where each row of the plot counts as `parts` rows.
    pub(super) fn fine_row(&self, value: f64, parts: i32) -> Option<i32> {
        let last = f64::from(self.rows * parts - 1);
        let row = ((1.0 - self.scale.share(value)) * last).round();
        row.is_finite().then_some(row.clamp(-1e6, 1e6) as i32)
    }

    /// The column of a year.
    pub(super) fn column(&self, year: i32) -> i32 {
        let (first, last) = self.fan.years;
        let span = f64::from(last.saturating_sub(first).max(1));
        let share = f64::from(year.saturating_sub(first)) / span;
        self.margin + (share * f64::from(self.columns - 1)).round() as i32
    }

    /// The five percentiles at column `column` of `columns` along the years.
    pub(super) fn five(&self, column: i32, columns: i32) -> Option<[f64; 5]> {
        let year = self.year(column, columns);
        let points = self.fan.points;
        let after = points.partition_point(|point| f64::from(point.year) < year);
        let right = points.get(after)?;
        match after.checked_sub(1).and_then(|before| points.get(before)) {
            Some(left) => Some(between(left, right, year)),
            None => (f64::from(right.year) - year < 1e-9).then_some(right.five),
        }
    }

    /// A line's value at a column of the plot.
    pub(super) fn line(&self, line: &[(i32, f64)], column: i32) -> Option<f64> {
        let year = self.year(column, self.columns);
        let after = line.partition_point(|(known, _)| f64::from(*known) < year);
        let &(right, high) = line.get(after)?;
        match after.checked_sub(1).and_then(|before| line.get(before)) {
            Some(&(left, low)) => {
                let part = (year - f64::from(left)) / f64::from(right - left);
                Some(low + (high - low) * part)
            }
            None => (f64::from(right) - year < 1e-9).then_some(high),
        }
    }

    fn year(&self, column: i32, columns: i32) -> f64 {
        let (first, last) = self.fan.years;
        let along = f64::from(column) / f64::from((columns - 1).max(1));
        let year = f64::from(first) + along * f64::from(last.saturating_sub(first));
        // A place that should be a year must not fall beside it.
        (year * 1e6).round() / 1e6
    }
}

/// Columns of the widest label of the value axis.
fn labels(fan: &Fan<'_>, scale: Scale, rows: i32) -> i32 {
    let ticks = ticks(scale, rows).into_iter();
    let widest = ticks.map(|tick| width(&(fan.label)(tick), fan.look)).max();
    i32::try_from(widest.unwrap_or(0)).unwrap_or(i32::MAX / 2)
}

fn ticks(scale: Scale, rows: i32) -> Vec<f64> {
    scale.ticks(usize::try_from(rows / 3).unwrap_or(1).clamp(1, 5))
}

fn between(left: &FanPoint, right: &FanPoint, year: f64) -> [f64; 5] {
    let span = f64::from(right.year) - f64::from(left.year);
    let part = (year - f64::from(left.year)) / span;
    let mut five = left.five;
    for (low, high) in five.iter_mut().zip(right.five) {
        *low += (high - *low) * part;
    }
    five
}
