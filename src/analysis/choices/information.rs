//! What it would be worth to know more before deciding.
//!
//! Perfect information (EVPI): the average gain of deciding with hindsight (Raiffa and Schlaifer
//! 1961). One input (EVPPI): regression on given draws (Strong, Oakley and Brennan 2014,
//! *Estimating multiparameter partial expected value of perfect information from a
//! probabilistic sensitivity analysis sample*, Medical Decision Making 34), which needs no nested
//! runs. The mean of the largest of noisy fits lies above the largest of true means, so the
//! estimate is corrected by what its own error adds (parametric bootstrap), and never falls below
//! 0. One event: the tree is rolled back once for each way in which the event can turn out.

use super::ahead::Difference;
use super::average::averaged;
use super::fault::ChoiceFault;
use super::matrix::{Payoffs, highest};
use super::roll::{expected, roll_back};
use super::smooth::{PLACES, Smooth};
use super::states::{branch_at, stretches, uniform};
use super::strategy::run_values;
use super::tree::{DecisionTree, NodeId, Odds};

/// Fewer runs tell nothing about one input.
pub const LEAST_RUNS: usize = 100;
/// Other fits that the draws allow, for errors and bias.
const FITS: usize = 100;
/// Gains below this part of the size of payoffs are rounding.
const ROUNDING: f64 = 1e-12;

/// What knowing something beforehand would be worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Information {
    /// The average gain, 0 or more, in the unit of payoffs.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
    /// Share of cases in which another option would be taken, 0..1.
    pub changes: f64,
}

impl Information {
    /// Worth nothing: no choice changes.
    pub const NOTHING: Information = Information {
        value: 0.0,
        error: 0.0,
        changes: 0.0,
    };

    /// Whether it is worth more than its error allows for.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.value > super::ahead::CLEARLY * self.error && self.value > 0.0
    }
}

/// The worth of knowing everything, from payoffs by option and scenario.
///
/// `hindsight` may be better than the best of these options, where more can be decided.
///
/// # Errors
/// A hindsight of another length.
#[doc(alias = "EVPI")]
pub fn perfect_information(
    payoffs: &Payoffs,
    hindsight: Option<&[f64]>,
) -> Result<Information, ChoiceFault> {
    let own = payoffs.hindsight();
    let known = hindsight.unwrap_or(&own);
    if known.len() != own.len() {
        let (found, wanted) = (known.len(), own.len());
        return Err(ChoiceFault::Length { found, wanted });
    }
    let best = highest(&payoffs.expected()).ok_or(ChoiceFault::Empty)?;
    let taken = &payoffs.rows()[best];
    let gain = Difference::between(known, taken, Some(payoffs.weights()));
    let both = known.iter().zip(taken).zip(payoffs.weights());
    let size = taken.iter().fold(0.0, |size: f64, v| size.max(v.abs()));
    let changes = both.filter(|((k, t), _)| *k - *t > ROUNDING * size);
    Ok(Information {
        value: gain.mean.max(0.0),
        error: gain.error,
        changes: changes.map(|(_, weight)| weight).sum(),
    })
}

/// The worth of knowing one input, from its value and the payoff of each option in every run.
///
/// The payoffs must be those of independent runs. Uneven weights count in the fits, and the runs
/// for as many as they are worth (Kish 1965); runs without weight as if they were not there. The answer
/// is the same for any monotone scale of the input.
///
/// # Errors
/// Fewer than [`LEAST_RUNS`], or weights that are worth fewer; columns of different lengths; numbers that
/// are not finite.
#[doc(alias = "EVPPI")]
#[doc(alias = "EVPXI")]
pub fn partial_information(input: &[f64], payoffs: &Payoffs) -> Result<Information, ChoiceFault> {
    let (found, wanted) = (input.len(), payoffs.weights().len());
    if found != wanted {
        return Err(ChoiceFault::Length { found, wanted });
    }
    let weights = counting(payoffs.weights());
    let found = weights.iter().sum::<f64>().round() as usize;
    if found < LEAST_RUNS {
        let least = LEAST_RUNS;
        return Err(ChoiceFault::TooFewRuns { found, least });
    }
    if input.iter().any(|v| !v.is_finite()) {
        return Err(ChoiceFault::NotANumber);
    }
    let best = highest(&payoffs.expected()).ok_or(ChoiceFault::Empty)?;
    let gains = gains_over(payoffs, best);
    if gains.is_empty() {
        return Ok(Information::NOTHING);
    }
    let Some(smooth) = Smooth::fit(input, &gains, &weights) else {
        return Ok(Information::NOTHING);
    };
    let (estimate, changes) = worth(&smooth.means());
    let mut luck = Normals::new();
    let others: Vec<f64> = (0..FITS)
        .map(|_| worth(&smooth.another(&mut || luck.next())).0)
        .collect();
    let mean = others.iter().sum::<f64>() / FITS as f64;
    let spread = others.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (FITS - 1) as f64;
    Ok(Information {
        value: (2.0 * estimate - mean).max(0.0),
        error: spread.sqrt(),
        changes,
    })
}

/// Weights that sum to the number of runs of equal weight that would tell as much: 1 each where all
/// count alike.
fn counting(shares: &[f64]) -> Vec<f64> {
    if shares.iter().all(|share| *share == shares[0]) {
        return vec![1.0; shares.len()];
    }
    let squares: f64 = shares.iter().map(|share| share * share).sum();
    shares.iter().map(|share| share / squares).collect()
}

/// What each other option gains over the best in each run; options that never differ left out.
fn gains_over(payoffs: &Payoffs, best: usize) -> Vec<Vec<f64>> {
    let taken = &payoffs.rows()[best];
    let others = payoffs
        .rows()
        .iter()
        .enumerate()
        .filter(|(o, _)| *o != best);
    let gains =
        others.map(|(_, row)| -> Vec<f64> { row.iter().zip(taken).map(|(v, t)| v - t).collect() });
    gains.filter(|g| g.iter().any(|v| *v != 0.0)).collect()
}

/// Mean of the largest minus the largest of the means, and how often the largest is another
/// option than the one with the largest mean. The option taken so far gains 0 everywhere.
fn worth(gains: &[nalgebra::DVector<f64>]) -> (f64, f64) {
    let largest = |values: &mut dyn Iterator<Item = f64>| {
        values.enumerate().fold((0, 0.0), |best, (number, value)| {
            if value > best.1 {
                (number + 1, value)
            } else {
                best
            }
        })
    };
    let now = largest(&mut gains.iter().map(|g| g.mean()));
    let (mut sum, mut changes) = (0.0, 0.0);
    for place in 0..PLACES {
        let best = largest(&mut gains.iter().map(|g| g[place]));
        sum += best.1;
        changes += f64::from(u8::from(best.0 != now.0));
    }
    (sum / PLACES as f64 - now.1, changes / PLACES as f64)
}

/// Standard normal numbers, always the same ones (Box and Muller 1958).
struct Normals(usize);

impl Normals {
    fn new() -> Self {
        Normals(0)
    }

    fn next(&mut self) -> f64 {
        self.0 += 1;
        let (one, other) = (uniform(1, 0, self.0), uniform(1, 1, self.0));
        let size = (-2.0 * (1.0 - one).ln()).sqrt();
        size * (std::f64::consts::TAU * other).cos()
    }
}

/// The worth of knowing how one event turns out before anything is decided.
///
/// # Errors
/// An event that the tree does not have; an empty tree.
#[doc(alias = "EVPPI")]
pub fn event_information(tree: &DecisionTree, event: usize) -> Result<Information, ChoiceFault> {
    let root = tree.root()?;
    if !tree.events().contains(&event) {
        return Err(ChoiceFault::UnknownEvent);
    }
    let now = roll_back(tree, super::roll::Rule::Expected)?;
    let mut with = vec![0.0; tree.runs()];
    let mut without = vec![0.0; tree.runs()];
    let mut changes = 0.0;
    for (from, to) in stretches(tree, event) {
        let known = told(tree, event, (from + to) / 2.0)?;
        let choices = expected(&known).choices;
        let weight = to - from;
        add(&mut with, &run_values(&known, &choices, root), weight);
        add(
            &mut without,
            &run_values(&known, &now.choices, root),
            weight,
        );
        if differs(&known, root, &choices, &now.choices) {
            changes += weight;
        }
    }
    let gain = Difference::between(&with, &without, tree.run_weights());
    Ok(Information {
        value: gain.mean.max(0.0),
        error: gain.error,
        changes,
    })
}

/// The tree for those who know that the event's luck is `luck`.
fn told(tree: &DecisionTree, event: usize, luck: f64) -> Result<DecisionTree, ChoiceFault> {
    let means = averaged(tree, |v| v);
    tree.with_odds(event, |id, branches| {
        let odds: Vec<f64> = match means.nodes().get(id) {
            Some(super::tree::Node::Chance { branches, .. }) => {
                branches.iter().map(|(odds, _)| odds.at(0)).collect()
            }
            _ => Vec::new(),
        };
        let taken = branch_at(luck, odds.into_iter());
        let branches = branches.iter().enumerate();
        branches
            .map(|(number, _)| f64::from(u8::from(number == taken)))
            .collect()
    })
}

fn add(sums: &mut [f64], values: &[f64], weight: f64) {
    let both = sums.iter_mut().zip(values);
    both.for_each(|(sum, value)| *sum += weight * value);
}

/// Whether two sets of choices part at a decision that is met.
fn differs(
    tree: &DecisionTree,
    root: NodeId,
    ours: &[Option<usize>],
    theirs: &[Option<usize>],
) -> bool {
    let met = super::average::reach(tree, Some(ours), root, Odds::Same(1.0));
    let all = met.iter().zip(ours.iter().zip(theirs));
    all.into_iter()
        .any(|(met, (our, their))| *met != Odds::Same(0.0) && our != their)
}
