//! The way back from the value that matters: who reaches it, how long a decision can wait, and what
//! the runs that reach it have in common.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::outcomes::Asked;
use crate::app::outcomes::back::{WayBack, way_back};
use crate::look::Role;
use crate::report::backcast::{BackcastReport, WaitingOption};
use crate::tell;
use crate::widgets::bar::Bar;
use crate::widgets::gauge::Gauge;
use crate::widgets::shorten;
use crate::words::paragraph::wrap;
use crate::words::waiting::{answers, in_common, option_sentence, runs, title, waiting};

/// From this width on, words and bars stand side by side.
const WIDE: u16 = 112;
/// Columns of a bar.
const BAR: usize = 30;
/// Paths that are listed.
const PATHS: usize = 8;

/// Draws the view.
pub(super) fn draw(app: &App, asked: &Asked, area: Rect, frame: &mut Frame<'_>) {
    match way_back(app, asked) {
        WayBack::Found(report) => found(app, report, area, frame),
        WayBack::Fault(text) => show(app, paragraph(app, &text, area.width), area, frame),
        WayBack::NoTarget => {
            let text = tell!("back-no-target");
            show(app, paragraph(app, &text, area.width), area, frame);
        }
        WayBack::Searching(share) => {
            let words = tell!("back-searching");
            let gauge = Gauge {
                share,
                words: &words,
                look: app.look,
            };
            let height = area.height.min(1);
            frame.render_widget(&gauge, Rect { height, ..area });
        }
    }
}

fn found(app: &App, report: &BackcastReport, area: Rect, frame: &mut Frame<'_>) {
    if area.width < WIDE {
        let mut lines = answer(app, report, area.width);
        lines.extend(charts(app, report, area.width));
        lines.extend(explained(app, report, area.width));
        return show(app, lines, area, frame);
    }
    let halves = [Constraint::Fill(1), Constraint::Fill(1)];
    let [left, right] = Layout::horizontal(halves).spacing(3).areas(area);
    let mut lines = answer(app, report, left.width);
    lines.extend(explained(app, report, left.width));
    show(app, lines, left, frame);
    let mut lines = charts(app, report, right.width);
    lines.extend(paths(app, report, right.width));
    show(app, lines, right, frame);
}

/// Lines from the marked one on, as far as there is room.
fn show(app: &App, lines: Vec<Line<'static>>, area: Rect, frame: &mut Frame<'_>) {
    let spare = lines.len().saturating_sub(usize::from(area.height));
    let top = app.outcomes.at.min(spare);
    for (row, line) in area.rows().zip(lines.into_iter().skip(top)) {
        frame.render_widget(line, row);
    }
}

fn paragraph(app: &App, text: &str, width: u16) -> Vec<Line<'static>> {
    let lines = wrap(text, usize::from(width).max(1)).into_iter();
    lines
        .map(|line| Line::styled(line, app.look.style(Role::Text)))
        .collect()
}

fn heading(app: &App, text: &str) -> Line<'static> {
    Line::styled(text.to_owned(), app.look.style(Role::Title))
}

/// The target, in how many runs it is reached, and until when each option helps.
fn answer(app: &App, report: &BackcastReport, width: u16) -> Vec<Line<'static>> {
    let mut lines = vec![heading(app, &title(&report.target))];
    for sentence in answers(report) {
        lines.extend(paragraph(app, &sentence, width));
    }
    lines.push(Line::default());
    if let Some(decision) = &report.decision {
        for option in &decision.options {
            let sentence = option_sentence(decision, option);
            lines.extend(paragraph(app, &sentence, width));
        }
    }
    lines.push(Line::default());
    lines
}

/// Share of runs by the year in which an option is taken.
fn charts(app: &App, report: &BackcastReport, width: u16) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let Some(decision) = &report.decision else {
        return lines;
    };
    for option in &decision.options {
        let head = tell!("back-chart", option = &option.title);
        let dots = app.look.glyphs().ellipsis;
        lines.push(heading(app, &shorten(&head, usize::from(width), dots)));
        lines.extend(chart(app, option, width));
        lines.push(Line::default());
    }
    lines
}

fn chart(app: &App, option: &WaitingOption, width: u16) -> Vec<Line<'static>> {
    let columns = BAR.min(usize::from(width).saturating_sub(24)).max(4);
    let line = |label: String, share: f64, note: String, role: Role| {
        let bar = Bar {
            share,
            pinned: false,
            role,
            look: app.look,
        };
        Line::from(vec![
            Span::styled(format!("{label:>7} "), app.look.style(Role::Muted)),
            Span::styled(
                format!("{:columns$}", bar.text(columns)),
                app.look.style(role),
            ),
            Span::styled(format!(" {:>3} ", runs(share)), app.look.style(Role::Text)),
            Span::styled(note, app.look.style(Role::Muted)),
        ])
    };
    let years = option.years.iter().map(|year| {
        let (note, role) = match year.helps {
            true => (tell!("back-year-helps"), Role::Good),
            false => (String::new(), Role::Muted),
        };
        line(year.year.to_string(), year.share.share, note, role)
    });
    let nothing = line(
        tell!("back-chart-never"),
        option.nothing.share,
        String::new(),
        Role::Reference,
    );
    years.chain([nothing]).collect()
}

/// How it was found, and what the runs that reach it have in common.
fn explained(app: &App, report: &BackcastReport, width: u16) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let told = waiting(report);
    // What comes before has its place above.
    for sentence in told.iter().skip(told.len().saturating_sub(2)) {
        lines.extend(paragraph(app, sentence, width));
    }
    lines.push(Line::default());
    lines.push(heading(app, &tell!("back-common")));
    for sentence in in_common(report) {
        lines.extend(paragraph(app, &sentence, width));
    }
    lines.push(Line::default());
    lines
}

/// The paths that reach it in most of their runs.
fn paths(app: &App, report: &BackcastReport, width: u16) -> Vec<Line<'static>> {
    let mut order: Vec<_> = report.paths.iter().collect();
    order.sort_by(|a, b| b.share.share.total_cmp(&a.share.share));
    let mut lines = vec![heading(app, &tell!("back-paths"))];
    let dots = app.look.glyphs().ellipsis;
    for path in order.into_iter().take(PATHS) {
        let room = usize::from(width).saturating_sub(6);
        let name = shorten(&path.id.replace('/', " / "), room, dots);
        let text = format!("{:>4}  {name}", runs(path.share.share));
        lines.push(Line::styled(text, app.look.style(Role::Text)));
    }
    lines
}
