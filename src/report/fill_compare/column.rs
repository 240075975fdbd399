//! Which columns stand beside each other.

use super::Side;
use crate::analysis::assumed::closed;
use crate::analysis::weights::Weights;
use crate::report::fill::{Material, all_paths};
use crate::report::fill_paths::paths_of_option;
use crate::report::run_text::letter;
use crate::scenario::{Node, Outcome, Scenario};
use crate::sim::Ensemble;

/// What stands in one column: a scenario's numbers, all of them or those of one option or path.
#[derive(Clone, Debug)]
pub struct Column<'a> {
    /// File as named by whoever opened it.
    pub file: &'a str,
    /// What was simulated.
    pub scenario: &'a Scenario,
    /// Its numbers; all columns share draws and seed.
    pub ensemble: &'a Ensemble,
    /// Weights of its paths.
    pub weights: &'a Weights,
    /// Number of the option it takes at the first open decision.
    pub option: Option<usize>,
    /// The paths that count.
    pub paths: Vec<usize>,
    /// Its letter.
    pub id: String,
}

impl<'a> Column<'a> {
    /// A whole scenario; `number` gives the column its letter.
    #[must_use]
    pub fn whole(
        (file, scenario): (&'a str, &'a Scenario),
        ensemble: &'a Ensemble,
        weights: &'a Weights,
        number: usize,
    ) -> Self {
        Self {
            file,
            scenario,
            ensemble,
            weights,
            option: None,
            paths: all_paths(&ensemble.plan),
            id: letter(number),
        }
    }

    /// The same with one option of its first open decision.
    #[must_use]
    pub fn with_option(self, option: usize) -> Self {
        Self {
            paths: paths_of_option(&self.ensemble.plan, option),
            option: Some(option),
            ..self
        }
    }

    /// The same with one of its paths.
    #[must_use]
    pub fn with_path(self, path: usize) -> Self {
        let option = self.ensemble.plan.paths.get(path).and_then(|p| p.option);
        Self {
            paths: vec![path],
            option,
            ..self
        }
    }

    /// Id of its path, if it is a single path of several.
    #[must_use]
    pub fn only_path(&self) -> Option<&'a str> {
        let all = &self.ensemble.plan.paths;
        match self.paths.as_slice() {
            [only] if all.len() > 1 => all.get(*only).map(|path| path.id.as_str()),
            _ => None,
        }
    }

    /// The column's numbers as the report of a run takes them.
    pub(super) fn material(&self) -> Material<'a> {
        Material {
            scenario: self.scenario,
            ensemble: self.ensemble,
            weights: self.weights,
            threads: 1,
        }
    }

    /// The scenario with the column's option chosen.
    #[must_use]
    pub fn closed(&self) -> Scenario {
        let open = self.ensemble.plan.open.as_ref();
        let taken = open.and_then(|open| Some((&open.node, open.options.get(self.option?)?)));
        taken
            .and_then(|(node, option)| closed(self.scenario, node, option))
            .unwrap_or_else(|| self.scenario.clone())
    }
}

/// One column per option of a scenario's first open decision, or one for the whole scenario.
/// `weights` stand in the order of `sides`.
#[must_use]
pub fn columns_of<'a>(sides: &'a [Side], weights: &'a [Weights]) -> Vec<Column<'a>> {
    let mut columns = Vec::new();
    for (side, weights) in sides.iter().zip(weights) {
        let named = (side.file.as_str(), &side.scenario);
        let options = side.ensemble.plan.open.as_ref();
        let options: Vec<Option<usize>> = match options {
            Some(open) => (0..open.options.len()).map(Some).collect(),
            None => vec![None],
        };
        for option in options {
            let column = Column::whole(named, &side.ensemble, weights, columns.len());
            columns.push(match option {
                Some(option) => column.with_option(option),
                None => column,
            });
        }
    }
    columns
}

/// The option that a column takes, with its node.
pub(super) fn outcome<'a>(column: &Column<'a>) -> Option<(&'a str, &'a Node, Outcome<'a>)> {
    let open = column.ensemble.plan.open.as_ref()?;
    let node = column.scenario.tree.nodes.get(&open.node)?;
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
