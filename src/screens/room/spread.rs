//! How far the tables are apart: one mark for each table with our range, and the inputs they
//! changed.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{below, paragraph, tabs};
use crate::app::App;
use crate::app::room::SpreadPage;
use crate::app::room::side::{Apart, Mark, apart, marks, newest};
use crate::look::Role;
use crate::tell;
use crate::widgets::marks::{ends, whisker};
use crate::widgets::scroll::keep_in_view;
use crate::widgets::shorten;
use crate::words::numbers::{Range, two_digits};
use crate::words::ranked::percent;
use crate::words::subjects;

/// Draws the page that is shown.
pub(super) fn draw(app: &App, (line, body): (Rect, Rect), frame: &mut Frame<'_>) {
    let names = SpreadPage::ALL.map(|page| (name(page), page == app.seat.spread));
    frame.render_widget(tabs(app, &names), line);
    let body = below(body, 1);
    match app.seat.spread {
        SpreadPage::Outcomes => outcomes(app, body, frame),
        SpreadPage::Inputs => inputs(app, body, frame),
    }
}

fn name(page: SpreadPage) -> String {
    match page {
        SpreadPage::Outcomes => tell!("spread-outcomes"),
        SpreadPage::Inputs => tell!("spread-inputs"),
    }
}

fn outcomes(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let all = marks(app);
    let (here, handed) = (all.len(), newest(app).len());
    if here == 0 {
        let text = match handed {
            0 => tell!("spread-nothing"),
            _ => tell!("spread-waiting"),
        };
        paragraph(app, &text, Role::Muted, area, frame);
        return;
    }
    let ranges: Vec<Range> = all
        .iter()
        .map(|mark| subjects::range(&app.subject, &mark.entry.moments))
        .collect();
    let told = sentence(app, &all, &ranges);
    let mut left = paragraph(app, &told, Role::Answer, area, frame);
    left = paragraph(app, &tell!("spread-help"), Role::Muted, left, frame);
    let left = below(left, 1);
    list(app, (&all, &ranges), left, frame);
}

/// One line for each table and option: its range as a picture and in numbers.
fn list(app: &App, (all, ranges): (&[Mark], &[Range]), left: Rect, frame: &mut Frame<'_>) {
    let scale = subjects::scale(&app.subject, ranges);
    let numbers = ranges.iter().flat_map(|range| [range.low, range.high]);
    let axis = ends(numbers.flatten());
    let wide = (usize::from(left.width) / 3).clamp(8, 50);
    let names = all
        .iter()
        .map(|mark| mark.table.width())
        .max()
        .unwrap_or(0)
        .min(16);
    let top = keep_in_view(0, app.seat.line, usize::from(left.height), all.len());
    let mut before = None;
    let rows = all.iter().zip(ranges).enumerate().skip(top);
    for (row, (place, (mark, range))) in left.rows().zip(rows) {
        let picture = match (range.low, range.middle, range.high, axis) {
            (Some(low), Some(middle), Some(high), Some(axis)) => {
                whisker((low, middle, high), axis, wide, app.look)
            }
            _ => " ".repeat(wide),
        };
        let option = match before.as_ref() == Some(&mark.option) {
            true => String::new(),
            false => mark.option.clone(),
        };
        before = Some(mark.option.clone());
        let dots = app.look.glyphs().ellipsis;
        let cell = |text: &str, wide: usize| {
            let text = shorten(&app.look.text(text), wide, dots);
            let gap = " ".repeat(wide.saturating_sub(text.width()) + 1);
            format!("{text}{gap}")
        };
        let role = match place == app.seat.line {
            true => Role::Selected,
            false => Role::Text,
        };
        let line = Line::from(vec![
            Span::styled(
                format!(" {}", cell(&option, 14)),
                app.look.style(Role::Muted),
            ),
            Span::styled(cell(&mark.table, names), app.look.style(role)),
            Span::styled(format!("{picture} "), app.look.style(Role::Text)),
            Span::styled(scale.told(*range), app.look.style(Role::Text)),
        ]);
        frame.render_widget(line, row);
    }
}

/// How far the tables' middles are apart, for the option where they are most.
fn sentence(app: &App, all: &[Mark], ranges: &[Range]) -> String {
    let scale = subjects::scale(&app.subject, ranges);
    let mut options: Vec<&String> = all.iter().map(|mark| &mark.option).collect();
    options.dedup();
    let ends = options.into_iter().filter_map(|option| {
        let of = all
            .iter()
            .zip(ranges)
            .filter(|(mark, _)| mark.option == *option);
        let middles: Vec<f64> = of.filter_map(|(_, range)| range.middle).collect();
        let low = middles.iter().copied().reduce(f64::min)?;
        let high = middles.iter().copied().reduce(f64::max)?;
        Some((option, middles.len(), low, high))
    });
    let widest = ends.max_by(|one, other| (one.3 - one.2).total_cmp(&(other.3 - other.2)));
    let Some((option, tables, low, high)) = widest else {
        return tell!("spread-waiting");
    };
    let (what, unit) = (app.subject.label(), scale.unit_words());
    let (low, high) = (scale.number(Some(low)), scale.number(Some(high)));
    let text = match option.as_str() {
        "" => what,
        option => format!("{what}, {option}"),
    };
    if low == high {
        return tell!(
            "spread-same",
            what = text,
            value = low,
            unit = unit,
            tables = tables
        );
    }
    tell!(
        "spread-apart",
        what = text,
        low = low,
        high = high,
        unit = unit,
        tables = tables
    )
}

fn inputs(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let all = apart(app);
    if all.is_empty() {
        paragraph(app, &tell!("spread-no-inputs"), Role::Muted, area, frame);
        return;
    }
    let told = tell!(
        "spread-inputs-head",
        count = all.len(),
        tables = newest(app).len()
    );
    let left = below(paragraph(app, &told, Role::Answer, area, frame), 1);
    let rows = usize::from(left.height).max(1);
    let top = keep_in_view(0, app.seat.line, rows.div_ceil(2), all.len());
    let mut left = left;
    for (place, one) in all.iter().enumerate().skip(top) {
        let role = match place == app.seat.line {
            true => Role::Selected,
            false => Role::Text,
        };
        let head = tell!(
            "spread-input",
            what = &one.what,
            count = one.tables.len(),
            tables = one.tables.join(", ")
        );
        left = paragraph(app, &head, role, left, frame);
        let values = values(one);
        if !values.is_empty() {
            left = paragraph(app, &format!("  {values}"), Role::Muted, left, frame);
        }
        if left.height == 0 {
            break;
        }
    }
}

/// What each table has now, and from where to where that goes.
fn values(one: &Apart) -> String {
    let number = |value: f64| match one.shares {
        true => percent(value),
        false => two_digits(value, value),
    };
    let all = one.values.iter();
    let each: Vec<String> = all
        .map(|(table, value)| format!("{table} {}", number(*value)))
        .collect();
    let numbers = || one.values.iter().map(|(_, value)| *value);
    match (numbers().reduce(f64::min), numbers().reduce(f64::max)) {
        (Some(low), Some(high)) if each.len() > 1 => tell!(
            "spread-values",
            each = each.join(", "),
            low = number(low),
            high = number(high)
        ),
        _ => each.join(", "),
    }
}
