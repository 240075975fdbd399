//! The Guide: tutorial, agenda with its timer, glossary, measures, evidence.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::guide::tasks::TASKS;
use crate::app::guide::{Chapter, entries};
use crate::look::Role;
use crate::tell;
use crate::widgets::shorten;
use crate::words::paragraph::wrap;

/// Draws the Guide.
pub fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let rows = [
        Constraint::Length(2),
        Constraint::Fill(1),
        Constraint::Length(6),
    ];
    let [chapters, list, below] = Layout::vertical(rows).areas(area);
    frame.render_widget(chapter_line(app), chapters);
    match app.guide.chapter {
        Chapter::Tutorial => tutorial(app, list, below, frame),
        Chapter::Agenda => agenda(app, list, below, frame),
        chapter => shelf(app, chapter, list, below, frame),
    }
}

fn chapter_line(app: &App) -> Line<'static> {
    let mut line = Line::from(" ");
    for chapter in Chapter::ALL {
        let name = match chapter {
            Chapter::Tutorial => tell!("chapter-tutorial"),
            Chapter::Agenda => tell!("chapter-agenda"),
            Chapter::Glossary => tell!("chapter-glossary"),
            Chapter::Measures => tell!("chapter-measures"),
            Chapter::Evidence => tell!("chapter-evidence"),
        };
        let here = chapter == app.guide.chapter;
        let role = if here { Role::Selected } else { Role::Text };
        line.push_span(Span::styled(format!(" {name} "), app.look.style(role)));
        line.push_span(" ");
    }
    line
}

/// Draws lines of which one is marked, scrolled so that it is seen.
fn list(app: &App, lines: Vec<Vec<Span<'static>>>, area: Rect, frame: &mut Frame<'_>) {
    let height = usize::from(area.height).max(1);
    let top = app.guide.at.saturating_sub(height - 1);
    for (row, (place, spans)) in area.rows().zip(lines.into_iter().enumerate().skip(top)) {
        let mut line = Line::from(" ");
        line.extend(spans);
        if place == app.guide.at {
            line = line.patch_style(app.look.style(Role::Selected));
        }
        frame.render_widget(line, row);
    }
}

/// Draws a paragraph below the list.
fn paragraph(app: &App, text: &str, area: Rect, frame: &mut Frame<'_>) {
    let width = usize::from(area.width.saturating_sub(2)).min(100);
    for (row, line) in area.rows().skip(1).zip(wrap(text, width)) {
        let line = Line::styled(format!(" {line}"), app.look.style(Role::Muted));
        frame.render_widget(line, row);
    }
}

fn tutorial(app: &App, area: Rect, below: Rect, frame: &mut Frame<'_>) {
    let glyphs = app.look.glyphs();
    let lines = TASKS.iter().map(|task| {
        let done = app.guide.done.iter().any(|d| d == task.id);
        let (mark, role) = if done {
            (glyphs.tick, Role::Good)
        } else {
            (glyphs.dot, Role::Text)
        };
        vec![
            Span::styled(format!("{mark} "), app.look.style(role)),
            Span::styled(task.title(), app.look.style(Role::Text)),
        ]
    });
    list(app, lines.collect(), area, frame);
    let all = app.guide.done.len() >= TASKS.len();
    let text = match TASKS.get(app.guide.at) {
        _ if all => tell!("tutorial-all-done"),
        Some(task) => task.how(),
        None => String::new(),
    };
    paragraph(app, &text, below, frame);
}

fn agenda(app: &App, area: Rect, below: Rect, frame: &mut Frame<'_>) {
    let agenda = &app.guide.agenda;
    let lines = agenda.items.iter().enumerate().map(|(place, item)| {
        let now = agenda.running.filter(|(at, _)| *at == place);
        let (mark, role) = match now {
            Some(_) => (app.look.glyphs().end, Role::Focus),
            None => (" ", Role::Text),
        };
        let text = tell!(
            "agenda-line",
            minutes = item.minutes,
            title = item.title.clone()
        );
        vec![Span::styled(format!("{mark} {text}"), app.look.style(role))]
    });
    list(app, lines.collect(), area, frame);
    let text = match agenda.minutes_left(app.now) {
        Some(left) if left >= 0 => tell!("agenda-left", minutes = left),
        Some(over) => tell!("agenda-over", minutes = -over),
        None => tell!("agenda-off", total = agenda.total()),
    };
    paragraph(app, &text, below, frame);
}

fn shelf(app: &App, chapter: Chapter, area: Rect, below: Rect, frame: &mut Frame<'_>) {
    let all = entries(chapter);
    let width = usize::from(area.width.saturating_sub(2));
    let dots = app.look.glyphs().ellipsis;
    let lines = all.iter().map(|entry| {
        let label = shorten(&entry.label, width.saturating_sub(2), dots);
        vec![Span::styled(label, app.look.style(Role::Text))]
    });
    list(app, lines.collect(), area, frame);
    let about = all
        .get(app.guide.at)
        .map(|e| e.about.as_str())
        .unwrap_or_default();
    paragraph(app, about, below, frame);
}
