//! One row per input or node.

use super::Kept;
use super::shares::Spread;
use crate::analysis::inputs::{Cases, Input};
use crate::analysis::matters::{Against, Estimate, Factor, Factors, PawnIndex, Settings, Totals};
use crate::live::leading::LeadingInput;
use crate::scenario::Evidence;

/// One input, or how one node turns out, and what it moves.
#[derive(Clone, Debug, PartialEq)]
pub struct MattersRow {
    /// Which.
    pub input: Input,
    /// How good the evidence is; none for nodes.
    pub evidence: Option<Evidence>,
    /// Share of all variance that goes away when it is known.
    pub share: Estimate,
    /// The same with all that it does together with other inputs; none for nodes.
    pub total: Option<Estimate>,
    /// Rank correlation with the subject, -1..1; none for nodes.
    pub correlation: Option<f64>,
    /// The input where 5, 50 and 95 of 100 draws lie below; none for nodes.
    pub levels: Option<[f64; 3]>,
    /// Mean of the subject where the input is at its 5th percentile, or after the outcome with the
    /// lowest mean.
    pub low: f64,
    /// The same at its 95th percentile, or after the outcome with the highest mean.
    pub high: f64,
    /// For nodes: ids of the outcomes with the lowest and the highest mean.
    pub outcomes: Option<(String, String)>,
    /// Whether it cannot be told from an input without any influence.
    pub noise: bool,
    /// Shift of the whole distribution, when asked for.
    pub pawn: Option<PawnIndex>,
    /// Moment-independent delta, when asked for.
    pub delta: Option<Estimate>,
}

/// Rows of what was drawn.
pub(super) fn of_inputs(
    cases: &Cases,
    against: &Against<'_>,
    total: &Totals,
    spread: &Spread,
    settings: &Settings,
) -> Vec<MattersRow> {
    let first = against.first_order(settings);
    let correlations = against.rank_correlations();
    let swings = against.swings();
    let row = |(place, column): (usize, &crate::analysis::inputs::InputColumn)| {
        let swing = swings[place]?;
        let share = scaled(first[place], spread.draws);
        Some(MattersRow {
            input: column.input.clone(),
            evidence: column.evidence,
            noise: first[place].is_noise(),
            share,
            total: Some(scaled(total.of[place], spread.draws)),
            correlation: correlations[place],
            levels: Some(levels(&column.values)),
            low: swing.low,
            high: swing.high,
            outcomes: None,
            pawn: None,
            delta: None,
        })
    };
    cases.inputs.iter().enumerate().filter_map(row).collect()
}

fn scaled(estimate: Estimate, by: f64) -> Estimate {
    Estimate {
        value: estimate.value * by,
        low: estimate.low * by,
        high: estimate.high * by,
        noise: estimate.noise * by,
    }
}

fn levels(values: &[f64]) -> [f64; 3] {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let at = |share: f64| {
        let place = ((sorted.len() as f64 * share) as usize).min(sorted.len().saturating_sub(1));
        sorted.get(place).copied().unwrap_or(f64::NAN)
    };
    [at(0.05), at(0.5), at(0.95)]
}

/// Rows of nodes. Their shares come from all paths and draws: nothing is sampled, so there is no
/// interval around them.
pub(super) fn of_nodes(nodes: Vec<LeadingInput>) -> Vec<MattersRow> {
    let row = |node: LeadingInput| {
        let share = Estimate {
            value: node.share,
            low: node.share,
            high: node.share,
            noise: 0.0,
        };
        MattersRow {
            noise: node.share <= 1e-9,
            share,
            input: node.input,
            evidence: None,
            total: None,
            correlation: None,
            levels: None,
            low: node.low,
            high: node.high,
            outcomes: node.outcomes,
            pawn: None,
            delta: None,
        }
    };
    nodes.into_iter().map(row).collect()
}

/// Adds the methods that look at the whole distribution: with one path per draw, sampled by weight.
pub(super) fn with_methods(
    rows: &mut [MattersRow],
    cases: &Cases,
    columns: &[Vec<f64>],
    kept: &Kept,
    settings: &Settings,
) {
    let sampled = cases.rows(settings.seed);
    let output = |draw: &usize| columns[cases.paths[sampled.paths[*draw]]][*draw];
    let output: Vec<f64> = kept.draws.iter().map(output).collect();
    let inputs: Vec<Vec<f64>> = cases.inputs.iter().map(|c| kept.of(&c.values)).collect();
    let branches: Vec<Vec<Option<usize>>> = sampled
        .branches
        .iter()
        .map(|all| kept.draws.iter().map(|draw| all[*draw]).collect())
        .collect();
    let numbers = inputs.iter().map(|c| Factor::Number(c));
    let factors: Vec<Factor<'_>> = numbers
        .chain(branches.iter().map(|c| Factor::Kind(c)))
        .collect();
    let Ok(factors) = Factors::new(&factors) else {
        return;
    };
    let Ok(against) = factors.against(&output) else {
        return;
    };
    let (pawn, delta) = (against.pawn(settings), against.delta(settings));
    let nodes = cases.branches.iter().map(|b| Input::Node {
        node: b.node.clone(),
    });
    let names: Vec<Input> = cases
        .inputs
        .iter()
        .map(|c| c.input.clone())
        .chain(nodes)
        .collect();
    for row in rows {
        if let Some(place) = names.iter().position(|input| *input == row.input) {
            row.pawn = pawn.of.get(place).copied();
            row.delta = delta.get(place).copied();
        }
    }
}
