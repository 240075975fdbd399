//! Groups of people beside each other, the poorest first, and the reference country.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::ranges::{axis_label, ends, line, marked};
use crate::analysis::summary::Moments;
use crate::app::App;
use crate::app::outcomes::{Asked, View, versus_cohort};
use crate::live::{CohortTable, Stage, Subject};
use crate::look::Role;
use crate::tell;
use crate::widgets::shorten;
use crate::widgets::table::{Column, Row, Table};
use crate::words::numbers::{Range, Scale};
use crate::words::people::cohort_name;
use crate::words::{answers, subjects};

/// Lines of the table with its titles; none where the subject is not measured for cohorts.
pub(super) fn rows(app: &App, asked: &Asked) -> usize {
    let known = asked
        .cohort_table(app)
        .filter(|_| asked.is_about_a_cohort());
    known.map_or(0, |table| table.rows.len() + 1)
}

/// Draws the whole view: ranges on one axis, the table, the gaps.
pub(super) fn draw(app: &App, asked: &Asked, area: Rect, frame: &mut Frame<'_>) {
    let Some(found) = asked.cohort_table(app) else {
        return;
    };
    let lines = u16::try_from(found.rows.len()).unwrap_or(0);
    let picture = lines + 1 + u16::from(reference(app, asked, found).is_some());
    let gaps = asked.gaps_of(app).map_or(0, |gaps| gaps.rows.len());
    let gaps = u16::try_from(gaps).unwrap_or(0).saturating_add(1);
    let gaps = if app.presenter || gaps < 2 { 0 } else { gaps };
    let numbers = if app.presenter { 0 } else { lines + 1 };
    let left = area.height.saturating_sub(picture + numbers + gaps + 3);
    let fans = if left < 9 { 0 } else { left.min(40) };
    let spaced = u16::from(left > 0);
    let rows = [fans, picture, numbers, gaps].map(Constraint::Length);
    let parts = Layout::vertical(rows).spacing(spaced).split(area);
    let [first, top, middle, below] = parts.as_ref() else {
        return;
    };
    // Nothing before the first part: no empty line either.
    let up = if fans == 0 { spaced } else { 0 };
    let raised = |part: &Rect| Rect {
        y: part.y.saturating_sub(up),
        ..*part
    };
    fans_beside(app, asked, *first, frame);
    bars(app, asked, found, raised(top), frame);
    table(app, asked, raised(middle), frame);
    self::gaps(app, asked, raised(below), frame);
}

/// The course of every group, side by side on one axis.
fn fans_beside(app: &App, asked: &Asked, area: Rect, frame: &mut Frame<'_>) {
    if area.height < 4 {
        return;
    }
    let all = asked.each_cohort();
    let count = all.len().max(1);
    let columns = vec![Constraint::Fill(1); count];
    let parts = Layout::horizontal(columns).spacing(2).split(area);
    let ends = super::fan::ends_of_all(app, &all);
    for (one, part) in all.iter().zip(parts.iter()) {
        let Subject::Cohort(_, cohort) = &one.subject else {
            continue;
        };
        let here = one.subject == asked.subject;
        let role = if here { Role::Answer } else { Role::Text };
        let title = Line::styled(cohort_name(cohort), app.look.style(role));
        frame.render_widget(title, Rect { height: 1, ..*part });
        let below = Rect {
            y: part.y + 1,
            height: part.height - 1,
            ..*part
        };
        super::fan::small(app, one, ends, below, frame);
    }
}

fn scale(found: &CohortTable) -> Scale {
    let ranges: Vec<Range> = found
        .rows
        .iter()
        .map(|r| answers::range(&r.value))
        .collect();
    subjects::scale(&Subject::Cohort(found.measure, String::new()), &ranges)
}

/// A line for each group on one axis.
fn bars(app: &App, asked: &Asked, found: &CohortTable, area: Rect, frame: &mut Frame<'_>) {
    let scale = scale(found);
    let mut all: Vec<(String, [f64; 5], Role)> = found
        .rows
        .iter()
        .enumerate()
        .map(|(place, row)| {
            let here = place == app.outcomes.at;
            let role = if here { Role::Focus } else { Role::Text };
            (cohort_name(&row.cohort), row.value.levels, role)
        })
        .collect();
    if let Some((name, levels)) = reference(app, asked, found) {
        all.push((name, levels, Role::Reference));
    }
    let widest = all.iter().map(|(name, ..)| name.width()).max().unwrap_or(0);
    let names = widest.min(usize::from(area.width / 3));
    let width = usize::from(area.width).saturating_sub(names + 2);
    let levels: Vec<[f64; 5]> = all.iter().map(|(_, levels, _)| *levels).collect();
    let (low, high) = ends(scale, &levels);
    let mut rows = area.rows();
    for (name, levels, role) in all {
        let Some(row) = rows.next() else { return };
        let name = shorten(&app.look.text(&name), names, app.look.glyphs().ellipsis);
        let gap = " ".repeat(names.saturating_sub(name.width()) + 2);
        let bar = line(app.look, levels, (low, high), width);
        let bar_role = if role == Role::Reference {
            Role::Reference
        } else {
            Role::Middle
        };
        let text = Line::from(vec![
            Span::styled(format!("{name}{gap}"), app.look.style(role)),
            Span::styled(bar, app.look.style(bar_role)),
        ]);
        frame.render_widget(text, row);
    }
    if let Some(row) = rows.next() {
        let text = axis(scale, (low, high), width);
        let indent = " ".repeat(names + 2);
        let text = app.look.text(&text).into_owned();
        let line = Line::styled(format!("{indent}{text}"), app.look.style(Role::Muted));
        frame.render_widget(line, row);
    }
}

/// The two ends and the middle of the axis.
fn axis(scale: Scale, (low, high): (f64, f64), width: usize) -> String {
    let labels = [low, f64::midpoint(low, high), high].map(|value| axis_label(scale, value));
    let [left, middle, right] = labels;
    let half = (width / 2).saturating_sub(middle.width() / 2);
    let first = " ".repeat(half.saturating_sub(left.width()));
    let used = left.width() + first.width() + middle.width() + right.width();
    let second = " ".repeat(width.saturating_sub(used));
    format!("{left}{first}{middle}{second}{right}")
}

/// Everyone in the reference country, where the subject shown has it.
fn reference(app: &App, asked: &Asked, found: &CohortTable) -> Option<(String, [f64; 5])> {
    found.reference.as_ref()?;
    let outlook = asked
        .outlook_of(app)
        .filter(|_| asked.is_about_a_cohort())?;
    let band = outlook.reference.as_ref()?;
    let last = band.bands.last()?;
    let name = tell!("outcomes-legend-everyone", country = band.name.clone());
    Some((name, last.levels))
}

/// The table of groups: at the horizon, and against other men and the reference country.
pub(super) fn table(app: &App, asked: &Asked, area: Rect, frame: &mut Frame<'_>) {
    let Some(found) = asked.cohort_table(app) else {
        return;
    };
    let subject = Subject::Cohort(found.measure, String::new());
    let scale = scale(found);
    let fresh = asked.is_fresh(app, &asked.cohorts());
    let mut columns = vec![
        column(tell!("outcomes-cohort")),
        column(tell!("outcomes-in-year", year = found.year.to_string())),
    ];
    if !app.presenter {
        let unit = subjects::difference_scale(&subject, &[]).unit_words();
        let titled =
            |versus: String| column(tell!("outcomes-unit", what = versus, unit = unit.as_str()));
        columns.extend(found.versus.as_ref().map(|who| titled(versus_cohort(who))));
        let reference = found.reference.as_ref();
        columns.extend(reference.map(|who| titled(tell!("outcomes-versus", who = who))));
    }
    let rows = found.rows.iter().map(|row| {
        let here = row.subject == asked.subject;
        let role = match (fresh, here) {
            (false, _) => Role::Muted,
            (true, true) => Role::Answer,
            (true, false) => Role::Text,
        };
        let value = answers::range(&row.value);
        let told = marked(found.stage, scale.told(value));
        let mut cells = vec![(cohort_name(&row.cohort), role), (told, role)];
        if found.versus.is_some() {
            let told = apart(found.stage, &subject, value, &row.versus_other);
            cells.push((told, role));
        }
        if found.reference.is_some() {
            let told = apart(found.stage, &subject, value, &row.versus_reference);
            cells.push((told, role));
        }
        Row::Cells(cells)
    });
    let rows: Vec<Row> = rows.collect();
    let table = Table {
        columns: &columns,
        rows: &rows,
        selected: Some(app.outcomes.at.min(rows.len().saturating_sub(1))),
        column: None,
        focused: app.outcomes.view == View::Cohorts,
        top: 0,
        look: app.look,
    };
    frame.render_widget(&table, area);
}

fn column(title: String) -> Column {
    Column {
        title,
        right: false,
        least: None,
    }
}

/// A difference to another group; empty for that group itself.
fn apart(stage: Stage, subject: &Subject, value: Range, difference: &Option<Moments>) -> String {
    let Some(difference) = difference else {
        return String::new();
    };
    let scale = subjects::difference_scale(subject, &[value]);
    let told = scale.range_beside(answers::range(difference), &[value]);
    marked(stage, told)
}

/// Gaps between poor and rest, women and men, the country and its reference.
fn gaps(app: &App, asked: &Asked, area: Rect, frame: &mut Frame<'_>) {
    let Some(found) = asked.gaps_of(app) else {
        return;
    };
    let fresh = asked.is_fresh(app, &asked.gaps());
    let role = if fresh { Role::Text } else { Role::Muted };
    let stage = asked.results.stage;
    let columns = [
        column(tell!("outcomes-gaps", year = found.year.to_string())),
        column(String::new()),
    ];
    let rows = found.rows.iter().filter_map(|row| {
        let spread = &row.cells.first()?.horizon;
        let range = Range::new(spread.p50, spread.p5, spread.p95);
        let scale = subjects::scale(&row.subject, &[range]);
        let cells = [row.subject.label(), marked(stage, scale.told(range))];
        Some(Row::Cells(cells.map(|text| (text, role)).to_vec()))
    });
    let rows: Vec<Row> = rows.collect();
    let table = Table {
        columns: &columns,
        rows: &rows,
        selected: None,
        column: None,
        focused: false,
        top: 0,
        look: app.look,
    };
    frame.render_widget(&table, area);
}
