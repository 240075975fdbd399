//! What moves a subject most across the draws.
//!
//! From the draws themselves, without any further run: the inputs are drawn again from the seed,
//! the values are there. An input's share is the part of all variance that goes away on average
//! when its value is known (a first-order index from given data: Plischke, Borgonovo and Smith
//! 2013, *Global sensitivity measures from given data*).

use std::collections::BTreeMap;

use super::compare::mixed;
use super::results::Results;
use super::selection::Selection;
use super::subject::Subject;
use crate::analysis::inputs::{Input, inputs};
use crate::jobs::{ByPath, each};
use crate::sim::sheet::CHUNK;

/// Draws that are looked at: more would not change the order of what matters.
const MOST_DRAWS: usize = 16 * CHUNK;
/// Classes of equally many draws that an input is cut into.
const CLASSES: usize = 16;
/// Fewer draws tell nothing.
const LEAST_DRAWS: usize = 4 * CLASSES;

/// What moves a subject most.
#[derive(Clone, Debug, PartialEq)]
pub struct Leading {
    /// What is moved.
    pub subject: Subject,
    /// Over which paths.
    pub selection: Selection,
    /// Draws that were looked at.
    pub draws: usize,
    /// The strongest first; what cannot be told from nothing is left out.
    pub inputs: Vec<LeadingInput>,
    /// Share of the variance that no single input on the list explains, 0..1: luck of the years,
    /// inputs working together, and all that is weaker.
    pub rest: f64,
}

/// One input and what it moves.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadingInput {
    /// Which.
    pub input: Input,
    /// For nodes: ids of the outcomes after which the subject is lowest and highest.
    pub outcomes: Option<(String, String)>,
    /// Share of all variance that goes away when it is known, 0..1.
    pub share: f64,
    /// Rank correlation with the subject, -1..1; NaN for nodes.
    pub correlation: f64,
    /// The input where 5, 50 and 95 of 100 draws lie below; NaN for nodes.
    pub levels: [f64; 3],
    /// Mean of the subject where the input is lowest, or after the outcome with the lowest mean.
    pub low: f64,
    /// Mean of the subject where the input is highest, or after the outcome with the highest mean.
    pub high: f64,
}

/// The `count` inputs that move a subject most over some paths.
#[must_use]
pub fn leading(
    results: &Results,
    subject: &Subject,
    selection: Selection,
    count: usize,
) -> Leading {
    let mut found = Leading {
        subject: subject.clone(),
        selection,
        draws: 0,
        inputs: Vec::new(),
        rest: 1.0,
    };
    let plan = &*results.ensemble.plan;
    let draws = results.draws().min(MOST_DRAWS);
    let (Some(columns), Some(mut means)) =
        (results.values(subject), mixed(results, selection, subject))
    else {
        return found;
    };
    means.truncate(draws);
    let paths = selection.paths(plan);
    let cloud = Cloud::new(results, &columns, &paths, draws);
    if draws < LEAST_DRAWS || cloud.variance.is_nan() || cloud.variance <= 0.0 {
        return found;
    }
    let mut inputs = of_columns(results, &means, cloud.variance);
    inputs.extend(of_nodes(results, &paths, &cloud));
    inputs.retain(|input| input.share > 0.0);
    inputs.sort_by(|a, b| b.share.total_cmp(&a.share));
    inputs.truncate(count);
    found.draws = draws;
    found.rest = (1.0 - inputs.iter().map(|input| input.share).sum::<f64>()).max(0.0);
    found.inputs = inputs;
    found
}

/// Mean and variance over paths and draws, and the sums that conditional means need.
pub(super) struct Cloud {
    /// Weight and weighted sum of each path.
    sums: Vec<(f64, f64)>,
    pub(super) variance: f64,
}

impl Cloud {
    pub(super) fn new(results: &Results, columns: &ByPath, paths: &[usize], draws: usize) -> Self {
        let weight = |path: usize, draw: usize| results.weights.whole[path].at(draw);
        let sum_of = |path: &usize| {
            let values = columns[*path].iter().take(draws).enumerate();
            values.fold((0.0, 0.0), |(total, sum), (draw, value)| {
                let weight = weight(*path, draw);
                (total + weight, sum + weight * value)
            })
        };
        let sums: Vec<(f64, f64)> = paths.iter().map(sum_of).collect();
        let total: f64 = sums.iter().map(|(total, _)| total).sum();
        let mean = sums.iter().map(|(_, sum)| sum).sum::<f64>() / total;
        let squares = |path: &usize| -> f64 {
            let values = columns[*path].iter().take(draws).enumerate();
            values
                .map(|(draw, value)| weight(*path, draw) * (value - mean).powi(2))
                .sum()
        };
        Cloud {
            variance: paths.iter().map(squares).sum::<f64>() / total,
            sums,
        }
    }

    /// Variance between the means of paths.
    pub(super) fn between_paths(&self) -> f64 {
        let total: f64 = self.sums.iter().map(|(weight, _)| weight).sum();
        let mean = self.sums.iter().map(|(_, sum)| sum).sum::<f64>() / total;
        let filled = self.sums.iter().filter(|(weight, _)| *weight > 0.0);
        let squares = filled.map(|(weight, sum)| weight * (sum / weight - mean).powi(2));
        squares.sum::<f64>() / total
    }
}

/// Shares of everything that is drawn.
fn of_columns(results: &Results, means: &[f64], variance: f64) -> Vec<LeadingInput> {
    let drawn = inputs(&results.scenario, &results.ensemble.plan, means.len());
    let ranks = ranks(means);
    let found = each(drawn.len(), results.wish.workers(), |place| {
        let column = &drawn[place];
        of_column(&column.input, &column.values, means, &ranks, variance)
    });
    found.into_iter().flatten().collect()
}

fn of_column(
    input: &Input,
    values: &[f64],
    means: &[f64],
    ranks: &[f64],
    variance: f64,
) -> Option<LeadingInput> {
    let order = order(values);
    let at = |share: f64| values[order[((values.len() - 1) as f64 * share) as usize]];
    let levels = [at(0.05), at(0.5), at(0.95)];
    if values[order[0]] == values[order[values.len() - 1]] {
        return None;
    }
    let of_class = |class: usize| {
        let place = |class: usize| class * values.len() / CLASSES;
        let members = &order[place(class)..place(class + 1)];
        let sum: f64 = members.iter().map(|draw| means[*draw]).sum();
        (sum / members.len() as f64, members.len() as f64)
    };
    let classes: Vec<(f64, f64)> = (0..CLASSES).map(of_class).collect();
    let (own, count) = (spread(means), values.len() as f64);
    let mean = means.iter().sum::<f64>() / count;
    let between: f64 = classes
        .iter()
        .map(|(m, n)| n * (m - mean).powi(2))
        .sum::<f64>()
        / count;
    // Classes of pure chance differ a little too.
    let noise = (CLASSES - 1) as f64 / (count - CLASSES as f64) * (own - between);
    Some(LeadingInput {
        // What may as well be chance, three times its usual size, counts as nothing.
        share: if between > 3.0 * noise {
            (between - noise) / variance
        } else {
            0.0
        },
        correlation: correlation(&order, ranks),
        low: classes.first()?.0,
        high: classes.last()?.0,
        input: input.clone(),
        levels,
        outcomes: None,
    })
}

fn spread(values: &[f64]) -> f64 {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / count
}

/// Draws in the order of their values.
fn order(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|a, b| values[*a].total_cmp(&values[*b]).then(a.cmp(b)));
    order
}

/// Rank of each draw, 0 the lowest.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut ranks = vec![0.0; values.len()];
    for (rank, draw) in order(values).into_iter().enumerate() {
        ranks[draw] = rank as f64;
    }
    ranks
}

/// Correlation between places in an order and ranks.
fn correlation(order: &[usize], ranks: &[f64]) -> f64 {
    let count = order.len() as f64;
    let middle = (count - 1.0) / 2.0;
    let places = order.iter().enumerate();
    let sum: f64 = places
        .map(|(place, draw)| (place as f64 - middle) * (ranks[*draw] - middle))
        .sum();
    sum / (count * (count * count - 1.0) / 12.0)
}

/// Shares of how nodes turn out.
pub(super) fn of_nodes(results: &Results, paths: &[usize], cloud: &Cloud) -> Vec<LeadingInput> {
    let plan = &*results.ensemble.plan;
    // Weight and sum by node and outcome; paths that do not meet the node have the outcome "".
    let mut nodes: BTreeMap<&str, BTreeMap<&str, (f64, f64)>> = BTreeMap::new();
    for path in paths {
        for (node, _) in &plan.paths[*path].history {
            nodes.entry(node).or_default();
        }
    }
    for (node, outcomes) in &mut nodes {
        for (path, sums) in paths.iter().zip(&cloud.sums) {
            let history = plan.paths[*path].history.iter();
            let met = history.clone().find(|(id, _)| id == node);
            let outcome = met.map_or("", |(_, outcome)| outcome.as_str());
            let entry = outcomes.entry(outcome).or_insert((0.0, 0.0));
            *entry = (entry.0 + sums.0, entry.1 + sums.1);
        }
    }
    let found = nodes
        .into_iter()
        .map(|(node, outcomes)| of_node(node, &outcomes, cloud));
    found.flatten().collect()
}

fn of_node(
    node: &str,
    outcomes: &BTreeMap<&str, (f64, f64)>,
    cloud: &Cloud,
) -> Option<LeadingInput> {
    let all: f64 = outcomes.values().map(|(weight, _)| weight).sum();
    // How the node turns out is its doing, not whether it is met.
    let met = outcomes
        .iter()
        .filter(|(outcome, (weight, _))| !outcome.is_empty() && *weight > 0.0)
        .map(|(outcome, (weight, sum))| (*outcome, sum / weight, weight / all));
    let met: Vec<(&str, f64, f64)> = met.collect();
    let total: f64 = met.iter().map(|(_, _, weight)| weight).sum();
    let mean = met
        .iter()
        .map(|(_, mean, weight)| mean * weight)
        .sum::<f64>()
        / total;
    let squares = met
        .iter()
        .map(|(_, own, weight)| weight * (own - mean).powi(2));
    let between: f64 = squares.sum();
    let lowest = met.iter().min_by(|a, b| a.1.total_cmp(&b.1))?;
    let highest = met.iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    (lowest.0 != highest.0).then(|| LeadingInput {
        input: Input::Node {
            node: node.to_owned(),
        },
        outcomes: Some((lowest.0.to_owned(), highest.0.to_owned())),
        share: between / cloud.variance,
        correlation: f64::NAN,
        levels: [f64::NAN; 3],
        low: lowest.1,
        high: highest.1,
    })
}
