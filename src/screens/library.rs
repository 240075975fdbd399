//! The Library: what there is to open, and a preview of the marked line.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line as Text, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::App;
use crate::app::library::{Line, Section, lines};
use crate::look::Role;
use crate::tell;
use crate::widgets::shorten;
use crate::words::faults;
use crate::words::paragraph::wrap;

/// From this width on the preview stands beside the list.
const WIDE: u16 = 110;
/// Rows of the preview below the list.
const BELOW: u16 = 8;

/// Draws the Library.
pub fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let all = lines(app);
    let (list, preview) = if area.width >= WIDE {
        let columns = [Constraint::Percentage(50), Constraint::Percentage(50)];
        let [list, preview] = Layout::horizontal(columns).spacing(2).areas(area);
        (list, preview)
    } else {
        let rows = [
            Constraint::Fill(1),
            Constraint::Length(BELOW.min(area.height / 2)),
        ];
        let [list, preview] = Layout::vertical(rows).areas(area);
        (list, preview)
    };
    draw_list(app, &all, list, frame);
    draw_preview(app, all.get(app.library.at), preview, frame);
}

/// A heading or a line with its place.
enum Row<'a> {
    Heading(Section),
    Line(usize, &'a Line),
}

fn draw_list(app: &App, all: &[Line], area: Rect, frame: &mut Frame<'_>) {
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut section = None;
    for (place, line) in all.iter().enumerate() {
        if section != Some(line.section) {
            section = Some(line.section);
            rows.push(Row::Heading(line.section));
        }
        rows.push(Row::Line(place, line));
    }
    let marked = rows
        .iter()
        .position(|r| matches!(r, Row::Line(place, _) if *place == app.library.at));
    let height = usize::from(area.height).max(1);
    let top = marked.unwrap_or(0).saturating_sub(height.saturating_sub(2));
    for (place, row) in area.rows().zip(rows.iter().skip(top)) {
        let line = match row {
            Row::Heading(section) => heading(app, *section),
            Row::Line(number, line) => one(app, line, *number == app.library.at, area.width),
        };
        frame.render_widget(line, place);
    }
}

fn heading(app: &App, section: Section) -> Text<'static> {
    let text = match section {
        Section::Unfinished => tell!("library-unfinished"),
        Section::Folder => {
            let folder = app.library.listing.folder.display().to_string();
            tell!("library-folder", folder = folder)
        }
        Section::Recent => tell!("library-recent"),
        Section::Example => tell!("library-examples"),
    };
    Text::styled(format!(" {text}"), app.look.style(Role::Muted))
}

fn one(app: &App, line: &Line, here: bool, width: u16) -> Text<'static> {
    let glyphs = app.look.glyphs();
    let picked = app.library.marked.contains(&line.key);
    let mark = match (&line.fault, picked) {
        (Some(_), _) => glyphs.error,
        (None, true) => glyphs.tick,
        (None, false) => " ",
    };
    let width = usize::from(width);
    let detail = shorten(&line.detail, width / 3, glyphs.ellipsis);
    let room = width.saturating_sub(detail.width() + 6);
    let title = shorten(&line.title, room, glyphs.ellipsis);
    let gap = " ".repeat(room.saturating_sub(title.width()) + 1);
    let role = if line.fault.is_some() {
        Role::Error
    } else {
        Role::Text
    };
    let text = Text::from(vec![
        Span::styled(format!(" {mark} "), app.look.style(Role::Key)),
        Span::styled(title, app.look.style(role)),
        Span::raw(gap),
        Span::styled(format!("{detail} "), app.look.style(Role::Muted)),
    ]);
    if here {
        text.patch_style(app.look.style(Role::Selected))
    } else {
        text
    }
}

fn draw_preview(app: &App, line: Option<&Line>, area: Rect, frame: &mut Frame<'_>) {
    let width = usize::from(area.width.saturating_sub(3)).max(1);
    let mut rows: Vec<Text<'static>> = Vec::new();
    let mut put = |text: &str, role: Role| {
        for line in wrap(text, width) {
            rows.push(Text::styled(format!(" {line}"), app.look.style(role)));
        }
    };
    if let Some(trouble) = &app.library.listing.trouble {
        put(trouble, Role::Error);
    }
    match line {
        None => put(&tell!("library-empty"), Role::Text),
        Some(line) => told(line, &mut put),
    }
    for (row, line) in area.rows().skip(1).zip(rows) {
        frame.render_widget(line, row);
    }
}

fn told(line: &Line, put: &mut dyn FnMut(&str, Role)) {
    put(&line.title, Role::Title);
    if let Some(fault) = &line.fault {
        for finding in faults::of_file(fault) {
            put(&finding.shown, Role::Error);
        }
        return;
    }
    if let Some(summary) = &line.summary {
        put(&summary.question, Role::Text);
        put("", Role::Text);
        let paths = u32::try_from(summary.paths).unwrap_or(u32::MAX);
        let size = tell!(
            "library-size",
            place = summary.place.clone(),
            nodes = summary.nodes,
            paths = paths
        );
        put(&size, Role::Muted);
    } else {
        put(&line.detail, Role::Muted);
    }
    if let Some(ran) = &line.ran {
        put(ran, Role::Muted);
    }
}
