//! The average of the worst share of runs at every node.
//!
//! Carries what may follow as sorted lists of payoffs from the ends to the root.

use std::rc::Rc;

use super::average::{reach, start};
use super::roll::{Rolled, best_of};
use super::tree::{DecisionTree, Node, Odds};

/// One payoff that may follow: in which run, and how likely from here on.
#[derive(Clone, Copy)]
struct Outcome {
    payoff: f64,
    run: u32,
    weight: f64,
}

type Outcomes = Rc<Vec<Outcome>>;

/// Scores of all nodes.
pub(super) fn tail_scores(tree: &DecisionTree, level: f64) -> Rolled {
    let count = tree.nodes().len();
    let counts = reach(tree, None, count - 1, start(tree));
    let mut uses = uses(tree);
    let mut lists: Vec<Option<Outcomes>> = vec![None; count];
    let (mut values, mut choices) = (Vec::with_capacity(count), vec![None; count]);
    for (id, node) in tree.nodes().iter().enumerate() {
        let (list, next) = match node {
            Node::End(payoffs) => (of_end(payoffs, tree.runs()), Vec::new()),
            Node::Chance { branches, .. } => {
                let next: Vec<usize> = branches.iter().map(|(_, next)| *next).collect();
                let mut merged: Outcomes = Rc::default();
                for (odds, next) in branches {
                    if let Some(list) = &lists[*next] {
                        merged = Rc::new(merge(&merged, list, odds));
                    }
                }
                (merged, next)
            }
            Node::Decision(options) => {
                let best = best_of(options.iter().map(|next| values[*next]));
                choices[id] = Some(best.0);
                let list = lists[options[best.0]].clone();
                (list.unwrap_or_default(), options.clone())
            }
        };
        values.push(score(&list, &counts[id], level));
        lists[id] = Some(list);
        for next in next {
            uses[next] -= 1;
            if uses[next] == 0 {
                lists[next] = None;
            }
        }
    }
    Rolled { values, choices }
}

/// How many nodes lead to each.
fn uses(tree: &DecisionTree) -> Vec<usize> {
    let mut uses = vec![0; tree.nodes().len()];
    for node in tree.nodes() {
        match node {
            Node::End(_) => {}
            Node::Chance { branches, .. } => branches.iter().for_each(|(_, next)| uses[*next] += 1),
            Node::Decision(options) => options.iter().for_each(|next| uses[*next] += 1),
        }
    }
    uses
}

fn of_end(payoffs: &[f64], runs: usize) -> Outcomes {
    let outcome = |run: usize| Outcome {
        payoff: payoffs[if payoffs.len() == 1 { 0 } else { run }],
        run: u32::try_from(run).unwrap_or(u32::MAX),
        weight: 1.0,
    };
    let mut list: Vec<Outcome> = (0..runs).map(outcome).collect();
    list.sort_unstable_by(|a, b| a.payoff.total_cmp(&b.payoff).then(a.run.cmp(&b.run)));
    Rc::new(list)
}

fn merge(merged: &[Outcome], more: &[Outcome], odds: &Odds) -> Vec<Outcome> {
    let mut all = Vec::with_capacity(merged.len() + more.len());
    let mut old = merged.iter().copied().peekable();
    for outcome in more {
        while let Some(before) = old.next_if(|o| o.payoff <= outcome.payoff) {
            all.push(before);
        }
        let weight = outcome.weight * odds.at(outcome.run as usize);
        if weight > 0.0 {
            all.push(Outcome { weight, ..*outcome });
        }
    }
    all.extend(old);
    all
}

fn score(list: &[Outcome], counts: &Odds, level: f64) -> f64 {
    let weighted = |o: &Outcome| (o.payoff, o.weight * counts.at(o.run as usize));
    let total: f64 = list.iter().map(|o| weighted(o).1).sum();
    match total > 0.0 {
        true => worst_share(list.iter().map(weighted), total, level),
        false => worst_share(
            list.iter().map(|o| (o.payoff, o.weight)),
            list.iter().map(|o| o.weight).sum(),
            level,
        ),
    }
}

/// Mean of the worst share of weighted values, the smallest first; the value at the border counts
/// in part.
pub(super) fn worst_share(sorted: impl Iterator<Item = (f64, f64)>, total: f64, level: f64) -> f64 {
    let goal = level * total;
    let (mut sum, mut weight) = (0.0, 0.0);
    for (value, own) in sorted {
        if weight >= goal {
            break;
        }
        let part = own.min(goal - weight);
        sum += part * value;
        weight += part;
    }
    sum / weight
}
