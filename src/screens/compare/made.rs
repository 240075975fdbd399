//! The third view: what made the difference, as bars in the indicator's own unit.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::App;
use crate::app::compare::made::{Known, known};
use crate::look::Role;
use crate::report::attribution::{AttributionReport, ChangeReport};
use crate::report::run::Better;
use crate::tell;
use crate::widgets::bar::Bar;
use crate::widgets::gauge::Gauge;
use crate::widgets::shorten;
use crate::words::made::{part, part_with_range, sentences};
use crate::words::paragraph::wrap;
use crate::words::people::capital;

/// From this width on, what a change makes alone and last stands beside its bar.
const WIDE: u16 = 110;
/// Columns of such a number.
const NUMBER: usize = 10;
/// Columns of a number with its range.
const RANGE: usize = 20;

/// Draws the view.
pub(super) fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let area = Rect {
        x: area.x.saturating_add(1),
        width: area.width.saturating_sub(2),
        ..area
    };
    match known(app) {
        Known::Found(report) => found(app, report, area, frame),
        Known::Fault(text) => words(app, &text, area, frame),
        Known::OneColumn => words(app, &tell!("compare-one-column"), area, frame),
        Known::Searching(share) => {
            let words = tell!("made-searching");
            let gauge = Gauge {
                share,
                words: &words,
                look: app.look,
            };
            frame.render_widget(
                &gauge,
                Rect {
                    height: area.height.min(1),
                    ..area
                },
            );
        }
    }
}

fn words(app: &App, text: &str, area: Rect, frame: &mut Frame<'_>) {
    for (row, line) in area.rows().zip(wrap(text, usize::from(area.width).max(1))) {
        frame.render_widget(Line::styled(line, app.look.style(Role::Text)), row);
    }
}

/// The bars, then the sentences; the first sentence stands above both.
fn found(app: &App, report: &AttributionReport, area: Rect, frame: &mut Frame<'_>) {
    let width = usize::from(area.width).max(1);
    let text = |line: String| Line::styled(line, app.look.style(Role::Text));
    let said = sentences(report);
    let mut lines: Vec<Line<'static>> = Vec::new();
    if let Some(first) = said.first() {
        lines.extend(wrap(first, width).into_iter().map(text));
    }
    lines.push(Line::default());
    lines.push(heads(app, area.width));
    let largest = report
        .changes
        .iter()
        .filter_map(|change| change.spread.mean);
    let largest = largest.fold(0.0_f64, |most, mean| most.max(mean.abs()));
    for change in report.largest_first() {
        lines.push(row(app, report, (change, largest), area.width));
    }
    lines.push(Line::default());
    for sentence in said.iter().skip(1) {
        lines.extend(wrap(sentence, width).into_iter().map(text));
    }
    let height = usize::from(area.height);
    let top = app.compare.at.min(lines.len().saturating_sub(height));
    for (place, line) in area.rows().zip(lines.into_iter().skip(top)) {
        frame.render_widget(line, place);
    }
}

/// Columns of the label and of the bar.
fn widths(width: u16) -> (usize, usize) {
    let width = usize::from(width);
    let numbers = match width >= usize::from(WIDE) {
        true => RANGE + 2 * NUMBER,
        false => RANGE,
    };
    let label = (width * 9 / 20).clamp(16, 60);
    (label, width.saturating_sub(label + numbers + 2).min(60))
}

fn heads(app: &App, width: u16) -> Line<'static> {
    let (label, bar) = widths(width);
    let right = |text: String, room: usize| format!("{text:>room$}");
    let range = format!("{} {}", tell!("made-by"), tell!("made-range-short"));
    let mut text = format!(
        "{:label$}{}",
        capital(&tell!("made-row")),
        " ".repeat(bar + 2)
    );
    text.push_str(&right(range, RANGE));
    if width >= WIDE {
        text.push_str(&right(tell!("made-alone"), NUMBER));
        text.push_str(&right(tell!("made-last-short"), NUMBER));
    }
    Line::styled(text, app.look.style(Role::Muted))
}

/// Good and bad are said by sign and colour; of what has no good direction only by sign.
fn role(report: &AttributionReport, mean: f64) -> Role {
    match (report.better, mean > 0.0) {
        (Better::Context, _) => Role::Band,
        (Better::Up, true) | (Better::Down, false) => Role::Good,
        (Better::Up, false) | (Better::Down, true) => Role::Bad,
    }
}

fn row(
    app: &App,
    report: &AttributionReport,
    (change, largest): (&ChangeReport, f64),
    width: u16,
) -> Line<'static> {
    let (label, columns) = widths(width);
    let mean = change.spread.mean.unwrap_or(0.0);
    let role = role(report, mean);
    let bar = Bar {
        share: if largest > 0.0 {
            mean.abs() / largest
        } else {
            0.0
        },
        pinned: false,
        role,
        look: app.look,
    };
    let bar = bar.text(columns);
    let dots = app.look.glyphs().ellipsis;
    let name = shorten(&capital(&change.text), label.saturating_sub(1), dots);
    let pad = |text: &str, room: usize| " ".repeat(room.saturating_sub(text.width()));
    let range = part_with_range(report, change);
    let mut spans = vec![
        Span::styled(name.clone(), app.look.style(Role::Text)),
        Span::raw(pad(&name, label)),
        Span::styled(bar.clone(), app.look.style(role)),
        Span::raw(pad(&bar, columns + 2)),
        Span::raw(pad(&range, RANGE)),
        Span::styled(range, app.look.style(Role::Text)),
    ];
    if width >= WIDE {
        for value in [change.alone, change.last] {
            let text = part(report, value);
            spans.push(Span::raw(pad(&text, NUMBER)));
            spans.push(Span::styled(text, app.look.style(Role::Muted)));
        }
    }
    Line::from(spans)
}
