//! From runs to averages: how much each run counts at each node, and the tree of averages.
//!
//! Whoever stands at a node knows the way there and nothing of the draw, so an uncertain
//! probability is judged by the runs that may have led there: each run counts by its own chance
//! of leading there (Bayes). Rolling back the tree of such averages gives exactly the averages
//! of the tree of runs.

use std::sync::Arc;

use super::tree::{DecisionTree, Node, NodeId, Odds};

/// How often each node is reached from `from`, by run, as the options that are taken lead on.
/// Without `choices` every option of a decision is reached as often as the decision.
pub(super) fn reach(
    tree: &DecisionTree,
    choices: Option<&[Option<usize>]>,
    from: NodeId,
    start: Odds,
) -> Vec<Odds> {
    let mut all = vec![Odds::Same(0.0); from + 1];
    if let Some(first) = all.get_mut(from) {
        *first = start;
    }
    for id in (0..=from).rev() {
        let here = std::mem::replace(&mut all[id], Odds::Same(0.0));
        if here == Odds::Same(0.0) {
            continue;
        }
        match &tree.nodes()[id] {
            Node::End(_) => {}
            Node::Chance { branches, .. } => {
                for (odds, next) in branches {
                    add(&mut all[*next], times(&here, odds));
                }
            }
            Node::Decision(options) => {
                for (number, next) in options.iter().enumerate() {
                    let taken = choices.is_none_or(|all| all[id] == Some(number));
                    if taken {
                        add(&mut all[*next], here.clone());
                    }
                }
            }
        }
        all[id] = here;
    }
    all
}

/// Every run counts as it was told to.
pub(super) fn start(tree: &DecisionTree) -> Odds {
    let given = tree.run_weights();
    given.map_or(Odds::Same(1.0), |all| Odds::Each(Arc::from(all)))
}

fn times(one: &Odds, other: &Odds) -> Odds {
    match (one, other) {
        (Odds::Same(a), Odds::Same(b)) => Odds::Same(a * b),
        (Odds::Same(a), Odds::Each(all)) | (Odds::Each(all), Odds::Same(a)) if *a == 1.0 => {
            Odds::Each(Arc::clone(all))
        }
        (Odds::Same(a), Odds::Each(all)) | (Odds::Each(all), Odds::Same(a)) => {
            Odds::Each(all.iter().map(|b| a * b).collect())
        }
        (Odds::Each(a), Odds::Each(b)) => {
            Odds::Each(a.iter().zip(b.iter()).map(|(a, b)| a * b).collect())
        }
    }
}

fn add(sum: &mut Odds, more: Odds) {
    *sum = match (&*sum, more) {
        (Odds::Same(a), Odds::Same(b)) => Odds::Same(a + b),
        (Odds::Same(a), Odds::Each(all)) if *a == 0.0 => Odds::Each(all),
        (Odds::Same(a), Odds::Each(all)) => Odds::Each(all.iter().map(|b| a + b).collect()),
        (Odds::Each(all), Odds::Same(b)) => Odds::Each(all.iter().map(|a| a + b).collect()),
        (Odds::Each(a), Odds::Each(b)) => {
            Odds::Each(a.iter().zip(b.iter()).map(|(a, b)| a + b).collect())
        }
    };
}

/// Mean of `value(run)` as each run counts.
pub(super) fn mean(weights: &Odds, runs: usize, value: impl Fn(usize) -> f64) -> f64 {
    let plain = || (0..runs).map(&value).sum::<f64>() / runs as f64;
    let Odds::Each(all) = weights else {
        return plain();
    };
    let total: f64 = all.iter().sum();
    let sum: f64 = all.iter().enumerate().map(|(run, w)| w * value(run)).sum();
    // What no run reaches is judged by all runs.
    if total > 0.0 { sum / total } else { plain() }
}

/// The tree of averages: one run, ends and probabilities averaged over runs as each counts
/// there; payoffs pass through `of` first.
pub(super) fn averaged(tree: &DecisionTree, of: impl Fn(f64) -> f64) -> DecisionTree {
    put_together(tree, |payoffs, counts| {
        mean(counts, payoffs.len(), |run| of(payoffs[run]))
    })
}

/// The same with another way to make one number of the payoffs of an end, given how much each run
/// counts there.
pub(super) fn put_together(tree: &DecisionTree, of: impl Fn(&[f64], &Odds) -> f64) -> DecisionTree {
    let Ok(root) = tree.root() else {
        return tree.clone();
    };
    let plain = tree.run_weights().is_none() && !tree.is_uncertain();
    let counts = match plain {
        true => vec![Odds::Same(1.0); tree.nodes().len()],
        false => reach(tree, None, root, start(tree)),
    };
    let nodes = tree.nodes().iter().zip(&counts);
    let nodes = nodes.map(|(node, counts)| match node {
        Node::End(payoffs) => {
            let counts = match payoffs.len() {
                1 => &Odds::Same(1.0),
                _ => counts,
            };
            Node::End(Arc::from([of(payoffs, counts)]))
        }
        Node::Decision(options) => Node::Decision(options.clone()),
        Node::Chance { event, branches } => {
            let average = |odds: &Odds| match odds {
                Odds::Same(p) => *p,
                Odds::Each(all) => mean(counts, all.len(), |run| all[run]),
            };
            let branches = branches.iter();
            Node::Chance {
                event: *event,
                branches: branches
                    .map(|(odds, next)| (Odds::Same(average(odds)), *next))
                    .collect(),
            }
        }
    });
    DecisionTree::with_nodes(nodes.collect(), 1)
}
