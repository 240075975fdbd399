//! A box in words, with a bar for the range that each limit leaves, and the way of its search.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use super::{MOST, WIDE, chart, entry, paragraph, show};
use crate::analysis::setbacks::prim::{Limit, Restriction};
use crate::app::App;
use crate::app::setbacks::{ToldBox, box_now, shown_step, told_box};
use crate::live::{Dimension, SetbackBox, Setbacks};
use crate::look::Role;
use crate::scenario::Scenario;
use crate::tell;
use crate::widgets::shorten;
use crate::words::numbers::two_digits;
use crate::words::setbacks as words;

/// Columns of a bar.
const BAR: usize = 32;
/// Fewest rows of a chart that says anything.
const LEAST_CHART: usize = 7;

/// Draws the box that is looked at.
pub(super) fn draw(
    app: &App,
    scenario: &Scenario,
    found: &Setbacks,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let (Some(told), Some(one)) = (told_box(app, scenario, found), box_now(app)) else {
        return;
    };
    let wide = area.width >= WIDE;
    let text_width = match wide {
        true => area.width * 3 / 5,
        false => area.width,
    };
    let width = usize::from(text_width).saturating_sub(3).min(MOST);
    let fits = |how: &How| lines(app, found, one, &told, width, *how);
    let room = usize::from(area.height);
    if wide {
        let lines = HOW.iter().map(fits).find(|lines| lines.len() <= room);
        let sides = [Constraint::Length(text_width), Constraint::Fill(1)];
        let [left, right] = Layout::horizontal(sides).areas(area);
        show(lines.unwrap_or_else(|| fits(&SHORTEST)), left, frame);
        let room = Rect {
            height: right.height.min(16),
            ..right
        };
        return chart::draw(app, one, room, frame);
    }
    let with_chart = |lines: &Vec<Line<'_>>| lines.len() + LEAST_CHART <= room;
    let lines = HOW.iter().map(fits).find(with_chart);
    let lines = lines.unwrap_or_else(|| fits(&SHORTEST));
    let height = u16::try_from(lines.len()).unwrap_or(area.height);
    let parts = [Constraint::Length(height), Constraint::Fill(1)];
    let [text, rest] = Layout::vertical(parts).areas(area);
    show(lines, text, frame);
    chart::draw(app, one, rest, frame);
}

/// How much is told of a box.
#[derive(Clone, Copy)]
struct How {
    /// Sentences are whole, not one line each.
    whole: bool,
    /// With a bar for each range.
    bars: bool,
    /// With the care to be taken.
    care: bool,
}

/// From all to little: the first that leaves room is taken.
const HOW: [How; 4] = [
    How {
        whole: true,
        bars: true,
        care: true,
    },
    How {
        whole: true,
        bars: true,
        care: false,
    },
    How {
        whole: true,
        bars: false,
        care: false,
    },
    How {
        whole: false,
        bars: true,
        care: false,
    },
];
const SHORTEST: How = How {
    whole: false,
    bars: false,
    care: false,
};

fn lines(
    app: &App,
    found: &Setbacks,
    one: &SetbackBox,
    told: &ToldBox,
    width: usize,
    how: How,
) -> Vec<Line<'static>> {
    let restrictions = match shown_step(app) {
        Some((_, step)) => &step.restrictions,
        None => &one.held.restrictions,
    };
    let mut lines = vec![Line::default()];
    lines.extend(paragraph(app, &told.head, Role::Answer, width));
    for (column, sentence) in &told.limits {
        let dots = app.look.glyphs().ellipsis;
        let sentence = match how.whole {
            true => sentence.clone(),
            false => shorten(sentence, width.saturating_sub(3), dots),
        };
        lines.extend(entry(app, &sentence, Role::Text, width));
        let limit = restrictions.iter().find(|own| own.column == *column);
        let dimension = found.dimensions.get(*column);
        if let (true, Some(limit), Some(dimension)) = (how.bars, limit, dimension) {
            lines.extend(bar(app, dimension, limit));
        }
    }
    for (place, text) in told.fit.iter().enumerate() {
        let role = if place == 0 { Role::Text } else { Role::Muted };
        lines.extend(paragraph(app, text, role, width));
    }
    if !told.limits.is_empty() && how.care {
        lines.extend(paragraph(
            app,
            &tell!("setbacks-assumed"),
            Role::Muted,
            width,
        ));
    }
    lines
}

/// Our range as a line, the part that the limit leaves drawn thick.
fn bar(app: &App, dimension: &Dimension, limit: &Restriction) -> Option<Line<'static>> {
    let (Dimension::Number { levels, .. }, Limit::Range { low, high }) = (dimension, &limit.limit)
    else {
        return None;
    };
    let [from, _, to] = *levels;
    if to <= from {
        return None;
    }
    let glyphs = app.look.glyphs();
    let [.., full] = glyphs.bars;
    let place = |value: f64| {
        let share = ((value - from) / (to - from)).clamp(0.0, 1.0);
        (share * BAR as f64).round() as usize
    };
    let start = low.map_or(0, place).min(BAR - 1);
    let end = high.map_or(BAR, place).clamp(start + 1, BAR);
    let muted = app.look.style(Role::Muted);
    let largest = from.abs().max(to.abs());
    let mark = |value: f64| two_digits(value, largest);
    let (least, most) = words::ends(dimension).unwrap_or_else(|| (mark(from), mark(to)));
    Some(Line::from(vec![
        Span::styled(format!("   {least} "), muted),
        Span::styled(glyphs.horizontal.repeat(start), muted),
        Span::styled(full.repeat(end - start), app.look.style(Role::Bad)),
        Span::styled(glyphs.horizontal.repeat(BAR - end), muted),
        Span::styled(format!(" {most}"), muted),
    ]))
}
