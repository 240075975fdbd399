//! From several ensembles over the same draws to the report of a comparison.
//!
//! In each draw a column has one value: the average over the chances of that column in that draw.
//! Differences are taken draw by draw between these values, so luck that hits both columns alike
//! cancels out. Horizon values, by contrast, spread over chances as well, as in the report of a
//! run.

mod cells;
mod column;
mod gains;

use indexmap::IndexMap;

use self::cells::{Measured, cells};
pub(crate) use self::cells::{compared, difference};
use self::column::{does_nothing, outcome};

pub use self::column::{Column, columns_of};
pub use self::gains::gains;
use super::compare::{
    ColumnOption, ColumnReport, CompareCell, CompareReport, CompareRow, InputDifference,
};
use super::differs::differences;
use super::fill::{baseline_line, better, run_line, scenario_line, unit_name};
use super::run::{Note, ReferenceLine};
use crate::jobs::each;
use crate::model::indicators::COHORT_SERIES;
use crate::scenario::Scenario;
use crate::seeds::catalogue;
use crate::sim::Ensemble;
use crate::sim::odds::Factor;

/// One scenario with its numbers.
pub struct Side {
    /// File as named on the command line.
    pub file: String,
    /// What was simulated.
    pub scenario: Scenario,
    /// Its numbers; all sides share draws and seed.
    pub ensemble: Ensemble,
}

/// Columns of any kind side by side: scenarios, options, paths or countries. `reference` is the
/// letter of the column to compare with; without one it is the first that does nothing, or else
/// the first.
///
/// `None` if there is no such column.
pub fn compare_columns(
    columns: &[Column<'_>],
    reference: Option<&str>,
    notes: Vec<Note>,
    threads: usize,
) -> Option<CompareReport> {
    let against = base(columns, reference)?;
    let plan = &against.ensemble.plan;
    let steps = plan.steps;
    let years: Vec<i32> = (0..=steps)
        .map(|s| plan.base_year + i32::try_from(s).unwrap_or(0))
        .collect();
    let list = &catalogue().indicators;
    let row = |i: usize| {
        let indicator = list.get(i)?;
        let row = CompareRow {
            unit: unit_name(indicator),
            better: better(indicator),
            label: indicator.label.clone(),
            columns: cells(columns, against, &Measured::Indicator(indicator)),
        };
        Some((indicator.key.clone(), row))
    };
    let rows = each(list.len(), threads, row);
    Some(CompareReport {
        run: run_line(plan, against.ensemble.draws()),
        reference: against.id.clone(),
        year: years.last().copied().unwrap_or(plan.base_year),
        years,
        columns: columns
            .iter()
            .map(|column| column_report(column, against))
            .collect(),
        indicators: rows.into_iter().flatten().collect(),
        cohorts: cohorts(columns, against),
        gains: gains(columns, Some(&against.id)),
        attribution: None,
        notes,
    })
}

/// The column that others are measured against: the one asked for, or the first that does
/// nothing, or the first.
fn base<'c, 'a>(columns: &'c [Column<'a>], letter: Option<&str>) -> Option<&'c Column<'a>> {
    let mut all = columns.iter();
    match letter {
        Some(letter) => all.find(|column| column.id.eq_ignore_ascii_case(letter)),
        None => all.find(|column| does_nothing(column)).or(columns.first()),
    }
}

/// Everything measured by cohort, for the cohorts of the reference column.
fn cohorts(
    columns: &[Column<'_>],
    against: &Column<'_>,
) -> IndexMap<String, IndexMap<String, IndexMap<String, CompareCell>>> {
    let ids = || {
        let country = against.ensemble.plan.country();
        country.cohorts.iter().map(|cohort| cohort.id.as_str())
    };
    let of_measure = |(measure, name): (usize, &(&str, _))| {
        let of_cohort = |cohort: &str| {
            let measured = Measured::Cohort { measure, cohort };
            (cohort.to_owned(), cells(columns, against, &measured))
        };
        (name.0.to_owned(), ids().map(of_cohort).collect())
    };
    COHORT_SERIES.iter().enumerate().map(of_measure).collect()
}

fn column_report(column: &Column<'_>, against: &Column<'_>) -> ColumnReport {
    let plan = &column.ensemble.plan;
    let open = |factor: &Factor| matches!(factor, Factor::OpenOption(_));
    let taken = usize::from(column.option.is_some());
    ColumnReport {
        id: column.id.clone(),
        file: column.file.to_owned(),
        scenario: scenario_line(column.scenario),
        baseline: baseline_line(&plan.baseline),
        reference: plan.reference.as_ref().map(|r| ReferenceLine {
            id: r.id.clone(),
            name: r.name.clone(),
        }),
        option: outcome(column).map(|(id, node, outcome)| ColumnOption {
            node: id.to_owned(),
            option: outcome.id.to_owned(),
            node_title: node.title().to_owned(),
            option_title: outcome.title.to_owned(),
        }),
        mixes_open_decisions: column.paths.iter().any(|path| {
            plan.paths
                .get(*path)
                .is_some_and(|p| p.factors.iter().filter(|f| open(f)).count() > taken)
        }),
        differs: if column.id == against.id {
            Vec::new()
        } else {
            inputs(column, against)
        },
    }
}

/// Inputs in which two columns differ: those of their scenarios, then the option.
fn inputs(column: &Column<'_>, against: &Column<'_>) -> Vec<InputDifference> {
    let mut found = differences(against.scenario, column.scenario);
    let here = outcome(column).map(|(id, _, outcome)| (id, outcome.title));
    let there = outcome(against).map(|(id, _, outcome)| (id, outcome.title));
    if here != there
        && let Some((id, _)) = here.or(there)
    {
        found.push(InputDifference {
            field: format!("tree.nodes.{id}"),
            reference: there.map(|(_, title)| title.to_owned()),
            here: here.map(|(_, title)| title.to_owned()),
        });
    }
    found
}
