//! Two to four columns on the same draws: scenarios, options, paths, wildcards switched on.
//!
//! As in `report::fill_compare`: in each draw a column has one value, the average over its
//! chances; differences are taken draw by draw, so luck that hits both columns alike cancels out.

use std::sync::Arc;

use super::answer_line::titles;
use super::outlook::bands;
use super::results::{Results, Stage};
use super::selection::Selection;
use super::subject::Subject;
use crate::jobs::each;
use crate::report::compare::{CompareCell, InputDifference};
use crate::report::differs::differences;
use crate::report::fill::{series, spread};
use crate::report::fill_compare::{compared, difference};
use crate::sim::odds::Factor;
use crate::sim::plan::Plan;

/// One column: whose numbers, and which of their paths.
#[derive(Clone, Debug)]
pub struct Column {
    /// Whose numbers.
    pub results: Arc<Results>,
    /// Which paths.
    pub selection: Selection,
}

/// Columns side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The year at which values stand, in the base column.
    pub year: i32,
    /// Base year to `year`.
    pub years: Vec<i32>,
    /// Place of the column that the others are measured against.
    pub base: usize,
    /// Left to right.
    pub heads: Vec<ColumnHead>,
    /// One for each subject asked for.
    pub rows: Vec<CompareLine>,
    /// Why there are no differences between some columns.
    pub mismatch: Option<Mismatch>,
}

/// Why two columns cannot be told apart draw by draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// They end in different years.
    Horizon,
    /// They do not share draws, seed and sampling, or one has not got as far as the other.
    Draws,
}

/// What stands above a column.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnHead {
    /// Title of the scenario.
    pub title: String,
    /// Name of its country or group.
    pub place: String,
    /// Which of its paths.
    pub selection: Selection,
    /// Node and id of the option that it takes, if it takes one.
    pub option: Option<(String, String)>,
    /// Title of that option.
    pub option_title: String,
    /// The wildcard that is switched on.
    pub stress: Option<String>,
    /// Whether decisions further down are still open and therefore mixed with equal weights.
    pub mixes_open_decisions: bool,
    /// Whether the option does nothing.
    pub idle: bool,
    /// What the option's numbers leave out, in the words of the scenario.
    pub not_counted: String,
    /// Whether the numbers may still change.
    pub stage: Stage,
    /// Draws behind them.
    pub draws: usize,
    /// Inputs in which it differs from the base column.
    pub differs: Vec<InputDifference>,
}

/// One subject across the columns.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareLine {
    /// What.
    pub subject: Subject,
    /// Left to right; the base column has no difference.
    pub cells: Vec<CompareCell>,
}

/// Columns side by side, measured against the one at `base`. With `years`, cells have values by
/// year too.
#[must_use]
pub fn compare(columns: &[Column], base: usize, subjects: &[Subject], years: bool) -> Comparison {
    let Some(against) = columns.get(base) else {
        return Comparison {
            year: 0,
            years: Vec::new(),
            base,
            heads: Vec::new(),
            rows: Vec::new(),
            mismatch: None,
        };
    };
    let threads = against.results.wish.workers();
    let all = subjects.len() * columns.len();
    // The base column's values are needed by every cell of a row.
    let reference = each(subjects.len(), threads, |row| {
        mixed(&against.results, against.selection, &subjects[row])
    });
    let cells = each(all, threads, |place| {
        let (row, number) = (place / columns.len(), place % columns.len());
        let (subject, column) = (&subjects[row], &columns[number]);
        let versus = (number != base).then(|| reference[row].as_deref());
        cell(column, against, base, subject, versus, years)
    });
    let mut cells = cells.into_iter();
    let rows = subjects.iter().map(|subject| CompareLine {
        subject: subject.clone(),
        cells: cells.by_ref().take(columns.len()).collect(),
    });
    Comparison {
        year: against.results.last_year(),
        years: against.results.years(),
        base,
        rows: rows.collect(),
        heads: columns.iter().map(|column| head(column, against)).collect(),
        mismatch: columns.iter().find_map(|column| mismatch(column, against)),
    }
}

/// Why the two cannot be compared draw by draw, if so.
fn mismatch(one: &Column, other: &Column) -> Option<Mismatch> {
    let (a, b) = (&one.results.ensemble.plan, &other.results.ensemble.plan);
    if (a.base_year, a.steps) != (b.base_year, b.steps) {
        return Some(Mismatch::Horizon);
    }
    let design = |plan: &Plan| (plan.asked, plan.seed, plan.sampling, plan.median);
    let same = design(a) == design(b)
        && a.chosen == b.chosen
        && one.results.draws() == other.results.draws();
    (!same).then_some(Mismatch::Draws)
}

fn cell(
    column: &Column,
    against: &Column,
    base: usize,
    subject: &Subject,
    versus: Option<Option<&[f64]>>,
    years: bool,
) -> CompareCell {
    let results = &*column.results;
    let paths = column.selection.paths(&results.ensemble.plan);
    let difference = versus.map(|reference| {
        let comparable = mismatch(column, against).is_none();
        let own = mixed(results, column.selection, subject).filter(|_| comparable);
        let found = own
            .zip(reference)
            .map(|(own, reference)| compared(&subject.key(), &own, reference));
        difference(found.as_ref(), &letter(base), subject.better())
    });
    CompareCell {
        horizon: spread(&results.moments(subject, &paths)),
        series: years
            .then(|| bands(results, subject, &paths))
            .filter(|bands| !bands.is_empty())
            .map(|bands| series(&bands)),
        difference,
    }
}

/// The letter of a column, as the `compare` command has it.
fn letter(place: usize) -> String {
    crate::report::run_text::letter(place)
}

/// The column's value in each draw: the average over its chances. Open decisions further down
/// count every option alike.
pub(super) fn mixed(
    results: &Results,
    selection: Selection,
    subject: &Subject,
) -> Option<Vec<f64>> {
    let columns = results.values(subject)?;
    let paths = selection.paths(&results.ensemble.plan);
    let draws = results.draws();
    let (mut sums, mut totals) = (vec![0.0; draws], vec![0.0; draws]);
    for path in paths {
        let values = columns.get(path).filter(|values| values.len() == draws)?;
        let weight = |draw: usize| results.weights.whole[path].at(draw);
        for draw in 0..draws {
            sums[draw] += weight(draw) * values[draw];
            totals[draw] += weight(draw);
        }
    }
    Some(
        sums.iter()
            .zip(&totals)
            .map(|(sum, total)| sum / total)
            .collect(),
    )
}

fn head(column: &Column, against: &Column) -> ColumnHead {
    let results = &*column.results;
    let plan = &*results.ensemble.plan;
    let paths = column.selection.paths(plan);
    let (id, option_title) = titles(results, column.selection);
    let open = plan.open.as_ref().filter(|_| !id.is_empty());
    let taken = usize::from(!id.is_empty());
    let is_open = |factor: &&Factor| matches!(factor, Factor::OpenOption(_));
    let mixes = |path: &usize| plan.paths[*path].factors.iter().filter(is_open).count() > taken;
    ColumnHead {
        title: results.scenario.title.clone(),
        place: plan.baseline.name.clone(),
        selection: column.selection,
        option: open.map(|open| (open.node.clone(), id.clone())),
        option_title,
        stress: plan.stress.clone(),
        mixes_open_decisions: !matches!(column.selection, Selection::Path(_))
            && paths.iter().any(mixes),
        idle: open.is_some() && paths.iter().all(|path| plan.paths[*path].idle_option),
        not_counted: not_counted(results, column.selection),
        stage: results.stage,
        draws: results.draws(),
        differs: differs(column, against),
    }
}

/// What the option's numbers leave out.
fn not_counted(results: &Results, selection: Selection) -> String {
    let found = || {
        let open = results.ensemble.plan.open.as_ref()?;
        let id = open.options.get(selection.option()?)?;
        let outcomes = results.scenario.tree.nodes.get(&open.node)?.outcomes();
        let outcome = outcomes.into_iter().find(|outcome| outcome.id == *id)?;
        Some(outcome.not_counted.to_owned())
    };
    found().unwrap_or_default()
}

/// Inputs in which a column differs from the base: those of the scenarios, the wildcard, the
/// option.
fn differs(column: &Column, against: &Column) -> Vec<InputDifference> {
    let (here, there) = (&*column.results, &*against.results);
    let mut found = if Arc::ptr_eq(&here.scenario, &there.scenario) {
        Vec::new()
    } else {
        differences(&there.scenario, &here.scenario)
    };
    let mut add = |field: String, reference: Option<String>, own: Option<String>| {
        if reference != own {
            found.push(InputDifference {
                field,
                reference,
                here: own,
            });
        }
    };
    let stress = |results: &Results| results.ensemble.plan.stress.clone();
    add("wildcards".to_owned(), stress(there), stress(here));
    let option = |results: &Results, selection| {
        Some(titles(results, selection).1).filter(|title| !title.is_empty())
    };
    let node = |results: &Results| results.ensemble.plan.open.as_ref().map(|o| o.node.clone());
    if let Some(node) = node(here).or_else(|| node(there)) {
        add(
            format!("tree.nodes.{node}"),
            option(there, against.selection),
            option(here, column.selection),
        );
    }
    found
}
