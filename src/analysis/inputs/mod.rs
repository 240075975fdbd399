//! The inputs of a run as columns: what was drawn, how the tree turned out, and how good the
//! evidence behind each is.
//!
//! Nothing is simulated: draws are functions of the seed, so they are drawn again. Owns what an
//! input is called; knows no indicator. The one room of the analyses that needs a plan: its columns are
//! plain arrays, which [`crate::analysis::matters`] and [`crate::analysis::choices`] take.
//!
//! ```
//! use foretree::analysis::inputs::{inputs, luck};
//! use foretree::files::{examples::example, parse};
//! use foretree::sim::{Plan, PlanOptions};
//!
//! let (name, text) = example("malawi-tax-power-masts").ok_or("no such example")?;
//! let scenario = parse(text, name).map_err(|fault| format!("{fault:?}"))?.scenario;
//! let options = PlanOptions { draws: Some(500), ..PlanOptions::default() };
//! let plan = Plan::compile(&scenario, &options).map_err(|error| format!("{error:?}"))?;
//! let columns = inputs(&scenario, &plan, 200);
//! assert!(columns.len() > 30 && columns.iter().all(|column| column.values.len() == 200));
//! assert_eq!(luck(&plan, 200).len(), 2 * plan.steps);
//! # Ok::<(), String>(())
//! ```

mod cases;
mod evidence;
mod luck;

pub use cases::{BranchColumn, Cases, Rows};
pub use evidence::evidence_of;
pub use luck::luck;

use crate::scenario::{Evidence, Scenario};
use crate::seeds::catalogue;
use crate::sim::Plan;
use crate::sim::columns::{FIRST_EFFECT, Origin};
use crate::sim::sheet::{CHUNK, Sheet, Source};

/// An input of a run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Input {
    /// A parameter of the model, by id.
    Parameter(String),
    /// An effect of a measure, by its id in the catalogue.
    Measure(String),
    /// An effect of the scenario, by id.
    Effect(String),
    /// A country input that the room left uncertain, by name.
    Country(String),
    /// An uncertain probability, as `node.branch`.
    Probability(String),
    /// An uncertain cost, as `node.outcome`.
    Cost(String),
    /// How a node turns out, by its id.
    Node {
        /// Id of the node.
        node: String,
    },
    /// Chance alone: the surprise in use of the year that ends here.
    Surprise(i32),
    /// Chance alone: the luck behind the number of incidents of this year.
    Incidents(i32),
}

impl Input {
    /// Is it chance alone, which no study could make smaller?
    #[must_use]
    pub fn is_luck(&self) -> bool {
        matches!(self, Input::Surprise(_) | Input::Incidents(_))
    }

    /// What a column of a plan is, if it is an input.
    #[must_use]
    pub fn of(origin: &Origin) -> Option<Input> {
        match origin {
            Origin::Dimension(number) if *number >= FIRST_EFFECT => {
                let effect = catalogue().effects.get(number - FIRST_EFFECT)?;
                Some(Input::Measure(effect.id.clone()))
            }
            Origin::Dimension(number) => {
                let parameter = catalogue().parameters.get(*number)?;
                Some(Input::Parameter(parameter.id.clone()))
            }
            Origin::Purpose(purpose) => {
                let (kind, name) = purpose.split_once(':')?;
                let name = name.to_owned();
                match kind {
                    "effect" => Some(Input::Effect(name)),
                    "input" => Some(Input::Country(name)),
                    "probability" => Some(Input::Probability(name)),
                    "cost" => Some(Input::Cost(name)),
                    _ => None,
                }
            }
        }
    }
}

/// One input in every draw.
#[derive(Clone, Debug, PartialEq)]
pub struct InputColumn {
    /// Which.
    pub input: Input,
    /// Its value in each draw, in its own unit.
    pub values: Vec<f64>,
    /// How good the evidence behind it is; none for chance alone.
    pub evidence: Option<Evidence>,
}

/// Everything uncertain that a plan draws, for its first `draws` draws. What stands at one number
/// in all of them is no input. Chance alone comes from [`luck`].
///
/// `scenario` is the one that the plan was compiled from; it knows the evidence.
#[must_use]
pub fn inputs(scenario: &Scenario, plan: &Plan, draws: usize) -> Vec<InputColumn> {
    let all = plan.columns.list().iter().enumerate();
    let wanted: Vec<(usize, Input)> = all
        .filter_map(|(number, column)| Some((number, Input::of(&column.origin)?)))
        .collect();
    let numbers: Vec<usize> = wanted.iter().map(|(number, _)| *number).collect();
    let columns = drawn(plan, &numbers, draws);
    let named = wanted.into_iter().zip(columns);
    let column = |((_, input), values): ((usize, Input), Vec<f64>)| {
        let first = *values.first()?;
        values
            .iter()
            .any(|value| *value != first)
            .then(|| InputColumn {
                evidence: evidence_of(scenario, &input),
                input,
                values,
            })
    };
    named.filter_map(column).collect()
}

/// The first draws of some columns of a plan, drawn again.
fn drawn(plan: &Plan, wanted: &[usize], draws: usize) -> Vec<Vec<f64>> {
    let source = Source::new(plan);
    let mut sheet = Sheet::new(plan);
    let draws = draws.min(plan.draws as usize);
    let mut all: Vec<Vec<f64>> = wanted.iter().map(|_| Vec::with_capacity(draws)).collect();
    for first in (0..draws).step_by(CHUNK) {
        let count = CHUNK.min(draws - first);
        sheet.fill(&source, first as u64, count);
        for (column, number) in all.iter_mut().zip(wanted) {
            column.extend_from_slice(&sheet.columns()[*number][..count]);
        }
    }
    all
}

#[cfg(test)]
mod tests;
