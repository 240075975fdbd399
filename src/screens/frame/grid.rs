//! The grid of impact and uncertainty, with a letter for each driver of change.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::App;
use crate::app::frame::lines::letter;
use crate::app::frame::marked;
use crate::look::Role;
use crate::scenario::{Driver, HIGHEST_RANK, Scenario};
use crate::tell;
use crate::widgets::shorten;
use crate::words::paragraph::wrap;

/// Columns of the scale at the left.
const SCALE: u16 = 5;

/// Draws the grid with its legend.
pub(super) fn draw(app: &App, scenario: &Scenario, area: Rect, frame: &mut Frame<'_>) {
    let look = app.look;
    let width = (area.width.saturating_sub(SCALE + 1) / u16::from(HIGHEST_RANK)).clamp(5, 9);
    let height = if area.height >= 20 { 2 } else { 1 };
    let mut rows = area.rows();
    let mut put = |line: Line<'static>| {
        if let Some(row) = rows.next() {
            frame.render_widget(line, row);
        }
    };
    put(Line::styled(
        tell!("frame-grid-title"),
        look.style(Role::Title),
    ));
    put(Line::styled(
        tell!("frame-grid-impact"),
        look.style(Role::Muted),
    ));
    for impact in (1..=HIGHEST_RANK).rev() {
        put(cells(app, scenario, impact, usize::from(width)));
        for _ in 1..height {
            put(axis(app, ""));
        }
    }
    put(foot(app, usize::from(width)));
    put(numbers(app, usize::from(width)));
    let name = tell!("frame-grid-uncertainty");
    let across = usize::from(SCALE + width * u16::from(HIGHEST_RANK));
    put(Line::styled(
        format!("{name:>across$}"),
        look.style(Role::Muted),
    ));
    put(Line::default());
    for (text, role) in legend(app, scenario) {
        for text in wrap(&text, usize::from(area.width.saturating_sub(1))) {
            put(Line::styled(text, look.style(role)));
        }
    }
}

/// The scale at the left of a row.
fn axis(app: &App, rank: &str) -> Line<'static> {
    let vertical = app.look.glyphs().vertical;
    let text = format!("{rank:>3} {vertical}");
    Line::styled(text, app.look.style(Role::Muted))
}

/// One row of cells: letters where drivers stand, a mark where those would stand that lead.
fn cells(app: &App, scenario: &Scenario, impact: u8, width: usize) -> Line<'static> {
    let mut line = axis(app, &impact.to_string());
    let glyphs = app.look.glyphs();
    for uncertainty in 1..=HIGHEST_RANK {
        let here = |d: &Driver| d.impact == impact && d.uncertainty == uncertainty;
        let drivers = scenario.frame.drivers.iter().enumerate();
        let found: Vec<usize> = drivers.filter(|(_, d)| here(d)).map(|(n, _)| n).collect();
        let lead = impact >= 4 && uncertainty >= 4;
        if found.is_empty() {
            let mark = if lead { glyphs.chance } else { glyphs.dot };
            let pad = width.saturating_sub(mark.width() + 1);
            let text = format!("  {mark}{}", " ".repeat(pad.saturating_sub(1)));
            line.push_span(Span::styled(text, app.look.style(Role::Muted)));
        } else {
            cell(app, scenario, &found, width, &mut line);
        }
    }
    line
}

/// The letters of one cell; the marked driver stands out.
fn cell(app: &App, scenario: &Scenario, found: &[usize], width: usize, line: &mut Line<'static>) {
    let here = marked(app).and_then(|line| line.driver());
    // The marked driver comes first, so that it is seen however many share the cell.
    let mut order: Vec<usize> = found.to_vec();
    order.sort_by_key(|n| Some(*n) != here);
    let mut used = 1;
    line.push_span(" ");
    for driver in order {
        let text = letter(driver);
        if used + text.width() + 2 > width {
            line.push_span(Span::styled(
                app.look.glyphs().fold,
                app.look.style(Role::Muted),
            ));
            used += 1;
            break;
        }
        let leads = scenario
            .frame
            .drivers
            .get(driver)
            .is_some_and(Driver::leads);
        let role = match (Some(driver) == here, leads) {
            (true, _) => Role::Selected,
            (false, true) => Role::Answer,
            (false, false) => Role::Key,
        };
        used += text.width() + 1;
        let gap = if used == text.width() + 2 { " " } else { "" };
        line.push_span(Span::raw(gap));
        used += gap.len();
        line.push_span(Span::styled(text, app.look.style(role)));
        line.push_span(" ");
    }
    line.push_span(" ".repeat(width.saturating_sub(used)));
}

fn foot(app: &App, width: usize) -> Line<'static> {
    let glyphs = app.look.glyphs();
    let across = glyphs.horizontal.repeat(width * usize::from(HIGHEST_RANK));
    let text = format!("    {}{across}", glyphs.bottom_left);
    Line::styled(text, app.look.style(Role::Muted))
}

fn numbers(app: &App, width: usize) -> Line<'static> {
    let mut text = " ".repeat(usize::from(SCALE));
    for rank in 1..=HIGHEST_RANK {
        text.push_str(&format!("  {rank:<w$}", w = width.saturating_sub(2)));
    }
    Line::styled(text, app.look.style(Role::Muted))
}

/// What the marks mean, who is not ranked yet, and what the keys do.
fn legend(app: &App, scenario: &Scenario) -> Vec<(String, Role)> {
    let mark = app.look.glyphs().chance;
    let mut lines = vec![(tell!("frame-grid-lead", mark = mark), Role::Muted)];
    let drivers = scenario.frame.drivers.iter().enumerate();
    let unranked: Vec<String> = drivers
        .filter(|(_, d)| d.score() == 0)
        .map(|(n, _)| letter(n))
        .collect();
    if !unranked.is_empty() {
        let letters = unranked.join(" ");
        lines.push((tell!("frame-grid-unranked", letters = letters), Role::Text));
    }
    match marked(app).and_then(|line| line.driver()) {
        Some(driver) if app.frame.grid => {
            let letter = letter(driver);
            lines.push((tell!("frame-grid-move", letter = letter), Role::Focus));
        }
        _ if scenario.frame.drivers.is_empty() => {}
        _ => lines.push((tell!("frame-grid-start"), Role::Muted)),
    }
    lines
}

/// The drivers by letter, beside the grid where there is no sheet.
pub(super) fn list(app: &App, scenario: &Scenario, area: Rect, frame: &mut Frame<'_>) {
    let here = marked(app).and_then(|line| line.driver()).unwrap_or(0);
    let height = usize::from(area.height).max(1);
    let top = (here + 1).saturating_sub(height);
    let drivers = scenario.frame.drivers.iter().enumerate().skip(top);
    for ((place, driver), row) in drivers.zip(area.rows()) {
        let room = usize::from(area.width).saturating_sub(4);
        let title = shorten(&driver.title, room, app.look.glyphs().ellipsis);
        let role = match (place == here, driver.leads()) {
            (true, _) => Role::Selected,
            (false, true) => Role::Answer,
            (false, false) => Role::Text,
        };
        let line = Line::from(vec![
            Span::styled(format!("{} ", letter(place)), app.look.style(Role::Key)),
            Span::styled(title, app.look.style(role)),
        ]);
        frame.render_widget(line, row);
    }
}
