//! The second view: every indicator, with paired differences and the share of runs that are better.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::sheet::{Heads, Row, draw as draw_sheet};
use crate::app::App;
use crate::app::compare::{columns, comparison, title_of};
use crate::live::{CompareLine, Comparison, Mismatch};
use crate::report::run_text::{letter, spread_range};
use crate::tell;
use crate::words::numbers::{Range, Scale};

/// Draws the view.
pub(super) fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let Some(found) = comparison(app) else { return };
    let wishes = columns(app);
    let titles = wishes
        .iter()
        .enumerate()
        .map(|(number, column)| format!("{} {}", letter(number), title_of(app, column)));
    let heads = Heads {
        titles: titles.collect(),
        base: found.base,
    };
    let mut rows: Vec<Row> = Vec::new();
    if let Some(mismatch) = found.mismatch {
        let label = match mismatch {
            Mismatch::Horizon => tell!("compare-other-horizon"),
            Mismatch::Draws => tell!("compare-other-draws"),
        };
        rows.push(Row {
            label,
            cells: Vec::new(),
            place: None,
        });
    }
    let lines = found.rows.iter().enumerate();
    rows.extend(lines.map(|(place, line)| row(found, place, line)));
    draw_sheet(app, &heads, &rows, area, frame);
}

fn row(found: &Comparison, place: usize, line: &CompareLine) -> Row {
    let ranges: Vec<Range> = line.cells.iter().map(|c| spread_range(c.horizon)).collect();
    let scale = Scale::of(&line.subject.unit(), &ranges);
    let cells = line.cells.iter().zip(&ranges).map(|(cell, range)| {
        let difference = cell.difference.as_ref().map(|difference| {
            let told = scale
                .signed()
                .range_beside(spread_range(difference.spread), &ranges);
            match difference.share_better {
                Some(share) => tell!("compare-better-runs", told = told, runs = percent(share)),
                None => told,
            }
        });
        (scale.told(*range), difference.unwrap_or_default())
    });
    let label = tell!(
        "compare-indicator",
        label = line.subject.label(),
        year = found.year.to_string()
    );
    Row {
        label,
        cells: cells.collect(),
        place: Some(place),
    }
}

/// Runs of 100.
fn percent(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}
