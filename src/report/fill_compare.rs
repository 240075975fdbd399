//! From several ensembles over the same draws to the report of a comparison.
//!
//! In each draw a column has one value: the average over the chances of that column in that draw.
//! Differences are taken draw by draw between these values, so luck that hits both columns alike
//! cancels out. Horizon values, by contrast, spread over chances as well, as in the report of a
//! run.

use indexmap::IndexMap;

use super::compare::{
    ColumnOption, ColumnReport, CompareCell, CompareReport, CompareRow, Difference, Direction,
    InputDifference,
};
use super::differs::differences;
use super::fill::{
    Material, all_paths, baseline_line, better, run_line, scenario_line, series, spread, unit_name,
    value_of,
};
use super::fill_paths::{money, paths_of_option};
use super::run::{Better, Note, ReferenceLine};
use super::run_text::letter;
use super::stats::known;
use crate::analysis::cost::{expected, path_cost};
use crate::analysis::paired::{Paired, paired};
use crate::analysis::summary::{self, Weighing};
use crate::analysis::weights::Weights;
use crate::jobs::each;
use crate::scenario::{Node, Outcome, Scenario};
use crate::seeds::{Indicator, catalogue};
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

/// A column under construction.
struct Column<'a> {
    side: &'a Side,
    weights: &'a Weights,
    /// Number of the option it takes at the first open decision.
    option: Option<usize>,
    paths: Vec<usize>,
    id: String,
}

impl<'a> Column<'a> {
    fn material(&self) -> Material<'a> {
        let Side {
            scenario, ensemble, ..
        } = self.side;
        Material {
            scenario,
            ensemble,
            weights: self.weights,
            threads: 1,
        }
    }
}

/// Everything side by side. `reference` is the letter of the column to compare with; without one
/// it is the first that does nothing, or else the first.
///
/// `None` if there is no such column.
pub fn compare_report(
    sides: &[Side],
    reference: Option<&str>,
    notes: Vec<Note>,
    threads: usize,
) -> Option<CompareReport> {
    let weights: Vec<Weights> = sides
        .iter()
        .map(|side| Weights::new(&side.ensemble))
        .collect();
    let columns = columns(sides, &weights);
    let against = match reference {
        Some(letter) => columns
            .iter()
            .find(|column| column.id.eq_ignore_ascii_case(letter))?,
        None => columns
            .iter()
            .find(|column| does_nothing(column))
            .or(columns.first())?,
    };
    let plan = &against.side.ensemble.plan;
    let steps = plan.steps;
    let years: Vec<i32> = (0..=steps)
        .map(|s| plan.base_year + i32::try_from(s).unwrap_or(0))
        .collect();
    let list = &catalogue().indicators;
    let rows = each(list.len(), threads, |i| row(&columns, against, list.get(i)));
    let keys = list.iter().map(|indicator| indicator.key.clone());
    Some(CompareReport {
        run: run_line(plan, against.side.ensemble.draws()),
        reference: against.id.clone(),
        year: years.last().copied().unwrap_or(plan.base_year),
        years,
        columns: columns
            .iter()
            .map(|column| column_report(column, against))
            .collect(),
        indicators: keys
            .zip(rows)
            .filter_map(|(key, row)| Some((key, row?)))
            .collect(),
        cohorts: IndexMap::new(),
        notes,
    })
}

/// One column per option of a scenario's first open decision, or one for the whole scenario.
fn columns<'a>(sides: &'a [Side], weights: &'a [Weights]) -> Vec<Column<'a>> {
    let mut columns = Vec::new();
    for (side, weights) in sides.iter().zip(weights) {
        let plan = &side.ensemble.plan;
        let options: Vec<Option<usize>> = match &plan.open {
            Some(open) => (0..open.options.len()).map(Some).collect(),
            None => vec![None],
        };
        for option in options {
            let paths = option.map_or_else(|| all_paths(plan), |o| paths_of_option(plan, o));
            let id = letter(columns.len());
            columns.push(Column {
                side,
                weights,
                option,
                paths,
                id,
            });
        }
    }
    columns
}

/// The option that a column takes, with its node.
fn outcome<'a>(column: &Column<'a>) -> Option<(&'a str, &'a Node, Outcome<'a>)> {
    let open = column.side.ensemble.plan.open.as_ref()?;
    let node = column.side.scenario.tree.nodes.get(&open.node)?;
    let chosen = open.options.get(column.option?)?;
    let outcome = node
        .outcomes()
        .into_iter()
        .find(|outcome| outcome.id == chosen)?;
    Some((open.node.as_str(), node, outcome))
}

/// Whether the column takes an option that changes nothing.
fn does_nothing(column: &Column<'_>) -> bool {
    outcome(column).is_some_and(|(_, _, outcome)| {
        outcome.effects.is_empty() && outcome.adopts.is_empty() && outcome.cost.is_none()
    })
}

fn column_report(column: &Column<'_>, against: &Column<'_>) -> ColumnReport {
    let plan = &column.side.ensemble.plan;
    let open = |factor: &Factor| matches!(factor, Factor::OpenOption(_));
    let taken = usize::from(column.option.is_some());
    ColumnReport {
        id: column.id.clone(),
        file: column.side.file.clone(),
        scenario: scenario_line(&column.side.scenario),
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
    let mut found = differences(&against.side.scenario, &column.side.scenario);
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

fn row(
    columns: &[Column<'_>],
    against: &Column<'_>,
    indicator: Option<&Indicator>,
) -> Option<CompareRow> {
    let indicator = indicator?;
    let reference = values(against, &indicator.key);
    let cell = |column: &Column<'_>| {
        let other = column.id != against.id;
        let difference =
            other.then(|| difference(column, against, indicator, reference.as_deref()));
        (column.id.clone(), cell(column, indicator, difference))
    };
    Some(CompareRow {
        unit: unit_name(indicator),
        better: better(indicator),
        label: indicator.label.clone(),
        columns: columns.iter().map(cell).collect(),
    })
}

fn cell(column: &Column<'_>, indicator: &Indicator, difference: Option<Difference>) -> CompareCell {
    let ensemble = &column.side.ensemble;
    let value = value_of(&ensemble.plan, &indicator.key);
    let horizon = match value {
        Some(value) => summary::horizon(
            ensemble,
            column.weights,
            &column.paths,
            Weighing::Whole,
            value,
        ),
        None => money(
            &column.material(),
            &column.paths,
            &indicator.key,
            Weighing::Whole,
        ),
    };
    let years = value.filter(|_| indicator.has_series).map(|value| {
        series(&summary::series(
            ensemble,
            column.weights,
            &column.paths,
            Weighing::Whole,
            value,
        ))
    });
    CompareCell {
        horizon: spread(&horizon),
        series: years,
        difference,
    }
}

/// The column's value in each draw: the average over its chances.
fn values(column: &Column<'_>, key: &str) -> Option<Vec<f64>> {
    let ensemble = &column.side.ensemble;
    let value = value_of(&ensemble.plan, key);
    let of_path = |path: &usize| match value {
        Some(value) => ensemble.horizon(*path, value),
        None if key == "cost_musd" => path_cost(ensemble, *path),
        None => None,
    };
    let found: Option<Vec<Vec<f64>>> = column.paths.iter().map(of_path).collect();
    // Open decisions further down count equally, as in whole-tree values.
    let whole = Weights {
        chance: column.weights.whole.clone(),
        ..column.weights.clone()
    };
    Some(expected(&found?, &whole, &column.paths))
}

fn difference(
    column: &Column<'_>,
    against: &Column<'_>,
    indicator: &Indicator,
    reference: Option<&[f64]>,
) -> Difference {
    let own = values(column, &indicator.key);
    let found = own
        .as_deref()
        .zip(reference)
        .map(|(own, reference)| paired(own, reference));
    let better = better(indicator);
    let spread = found
        .as_ref()
        .map(|found| spread(&found.difference))
        .unwrap_or_default();
    let (good, bad) = shares(found.as_ref(), better);
    Difference {
        versus: against.id.clone(),
        direction: Direction::of(&spread, better),
        spread,
        share_better: good,
        share_worse: bad,
    }
}

/// Shares of draws in which the column is better and worse.
fn shares(found: Option<&Paired>, better: Better) -> (Option<f64>, Option<f64>) {
    match (found, better) {
        (Some(found), Better::Up) => (known(found.higher), known(found.lower)),
        (Some(found), Better::Down) => (known(found.lower), known(found.higher)),
        _ => (None, None),
    }
}
