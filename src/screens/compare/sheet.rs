//! The sheet of Compare: a label on the left, columns beside it; as many columns as fit, the base
//! first.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::App;
use crate::look::Role;
use crate::tell;
use crate::widgets::scroll::keep_in_view;
use crate::widgets::shorten;

/// Least columns of the screen for one column of the sheet.
const LEAST: usize = 25;
/// Most.
const MOST: usize = 44;

/// A row of the sheet.
pub(super) struct Row {
    /// What it shows.
    pub label: String,
    /// One text for each column, with the difference to the base.
    pub cells: Vec<(String, String)>,
    /// Place among the rows that can be marked; `None` for notes.
    pub place: Option<usize>,
}

/// What stands above the columns.
pub(super) struct Heads {
    /// Letter and title of each.
    pub titles: Vec<String>,
    /// Place of the base column.
    pub base: usize,
}

/// Which columns are shown, left to right, and how wide they are.
struct Plan {
    label: usize,
    width: usize,
    shown: Vec<usize>,
}

impl Plan {
    fn of(app: &App, heads: &Heads, area: Rect) -> Self {
        let width = usize::from(area.width);
        let label = (width * 3 / 10).clamp(20, 38);
        let fit = ((width - label.min(width)) / LEAST).max(1);
        let count = heads.titles.len();
        let mut shown: Vec<usize> = (0..count).collect();
        if fit < count {
            // The base stays beside the marked column, so that a difference is never seen alone.
            let marked = app.compare.column.min(count.saturating_sub(1));
            let base = Some(heads.base).filter(|base| *base != marked && fit > 1);
            shown = base.into_iter().chain([marked]).collect();
            let others = (0..count).filter(|c| *c != marked && *c != heads.base);
            shown.extend(others.take(fit.saturating_sub(shown.len())));
            shown.sort_unstable();
        }
        let each = (width - label.min(width)) / shown.len().max(1);
        Plan {
            label,
            width: each.min(MOST),
            shown,
        }
    }
}

/// Draws heads and rows; the marked row stays in view.
pub(super) fn draw(app: &App, heads: &Heads, rows: &[Row], area: Rect, frame: &mut Frame<'_>) {
    let plan = Plan::of(app, heads, area);
    let mut places = area.rows();
    if let Some(first) = places.next() {
        frame.render_widget(titles(app, heads, &plan), first);
    }
    let height = usize::from(area.height.saturating_sub(1));
    let marked = rows
        .iter()
        .position(|r| r.place == Some(app.compare.at))
        .unwrap_or(0);
    let top = keep_in_view(0, marked, height, rows.len());
    for (place, row) in places.zip(rows.iter().skip(top)) {
        frame.render_widget(line(app, row, heads, &plan), place);
    }
}

fn titles(app: &App, heads: &Heads, plan: &Plan) -> Line<'static> {
    let mut line = Line::from(" ".repeat(plan.label));
    for column in &plan.shown {
        let marked = *column == app.compare.column;
        let title = heads.titles.get(*column).cloned().unwrap_or_default();
        let role = if marked { Role::Selected } else { Role::Title };
        // A title may be cut; that it is the base may not.
        let whole = |title: &str| match *column == heads.base {
            true => tell!("compare-base-title", title = title),
            false => title.to_owned(),
        };
        let room = plan.width.saturating_sub(2 + whole("").width());
        let text = whole(&shorten(&title, room, app.look.glyphs().ellipsis));
        let gap = plan.width.saturating_sub(text.width());
        line.push_span(Span::styled(text, app.look.style(role)));
        line.push_span(" ".repeat(gap));
    }
    line
}

fn line(app: &App, row: &Row, heads: &Heads, plan: &Plan) -> Line<'static> {
    let dots = app.look.glyphs().ellipsis;
    let here = row.place.is_some() && row.place == Some(app.compare.at);
    // A note without cells has the whole line.
    let whole = plan.label + plan.width * plan.shown.len();
    let room = if row.cells.is_empty() {
        whole
    } else {
        plan.label
    };
    let label = shorten(&row.label, room.saturating_sub(2), dots);
    let gap = " ".repeat(plan.label.saturating_sub(label.width() + 1));
    let role = match (here, row.place) {
        (true, _) => Role::Selected,
        (false, Some(_)) => Role::Text,
        (false, None) => Role::Muted,
    };
    let mut line = Line::from(vec![
        Span::raw(" "),
        Span::styled(label, app.look.style(role)),
        Span::raw(gap),
    ]);
    if row.cells.is_empty() {
        return line;
    }
    for column in &plan.shown {
        let empty = Default::default();
        let (value, difference) = row.cells.get(*column).unwrap_or(&empty);
        let room = plan.width.saturating_sub(1);
        let value = shorten(value, room, dots);
        let left = room.saturating_sub(value.width() + 2);
        let difference = if *column == heads.base {
            ""
        } else {
            difference
        };
        let difference = if difference.width() <= left {
            difference
        } else {
            ""
        };
        let pad = (room + 1).saturating_sub(value.width() + difference.width() + 2);
        let strong = if *column == app.compare.column {
            Role::Answer
        } else {
            Role::Text
        };
        line.push_span(Span::styled(value, app.look.style(strong)));
        line.push_span("  ");
        line.push_span(Span::styled(
            difference.to_owned(),
            app.look.style(Role::Muted),
        ));
        line.push_span(" ".repeat(pad));
    }
    line
}
