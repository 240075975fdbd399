//! The backtest for people: sentences first, then tables and charts in 80 columns.

use super::backtest::{BacktestReport, CountryFan, RivalRow, ScoreRow};
use super::look::Look;
use super::notes::note_text;
use super::run_text::Page;
use super::spark::interval;
use super::table::{Column, Table};
use crate::analysis::history::{ALL, YEARS};
use crate::seeds::{BacktestRow, catalogue};
use crate::tell;
use crate::words::numbers::{Scale, whole};
use crate::words::tell;

/// The whole text.
#[must_use]
pub fn backtest_text(report: &BacktestReport, look: Look) -> String {
    let mut page = Page::new(look);
    page.title(&tell!("backtest-title"));
    page.prose(&tell!("backtest-about"));
    page.gap();
    if let Some(name) = &report.asked.variant {
        page.prose(&tell!("backtest-variant", name = name));
    }
    if let Some(country) = &report.country {
        fan(country, &mut page);
    }
    findings(report, &mut page);
    block(report, &mut page);
    tide(report, &mut page);
    rivals(report, &mut page);
    fits(report, &mut page);
    page.gap();
    for note in &report.notes {
        page.entry(&note_text(note));
    }
    page.text()
}

/// The page of one country, or of a group, that the workbench lays over the Outcomes.
#[must_use]
pub fn history_page(report: &BacktestReport, look: Look) -> String {
    let mut page = Page::unbroken(look);
    findings(report, &mut page);
    if let Some(country) = &report.country {
        fan(country, &mut page);
    }
    let rows = tide_rows(report, |row| row.origin.is_none() && row.horizon.is_some());
    coverage_chart(&rows, &mut page);
    page.gap();
    for note in &report.notes {
        page.entry(&note_text(note));
    }
    page.gap();
    page.prose(&match &report.asked.country {
        Some(iso3) => tell!("history-page-keys", iso3 = iso3),
        None => tell!("history-page-group"),
    });
    page.text()
}

/// A group in words.
#[must_use]
pub fn group_name(id: &str) -> String {
    let known = format!("group-tested-{id}");
    if crate::words::known_message(&known) {
        return tell(&known, &[]);
    }
    catalogue()
        .group(id)
        .map_or_else(|| id.to_owned(), |group| group.name.clone())
}

/// The group that sentences are about.
fn told_group(report: &BacktestReport) -> &str {
    report.asked.group.as_deref().unwrap_or(ALL)
}

fn of_100(share: f64) -> String {
    whole((share * 100.0).round())
}

/// Tenths of a point: smaller differences mean nothing here.
fn tenths(share: f64) -> f64 {
    (share * 1e3).round() / 1e3
}

fn points(share: f64) -> String {
    Scale::of("points", &[]).number(Some(tenths(share)))
}

fn signed(share: f64) -> String {
    Scale::of("points", &[])
        .signed()
        .number(Some(tenths(share)))
}

/// Shares inside the ranges meant to hold 50, 80 and 90 of 100.
fn inside(row: &BacktestRow) -> String {
    let all = [row.inside_50, row.inside_80, row.inside_90];
    all.map(of_100).join("/")
}

/// Rows of the rolling origins for the told group.
fn tide_rows(report: &BacktestReport, wanted: impl Fn(&BacktestRow) -> bool) -> Vec<&ScoreRow> {
    let group = told_group(report);
    let rows = report.rows.iter().filter(|row| row.row.protocol == "tide");
    rows.filter(|row| row.row.group == group && wanted(&row.row))
        .collect()
}

/// The answers in words.
fn findings(report: &BacktestReport, page: &mut Page) {
    let group = told_group(report);
    if report.rows.is_empty() {
        page.prose(&tell!("backtest-none"));
        return;
    }
    let block = report.rows.iter().map(|row| &row.row);
    let own =
        |row: &&BacktestRow| row.protocol == "block" && row.ranges == "as_of" && row.group == group;
    if let Some(row) = block.clone().find(own) {
        page.prose(&tell!(
            "backtest-held",
            first = YEARS.0.to_string(),
            last = YEARS.1.to_string(),
            ten = whole((row.inside_90 * 10.0).round()),
            countries = row.countries,
            group = group_name(group),
        ));
    }
    let (origin, horizon) = (report.asked.origin, report.asked.horizon);
    let all = tide_rows(report, |row| row.origin == origin && row.horizon == horizon);
    if let Some(row) = all.first() {
        if origin.is_none() && horizon.is_none() {
            page.prose(&tell!(
                "backtest-held-tide",
                inside = of_100(row.row.inside_90),
                cases = row.row.cases,
                group = group_name(group),
            ));
        }
        let off = points(row.row.bias.abs());
        page.prose(&match row.row.bias < 0.0 {
            true => tell!("backtest-low", points = off),
            false => tell!("backtest-high", points = off),
        });
        // The embedded table has no histogram.
        if row.pit.iter().sum::<f64>() > 0.0 {
            page.prose(&tell!(
                "backtest-top",
                top = of_100(row.pit[9]),
                bottom = of_100(row.pit[0]),
            ));
        }
    }
    page.gap();
}

fn block(report: &BacktestReport, page: &mut Page) {
    let rows: Vec<&BacktestRow> = report
        .rows
        .iter()
        .map(|row| &row.row)
        .filter(|row| row.protocol == "block")
        .collect();
    if rows.is_empty() {
        return;
    }
    let (first, last) = (YEARS.0.to_string(), YEARS.1.to_string());
    page.title(&tell!("backtest-block", first = &first, last = last));
    page.prose(&tell!("backtest-block-about", first = first));
    let mut table = Table::new(vec![
        Column::label(tell!("backtest-column-group")),
        Column::short(tell!("backtest-column-parameters")),
        Column::numbers(tell!("backtest-column-countries")),
        Column::numbers(tell!("backtest-column-rise")).tall(),
        Column::numbers(tell!("backtest-column-ours")),
        Column::numbers(tell!("backtest-column-mae")),
        Column::numbers(tell!("backtest-column-inside")).tall(),
    ]);
    for row in rows {
        let numbers = match row.ranges.as_str() {
            "as_of" => tell!("backtest-as-of"),
            _ => tell!("backtest-shipped"),
        };
        table.row([
            group_name(&row.group),
            numbers,
            row.countries.to_string(),
            points(row.rise_observed),
            points(row.rise_median),
            points(row.mae),
            inside(row),
        ]);
    }
    page.lines(table.lines(page.look));
}

fn tide(report: &BacktestReport, page: &mut Page) {
    let all: Vec<&ScoreRow> = report
        .rows
        .iter()
        .filter(|row| row.row.protocol == "tide")
        .collect();
    if all.is_empty() {
        return;
    }
    let group = group_name(told_group(report));
    page.title(&tell!("backtest-tide-named", group = group));
    page.prose(&tell!("backtest-tide-about"));
    let (origin, horizon) = (report.asked.origin, report.asked.horizon);
    let by_group = all
        .iter()
        .filter(|row| row.row.origin == origin && row.row.horizon == horizon);
    score_table(
        &tell!("backtest-column-group"),
        by_group.map(|row| (group_name(&row.row.group), &row.row)),
        page,
    );
    let ahead = tide_rows(report, |row| row.origin == origin && row.horizon.is_some());
    let cells = ahead.iter().map(|row| (year(row.row.horizon), &row.row));
    score_table(&tell!("backtest-column-ahead"), cells, page);
    let from = tide_rows(report, |row| row.horizon == horizon && row.origin.is_some());
    let cells = from.iter().map(|row| (year(row.row.origin), &row.row));
    score_table(&tell!("backtest-column-origin"), cells, page);
    coverage_chart(&ahead, page);
    if let Some(row) = tide_rows(report, |r| r.origin == origin && r.horizon == horizon).first() {
        histogram(&row.pit, page);
    }
}

fn year(year: Option<i32>) -> String {
    year.map_or_else(String::new, |year| year.to_string())
}

fn score_table<'a>(
    first: &str,
    rows: impl Iterator<Item = (String, &'a BacktestRow)>,
    page: &mut Page,
) {
    let mut table = Table::new(vec![
        Column::label(first),
        Column::numbers(tell!("backtest-column-count")),
        Column::numbers(tell!("backtest-column-mae")),
        Column::numbers(tell!("backtest-column-bias")).tall(),
        Column::numbers(tell!("backtest-column-crps")),
        Column::numbers(tell!("backtest-column-inside")).tall(),
    ]);
    for (label, row) in rows {
        table.row([
            label,
            row.cases.to_string(),
            points(row.mae),
            signed(row.bias),
            points(row.crps),
            inside(row),
        ]);
    }
    if !table.is_empty() {
        page.gap();
        page.lines(table.lines(page.look));
    }
}

/// Width of a bar for 100 of 100.
const BAR: usize = 50;

/// A bar of a share, with a mark at another.
fn bar(share: f64, wanted: f64, look: Look) -> String {
    let (full, empty, mark) = if look.ascii {
        ('#', '.', '|')
    } else {
        ('█', '·', '┃')
    };
    let place = |share: f64| (share.clamp(0.0, 1.0) * BAR as f64).round() as usize;
    (0..BAR)
        .map(|at| match at {
            _ if at + 1 == place(wanted) => mark,
            _ if at < place(share) => full,
            _ => empty,
        })
        .collect()
}

fn coverage_chart(rows: &[&ScoreRow], page: &mut Page) {
    if rows.is_empty() {
        return;
    }
    page.title(&tell!("backtest-chart"));
    let look = page.look;
    let lines = rows.iter().map(|row| {
        let share = row.row.inside_90;
        format!(
            "  {:>2}  {} {:>3}",
            year(row.row.horizon),
            bar(share, 0.9, look),
            of_100(share)
        )
    });
    let lines: Vec<String> = lines.collect();
    page.lines(lines);
    let mark = if look.ascii { "|" } else { "┃" };
    page.prose(&tell!("backtest-chart-wanted", mark = mark));
}

fn histogram(pit: &[f64; 10], page: &mut Page) {
    page.title(&tell!("backtest-pit"));
    page.prose(&tell!("backtest-pit-about"));
    let look = page.look;
    let most = pit.iter().fold(0.2_f64, |most, share| most.max(*share));
    let lines = pit.iter().enumerate().map(|(place, share)| {
        let ends = format!("{}-{}", place * 10, place * 10 + 10);
        format!(
            "  {ends:>6}  {} {:>3}",
            bar(share / most, 0.1 / most, look),
            of_100(*share)
        )
    });
    let lines: Vec<String> = lines.collect();
    page.lines(lines);
}

fn rivals(report: &BacktestReport, page: &mut Page) {
    if report.rivals.is_empty() {
        return;
    }
    let group = group_name(told_group(report));
    page.title(&tell!("backtest-rivals", group = group));
    page.prose(&tell!("backtest-rivals-about"));
    let mut table = Table::new(vec![
        Column::label(tell!("backtest-column-rival")),
        Column::numbers(tell!("backtest-column-mae")),
        Column::numbers(tell!("backtest-column-crps")),
        Column::numbers(tell!("backtest-column-apart")).tall(),
        Column::numbers(tell!("backtest-column-error")).tall(),
        Column::numbers(tell!("backtest-column-inside")).tall(),
    ]);
    for rival in &report.rivals {
        table.row(rival_cells(rival));
    }
    page.lines(table.lines(page.look));
}

fn rival_cells(rival: &RivalRow) -> [String; 6] {
    let scale = Scale::of("points", &[]);
    [
        tell(&format!("kind-rival-{}", rival.rival), &[]),
        points(rival.row.mae),
        points(rival.row.crps),
        scale.signed().number(rival.crps_minus_tide),
        scale.number(rival.error),
        inside(&rival.row),
    ]
}

/// Places of the picture of one year.
const PICTURE: usize = 36;

fn fan(country: &CountryFan, page: &mut Page) {
    let (name, origin) = (country.name.as_str(), country.origin.to_string());
    let (Some(start), false) = (country.start, country.years.is_empty()) else {
        page.prose(&tell!(
            "backtest-country-none",
            name = name,
            origin = origin
        ));
        return;
    };
    page.title(&tell!("backtest-country", name = name, origin = &origin));
    let look = page.look;
    let mark = if look.ascii { 'o' } else { '●' };
    let share = Scale::of("share", &[]);
    page.prose(&tell!(
        "backtest-country-start",
        origin = origin,
        start = share.number(Some(start)),
        mark = mark.to_string(),
    ));
    let mut table = Table::new(vec![
        Column::short(tell!("backtest-column-year")),
        Column::numbers(tell!("backtest-column-range")),
        Column::numbers(tell!("backtest-column-happened")),
        Column::short(tell!("backtest-column-picture")),
    ])
    .indented(1);
    for year in &country.years {
        let [low, _, _, _, high] = year.points;
        let picture = interval(year.points.map(Some), (0.0, 1.0), PICTURE, look);
        let at = (year.observed * (PICTURE - 1) as f64).round() as usize;
        let marked = |(place, own): (usize, char)| if place == at { mark } else { own };
        table.row([
            year.year.to_string(),
            tell!(
                "backtest-between",
                low = share.number(Some(low)),
                high = share.number(Some(high))
            ),
            share.number(Some(year.observed)),
            picture.chars().enumerate().map(marked).collect(),
        ]);
    }
    page.lines(table.lines(look));
    let held = country.years.iter().filter(|year| year.inside).count();
    page.prose(&tell!(
        "backtest-country-held",
        inside = held,
        years = country.years.len(),
    ));
    page.gap();
}

/// The numbers of a fit, where it was made again.
fn fits(report: &BacktestReport, page: &mut Page) {
    if !report.asked.refit {
        return;
    }
    page.title(&tell!("backtest-fits"));
    let number = |x: f64| format!("{x:.3}");
    for fit in &report.fits {
        page.entry(&tell!(
            "backtest-fit",
            origin = fit.origin.to_string(),
            growth = number(fit.growth),
            slowdown = number(fit.slowdown),
            drag = number(fit.power_drag),
            lasting = number(fit.lasting),
            noise = number(fit.noise),
            spread = number(fit.noise_spread),
        ));
    }
}
