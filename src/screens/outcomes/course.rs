//! Every option year by year, with the run without AI and the reference country below.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::ranges::marked;
use crate::app::App;
use crate::app::outcomes::{Asked, selection_title};
use crate::live::{NoAiLine, Outlook, Selection};
use crate::look::Role;
use crate::tell;
use crate::widgets::table::{Column, Row, Table};
use crate::words::numbers::{Range, Scale};
use crate::words::{answers, subjects};

/// Columns that a range takes.
const CELL: usize = 16;
/// Most years that are shown.
const MOST_YEARS: usize = 6;

/// Lines of the table with its titles.
pub(super) fn rows(app: &App, asked: &Asked) -> usize {
    let Some(found) = asked.outlook_of(app) else {
        return 0;
    };
    1 + lines(asked).len()
        + usize::from(no_ai(found).is_some())
        + usize::from(found.reference.is_some())
}

/// The options, and the path if one is shown.
fn lines(asked: &Asked) -> Vec<Asked> {
    let mut all = asked.headline();
    if matches!(asked.selection, Selection::Path(_)) {
        all.push(asked.clone());
    }
    all
}

/// Draws the table.
pub(super) fn draw(app: &App, asked: &Asked, area: Rect, frame: &mut Frame<'_>) {
    let Some(found) = asked.outlook_of(app) else {
        return;
    };
    let options = lines(asked);
    let years = years(found, usize::from(area.width));
    let scale = scale(app, &options, found);
    let mut columns = vec![Column {
        title: tell!("outcomes-what"),
        right: false,
        least: Some(12),
    }];
    columns.extend(years.iter().map(|place| title(found, *place, scale)));
    let option = |one: &Asked| option_row(app, asked, one, &years, scale);
    let mut rows: Vec<Row> = options.iter().map(option).collect();
    rows.extend(no_ai(found).map(|line| no_ai_row(&line, &years, scale)));
    rows.extend(reference_row(found, &years, scale));
    let marks = !asked.is_about_a_cohort() && options.len() > 1;
    let table = Table {
        columns: &columns,
        rows: &rows,
        selected: marks.then(|| app.outcomes.at.min(options.len() - 1)),
        column: None,
        focused: false,
        top: 0,
        look: app.look,
    };
    frame.render_widget(&table, area);
}

/// Places of the years that fit: the first, the last, and evenly between.
fn years(found: &Outlook, width: usize) -> Vec<usize> {
    let last = found.years.len().saturating_sub(1);
    if found.bands.is_empty() {
        return vec![last];
    }
    let room = (width.saturating_sub(24) / CELL).clamp(2, MOST_YEARS) - 1;
    let even = (1..=room).rev().find(|parts| last.is_multiple_of(*parts));
    let parts = even.filter(|parts| *parts > 1 || room < 2).unwrap_or(room);
    (0..=parts).map(|part| part * last / parts).collect()
}

fn title(found: &Outlook, place: usize, scale: Scale) -> Column {
    let year = found.years.get(place).copied().unwrap_or_default();
    let unit = scale.unit_words();
    let last = place + 1 == found.years.len() && !unit.is_empty();
    Column {
        title: if last {
            tell!(
                "outcomes-in-year-unit",
                year = year.to_string(),
                unit = unit
            )
        } else {
            tell!("outcomes-in-year", year = year.to_string())
        },
        right: false,
        least: None,
    }
}

/// One scale for all rows.
fn scale(app: &App, options: &[Asked], found: &Outlook) -> Scale {
    let known = options.iter().filter_map(|one| one.outlook_of(app));
    let ranges: Vec<Range> = known
        .chain([found])
        .map(|one| subjects::range(&one.subject, &one.horizon))
        .collect();
    subjects::scale(&found.subject, &ranges)
}

fn option_row(app: &App, asked: &Asked, one: &Asked, years: &[usize], scale: Scale) -> Row {
    let title = match selection_title(&one.results, one.selection) {
        title if title.is_empty() => tell!("outcomes-whole"),
        title => title,
    };
    let here = one.selection == asked.selection;
    let role = match (one.is_fresh(app, &one.outlook()), here) {
        (false, _) => Role::Muted,
        (true, true) => Role::Answer,
        (true, false) => Role::Text,
    };
    let found = one.outlook_of(app);
    let cell = |place: &usize| {
        let band = found.and_then(|found| match found.bands.get(*place) {
            Some(band) => Some(band),
            None => found.bands.is_empty().then_some(&found.horizon),
        });
        let range = band.map_or_else(Range::default, |b| subjects::range(&one.subject, b));
        let stage = found.map_or(one.results.stage, |found| found.stage);
        (marked(stage, scale.range(range)), role)
    };
    let mut cells = vec![(title, role)];
    cells.extend(years.iter().map(cell));
    Row::Cells(cells)
}

/// The run without AI where it is known and says something.
fn no_ai(found: &Outlook) -> Option<Vec<f64>> {
    match &found.no_ai {
        NoAiLine::Line(values) if !found.bands.is_empty() => Some(values.clone()),
        _ => None,
    }
}

fn no_ai_row(line: &[f64], years: &[usize], scale: Scale) -> Row {
    let cell = |place: &usize| {
        let value = line.get(*place).copied().filter(|v| v.is_finite());
        (scale.number(value), Role::NoAi)
    };
    let mut cells = vec![(tell!("outcomes-without-ai"), Role::NoAi)];
    cells.extend(years.iter().map(cell));
    Row::Cells(cells)
}

fn reference_row(found: &Outlook, years: &[usize], scale: Scale) -> Option<Row> {
    let band = found.reference.as_ref()?;
    let title = match band.everyone {
        true => tell!("outcomes-legend-everyone", country = band.name.clone()),
        false => band.name.clone(),
    };
    let cell = |place: &usize| {
        let moments = band.bands.get(*place);
        let range = moments.map_or_else(Range::default, answers::range);
        (marked(found.stage, scale.range(range)), Role::Reference)
    };
    let mut cells = vec![(title, Role::Reference)];
    cells.extend(years.iter().map(cell));
    Some(Row::Cells(cells))
}
