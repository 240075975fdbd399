//! What matters: a ranking with tornado bars, or the figures of every method.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::matters::{self, Row};
use crate::app::{App, Screen};
use crate::look::{GlyphSet, Role};
use crate::report::matters::tornado::{Axis, Marks};
use crate::tell;
use crate::widgets::shorten;
use crate::words::paragraph::wrap;

/// Columns of the share.
const SHARE: usize = 10;
/// Columns of one method.
const METHOD: usize = 14;

/// Draws What matters.
pub fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    debug_assert_eq!(app.screen, Screen::Matters);
    let width = usize::from(area.width).saturating_sub(2);
    let mut top = told(app, &matters::sentence(app), Role::Answer, width, 4);
    let rows = matters::rows(app);
    let most = if area.height >= 30 { 6 } else { 3 };
    let mut below: Vec<Line<'static>> = Vec::new();
    for text in matters::summary(app) {
        below.extend(told(app, &text, Role::Muted, width, most));
    }
    if !rows.is_empty() {
        top.push(head(app, &rows, width));
    }
    let room = usize::from(area.height).saturating_sub(top.len() + 1);
    let needed = ranking(app, &rows, width, usize::from(area.height)).len();
    below.truncate((room * 9 / 20).max(room.saturating_sub(needed)).max(2));
    let list = room.saturating_sub(below.len());
    top.extend(ranking(app, &rows, width, list));
    top.push(Line::default());
    top.extend(below);
    for (row, line) in area.rows().zip(top) {
        frame.render_widget(line, row);
    }
}

fn told(app: &App, text: &str, role: Role, width: usize, most: usize) -> Vec<Line<'static>> {
    let text = app.look.text(text).into_owned();
    let rows = wrap(&text, width.max(1)).into_iter().take(most);
    let style = app.look.style(role);
    rows.map(|row| Line::styled(format!(" {row}"), style))
        .collect()
}

/// Names of the columns; over the bars the ends of their axis.
fn head(app: &App, rows: &[Row], width: usize) -> Line<'static> {
    let right = match app.matters.methods {
        true => methods(&[
            tell!("ranked-method-share"),
            tell!("ranked-method-total"),
            tell!("ranked-method-rank"),
            tell!("ranked-method-pawn"),
            tell!("ranked-method-delta"),
        ]),
        false => {
            let bar = bar_width(width);
            let marks = marks(app);
            let legend = tell!(
                "matters-legend",
                low = marks.low.to_string(),
                high = marks.high.to_string()
            );
            let share = tell!("matters-share");
            let dots = app.look.glyphs().ellipsis;
            format!("{share:>SHARE$}  {}", filled(&legend, bar, dots))
        }
    };
    let name = width.saturating_sub(right.width() + 1);
    let title = match rows.iter().any(|row| row.noise) {
        true => tell!("matters-what-all"),
        false => tell!("matters-what"),
    };
    let title = filled(&title, name, app.look.glyphs().ellipsis);
    let text = app.look.text(&format!(" {title} {right}")).into_owned();
    Line::styled(text, app.look.style(Role::Muted))
}

fn bar_width(width: usize) -> usize {
    (width / 3).clamp(16, 48)
}

fn marks(app: &App) -> Marks {
    Marks::of(app.look.glyphs == GlyphSet::Ascii)
}

fn methods(figures: &[String; 5]) -> String {
    let cells = figures.iter().enumerate().map(|(place, figure)| {
        let width = if place < 2 { METHOD } else { METHOD / 2 + 1 };
        format!(
            "{}{figure}",
            " ".repeat(width.saturating_sub(figure.width()).max(1))
        )
    });
    cells.collect()
}

/// A text in so many columns.
fn filled(text: &str, width: usize, dots: &str) -> String {
    let text = shorten(text, width, dots);
    let gap = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(gap))
}

/// One line for each row; what stands behind the marked one is told below it.
fn ranking(app: &App, rows: &[Row], width: usize, height: usize) -> Vec<Line<'static>> {
    let middle = match matters::found(app) {
        Some(Ok(found)) => found.moments.mean,
        _ => return Vec::new(),
    };
    let at = app.matters.at.min(rows.len().saturating_sub(1));
    let axis = Axis::over(rows.iter().map(|row| row.ends), middle);
    let mut lines = Vec::new();
    let mut marked = 0..0;
    for (place, row) in rows.iter().enumerate() {
        let here = place == at;
        let from = lines.len();
        lines.push(one(app, (place, row), axis, width, here));
        if here {
            let indented = width.saturating_sub(4);
            for text in [&row.name, &row.detail] {
                let text = app.look.text(text).into_owned();
                let style = app.look.style(Role::Text);
                let parts = wrap(&text, indented.max(1)).into_iter();
                lines.extend(parts.map(|part| Line::styled(format!("     {part}"), style)));
            }
            marked = from..lines.len();
        }
    }
    let top = marked.end.saturating_sub(height).min(marked.start);
    lines.into_iter().skip(top).take(height).collect()
}

fn one(
    app: &App,
    (place, row): (usize, &Row),
    axis: Option<Axis>,
    width: usize,
    here: bool,
) -> Line<'static> {
    let right = match (app.matters.methods, axis) {
        (true, _) => methods(&row.methods),
        (false, Some(axis)) => {
            let (low, high) = row.ends;
            let bar = axis.bar(low, high, bar_width(width), marks(app));
            format!("{:>SHARE$}  {bar}", row.share)
        }
        (false, None) => format!("{:>SHARE$}", row.share),
    };
    let right = app.look.text(&right).into_owned();
    let name = width.saturating_sub(right.width() + 1);
    let text = match row.noise {
        true => row.name.clone(),
        false => tell!("ranked-place", place = place + 1, name = &row.name),
    };
    let text = app.look.text(&text).into_owned();
    let text = filled(&text, name, app.look.glyphs().ellipsis);
    let role = match (here, row.noise) {
        (true, _) => Role::Selected,
        (false, true) => Role::Muted,
        (false, false) => Role::Text,
    };
    Line::from(vec![
        Span::raw(" "),
        Span::styled(text, app.look.style(role)),
        Span::raw(" "),
        Span::styled(
            right,
            app.look
                .style(if row.noise { Role::Muted } else { Role::Text }),
        ),
    ])
}
