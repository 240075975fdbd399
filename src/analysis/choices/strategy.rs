//! Strategies: what to do at every decision, and what follows in each run.

use std::sync::Arc;

use super::average::reach;
use super::fault::ChoiceFault;
use super::states::States;
use super::tree::{DecisionTree, Node, NodeId, Odds};

/// What to do at every decision that it meets: decision and number of the option.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strategy {
    /// In the order in which nodes were laid down.
    pub choices: Vec<(NodeId, usize)>,
}

impl Strategy {
    /// By node: the option taken, none where the strategy says nothing.
    #[must_use]
    pub fn by_node(&self, tree: &DecisionTree) -> Vec<Option<usize>> {
        let mut choices = vec![None; tree.nodes().len()];
        for (decision, option) in &self.choices {
            if let Some(place) = choices.get_mut(*decision) {
                *place = Some(*option);
            }
        }
        choices
    }

    /// The option taken at a decision.
    #[must_use]
    pub fn choice(&self, decision: NodeId) -> Option<usize> {
        let found = self.choices.iter().find(|(own, _)| *own == decision);
        found.map(|(_, option)| *option)
    }
}

/// Every strategy in full: also what to do at decisions that it never meets. The decision laid
/// down last changes slowest.
///
/// # Errors
/// More than `most`.
pub fn all_strategies(tree: &DecisionTree, most: usize) -> Result<Vec<Strategy>, ChoiceFault> {
    let mut all = vec![Strategy::default()];
    for decision in tree.decisions().into_iter().rev() {
        let options = tree.options(decision)?.len();
        let mut longer = Vec::with_capacity(all.len() * options);
        for strategy in &all {
            for option in 0..options {
                let mut choices = vec![(decision, option)];
                choices.extend(&strategy.choices);
                longer.push(Strategy { choices });
            }
        }
        if longer.len() > most {
            return Err(ChoiceFault::TooManyStrategies(most));
        }
        all = longer;
    }
    Ok(all)
}

/// Every strategy that differs in what can happen under it, from the root.
///
/// # Errors
/// More than `most`; an empty tree.
pub fn strategies(tree: &DecisionTree, most: usize) -> Result<Vec<Strategy>, ChoiceFault> {
    let root = tree.root()?;
    let mut lists: Vec<Arc<Vec<Strategy>>> = Vec::with_capacity(tree.nodes().len());
    for (id, node) in tree.nodes().iter().enumerate() {
        lists.push(match node {
            Node::End(_) => Arc::new(vec![Strategy::default()]),
            Node::Decision(options) => {
                let numbered = options.iter().enumerate();
                let all = numbered.flat_map(|(number, next)| {
                    lists[*next].iter().map(move |below| {
                        let mut longer = below.clone();
                        longer.choices.push((id, number));
                        longer
                    })
                });
                limited(all, most)?
            }
            Node::Chance { branches, .. } => {
                let mut product = Arc::new(vec![Strategy::default()]);
                for (_, next) in branches {
                    product = match lists[*next].len() {
                        1 if lists[*next][0].choices.is_empty() => product,
                        _ => limited(pairs(&product, &lists[*next]), most)?,
                    };
                }
                product
            }
        });
    }
    Ok(lists[root].to_vec())
}

fn limited(
    all: impl Iterator<Item = Strategy>,
    most: usize,
) -> Result<Arc<Vec<Strategy>>, ChoiceFault> {
    let found: Vec<Strategy> = all.take(most + 1).collect();
    match found.len() > most {
        true => Err(ChoiceFault::TooManyStrategies(most)),
        false => Ok(Arc::new(found)),
    }
}

/// Every pair that agrees on the decisions that both meet (parts may be shared).
fn pairs<'a>(some: &'a [Strategy], more: &'a [Strategy]) -> impl Iterator<Item = Strategy> + 'a {
    some.iter().flat_map(move |one| {
        more.iter().filter_map(move |other| {
            let mut choices = one.choices.clone();
            for (decision, option) in &other.choices {
                match one.choice(*decision) {
                    Some(own) if own != *option => return None,
                    Some(_) => {}
                    None => choices.push((*decision, *option)),
                }
            }
            choices.sort_unstable();
            Some(Strategy { choices })
        })
    })
}

/// The ends that may follow a node under some choices, with the probability of each, by run where
/// it differs.
#[must_use]
pub fn ends_of(
    tree: &DecisionTree,
    choices: &[Option<usize>],
    from: NodeId,
) -> Vec<(NodeId, Odds)> {
    let counts = reach(tree, Some(choices), from, Odds::Same(1.0));
    let ends = counts.into_iter().enumerate().filter(|(id, counts)| {
        matches!(tree.nodes()[*id], Node::End(_)) && *counts != Odds::Same(0.0)
    });
    ends.collect()
}

/// What follows in each run from a node on under some choices, averaged over chances.
#[must_use]
pub fn run_values(tree: &DecisionTree, choices: &[Option<usize>], from: NodeId) -> Vec<f64> {
    let mut sums = vec![0.0; tree.runs()];
    for (end, counts) in ends_of(tree, choices, from) {
        let Node::End(payoffs) = &tree.nodes()[end] else {
            continue;
        };
        for (run, sum) in sums.iter_mut().enumerate() {
            *sum += counts.at(run) * payoffs[if payoffs.len() == 1 { 0 } else { run }];
        }
    }
    sums
}

/// The payoff in each state of the world under some choices, from the root.
#[must_use]
pub fn state_values(tree: &DecisionTree, choices: &[Option<usize>], states: &States) -> Vec<f64> {
    let end = |state: usize| {
        let mut at = tree.nodes().len().saturating_sub(1);
        let run = states.run(state);
        loop {
            at = match &tree.nodes()[at] {
                Node::End(payoffs) => break payoffs[if payoffs.len() == 1 { 0 } else { run }],
                Node::Decision(options) => options[choices[at].unwrap_or(0)],
                Node::Chance { event, branches } => {
                    branches[states.branch(state, *event, branches)].1
                }
            };
        }
    };
    (0..states.len()).map(end).collect()
}

/// The best payoff in each state of the world for somebody who knew the state beforehand.
#[must_use]
pub fn hindsight(tree: &DecisionTree, states: &States) -> Vec<f64> {
    let mut values = vec![0.0; tree.nodes().len()];
    let best = |state: usize| {
        let run = states.run(state);
        for (id, node) in tree.nodes().iter().enumerate() {
            values[id] = match node {
                Node::End(payoffs) => payoffs[if payoffs.len() == 1 { 0 } else { run }],
                Node::Chance { event, branches } => {
                    values[branches[states.branch(state, *event, branches)].1]
                }
                Node::Decision(options) => {
                    let all = options.iter().map(|next| values[*next]);
                    all.fold(f64::NEG_INFINITY, f64::max)
                }
            };
        }
        values.last().copied().unwrap_or(f64::NAN)
    };
    (0..states.len()).map(best).collect()
}
