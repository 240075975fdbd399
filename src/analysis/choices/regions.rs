//! Policy regions: where the best option changes as a probability, or a number that payoffs are
//! linear in, moves.
//!
//! Exact: a plan's expected value is a straight line in one probability, so an option's value is
//! straight between knots, and knots and crossings are computed, not searched for on a grid
//! (Clemen and Reilly 2013, *Making Hard Decisions*, strategy regions). Everything else stays as it
//! is; the other branches keep their proportions; what is decided later is decided best for each
//! value.

use super::average::averaged;
use super::fault::ChoiceFault;
use super::piecewise::{Piecewise, crossings};
use super::roll::{best_of, expected};
use super::tree::{DecisionTree, Node, NodeId, Odds};

/// The probability of one branch of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lever {
    /// The event.
    pub event: usize,
    /// The branch, by number.
    pub branch: usize,
}

/// A stretch in which one option is best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// The best option, the first of equals.
    pub best: usize,
}

/// Where the best option of one decision changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Regions {
    /// Stretches from left to right; neighbours differ.
    pub stretches: Vec<Stretch>,
    /// Value of each option where it bends, from left to right: (place, value).
    pub values: Vec<Vec<(f64, f64)>>,
    /// Where the number stands now; NaN where it has no place of its own.
    pub now: f64,
}

impl Regions {
    /// Where the best option changes, from left to right.
    #[must_use]
    pub fn thresholds(&self) -> Vec<f64> {
        self.stretches.iter().skip(1).map(|s| s.from).collect()
    }

    /// The best option at a place.
    #[must_use]
    pub fn best_at(&self, place: f64) -> Option<usize> {
        let inside = self.stretches.iter().find(|s| place <= s.to);
        inside.or(self.stretches.last()).map(|s| s.best)
    }

    /// The stretch around a place.
    #[must_use]
    pub fn around(&self, place: f64) -> Option<Stretch> {
        let inside = |s: &&Stretch| place >= s.from && place <= s.to;
        self.stretches.iter().find(inside).copied()
    }
}

/// Regions of a decision as the probability of a branch goes from 0 to 1.
///
/// # Errors
/// No such decision, event or branch; an event that happens twice on one way.
#[doc(alias = "policy region")]
#[doc(alias = "strategy region")]
#[doc(alias = "threshold analysis")]
pub fn one_way(
    tree: &DecisionTree,
    decision: NodeId,
    lever: Lever,
) -> Result<Regions, ChoiceFault> {
    let means = averaged(tree, |v| v);
    let now = probability_now(&means, lever)?;
    regions(
        &means,
        decision,
        now,
        (0.0, 1.0),
        &Moving::Probability(lever),
    )
}

/// Regions of a decision as a number goes from `range.0` to `range.1`, when the payoff of each
/// end is its payoff in the tree plus so many times the number: `slopes` by node, read at ends
/// only. A price, a weight between two objectives or a common cost are such numbers.
///
/// # Errors
/// No such decision; another number of slopes than of nodes; a range without length.
pub fn one_way_payoff(
    tree: &DecisionTree,
    decision: NodeId,
    slopes: &[f64],
    range: (f64, f64),
    now: f64,
) -> Result<Regions, ChoiceFault> {
    let (found, wanted) = (slopes.len(), tree.nodes().len());
    if found != wanted {
        return Err(ChoiceFault::Length { found, wanted });
    }
    let finite = range.0.is_finite() && range.1.is_finite();
    if !finite || range.0 >= range.1 || slopes.iter().any(|s| !s.is_finite()) {
        return Err(ChoiceFault::NotANumber);
    }
    let means = averaged(tree, |v| v);
    regions(&means, decision, now, range, &Moving::Payoff(slopes))
}

/// The best option of a decision for pairs of two probabilities: row by row the exact
/// stretches in the first, at even values of the second from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// Values of the second probability, rising.
    pub rows: Vec<f64>,
    /// Exact stretches of the first probability in each row.
    pub stretches: Vec<Vec<Stretch>>,
    /// Where the two stand now.
    pub now: (f64, f64),
}

impl Map {
    /// The best option in the middle of each of so many equal columns of a row.
    #[must_use]
    pub fn cells(&self, row: usize, columns: usize) -> Vec<usize> {
        let stretches = self.stretches.get(row).map_or(&[][..], Vec::as_slice);
        let at = |column: usize| {
            let place = (column as f64 + 0.5) / columns as f64;
            let inside = stretches.iter().find(|s| place <= s.to);
            inside.or(stretches.last()).map_or(0, |s| s.best)
        };
        (0..columns).map(at).collect()
    }
}

/// Policy regions over two probabilities, with so many rows (2 at least).
///
/// # Errors
/// As [`one_way`]; the same event twice.
#[doc(alias = "policy region")]
#[doc(alias = "strategy region")]
pub fn two_way(
    tree: &DecisionTree,
    decision: NodeId,
    (first, second): (Lever, Lever),
    rows: usize,
) -> Result<Map, ChoiceFault> {
    if first.event == second.event {
        return Err(ChoiceFault::EventTwice);
    }
    let means = averaged(tree, |v| v);
    let now = (
        probability_now(&means, first)?,
        probability_now(&means, second)?,
    );
    let rows: Vec<f64> = (0..rows.max(2))
        .map(|row| row as f64 / (rows.max(2) - 1) as f64)
        .collect();
    let stretches = rows.iter().map(|p| {
        let moved = set(&means, second, *p)?;
        let way = Moving::Probability(first);
        Ok(regions(&moved, decision, now.0, (0.0, 1.0), &way)?.stretches)
    });
    let stretches = stretches.collect::<Result<_, ChoiceFault>>()?;
    Ok(Map {
        rows,
        stretches,
        now,
    })
}

/// The tree with another probability of a branch; other branches keep their proportions.
///
/// # Errors
/// No such event or branch; a probability outside 0..1.
pub fn set(tree: &DecisionTree, lever: Lever, p: f64) -> Result<DecisionTree, ChoiceFault> {
    if !(0.0..=1.0).contains(&p) {
        return Err(ChoiceFault::Probabilities(p));
    }
    probability_now(tree, lever)?;
    let means = averaged(tree, |v| v);
    tree.with_odds(lever.event, |id, _| match means.nodes().get(id) {
        Some(Node::Chance { branches, .. }) => shares(branches, lever.branch, p),
        _ => Vec::new(),
    })
}

/// Probabilities of all branches when one of them is `p`.
fn shares(branches: &[(Odds, NodeId)], branch: usize, p: f64) -> Vec<f64> {
    let own = branches.get(branch).map_or(0.0, |(odds, _)| odds.at(0));
    let others = (branches.len() - 1).max(1) as f64;
    let one = |(number, (odds, _)): (usize, &(Odds, NodeId))| {
        if branches.len() == 1 {
            1.0
        } else if number == branch {
            p
        } else if own < 1.0 {
            (1.0 - p) * odds.at(0) / (1.0 - own)
        } else {
            (1.0 - p) / others
        }
    };
    branches.iter().enumerate().map(one).collect()
}

/// Probability of the branch now: the mean over the event's nodes, as often as each is reached
/// when every option is taken alike.
fn probability_now(tree: &DecisionTree, lever: Lever) -> Result<f64, ChoiceFault> {
    let mut reached = vec![0.0; tree.nodes().len()];
    if let Some(root) = reached.last_mut() {
        *root = 1.0;
    }
    let (mut sum, mut total, mut any) = (0.0, 0.0, None);
    for (id, node) in tree.nodes().iter().enumerate().rev() {
        let here: f64 = reached[id];
        match node {
            Node::End(_) => {}
            Node::Decision(options) => {
                let part = here / options.len() as f64;
                options.iter().for_each(|next| reached[*next] += part);
            }
            Node::Chance { event, branches } => {
                for (odds, next) in branches {
                    reached[*next] += here * odds.at(0);
                }
                if *event == lever.event
                    && let Some((odds, _)) = branches.get(lever.branch)
                {
                    any = any.or(Some(odds.at(0)));
                    sum += here * odds.at(0);
                    total += here;
                }
            }
        }
    }
    let first = any.ok_or(ChoiceFault::UnknownEvent)?;
    Ok(if total > 0.0 { sum / total } else { first })
}

/// What moves.
enum Moving<'a> {
    Probability(Lever),
    Payoff(&'a [f64]),
}

/// A node's value along the stretch.
#[derive(Clone)]
enum Along {
    Same(f64),
    Moves(Piecewise),
}

fn regions(
    tree: &DecisionTree,
    decision: NodeId,
    now: f64,
    range: (f64, f64),
    moving: &Moving<'_>,
) -> Result<Regions, ChoiceFault> {
    let options = tree.options(decision)?;
    let mut along: Vec<Along> = Vec::with_capacity(decision);
    for id in 0..decision {
        let next = node_along(tree, id, &along, range, moving)?;
        along.push(next);
    }
    let lines: Vec<Piecewise> = options
        .iter()
        .map(|next| as_line(&along[*next], range))
        .collect();
    let parts: Vec<&Piecewise> = lines.iter().collect();
    Ok(Regions {
        stretches: stretches(&parts),
        values: lines.iter().map(|line| line.knots().to_vec()).collect(),
        now,
    })
}

fn as_line(along: &Along, (from, to): (f64, f64)) -> Piecewise {
    match along {
        Along::Same(value) => Piecewise::line((from, *value), (to, *value)),
        Along::Moves(line) => line.clone(),
    }
}

fn node_along(
    tree: &DecisionTree,
    id: NodeId,
    along: &[Along],
    range: (f64, f64),
    moving: &Moving<'_>,
) -> Result<Along, ChoiceFault> {
    let still = |next: NodeId| match &along[next] {
        Along::Same(value) => Some(*value),
        Along::Moves(_) => None,
    };
    Ok(match (&tree.nodes()[id], moving) {
        (Node::End(payoffs), Moving::Payoff(slopes)) if slopes[id] != 0.0 => {
            let at = |x: f64| (x, payoffs[0] + slopes[id] * x);
            Along::Moves(Piecewise::line(at(range.0), at(range.1)))
        }
        (Node::End(payoffs), _) => Along::Same(payoffs[0]),
        (Node::Chance { event, branches }, Moving::Probability(lever)) if *event == lever.event => {
            let fixed: Option<Vec<f64>> = branches.iter().map(|(_, next)| still(*next)).collect();
            let fixed = fixed.ok_or(ChoiceFault::EventTwice)?;
            let at = |p: f64| {
                let odds = shares(branches, lever.branch, p);
                (p, odds.iter().zip(&fixed).map(|(p, v)| p * v).sum())
            };
            Along::Moves(Piecewise::line(at(range.0), at(range.1)))
        }
        (Node::Chance { branches, .. }, _) => {
            let all: Option<Vec<f64>> = branches.iter().map(|(_, next)| still(*next)).collect();
            match all {
                Some(all) => {
                    Along::Same(branches.iter().zip(all).map(|(b, v)| b.0.at(0) * v).sum())
                }
                None => mixture(branches, along, range),
            }
        }
        (Node::Decision(options), _) => {
            let all: Option<Vec<f64>> = options.iter().map(|next| still(*next)).collect();
            match all {
                Some(all) => Along::Same(best_of(all.into_iter()).1),
                None => {
                    let lines: Vec<Piecewise> =
                        options.iter().map(|n| as_line(&along[*n], range)).collect();
                    Along::Moves(Piecewise::largest(&lines.iter().collect::<Vec<_>>()))
                }
            }
        }
    })
}

fn mixture(branches: &[(Odds, NodeId)], along: &[Along], range: (f64, f64)) -> Along {
    let lines: Vec<(f64, Piecewise)> = branches
        .iter()
        .map(|(odds, next)| (odds.at(0), as_line(&along[*next], range)))
        .collect();
    let parts: Vec<(f64, &Piecewise)> = lines.iter().map(|(w, line)| (*w, line)).collect();
    Along::Moves(Piecewise::sum(&parts))
}

/// The best of some functions, stretch by stretch.
fn stretches(parts: &[&Piecewise]) -> Vec<Stretch> {
    let xs = crossings(parts);
    let mut found: Vec<Stretch> = Vec::new();
    for pair in xs.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let middle = (from + to) / 2.0;
        let best = best_of(parts.iter().map(|f| f.at(middle))).0;
        // An option that is as good as the one before it takes nothing over.
        match found.last_mut() {
            Some(last) if level(parts[last.best].at(middle), parts[best].at(middle)) => {
                last.to = to;
            }
            _ => found.push(Stretch { from, to, best }),
        }
    }
    found
}

fn level(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
}

/// Expected value of each option of a decision, later decisions at their best.
///
/// # Errors
/// Another node than a decision.
pub fn option_values(tree: &DecisionTree, decision: NodeId) -> Result<Vec<f64>, ChoiceFault> {
    let rolled = expected(tree);
    let options = tree.options(decision)?;
    Ok(options.iter().map(|next| rolled.value(*next)).collect())
}
