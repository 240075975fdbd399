//! The answer line: one number per option of the next open decision, with our range.
//!
//! It never shows an average over open decisions. What it showed before the last edit stands behind.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::{App, Document, Screen};
use crate::live::{AnswerEntry, AnswerLine, Stage};
use crate::look::Role;
use crate::tell;
use crate::widgets::shorten;
use crate::words::numbers::{Range, Scale};
use crate::words::{answers, subjects};

/// Most lines that the answer may take.
const MOST: usize = 3;

/// Lines that the answer takes at this width.
pub(super) fn height(app: &App, width: u16) -> u16 {
    u16::try_from(lines(app, width).len()).unwrap_or(1)
}

/// Draws the answer line.
pub(super) fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    for (row, line) in area.rows().zip(lines(app, area.width)) {
        frame.render_widget(line, row);
    }
}

fn lines(app: &App, width: u16) -> Vec<Line<'static>> {
    let Some(document) = app.shown() else {
        return Vec::new();
    };
    if matches!(app.screen, Screen::Library | Screen::Guide | Screen::Room) {
        return Vec::new();
    }
    // Compare and Setbacks say it all below; only what keeps it from being shown stands here.
    let says_it_below = matches!(app.screen, Screen::Compare | Screen::Setbacks);
    if says_it_below && instead(app, document).is_none() {
        return Vec::new();
    }
    let mut lines = match instead(app, document) {
        Some(text) => vec![Line::styled(
            instead_line(app, &text, usize::from(width)),
            app.look.style(Role::Muted),
        )],
        None => match &document.line {
            Some(line) => numbers(app, document, line, usize::from(width)),
            None => vec![Line::styled(
                format!(" {}", tell!("answer-waiting")),
                app.look.style(Role::Muted),
            )],
        },
    };
    lines.truncate(MOST);
    lines
}

fn instead_line(app: &App, text: &str, width: usize) -> String {
    let dots = app.look.glyphs().ellipsis;
    format!(" {}", shorten(text, width.saturating_sub(1), dots))
}

/// What stands there when there is no number to show.
fn instead(app: &App, document: &Document) -> Option<String> {
    if !document.shows_consequences() {
        return Some(tell!("answer-blind"));
    }
    if document.covered {
        return Some(crate::app::room::covered_words(app));
    }
    if let Some(first) = document.errors().next() {
        let first = crate::words::faults::check_sentence(first);
        return Some(tell!("answer-unsound", first = first));
    }
    let failure = document.failure.as_ref()?;
    Some(tell!("answer-failed", reason = failure))
}

/// The subject, then option after option, each on one line with its number.
fn numbers(app: &App, document: &Document, line: &AnswerLine, width: usize) -> Vec<Line<'static>> {
    let (ranges, scale) = answers::ranges(line);
    let head = answers::head(line);
    let mut pen = Pen::new(width);
    pen.push(vec![Span::styled(head, app.look.style(Role::Text))], " ");
    let dots = app.look.glyphs().ellipsis;
    let room = (width / 3).max(16);
    let last = line.entries.len().saturating_sub(1);
    for (number, (entry, range)) in line.entries.iter().zip(&ranges).enumerate() {
        let told = number_text(line, &scale, *range);
        let title = shorten(&entry.title, room, dots);
        let mut spans = Vec::new();
        if !title.is_empty() {
            spans.push(Span::styled(
                format!("{title} "),
                app.look.style(Role::Text),
            ));
        }
        spans.push(Span::styled(told, app.look.style(Role::Answer)));
        if number < last {
            let dot = format!(" {}", app.look.glyphs().dot);
            spans.push(Span::styled(dot, app.look.style(Role::Muted)));
        }
        pen.push(spans, " ");
    }
    if let Some(before) = before(document, line, &scale) {
        pen.push(
            vec![Span::styled(before, app.look.style(Role::Muted))],
            "  ",
        );
    }
    pen.lines
}

/// The number as people read it; `~` while it comes from a few draws only.
fn number_text(line: &AnswerLine, scale: &Scale, range: Range) -> String {
    let mark = if line.stage == Stage::Preview {
        "~"
    } else {
        ""
    };
    format!("{mark}{}", scale.told(range))
}

/// What the middles were before the last edit, if any rounds to something else.
fn before(document: &Document, line: &AnswerLine, scale: &Scale) -> Option<String> {
    let before = document.before.as_ref()?;
    if before.subject != line.subject || before.entries.len() != line.entries.len() {
        return None;
    }
    let middles = |line: &AnswerLine| -> Vec<String> {
        let middle =
            |e: &AnswerEntry| scale.number(subjects::range(&line.subject, &e.moments).middle);
        line.entries.iter().map(middle).collect()
    };
    let (was, is) = (middles(before), middles(line));
    (was != is).then(|| tell!("answer-was", values = was.join(" / ")))
}

/// Puts groups of spans on lines without breaking a group.
struct Pen {
    width: usize,
    lines: Vec<Line<'static>>,
}

impl Pen {
    fn new(width: usize) -> Self {
        Pen {
            width,
            lines: vec![Line::default()],
        }
    }

    fn push(&mut self, spans: Vec<Span<'static>>, gap: &'static str) {
        let size: usize = spans.iter().map(|s| s.content.width()).sum();
        let Some(line) = self.lines.last_mut() else {
            return;
        };
        let indent = if line.spans.is_empty() { " " } else { gap };
        if line.width() + indent.len() + size > self.width && line.width() > 1 {
            let mut line = Line::from("   ");
            line.extend(spans);
            self.lines.push(line);
            return;
        }
        line.push_span(indent);
        line.extend(spans);
    }
}
