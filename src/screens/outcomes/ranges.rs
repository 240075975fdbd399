//! Ranges as short lines on a common axis, and labels of axes.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::App;
use crate::live::{Outlook, Stage};
use crate::look::{Look, Role};
use crate::words::answers;
use crate::words::numbers::{Range, Scale};
use crate::words::sentences;

/// A number of a table; marked while it comes from a few draws only.
pub(super) fn marked(stage: Stage, text: String) -> String {
    match stage {
        Stage::Preview => sentences::marked(&text),
        Stage::Whole | Stage::Partial => text,
    }
}

/// A value at an axis: percents with their sign, all else bare.
pub(super) fn axis_label(scale: Scale, value: f64) -> String {
    let number = scale.number(Some(value));
    match scale.unit {
        "percent" => format!("{number} %"),
        _ => number,
    }
}

/// Names the unit above a picture whose axis does not; what is left of the area.
pub(super) fn unit_above(app: &App, scale: Scale, area: Rect, frame: &mut Frame<'_>) -> Rect {
    let unit = scale.unit_words();
    if scale.unit == "percent" || unit.is_empty() || area.height < 6 {
        return area;
    }
    let line = Line::styled(unit, app.look.style(Role::Muted));
    frame.render_widget(line, Rect { height: 1, ..area });
    Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    }
}

/// Every range of a course, for the scale in which it is written.
pub(super) fn values_of(found: &Outlook) -> Vec<Range> {
    let mut all: Vec<Range> = found.bands.iter().map(answers::range).collect();
    all.push(answers::range(&found.horizon));
    all
}

/// The five percentiles as a line of `width` columns between two ends.
pub(super) fn line(look: Look, levels: [f64; 5], ends: (f64, f64), width: usize) -> String {
    let glyphs = look.glyphs();
    let (low, high) = ends;
    let span = high - low;
    if width == 0 || !span.is_finite() || span <= 0.0 || levels.iter().any(|l| !l.is_finite()) {
        return String::new();
    }
    let last = width - 1;
    let place = |value: f64| {
        let share = ((value - low) / span).clamp(0.0, 1.0);
        (share * last as f64).round() as usize
    };
    let [p5, p25, p50, p75, p95] = levels.map(place);
    let mark = |column: usize| match column {
        _ if column == p50 => glyphs.start,
        _ if column == p5 => glyphs.branch_right,
        _ if column == p95 => glyphs.branch_left,
        _ if (p25..=p75).contains(&column) => glyphs.inner_band,
        _ if (p5..=p95).contains(&column) => glyphs.horizontal,
        _ => " ",
    };
    let text: String = (0..width).map(mark).collect();
    text.trim_end().to_owned()
}

/// Ends of an axis that hold all ranges: whole for shares of people, else around them and zero.
pub(super) fn ends(scale: Scale, all: &[[f64; 5]]) -> (f64, f64) {
    if scale.unit == "percent" && !scale.signed {
        return (0.0, 1.0);
    }
    let values = || all.iter().flatten().copied().filter(|v| v.is_finite());
    let low = values().fold(0.0, f64::min);
    (low, values().fold(0.0, f64::max))
}
