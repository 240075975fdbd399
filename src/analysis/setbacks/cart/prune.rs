//! Pruning: the weakest branch is cut first, and cross-validation says where to stop.

use super::super::random::hashed;
use super::super::table::{Prepared, Sorted};
use super::{Node, Options, Question, Tree, grow};

/// A pruned tree and how it was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Pruned {
    /// The smallest tree whose error lies within one standard error of the least.
    pub tree: Tree,
    /// Every tree of the sequence, the full one first.
    pub sequence: Vec<Candidate>,
    /// Place of the chosen one.
    pub chosen: usize,
    /// Share of the spread between setbacks and other runs that the tree explains in rows that it
    /// had not seen; at most 1, and below 0 for a tree worse than none.
    pub explains: f64,
}

/// One tree of a pruning sequence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The price of a leaf from which on this tree is the best.
    pub alpha: f64,
    /// Number of leaves.
    pub leaves: usize,
    /// Gini impurity left in its leaves, over all rows, 0..0.5.
    pub risk: f64,
    /// Mean squared error in rows that were not seen while growing (Brier score), 0..1.
    pub error: f64,
    /// Its standard error.
    pub standard_error: f64,
}

/// Grows a tree on all rows and prunes it by cost and complexity (Breiman and others 1984,
/// chapter 3), by the rule of one standard error.
#[must_use]
pub fn pruned(rows: &Prepared, options: &Options) -> Pruned {
    let all = vec![true; rows.len()];
    let full = grow(rows, &all, options);
    let sequence = weakest_links(&full);
    let errors = errors(rows, options, &sequence);
    let candidate = |(cut, error): (&Cut, &(f64, f64))| Candidate {
        alpha: cut.alpha,
        leaves: cut.leaves,
        risk: cut.risk,
        error: error.0,
        standard_error: error.1,
    };
    let told: Vec<Candidate> = sequence.iter().zip(&errors).map(candidate).collect();
    let least = told.iter().min_by(|a, b| a.error.total_cmp(&b.error));
    let bound = least.map_or(f64::INFINITY, |c| c.error + c.standard_error);
    let chosen = told.iter().rposition(|c| c.error <= bound).unwrap_or(0);
    let share = rows.share();
    Pruned {
        explains: 1.0 - told[chosen].error / (share * (1.0 - share)),
        tree: without(&full, &sequence[chosen].leaf),
        sequence: told,
        chosen,
    }
}

/// A tree of the sequence: where the full one is cut.
struct Cut {
    alpha: f64,
    leaves: usize,
    risk: f64,
    /// By node: is it a leaf here?
    leaf: Vec<bool>,
}

/// All trees from the full one to the root.
fn weakest_links(full: &Tree) -> Vec<Cut> {
    let mut leaf: Vec<bool> = full.nodes.iter().map(|node| node.split.is_none()).collect();
    let mut alpha = 0.0_f64;
    let mut sequence: Vec<Cut> = Vec::new();
    loop {
        let below = below(full, &leaf);
        let link = |place: usize| {
            let (risk, leaves) = below[place];
            (full.nodes[place].risk() - risk) / (leaves - 1) as f64
        };
        let reached = reached(full, &leaf);
        let inner = (0..full.nodes.len()).filter(|place| reached[*place] && !leaf[*place]);
        let links: Vec<(usize, f64)> = inner.map(|place| (place, link(place))).collect();
        let weakest = links.iter().map(|(_, g)| *g).fold(f64::INFINITY, f64::min);
        // Branches that gain nothing go at once, so that the first tree has none.
        let idle = sequence.is_empty() && weakest <= 1e-12;
        if !idle {
            sequence.push(Cut {
                alpha,
                leaves: below[0].1,
                risk: below[0].0,
                leaf: leaf.clone(),
            });
        }
        if links.is_empty() {
            return sequence;
        }
        alpha = alpha.max(weakest);
        for (place, g) in links {
            if g <= weakest * (1.0 + 1e-9) + 1e-15 {
                leaf[place] = true;
            }
        }
    }
}

/// Risk and number of leaves below each node.
fn below(full: &Tree, leaf: &[bool]) -> Vec<(f64, usize)> {
    let mut below = vec![(0.0, 1); full.nodes.len()];
    for place in (0..full.nodes.len()).rev() {
        below[place] = match &full.nodes[place].split {
            Some((_, _, yes, no)) if !leaf[place] => {
                (below[*yes].0 + below[*no].0, below[*yes].1 + below[*no].1)
            }
            _ => (full.nodes[place].risk(), 1),
        };
    }
    below
}

/// Nodes that are still part of a cut tree.
fn reached(full: &Tree, leaf: &[bool]) -> Vec<bool> {
    let mut reached = vec![false; full.nodes.len()];
    reached[0] = true;
    for place in 0..full.nodes.len() {
        if let Some((_, _, yes, no)) = &full.nodes[place].split
            && reached[place]
            && !leaf[place]
        {
            reached[*yes] = true;
            reached[*no] = true;
        }
    }
    reached
}

/// The tree without what lies below its cuts.
fn without(full: &Tree, leaf: &[bool]) -> Tree {
    let reached = reached(full, leaf);
    let place = |before: usize| reached[..before].iter().filter(|kept| **kept).count();
    let kept = full.nodes.iter().zip(leaf).zip(&reached);
    let nodes = kept
        .filter(|(_, reached)| **reached)
        .map(|((node, leaf), _)| {
            let split = node.split.clone().filter(|_| !leaf);
            let moved = split.map(|(column, q, yes, no)| (column, q, place(yes), place(no)));
            Node {
                split: moved,
                ..*node
            }
        });
    Tree {
        nodes: nodes.collect(),
    }
}

/// Mean squared error and its standard error for each tree of the sequence, from rows that were
/// not seen.
fn errors(rows: &Prepared, options: &Options, sequence: &[Cut]) -> Vec<(f64, f64)> {
    let folds = options.folds.max(2);
    let fold = |row: usize| hashed(options.seed, 0, row as u64) % folds;
    let mut sums = vec![(0.0, 0.0); sequence.len()];
    for number in 0..folds {
        let seen: Vec<bool> = (0..rows.len()).map(|row| fold(row) != number).collect();
        let tree = grow(rows, &seen, options);
        let own = weakest_links(&tree);
        let unseen: Vec<usize> = (0..rows.len()).filter(|row| !seen[*row]).collect();
        for (place, sums) in sums.iter_mut().enumerate() {
            let price = price(sequence, place);
            let Some(cut) = own.iter().rev().find(|cut| cut.alpha <= price) else {
                continue;
            };
            for row in &unseen {
                let told = told(rows, &tree, &cut.leaf, *row);
                let weight = rows.rows[*row].weight;
                let miss = f64::from(rows.rows[*row].cases > 0.0) - told;
                sums.0 += weight * miss.powi(2);
                sums.1 += weight * miss.powi(4);
            }
        }
    }
    let squares: f64 = rows.rows.iter().map(|row| row.weight * row.weight).sum();
    let all = rows.all.weight;
    let count = all * all / squares;
    let error = |(sum, square): (f64, f64)| {
        let mean = sum / all;
        (mean, ((square / all - mean * mean).max(0.0) / count).sqrt())
    };
    sums.into_iter().map(error).collect()
}

/// A price of leaves in the middle of those for which a tree of the sequence is the best.
fn price(sequence: &[Cut], place: usize) -> f64 {
    match sequence.get(place + 1) {
        Some(next) => (sequence[place].alpha * next.alpha).sqrt(),
        None => f64::INFINITY,
    }
}

/// What a cut tree says of a row: the share of setbacks where it comes to.
fn told(rows: &Prepared, tree: &Tree, leaf: &[bool], row: usize) -> f64 {
    let mut at = 0;
    while let Some((column, question, yes, no)) = &tree.nodes[at].split
        && !leaf[at]
    {
        let is_yes = match (question, &rows.columns[*column]) {
            (Question::AtMost(limit), Sorted::Numbers { ranks, values, .. }) => {
                values[ranks[row] as usize] <= *limit
            }
            (Question::OneOf { yes, .. }, Sorted::Categories { codes, .. }) => {
                yes.contains(&codes[row])
            }
            _ => false,
        };
        at = if is_yes { *yes } else { *no };
    }
    tree.nodes[at].density
}
