//! The fan chart: our range over the years.
//!
//! Time runs from left to right. Light from end to end of our range, dark over the middle half of
//! the runs, a line at the middle. Beside it, if wanted: the run without AI, the reference country,
//! a threshold, and a guess made before the result was uncovered.

mod dots;
mod frame;
mod legend;
mod plot;
mod shades;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::axis::Scale;
use super::pen::Pen;
use crate::look::{GlyphSet, Look};
use plot::Plot;

/// Our range in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FanPoint {
    /// The year.
    pub year: i32,
    /// The 5th, 25th, 50th, 75th and 95th percentile.
    pub five: [f64; 5],
}

/// What the marks of the chart mean, in words. What has no words is left out of the legend.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FanWords {
    /// Our range.
    pub band: String,
    /// The middle half.
    pub inner: String,
    /// The middle.
    pub middle: String,
    /// Without AI.
    pub no_ai: String,
    /// The reference country.
    pub reference: String,
    /// The threshold.
    pub threshold: String,
    /// The guess.
    pub guess: String,
}

/// A fan chart.
#[derive(Clone)]
pub struct Fan<'a> {
    /// The first and the last year of the axis.
    pub years: (i32, i32),
    /// Our range, year by year; empty while it is covered.
    pub points: &'a [FanPoint],
    /// The middle of the run without AI, by year.
    pub no_ai: &'a [(i32, f64)],
    /// The middle of the reference country, by year.
    pub reference: &'a [(i32, f64)],
    /// The line that must or must not be crossed.
    pub threshold: Option<f64>,
    /// The range guessed for the last year.
    pub guess: Option<(f64, f64)>,
    /// The ends of the value axis; round numbers around everything shown if not given. Charts side
    /// by side get the same.
    pub scale: Option<(f64, f64)>,
    /// How a value is written at the axis.
    pub label: &'a dyn Fn(f64) -> String,
    /// What the marks mean.
    pub words: &'a FanWords,
    /// How it looks.
    pub look: Look,
}

impl Fan<'_> {
    /// The ends of the value axis that suit these values. Charts to be compared take the least and
    /// the greatest of theirs and hand it to all.
    #[must_use]
    pub fn range(&self) -> Option<(f64, f64)> {
        let scale = Scale::around(self.values())?;
        Some((scale.low, scale.high))
    }

    fn values(&self) -> impl Iterator<Item = f64> {
        let bands = self.points.iter().flat_map(|point| point.five);
        let lines = self.no_ai.iter().chain(self.reference);
        let guess = self.guess.into_iter().flat_map(|(low, high)| [low, high]);
        bands
            .chain(lines.map(|(_, value)| *value))
            .chain(self.threshold)
            .chain(guess)
    }
}

impl Widget for &Fan<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let forced = self.scale.and_then(Scale::new);
        let scale = forced.or_else(|| Scale::around(self.values()));
        let Some(scale) = scale.or_else(|| Scale::new((0.0, 1.0))) else {
            return;
        };
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return;
        }
        let mut plot = Plot::new(self, scale, area, 0);
        let corner = legend::corner(&plot);
        let most = match area.height {
            ..9 => 0,
            9..16 => 1,
            _ => 2,
        };
        if corner.is_none() && most > 0 {
            let lines = legend::lines_below(self, plot.width - plot.margin, most);
            plot = Plot::new(self, scale, area, lines);
        }
        let mut pen = Pen::new(buffer, area, self.look);
        frame::axes(&plot, &mut pen);
        match self.look.glyphs {
            GlyphSet::Braille => dots::draw(&plot, &mut pen),
            GlyphSet::Blocks | GlyphSet::Ascii => shades::draw(&plot, &mut pen),
        }
        frame::lines(&plot, &mut pen);
        frame::guess(&plot, &mut pen);
        match corner {
            Some(corner) => legend::draw_in(corner, &plot, &mut pen),
            None => legend::draw_below(&plot, &mut pen),
        }
    }
}
