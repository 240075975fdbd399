//! Which columns stand beside each other.

use super::Side;
use crate::analysis::weights::Weights;
use crate::report::fill::{Material, all_paths};
use crate::report::fill_paths::paths_of_option;
use crate::report::run_text::letter;
use crate::scenario::{Node, Outcome};

/// A column under construction.
pub(super) struct Column<'a> {
    pub side: &'a Side,
    pub weights: &'a Weights,
    /// Number of the option it takes at the first open decision.
    pub option: Option<usize>,
    pub paths: Vec<usize>,
    pub id: String,
}

impl<'a> Column<'a> {
    /// The column's numbers as the report of a run takes them.
    pub fn material(&self) -> Material<'a> {
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

/// One column per option of a scenario's first open decision, or one for the whole scenario.
pub(super) fn columns<'a>(sides: &'a [Side], weights: &'a [Weights]) -> Vec<Column<'a>> {
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
pub(super) fn outcome<'a>(column: &Column<'a>) -> Option<(&'a str, &'a Node, Outcome<'a>)> {
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
pub(super) fn does_nothing(column: &Column<'_>) -> bool {
    outcome(column).is_some_and(|(_, _, outcome)| {
        outcome.effects.is_empty() && outcome.adopts.is_empty() && outcome.cost.is_none()
    })
}
