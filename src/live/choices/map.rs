//! The best option over two probabilities at once.

use super::ask::{ChoicesAsk, ChoicesFault};
use super::regions::{first_decision, levers};
use super::{outcome_title, scene, told_decision};
use crate::analysis::choices::{ChoiceFault, two_way};
use crate::live::Results;

/// Which two probabilities, by their places in [`crate::report::choices::Choices::regions`].
#[derive(Clone, Debug, PartialEq)]
pub struct MapAsk {
    /// What is to be improved.
    pub ask: ChoicesAsk,
    /// The probability that runs across.
    pub across: usize,
    /// The one that runs upwards.
    pub up: usize,
    /// Rows and columns of the map.
    pub size: (usize, usize),
}

/// A map of the best option.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceMap {
    /// Title of the chance and of the branch that runs across.
    pub across: (String, String),
    /// The same for the one that runs upwards.
    pub up: (String, String),
    /// Titles of options.
    pub options: Vec<String>,
    /// Place of the best option by row, the highest probability first, then by column.
    pub cells: Vec<Vec<usize>>,
    /// Both probabilities now, 0..1.
    pub now: (f64, f64),
}

/// The map, exact along every row.
///
/// # Errors
/// As [`super::choices`]; places that are not there, twice the same chance.
pub fn choice_map(results: &Results, asked: &MapAsk) -> Result<ChoiceMap, ChoicesFault> {
    let scene = scene(results, &asked.ask)?;
    let levers = levers(&scene);
    let unknown = ChoicesFault::Choice(ChoiceFault::UnknownEvent);
    let pair = (levers.get(asked.across), levers.get(asked.up));
    let ((Some(across), Some(up)), Some(decision)) = (pair, first_decision(&scene)) else {
        return Err(unknown);
    };
    let (rows, columns) = asked.size;
    let map = two_way(&scene.whole.tree, decision.id, (across.2, up.2), rows)?;
    let name = |(node, branch, _): &(String, String, _)| {
        let title = told_decision(results, node).title;
        (title, outcome_title(results, node, branch))
    };
    Ok(ChoiceMap {
        across: name(across),
        up: name(up),
        options: scene
            .candidates
            .iter()
            .map(|own| own.told.title.clone())
            .collect(),
        cells: (0..map.rows.len())
            .rev()
            .map(|row| map.cells(row, columns))
            .collect(),
        now: map.now,
    })
}
