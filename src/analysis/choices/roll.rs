//! Rolling a tree back from its ends to the root, by the rule that the people who decide follow.
//!
//! Raiffa and Schlaifer 1961, *Applied Statistical Decision Theory*. At every decision the option
//! with the best score is taken, given what is taken later. For expected value, worst case and
//! exponential utility that is also the best plan made once and for all. Under the other rules
//! people would change such a plan on the way; here they foresee that (Hammond 1976, *Changing
//! tastes and coherent dynamic choice*). [`super::strategies`] lists plans made once and for all.

use super::average::{mean, put_together};
use super::fault::ChoiceFault;
use super::tail::tail_scores;
use super::tree::{DecisionTree, Node, NodeId, Odds};

/// How the payoffs that may follow are put into one number; larger is better.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// Their average.
    Expected,
    /// The worst that can happen (Wald's maximin); what has no chance at all does not count.
    #[doc(alias = "maximin")]
    #[doc(alias = "Wald")]
    Worst,
    /// The best counts by this share of optimism, 0..1, the worst by the rest (Hurwicz 1951).
    Hurwicz(f64),
    /// The average of the worst share of runs, above 0 to 1: 0.1 = the worst one in ten
    /// (conditional value at risk, Rockafellar and Uryasev 2000).
    #[doc(alias = "CVaR")]
    #[doc(alias = "conditional value at risk")]
    #[doc(alias = "expected shortfall")]
    Tail(f64),
    /// The share of runs that come out at least as good as this payoff (Simon's satisficing).
    #[doc(alias = "satisficing")]
    #[doc(alias = "domain criterion")]
    Satisfice(f64),
    /// What is worth as much for certain, under exponential utility with this risk tolerance
    /// (above 0, in the unit of payoffs): small = careful, very large = expected value.
    #[doc(alias = "certainty equivalent")]
    #[doc(alias = "CARA")]
    Utility(f64),
}

impl Rule {
    /// Refuses levels that make no sense.
    ///
    /// # Errors
    /// [`ChoiceFault::Level`].
    pub fn check(self) -> Result<(), ChoiceFault> {
        let (level, fits) = match self {
            Rule::Expected | Rule::Worst => return Ok(()),
            Rule::Hurwicz(level) => (level, (0.0..=1.0).contains(&level)),
            Rule::Tail(level) => (level, level > 0.0 && level <= 1.0),
            Rule::Satisfice(level) => (level, level.is_finite()),
            Rule::Utility(level) => (level, level > 0.0 && level.is_finite()),
        };
        fits.then_some(()).ok_or(ChoiceFault::Level(level))
    }
}

/// A tree rolled back.
#[derive(Clone, Debug, PartialEq)]
pub struct Rolled {
    /// Score of each node, in the unit of payoffs (a share 0..1 for satisficing).
    pub values: Vec<f64>,
    /// The option taken at each decision, the first of equals; none at other nodes.
    pub choices: Vec<Option<usize>>,
}

impl Rolled {
    /// Score of a node; NaN for one that is not in the tree.
    #[must_use]
    pub fn value(&self, node: NodeId) -> f64 {
        self.values.get(node).copied().unwrap_or(f64::NAN)
    }

    /// The option taken at a decision.
    #[must_use]
    pub fn choice(&self, decision: NodeId) -> Option<usize> {
        self.choices.get(decision).copied().flatten()
    }
}

/// Scores every node and takes the best option of every decision.
///
/// # Errors
/// An empty tree; a level out of range.
#[doc(alias = "rollback")]
#[doc(alias = "fold back")]
#[doc(alias = "expected value")]
pub fn roll_back(tree: &DecisionTree, rule: Rule) -> Result<Rolled, ChoiceFault> {
    rule.check()?;
    tree.root()?;
    Ok(match rule {
        Rule::Expected => expected(tree),
        Rule::Satisfice(enough) => average_of(tree, |v| f64::from(u8::from(v >= enough))),
        Rule::Utility(tolerance) => utility(tree, tolerance),
        Rule::Worst => extremes(tree, 0.0),
        Rule::Hurwicz(optimism) => extremes(tree, optimism),
        Rule::Tail(level) => tail_scores(tree, level),
    })
}

/// Expected values.
pub(super) fn expected(tree: &DecisionTree) -> Rolled {
    average_of(tree, |v| v)
}

/// Expected values of what `of` makes of payoffs.
fn average_of(tree: &DecisionTree, of: impl Fn(f64) -> f64) -> Rolled {
    let end = |payoffs: &[f64], counts: &Odds| mean(counts, payoffs.len(), |run| of(payoffs[run]));
    rolled_with(tree, end, |after| after.iter().map(|(p, v)| p * v).sum())
}

/// Rolls back: `end` makes one score of the payoffs of an end, given how much each run counts
/// there, and `mix` of the probabilities and scores of what may follow a chance.
fn rolled_with(
    tree: &DecisionTree,
    end: impl Fn(&[f64], &Odds) -> f64,
    mix: impl Fn(&[(f64, f64)]) -> f64,
) -> Rolled {
    let alike = !tree.is_uncertain() && tree.run_weights().is_none();
    if alike {
        return rolled_plain(tree, |payoffs| end(payoffs, &Odds::Same(1.0)), mix);
    }
    rolled_plain(&put_together(tree, end), |payoffs| payoffs[0], mix)
}

/// The same where every run counts alike everywhere.
fn rolled_plain(
    tree: &DecisionTree,
    end: impl Fn(&[f64]) -> f64,
    mix: impl Fn(&[(f64, f64)]) -> f64,
) -> Rolled {
    let count = tree.nodes().len();
    let (mut values, mut choices) = (Vec::with_capacity(count), vec![None; count]);
    let mut after = Vec::new();
    for (id, node) in tree.nodes().iter().enumerate() {
        values.push(match node {
            Node::End(payoffs) => end(payoffs),
            Node::Chance { branches, .. } => {
                after.clear();
                after.extend(
                    branches
                        .iter()
                        .map(|(odds, next)| (odds.at(0), values[*next])),
                );
                mix(&after)
            }
            Node::Decision(options) => {
                let best = best_of(options.iter().map(|next| values[*next]));
                choices[id] = Some(best.0);
                best.1
            }
        });
    }
    Rolled { values, choices }
}

/// Number and score of the best, the first of equals.
pub(super) fn best_of(scores: impl Iterator<Item = f64>) -> (usize, f64) {
    let mut best = (0, f64::NEG_INFINITY);
    for (number, score) in scores.enumerate() {
        if score > best.1 || number == 0 {
            best = (number, score);
        }
    }
    best
}

/// Certainty equivalents, node by node: what is certain here is worth as much as what follows.
fn utility(tree: &DecisionTree, tolerance: f64) -> Rolled {
    let end = |payoffs: &[f64], counts: &Odds| {
        // What has no weight must not set the scale: beside it all others could vanish.
        let counted = |run: &usize| matches!(counts, Odds::Same(_)) || counts.at(*run) > 0.0;
        let runs = (0..payoffs.len()).filter(counted).map(|run| payoffs[run]);
        let lowest = runs.fold(f64::INFINITY, f64::min);
        let lowest = if lowest.is_finite() {
            lowest
        } else {
            payoffs.iter().copied().fold(f64::INFINITY, f64::min)
        };
        let harm = |run: usize| (-(payoffs[run] - lowest) / tolerance).exp().min(1.0);
        lowest - tolerance * mean(counts, payoffs.len(), harm).ln()
    };
    rolled_with(tree, end, |after| {
        let possible = after.iter().filter(|(p, _)| *p > 0.0);
        let lowest = possible
            .clone()
            .map(|(_, v)| *v)
            .fold(f64::INFINITY, f64::min);
        let harm = possible.map(|(p, v)| p * (-(v - lowest) / tolerance).exp());
        lowest - tolerance * harm.sum::<f64>().ln()
    })
}

/// Mixtures of the best and the worst that can follow.
fn extremes(tree: &DecisionTree, optimism: f64) -> Rolled {
    let count = tree.nodes().len();
    let mut ranges: Vec<(f64, f64)> = Vec::with_capacity(count);
    let mut choices = vec![None; count];
    let score = |(low, high): (f64, f64)| optimism * high + (1.0 - optimism) * low;
    for (id, node) in tree.nodes().iter().enumerate() {
        let range = match node {
            Node::End(payoffs) => {
                let all = payoffs.iter().enumerate();
                let counted = all.filter(|(run, _)| tree.run_weight(*run) > 0.0);
                widest(counted.map(|(_, v)| (*v, *v)))
            }
            Node::Chance { branches, .. } => {
                let possible = branches.iter().filter(|(odds, _)| possible(tree, odds));
                widest(possible.map(|(_, next)| ranges[*next]))
            }
            Node::Decision(options) => {
                let best = best_of(options.iter().map(|next| score(ranges[*next])));
                choices[id] = Some(best.0);
                ranges[options[best.0]]
            }
        };
        ranges.push(range);
    }
    Rolled {
        values: ranges.into_iter().map(score).collect(),
        choices,
    }
}

fn widest(ranges: impl Iterator<Item = (f64, f64)>) -> (f64, f64) {
    ranges.fold((f64::INFINITY, f64::NEG_INFINITY), |a, b| {
        (a.0.min(b.0), a.1.max(b.1))
    })
}

/// Whether a branch can happen in any run that counts.
fn possible(tree: &DecisionTree, odds: &Odds) -> bool {
    match odds {
        Odds::Same(p) => *p > 0.0,
        Odds::Each(all) => {
            let all = all.iter().enumerate();
            all.into_iter()
                .any(|(run, p)| *p > 0.0 && tree.run_weight(run) > 0.0)
        }
    }
}
