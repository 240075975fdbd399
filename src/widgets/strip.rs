//! A tiny picture of a distribution or a course in one line, for cells of tables.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use crate::look::{Look, Role};

/// One column for each height.
#[derive(Clone, Copy, Debug)]
pub struct Strip<'a> {
    /// Heights from 0 up; what is not a number stays empty.
    pub heights: &'a [f64],
    /// The height that fills the line; the largest one if it is not given.
    pub most: Option<f64>,
    /// What it shows.
    pub role: Role,
    /// How it looks.
    pub look: Look,
}

impl Strip<'_> {
    /// The strip as text of `columns` columns, for a cell of a table.
    #[must_use]
    pub fn text(&self, columns: usize) -> String {
        let levels = self.look.glyphs().levels;
        let heights = gathered(self.heights, columns);
        let largest = heights.iter().copied().filter(|x| x.is_finite());
        let most = self.most.unwrap_or_else(|| largest.fold(0.0, f64::max));
        let mark = |height: &f64| match height / most {
            share if share > 0.0 => levels
                .get((share * 8.0).ceil().clamp(1.0, 8.0) as usize)
                .copied()
                .unwrap_or(" "),
            _ => " ",
        };
        heights.iter().map(mark).collect()
    }
}

impl Widget for &Strip<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let mut pen = Pen::new(buffer, area, self.look);
        let columns = usize::try_from(pen.width()).unwrap_or(0);
        pen.text(0, 0, &self.text(columns), self.role);
    }
}

/// Values gathered into fewer columns by their means, so that none is lost from sight.
pub(super) fn gathered(values: &[f64], columns: usize) -> Vec<f64> {
    if values.len() <= columns || columns == 0 {
        return values.iter().take(columns).copied().collect();
    }
    let edge = |column: usize| column * values.len() / columns;
    let mean = |column: usize| {
        let part = values.get(edge(column)..edge(column + 1)).unwrap_or(&[]);
        let finite: Vec<f64> = part.iter().copied().filter(|x| x.is_finite()).collect();
        finite.iter().sum::<f64>() / finite.len() as f64
    };
    (0..columns).map(mean).collect()
}
