//! The paths of the tree, the likeliest first.

use super::choices::range;
use super::outcomes::row_scale;
use super::{Page, years};
use crate::report::run::{PathReport, RunReport};
use crate::report::table::{Column, Table, aligned};
use crate::tell;
use crate::words::numbers::{Range, Scale};

/// Most paths that are listed.
const LISTED: usize = 12;

/// What is shown of each path.
const SHOWN: [&str; 2] = ["offline_poor", "income_poor_vs_noai"];

/// One row per path with its chances and two outcomes; nothing for a tree of one path.
pub(super) fn paths(report: &RunReport, page: &mut Page) {
    if report.paths.len() < 2 {
        return;
    }
    let mut listed: Vec<&PathReport> = report.paths.iter().collect();
    // A stable sort keeps the order of the tree among equals.
    let chance = |path: &PathReport| path.chance_probability.unwrap_or(0.0);
    listed.sort_by(|a, b| chance(b).total_cmp(&chance(a)));
    let left_out = listed.len().saturating_sub(LISTED);
    listed.truncate(LISTED);
    page.title(&tell!("run-paths", year = years(report).1));
    page.prose(&tell!("run-paths-chance"));
    page.lines(table(report, &listed).lines(page.look));
    if left_out > 0 {
        page.prose(&tell!("run-paths-more", count = left_out));
    }
}

fn table(report: &RunReport, listed: &[&PathReport]) -> Table {
    let shown: Vec<(&str, Scale)> = SHOWN
        .iter()
        .filter_map(|key| {
            let unit = &report.indicators.get(*key)?.unit;
            let ranges: Vec<Range> = listed.iter().map(|path| value(path, key)).collect();
            Some((*key, row_scale(key, unit, &ranges)))
        })
        .collect();
    let mut columns = vec![
        Column::label(tell!("run-path")),
        Column::numbers(tell!("run-chance")),
    ];
    columns.extend(shown.iter().map(|(key, scale)| {
        let label = report.indicators.get(*key).map_or("", |i| i.label.as_str());
        Column::numbers(tell!(
            "run-path-column",
            label = label,
            unit = scale.unit_after(label)
        ))
        .tall()
    }));
    let mut table = Table::new(columns).indented(2);
    for path in listed {
        let chance = Scale::of("share", &[]).number(path.chance_probability);
        let mut cells = vec![path.id.replace('/', " / "), chance];
        cells.extend(
            shown
                .iter()
                .map(|(key, scale)| aligned(&scale.range(value(path, key)))),
        );
        table.row(cells);
    }
    table
}

fn value(path: &PathReport, key: &str) -> Range {
    path.indicators
        .get(key)
        .copied()
        .map_or_else(Range::default, range)
}
