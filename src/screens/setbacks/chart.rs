//! Coverage and density along the search, as letters: from all runs to the smallest box.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::show;
use crate::app::App;
use crate::app::setbacks::shown_step;
use crate::live::SetbackBox;
use crate::look::Role;
use crate::tell;
use crate::widgets::shorten;

/// Columns of the scale at the left.
const SCALE: usize = 5;
/// Columns of a curve that still reads well.
const MOST: usize = 72;

/// Draws the way of a search; the box that is looked at is marked below.
pub(super) fn draw(app: &App, one: &SetbackBox, area: Rect, frame: &mut Frame<'_>) {
    let columns = usize::from(area.width).saturating_sub(SCALE + 2).min(MOST);
    let rows = usize::from(area.height).saturating_sub(4).min(12);
    if columns < 10 || rows < 2 {
        return;
    }
    let way = &one.found.trajectory;
    let last = way.len().saturating_sub(1);
    let here = shown_step(app).map_or(one.found.chosen, |(place, _)| place);
    let step_at = |column: usize| column * last / (columns - 1);
    let column_of = |step: usize| (step * (columns - 1)).checked_div(last).unwrap_or(0);
    let row_of = |share: f64| ((1.0 - share) * (rows - 1) as f64).round() as usize;
    let mark = column_of(here);
    let letter = |column: usize, row: usize| -> (&'static str, Role) {
        let Some(step) = way.get(step_at(column)) else {
            return (" ", Role::Muted);
        };
        let fit = step.found.fit;
        match (row_of(fit.coverage) == row, row_of(fit.density) == row) {
            (true, true) => ("*", Role::Answer),
            (true, false) => ("c", Role::Series(0)),
            (false, true) => ("d", Role::Series(1)),
            _ if column == mark => (app.look.glyphs().vertical, Role::Muted),
            _ => (" ", Role::Muted),
        }
    };
    let muted = app.look.style(Role::Muted);
    let dots = app.look.glyphs().ellipsis;
    let title = shorten(&tell!("setbacks-chart"), columns + SCALE, dots);
    let mut lines = vec![Line::default(), Line::styled(format!(" {title}"), muted)];
    for row in 0..rows {
        let scale = match row {
            0 => "100",
            _ if row + 1 == rows => "0",
            _ => "",
        };
        let edge = app.look.glyphs().branch_left;
        let mut spans = vec![Span::styled(format!(" {scale:>3}{edge}"), muted)];
        spans.extend((0..columns).map(|column| {
            let (text, role) = letter(column, row);
            Span::styled(text, app.look.style(role))
        }));
        lines.push(Line::from(spans));
    }
    let (start, end) = (tell!("setbacks-chart-start"), tell!("setbacks-chart-end"));
    let gap = columns.saturating_sub(start.chars().count() + end.chars().count());
    let mut under: Vec<char> = format!("{start}{}{end}", " ".repeat(gap)).chars().collect();
    if let Some(letter) = under.get_mut(mark) {
        *letter = '^';
    }
    let under: String = under.into_iter().collect();
    lines.push(Line::styled(format!("{}{under}", " ".repeat(SCALE)), muted));
    show(lines, area, frame);
}
