//! Who gains, who loses, who pays, from the results of open scenarios.

use std::sync::Arc;

use super::breakeven::{Search, search_columns};
use super::question::ComparedColumn;
use super::results::Results;
use super::selection::Selection;
use crate::report::fill_compare::{Column, gains};
use crate::report::gains::Gains;
use crate::report::run_text::letter;

/// How much is said of assumed effects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Depth {
    /// Nothing is searched.
    Plain,
    /// How weak all effects of a column together may be.
    Together,
    /// Each effect alone as well.
    EveryEffect,
}

/// The first view of a comparison. Unless `depth` is plain, how weak each column's effects may be is searched
/// too, which simulates again with few draws and stops when `go_on` says no. `base` is the place of the column to measure against;
/// `None` = the first that does nothing, else the first.
///
/// `None` while a column has no results, or its place has no poor people.
#[must_use]
pub fn gains_of(
    all: &[Arc<Results>],
    asked: &[ComparedColumn],
    base: Option<usize>,
    depth: Depth,
    go_on: &mut dyn FnMut() -> bool,
) -> Option<Gains> {
    let columns: Vec<Column<'_>> = asked
        .iter()
        .enumerate()
        .map(|(number, column)| one(all.get(column.results)?, column.selection, number))
        .collect::<Option<_>>()?;
    let base = base.map(letter);
    let mut found = gains(&columns, base.as_deref())?;
    if depth != Depth::Plain {
        let scenario = columns.first()?.scenario;
        let mut search = Search::beside(scenario);
        search.single = depth == Depth::EveryEffect;
        search.plan.condition = all.first()?.wish.condition.clone();
        search.plan.draws = search.plan.draws.map(|d| d.min(scenario.simulation.draws));
        // Without break-even points the view is still right: it says less.
        let _ = search_columns(&columns, &mut found, &search, go_on);
    }
    Some(found)
}

fn one(results: &Arc<Results>, selection: Selection, number: usize) -> Option<Column<'_>> {
    let named = (results.scenario.title.as_str(), &*results.scenario);
    let column = Column::whole(named, &results.ensemble, &results.weights, number);
    Some(match selection {
        Selection::Everything => column,
        Selection::Option(option) => column.with_option(option),
        Selection::Path(path) => column.with_path(path),
    })
}
