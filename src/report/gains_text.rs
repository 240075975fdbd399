//! Who gains, who loses, who pays, in words: the headline and the rows as they are shown.

use super::gains::{Ahead, GainCell, GainColumn, GainRow, Gains, RowKind};
use super::run_text::spread_range;
use crate::analysis::breakeven::Turn;
use crate::tell;
use crate::words::made::{dominates, runs_of_100};
use crate::words::numbers::{Range, Scale};
use crate::words::people::person_of;
use crate::words::sentences::{
    Between, Lead, Matter, about_share, built_in, comparison, hardly, not_counted_by, table, turns,
};

/// The headline: one sentence for each column beside the base, about the poorest, with whether
/// its lead was built in. Never an average over columns.
#[must_use]
pub fn headline(gains: &Gains) -> Vec<String> {
    let Some(row) = gains.row(RowKind::Offline) else {
        return Vec::new();
    };
    let pairs = gains.columns.iter().zip(&row.cells);
    let each = pairs.filter_map(|(column, cell)| sentence(gains, row, column, cell));
    each.chain(best(gains)).collect()
}

/// How weak the best column may be before the next best is ahead of it.
fn best(gains: &Gains) -> Option<String> {
    let rival = gains.rival.as_ref()?;
    let lead = Lead {
        column: &rival.ahead,
        reference: &rival.behind,
    };
    let sentence = turns(lead, rival.break_even.whole);
    (!sentence.is_empty()).then_some(sentence)
}

fn sentence(gains: &Gains, row: &GainRow, column: &GainColumn, cell: &GainCell) -> Option<String> {
    let difference = cell.difference.as_ref()?;
    if gains.median {
        let range = spread_range(difference.spread);
        let by = Scale::of("points", &[]).signed().told(range);
        return Some(tell!(
            "say-median-by",
            what = &row.label,
            column = &column.id,
            reference = &gains.base,
            by = by
        ));
    }
    let matter = match gains.places {
        true => Matter::Places(&row.label),
        false => Matter::Offline(&gains.cohort),
    };
    let between = Between {
        column: &column.id,
        reference: &gains.base,
        better: difference.share_better?,
        worse: difference.share_worse?,
    };
    if let Some(same) = same(gains, row, column, cell) {
        return Some(same);
    }
    let first = comparison(matter, between);
    match gains.places {
        true => Some(first),
        false => Some(
            format!("{first} {}", because(gains, column, between))
                .trim_end()
                .to_owned(),
        ),
    }
}

/// That a column and the base differ by less than is shown, though not by nothing.
fn same(gains: &Gains, row: &GainRow, column: &GainColumn, cell: &GainCell) -> Option<String> {
    let found = cell.difference.as_ref()?;
    let known = found.spread.p50.is_some();
    if !known || (found.share_better == Some(0.0) && found.share_worse == Some(0.0)) {
        return None;
    }
    let names = (column.id.as_str(), gains.base.as_str());
    hardly(&row.label, names, &difference(row, cell))
}

/// Whether the lead was built in, and where it turns.
fn because(gains: &Gains, column: &GainColumn, between: Between<'_>) -> String {
    let lead = Lead {
        column: &column.id,
        reference: &gains.base,
    };
    let searched = column.break_even.as_ref().map(|found| found.whole);
    // Without a search only the direction is known: who is behind is not said to be ahead.
    let turn = searched.or((between.better <= between.worse).then_some(Turn::Level));
    column
        .assumed
        .map_or_else(String::new, |way| built_in(lead, way, turn))
}

/// The scale in which a row is written.
#[must_use]
pub fn scale(row: &GainRow) -> Scale {
    let ranges: Vec<Range> = row
        .cells
        .iter()
        .map(|cell| spread_range(cell.value))
        .collect();
    let scale = Scale::of(&row.unit, &ranges);
    match row.kind {
        RowKind::IncomeOfPoor | RowKind::IncomeDollars | RowKind::IncomeBadTail => scale.signed(),
        _ => scale,
    }
}

/// A cell's value: `46 % [22–73]`; a share of runs has no range.
#[must_use]
pub fn value(row: &GainRow, cell: &GainCell) -> String {
    let scale = scale(row);
    let range = match (row.kind.is_share_of_runs(), cell.value.mean) {
        (true, Some(mean)) => Range::certain(mean),
        _ => spread_range(cell.value),
    };
    let told = match row.kind.is_share_of_runs() {
        true => scale.range(range),
        false => scale.told(range),
    };
    match cell.ahead {
        Some(Ahead::Women) => format!("{told} {}", tell!("gains-women-ahead")),
        Some(Ahead::Men) => format!("{told} {}", tell!("gains-men-ahead")),
        Some(Ahead::Open) | None => told,
    }
}

/// A cell's difference to the base column: `−13 [−22–−5]`; `=` where nothing differs, nothing in
/// the base column.
#[must_use]
pub fn difference(row: &GainRow, cell: &GainCell) -> String {
    let Some(difference) = &cell.difference else {
        return String::new();
    };
    let range = match (row.kind.is_share_of_runs(), difference.spread.mean) {
        (true, Some(mean)) => Range::certain(mean),
        _ => spread_range(difference.spread),
    };
    let values: Vec<Range> = row
        .cells
        .iter()
        .map(|cell| spread_range(cell.value))
        .collect();
    match scale(row).signed().range_beside(range, &values) {
        text if text == "0" => tell!("compare-equal"),
        text => text,
    }
}

/// Who pays, in one line: cost, effort, or that nothing is entered.
#[must_use]
pub fn pays(column: &GainColumn) -> String {
    let cost = column.cost.map(|cost| {
        let range = spread_range(cost);
        let money = Scale::of("musd", &[range]).told(range);
        tell!("gains-cost", money = money)
    });
    let effort = column
        .effort
        .map(|effort| tell!("gains-effort", effort = effort));
    let parts: Vec<String> = [cost, effort].into_iter().flatten().collect();
    match parts.is_empty() {
        true => tell!("gains-no-cost"),
        false => parts.join(", "),
    }
}

/// What the column leaves out, in one line.
#[must_use]
pub fn left_out(column: &GainColumn) -> String {
    match column.not_counted.is_empty() {
        true => tell!("gains-nothing"),
        false => column.not_counted.join("; "),
    }
}

/// What sets the column apart: its measures, or the inputs that differ.
#[must_use]
pub fn apart(column: &GainColumn) -> String {
    match column.measures.is_empty() {
        false => column.measures.join(" "),
        true => {
            let fields = column.differs.iter().map(|input| input.field.as_str());
            fields.collect::<Vec<_>>().join(", ")
        }
    }
}

/// The three kinds of setbacks of one column in runs of 100: `19 · 0 · 22`.
#[must_use]
pub fn setbacks(gains: &Gains, column: usize) -> Option<String> {
    let of = |kind| {
        let row = gains.row(kind)?;
        Some(value(row, row.cells.get(column)?))
    };
    Some(tell!(
        "gains-three",
        income = of(RowKind::SetbackIncome)?,
        online = of(RowKind::SetbackOnline)?,
        gap = of(RowKind::SetbackGap)?,
    ))
}

/// The whole view in words, one sentence for each row, the headline first.
#[must_use]
pub fn in_words(gains: &Gains) -> Vec<String> {
    let mut all = headline(gains);
    all.extend(everywhere(gains));
    let letters: Vec<String> = gains.columns.iter().map(|c| c.id.clone()).collect();
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for row in gains.rows.iter().filter(|row| !row.kind.is_share_of_runs()) {
        let values = row.cells.iter().map(|cell| value(row, cell)).collect();
        rows.push((row.label.clone(), values));
        let versus = tell!("gains-versus", column = &gains.base);
        let differences = row.cells.iter().map(|cell| difference(row, cell)).collect();
        rows.push((format!("{}, {versus}", row.label), differences));
    }
    let each = |of: &dyn Fn(&GainColumn) -> String| gains.columns.iter().map(of).collect();
    let three = (0..gains.columns.len()).filter_map(|place| setbacks(gains, place));
    rows.push((tell!("gains-setbacks"), three.collect()));
    rows.push((tell!("gains-pays"), each(&pays)));
    rows.push((tell!("gains-not-counted"), each(&left_out)));
    rows.push((tell!("gains-differs"), each(&apart)));
    all.extend(table(&letters, &rows));
    if one_way(gains) {
        all.push(tell!("gains-all-help"));
    }
    all
}

/// Whether each column beside the base keeps more of the poorest online at every mark, and how sure
/// the share of runs is in which it does.
#[must_use]
pub fn everywhere(gains: &Gains) -> Vec<String> {
    let what = tell!("subject-online", who = person_of(&gains.cohort));
    let mark = |value: f64| Scale::of("share", &[]).told(Range::certain(value));
    let row = gains.row(RowKind::Offline);
    let told_apart = |place: usize, column: &GainColumn| {
        let cell = row.and_then(|row| Some((row, row.cells.get(place)?)));
        cell.is_none_or(|(row, cell)| same(gains, row, column, cell).is_none())
    };
    let each = gains.columns.iter().enumerate();
    let each = each.filter_map(|(place, column)| {
        let found = column.dominance.as_ref()?;
        // Of columns that are the same answer no more is said.
        if !told_apart(place, column) {
            return None;
        }
        let said = dominates(found, &what, (&column.id, &gains.base), &mark);
        let error = column.share_better_error.filter(|error| *error >= 0.0005);
        let plus = error.map(|error| {
            let error = runs_of_100(error);
            tell!("ahead-error", column = &column.id, error = error)
        });
        Some(
            [Some(said), plus]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
        )
    });
    each.collect()
}

/// Whether every column beside the base is assumed to do nothing but help.
#[must_use]
pub fn one_way(gains: &Gains) -> bool {
    use crate::analysis::assumed::OneWay;
    let mut others = gains.columns.iter().filter_map(|column| column.assumed);
    gains.columns.len() > 1 && others.all(|way| way == OneWay::OnlyHelps)
}

/// What every column leaves out, as sentences.
#[must_use]
pub fn not_counted(gains: &Gains) -> Vec<String> {
    let sentences = gains.columns.iter();
    sentences
        .filter_map(|column| not_counted_by(&column.id, &column.not_counted.join("; ")))
        .collect()
}

/// Where a column's lead turns, for a narrow cell: `a third`; nothing unless it turns.
#[must_use]
pub fn turning(column: &GainColumn) -> Option<String> {
    match column.break_even.as_ref()?.whole {
        Turn::At(share) => Some(about_share(share)),
        _ => None,
    }
}
