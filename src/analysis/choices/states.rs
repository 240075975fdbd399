//! States of the world: a run, and how every event turns out in it.
//!
//! An event's luck is one number between 0 and 1; a node of the event takes the branch in whose
//! stretch of the summed probabilities it lies. So options that meet the same event meet it with
//! the same luck, and regret compares like with like.

use super::average::averaged;
use super::fault::ChoiceFault;
use super::tree::{DecisionTree, Node, NodeId, Odds};
use crate::analysis::splitmix::{after, unit};

/// States that are listed in full rather than drawn.
const MOST_LISTED: usize = 1 << 16;
/// States that are drawn at least: a tree of few runs gets several for each.
const LEAST_DRAWN: usize = 1 << 12;

/// States of the world, each with a weight.
#[derive(Clone, Debug, PartialEq)]
pub struct States {
    runs: Vec<u32>,
    weights: Vec<f64>,
    /// Luck by state, then by event.
    luck: Vec<f64>,
    /// Place of each event in a row of luck, by its label.
    places: Vec<(usize, usize)>,
}

impl States {
    /// Every state where there are few; else one or more for each run, luck drawn from the seed.
    ///
    /// # Errors
    /// An empty tree.
    pub fn of(tree: &DecisionTree, seed: u64) -> Result<Self, ChoiceFault> {
        tree.root()?;
        let stretches: Vec<Vec<(f64, f64)>> =
            tree.events().iter().map(|e| stretches(tree, *e)).collect();
        let count = stretches.iter().try_fold(tree.runs(), |all, own| {
            all.checked_mul(own.len()).filter(|all| *all <= MOST_LISTED)
        });
        Ok(match count {
            Some(_) if !tree.is_uncertain() => Self::listed(tree, &stretches),
            _ => Self::drawn(tree, seed),
        })
    }

    fn empty(tree: &DecisionTree) -> Self {
        let events = tree.events().into_iter().enumerate();
        States {
            runs: Vec::new(),
            weights: Vec::new(),
            luck: Vec::new(),
            places: events.map(|(place, event)| (event, place)).collect(),
        }
    }

    fn listed(tree: &DecisionTree, stretches: &[Vec<(f64, f64)>]) -> Self {
        let mut states = Self::empty(tree);
        let mut at = vec![0; stretches.len()];
        loop {
            let parts = at.iter().zip(stretches).map(|(at, own)| own[*at]);
            let weight: f64 = parts.clone().map(|(from, to)| to - from).product();
            for run in 0..tree.runs() {
                let middle = parts.clone().map(|(from, to)| (from + to) / 2.0);
                states.push(run, weight * tree.run_weight(run), middle);
            }
            let longer = at
                .iter()
                .zip(stretches)
                .position(|(at, own)| at + 1 < own.len());
            let Some(place) = longer else {
                return states;
            };
            at[place] += 1;
            at[..place].fill(0);
        }
    }

    fn drawn(tree: &DecisionTree, seed: u64) -> Self {
        let events = tree.events();
        let mut states = Self::empty(tree);
        let times = LEAST_DRAWN.div_ceil(tree.runs());
        for place in 0..tree.runs() * times {
            let run = place / times;
            let luck = events.iter().map(|event| uniform(seed, *event, place));
            states.push(run, tree.run_weight(run), luck);
        }
        states
    }

    fn push(&mut self, run: usize, weight: f64, luck: impl Iterator<Item = f64>) {
        self.runs.push(u32::try_from(run).unwrap_or(u32::MAX));
        self.weights.push(weight);
        self.luck.extend(luck);
    }

    /// Number of states.
    #[must_use]
    pub fn len(&self) -> usize {
        self.runs.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Weight of every state.
    #[must_use]
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// The run of a state.
    #[must_use]
    pub fn run(&self, state: usize) -> usize {
        self.runs[state] as usize
    }

    /// The branch that a node of an event takes in a state.
    #[must_use]
    pub fn branch(&self, state: usize, event: usize, branches: &[(Odds, NodeId)]) -> usize {
        let place = match self.places.binary_search_by_key(&event, |(own, _)| *own) {
            Ok(found) => self.places[found].1,
            Err(_) => return 0,
        };
        let luck = self.luck[state * self.places.len() + place];
        branch_at(luck, branches.iter().map(|(o, _)| o.at(self.run(state))))
    }
}

/// The branch in whose stretch the luck lies; the last possible one if rounding leaves none.
pub(super) fn branch_at(luck: f64, odds: impl Iterator<Item = f64>) -> usize {
    let (mut sum, mut last) = (0.0, 0);
    for (number, p) in odds.enumerate() {
        sum += p;
        if p > 0.0 {
            last = number;
            if luck < sum {
                return number;
            }
        }
    }
    last
}

/// The stretches of an event's luck in which every node of it takes one branch, by average
/// probabilities.
pub(super) fn stretches(tree: &DecisionTree, event: usize) -> Vec<(f64, f64)> {
    let known = tree.is_uncertain().then(|| averaged(tree, |v| v));
    let mut borders = vec![0.0, 1.0];
    for node in known.as_ref().unwrap_or(tree).nodes() {
        if let Node::Chance {
            event: own,
            branches,
        } = node
            && *own == event
        {
            let mut sum = 0.0;
            for (odds, _) in branches {
                sum += odds.at(0);
                borders.push(sum);
            }
        }
    }
    borders.retain(|border| (0.0..=1.0).contains(border));
    borders.sort_unstable_by(f64::total_cmp);
    // Sums that differ by rounding are one border.
    borders.dedup_by(|a, b| *a - *b < 1e-12);
    let pairs = borders.iter().zip(borders.iter().skip(1));
    pairs.map(|(from, to)| (*from, *to)).collect()
}

/// A number between 0 and 1 that depends on nothing but its arguments.
pub(super) fn uniform(seed: u64, stream: usize, place: usize) -> f64 {
    let state = after(after(seed) ^ stream as u64) ^ place as u64;
    unit(after(state))
}
