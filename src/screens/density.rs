//! The density of a quantity while it is typed: where its values lie, seen at once.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::look::{Look, Role};
use crate::scenario::{Quantity, Scale};
use crate::sim::sample::Sampler;
use crate::words::numbers;

/// Uniform numbers at which the quantity is read.
const POINTS: usize = 2_000;
/// The outermost shares that are left out of the picture.
const TAIL: f64 = 0.01;

/// Draws the density over its middle 98 of 100 values, with the ends and the middle below.
pub fn draw(look: Look, quantity: &Quantity, scale: Scale, area: Rect, frame: &mut Frame<'_>) {
    let Ok(sampler) = Sampler::new(quantity, scale) else {
        return;
    };
    let (low, high) = (sampler.value(TAIL), sampler.value(1.0 - TAIL));
    let width = usize::from(area.width);
    if width < 8 || area.height < 2 {
        return;
    }
    let rows = usize::from(area.height - 1);
    let counts = counts(&sampler, low, high, width);
    let most = counts.iter().copied().max().unwrap_or(1).max(1);
    let glyphs = look.glyphs();
    for (number, row) in area.rows().take(rows).enumerate() {
        let floor = rows - 1 - number;
        let cells = counts.iter().map(|count| {
            let eighths = (count * rows * 8).div_ceil(most);
            let here = eighths.saturating_sub(floor * 8).min(8);
            glyphs.levels.get(here).copied().unwrap_or(" ")
        });
        let text: String = cells.collect();
        frame.render_widget(Line::styled(text, look.style(Role::Band)), row);
    }
    let write = |value: f64| numbers::two_digits(value, low.abs().max(high.abs()));
    let (left, middle, right) = (write(low), write(sampler.median()), write(high));
    let gap = width.saturating_sub(left.len() + middle.len() + right.len());
    let text = format!(
        "{left}{}{middle}{}{right}",
        " ".repeat(gap / 2),
        " ".repeat(gap - gap / 2)
    );
    if let Some(last) = area.rows().next_back() {
        frame.render_widget(Line::styled(text, look.style(Role::Muted)), last);
    }
}

/// How many of evenly spread quantiles lie in each of `width` equal bins.
fn counts(sampler: &Sampler, low: f64, high: f64, width: usize) -> Vec<usize> {
    let mut counts = vec![0; width];
    for point in 0..POINTS {
        let value = sampler.value((point as f64 + 0.5) / POINTS as f64);
        if value < low || value > high {
            continue;
        }
        let share = if high > low {
            (value - low) / (high - low)
        } else {
            0.5
        };
        let bin = ((share * width as f64) as usize).min(width - 1);
        if let Some(count) = counts.get_mut(bin) {
            *count += 1;
        }
    }
    counts
}
