//! Run: how the scenario is simulated, how far it has come, whether there are enough draws.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::analysis::convergence::Enough;
use crate::app::assumptions::is_hidden;
use crate::app::run::{Setting, marked, told};
use crate::app::{App, Document};
use crate::live::{Settling, Stage};
use crate::look::Role;
use crate::tell;
use crate::widgets::gauge::Gauge;
use crate::widgets::shorten;
use crate::words::paragraph::wrap;

/// From this width on, settings and findings stand side by side.
const WIDE: u16 = 116;
/// Columns of the names of settings.
const NAME: usize = 14;

/// Draws Run.
pub fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let Some(document) = app.shown() else { return };
    let gap = u16::from(area.height > 22);
    let rows = [
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(gap),
        Constraint::Fill(1),
    ];
    let [head, bar, _, body] = Layout::vertical(rows).areas(area);
    let head_line = Line::styled(
        format!(" {}", headline(document)),
        app.look.style(Role::Title),
    );
    frame.render_widget(head_line, head);
    progress(app, document, bar, frame);
    let width = usize::from(body.width);
    if body.width >= WIDE {
        let halves = [Constraint::Fill(1), Constraint::Fill(1)];
        let [left, right] = Layout::horizontal(halves).spacing(2).areas(body);
        let room = usize::from(right.width);
        show(settings(app, usize::from(left.width)), left, frame);
        let mut lines = enough(app, document, room);
        lines.extend(origin(app, document, room));
        show(lines, right, frame);
    } else {
        let mut lines = settings(app, width);
        lines.extend(enough(app, document, width));
        lines.extend(origin(app, document, width));
        show(lines, body, frame);
    }
}

fn show(lines: Vec<Line<'static>>, area: Rect, frame: &mut Frame<'_>) {
    for (row, line) in area.rows().zip(lines) {
        frame.render_widget(line, row);
    }
}

/// How things stand, in a few words.
fn headline(document: &Document) -> String {
    if !document.is_sound() {
        return tell!("running-head-unsound");
    }
    if document.progress.is_some() {
        return tell!("running-head-running");
    }
    match document.results.as_ref().map(|results| results.stage) {
        Some(Stage::Whole) => tell!("running-head-done"),
        Some(Stage::Preview) => tell!("running-head-preview"),
        Some(Stage::Partial) => tell!("running-head-partial"),
        None => tell!("running-head-none"),
    }
}

fn progress(app: &App, document: &Document, area: Rect, frame: &mut Frame<'_>) {
    let inner = Rect {
        x: area.x.saturating_add(1),
        width: area.width.saturating_sub(2),
        ..area
    };
    if let Some(progress) = &document.progress {
        let words = told::progress(progress);
        let gauge = Gauge {
            share: progress.share,
            words: &words,
            look: app.look,
        };
        frame.render_widget(&gauge, inner);
    } else if let Some(results) = &document.results {
        let line = Line::styled(told::stage(results), app.look.style(Role::Muted));
        frame.render_widget(line, inner);
    }
}

fn title(app: &App, text: &str) -> Line<'static> {
    Line::styled(format!(" {text}"), app.look.style(Role::Title))
}

fn settings(app: &App, width: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let dots = app.look.glyphs().ellipsis;
    for setting in Setting::ALL {
        let name = shorten(&told::label(setting), NAME, dots);
        let gap = " ".repeat(NAME.saturating_sub(name.width()) + 1);
        let value = told::value(app, setting);
        let value = shorten(&value, width.saturating_sub(NAME + 4), dots);
        let on = setting == Setting::Stress && app.run.stress.is_some();
        let role = match (setting == marked(app), on) {
            (true, _) => Role::Selected,
            (false, true) => Role::Warning,
            (false, false) => Role::Text,
        };
        lines.push(Line::from(vec![
            Span::styled(format!("   {name}{gap}"), app.look.style(Role::Muted)),
            Span::styled(value, app.look.style(role)),
        ]));
    }
    if let Some(text) = told::stressed(app) {
        paragraph(app, &text, width, Role::Warning, &mut lines);
    }
    lines.push(Line::default());
    lines
}

/// Are there enough draws? In words, then option by option.
fn enough(app: &App, document: &Document, width: usize) -> Vec<Line<'static>> {
    let mut lines = vec![title(app, &tell!("running-enough-title"))];
    let hidden = is_hidden(document);
    let text = match told::enough(app) {
        _ if hidden => tell!("running-enough-hidden"),
        Some(text) => text,
        None => tell!("running-enough-unknown"),
    };
    paragraph(app, &text, width, Role::Text, &mut lines);
    if let Some(convergence) = told::convergence(app).filter(|_| !hidden) {
        for (number, settling) in convergence.middles.iter().enumerate() {
            lines.push(middle(app, document, number, settling, width));
        }
    }
    lines.push(Line::default());
    lines
}

/// The middle of one option and how far it may still move.
fn middle(
    app: &App,
    document: &Document,
    number: usize,
    settling: &Settling,
    width: usize,
) -> Line<'static> {
    let entries = document.line.as_ref().map(|line| &line.entries);
    let option = entries.and_then(|entries| entries.get(number));
    let name = option.map(|entry| entry.title.clone()).unwrap_or_default();
    let glyphs = app.look.glyphs();
    let (mark, role) = match settling.enough == Enough::Yes {
        true => (glyphs.tick, Role::Good),
        false => (glyphs.dot, Role::Muted),
    };
    let text = match name.is_empty() {
        true => told::middle(app, settling),
        false => format!("{name}: {}", told::middle(app, settling)),
    };
    let text = shorten(&text, width.saturating_sub(6), glyphs.ellipsis);
    Line::from(vec![
        Span::styled(format!("   {mark} "), app.look.style(role)),
        Span::styled(text, app.look.style(Role::Text)),
    ])
}

/// How the numbers came about.
fn origin(app: &App, document: &Document, width: usize) -> Vec<Line<'static>> {
    let mut lines = vec![title(app, &tell!("running-origin-title"))];
    // How far they have come stands at the top already.
    for text in told::origin(document).into_iter().skip(1) {
        paragraph(app, &text, width, Role::Muted, &mut lines);
    }
    let text = tell!("running-our-range");
    paragraph(app, &text, width, Role::Muted, &mut lines);
    lines
}

fn paragraph(app: &App, text: &str, width: usize, role: Role, lines: &mut Vec<Line<'static>>) {
    let rows = wrap(text, width.saturating_sub(4).min(100));
    let styled = |row| Line::styled(format!("   {row}"), app.look.style(role));
    lines.extend(rows.into_iter().map(styled));
}
