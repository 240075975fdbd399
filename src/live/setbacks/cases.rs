//! The runs as rows: what was drawn and how nodes turned out, one row per draw.

use super::kind::{Marks, SetbackKind};
use crate::analysis::inputs::{Cases, Input};
use crate::analysis::setbacks::{Column, Fault, Prepared, Table};
use crate::live::results::Results;
use crate::live::subject::Subject;

/// What can limit a box.
#[derive(Clone, Debug, PartialEq)]
pub enum Dimension {
    /// A number that was drawn.
    Number {
        /// Which.
        input: Input,
        /// Where 5, 50 and 95 of 100 draws lie below.
        levels: [f64; 3],
        /// Its smallest and largest draw.
        ends: [f64; 2],
    },
    /// How a node turned out. Categories are numbered in this order; one more stands for paths
    /// that do not meet it.
    Node {
        /// Id of the node.
        node: String,
        /// Ids of its outcomes.
        outcomes: Vec<String>,
    },
}

/// One row per draw.
pub(super) struct Sampled {
    pub(super) dimensions: Vec<Dimension>,
    numbers: Vec<Vec<f64>>,
    nodes: Vec<Vec<u16>>,
    pub(super) setback: Vec<bool>,
    /// Number of the path of each row.
    pub(super) paths: Vec<usize>,
}

/// Probabilities say which path a run takes, not what happens on it; luck of single years is
/// nothing that a room could look into.
fn counts(input: &Input, kind: &SetbackKind) -> bool {
    match input {
        Input::Probability(_) => false,
        Input::Cost(_) => matches!(
            kind,
            SetbackKind::Beyond { subject: Subject::Indicator(key), .. } if key.starts_with("cost")
        ),
        _ => !input.is_luck(),
    }
}

impl Sampled {
    pub(super) fn new(
        results: &Results,
        marks: &Marks,
        paths: &[usize],
        kind: &SetbackKind,
    ) -> Sampled {
        let plan = &results.ensemble.plan;
        let draws = results.draws();
        let cases = Cases::new(&results.scenario, plan, &results.weights, paths, draws);
        let rows = cases.rows(plan.seed);
        let taken: Vec<usize> = rows.paths.iter().map(|place| cases.paths[*place]).collect();
        let inputs = rows.inputs.iter().filter(|i| counts(&i.input, kind));
        let mut dimensions = Vec::new();
        let mut numbers = Vec::new();
        for column in inputs {
            dimensions.push(number(column.input.clone(), &column.values));
            numbers.push(column.values.clone());
        }
        let mut nodes = Vec::new();
        for (column, outcomes) in cases.branches.iter().zip(&rows.branches) {
            dimensions.push(Dimension::Node {
                node: column.node.clone(),
                outcomes: column.outcomes.clone(),
            });
            let unmet = column.outcomes.len();
            let code = |place: &Option<usize>| u16::try_from(place.unwrap_or(unmet)).unwrap_or(0);
            nodes.push(outcomes.iter().map(code).collect());
        }
        let rows = taken.iter().enumerate();
        Sampled {
            setback: rows.map(|(draw, path)| marks.at(*path, draw)).collect(),
            paths: taken,
            dimensions,
            numbers,
            nodes,
        }
    }

    pub(super) fn prepared(&self) -> Result<Prepared, Fault> {
        let numbers = self.numbers.iter().map(|c| Column::Numbers(c));
        let nodes = self.nodes.iter().map(|c| Column::Categories(c));
        Prepared::new(Table {
            columns: numbers.chain(nodes).collect(),
            setback: &self.setback,
            weights: None,
        })
    }
}

fn number(input: Input, values: &[f64]) -> Dimension {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1);
    let at = |share: f64| sorted[(last as f64 * share).round() as usize];
    Dimension::Number {
        input,
        levels: [at(0.05), at(0.5), at(0.95)],
        ends: [at(0.0), at(1.0)],
    }
}
